using Porting.Build;
using Porting.Build.Compile;
using Porting.Build.Hosted;
using Porting.Tests;

namespace Bench;

/// <summary>The programs that are compared: the same workload with one allocator each, all 32-bit code for
/// Linux.</summary>
internal static class Programs
{
    /// <summary>As the kernel is compiled (original-c/Makefile), as far as a program for Linux can be.</summary>
    private static readonly string[] Machine = ["-m32", "-O2", "-march=i686", "-mno-sse", "-fno-pic", "-fno-pie"];

    private static readonly string[] Compile = [.. Machine, "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-static"];

    private static string Folder => Repository.At("artifacts/bench");

    /// <summary>One free list, and a bit array built from it for runs.</summary>
    public static string List { get; private set; } = "";

    /// <summary>Two queues, and a bitmap that is searched for runs.</summary>
    public static string Queues { get; private set; } = "";

    /// <summary>The kernel's allocator in C#, through the kernel's back end.</summary>
    public static string Port { get; private set; } = "";

    public static void Build()
    {
        Directory.CreateDirectory(Folder);
        List = Link("list", "bench/list.c", "bench/pool.c");
        Queues = Link("queues", "bench/queues.c", "bench/pool.c");
        Port = Link("port", CompilePort());
    }

    private static string CompilePort()
    {
        string[] files =
        [
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
            .. new[] { "PageNote", "PageNoteLayout", "SizeClass", "BlockPool", "BlockPoolPages" }.Select(name =>
                Repository.At($"kernel-handwritten/Kmem/{name}.cs")
            ),
            Repository.At("bench/Exports.cs"),
        ];
        string output = Path.Combine(Folder, "bench.o");
        NativeObject.Build(
            new NativeObjectOptions(
                [.. files.Select(f => new CSharpSource(f, File.ReadAllText(f)))],
                Machine,
                Folder,
                output
            )
        );
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
