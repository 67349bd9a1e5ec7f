using Porting.Build.Boot;
using Porting.Tests;

namespace Kernel.Boot;

/// <summary>gdb on the running port: places of the C and of the handwritten C# are found, and the arguments are
/// there.</summary>
public sealed class DebuggerTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static string Debug(params string[] commands) =>
        GdbRunner.Run(
            Repository.At("artifacts/kernel/port.elf"),
            new QemuOptions(64),
            Repository.Root,
            commands,
            Limit
        );

    private static int LineOf(string file, string text) =>
        1 + Array.FindIndex(File.ReadAllLines(Repository.At(file)), l => l.Contains(text, StringComparison.Ordinal));

    [Fact]
    public void It_stops_at_a_line_of_the_original_C()
    {
        int line = LineOf("original-c/linux/dev/kernel/irq.c", "linux_kmalloc(sizeof *action");
        string said = Debug($"break irq.c:{line}", "continue", "backtrace 2", "info args");
        Assert.Contains($"original-c/linux/dev/kernel/irq.c:{line}", said);
        Assert.Contains("request_irq (irq=", said);
        Assert.Contains("irq = ", said);
    }

    [Fact]
    public void It_stops_at_a_line_of_handwritten_CSharp()
    {
        int line = LineOf("kernel-handwritten/Kmem/KmemBlocks.cs", "bool dma = (priority & GFP_DMA) != 0;");
        string said = Debug($"break KmemBlocks.cs:{line}", "continue", "backtrace 3");
        Assert.Contains($"kernel-handwritten/Kmem/KmemBlocks.cs:{line}", said);
        Assert.Contains("linux_kmalloc (", said);
        Assert.Contains("original-c/linux/", said); // its callers are generated, and shown as C
    }

    [Fact]
    public void Functions_are_found_by_their_C_names()
    {
        string said = Debug("break vm_page_bootstrap", "continue", "backtrace 1");
        Assert.Contains("Breakpoint 1, ", said);
        Assert.Contains("vm_page_bootstrap (startp=", said);
        Assert.Contains("kernel-handwritten/Vm/VmBootstrap.cs:", said);
    }
}
