using Mach.Vm;

namespace Mach;

/// <summary>
/// The pageout daemon's scan (vm/vm_pageout.c). It differs from the C in two ways: it begins by collecting the pages
/// that kmalloc holds and does not use, and "free" means free for ordinary requests, as it does where they are refused
/// and where they wait. Were the reserve of the DMA zone counted, the daemon would find that there is enough while
/// threads wait for pages they may not have.
/// </summary>
internal static unsafe partial class vm_pageout_c
{
    /// <summary>Free pages until there are enough.</summary>
    [Replaces("vm/vm_pageout.c", "vm_pageout_scan", "5053c37d0e28ca4c")]
    private static void vm_pageout_scan()
    {
        BootOptions.NoteBooted();
        uint pauseMsecs;
        while (!FreeUntilEnoughOrStuck(&pauseMsecs))
            vm_pageout_pause(pauseMsecs);
    }

    /// <summary>Is there nothing left to do?</summary>
    [Replaces("vm/vm_pageout.c", "vm_pageout_enough", "69360b23d90548b5")]
    private static boolean_t vm_pageout_enough() =>
        VmFreePages.OrdinaryFree >= vm_page_free_target
        && vm_page_external_count <= vm_page_external_target
        && vm_page_free_wanted == 0
            ? TRUE
            : FALSE;

    // One round, from collecting to the first reason to stop. False: others need a chance to change the picture, for
    // so many milliseconds.
    private static bool FreeUntilEnoughOrStuck(uint* pauseMsecs)
    {
        BadUse.PrintRecords();
        linux_kmem_collect();
        vm_pageout_collect();

        uint burst = 0;
        uint looked = 0;
        while (true)
        {
            vm_pageout_balance();
            if (vm_pageout_enough() != FALSE)
                return true;
            if (MustPause(burst, looked, pauseMsecs))
                return false;

            bool wantPages = VmFreePages.OrdinaryFree < vm_page_free_target || vm_page_free_wanted != 0;
            vm_page* page = vm_pageout_choose(wantPages ? TRUE : FALSE);
            if (page == null)
            {
                // Too many external pages, and all of them in use. They will come by.
                *pauseMsecs = vm_pageout_empty_wait;
                return vm_page_free_wanted == 0;
            }

            switch ((uint)vm_pageout_inspect(page))
            {
                case PAGEOUT_FREED:
                    looked = 0;
                    break;
                case PAGEOUT_LAUNDERED:
                    looked = 0;
                    burst++;
                    break;
                default:
                    looked++;
                    break;
            }
        }
    }

    // Nothing to choose from, a burst written, or once round the queue without success.
    private static bool MustPause(uint burst, uint looked, uint* pauseMsecs)
    {
        *pauseMsecs = vm_pageout_empty_wait;
        if (vm_page_inactive_count == 0)
            return true;

        if (
            burst >= vm_pageout_burst_max
            || vm_page_laundry_count >= (int)vm_pageout_burst_max
            || (vm_page_free_count < vm_pageout_reserved_really && vm_page_laundry_count > 0)
        )
        {
            *pauseMsecs = burst * vm_pageout_burst_wait;
            return true;
        }
        return looked > (uint)(vm_page_active_count + vm_page_inactive_count);
    }
}
