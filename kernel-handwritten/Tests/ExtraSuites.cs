using Mach.Vm;

namespace Mach;

/// <summary>
/// The suites that only this kernel runs, behind those of the C (test/ktest.c). The tables are built when they are
/// asked for: link-time data cannot hold the address of a C# method.
/// </summary>
internal static unsafe partial class ktest_c
{
    private const int SuiteCount = 14;
    private const int MaxCases = 16;

    /// <summary>Pointers to the suites, with a null behind the last.</summary>
    [Replaces("test/ktest.c", "ktest_extra_suites", "0e08263531c1603b")]
    internal static ktest_suite** ktest_extra_suites()
    {
        ktest_suite** suites = (ktest_suite**)kalloc((SuiteCount + 1) * (uint)sizeof(ktest_suite*));
        suites[0] = Zones();
        suites[1] = Kmem();
        suites[2] = Placement();
        suites[3] = KmemWait();
        suites[4] = SingleSteps();
        suites[5] = Misuse();
        suites[6] = Failures();
        suites[7] = Layouts();
        suites[8] = Reports();
        suites[9] = Reclaim();
        suites[10] = Requesters();
        suites[11] = InterruptsOff();
        suites[12] = Migration();
        suites[13] = Operations();
        suites[SuiteCount] = null;
        return suites;
    }

    private static ktest_suite* Zones()
    {
        ktest_suite* suite = NewSuite(T("zones"u8));
        Add(suite, T("predicates"u8), &ZoneTests.Predicates);
        Add(suite, T("dma_after_boot"u8), &ZoneTests.DmaZoneSurvivesBoot);
        Add(suite, T("single_pages"u8), &ZoneTests.SinglePages);
        Add(suite, T("fallback_reserve"u8), &ZoneTests.FallbackStopsAtReserve);
        Add(suite, T("watermarks"u8), &ZoneTests.Watermarks);
        Add(suite, T("alignment"u8), &ZoneTests.RunsHonourAlignment);
        Add(suite, T("boundary"u8), &ZoneTests.RunsHonourBoundary);
        Add(suite, T("by_queue"u8), &ZoneTests.RunsByQueue);
        Add(suite, T("lookup"u8), &ZoneTests.Lookup);
        Add(suite, T("bad_releases"u8), &ZoneTests.BadReleasesAreRefused);
        Add(suite, T("convert"u8), &ZoneTests.ConvertKeepsTheMap);
        Add(suite, T("create"u8), &ZoneTests.CreateStaysWithinMemory);
        Add(suite, T("planted_faults"u8), &ZoneTests.PlantedFaultsAreFound);
        return suite;
    }

    private static ktest_suite* Kmem()
    {
        ktest_suite* suite = NewSuite(T("kmem"u8));
        Add(suite, T("holds_nothing"u8), &KmemTests.HoldsNoMoreThanItNeeds);
        Add(suite, T("all_comes_back"u8), &KmemTests.EverythingComesBack);
        Add(suite, T("share_pages"u8), &KmemTests.BlocksSharePages);
        Add(suite, T("zone_of_blocks"u8), &KmemTests.BlocksAreOfTheZoneAskedFor);
        Add(suite, T("page_orders"u8), &KmemTests.PagesOfAllOrders);
        Add(suite, T("over_the_limit"u8), &KmemTests.SizesOverTheLimitAreRefused);
        Add(suite, T("empty_dma"u8), &KmemTests.EmptyDmaZoneIsReported);
        Add(suite, T("bad_frees"u8), &KmemTests.BadFreesAreRefused);
        Add(suite, T("bad_page_frees"u8), &KmemTests.BadPageFreesAreRefused);
        Add(suite, T("stale_runs"u8), &KmemRunTests.AStaleRunIsNobodysToFree);
        Add(suite, T("neighbours"u8), &KmemRunTests.RunsBesideEachOther);
        Add(suite, T("interrupts_off"u8), &KmemTests.InterruptsStayOff);
        Add(suite, T("daemon_collects"u8), &KmemTests.TheDaemonCollects);
        return suite;
    }

    private static ktest_suite* Placement()
    {
        ktest_suite* suite = NewSuite(T("placement"u8));
        Add(suite, T("two_queues"u8), &PlacementTests.TheTwoQueues);
        Add(suite, T("bitmap"u8), &PlacementTests.TheBitmap);
        Add(suite, T("all_memory"u8), &PlacementTests.AllMemoryIsUsed);
        Add(suite, T("memory_map"u8), &PlacementTests.OnlyMemoryIsUsed);
        Add(suite, T("high_pages"u8), &PlacementTests.HighPages);
        Add(suite, T("statistics"u8), &PlacementTests.StatisticsAddUp);
        Add(suite, T("shared_lines"u8), &PlacementTests.SinglePagesShareLines);
        Add(suite, T("broken_first"u8), &PlacementTests.BrokenLinesComeFirst);
        Add(suite, T("no_page_lost"u8), &PlacementTests.NoPageIsLost);
        return suite;
    }

    private static ktest_suite* KmemWait()
    {
        ktest_suite* suite = NewSuite(T("kmem_wait"u8));
        Add(suite, T("who_may"u8), &KmemWaitTests.WhoMayWait);
        Add(suite, T("woken_by_page"u8), &KmemWaitTests.IsWokenByAPage);
        Add(suite, T("dma"u8), &KmemWaitTests.WaitsForDma);
        Add(suite, T("gives_up"u8), &KmemWaitTests.GivesUp);
        Add(suite, T("atomic"u8), &KmemWaitTests.AtomicDoesNotWait);
        Add(suite, T("collects_first"u8), &KmemWaitTests.CollectsAndTriesAgain);
        Add(suite, T("freed_before"u8), &KmemWaitTests.MemoryThatCameBackBefore);
        return suite;
    }

    private static ktest_suite* SingleSteps()
    {
        ktest_suite* suite = NewSuite(T("single_step"u8));
        Add(suite, T("grab_release"u8), &SingleStepTests.GrabAndRelease);
        Add(suite, T("kmalloc_kfree"u8), &SingleStepTests.KmallocAndKfree);
        Add(suite, T("large_blocks"u8), &SingleStepTests.LargeBlocks);
        Add(suite, T("pages"u8), &SingleStepTests.PagesAndCollecting);
        return suite;
    }

    private static ktest_suite* Failures()
    {
        ktest_suite* suite = NewSuite(T("failures"u8));
        Add(suite, T("retried"u8), &FailureTests.OneFailureIsMadeUpFor);
        Add(suite, T("kmalloc_soak"u8), &FailureTests.FailuresReachTheCaller);
        Add(suite, T("floppy"u8), &FailureTests.TheFloppyDriverSurvives);
        return suite;
    }

    private static ktest_suite* Misuse()
    {
        ktest_suite* suite = NewSuite(T("misuse"u8));
        Add(suite, T("free_twice"u8), &MisuseTests.FreeTwice);
        Add(suite, T("free_foreign"u8), &MisuseTests.FreeForeign);
        Add(suite, T("free_interior"u8), &MisuseTests.FreeInterior);
        Add(suite, T("free_wrong_order"u8), &MisuseTests.FreeWrongOrder);
        Add(suite, T("page_twice"u8), &MisuseTests.ReleasePageTwice);
        Add(suite, T("pages_as_block"u8), &MisuseTests.PagesAsBlock);
        Add(suite, T("block_as_pages"u8), &MisuseTests.BlockAsPages);
        Add(suite, T("overflow_right"u8), &MisuseTests.OverflowRight);
        Add(suite, T("overflow_left"u8), &MisuseTests.OverflowLeft);
        Add(suite, T("overflow_large"u8), &MisuseTests.OverflowLarge);
        Add(suite, T("write_free_block"u8), &MisuseTests.WriteToFreeBlock);
        Add(suite, T("write_free_page"u8), &MisuseTests.WriteToFreePage);
        Add(suite, T("read_free_page"u8), &MisuseTests.ReadFreePage);
        Add(suite, T("stray_write"u8), &MisuseTests.StrayWrite);
        Add(suite, T("leak"u8), &MisuseTests.Leak);
        return suite;
    }

    private static ktest_suite* Reports()
    {
        ktest_suite* suite = NewSuite(T("reports"u8));
        Add(suite, T("nested"u8), &ReportTests.OneWithinAnother);
        Add(suite, T("many"u8), &ReportTests.ManyOfOnePlace);
        Add(suite, T("of_a_handler"u8), &ReportTests.OneOfAHandler);
        return suite;
    }

    private static ktest_suite* Reclaim()
    {
        ktest_suite* suite = NewSuite(T("reclaim"u8));
        Add(suite, T("only_what_is_short"u8), &ReclaimTests.OnlyWhatIsShort);
        Add(suite, T("full_dma_zone"u8), &ReclaimTests.BlocksFromAFullZone);
        Add(suite, T("daemon_makes_a_block"u8), &ReclaimTests.TheDaemonMakesABlock);
        Add(suite, T("what_may_move"u8), &ReclaimTests.WhatMayMove);
        Add(suite, T("woken_by_high"u8), &ReclaimTests.WokenByHighMemory);
        Add(suite, T("woken_by_dma"u8), &ReclaimTests.WokenByDmaMemory);
        Add(suite, T("no_wait_in_vain"u8), &ReclaimTests.NoWaitInVain);
        return suite;
    }

    private static ktest_suite* Migration()
    {
        ktest_suite* suite = NewSuite(T("migration"u8));
        Add(suite, T("not_below_target"u8), &MigrationTests.NotBelowTheTarget);
        Add(suite, T("given_back"u8), &MigrationTests.WhatWasHeldComesBack);
        return suite;
    }

    private static ktest_suite* Operations()
    {
        ktest_suite* suite = NewSuite(T("operations"u8));
        Add(suite, T("logged"u8), &OperationTests.AreLogged);
        return suite;
    }

    private static ktest_suite* Requesters()
    {
        ktest_suite* suite = NewSuite(T("requester"u8));
        Add(suite, T("atomic"u8), &RequesterTests.AtomicGoesOn);
        Add(suite, T("interrupted"u8), &RequesterTests.WhomeverItInterrupts);
        Add(suite, T("refusals"u8), &RequesterTests.RefusalsAreCounted);
        Add(suite, T("converted"u8), &RequesterTests.ConvertedPagesAreCharged);
        return suite;
    }

    private static ktest_suite* InterruptsOff()
    {
        ktest_suite* suite = NewSuite(T("interrupts_off"u8));
        Add(suite, T("all_free"u8), &InterruptsOffTests.AllFree);
        Add(suite, T("every_other"u8), &InterruptsOffTests.EveryOther);
        Add(suite, T("pairs"u8), &InterruptsOffTests.Pairs);
        Add(suite, T("edges"u8), &InterruptsOffTests.Edges);
        Add(suite, T("long_runs"u8), &InterruptsOffTests.LongRuns);
        Add(suite, T("none_free"u8), &InterruptsOffTests.NoneFree);
        return suite;
    }

    private static ktest_suite* Layouts()
    {
        ktest_suite* suite = NewSuite(T("layout"u8));
        Add(suite, T("structures"u8), &LayoutTests.StructuresAreAsInC);
        return suite;
    }

    // The suite and room for its cases in one piece. It stays for as long as the kernel runs.
    private static ktest_suite* NewSuite(sbyte* name)
    {
        ktest_suite* suite = (ktest_suite*)kalloc((uint)(sizeof(ktest_suite) + MaxCases * sizeof(ktest_case)));
        suite->name = name;
        suite->cases = (ktest_case*)(suite + 1);
        suite->count = 0;
        suite->subject = null;
        return suite;
    }

    private static void Add(ktest_suite* suite, sbyte* name, delegate* unmanaged[Cdecl]<void> run)
    {
        if (suite->count == MaxCases)
            panic(T("ktest_extra_suites: more cases than there is room for"u8));
        ktest_case* entry = &suite->cases[suite->count++];
        entry->name = name;
        entry->run = (delegate* unmanaged[Cdecl, SuppressGCTransition]<void>)run;
    }
}
