using Mach.Vm;

namespace Kernel.Proofs;

/// <summary>
/// Which page exactly: what the contract leaves open and the figures depend on. Single pages come from the line with
/// the fewest free pages, the lowest of several, and from the same line as long as it has any; what a refusal counts;
/// what the sums are. Written as examples on a machine of 64 lines and more, so that no two levels of the sets are
/// alike.
/// </summary>
public static class PlacementProof
{
    internal const uint Lines = 40 * 32;
    private const uint End = Lines * Line.Pages;
    private const uint DmaEnd = 64 * Line.Pages;

    public static void Run()
    {
        SinglePagesGoToTheMostBrokenLine();
        ADryLineIsFollowedByTheOneThatJustGotAPage();
        RunsComeFromTheMostBrokenLine();
        LongRunsBeginWithALine();
        RefusalsAreCounted();
        MarksAreForWhoMay();
        MarksAreShared();
        SumsAndMarks();
        MarksFollowTheSize();
    }

    internal static HostPages<HoleOwner> Full(bool filled)
    {
        HostPages<HoleOwner> machine = new(End, [DmaEnd, End - 5, uint.MaxValue], 1, new HoleOwner { End = End });
        for (uint page = 1; filled && page < End; page++)
            machine.Pages.Release(new Pfn(page));
        return machine;
    }

    // Pages of the default zone, by line and place in the line.
    internal static uint At(uint line, uint place) => DmaEnd + line * Line.Pages + place;

    internal static void Release(HostPages<HoleOwner> machine, uint line, params uint[] places)
    {
        foreach (uint place in places)
            Check.That(machine.Pages.Release(new Pfn(At(line, place))) == ReleaseResult.Released, "a page is released");
    }

    private static void Expect(HostPages<HoleOwner> machine, uint page, GrabFlags flags = GrabFlags.None) =>
        Check.That(machine.Pages.TryGrab(flags, out Pfn got) && got.Value == page, $"page {page} and not {got.Value}");

    private static void SinglePagesGoToTheMostBrokenLine()
    {
        using HostPages<HoleOwner> machine = Full(filled: false);
        Release(machine, 900, 3);
        Release(machine, 5, 1, 2, 9);
        Release(machine, 1100, 4, 5);
        Release(machine, 40, 4, 5);
        Release(machine, 7, 0, 1, 2, 3);
        Expect(machine, At(900, 3));
        foreach (
            (uint line, uint place) in new (uint, uint)[]
            {
                (40, 4),
                (40, 5),
                (1100, 4),
                (1100, 5),
                (5, 1),
                (5, 2),
                (5, 9),
                (7, 0),
            }
        )
            Expect(machine, At(line, place));
        Check.That(machine.Pages[1].Free == 3, "three are left");
    }

    private static void ADryLineIsFollowedByTheOneThatJustGotAPage()
    {
        using HostPages<HoleOwner> machine = Full(filled: false);
        Release(machine, 8, 1);
        Release(machine, 3, 6);
        Release(machine, 2, 6, 7);
        Expect(machine, At(8, 1)); // it was opened by its own release
        Release(machine, 2, 8); // no new line: it has pages already
        Expect(machine, At(3, 6));
        Release(machine, 9, 2);
        Release(machine, 1, 2);
        Expect(machine, At(9, 2));
        Expect(machine, At(1, 2));
        Release(machine, 1, 5); // the open line gets a page and keeps open
        Expect(machine, At(1, 5));
        Expect(machine, At(2, 6));
    }

    private static void RunsComeFromTheMostBrokenLine()
    {
        using HostPages<HoleOwner> machine = Full(filled: false);
        Release(machine, 4, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        Release(machine, 6, 0, 2, 4, 5, 8, 10);
        Release(machine, 11, 4, 5, 6, 7, 8);
        Release(machine, 12, 8, 9, 12);
        ExpectRun(machine, At(12, 8), 2, 2);
        ExpectRun(machine, At(11, 8) - 4, 4, 4);
        ExpectRun(machine, At(6, 4), 2, 1);
        ExpectRun(machine, At(4, 0), 16, 16);
        Check.That(!machine.Pages.TryGrabRun(16, GrabFlags.NoFallback, 16, 0, out _), "no whole line is left");
        Check.That(machine.Pages[1].WholeLines == 0 && machine.Pages[1].Agrees(), "nor counted");
    }

    private static void LongRunsBeginWithALine()
    {
        using HostPages<HoleOwner> machine = Full(filled: true);
        Expect(machine, At(0, 0));
        ExpectRun(machine, At(1, 0), 20, 1);
        ExpectRun(machine, At(2, 4), 40, 3);
        Check.That(
            machine.Pages.TryGrabRun(33, GrabFlags.None, 32, 64, out Pfn first)
                && first.Value % 32 == 0
                && first.Value / 64 == (first.Value + 32) / 64,
            "within a boundary"
        );
        Check.That(!machine.Pages.TryGrabRun(65, GrabFlags.None, 1, 64, out _), "longer than the boundary");
        Check.That(machine.Pages[1].Agrees(), "the books");
    }

    private static void ExpectRun(HostPages<HoleOwner> machine, uint page, uint count, uint align) =>
        Check.That(
            machine.Pages.TryGrabRun(count, GrabFlags.NoFallback, align, 0, out Pfn got)
                && (got.Value == page || align == 3),
            $"{count} pages at {page} and not {got.Value}"
        );

    private static void RefusalsAreCounted()
    {
        using HostPages<HoleOwner> machine = Full(filled: false);
        ref PageAllocator<HoleOwner> pages = ref machine.Pages;
        pages[0].Reserve = 3;
        pages.Release(new Pfn(1));
        pages.Release(new Pfn(1));
        pages.Release(new Pfn(0));
        pages.Release(new Pfn(End));
        Check.That(
            !pages.TryAdd(new Pfn(0))
                && !pages.TryAdd(new Pfn(End))
                && pages[0].Managed == DmaEnd - 1
                && pages[2].Managed == 5,
            "neither page 0 nor one behind the end"
        );
        Check.That(pages[0].Counters is { RefusedDouble: 1, RefusedForeign: 1 }, "double and foreign");
        Check.That(
            !pages.TryGrab(GrabFlags.None, out _) && !pages.TryGrab(GrabFlags.High, out _),
            "nothing above the reserve"
        );
        Check.That(
            pages[1].Counters is { RefusedKept: 1, Refused: 1 }
                && pages[2].Counters is { RefusedKept: 1, Refused: 1 }
                && pages[0].Counters.Refused == 0,
            "kept for others, in the zone that the request began with"
        );
        pages.Release(new Pfn(3));
        Check.That(
            !pages.TryGrabRun(2, GrabFlags.Dma, 0, 0, out _) && pages[0].Counters is { RefusedBroken: 1, Refused: 1 },
            "broken"
        );
        Check.That(
            !pages.TryGrabRun(3, GrabFlags.None, 0, 0, out _)
                && pages[1].Counters is { RefusedEmpty: 1, RefusedKept: 1, Refused: 2 }
                && pages[0].Counters.Refused == 1,
            "too few"
        );
        pages[0].Reserve = 1;
        Check.That(
            pages.TryGrab(GrabFlags.None, out _)
                && !pages.TryGrabRun(1, GrabFlags.High | GrabFlags.NoFallback, 0, 0, out _)
                && pages[0].Counters is { Stolen: 1, Grabbed: 1 }
                && pages[2].Counters is { RefusedEmpty: 1, Refused: 2 },
            "stolen"
        );
        pages.RefuseForeign(new Pfn(5));
        Check.That(pages[0].Counters is { RefusedForeign: 2, RefusedDouble: 1 }, "foreign, says the owner");
    }

    // Who may take how many of the last pages, where he begins and where he has come down to.
    private static void MarksAreForWhoMay()
    {
        using HostPages<HoleOwner> machine = Full(filled: true);
        ref PageAllocator<HoleOwner> pages = ref machine.Pages;
        (pages[0].Floor, pages[0].Min, pages[0].Reserve) = (5, 9, 21);
        (pages[1].Floor, pages[1].Min) = (3, 7);
        foreach (
            (GrabFlags flags, uint normal, uint dma) in new (GrabFlags, uint, uint)[]
            {
                (GrabFlags.None, 7, 30),
                (GrabFlags.Atomic, 3, 15),
                (GrabFlags.Dma, 3, 9),
                (GrabFlags.Dma | GrabFlags.Atomic, 3, 5),
                (GrabFlags.UseReserve | GrabFlags.NoFallback, 0, 5),
                (GrabFlags.UseReserve | GrabFlags.Atomic, 0, 0),
            }
        )
        {
            while (pages.MayGrab(flags))
                Check.That(pages.TryGrab(flags, out _), $"{flags}");
            Check.That(
                !pages.TryGrab(flags, out _) && !pages.TryGrabRun(1, flags, 0, 0, out _),
                $"{flags} ends somewhere"
            );
            Check.That((pages[1].Free, pages[0].Free) == (normal, dma), $"{flags} ends at {normal} and {dma}");
        }
    }

    private static void MarksAreShared()
    {
        using HostPages<HoleOwner> machine = Full(filled: true);
        ref PageAllocator<HoleOwner> pages = ref machine.Pages;
        uint total = End - 1;
        pages[0].SetMarks(32, 128, isFallback: true);
        for (uint row = 0; row < 3; row++)
            pages[row].ShareMarks(50, 1000, 1400, total);
        Check.That(pages[0] is { Floor: 1, Min: 3, Reserve: 31, Low: 81, Target: 101 }, "the lowest");
        Check.That(pages[1] is { Floor: 24, Min: 48, Reserve: 0, Low: 950, Target: 1330 }, "the default");
        Check.That(pages[2] is { Floor: 0, Min: 1, Low: 2, Target: 2 }, "the tiny one");
        Check.That(pages[1].Shortage == 0, "it has enough");
        pages[1].Target = pages[1].Free + 3;
        Check.That(pages[1].Shortage == 3, "and now it has not");
        pages[1].ShareMarks(60000, 60000, 60000, 1u << 20);
        Check.That(pages[1] is { Min: 1112, Low: 1113 }, "large numbers do not wrap");
    }

    private static void SumsAndMarks()
    {
        using HostPages<HoleOwner> machine = Full(filled: true);
        ref PageAllocator<HoleOwner> pages = ref machine.Pages;
        pages[0].Reserve = 30;
        Check.That(pages.ZoneCount == 3 && pages.End == End && pages.Free == End - 1, "the whole");
        Check.That(pages.OrdinaryFree == End - 5 - 1 - 30, "without reserve and high memory");
        Check.That(pages[0].WholeLines == 63 && pages[1].WholeLines == Lines - 64 - 1, "lines");
        pages.TryGrab(GrabFlags.None, out _);
        pages.TryGrabRun(18, GrabFlags.None, 0, 0, out Pfn run);
        for (uint i = 0; i < 18; i++)
            pages.Release(new Pfn(run.Value + i));
        Check.That(
            pages[1].Counters.Grabbed == 19 && pages[1].Released - pages[1].Counters.Grabbed == pages[1].Free,
            "out and back"
        );
        Check.That(pages[1].Held == 1 && pages[1].Managed == pages[1].Free + 1, "held");
        Check.That(
            !pages[1].Contains(new Pfn(DmaEnd - 1))
                && pages[1].Contains(new Pfn(DmaEnd))
                && !pages[1].Contains(new Pfn(End - 5)),
            "bounds"
        );
        FaultsAreFound(machine);
    }

    private static void MarksFollowTheSize()
    {
        using HostPages<HoleOwner> machine = Full(filled: true);
        foreach (
            (uint divisor, uint most, bool isFallback, uint reserve, uint low) in new (uint, uint, bool, uint, uint)[]
            {
                (32, 128, true, 31, 15),
                (32, 31, true, 31, 15),
                (32, 30, true, 30, 15),
                (8, 100, true, 100, 50),
                (8, 100, false, 0, 50),
            }
        )
        {
            machine.Pages[0].SetMarks(divisor, most, isFallback);
            Check.That(
                machine.Pages[0].Managed == DmaEnd - 1
                    && (machine.Pages[0].Reserve, machine.Pages[0].Low) == (reserve, low),
                $"marks {divisor} {most}"
            );
        }

        ref Zone zone = ref machine.Pages[0];
        zone.Low = zone.Free - 2;
        Span<bool> passed = stackalloc bool[4];
        for (int i = 0; i < 4; i++)
        {
            machine.Pages.TryGrab(GrabFlags.Dma, out _);
            passed[i] = zone.HasComeBelowLow(1);
        }
        Check.That(passed is [false, false, true, false], "the mark is passed once");
        Check.That(zone.HasComeBelowLow(2) && zone.HasComeBelowLow(4), "also by a run that began above it");
    }

    // The checker: whatever is planted is found, or its silence would mean nothing.
    private static void FaultsAreFound(HostPages<HoleOwner> machine)
    {
        ref PageAllocator<HoleOwner> pages = ref machine.Pages;
        byte[] well = machine.Snapshot();
        pages[1].MarkOnly(new Pfn(At(9, 3)), false);
        Check.That(!pages[1].IsFree(new Pfn(At(9, 3))) && pages.Verify() == AllocatorFault.Zone, "a missing bit");
        pages[1].MarkOnly(new Pfn(At(9, 3)), true);
        Check.That(pages.Verify() == AllocatorFault.None, "which was all");
        pages[0].Managed++;
        Check.That(pages.Verify() == AllocatorFault.ManagedCount, "a page too many");
        machine.Load(well);
        pages[2].First++;
        Check.That(pages.Verify() == AllocatorFault.Tiling, "a gap");
        machine.Load(well);
        pages.Owner.HoleFirst = 100;
        pages.Owner.HoleEnd = 101;
        Check.That(pages.Verify() == AllocatorFault.FreePageNotManaged, "a free page that is nobody's");
        pages.Owner.HoleEnd = 0;
        Check.That(pages.Verify() == AllocatorFault.None, "well again");
    }
}
