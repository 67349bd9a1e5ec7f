using Porting.Build;
using Porting.Build.Link;
using Porting.Hosted;
using Porting.Tests;

namespace Porting.Campaigns.RealWorld;

/// <summary>A line of the table.</summary>
/// <param name="Ratio">Our instructions over clang's; null when there is nothing to compare.</param>
public sealed record RealResult(string Name, long Lines, Verdict Verdict, string Text, double? Ratio)
{
    /// <summary>A program may be so many times as large as clang's, when it has no reason of its own.</summary>
    public const double UsualSize = 1.05;

    /// <summary>Our bytes of code and read-only data over clang's, of one program.</summary>
    public double? Size { get; init; }

    /// <summary>It may be so much.</summary>
    public double MostSize { get; init; } = UsualSize;

    public bool IsLarge => Size > MostSize;
}

/// <summary>What a program's code and constants take.</summary>
internal static class ProgramSize
{
    private static readonly string[] Counted = [".text", ".rodata"];

    public static double Ratio(string ours, string theirs) => (double)Of(ours) / Of(theirs);

    private static long Of(string program) =>
        ElfImage.Read(program).Sections.Where(s => Counted.Contains(s.Name)).Sum(s => s.Size);
}

/// <summary>
/// One library with its driver: compiled by clang -O2 and by <c>port cc</c>, run, compared by output and exit status;
/// speed by instructions, which a busy machine does not change.
/// </summary>
/// <param name="compiler">The command that stands for <c>port cc</c>.</param>
/// <param name="drivers">Folder of the drivers.</param>
public sealed class LibraryComparison(SourcePackage packages, IReadOnlyList<string> compiler, string drivers)
{
    /// <summary>Counting instructions takes up to fifty times as long as the program.</summary>
    public bool MeasuresSpeed { get; init; } = true;

    public RealResult Compare(Library library)
    {
        using WorkFolder work = new();
        List<string> arguments =
        [
            .. library.Flags.Select(packages.Expand),
            "-O2",
            "-w",
            "-std=gnu11",
            Path.Combine(drivers, library.Name, "driver.c"),
            .. library.Sources.SelectMany(packages.Files),
        ];
        long lines = library.Counted.SelectMany(packages.Files).Sum(f => File.ReadLines(f).LongCount());
        ToolResult clang = ToolRunner.Run(
            Tool.Clang.Locate(),
            [.. HostedCompiler.TargetArguments, .. arguments, "-o", work.At("clang"), "-lm"],
            work.Path
        );
        if (clang.ExitStatus != 0)
        {
            return new RealResult(library.Name, lines, Verdict.NoVerdict, $"clang: {clang.FirstComplaint}", null);
        }

        ToolResult ours = ToolRunner.Run(
            compiler[0],
            [.. compiler.Skip(1), .. arguments, "-o", work.At("ours"), "-lm"],
            work.Path,
            TimeSpan.FromMinutes(10)
        );
        if (ours.ExitStatus != 0)
        {
            return new RealResult(
                library.Name,
                lines,
                ours.ExitStatus == 1 ? Verdict.Refused : Verdict.Crashed,
                ours.FirstComplaint,
                null
            );
        }

        string[] data = [.. library.Data.Select(packages.Expand)];
        ToolResult expected = ToolRunner.Run(work.At("clang"), data, work.Path, TimeSpan.FromMinutes(1));
        ToolResult actual = ToolRunner.Run(work.At("ours"), data, work.Path, TimeSpan.FromMinutes(5));
        if (expected.ExitStatus != 0 || expected.Output.Length == 0)
        {
            return new RealResult(
                library.Name,
                lines,
                Verdict.NoVerdict,
                $"clang's program fails: {expected.FirstComplaint}",
                null
            );
        }

        string? difference = Differential.Difference(expected, actual);
        double? ratio =
            difference == null && MeasuresSpeed
                ? (double)InstructionCounter.Count([work.At("ours"), .. data], work.Path)
                    / InstructionCounter.Count([work.At("clang"), .. data], work.Path)
                : null;
        return new RealResult(
            library.Name,
            lines,
            difference == null ? Verdict.Same : Verdict.Differs,
            difference ?? "",
            ratio
        )
        {
            Size = ProgramSize.Ratio(work.At("ours"), work.At("clang")),
            MostSize = library.MostSize,
        };
    }
}
