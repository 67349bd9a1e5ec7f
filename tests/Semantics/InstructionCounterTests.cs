using Porting.Build;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>The benchmarks' figures: a program of which every instruction is known.</summary>
public sealed class InstructionCounterTests
{
    /// <summary>Three calls of a function of 2 + 10 * 2 + 1 instructions.</summary>
    private const string Program = """
        .globl _start, work
        .type work, @function
        .size work, _end_of_work - work
        work: movl $10, %ecx
         nop
        1: decl %ecx
         jnz 1b
         ret
        _end_of_work:
        .type _start, @function
        _start: call work
         call work
         call work
         movl $1, %eax
         xorl %ebx, %ebx
         jnz work
         int $0x80
        .data
        .long 1

        """;

    /// <summary>Callgrind leaves out the block that ends the program, and sees no symbols in a program without
    /// data.</summary>
    private static int NotCounted => InstructionCounter.IsEmulated ? 0 : 1;

    [Theory, InlineData(null, 3 * 23 + 7), InlineData("work", 3 * 23)]
    public void Every_instruction_counts(string? function, long expected)
    {
        Assert.SkipUnless(
            InstructionCounter.IsInstalled,
            "callgrind, or QEMU's user mode where this system emulates i386, is not installed"
        );
        using ScratchFolder folder = new();
        folder.Write("p.s", Program);
        Run(Tool.As, ["--32", "p.s", "-o", "p.o"], folder);
        Run(Tool.Ld, ["-m", "elf_i386", "p.o", "-o", "p"], folder);
        Assert.Equal(
            expected - (function == null ? NotCounted : 0),
            InstructionCounter.Count([folder.At("p")], folder.Path, function)
        );
    }

    private static void Run(Tool tool, string[] arguments, ScratchFolder folder)
    {
        ToolResult result = ToolRunner.Run(tool.Locate(), arguments, folder.Path);
        Assert.True(result.ExitStatus == 0, result.Errors);
    }
}
