using System.Text.RegularExpressions;
using Porting.Build;

namespace Porting.Campaigns;

/// <summary>Random programs of csmith; each prints a checksum over its globals at the end. The option sets are taken in turn.</summary>
public static class CsmithCampaign
{
    /// <summary>Apart from the seeds of any run, for programs in the place of those that do not end.</summary>
    private const int NextAttempt = 10_000_000;

    public static readonly IReadOnlyList<string> Flags = ["-I/usr/include/csmith"];

    public static int Run(int count, int seed, int jobs, string folder) =>
        new Campaign("csmith", folder).Run(count, jobs, (i, attempt, place) => (new[] { Generate(seed + i + attempt * NextAttempt, CsmithOptions.All[i % CsmithOptions.All.Count], place) }, Flags));

    /// <returns>The file. Errors: csmith's own, as an exception, since an option set that csmith refuses would test nothing.</returns>
    public static string Generate(int seed, CsmithOptions set, string folder)
    {
        string file = Path.Combine(folder, "p.c");
        ToolResult made = ToolRunner.Run(new Tool("csmith", "csmith").Locate(), ["--seed", $"{seed}", "-o", file, .. set.Options], folder, TimeSpan.FromMinutes(2));
        return made.ExitStatus == 0 && File.Exists(file) ? file : throw new InvalidOperationException($"csmith ({set.Name}): {made.FirstComplaint}");
    }

    /// <summary>What a set claims to show and does not, in so many programs.</summary>
    public static IReadOnlyList<string> Missing(CsmithOptions set, int programs, string folder)
    {
        HashSet<string> missing = [.. set.Shows];
        for (int seed = 1; seed <= programs && missing.Count > 0; seed++)
        {
            string text = File.ReadAllText(Generate(seed, set, folder));
            missing.RemoveWhere(pattern => Regex.IsMatch(text, pattern));
        }

        return [.. missing];
    }
}
