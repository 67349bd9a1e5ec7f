using Porting.Translator.Output.Files;

namespace Porting.Translator.Tests.Files;

/// <summary>
/// A transaction that changes, adds and removes files of two folders, with a fault at every step: the files are the old
/// ones or the new ones, nothing else is touched, nothing is left behind.
/// </summary>
public sealed class TransactionTests
{
    private const string Home = "/p";
    private const string Root = "/p/generated";

    public static TheoryData<string> Layouts => ["/p/generated", "/p/generated/sub", "/p/hand", "/nothing", "/p"];

    private static readonly (string Path, string? Old, string? New)[] Files =
    [
        ("/p/generated/changed.cs", "old", "new, and longer"),
        ("/p/generated/removed.cs", "old", null),
        ("/p/generated/sub/changed.cs", "old", "new"),
        ("/p/generated/gone/deep/removed.cs", "old", null),
        ("/p/generated/added.cs", null, "new"),
        ("/p/generated/fresh/deep/added.cs", null, "new"),
        ("/p/hand/changed.cs", "old", "new"),
        ("/p/generated/port.lock.json", "old", "new"),
    ];

    private static readonly (string Path, string? Text)[] Foreign =
    [
        ("/p/port.json", "{}"),
        ("/p/generated/README.md", "people's"),
        ("/p/generated/empty", null),
        ("/p/generated/sub/notes", "people's"),
        ("/p/.git/HEAD", "ref"),
    ];

    private static MemoryDisk Disk(string mount)
    {
        MemoryDisk disk = new(mount);
        foreach (
            (string path, string? text) in Foreign.Concat(Files.Where(f => f.Old != null).Select(f => (f.Path, f.Old)))
        )
        {
            disk.Put(path, text);
        }

        return disk;
    }

    private static void Run(IDisk disk)
    {
        FileTransaction.Recover(Home, disk);
        using FileTransaction transaction = new(Home, disk);
        foreach ((string path, _, string? fresh) in Files)
        {
            string root = path.StartsWith(Root, StringComparison.Ordinal) ? Root : "/p/hand";
            if (fresh != null)
            {
                transaction.Write(path, root, System.Text.Encoding.UTF8.GetBytes(fresh), disk.Identify(path));
            }
            else
            {
                transaction.Delete(path, root, disk.Identify(path)!);
            }
        }

        transaction.Commit();
    }

    private static SortedDictionary<string, string?> After(string mount)
    {
        MemoryDisk disk = Disk(mount);
        Run(disk);
        return disk.Everything();
    }

    /// <summary>Runs with a fault; true when it says that it has done it, false when it says it has not, null when it
    /// was killed.</summary>
    private static bool? RunFaulty(IDisk disk, Action<IDisk> run)
    {
        try
        {
            run(disk);
            return true;
        }
        catch (PortException exception)
        {
            Assert.Equal("PORT4010", Assert.Single(exception.Diagnostics).Code);
            Assert.DoesNotContain(Journal.StagePrefix, exception.Diagnostics[0].Location.File);
            return false;
        }
        catch (KilledException)
        {
            return null;
        }
    }

    private static IEnumerable<(int Step, FaultyDisk Faulty, MemoryDisk Disk, bool? Result)> Faults(
        string mount,
        Fault fault
    )
    {
        for (int step = 0; ; step++)
        {
            MemoryDisk disk = Disk(mount);
            FaultyDisk faulty = new(disk, fault, step);
            bool? result = RunFaulty(faulty, Run);
            if (faulty.Steps <= step)
            {
                Assert.True(step > 40, $"only {step} steps");
                yield break;
            }

            yield return (step, faulty, disk, result);
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void It_does_what_it_is_told(string mount)
    {
        SortedDictionary<string, string?> after = After(mount);
        Assert.All(Files, f => Assert.Equal(f.New, after.GetValueOrDefault(f.Path)));
        Assert.All(Foreign, f => Assert.Equal((true, f.Text), (after.ContainsKey(f.Path), after[f.Path])));
        Assert.DoesNotContain(after.Keys, k => k.Contains("/.port", StringComparison.Ordinal));
        Assert.False(after.ContainsKey("/p/generated/gone"));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_failure_anywhere_leaves_the_old_files(string mount)
    {
        SortedDictionary<string, string?> old = Disk(mount).Everything();
        SortedDictionary<string, string?> fresh = After(mount);
        foreach (Fault fault in (Fault[])[Fault.Once, Fault.NoRoom, Fault.Dead])
        {
            int failures = 0;
            foreach ((int step, _, MemoryDisk disk, bool? result) in Faults(mount, fault))
            {
                SortedDictionary<string, string?> expected = result == true ? fresh : old;
                failures += result == false ? 1 : 0;
                if (fault == Fault.NoRoom)
                {
                    Assert.True(expected.SequenceEqual(disk.Everything()), $"{fault} at {step}, at once");
                }

                FileTransaction.Recover(Home, disk);
                SortedDictionary<string, string?> now = disk.Everything();
                // A disk that refuses to undo as well leaves it to the next run, which may finish.
                Assert.True(
                    expected.SequenceEqual(now) || (fault == Fault.Dead && fresh.SequenceEqual(now)),
                    $"{fault} at {step}"
                );
            }

            Assert.True(failures > 10, $"{failures} failures");
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Death_anywhere_leaves_the_old_or_the_new_files(string mount)
    {
        SortedDictionary<string, string?> old = Disk(mount).Everything();
        SortedDictionary<string, string?> fresh = After(mount);
        int olds = 0;
        int news = 0;
        foreach (Fault fault in (Fault[])[Fault.KillBefore, Fault.KillAmid])
        {
            foreach ((int step, _, MemoryDisk disk, _) in Faults(mount, fault))
            {
                FileTransaction.Recover(Home, disk);
                SortedDictionary<string, string?> now = disk.Everything();
                bool isOld = old.SequenceEqual(now);
                Assert.True(isOld || fresh.SequenceEqual(now), $"{fault} at {step}");
                olds += isOld ? 1 : 0;
                news += isOld ? 0 : 1;
                Run(disk); // the next run needs no word from anybody
                Assert.True(fresh.SequenceEqual(disk.Everything()), $"{fault} at {step}, run again");
            }
        }

        Assert.True(olds > 10 && news > 10, $"{olds} old, {news} new");
    }

    /// <summary>Whoever finishes may die as well, or meet a disk that refuses.</summary>
    [Theory]
    [InlineData(Fault.KillBefore)]
    [InlineData(Fault.KillAmid)]
    [InlineData(Fault.Dead)]
    [InlineData(Fault.Once)]
    internal void Recovery_can_be_interrupted_anywhere(Fault second)
    {
        SortedDictionary<string, string?> old = Disk(Root).Everything();
        SortedDictionary<string, string?> fresh = After(Root);
        foreach (Fault first in (Fault[])[Fault.KillAmid, Fault.Dead])
        {
            for (int step = 0; ; step++)
            {
                MemoryDisk again = Disk(Root);
                FaultyDisk faulty = new(again, first, step);
                RunFaulty(faulty, Run);
                if (faulty.Steps <= step)
                {
                    break;
                }

                for (int inner = 0; Interrupted(first, step, second, inner) is { } disk; inner++)
                {
                    FileTransaction.Recover(Home, disk);
                    SortedDictionary<string, string?> now = disk.Everything();
                    Assert.True(
                        old.SequenceEqual(now) || fresh.SequenceEqual(now),
                        $"{first} at {step}, {second} at {inner}"
                    );
                }
            }
        }
    }

    private static MemoryDisk? Interrupted(Fault first, int step, Fault second, int inner)
    {
        MemoryDisk disk = Disk(Root);
        RunFaulty(new FaultyDisk(disk, first, step), Run);
        FaultyDisk faulty = new(disk, second, inner);
        try
        {
            FileTransaction.Recover(Home, faulty);
        }
        catch (Exception exception)
            when (exception is KilledException or PortException { Diagnostics: [{ Code: "PORT4013" }] })
        {
            return disk;
        }

        return faulty.Steps <= inner ? null : disk;
    }

    /// <summary>What is durable is so by a call that says so.</summary>
    [Theory]
    [MemberData(nameof(Layouts))]
    public void Power_may_fail_anywhere(string mount)
    {
        SortedDictionary<string, string?> old = Disk(mount).Everything();
        SortedDictionary<string, string?> fresh = After(mount);
        Random random = new(1);
        (string Name, Func<int, int> Kept)[] losses =
        [
            ("all that may go is gone", _ => 0),
            ("nothing is gone", count => count - 1),
            .. Enumerable.Range(0, 6).Select(i => ($"some, {i}", (Func<int, int>)random.Next)),
        ];
        foreach ((string name, Func<int, int> kept) in losses)
        {
            foreach ((int step, _, MemoryDisk disk, _) in Faults(mount, Fault.KillAmid))
            {
                disk.Crash(kept);
                FileTransaction.Recover(Home, disk);
                disk.Crash(_ => 0);
                FileTransaction.Recover(Home, disk);
                SortedDictionary<string, string?> now = disk.Everything();
                Assert.True(old.SequenceEqual(now) || fresh.SequenceEqual(now), $"{name}, at {step}");
            }
        }

        MemoryDisk done = Disk(mount);
        Run(done);
        done.Crash(_ => 0);
        FileTransaction.Recover(Home, done);
        Assert.True(fresh.SequenceEqual(done.Everything()), "what was said to be done is done");
    }

    /// <summary>Between a death and the next run people go on working.</summary>
    [Fact]
    public void What_somebody_has_written_meanwhile_stays()
    {
        foreach ((string path, _, _) in Files)
        {
            foreach ((int step, _, MemoryDisk disk, _) in Faults(Root, Fault.KillAmid))
            {
                disk.Put(path, "people's");
                FileTransaction.Recover(Home, disk);
                SortedDictionary<string, string?> now = disk.Everything();
                Assert.Equal((step, path, "people's"), (step, path, now[path]));
                bool isOld = Others(path).All(f => now.GetValueOrDefault(f.Path) == f.Old);
                Assert.True(
                    isOld || Others(path).All(f => now.GetValueOrDefault(f.Path) == f.New),
                    $"{path} at {step}"
                );
                Assert.DoesNotContain(now.Keys, k => k.Contains("/.port", StringComparison.Ordinal));
            }
        }
    }

    private static IEnumerable<(string Path, string? Old, string? New)> Others(string path) =>
        Files.Where(f => f.Path != path);

    [Fact]
    public void What_somebody_has_written_during_the_run_is_not_replaced()
    {
        MemoryDisk disk = Disk(Root);
        using FileTransaction transaction = new(Home, disk);
        transaction.Write(Root + "/changed.cs", Root, "new"u8.ToArray(), disk.Identify(Root + "/changed.cs"));
        disk.Put(Root + "/changed.cs", "people's");
        PortException exception = Assert.Throws<PortException>(transaction.Commit);
        Assert.Equal(
            ("PORT4010", "generated/changed.cs"),
            (exception.Diagnostics[0].Code, exception.Diagnostics[0].Location.File)
        );
        Assert.Equal("people's", disk.Everything()[Root + "/changed.cs"]);
    }

    [Theory]
    [InlineData("C port-journal 1\n")]
    [InlineData("C port-journal 1\n{\"Stage\":\"x\"}\n")]
    [InlineData("C port-journal 1\n{\"Lines\":3}\n")]
    [InlineData("X port-journal 1\n")]
    [InlineData("somebody's notes\n")]
    public void A_damaged_journal_is_an_error_that_names_it(string text)
    {
        MemoryDisk disk = Disk(Root);
        disk.Put("/p/.port-journal", text);
        SortedDictionary<string, string?> before = disk.Everything();
        PortException exception = Assert.Throws<PortException>(() => FileTransaction.Recover(Home, disk));
        Assert.Equal(
            ("PORT4013", ".port-journal"),
            (exception.Diagnostics[0].Code, exception.Diagnostics[0].Location.File)
        );
        Assert.Equal(before, disk.Everything());
    }

    /// <summary>A journal is a file that anybody may have put there.</summary>
    [Fact]
    public void A_forged_journal_removes_nothing_but_stages()
    {
        MemoryDisk disk = Disk(Root);
        disk.Put("/p/.port-journal", "S port-journal 1\n{\"Stage\":\"generated\"}\n{\"Stage\":\".git\"}\n");
        FileTransaction.Recover(Home, disk);
        Assert.Equal(Disk(Root).Everything(), disk.Everything());
    }
}
