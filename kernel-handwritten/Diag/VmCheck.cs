using Mach.Vm;

namespace Mach;

/// <summary>First disagreement that <see cref="VmCheck.Verify"/> found; None is zero.</summary>
internal enum VmFault
{
    None,

    /// <summary>Map, counts and zones of the core disagree; see <see cref="AllocatorFault"/>.</summary>
    Core,

    /// <summary>vm_page_free_count is not the number of free pages.</summary>
    FreeCount,

    /// <summary>A queue is longer or shorter than its zone has free pages.</summary>
    QueueLength,

    /// <summary>A page is on the queue of the other zone, or on a queue and not free in the map.</summary>
    QueueMember,

    /// <summary>The structure that stands for an address has another address in it.</summary>
    Address,

    /// <summary>The free flag of a structure and the page's bit differ.</summary>
    FreeFlag,

    /// <summary>A page is of both zones or of none.</summary>
    Predicate,

    /// <summary>Refusals are in no column or in two.</summary>
    Refusals,

    /// <summary>Threads that wait are more or fewer than those that began and were not woken; or one waits while there
    /// is a page for it and no wakeup owed.</summary>
    Waiters,

    /// <summary>The marks of a zone are out of order.</summary>
    Marks,
}

/// <summary>
/// The invariants of physical memory, checked in full: map, queues, flags, counts, addresses. Takes time in proportion
/// to the memory, with interrupts off; for tests and for the debugger (<c>call VmCheck.Verify()</c>).
/// </summary>
internal static unsafe class VmCheck
{
    public static VmFault Verify()
    {
        uint saved = Interrupts.SaveAndDisable();
        VmFault fault = Check(ref VmFreePages.Pages);
        Interrupts.Restore(saved);
        return fault;
    }

    private static VmFault Check(ref PageAllocator<VmPageTable> pages)
    {
        if (pages.Verify() != AllocatorFault.None)
            return VmFault.Core;
        if (vm_page_free_count != (int)pages.Free)
            return VmFault.FreeCount;

        VmFault sums = CheckSums(ref pages);
        if (sums != VmFault.None)
            return sums;
        for (uint row = 0; row < pages.ZoneCount; row++)
        {
            VmFault fault = CheckQueue(VmFreePages.QueueOf(row), pages[row].Free);
            if (fault != VmFault.None)
                return fault;
        }
        return CheckStructures(ref pages);
    }

    private static VmFault CheckSums(ref PageAllocator<VmPageTable> pages)
    {
        uint refused = 0;
        uint waiting = 0;
        for (uint row = 0; row < pages.ZoneCount; row++)
        {
            ref Zone zone = ref pages[row];
            refused += zone.Counters.Refused;
            waiting += VmWaiters.WaitingFor(row);
            if (zone.Counters.Waits - zone.Counters.Wakes != VmWaiters.WaitingFor(row))
                return VmFault.Waiters;
            if (zone.Floor > zone.Min || zone.Counters.Stolen > zone.Counters.Grabbed)
                return VmFault.Marks;
        }
        if (refused != VmFreePages.Refusals)
            return VmFault.Refusals;
        bool isForgotten = VmWaiters.AnyServed() && !VmWakeups.Pending;
        return waiting != vm_page_free_wanted || isForgotten ? VmFault.Waiters : VmFault.None;
    }

    private static VmFault CheckQueue(queue_entry* head, uint sizePages)
    {
        // The length first: after it the walk is known to end.
        if (PageQueue.Count(head, sizePages) != sizePages)
            return VmFault.QueueLength;
        for (vm_page* page = (vm_page*)head->next; page != head; page = (vm_page*)page->pageq.next)
        {
            Pfn number = new PhysAddr(page->phys_addr).Page;
            if (VmFreePages.QueueOf(number) != head || !VmFreePages.Pages.IsFree(number))
                return VmFault.QueueMember;
        }
        return VmFault.None;
    }

    private static VmFault CheckStructures(ref PageAllocator<VmPageTable> pages)
    {
        for (uint number = 0; number < pages.End; number++)
        {
            vm_page* page = VmFreePages.Lookup(new Pfn(number));
            if (page == null)
                continue;
            uint paddr = new Pfn(number).Start.Value;
            if (page->phys_addr != paddr)
                return VmFault.Address;
            if (pages.ZoneOf(new Pfn(number)) != VmFreePages.Rows + PmapZones.RowOf(new Pfn(number)))
                return VmFault.Predicate;
            if (page->free != 0 != pages.IsFree(new Pfn(number)))
                return VmFault.FreeFlag;
            if (
                pmap_is_dma(paddr) == pmap_is_normal(paddr)
                || VmFreePages.Dma.Contains(new Pfn(number)) != (pmap_is_dma(paddr) != FALSE)
            )
                return VmFault.Predicate;
        }
        return VmFault.None;
    }
}
