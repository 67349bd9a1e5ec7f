using Porting.Campaigns;
using Porting.Campaigns.Edits;
using Porting.Campaigns.Kernels;
using Porting.Campaigns.Kills;
using Porting.Campaigns.RealWorld;

// campaigns NAME [--count N] [--first N] [--seed N] [--only N] [--jobs N] [--folder DIR] [FILE...]: long comparisons
// with clang; build.cake has the usual ones as targets.
int Option(string name, int otherwise) =>
    Array.IndexOf(args, name) is var at && at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1]) : otherwise;
string? Word(string name) =>
    Array.IndexOf(args, name) is var at && at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
string Folder(string otherwise) => Word("--folder") ?? otherwise;

int seed = Option("--seed", 1);
int jobs = Option("--jobs", Environment.ProcessorCount);
switch (args.FirstOrDefault())
{
    case "csmith":
        return CsmithCampaign.Run(
            Option("--count", 100),
            Option("--first", 0),
            seed,
            jobs,
            Folder("artifacts/campaigns/csmith")
        );
    case "compare":
        Comparison comparison = Differential.Compare([args[1]], args[2..]);
        Console.WriteLine($"{comparison.Verdict} {comparison.Text}");
        return comparison.Verdict == Verdict.Same ? 0 : 1;
    case "huge":
        return HugeInputs.Run();
    case "interesting":
        return Interestingness.Holds(
            args[1],
            Enum.Parse<Verdict>(args[2]),
            Word("--pretend"),
            [.. args.Skip(3).TakeWhile(a => a != "--pretend")]
        )
            ? 0
            : 1;
    case "reduce":
        return Reducer.Run(args[1], Word("--pretend"));
    case "csmith-options":
        using (Porting.Hosted.WorkFolder scratch = new())
        {
            string[] missing =
            [
                .. CsmithOptions.All.SelectMany(set =>
                    CsmithCampaign
                        .Missing(set, 20, scratch.Path)
                        .Select(pattern => $"{set.Name}: no program shows {pattern}")
                ),
            ];
            Array.ForEach(missing, Console.WriteLine);
            return missing.Length == 0 ? 0 : 1;
        }

    case "profile":
        return Profile.Run(args[1], args[2..], 6);
    case "generated":
        return GeneratedCampaign.Run(
            Option("--count", 100),
            Option("--first", 0),
            seed,
            jobs,
            Folder("artifacts/campaigns/generated")
        );
    case "torture":
        return TortureCampaign.Run(
            Directory.GetCurrentDirectory(),
            Option("--count", int.MaxValue),
            Option("--first", 0),
            jobs,
            Folder("artifacts/campaigns/torture"),
            Option("--step", 1)
        );
    case "write":
        Directory.CreateDirectory(args[2]);
        Console.WriteLine(string.Join('\n', GeneratedCampaign.Write(int.Parse(args[1]), args[2]).Files));
        return 0;
    case "mutants":
        return new MutationCampaign(
            seed,
            Folder("artifacts/campaigns/mutants"),
            MutationCorpus.Load(".", Word("--commands"))
        ).Run(Option("--count", 1000), jobs, Word("--only") is { } only ? int.Parse(only) : null);
    case "edits":
        return EditsCampaign.Run(Option("--count", 300), seed, Folder("artifacts/campaigns/edits"));
    case "kills":
        return KillsProgram.Run(
            Option("--count", 200),
            seed,
            Word("--verb")?.Split(',') ?? [],
            Word("--disks")?.Split(',') ?? ["one", "two"]
        );
    case "kernels":
        return KernelsCampaign.Run(
            Directory.GetCurrentDirectory(),
            [.. args.Skip(1).Where(a => a.Length > 0 && !a.StartsWith('-'))],
            args.FirstOrDefault(a => a.StartsWith("--gnumach=", StringComparison.Ordinal))?["--gnumach=".Length..]
        );
    case "realworld":
        return RealWorldCampaign.Run(
            Directory.GetCurrentDirectory(),
            [.. args.Skip(1).Where(a => a.Length > 0 && !a.StartsWith('-'))]
        );
    default:
        Console.Error.WriteLine(
            "campaigns: csmith | csmith-options | kills | generated | torture | write NUMBER FOLDER | mutants | edits | huge | kernels [NAME...] [--gnumach=DIR] | realworld [NAME...] | compare FILE FLAGS... | reduce FILE|FOLDER | profile FILE FLAGS..."
        );
        return 2;
}
