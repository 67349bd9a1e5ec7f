using Porting.Build;
using Porting.Hosted;
using Porting.Tests;

namespace Porting.Campaigns;

/// <summary>
/// What a smaller program has to keep: our verdict on it is the same, and it is a program about whose meaning compilers
/// agree. Without the second half every reduction ends at undefined behaviour. The cheap questions come first.
/// </summary>
public static class Interestingness
{
    /// <summary>Warnings that mean undefined behaviour, or a program that is C no more.</summary>
    private static readonly string[] Strict =
    [
        "-Wall",
        "-Werror=implicit-function-declaration",
        "-Werror=implicit-int",
        "-Werror=return-type",
        "-Werror=uninitialized",
        "-Werror=sometimes-uninitialized",
        "-Werror=int-conversion",
        "-Werror=incompatible-pointer-types",
        "-Werror=format",
        "-Werror=array-bounds",
        "-Werror=shift-count-overflow",
        "-Werror=shift-count-negative",
        "-Werror=division-by-zero",
        "-Werror=unsequenced",
        "-Werror=return-stack-address",
    ];

    private static readonly string[] Undefined = ["-fsanitize=undefined", "-fno-sanitize-recover=all"];
    private static readonly string[] Both = ["-fsanitize=undefined,address", "-fno-sanitize-recover=all"];

    public static bool Holds(string file, Verdict verdict, string? pretended, IReadOnlyList<string> flags)
    {
        string full = Path.GetFullPath(file);
        using WorkFolder work = new();
        ToolResult? expected = Output(Tool.Clang, ["-O0", .. Strict, .. flags], full, work);
        return expected != null
            && Agrees(expected, Output(Tool.Clang, ["-O2", "-w", .. flags], full, work))
            && Agrees(expected, Output(Tool.Gcc, ["-O0", "-w", .. flags], full, work))
            && Agrees(
                expected,
                Output(
                    Tool.Gcc,
                    ["-O1", "-w", .. InstructionCounter.IsEmulated ? Undefined : Both, .. flags],
                    full,
                    work
                )
            )
            && (!InstructionCounter.IsEmulated || KeepsToItsMemory(full, flags, work))
            && Differential.Compare(new CampaignProgram([full], flags) { Pretended = pretended }).Verdict == verdict;
    }

    /// <summary>The address sanitizer's shadow memory is more than an emulated i386 has; its 64-bit sibling, whose
    /// types are other ones, still sees an access beyond an object.</summary>
    private static bool KeepsToItsMemory(string file, IReadOnlyList<string> flags, WorkFolder work)
    {
        string program = work.At("a64.out");
        ToolResult compiled = ToolRunner.Run(
            Tool.Gcc.Locate(),
            ["-O1", "-w", "-fsanitize=address", .. flags, file, "-o", program, "-lm"],
            work.Path
        );
        return compiled.ExitStatus != 0
            || !Differential
                .RunProgram(program, work.Path, seconds: 10)
                .Errors.Contains("AddressSanitizer", StringComparison.Ordinal);
    }

    private static bool Agrees(ToolResult expected, ToolResult? other) =>
        other != null && expected.ExitStatus == other.ExitStatus && expected.Output == other.Output;

    private static ToolResult? Output(Tool compiler, IReadOnlyList<string> arguments, string file, WorkFolder work)
    {
        string program = work.At("a.out");
        ToolResult compiled = ToolRunner.Run(
            compiler.Locate(),
            [.. HostedCompiler.TargetArguments, .. arguments, file, "-o", program, "-lm"],
            work.Path
        );
        ToolResult? ran = compiled.ExitStatus == 0 ? Differential.RunProgram(program, work.Path, seconds: 2) : null;
        return ran is { HasTimedOut: false } ? ran : null;
    }
}
