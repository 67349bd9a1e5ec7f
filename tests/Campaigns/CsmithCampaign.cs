using System.Text.RegularExpressions;
using Porting.Build;

namespace Porting.Campaigns;

/// <summary>Random programs of csmith; each prints a checksum over its globals at the end. The option sets are taken in
/// turn.</summary>
public static class CsmithCampaign
{
    /// <summary>Apart from the seeds of any run, for programs in the place of those that do not end.</summary>
    private const int NextAttempt = 10_000_000;
    private const int NextSeed = 1_000_000;

    // csmith has the builtins of that instruction
    public static readonly IReadOnlyList<string> Flags = ["-I/usr/include/csmith", "-mcrc32"];

    public static int Run(int count, int first, int seed, int jobs, string folder) =>
        new Campaign("csmith", folder).Run(
            count,
            first,
            jobs,
            (i, attempt, place) =>
                new CampaignProgram(
                    [Generate(seed + i + attempt * NextAttempt, CsmithOptions.All[i % CsmithOptions.All.Count], place)],
                    Flags
                )
        );

    /// <returns>The file. csmith itself does not end on some seeds: the next one then. Errors: csmith's own, as an
    /// exception, since an option set that csmith refuses would test nothing.</returns>
    public static string Generate(int seed, CsmithOptions set, string folder)
    {
        string file = Path.Combine(folder, "p.c");
        for (int attempt = 0; attempt < 5; attempt++)
        {
            ToolResult made = ToolRunner.Run(
                "/usr/bin/prlimit",
                [
                    "--cpu=10",
                    "--",
                    new Tool("csmith", "csmith").Locate(),
                    "--seed",
                    $"{seed + attempt * NextSeed}",
                    "-o",
                    file,
                    .. set.Options,
                ],
                folder
            );
            if (made.ExitStatus == 0 && File.Exists(file))
            {
                return file;
            }

            if (!Differential.WasEndedForTime(made))
            {
                throw new InvalidOperationException($"csmith ({set.Name}): {made.FirstComplaint}");
            }
        }

        throw new InvalidOperationException($"csmith ({set.Name}) does not end on seed {seed} and the next ones");
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
