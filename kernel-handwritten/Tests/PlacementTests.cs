using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mach.Vm;
using static Mach.KernelTest;

namespace Mach;

/// <summary>
/// Suite "placement": which page one gets, what the books say about it, and what cannot get lost. Each case leaves the
/// number of free pages as it found it, and all invariants standing.
/// </summary>
internal static unsafe class PlacementTests
{
    /// <summary>A free page is at the head of the queue of its zone; a held one is on none.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void TheTwoQueues()
    {
        vm_page* any = vm_page_grab(FALSE);
        vm_page* dma = vm_page_grab_flags(FALSE, vm_resident_c.VM_PAGE_DMA);
        uint dmaLength = PageQueue.Count(vm_page_queue_free_dma, uint.MaxValue - 1);
        uint normalLength = PageQueue.Count(vm_page_queue_free_normal, uint.MaxValue - 1);
        Expect(
            dmaLength == VmFreePages.Dma.Free && normalLength == VmFreePages.Normal.Free,
            "queues are as long as zones have pages"u8
        );

        vm_page_release(dma, FALSE);
        Expect(vm_page_queue_free_dma->next == (queue_entry*)dma, "a DMA page goes to its queue"u8);
        vm_page_release(any, FALSE);
        queue_entry* head = pmap_is_dma(any->phys_addr) != FALSE ? vm_page_queue_free_dma : vm_page_queue_free_normal;
        Expect(head->next == (queue_entry*)any, "and another to its own"u8);
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    /// <summary>The map has a bit for each page of memory, and it follows grab and release.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void TheBitmap()
    {
        Expect(vm_resident_c.vm_page_free_bitmap_bitsz == phys_last_addr / Pfn.PageSize, "a bit for each page"u8);
        vm_page* page = vm_page_grab_flags(FALSE, vm_resident_c.VM_PAGE_DMA);
        uint number = page->phys_addr / Pfn.PageSize;
        uint* word = &vm_resident_c.vm_page_free_bitmap[number / 32];
        Expect((*word >> (int)(number % 32) & 1) == 0, "clear while held"u8);
        vm_page_release(page, FALSE);
        Expect((*word >> (int)(number % 32) & 1) == 1, "set while free"u8);
    }

    /// <summary>All memory is used, whatever its address; none of it is set aside.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void AllMemoryIsUsed()
    {
        Expect(use_all_mem == 1, "use_all_mem"u8);
        Expect(
            phys_first_addr == 0 && VmFreePages.Pages.End == phys_last_addr / Pfn.PageSize,
            "the zones end with memory"u8
        );
        uint managed = 0;
        for (uint row = 0; row < VmFreePages.Pages.ZoneCount; row++)
            managed += VmFreePages.Rows[row].Managed;

        // What is not managed: the hole, the kernel, and boot's tables, page structures the largest of them.
        uint pages = phys_last_addr / Pfn.PageSize;
        uint image = ((uint)end - (uint)_start) / Pfn.PageSize;
        Expect(PagesOfMap() - managed < 400 + image + pages / 40, "all but boot's share is managed"u8);
    }

    /// <summary>A page is managed only if there is memory at each of its bytes, as the loader's map and the command
    /// line say.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void OnlyMemoryIsUsed()
    {
        uint wrong = 0;
        for (uint number = 0; number < VmFreePages.Pages.End; number++)
            wrong += VmFreePages.Lookup(new Pfn(number)) != null && !IsMemory(number) ? 1u : 0;
        Expect(wrong == 0 && VmFreePages.Lookup(new Pfn(0)) == null, "no page in a hole"u8);
        uint* arguments = stackalloc uint[2];
        arguments[0] = PagesOfMap();
        arguments[1] = phys_last_addr;
        printf__va(T("# memory map: %u pages below 0x%x\n"u8), (byte*)arguments);
    }

    private static uint PagesOfMap()
    {
        uint pages = 0;
        for (uint number = 0; number < phys_last_addr / Pfn.PageSize; number++)
            pages += IsMemory(number) ? 1u : 0;
        return pages;
    }

    private static bool IsMemory(uint number)
    {
        uint at = number * Pfn.PageSize;
        while (at < (number + 1) * Pfn.PageSize)
            if (!model_dep_c.Ranges.Has(at, out at))
                return false;
        return true;
    }

    /// <summary>Memory beyond the direct map goes to pages of objects, never to who needs an address of it; it can be
    /// cleared and copied.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void HighPages()
    {
        if (phys_last_addr <= DirectMapLimit)
        {
            ktest_skip(T("no memory beyond the direct map"u8));
            return;
        }
        vm_page* high = VmFreePages.Grab(FALSE, GrabFlags.High);
        vm_page* other = VmFreePages.Grab(FALSE, GrabFlags.High);
        vm_page* low = vm_page_grab(FALSE);
        if (other->phys_addr < DirectMapLimit)
        {
            ktest_skip(T("no memory beyond the direct map is left"u8));
            vm_page_release(high, FALSE);
            vm_page_release(other, FALSE);
            vm_page_release(low, FALSE);
            return;
        }
        Expect(high->phys_addr >= DirectMapLimit && low->phys_addr < DirectMapLimit, "each from its zone"u8);
        *(uint*)pmap_c.AddressOf(high->phys_addr, 2) = 0x600df00d;
        pmap_copy_page(high->phys_addr, other->phys_addr);
        pmap_zero_page(high->phys_addr);
        Expect(*(uint*)pmap_c.AddressOf(other->phys_addr, 2) == 0x600df00d, "copied"u8);
        Expect(*(uint*)pmap_c.AddressOf(high->phys_addr, 2) == 0, "cleared"u8);
        vm_page_release(high, FALSE);
        vm_page_release(other, FALSE);
        vm_page_release(low, FALSE);
        uint page = __get_free_pages(GFP_ATOMIC, 0, 0);
        Expect(page != 0 && page - phys_mem_va < DirectMapLimit, "the glue has addresses"u8);
        free_pages(page, 0);
    }

    /// <summary>Statistics add up, and a refusal is in its column.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void StatisticsAddUp()
    {
        host_zone_info_data before,
            after;
        Expect(ZoneStatistics.host_zone_info(PmapZones.DmaRow, &before) == KERN_SUCCESS, "there is a DMA zone"u8);
        Expect(
            before.free + before.held == before.managed && before.released - before.grabbed == before.free,
            "sums"u8
        );
        Expect(before.whole_lines * Line.Pages <= before.free && before.end <= 4096, "lines"u8);

        vm_page* page = vm_page_grab_flags(FALSE, vm_resident_c.VM_PAGE_DMA);
        VmFreePages.TryRelease(page, FALSE);
        VmFreePages.TryRelease(page, FALSE);
        bool tooMany = VmFreePages.TryGrabRun(8192, FALSE, GrabFlags.Dma, 0, 0, out _);
        ZoneStatistics.host_zone_info(PmapZones.DmaRow, &after);
        Expect(after.grabbed == before.grabbed + 1 && after.released == before.released + 1, "one out, one back"u8);
        Expect(after.refused_double == before.refused_double + 1, "a double release"u8);
        Expect(!tooMany && after.refused_empty == before.refused_empty + 1, "more than there is"u8);
        Expect(ZoneStatistics.host_zone_info(PmapZones.RowCount, &after) == KERN_INVALID_ARGUMENT, "no such row"u8);
        ZoneStatistics.zones_print();
    }

    /// <summary>Single pages share lines, so that whole ones stay whole (the patch took the lowest pages of each zone
    /// in turn).</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void SinglePagesShareLines()
    {
        const int count = 64;
        uint before = VmFreePages.Dma.WholeLines + VmFreePages.Normal.WholeLines;
        vm_page* taken = null;
        for (int i = 0; i < count; i++)
        {
            vm_page* page = vm_page_grab(FALSE);
            page->pageq.next = (queue_entry*)taken;
            taken = page;
        }
        uint after = VmFreePages.Dma.WholeLines + VmFreePages.Normal.WholeLines;
        Expect(before - after <= count / Line.Pages, "64 pages break four lines at most"u8);
        ReleaseAll(taken);
        Expect(VmFreePages.Dma.WholeLines + VmFreePages.Normal.WholeLines == before, "which are whole again"u8);
    }

    /// <summary>A page comes from a broken line while there is one, however many whole ones there are.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void BrokenLinesComeFirst()
    {
        const int broken = 3;
        bool done = VmFreePages.TryGrabRun(Line.Pages, FALSE, GrabFlags.None, Line.Pages, 0, out Pfn line);
        Expect(done, "a line"u8);
        if (!done)
            return;
        for (uint i = 0; i < broken; i++)
            vm_page_release(VmFreePages.Lookup(new Pfn(line.Value + i * 5)), FALSE);

        // A request for a run closes the line that single pages came from, so that the next one is chosen anew.
        done = VmFreePages.TryGrabRun(Line.Pages, FALSE, GrabFlags.None, Line.Pages, 0, out Pfn other);
        uint whole = VmFreePages.Dma.WholeLines + VmFreePages.Normal.WholeLines;
        vm_page* taken = null;
        for (int i = 0; i < broken; i++)
        {
            vm_page* page = vm_page_grab(FALSE);
            page->pageq.next = (queue_entry*)taken;
            taken = page;
        }
        Expect(VmFreePages.Dma.WholeLines + VmFreePages.Normal.WholeLines == whole, "no whole line was broken"u8);
        ReleaseAll(taken);
        for (uint i = 0; i < Line.Pages; i++)
        {
            vm_page* page = VmFreePages.Lookup(new Pfn(line.Value + i));
            if (page->free == 0)
                vm_page_release(page, FALSE);
            if (done)
                vm_page_release(VmFreePages.Lookup(new Pfn(other.Value + i)), FALSE);
        }
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    /// <summary>A page whose tabled bit is set by mistake is not lost (the patch printed a message and dropped
    /// it).</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void NoPageIsLost()
    {
        int before = vm_page_free_count;
        vm_page* page = vm_page_grab(FALSE);
        page->tabled = 1;
        vm_page_release(page, FALSE);
        Expect(vm_page_free_count == before, "it is free"u8);
        vm_page* again = vm_page_grab(FALSE);
        Expect(again == page && again->free == 0, "and can be had"u8);
        again->tabled = 0;
        vm_page_release(again, FALSE);

        // Page 0 is nobody's, and stays so however often it is released (the patch dropped it before it looked).
        vm_page zero;
        zero.phys_addr = 0;
        Expect(VmFreePages.TryRelease(&zero, FALSE) == ReleaseResult.NotManaged, "page 0"u8);
        Expect(VmFreePages.TryRelease(&zero, FALSE) == ReleaseResult.NotManaged, "again"u8);
        Expect(vm_page_free_count == before && VmCheck.Verify() == VmFault.None, "nothing has changed"u8);
    }

    private static void ReleaseAll(vm_page* taken)
    {
        while (taken != null)
        {
            vm_page* next = (vm_page*)taken->pageq.next;
            vm_page_release(taken, FALSE);
            taken = next;
        }
    }
}
