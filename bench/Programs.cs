using Porting.Build;
using Porting.Build.Compile;
using Porting.Build.Link;
using Porting.Tests;

namespace Bench;

/// <summary>The programs that are compared: the same workload with one allocator each, all 32-bit code for
/// Linux.</summary>
internal static class Programs
{
    private static readonly string[] Compile =
    [
        "-m32",
        "-O2",
        "-march=i686",
        "-mno-sse",
        "-std=gnu11",
        "-Wall",
        "-Wextra",
        "-Werror",
        "-static",
    ];

    private static string Folder => Repository.At("artifacts/bench");

    /// <summary>One free list, and a bit array built from it for runs.</summary>
    public static string List { get; private set; } = "";

    /// <summary>Two queues, and a bitmap that is searched for runs.</summary>
    public static string Queues { get; private set; } = "";

    /// <summary>The kernel's allocator in C#, through the kernel's compiler.</summary>
    public static string Port { get; private set; } = "";

    public static void Build()
    {
        Directory.CreateDirectory(Folder);
        List = Link("list", "bench/list.c", "bench/pool.c");
        Queues = Link("queues", "bench/queues.c", "bench/pool.c");
        Port = Link(
            "port",
            CompilePort(),
            Repository.At("translator/Porting.Runtime/Assembler/runtime.S"),
            Repository.At("translator/Porting.Runtime/Assembler/hosted.S")
        );
    }

    private static string CompilePort()
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(Repository.At("translator/Porting.Runtime/Corlib"), "*.cs"),
            .. Directory.EnumerateFiles(Repository.At("translator/Porting.Runtime/Porting"), "rt.cs"),
            .. new[]
            {
                "PhysAddr",
                "Pfn",
                "Line",
                "LineSets",
                "FreeBitmap",
                "Zone",
                "ZoneRuns",
                "ZoneCounters",
                "ZoneTable",
                "PageAllocator",
            }.Select(name => Repository.At($"kernel-handwritten/Vm/{name}.cs")),
            .. new[] { "PageNote", "SizeClass", "BlockPool", "BlockPoolPages" }.Select(name =>
                Repository.At($"kernel-handwritten/Kmem/{name}.cs")
            ),
            Repository.At("bench/Exports.cs"),
        ];
        byte[] assembly = CSharpCompiler.Compile(
            "bench",
            [.. files.Order(StringComparer.Ordinal).Select(f => new CSharpSource(f, File.ReadAllText(f)))],
            []
        );
        string path = Path.Combine(Folder, "bench.dll");
        string coff = Path.Combine(Folder, "bench.obj");
        File.WriteAllBytes(path, assembly);
        IlcRunner.Locate().Run(path, coff, optimize: true);
        CoffToElf elf = CoffToElf.Convert(CoffReader.Read(coff), new SymbolPolicy(AssemblySymbols.Read(assembly)));
        string output = Path.Combine(Folder, "bench.o");
        File.WriteAllBytes(output, ElfWriter.Write(elf.Elf));
        return output;
    }

    private static string Link(string name, params string[] sources)
    {
        string output = Path.Combine(Folder, name);
        ToolResult result = ToolRunner.Run(
            Tool.Clang.Locate(),
            [.. Compile, .. sources, "bench/workload.c", "-o", output],
            Repository.Root
        );
        return result.ExitStatus == 0 ? output : throw new InvalidOperationException(result.Errors);
    }
}
