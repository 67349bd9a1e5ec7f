using Porting.Build;

namespace Porting.Campaigns.Kernels;

/// <summary>
/// Foreign low-level code with the port as its drop-in compiler, beside the same code by clang: built by its own
/// Makefile, run or booted, compared. One table at the end; exit status 1 when something differs or fails. Without a
/// source the project counts as skipped, with the reason.
/// </summary>
public static class KernelsCampaign
{
    /// <param name="root">The repository.</param>
    /// <param name="only">Projects to take; all when empty.</param>
    /// <param name="gnumach">A tree of GNU Mach, or null.</param>
    public static int Run(string root, IReadOnlyList<string> only, string? gnumach)
    {
        string folder = Path.Combine(root, "artifacts/kernels");
        DebianSource sources = new(Path.Combine(folder, "sources"));
        string port = Path.Combine(root, "port") + " cc";
        (string Name, Func<KernelRow> Run)[] projects =
        [
            ("musl", new MuslBuild(sources, port, folder, root).Run),
            ("seabios", new SeabiosBuild(sources, port, folder, Path.Combine(root, "artifacts/kernel/port.iso")).Run),
            ("grub2", new GrubBuild(sources, port, folder, Path.Combine(root, "artifacts/kernel/port.elf")).Run),
            ("linux", new LinuxBuild(sources, port, folder, root).Run),
            ("gnumach", new GnuMachBuild(gnumach, port, folder).Run),
        ];
        List<KernelRow> rows = [];
        foreach ((string name, Func<KernelRow> run) in projects.Where(p => only.Count == 0 || only.Contains(p.Name)))
        {
            Console.WriteLine($"kernels: {name}");
            rows.Add(Guarded(name, run));
        }

        Console.WriteLine(KernelRow.Head);
        rows.ForEach(Console.WriteLine);
        int skipped = rows.Count(r => r.Verdict == KernelVerdict.Skipped);
        Console.WriteLine(
            $"kernels: {rows.Count(r => r.Verdict == KernelVerdict.Same)} the same, {rows.Count(r => r.Verdict is KernelVerdict.Differs or KernelVerdict.Failed)} not, {skipped} skipped"
        );
        return rows.Count > 0 && rows.All(r => r.Verdict is KernelVerdict.Same or KernelVerdict.Skipped) ? 0 : 1;
    }

    private static KernelRow Guarded(string name, Func<KernelRow> run)
    {
        try
        {
            return run();
        }
        catch (SourceMissingException missing)
        {
            return KernelRow.Without(name, KernelVerdict.Skipped, missing.Message);
        }
        catch (BuildFailedException failed)
        {
            return KernelRow.Without(name, KernelVerdict.Failed, failed.Message);
        }
        catch (PortException failed)
        {
            return KernelRow.Without(name, KernelVerdict.Failed, failed.Diagnostics[0].Message);
        }
    }
}
