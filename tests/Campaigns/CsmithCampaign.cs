using Porting.Build;

namespace Porting.Campaigns;

/// <summary>Random programs of csmith; each prints a checksum over its globals at the end. The option sets are taken in turn.</summary>
public static class CsmithCampaign
{
    private static readonly string[][] OptionSets =
    [
        [],
        ["--bitfields", "--packed-struct"],
        ["--no-volatiles", "--unions", "--max-struct-fields", "12"],
        ["--volatiles", "--volatile-pointers", "--const-pointers"],
        ["--jumps", "--embedded-assigns", "--comma-operators", "--max-block-depth", "6"],
        ["--float", "--strict-float"],
        ["--longlong", "--math64", "--int8", "--uint8", "--inline-function"],
        ["--arrays", "--max-array-dim", "4", "--max-array-len-per-dim", "8", "--builtins"],
    ];

    public static int Run(int count, int seed, int jobs, string folder)
    {
        string csmith = new Tool("csmith", "csmith").Locate();
        return new Campaign("csmith", folder).Run(count, jobs, (i, place) =>
        {
            string file = Path.Combine(place, "p.c");
            string[] options = OptionSets[i % OptionSets.Length];
            ToolResult made = ToolRunner.Run(csmith, ["--seed", $"{seed + i}", "-o", file, .. options], place, TimeSpan.FromSeconds(20));
            return made.ExitStatus == 0 && File.Exists(file) ? (new[] { file }, ["-I/usr/include/csmith"]) : null;
        });
    }
}
