namespace Porting.Campaigns.Kills;

/// <summary>The whole campaign over the kernel: each verb that writes, on one and on two file systems, and on full
/// ones.</summary>
internal static class KillsProgram
{
    private const int Enough = 65536;

    public static int Run(int count, int seed, string? only)
    {
        int wrong = 0;
        foreach (bool isTwo in (bool[])[false, true])
        {
            if (isTwo && !Mount.IsAllowed)
            {
                Console.WriteLine("two file systems: skipped, this machine mounts none for us");
                continue;
            }

            string root = Directory.CreateTempSubdirectory("porting-kills-").FullName;
            using Mount? generated = isTwo ? Mount.TryAt(Path.Combine(root, "kernel-generated"), Enough) : null;
            using Mount? pages = isTwo ? Mount.TryAt(Path.Combine(root, KilledPort.Pages), Enough) : null;
            KilledKernel port = new(root);
            port.AddForeignFiles();
            KillCampaign campaign = new(port, seed);
            foreach (string verb in port.Verbs.Keys.Where(v => only == null || v == only))
            {
                KillResult result = campaign.Run(verb, count);
                Console.WriteLine($"{(isTwo ? "two file systems" : "one file system")}, {verb}: {result}");
                wrong += result.Wrong.Count;
                result.Wrong.ToList().ForEach(Console.WriteLine);
            }

            if (generated != null && only is null or "full")
            {
                (int failures, IReadOnlyList<string> bad) = new FullDiskCampaign(port, generated!).Run("emit", 64);
                Console.WriteLine($"full disk, emit: {failures} refused, then done; {bad.Count} wrong");
                wrong += bad.Count;
                bad.ToList().ForEach(Console.WriteLine);
            }

            pages?.Dispose();
            generated?.Dispose();
            port.Dispose();
        }

        return wrong == 0 ? 0 : 1;
    }
}
