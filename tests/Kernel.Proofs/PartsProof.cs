using Mach.Vm;

namespace Kernel.Proofs;

/// <summary>The parts of a zone by themselves: the sets of lines and the searches of the map against naive ones, and the checkers against planted faults.</summary>
public static unsafe class PartsProof
{
    private const uint Lines = 2100; // 66 words, 3 words above them, 1 above these

    public static void Run()
    {
        SetsAgreeWithAnArray();
        PlantedFaultsInSetsAreFound();
        SearchesHonourTheirEnd();
        PlantedFaultsInAZoneAreFound();
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

    // Each bit of each level of each set, turned over, is noticed unless it is an entry of the lowest level beside others.
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
        map.Initialize(words, bits);
        for (uint bit = 0; bit < bits; bit++)
            map.Set(bit);
        for (uint end = 1; end < 100; end++)
        {
            Check.That(map.FindRun(0, end, end, 1, 0, 0) == 0, "all of it");
            Check.That(map.FindRun(0, end, end + 1, 1, 0, 0) == end, "one too many");
            Check.That(map.FindRun(end / 2, end, end - end / 2 + 1, 1, 0, 0) == end, "one too many behind the middle");
            Check.That(map.FindRun(0, end, 1, end + 1, 0, 1) == end, "the multiple lies at the end");
            Check.That(map.NextClear(0, end) == end, "no hole");
        }
    }

    private static void PlantedFaultsInAZoneAreFound()
    {
        using HostPages<HoleOwner> machine = new(200, [37, 70, uint.MaxValue], 1, new HoleOwner { End = 200 });
        ref Zone zone = ref machine.Pages[1];
        Check.That(zone is { Reserve: 0, Low: 0, Free: 0, Counters: { Grabbed: 0, RefusedEmpty: 0, RefusedBroken: 0, RefusedDouble: 0, RefusedForeign: 0 } }, "a new zone");
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
}
