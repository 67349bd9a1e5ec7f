using Porting.Build;
using Porting.Hosted;

namespace Porting.Campaigns;

/// <summary>What came of a comparison.</summary>
public enum Verdict
{
    /// <summary>Same output, same exit status.</summary>
    Same,

    /// <summary>The two programs differ.</summary>
    Differs,

    /// <summary>The tool refused the C with diagnostics.</summary>
    Refused,

    /// <summary>The tool failed in a way that it should not.</summary>
    Crashed,

    /// <summary>The program of clang itself does not end in time, or is another one at -O0 than at -O1, or clang
    /// refuses it: says nothing about us.</summary>
    NoVerdict,
}

/// <param name="Text">For people: the difference, or the diagnostics.</param>
public sealed record Comparison(Verdict Verdict, string Text)
{
    /// <summary>What both print, when that is the same.</summary>
    public string Output { get; init; } = "";
}

/// <summary>A C program by clang and by us: compiled, run, compared.</summary>
public static class Differential
{
    /// <summary>Seconds of processor time, which do not depend on what else the machine does: a program ends in a
    /// fraction of one, or never.</summary>
    private const int ForClang = 1;
    private const int ForUs = 20;

    /// <summary>For clang, whose optimizer may otherwise take away a loop that never ends (C11 6.8.5p6): its program
    /// would end where the C does not.</summary>
    private static readonly string[] ForClangItself = [.. HostedCompiler.TargetArguments, "-w", "-fno-finite-loops"];

    private static readonly string[] Optimized = [.. ForClangItself, "-O1"];
    private static readonly string[] Plain = [.. ForClangItself, "-O0"];

    public static Comparison Compare(IReadOnlyList<string> files, IReadOnlyList<string> flags) =>
        Compare(new CampaignProgram(files, flags));

    public static Comparison Compare(CampaignProgram program)
    {
        using WorkFolder work = new();
        string directory = program.Folder;
        ToolResult expected = ByClang(program, Optimized, work, directory);
        if (!File.Exists(work.At("clang.out")))
        {
            return new Comparison(Verdict.NoVerdict, $"clang: {expected.FirstComplaint}");
        }

        if (expected.HasTimedOut)
        {
            return new Comparison(Verdict.NoVerdict, "clang's program does not end");
        }

        try
        {
            Comparison comparison = CompareWith(expected, program, work, directory);
            return
                comparison.Verdict == Verdict.Differs
                && program.Pretended == null
                && Difference(expected, ByClang(program, Plain, work, directory)) != null
                ? new Comparison(Verdict.NoVerdict, "undefined: clang -O0 and clang -O1 give different programs")
                : comparison;
        }
        catch (PortException refused)
        {
            return new Comparison(Verdict.Refused, string.Join('\n', refused.Diagnostics.Take(5)));
        }
        catch (Exception defect)
        {
            return new Comparison(Verdict.Crashed, defect.ToString());
        }
    }

    /// <summary>Whether clang, optimizing or not, makes a program of it that ends with exit status 0.</summary>
    public static bool EndsWell(CampaignProgram program)
    {
        using WorkFolder work = new();
        return ((string[][])[Optimized, Plain]).All(options =>
            ByClang(program, options, work, program.Folder) is { ExitStatus: 0, HasTimedOut: false }
            && File.Exists(work.At("clang.out"))
        );
    }

    /// <summary>clang's program run, or clang's own result when it makes none.</summary>
    private static ToolResult ByClang(CampaignProgram program, string[] options, WorkFolder work, string directory)
    {
        string output = work.At("clang.out");
        File.Delete(output);
        ToolResult compiled = ToolRunner.Run(
            Tool.Clang.Locate(),
            [.. options, .. program.Flags, .. program.Files.Select(Path.GetFullPath), "-o", output, "-lm"],
            directory
        );
        return compiled.ExitStatus == 0 ? RunProgram(output, directory, ForClang) : compiled;
    }

    private static Comparison CompareWith(
        ToolResult expected,
        CampaignProgram program,
        WorkFolder work,
        string directory
    )
    {
        List<string> objects = [];
        foreach (string file in program.Files)
        {
            objects.Add(work.At($"{objects.Count}.o"));
            if (file == program.ForeignFile)
            {
                ToolRunner.Run(
                    Tool.Clang.Locate(),
                    [.. Optimized, "-c", .. program.Flags, Path.GetFullPath(file), "-o", objects[^1]],
                    directory
                );
            }
            else
            {
                HostedCompiler.Compile(
                    new HostedUnit(directory, Path.GetFullPath(file), [.. program.Flags.Where(f => !IsLibrary(f))])
                    {
                        WithoutPasses = program.WithoutPasses,
                    },
                    objects[^1]
                );
                if (program.Inspect?.Invoke(Path.GetFullPath(file), objects[^1]) is { } found)
                {
                    return new Comparison(Verdict.Differs, found);
                }
            }
        }

        ToolResult linked = HostedLinker.Link(
            directory,
            [.. objects, "-o", work.At("ours.out"), .. program.Flags.Where(IsLibrary), "-lm"]
        );
        if (linked.ExitStatus != 0)
        {
            return new Comparison(Verdict.Crashed, $"linking: {linked.FirstComplaint}");
        }

        ToolResult actual = RunProgram(work.At("ours.out"), directory, ForUs);
        if (program.Pretended is { } pretended && actual.Output.Contains(pretended, StringComparison.Ordinal))
        {
            return new Comparison(Verdict.Differs, $"pretended: '{pretended}'");
        }

        return Difference(expected, actual) is { } difference
            ? new Comparison(Verdict.Differs, difference)
            : new Comparison(Verdict.Same, "") { Output = actual.Output };
    }

    private static bool IsLibrary(string flag) => flag.StartsWith("-l", StringComparison.Ordinal);

    /// <summary>The first difference of output and exit status; null if there is none.</summary>
    public static string? Difference(ToolResult expected, ToolResult actual)
    {
        string ours = actual.HasTimedOut ? "does not end" : $"exit status {actual.ExitStatus}\n{actual.Output}";
        string theirs = $"exit status {expected.ExitStatus}\n{expected.Output}";
        return ours == theirs ? null : FirstDifference(theirs, ours);
    }

    /// <summary>With a limit of processor time; a program that the kernel ends for it (SIGXCPU, SIGKILL) has timed
    /// out.</summary>
    public static ToolResult RunProgram(string path, string directory, int seconds)
    {
        ToolResult result = ToolRunner.Run(
            "/usr/bin/prlimit",
            [$"--cpu={seconds}", "--core=0", "--", path],
            directory,
            TimeSpan.FromMinutes(5)
        );
        return result with { HasTimedOut = WasEndedForTime(result) };
    }

    public static bool WasEndedForTime(ToolResult result) =>
        result.HasTimedOut || result.ExitStatus is 128 + 9 or 128 + 24;

    private static string FirstDifference(string expected, string actual)
    {
        string[] left = expected.Split('\n');
        string[] right = actual.Split('\n');
        int i = 0;
        while (i < Math.Min(left.Length, right.Length) && left[i] == right[i])
        {
            i++;
        }

        return $"line {i}: clang: {left.ElementAtOrDefault(i) ?? "(end)"} | ours: {right.ElementAtOrDefault(i) ?? "(end)"}";
    }
}
