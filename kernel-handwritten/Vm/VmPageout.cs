using System.Runtime.CompilerServices;
using Mach.Vm;

namespace Mach;

/// <summary>
/// The pageout daemon's round (vm/vm_pageout.c). It differs from the C in four ways: it begins by collecting the pages
/// that kmalloc holds and does not use; it looks at pages of the zones that are short, and frees as many as these are
/// short of; a page that is wanted moves where another zone has more than it needs, contents and mappings with it, and
/// is evicted only where there is no such place; and it cannot miss a poke between a round and its sleep.
/// </summary>
internal static unsafe partial class vm_pageout_c
{
    // External objects have passed their limit, and not come down to their target since.
    private static bool s_externalLimit;

    // Rounds in a row that have freed nothing although there was need, and how many are enough.
    private static uint s_vainRounds;
    private const uint MaxVainRounds = 4;

    /// <summary>A request for an external object was refused because of the limit.</summary>
    internal static void NoteExternalLimit() => s_externalLimit = true;

    /// <summary>The daemon's endless loop: a round, then sleep until poked. One that was in vain is not repeated at
    /// once, however often it is poked meanwhile.</summary>
    [Replaces("vm/vm_pageout.c", "vm_pageout_continue", "e69b00d939d94b69")]
    private static void vm_pageout_continue()
    {
        VmFreePages.ShareMarks();
        while (true)
        {
            VmWakeups.BeginRound();
            vm_pageout_scan();
            if (VmWakeups.TryEndRound())
                thread_block(null);
            else if (s_vainRounds != 0)
                vm_pageout_pause(vm_pageout_empty_wait);
        }
    }

    /// <summary>Free pages until each zone has its target.</summary>
    [Replaces("vm/vm_pageout.c", "vm_pageout_scan", "a7a385fe6183d7a1")]
    private static void vm_pageout_scan()
    {
        BootOptions.NoteBooted();
        uint pauseMsecs;
        while (!FreeUntilEnoughOrStuck(&pauseMsecs))
            vm_pageout_pause(pauseMsecs);
    }

    /// <summary>Is there nothing left to do?</summary>
    [Replaces("vm/vm_pageout.c", "vm_pageout_enough", "392ff3fdb306e9a3")]
    private static boolean_t vm_pageout_enough()
    {
        for (uint row = 0; row < VmFreePages.Pages.ZoneCount; row++)
            if (VmFreePages.Rows[row].Shortage != 0)
                return FALSE;
        return HasTooManyExternal() ? FALSE : TRUE;
    }

    // One round, from collecting to the first reason to stop. False: others need a chance to change the picture, for
    // so many milliseconds.
    private static bool FreeUntilEnoughOrStuck(uint* pauseMsecs)
    {
        BadUse.PrintRecords();
        linux_kmem_collect();
        vm_pageout_collect();
        VmCompaction.MakeRuns();

        uint burst = 0;
        uint looked = 0;
        uint freed = 0;
        QueueScan scan = new((queue_entry*)Unsafe.AsPointer(ref vm_page_queue_inactive));
        while (true)
        {
            vm_pageout_balance();
            if (vm_pageout_enough() != FALSE)
            {
                s_vainRounds = 0;
                return scan.End(true);
            }
            if (MustPause(burst, looked, pauseMsecs))
                return scan.End(false);

            vm_page* page = scan.Next();
            if (page != null)
            {
                if (IsWanted(page))
                    freed += FreeOne(page, ref burst, ref looked);
                continue;
            }

            // Once through the queue. Pages that were looked at may be at its end again.
            scan.End(true);
            if (freed == 0)
            {
                *pauseMsecs = vm_pageout_empty_wait;
                return IsInVain();
            }
            s_vainRounds = 0;
            freed = 0;
            scan = new QueueScan((queue_entry*)Unsafe.AsPointer(ref vm_page_queue_inactive));
        }
    }

    // Whether it would help to free a page.
    private static bool IsWanted(vm_page* page) =>
        VmFreePages.Rows[PmapZones.RowOf(new PhysAddr(page->phys_addr).Page)].Shortage != 0
        || (page->external != 0 && HasTooManyExternal());

    private static bool HasTooManyExternal()
    {
        if (vm_page_external_count > vm_page_external_limit)
            s_externalLimit = true;
        else if (vm_page_external_count <= vm_page_external_target)
            s_externalLimit = false;
        return s_externalLimit;
    }

    // A page of the inactive queue: 1 if its memory is free now.
    private static uint FreeOne(vm_page* page, ref uint burst, ref uint looked)
    {
        uint row = PmapZones.RowOf(new PhysAddr(page->phys_addr).Page);
        if (VmFreePages.Rows[row].Shortage != 0 && VmMigration.TryMoveUp(page))
            return 1;
        VM_PAGE_QUEUES_REMOVE(page);
        switch ((uint)vm_pageout_inspect(page))
        {
            case PAGEOUT_LAUNDERED:
                burst++;
                break;
            case PAGEOUT_FREED:
                break;
            default:
                looked++;
                return 0;
        }
        looked = 0;
        VmFreePages.Rows[row].Counters.Evicted++;
        return 1;
    }

    // Nothing on the inactive queue helps, so pages that are in use have to: they move if there is a place, or else lose
    // their place on the active queue, and show until the next round whether they are used.
    private static bool IsInVain()
    {
        uint moved = 0;
        QueueScan scan = new(addr_vm_page_queue_active);
        for (vm_page* page = scan.Next(); page != null && vm_pageout_enough() == FALSE; page = scan.Next())
            if (IsWanted(page))
            {
                if (VmMigration.TryMoveUp(page))
                    moved++;
                else
                    vm_page_deactivate(page);
            }
        scan.End(true);
        if (moved != 0)
            s_vainRounds = 0;
        else if (s_vainRounds < MaxVainRounds)
            s_vainRounds++;
        if (vm_pageout_enough() != FALSE)
            return true;

        // While somebody waits, the daemon looks again and again; else it sleeps until it is poked.
        return s_vainRounds == MaxVainRounds && vm_page_free_wanted == 0 && KmemSleep.Sleepers == 0;
    }

    // Nothing to choose from, a burst written, or once round the queue without success.
    private static bool MustPause(uint burst, uint looked, uint* pauseMsecs)
    {
        *pauseMsecs = vm_pageout_empty_wait;
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
