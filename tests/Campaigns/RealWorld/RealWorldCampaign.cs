using Porting.Tests;

namespace Porting.Campaigns.RealWorld;

/// <summary>Every library and project beside clang; one table at the end, exit status 1 when anything differs, is
/// refused or has no verdict.</summary>
public static class RealWorldCampaign
{
    /// <param name="only">Names to take; all when empty.</param>
    public static int Run(string root, IReadOnlyList<string> only)
    {
        SourcePackage packages = new(Path.Combine(root, "artifacts/packages"));
        string[] compiler = [Path.Combine(root, "port"), "cc"];
        LibraryComparison libraries = new(packages, compiler, Path.Combine(root, "tests/Campaigns/RealWorld"));
        List<RealResult> results = [];
        foreach (Library library in Libraries.All.Where(l => only.Count == 0 || only.Contains(l.Name)))
        {
            results.Add(Guarded(library.Name, () => libraries.Compare(library)));
            Console.WriteLine(Line(results[^1]));
        }

        ProjectComparison projects = new(
            packages,
            string.Join(' ', compiler),
            Path.Combine(root, "tests/Campaigns/RealWorld"),
            Path.Combine(root, "artifacts/campaigns/realworld")
        );
        foreach (Project project in Projects.All.Where(p => only.Count == 0 || only.Contains(p.Name)))
        {
            results.Add(Guarded(project.Name, () => projects.Compare(project)));
            Console.WriteLine(Line(results[^1]));
        }

        return Summary(results);
    }

    /// <summary>What cannot be fetched, run or measured is a line of the table without a verdict, and a
    /// failure.</summary>
    private static RealResult Guarded(string name, Func<RealResult> compare)
    {
        try
        {
            return compare();
        }
        catch (PortException failed)
        {
            return new RealResult(name, 0, Verdict.NoVerdict, failed.Diagnostics[0].Message, null);
        }
    }

    private static string Line(RealResult result) =>
        $"{result.Name, -28} {result.Lines, 7} lines  {result.Verdict, -9} {Column(result.Ratio)} {Column(result.Size)}  {(result.Verdict == Verdict.Same ? "" : result.Text)}";

    private static string Column(double? ratio) => ratio is { } number ? $"{number, 5:F2}" : "    -";

    private static int Summary(List<RealResult> results)
    {
        int same = results.Count(r => r.Verdict == Verdict.Same);
        Console.WriteLine(
            $"real world: {results.Count} libraries and projects, {results.Sum(r => r.Lines)} lines of C: {same} same, {results.Count - same} not"
        );
        WriteMean($"instructions ({InstructionCounter.Name} count)", results.Select(r => r.Ratio));
        WriteMean("code and constants, bytes", results.Select(r => r.Size));
        string[] large = [.. results.Where(r => r.IsLarge).Select(r => r.Name)];
        if (large.Length > 0)
        {
            Console.WriteLine($"larger than their bounds: {string.Join(", ", large)}");
        }

        return same == results.Count && same > 0 && large.Length == 0 ? 0 : 1;
    }

    private static void WriteMean(string what, IEnumerable<double?> measured)
    {
        double[] ratios = [.. measured.OfType<double>()];
        if (ratios.Length > 0)
        {
            Console.WriteLine(
                $"{what} over clang -m32 -O2, geometric mean of {ratios.Length}: {Math.Exp(ratios.Average(Math.Log)):F2}"
            );
        }
    }
}
