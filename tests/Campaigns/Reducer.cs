using Porting.Build;
using Porting.Hosted;

namespace Porting.Campaigns;

/// <summary>
/// A failing program of a campaign made small by creduce, as long as it stays interesting
/// (<see cref="Interestingness"/>). The result is left beside the program as <c>reduced.c</c>, with clang's output as
/// <c>reduced.expected</c>: a candidate for a program of the semantics suite, to be written again in our own words.
/// </summary>
public static class Reducer
{
    /// <summary>Seconds for one question to the interestingness script.</summary>
    private const int Patience = 300;

    public static int Run(string fileOrFolder, string? pretended)
    {
        string file = Directory.Exists(fileOrFolder)
            ? Path.Combine(fileOrFolder, "p.c")
            : Path.GetFullPath(fileOrFolder);
        string[] flags = File.ReadAllText(file).Contains("csmith.h", StringComparison.Ordinal)
            ? [.. CsmithCampaign.Flags]
            : [];
        Comparison before = Differential.Compare(new CampaignProgram([file], flags) { Pretended = pretended });
        if (before.Verdict is Verdict.Same or Verdict.NoVerdict)
        {
            Console.Error.WriteLine($"reduce: {file}: {before.Verdict} {before.Text}: nothing to reduce");
            return 1;
        }

        using WorkFolder work = new();
        string small = work.At("p.c");
        Preprocess(file, flags, small, before.Verdict, pretended);
        string script = work.At("interesting.sh");
        File.WriteAllText(
            script,
            $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "campaigns.dll")}' interesting p.c {before.Verdict}{string.Concat(flags.Select(f => " " + f))}{(pretended == null ? "" : $" --pretend '{pretended}'")} >/dev/null 2>&1\n"
        );
        ToolRunner.Run("/bin/chmod", ["+x", script]);
        int from = File.ReadAllText(small).Length;
        ToolResult reduced = ToolRunner.Run(
            new Tool("creduce", "creduce").Locate(),
            ["--n", "2", "--timeout", $"{Patience}", script, "p.c"],
            work.Path,
            TimeSpan.FromHours(6)
        );
        if (reduced.ExitStatus != 0)
        {
            Console.Error.WriteLine($"reduce: creduce: {reduced.FirstComplaint}");
            return 1;
        }

        return Keep(file, small, flags, from);
    }

    /// <summary>creduce cannot take apart what stands in headers; where the preprocessed text is no longer interesting,
    /// the program stays as it is.</summary>
    private static void Preprocess(string file, string[] flags, string small, Verdict verdict, string? pretended)
    {
        ToolRunner.Run(
            Tool.Clang.Locate(),
            [.. HostedCompiler.TargetArguments, .. flags, "-E", "-P", file, "-o", small]
        );
        if (!Interestingness.Holds(small, verdict, pretended, flags))
        {
            File.Copy(file, small, overwrite: true);
        }
    }

    private static int Keep(string file, string small, string[] flags, int from)
    {
        string kept = Path.Combine(Path.GetDirectoryName(file)!, "reduced.c");
        File.Copy(small, kept, overwrite: true);
        using WorkFolder work = new();
        ToolRunner.Run(
            Tool.Clang.Locate(),
            [.. HostedCompiler.TargetArguments, "-O1", "-w", .. flags, kept, "-o", work.At("a.out"), "-lm"]
        );
        ToolResult expected = Differential.RunProgram(work.At("a.out"), work.Path, seconds: 2);
        File.WriteAllText(
            Path.ChangeExtension(kept, ".expected"),
            $"{expected.Output}exit status {expected.ExitStatus}\n"
        );
        Console.WriteLine($"reduce: {from} characters to {new FileInfo(kept).Length}: {kept}");
        return 0;
    }
}
