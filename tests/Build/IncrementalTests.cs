using Porting.Build.Compile;
using Porting.Build.Link;
using Porting.Tests;

namespace Porting.Build.Tests;

/// <summary>A small kernel of its own through the whole builder: what has not changed is not done again, and what fails
/// leaves no image.</summary>
public sealed class IncrementalTests
{
    private const string Kernel = """
        using System.Runtime;
        using System.Runtime.CompilerServices;
        static unsafe class Start
        {
            [MethodImpl(MethodImplOptions.InternalCall), Function("halt", "_v")] static extern void Halt();
            [Function("start", "_v")] static void Run() { Halt(); }
            [RuntimeExport("corlib_panic")] static void Panic(byte* reason) => Halt();
        }
        """;

    private const string Boot =
        ".section .multiboot, \"a\"\n.long 0x1badb002, 0, -0x1badb002\n.text\n.globl _start, halt\n_start: movl $stack, %esp\n call start\nhalt: cli\n hlt\n jmp halt\n.bss\n.skip 4096\nstack:\n";

    private const string Helper = """
        static unsafe class Helper
        {
            public static int s_count;
            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            public static void Count(int by) => s_count += by * 3;
        }
        """;

    private static readonly string[] Options =
    [
        "-march=i686",
        "-ffreestanding",
        "-fno-pic",
        "-mgeneral-regs-only",
        "-O2",
    ];

    private static KernelUnit Unit(string name) => new(name, name + ".cs", [name + ".cs"], Options);

    private static KernelBuildResult Build(
        ScratchFolder folder,
        string kernel = Kernel,
        string more = "",
        string helper = Helper,
        int jobs = 2
    )
    {
        string boot = folder.Write("boot.S", Boot + more);
        IEnumerable<CSharpSource> corlib = Directory
            .EnumerateFiles(Repository.At("translator/Porting.Runtime/Corlib"), "*.cs")
            .Order(StringComparer.Ordinal)
            .Select(f => new CSharpSource(Path.GetFileName(f), File.ReadAllText(f)));
        return KernelBuilder.Build(
            new KernelBuildOptions(
                "small",
                [.. corlib, new CSharpSource("kernel.cs", kernel), new CSharpSource("helper.cs", helper)],
                [Unit("kernel"), Unit("helper")],
                [
                    DirectUnit.Assembled(boot),
                    DirectUnit.Assembled(Repository.At("translator/Porting.Runtime/Assembler/kernel.S")),
                ],
                new LinkStep(Repository.At("kernel-handwritten/link/kernel.ld"), folder.Path, []),
                folder.At("work"),
                folder.At("out/small.elf"),
                new Dictionary<string, SourceMap>(),
                "",
                [],
                _ => { }
            )
            {
                Jobs = jobs,
            }
        );
    }

    /// <summary>A change of any library of the house that a build calls makes the steps run again.</summary>
    [Fact]
    public void Steps_know_each_library_that_they_run()
    {
        HashSet<System.Reflection.Assembly> called = [typeof(KernelBuilder).Assembly];
        for (int before = 0; called.Count > before; )
        {
            before = called.Count;
            called.UnionWith([
                .. called
                    .SelectMany(a => a.GetReferencedAssemblies())
                    .Where(n => n.Name!.StartsWith("Porting.", StringComparison.Ordinal))
                    .Select(System.Reflection.Assembly.Load),
            ]);
        }

        Assert.Contains(called, a => a == typeof(Backend.Target).Assembly);
        Assert.All(called, a => Assert.Contains(a.ManifestModule.ModuleVersionId.ToString(), KernelBuilder.Identity));
    }

    [Fact]
    public void Only_what_changed_is_done_again()
    {
        using ScratchFolder folder = new();
        Assert.Equal(
            ["C# to IL", "IL to LLVM IR"],
            Build(folder).StepsRun.Where(s => !s.StartsWith("as ", StringComparison.Ordinal)).Take(2)
        );
        byte[] first = File.ReadAllBytes(folder.At("out/small.elf"));
        Assert.Empty(Build(folder).StepsRun);
        Assert.Equal(["C# to IL"], Build(folder, Kernel + "// a comment\n").StepsRun.Take(1));
        Build(folder);
        Assert.Equal(first, File.ReadAllBytes(folder.At("out/small.elf")));
    }

    [Fact]
    public void One_changed_file_is_one_module()
    {
        using ScratchFolder folder = new();
        const string calls = "static void Run() { Helper.Count(1); Halt(); }";
        string kernel = Kernel.Replace("static void Run() { Halt(); }", calls, StringComparison.Ordinal);
        Build(folder, kernel);
        IReadOnlyList<string> steps = Build(
            folder,
            kernel,
            helper: Helper.Replace("by * 3", "by * 5", StringComparison.Ordinal)
        ).StepsRun;
        Assert.Equal(["C# to IL", "IL to LLVM IR", "machine code of helper", "linking small.elf"], steps);
    }

    [Fact]
    public void Any_number_of_jobs_gives_the_same_bytes()
    {
        using ScratchFolder folder = new();
        Build(folder, jobs: 1);
        byte[] one = File.ReadAllBytes(folder.At("out/small.elf"));
        Directory.Delete(folder.At("work"), recursive: true);
        Build(folder, jobs: 4);
        Assert.Equal(one, File.ReadAllBytes(folder.At("out/small.elf")));
    }

    [Fact]
    public void A_kernel_that_uses_SSE_is_refused_and_there_is_no_image()
    {
        using ScratchFolder folder = new();
        PortException exception = Assert.Throws<PortException>(() =>
            Build(folder, more: ".text\nbad: movups (%eax), %xmm1\n ret\n")
        );
        Assert.Equal("PORT6030", exception.Diagnostics[0].Code);
        Assert.False(File.Exists(folder.At("out/small.elf")));
    }

    [Fact]
    public void A_symbol_that_nobody_defines_is_named()
    {
        using ScratchFolder folder = new();
        PortException exception = Assert.Throws<PortException>(() =>
            Build(folder, Kernel.Replace("\"halt\"", "\"no_such_symbol\"", StringComparison.Ordinal))
        );
        Assert.Contains("PORT6001: undefined symbol 'no_such_symbol'", exception.Message);
    }
}
