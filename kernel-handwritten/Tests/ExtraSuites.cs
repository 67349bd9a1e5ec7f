using System.Runtime;
using Mach.Vm;

namespace Mach;

/// <summary>The suites that only this kernel runs, behind those of the C (test/ktest.c).</summary>
internal static unsafe partial class ktest_c
{
    /// <summary>Pointers to the suites, with a null behind the last.</summary>
    [Replaces("test/ktest.c", "ktest_extra_suites", "0e08263531c1603b")]
    internal static ktest_suite** ktest_extra_suites() => extraSuites;

    [Variable(IsConst = true)]
    private static readonly ktest_case* zonesCases = rt.array<ktest_case>([
        Case(T("predicates"u8), &ZoneTests.Predicates),
        Case(T("dma_after_boot"u8), &ZoneTests.DmaZoneSurvivesBoot),
        Case(T("single_pages"u8), &ZoneTests.SinglePages),
        Case(T("fallback_reserve"u8), &ZoneTests.FallbackStopsAtReserve),
        Case(T("watermarks"u8), &ZoneTests.Watermarks),
        Case(T("alignment"u8), &ZoneTests.RunsHonourAlignment),
        Case(T("boundary"u8), &ZoneTests.RunsHonourBoundary),
        Case(T("by_queue"u8), &ZoneTests.RunsByQueue),
        Case(T("lookup"u8), &ZoneTests.Lookup),
        Case(T("bad_releases"u8), &ZoneTests.BadReleasesAreRefused),
        Case(T("convert"u8), &ZoneTests.ConvertKeepsTheMap),
        Case(T("create"u8), &ZoneTests.CreateStaysWithinMemory),
        Case(T("planted_faults"u8), &ZoneTests.PlantedFaultsAreFound),
        default,
    ]);

    [Variable(IsConst = true)]
    private static readonly ktest_case* kmemCases = rt.array<ktest_case>([
        Case(T("holds_nothing"u8), &KmemTests.HoldsNoMoreThanItNeeds),
        Case(T("all_comes_back"u8), &KmemTests.EverythingComesBack),
        Case(T("share_pages"u8), &KmemTests.BlocksSharePages),
        Case(T("zone_of_blocks"u8), &KmemTests.BlocksAreOfTheZoneAskedFor),
        Case(T("page_orders"u8), &KmemTests.PagesOfAllOrders),
        Case(T("over_the_limit"u8), &KmemTests.SizesOverTheLimitAreRefused),
        Case(T("empty_dma"u8), &KmemTests.EmptyDmaZoneIsReported),
        Case(T("bad_frees"u8), &KmemTests.BadFreesAreRefused),
        Case(T("bad_page_frees"u8), &KmemTests.BadPageFreesAreRefused),
        Case(T("stale_runs"u8), &KmemRunTests.AStaleRunIsNobodysToFree),
        Case(T("neighbours"u8), &KmemRunTests.RunsBesideEachOther),
        Case(T("interrupts_off"u8), &KmemTests.InterruptsStayOff),
        Case(T("daemon_collects"u8), &KmemTests.TheDaemonCollects),
        default,
    ]);

    [Variable(IsConst = true)]
    private static readonly ktest_case* placementCases = rt.array<ktest_case>([
        Case(T("two_queues"u8), &PlacementTests.TheTwoQueues),
        Case(T("bitmap"u8), &PlacementTests.TheBitmap),
        Case(T("all_memory"u8), &PlacementTests.AllMemoryIsUsed),
        Case(T("memory_map"u8), &PlacementTests.OnlyMemoryIsUsed),
        Case(T("high_pages"u8), &PlacementTests.HighPages),
        Case(T("statistics"u8), &PlacementTests.StatisticsAddUp),
        Case(T("shared_lines"u8), &PlacementTests.SinglePagesShareLines),
        Case(T("broken_first"u8), &PlacementTests.BrokenLinesComeFirst),
        Case(T("no_page_lost"u8), &PlacementTests.NoPageIsLost),
        default,
    ]);

    [Variable(IsConst = true)]
    private static readonly ktest_case* kmemWaitCases = rt.array<ktest_case>([
        Case(T("who_may"u8), &KmemWaitTests.WhoMayWait),
        Case(T("woken_by_page"u8), &KmemWaitTests.IsWokenByAPage),
        Case(T("dma"u8), &KmemWaitTests.WaitsForDma),
        Case(T("gives_up"u8), &KmemWaitTests.GivesUp),
        Case(T("atomic"u8), &KmemWaitTests.AtomicDoesNotWait),
        Case(T("collects_first"u8), &KmemWaitTests.CollectsAndTriesAgain),
        Case(T("freed_before"u8), &KmemWaitTests.MemoryThatCameBackBefore),
        default,
    ]);

    [Variable(IsConst = true)]
    private static readonly ktest_case* singleStepsCases = rt.array<ktest_case>([
        Case(T("grab_release"u8), &SingleStepTests.GrabAndRelease),
        Case(T("kmalloc_kfree"u8), &SingleStepTests.KmallocAndKfree),
        Case(T("large_blocks"u8), &SingleStepTests.LargeBlocks),
        Case(T("pages"u8), &SingleStepTests.PagesAndCollecting),
        default,
    ]);

    [Variable(IsConst = true)]
    private static readonly ktest_case* misuseCases = rt.array<ktest_case>([
        Case(T("free_twice"u8), &MisuseTests.FreeTwice),
        Case(T("free_foreign"u8), &MisuseTests.FreeForeign),
        Case(T("free_interior"u8), &MisuseTests.FreeInterior),
        Case(T("free_wrong_order"u8), &MisuseTests.FreeWrongOrder),
        Case(T("page_twice"u8), &MisuseTests.ReleasePageTwice),
        Case(T("pages_as_block"u8), &MisuseTests.PagesAsBlock),
        Case(T("block_as_pages"u8), &MisuseTests.BlockAsPages),
        Case(T("overflow_right"u8), &MisuseTests.OverflowRight),
        Case(T("overflow_left"u8), &MisuseTests.OverflowLeft),
        Case(T("overflow_large"u8), &MisuseTests.OverflowLarge),
        Case(T("write_free_block"u8), &MisuseTests.WriteToFreeBlock),
        Case(T("write_free_page"u8), &MisuseTests.WriteToFreePage),
        Case(T("read_free_page"u8), &MisuseTests.ReadFreePage),
        Case(T("stray_write"u8), &MisuseTests.StrayWrite),
        Case(T("leak"u8), &MisuseTests.Leak),
        default,
    ]);

    [Variable(IsConst = true)]
    private static readonly ktest_case* failuresCases = rt.array<ktest_case>([
        Case(T("retried"u8), &FailureTests.OneFailureIsMadeUpFor),
        Case(T("kmalloc_soak"u8), &FailureTests.FailuresReachTheCaller),
        Case(T("floppy"u8), &FailureTests.TheFloppyDriverSurvives),
        default,
    ]);

    [Variable(IsConst = true)]
    private static readonly ktest_case* layoutsCases = rt.array<ktest_case>([
        Case(T("structures"u8), &LayoutTests.StructuresAreAsInC),
        default,
    ]);

    [Variable(IsConst = true)]
    private static readonly ktest_case* reportsCases = rt.array<ktest_case>([
        Case(T("nested"u8), &ReportTests.OneWithinAnother),
        Case(T("many"u8), &ReportTests.ManyOfOnePlace),
        Case(T("of_a_handler"u8), &ReportTests.OneOfAHandler),
        default,
    ]);

    [Variable(IsConst = true)]
    private static readonly ktest_case* reclaimCases = rt.array<ktest_case>([
        Case(T("only_what_is_short"u8), &ReclaimTests.OnlyWhatIsShort),
        Case(T("full_dma_zone"u8), &ReclaimTests.BlocksFromAFullZone),
        Case(T("daemon_makes_a_block"u8), &ReclaimTests.TheDaemonMakesABlock),
        Case(T("what_may_move"u8), &ReclaimTests.WhatMayMove),
        Case(T("woken_by_high"u8), &ReclaimTests.WokenByHighMemory),
        Case(T("woken_by_dma"u8), &ReclaimTests.WokenByDmaMemory),
        Case(T("no_wait_in_vain"u8), &ReclaimTests.NoWaitInVain),
        default,
    ]);

    [Variable(IsConst = true)]
    private static readonly ktest_case* requestersCases = rt.array<ktest_case>([
        Case(T("atomic"u8), &RequesterTests.AtomicGoesOn),
        Case(T("interrupted"u8), &RequesterTests.WhomeverItInterrupts),
        Case(T("refusals"u8), &RequesterTests.RefusalsAreCounted),
        Case(T("converted"u8), &RequesterTests.ConvertedPagesAreCharged),
        default,
    ]);

    [Variable(IsConst = true)]
    private static readonly ktest_case* interruptsOffCases = rt.array<ktest_case>([
        Case(T("all_free"u8), &InterruptsOffTests.AllFree),
        Case(T("every_other"u8), &InterruptsOffTests.EveryOther),
        Case(T("pairs"u8), &InterruptsOffTests.Pairs),
        Case(T("edges"u8), &InterruptsOffTests.Edges),
        Case(T("long_runs"u8), &InterruptsOffTests.LongRuns),
        Case(T("none_free"u8), &InterruptsOffTests.NoneFree),
        default,
    ]);

    [Variable(IsConst = true)]
    private static readonly ktest_case* migrationCases = rt.array<ktest_case>([
        Case(T("not_below_target"u8), &MigrationTests.NotBelowTheTarget),
        Case(T("given_back"u8), &MigrationTests.WhatWasHeldComesBack),
        default,
    ]);

    [Variable(IsConst = true)]
    private static readonly ktest_case* operationsCases = rt.array<ktest_case>([
        Case(T("logged"u8), &OperationTests.AreLogged),
        default,
    ]);

    private static readonly ktest_suite zonesSuite = Suite(T("zones"u8), zonesCases);
    private static readonly ktest_suite kmemSuite = Suite(T("kmem"u8), kmemCases);
    private static readonly ktest_suite placementSuite = Suite(T("placement"u8), placementCases);
    private static readonly ktest_suite kmemWaitSuite = Suite(T("kmem_wait"u8), kmemWaitCases);
    private static readonly ktest_suite singleStepsSuite = Suite(T("single_step"u8), singleStepsCases);
    private static readonly ktest_suite misuseSuite = Suite(T("misuse"u8), misuseCases);
    private static readonly ktest_suite failuresSuite = Suite(T("failures"u8), failuresCases);
    private static readonly ktest_suite layoutsSuite = Suite(T("layout"u8), layoutsCases);
    private static readonly ktest_suite reportsSuite = Suite(T("reports"u8), reportsCases);
    private static readonly ktest_suite reclaimSuite = Suite(T("reclaim"u8), reclaimCases);
    private static readonly ktest_suite requestersSuite = Suite(T("requester"u8), requestersCases);
    private static readonly ktest_suite interruptsOffSuite = Suite(T("interrupts_off"u8), interruptsOffCases);
    private static readonly ktest_suite migrationSuite = Suite(T("migration"u8), migrationCases);
    private static readonly ktest_suite operationsSuite = Suite(T("operations"u8), operationsCases);

    [Variable(IsConst = true)]
    private static readonly ktest_suite** extraSuites = rt.pointers<ktest_suite>([
        At(in zonesSuite),
        At(in kmemSuite),
        At(in placementSuite),
        At(in kmemWaitSuite),
        At(in singleStepsSuite),
        At(in misuseSuite),
        At(in failuresSuite),
        At(in layoutsSuite),
        At(in reportsSuite),
        At(in reclaimSuite),
        At(in requestersSuite),
        At(in interruptsOffSuite),
        At(in migrationSuite),
        At(in operationsSuite),
        null,
    ]);

    private static ktest_case Case(sbyte* name, delegate* unmanaged[Cdecl]<void> run) =>
        new() { name = name, run = (delegate* unmanaged[Cdecl, SuppressGCTransition]<void>)run };

    /// <summary>As many cases as stand in front of the empty one.</summary>
    private static ktest_suite Suite(sbyte* name, ktest_case* cases)
    {
        uint count = 0;
        while (cases[count].run != null)
            count++;
        return new ktest_suite
        {
            name = name,
            cases = cases,
            count = count,
        };
    }

    private static ktest_suite* At(in ktest_suite suite)
    {
        fixed (ktest_suite* address = &suite)
            return address;
    }
}
