using Mach.Vm;
using static Kernel.Proofs.PlacementProof;

namespace Kernel.Proofs;

/// <summary>Where a run comes from, by examples on the machine of <see cref="PlacementProof"/>: which lines are looked
/// into and when the map is.</summary>
public static class RunPlacementProof
{
    private static readonly uint[] Whole = [.. Enumerable.Range(0, (int)Line.Pages).Select(place => (uint)place)];

    public static void Run()
    {
        RefusedRunsChangeNothing();
        FourLinesOfASetAreLookedInto();
        TheLookupOfAWholeLineIsExact();
        HalvesOfARunMayBeInTwoLines();
        RunsThatFitALineDoNotStraddle();
        OtherConditionsTakeTheLowest();
        TheMapEndsWithTheZone();
    }

    private static void Expect(HostPages<HoleOwner> machine, uint page, uint count, uint align, uint boundary = 0) =>
        Check.That(
            machine.Pages.TryGrabRun(count, GrabFlags.NoFallback, align, boundary, out Pfn got) && got.Value == page,
            $"{count} pages at {page} and not {got.Value}"
        );

    // The open line keeps open, too.
    private static void RefusedRunsChangeNothing()
    {
        using HostPages<HoleOwner> machine = Full(filled: false);
        Release(machine, 4, 0, 1, 2);
        Release(machine, 9, 0);
        byte[] before = machine.Snapshot();
        Check.That(
            !machine.Pages[1].TryTakeRun(0, 1, 0, out _) && !machine.Pages[1].TryTakeRun(5, 1, 0, out _),
            "no pages, or more than there are"
        );
        Check.That(machine.Equals(before), "nothing was changed");
    }

    // The fifth is found by way of the map only, when no set has anything.
    private static void FourLinesOfASetAreLookedInto()
    {
        using HostPages<HoleOwner> machine = Full(filled: false);
        foreach (uint line in new uint[] { 10, 11, 12 })
            Release(machine, line, 1, 2, 3);
        Release(machine, 14, 0, 1, 2);
        Release(machine, 20, 0, 1, 2, 3);
        Expect(machine, At(14, 0), 1, Line.Pages);
        Release(machine, 13, 1, 2, 3);
        Release(machine, 14, 0);
        Expect(machine, At(20, 0), 1, Line.Pages);
        Expect(machine, At(14, 0), 1, Line.Pages);
        Check.That(!machine.Pages.TryGrabRun(1, GrabFlags.NoFallback, Line.Pages, 0, out _), "that was the last one");
    }

    // Its number is one that a wrong end of the map would be taken for.
    private static void TheLookupOfAWholeLineIsExact()
    {
        using HostPages<HoleOwner> machine = Full(filled: false);
        Release(machine, (PlacementProof.Lines - 64) / Line.Pages + 1, Whole);
        Expect(machine, At((PlacementProof.Lines - 64) / Line.Pages + 1, 0), Line.Pages, Line.Pages);
    }

    private static void HalvesOfARunMayBeInTwoLines()
    {
        using HostPages<HoleOwner> machine = Full(filled: false);
        Release(machine, 30, Whole[1..]);
        Release(machine, 31, Whole[..15]);
        Expect(machine, At(30, 1), 30, 1);
    }

    private static void RunsThatFitALineDoNotStraddle()
    {
        using HostPages<HoleOwner> machine = Full(filled: false);
        Release(machine, 3, Whole[8..]);
        Release(machine, 4, Whole[..8]);
        Release(machine, 9, Whole);
        Expect(machine, At(9, 0), Line.Pages, 1);
        Expect(machine, At(3, 8), Line.Pages, 1);
        Release(machine, 3, Whole[12..]);
        Release(machine, 4, Whole[..4]);
        Release(machine, 9, Whole);
        Expect(machine, At(9, 0), 8, 1);

        using HostPages<HoleOwner> broken = Full(filled: false);
        Release(broken, 2, Whole[..10]);
        Release(broken, 5, Whole[..4]);
        Expect(broken, At(5, 0), 4, Line.Pages);
    }

    // A boundary that is no multiple of a line can be inside one.
    private static void OtherConditionsTakeTheLowest()
    {
        using HostPages<HoleOwner> machine = Full(filled: false);
        Release(machine, 0, 12, 13);
        Check.That(
            At(0, 13) % 17 == 0 && !machine.Pages.TryGrabRun(2, GrabFlags.NoFallback, 1, 17, out _),
            "a boundary in the line"
        );
        Release(machine, 3, Whole[8..]);
        Release(machine, 4, Whole[..8]);
        Release(machine, 9, Whole);
        Expect(machine, At(3, 8), Line.Pages, 1, boundary: 100_001);
    }

    // Behind the map are the sets: here with words of ones, which would be a run at a multiple of a line.
    private static void TheMapEndsWithTheZone()
    {
        using HostPages<HoleOwner> machine = Full(filled: false);
        for (uint line = 0; line < 96; line++)
            Release(machine, line, 5);
        Release(machine, 120, Whole[8..]);
        Release(machine, 121, Whole[..9]);
        Expect(machine, At(120, 8), Line.Pages + 1, 1);
    }
}
