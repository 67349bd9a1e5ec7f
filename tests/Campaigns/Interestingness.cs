using Porting.Build;
using Porting.Hosted;

namespace Porting.Campaigns;

/// <summary>
/// What a smaller program has to keep: our verdict on it is the same, and it is a program about whose meaning compilers agree. Without the second half every reduction ends at undefined behaviour. The cheap questions come first.
/// </summary>
public static class Interestingness
{
    /// <summary>Warnings that mean undefined behaviour, or a program that is C no more.</summary>
    private static readonly string[] Strict = ["-Wall", "-Werror=implicit-function-declaration", "-Werror=implicit-int", "-Werror=return-type", "-Werror=uninitialized", "-Werror=sometimes-uninitialized", "-Werror=int-conversion", "-Werror=incompatible-pointer-types", "-Werror=format",
        "-Werror=array-bounds", "-Werror=shift-count-overflow", "-Werror=shift-count-negative", "-Werror=division-by-zero", "-Werror=unsequenced", "-Werror=return-stack-address"];

    private static readonly string[] Sanitizers = ["-fsanitize=undefined,address", "-fno-sanitize-recover=all"];

    public static bool Holds(string file, Verdict verdict, string? pretended, IReadOnlyList<string> flags)
    {
        string full = Path.GetFullPath(file);
        using WorkFolder work = new();
        ToolResult? expected = Output(Tool.Clang, ["-O0", .. Strict, .. flags], full, work);
        return expected != null
            && Agrees(expected, Output(Tool.Clang, ["-O2", "-w", .. flags], full, work))
            && Agrees(expected, Output(Tool.Gcc, ["-O0", "-w", .. flags], full, work))
            && Agrees(expected, Output(Tool.Gcc, ["-O1", "-w", .. Sanitizers, .. flags], full, work))
            && Differential.Compare(new CampaignProgram([full], flags) { Pretended = pretended }).Verdict == verdict;
    }

    private static bool Agrees(ToolResult expected, ToolResult? other) => other != null && expected.ExitStatus == other.ExitStatus && expected.Output == other.Output;

    private static ToolResult? Output(Tool compiler, IReadOnlyList<string> arguments, string file, WorkFolder work)
    {
        string program = work.At("a.out");
        ToolResult compiled = ToolRunner.Run(compiler.Locate(), [.. HostedCompiler.TargetArguments, .. arguments, file, "-o", program, "-lm"], work.Path);
        ToolResult? ran = compiled.ExitStatus == 0 ? Differential.RunProgram(program, work.Path, seconds: 2) : null;
        return ran is { HasTimedOut: false } ? ran : null;
    }
}
