using System.Runtime.InteropServices;
using Mach.Vm;

namespace Kernel.Proofs;

/// <summary>The parts of a zone by themselves: the sets of lines and the searches of the map against naive ones, and
/// the checkers against planted faults.</summary>
public static unsafe class PartsProof
{
    private const uint Lines = 2100; // 66 words, 3 words above them, 1 above these

    public static void Run()
    {
        SetsAgreeWithAnArray();
        PlantedFaultsInSetsAreFound();
        SearchesHonourTheirEnd();
        SearchesReadTheirOwnWordsAlone();
        StorageIsWhatIsUsed();
        PlantedFaultsInAZoneAreFound();
        StrayEntriesInAZoneAreFound();
        ZonesMayEndAnywhere();
    }

    private static void SetsAgreeWithAnArray()
    {
        byte[] storage = new byte[LineSets.BytesFor(Lines)];
        fixed (byte* words = storage)
        {
            LineSets sets = default;
            sets.Initialize((uint*)words, Lines);
            uint[] free = new uint[Lines];
            Random random = new(5);
            for (int i = 0; i < 4000; i++)
            {
                uint line = (uint)random.Next(0, (int)Lines);
                if (free[line] != 0)
                    sets.Remove(line, free[line]);
                free[line] = i > 3000 ? 0 : (uint)random.Next(0, 17);
                if (free[line] != 0)
                    sets.Insert(line, free[line]);
                if (i % 50 == 0)
                    Compare(ref sets, free, (uint)random.Next(0, (int)Lines));
            }
        }
    }

    private static void Compare(ref LineSets sets, uint[] free, uint from)
    {
        Check.That(sets.Agrees(), "the levels");
        for (uint number = 1; number <= LineSets.Sets; number++)
        {
            int lowest = Array.IndexOf(free, number);
            Check.That((sets.Present >> (int)number & 1) != 0 == (lowest >= 0), "present");
            Check.That(sets.Contains(from, number) == (free[from] == number), "contains");
            if (lowest < 0)
                continue;
            Check.That(sets.Lowest(number) == (uint)lowest, "the lowest");
            int next = Array.IndexOf(free, number, (int)from + 1);
            Check.That(sets.Next(number, from, Lines) == (next < 0 ? Lines : (uint)next), "the next");
        }
    }

    // Each bit of each level of each set, turned over, is noticed unless it is an entry of the lowest level beside
    // others.
    private static void PlantedFaultsInSetsAreFound()
    {
        byte[] storage = new byte[LineSets.BytesFor(Lines)];
        fixed (byte* bytes = storage)
        {
            LineSets sets = default;
            uint* words = (uint*)bytes;
            sets.Initialize(words, Lines);
            sets.Insert(0, 1);
            sets.Insert(Lines - 1, 16);
            Check.That(sets.Agrees(), "before");
            LineSets old = sets;
            sets.Insert(7, 9);
            Check.That(sets.Agrees() && !old.Agrees(), "a set more than the word above all knows");
            old = sets;
            sets.Remove(7, 9);
            Check.That(sets.Agrees() && !old.Agrees(), "a set less");
            for (uint word = 0; word < storage.Length / 4; word++)
            {
                bool hasOthers = words[word] is not (0 or 1);
                if (hasOthers && word % (storage.Length / 4 / LineSets.Sets) < Lines / 32 + 1)
                    continue;
                words[word] ^= 1;
                Check.That(!sets.Agrees(), $"word {word}");
                words[word] ^= 1;
            }
            Check.That(sets.Agrees(), "after");
        }
    }

    private static void SearchesHonourTheirEnd()
    {
        const uint bits = 256;
        uint* words = stackalloc uint[16];
        FreeBitmap map = default;
        words[FreeBitmap.BytesFor(bits) / sizeof(uint)] = 0xa5a5;
        map.Initialize(words, bits);
        Check.That(words[FreeBitmap.BytesFor(bits) / sizeof(uint)] == 0xa5a5, "the map keeps to its storage");
        for (uint bit = 0; bit < bits; bit++)
            map.Set(bit);
        for (uint end = 1; end < 100; end++)
        {
            Check.That(map.FindRun(0, end, end, 1, 0, 0) == 0, "all of it");
            Check.That(map.FindRun(0, end, 0, 1, 0, 0) == end, "no run of nothing");
            Check.That(default(FreeBitmap).NextSet(end, end) == end, "nothing to search, nothing is looked at");
            Check.That(map.FindRun(0, end, end + 1, 1, 0, 0) == end, "one too many");
            Check.That(map.FindRun(end / 2, end, end - end / 2 + 1, 1, 0, 0) == end, "one too many behind the middle");
            Check.That(map.FindRun(0, end, 1, end + 1, 0, 1) == end, "the multiple lies at the end");
            Check.That(map.NextClear(0, end) == end, "no hole");
        }
    }

    // The map ends where the readable memory ends: a search that reads on, whatever it answers, ends the process.
    private static void SearchesReadTheirOwnWordsAlone()
    {
        const uint pageBytes = 4096;
        const uint bits = 256;
        byte* memory = (byte*)NativeMemory.AlignedAlloc(2 * pageBytes, pageBytes);
        Check.That(Protect(memory + pageBytes, pageBytes, 0) == 0, "a page that nobody may read");
        FreeBitmap map = default;
        map.Initialize((uint*)(memory + pageBytes - FreeBitmap.BytesFor(bits)), bits);
        for (uint end = 1; end <= bits; end++)
        {
            Check.That(map.NextSet(0, end) == end, "no free page");
            Check.That(map.NextSet(end - 1, end) == end, "none behind the last one");
        }
        Check.That(Protect(memory + pageBytes, pageBytes, ReadAndWrite) == 0, "readable again");
        NativeMemory.AlignedFree(memory);
    }

    private const int ReadAndWrite = 3;

    [DllImport("libc", EntryPoint = "mprotect")]
    private static extern int Protect(byte* address, nuint bytes, int protection);

    private static void PlantedFaultsInAZoneAreFound()
    {
        using HostPages<HoleOwner> machine = new(200, [37, 70, uint.MaxValue], 1, new HoleOwner { End = 200 });
        ref Zone zone = ref machine.Pages[1];
        Check.That(
            zone
                is {
                    Reserve: 0,
                    Low: 0,
                    Free: 0,
                    Counters: { Grabbed: 0, RefusedEmpty: 0, RefusedBroken: 0, RefusedDouble: 0, RefusedForeign: 0 }
                },
            "a new zone"
        );
        for (uint page = 37; page < 70; page++)
            machine.Pages.Release(new Pfn(page));
        Check.That(zone.Agrees(), "a full zone");
        byte[] well = machine.Snapshot();
        zone.Free++;
        Check.That(!zone.Agrees(), "a count");
        machine.Load(well);
        zone.Managed = zone.Free - 1;
        Check.That(!zone.Agrees(), "more free than managed");
        machine.Load(well);

        // Pages of the neighbours in the lines that are shared; their count is made to match.
        foreach (uint stray in new uint[] { 36, 70, 79 })
        {
            machine.Load(well);
            zone.MarkOnly(new Pfn(stray), true);
            Check.That(!zone.Agrees(), "a stray page");
            zone.Free++;
            zone.Managed++;
            Check.That(!zone.Agrees(), "a stray page that is counted");
        }
        machine.Load(well);
        Check.That(zone.Agrees(), "well again");
    }

    private static void StrayEntriesInAZoneAreFound()
    {
        using HostPages<HoleOwner> machine = new(200, [37, 70, uint.MaxValue], 1, new HoleOwner { End = 200 });
        ref Zone zone = ref machine.Pages[1];
        machine.Pages.Release(new Pfn(37)); // opens its line
        machine.Pages.Release(new Pfn(50));
        byte[] one = machine.Snapshot();
        zone.MarkOnly(new Pfn(50), false);
        zone.Free--;
        Check.That(!zone.Agrees(), "an empty line in the first set");
        machine.Load(one);
        for (uint page = 48; page < 64; page++)
            zone.TryPut(new Pfn(page));
        byte[] whole = machine.Snapshot();
        for (uint page = 48; page < 64; page++, zone.Free--)
            zone.MarkOnly(new Pfn(page), false);
        Check.That(!zone.Agrees(), "an empty line in the last set");

        // Pages of the neighbours with all that belongs to a page, so that only the bounds tell.
        foreach (uint stray in new uint[] { 32, 36, 70, 79 })
        {
            machine.Load(whole);
            Check.That(zone.Agrees() && zone.TryPut(new Pfn(stray)) && !zone.Agrees(), "a stray page in the sets");
        }
    }

    // The sets cost 16 bits and a little for each line; the zones of a table what each of them costs.
    private static void StorageIsWhatIsUsed()
    {
        Check.That(LineSets.BytesFor(32768) is > 65536 and < 65536 * 21 / 20, "the sets of 32,768 lines");
        uint* limits = stackalloc uint[] { 37, 70, uint.MaxValue, 5 };
        Check.That(
            ZoneTable.BytesFor(limits, 3, 200) == Zone.BytesFor(0, 37) + Zone.BytesFor(37, 70) + Zone.BytesFor(70, 200),
            "a table of three zones"
        );
    }

    // With one page in the last line, and with no page at all.
    private static void ZonesMayEndAnywhere()
    {
        for (uint end = 15; end < 68; end++)
        {
            using HostPages<HoleOwner> machine = new(end, [17, 33, uint.MaxValue], 1, new HoleOwner { End = end });
            for (uint page = 1; page < end; page++)
                Check.That(machine.Pages.Release(new Pfn(page)) == ReleaseResult.Released, "a page is released");
            Check.That(
                machine.Pages.Verify() == AllocatorFault.None && machine.Pages.Free == end - 1,
                $"a machine of {end} pages"
            );
            Check.That(
                !machine.Pages.IsFree(new Pfn(end)) && machine.Pages.Release(new Pfn(end)) == ReleaseResult.NotManaged,
                "the page behind the end"
            );
        }
    }
}
