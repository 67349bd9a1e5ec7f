using System.Text.RegularExpressions;
using Porting.Build.Boot;
using Porting.Tests;

namespace Kernel.Boot;

/// <summary>gdb on the running port: places of the C and of the handwritten C# are found, and the arguments are
/// there.</summary>
public sealed partial class DebuggerTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static string Debug(params string[] commands) => DebugImage("port", commands);

    private static string DebugImage(string kernel, params string[] commands) =>
        GdbRunner.Run(
            Repository.At($"artifacts/kernel/{kernel}.elf"),
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

    /// <summary>From the handler through the entry in assembler to what was interrupted, and on to the thread's
    /// start.</summary>
    [Theory]
    [InlineData("port")]
    [InlineData("reference")]
    public void A_backtrace_goes_through_an_interrupt(string kernel)
    {
        string said = DebugImage(kernel, "break clock_interrupt", "continue", "ignore 1 50", "continue", "backtrace");
        string[] frames =
        [
            .. Frame()
                .Matches(said[said.IndexOf("#0 ", StringComparison.Ordinal)..])
                .Select(m => m.Groups["function"].Value),
        ];
        Assert.Equal(["clock_interrupt", "hardclock", "interrupt", "int_0"], frames[..4]);
        Assert.Equal(["thread_continue", "new_stack_entry"], frames[^2..]);
        Assert.True(frames.Length > 6, said);
        Assert.Contains("hardclock (unit=", said);
    }

    [GeneratedRegex("^#[0-9]+ +(0x[0-9a-f]+ in )?(?<function>[^ ]+) \\(", RegexOptions.Multiline)]
    private static partial Regex Frame();

    [Fact]
    public void Functions_are_found_by_their_C_names()
    {
        string said = Debug("break vm_page_bootstrap", "continue", "backtrace 1");
        Assert.Contains("Breakpoint 1, ", said);
        Assert.Contains("vm_page_bootstrap (startp=", said);
        Assert.Contains("kernel-handwritten/Vm/VmBootstrap.cs:", said);
    }

    /// <summary>Asked of both kernels in one session each: the same C, the same answers.</summary>
    private static readonly string[] Session =
    [
        "info line request_irq",
        "break request_irq",
        "continue",
        "backtrace 4",
        "info args",
        "print *handler",
        "finish",
        "delete",
        "break hardclock",
        "continue",
        "backtrace 3",
        "info scope hardclock",
        .. (
            (string[])
                ["thread", "vm_page", "zone", "i386_saved_state", "Scsi_Host", "task", "timer_list", "vm_map_entry"]
        ).Select(name => $"ptype struct {name}"),
        "ptype vm_page_t",
        "ptype union vm_map_object",
        "ptype enum cmdline_kind",
        "whatis ivect",
        "print ivect[1]",
        "print wait_queue[0]",
        "print &wait_queue[1]",
        "print kalloc_max",
        "print timeout_timers[0]",
        "print k_zone_name",
        "print sizeof(struct thread)",
        "print *printk",
        "whatis thread_invoke",
        "whatis kernel_trap",
        "print (enum cmdline_kind)1",
        "print linux_strtok::rest",
        "print scsi_register::next_no",
        "list zalloc",
        "info line clock_interrupt",
    ];

    /// <summary>Line of a session: - in the C kernel alone, + in the port alone; and why.</summary>
    private static readonly (string Line, string Reason)[] Differences = [];

    [Fact]
    public void A_session_is_that_of_the_C_kernel()
    {
        string[] theirs = Lines(DebugImage("reference", Session)),
            ours = Lines(DebugImage("port", Session));
        Assert.Contains(theirs, l => l.StartsWith("Value returned is", StringComparison.Ordinal));
        Assert.Contains(theirs, l => l.Contains("unsigned int wanted : 1;", StringComparison.Ordinal));
        Assert.Equal(
            Differences.Select(d => d.Line).Order(StringComparer.Ordinal),
            theirs
                .Except(ours)
                .Select(l => "-" + l)
                .Concat(ours.Except(theirs).Select(l => "+" + l))
                .Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Addresses are each kernel's own, and the port's paths start in the project: it has two trees.</summary>
    private static string[] Lines(string said) =>
        [
            .. Address()
                .Replace(said, "ADDRESS")
                .Replace("./original-c/", "")
                .Replace("original-c/", "")
                .Replace("at ./", "at ")
                .Split('\n')
                .Select(l => l.Trim()),
        ];

    [GeneratedRegex("0x[0-9a-f]{4,8}")]
    private static partial Regex Address();
}
