namespace Porting.Campaigns.Kills;

/// <summary>The whole campaign over the kernel: each verb that writes, on one and on two file systems, and on full
/// ones.</summary>
internal static class KillsProgram
{
    private const int FullDiskStep = 64;

    /// <summary>A build compiles each changed file: with few of them it takes about as long as the other verbs.</summary>
    private const int ChangesEveryForBuild = 12;

    private const string Full = "full";

    /// <param name="only">Verbs, "full", or nothing: all.</param>
    /// <param name="disks">"one", "two": the number of file systems.</param>
    public static int Run(int count, int seed, IReadOnlyList<string> only, IReadOnlyList<string> disks)
    {
        if (only.Except([.. KilledPort.Verbs.Keys, Full]).Concat(disks.Except(["one", "two"])).ToList() is [_, ..] no)
        {
            Console.Error.WriteLine($"kills: there is no {string.Join(", ", no)}");
            return 2;
        }

        int wrong = 0;
        foreach (bool isTwo in disks.Select(d => d == "two"))
        {
            if (isTwo && !Mount.IsAllowed)
            {
                Console.WriteLine("two file systems: skipped, this machine mounts none for us");
                continue;
            }

            string root = Directory.CreateTempSubdirectory("porting-kills-").FullName;
            string[] folders = ["kernel-generated", KilledPort.Pages, "kernel-handwritten", "artifacts"];
            Mount[] mounts = isTwo ? [.. folders.Select(f => Mount.TryAt(Path.Combine(root, f), Mount.Enough)!)] : [];
            KilledKernel port = new(root);
            try
            {
                port.AddForeignFiles();
                wrong += Kills(port, count, seed, only, isTwo ? "on file systems of their own" : "on one file system");
                if (isTwo && (only.Count == 0 || only.Contains(Full)))
                {
                    wrong += FullDisks(port, mounts);
                }
            }
            finally
            {
                Array.ForEach(mounts, m => m.Dispose());
                port.Dispose();
            }
        }

        return wrong == 0 ? 0 : 1;
    }

    private static int Kills(KilledKernel port, int count, int seed, IReadOnlyList<string> only, string where)
    {
        int wrong = 0;
        KillCampaign campaign = new(port, seed);
        foreach (string verb in KilledPort.Verbs.Keys.Where(v => only.Count == 0 || only.Contains(v)))
        {
            Console.WriteLine($"{verb} {where}: each state first, undisturbed");
            port.ChangesEvery = verb == "build" ? ChangesEveryForBuild : 1;
            KillResult result =
                verb == "build" ? new BuildKillCampaign(port, seed).Run(count) : campaign.Run(verb, count);
            Console.WriteLine($"{verb} {where}: {result}");
            wrong += result.Wrong.Count;
            result.Wrong.ToList().ForEach(Console.WriteLine);
        }

        return wrong;
    }

    /// <summary>Where each verb writes, and the artifacts, which all do.</summary>
    private static int FullDisks(KilledKernel port, Mount[] mounts)
    {
        int wrong = 0;
        foreach (
            (string verb, Mount mount, int step, int sizes) in (ReadOnlySpan<(string, Mount, int, int)>)
                [
                    ("emit", mounts[0], FullDiskStep, int.MaxValue),
                    ("report", mounts[1], FullDiskStep, int.MaxValue),
                    ("accept", mounts[2], FullDiskStep / 4, int.MaxValue),
                    ("emit", mounts[3], FullDiskStep * 4, 20),
                    ("accept", mounts[3], FullDiskStep * 4, 20),
                    ("report", mounts[3], FullDiskStep * 4, 20),
                ]
        )
        {
            (int failures, IReadOnlyList<string> bad) = new FullDiskCampaign(port, mount).Run(verb, step, sizes);
            Console.WriteLine($"{verb}, {mount.Name} full: {failures} refused, then done; {bad.Count} wrong");
            wrong += bad.Count;
            bad.ToList().ForEach(Console.WriteLine);
        }

        return wrong;
    }
}
