using System.Diagnostics;

namespace Porting.Campaigns;

/// <param name="Files">C files; their folder has everything else that they need.</param>
/// <param name="Flags">For the front end.</param>
public sealed record CampaignProgram(IReadOnlyList<string> Files, IReadOnlyList<string> Flags)
{
    /// <summary>Where its files are.</summary>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(Files[0]))!;

    /// <summary>The one of the files that clang compiles in our program as well.</summary>
    public string? ForeignFile { get; init; }

    /// <summary>For trying the machinery: a program of ours that prints this counts as one that differs.</summary>
    public string? Pretended { get; init; }

    /// <summary>What else is asked of an object of ours: the C file and the object; the answer is a difference, or null.
    /// </summary>
    public Func<string, string, string?>? Inspect { get; init; }

    /// <summary>Readability passes that our program is made without.</summary>
    public IReadOnlyList<string> WithoutPasses { get; init; } = [];
}

/// <summary>Many comparisons, several at once; failures are kept in a folder with their program and reported, a line of
/// progress goes out now and then.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Folder">Where failing programs go; emptied first.</param>
public sealed class Campaign(string name, string folder)
{
    private const int MostAttempts = 5;

    // Whole, since tools that run in it are given files of it by name.
    private readonly string _folder = Path.GetFullPath(folder);

    private readonly Dictionary<Verdict, int> _counts = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private TimeSpan _lastLine;

    /// <param name="count">How many programs.</param>
    /// <param name="first">The number of the first one.</param>
    /// <param name="jobs">How many at once.</param>
    /// <param name="write">Writes program number i into a folder and gives its files and flags; asked again, with the
    /// number of the attempt, when the program says nothing because it does not end.</param>
    /// <returns>Exit status: 0 when all programs gave a verdict, nothing differed, nothing crashed, and nothing was
    /// refused.</returns>
    public int Run(int count, int first, int jobs, Func<int, int, string, CampaignProgram> write)
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        Directory.CreateDirectory(_folder);
        Parallel.For(
            first,
            first + count,
            new ParallelOptions { MaxDegreeOfParallelism = jobs },
            i =>
            {
                string place = Path.Combine(_folder, i.ToString("d5"));
                Directory.CreateDirectory(place);
                Comparison comparison = CompareOne(i, place, write);
                Note(i, count, comparison);
                if (comparison.Verdict == Verdict.Same)
                {
                    Directory.Delete(place, recursive: true);
                }
                else
                {
                    File.WriteAllText(Path.Combine(place, "verdict.txt"), $"{comparison.Verdict}\n{comparison.Text}\n");
                }
            }
        );
        Console.WriteLine($"{name}: {Summary()}");
        return Failures == 0 && _counts.GetValueOrDefault(Verdict.Same) > 0 ? 0 : 1;
    }

    private static Comparison CompareOne(int number, string place, Func<int, int, string, CampaignProgram> write)
    {
        Comparison comparison;
        int attempt = 0;
        do
        {
            comparison = Differential.Compare(write(number, attempt, place));
        } while (comparison.Verdict == Verdict.NoVerdict && ++attempt < MostAttempts);
        return comparison;
    }

    private int Failures =>
        _counts.GetValueOrDefault(Verdict.Differs)
        + _counts.GetValueOrDefault(Verdict.Refused)
        + _counts.GetValueOrDefault(Verdict.Crashed)
        + _counts.GetValueOrDefault(Verdict.NoVerdict);

    private string Summary() =>
        $"{_counts.Values.Sum()} programs in {_watch.Elapsed.TotalSeconds:F0} s: {_counts.GetValueOrDefault(Verdict.Same)} same, {_counts.GetValueOrDefault(Verdict.Differs)} differ, "
        + $"{_counts.GetValueOrDefault(Verdict.Refused)} refused, {_counts.GetValueOrDefault(Verdict.Crashed)} crashed, {_counts.GetValueOrDefault(Verdict.NoVerdict)} without a verdict";

    private void Note(int number, int count, Comparison comparison)
    {
        lock (_lock)
        {
            _counts[comparison.Verdict] = _counts.GetValueOrDefault(comparison.Verdict) + 1;
            if (comparison.Verdict != Verdict.Same)
            {
                Console.WriteLine($"{name} {number:d5}: {comparison.Verdict}: {comparison.Text.Split('\n')[0]}");
            }

            if (_watch.Elapsed - _lastLine > TimeSpan.FromSeconds(20))
            {
                _lastLine = _watch.Elapsed;
                Console.WriteLine($"{name}: {_counts.Values.Sum()} of {count}, {Failures} failed");
            }
        }
    }
}
