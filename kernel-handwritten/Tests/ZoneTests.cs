using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mach.Vm;
using static Mach.KernelTest;

namespace Mach;

/// <summary>
/// Suite "zones": promises that only the two-zone memory system makes. Each case leaves the number of free pages as it
/// found it, and all invariants standing.
/// </summary>
internal static unsafe class ZoneTests
{
    private const uint LinePages = 16;

    /// <summary>The two predicates are complements, and the bounds tile memory.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Predicates()
    {
        Expect(
            pmap_is_dma(0) != FALSE && pmap_is_dma(DmaLimit - 1) != FALSE && pmap_is_dma(DmaLimit) == FALSE,
            "dma ends at 16 MiB"u8
        );
        Expect(
            pmap_is_normal(DmaLimit - 1) == FALSE && pmap_is_normal(DmaLimit) != FALSE && pmap_is_normal(~0u) != FALSE,
            "normal begins there"u8
        );
        Expect(
            vm_page_dma_first == 0
                && vm_page_dma_last == vm_page_normal_first
                && vm_page_normal_last == vm_page_high_first
                && vm_page_high_last == phys_last_addr,
            "the zones tile memory"u8
        );
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    /// <summary>Boot has not eaten the DMA zone, however much memory there is.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void DmaZoneSurvivesBoot()
    {
        // Kernel tables grow with memory and are taken from the top, so what is below 16 MiB does not depend on it.
        if (phys_last_addr < 2 * DmaLimit)
        {
            ktest_skip(T("no normal zone to speak of"u8));
            return;
        }
        Expect(VmFreePages.Dma.Free >= 3600, "3600 pages below 16 MiB are free"u8);
    }

    /// <summary>Single pages come from the zone they should, and leave and enter the counts.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void SinglePages()
    {
        int before = vm_page_free_count;
        bool hasNormal = VmFreePages.Normal.Free != 0;

        vm_page* any = vm_page_grab(FALSE);
        vm_page* dma = vm_page_grab_flags(FALSE, vm_resident_c.VM_PAGE_DMA);
        Expect(any != null && dma != null, "two pages"u8);
        Expect(pmap_is_dma(dma->phys_addr) != FALSE, "DMA wish is met"u8);
        Expect(pmap_is_normal(any->phys_addr) != FALSE == hasNormal, "without a wish normal memory comes first"u8);
        Expect(any->free == 0 && dma->free == 0 && vm_page_free_count == before - 2, "both are taken"u8);
        Expect(VmCheck.Verify() == VmFault.None, "invariants with two pages out"u8);

        vm_page_release(any, FALSE);
        vm_page_release(dma, FALSE);
        Expect(vm_page_free_count == before && VmCheck.Verify() == VmFault.None, "all as before"u8);
    }

    /// <summary>Ordinary requests fall back to the DMA zone and stop at its reserve; DMA requests go on.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FallbackStopsAtReserve()
    {
        int before = vm_page_free_count;
        vm_page* taken = null;
        bool sawDma = false;
        for (vm_page* page = vm_page_grab(FALSE); page != null; page = vm_page_grab(FALSE))
        {
            sawDma |= pmap_is_dma(page->phys_addr) != FALSE;
            page->pageq.next = (queue_entry*)taken;
            taken = page;
        }

        uint reserve = VmFreePages.Dma.Reserve;
        Expect(sawDma, "the DMA zone was fallen back to"u8);
        Expect(reserve != 0 && VmFreePages.Dma.Free >= reserve, "its reserve is intact"u8);
        vm_page* dma = vm_page_grab_flags(FALSE, vm_resident_c.VM_PAGE_DMA);
        Expect(dma != null, "and serves DMA requests"u8);
        Expect(VmCheck.Verify() == VmFault.None, "invariants at the reserve"u8);

        if (dma != null)
            vm_page_release(dma, FALSE);
        while (taken != null)
        {
            vm_page* next = (vm_page*)taken->pageq.next;
            vm_page_release(taken, FALSE);
            taken = next;
        }
        Expect(vm_page_free_count == before && VmCheck.Verify() == VmFault.None, "all as before"u8);
    }

    /// <summary>Each zone has marks of its own; coming below the low one wakes the daemon, staying below does
    /// not.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Watermarks()
    {
        for (uint row = 0; row < VmFreePages.Pages.ZoneCount; row++)
        {
            ref Zone zone = ref VmFreePages.Rows[row];
            Expect(zone.Managed < 64 || zone.Low != 0, "a low mark"u8);
            Expect(zone.Reserve != 0 == (row == PmapZones.DmaRow), "a reserve where others fall back to"u8);
        }

        // As if the mark were just below what is free.
        uint flags = vm_resident_c.VM_PAGE_DMA;
        ref Zone dma = ref VmFreePages.Dma;
        uint low = dma.Low;
        uint saved = Interrupts.SaveAndDisable();
        bool before = VmWakeups.Pending;
        dma.Low = dma.Free - 1;
        vm_page* first = vm_page_grab_flags(FALSE, flags);
        bool atMark = VmWakeups.Pending;
        vm_page* second = vm_page_grab_flags(FALSE, flags);
        bool below = VmWakeups.Pending;
        Interrupts.Restore(saved);
        vm_page_release(vm_page_grab(FALSE), FALSE); // delivers
        saved = Interrupts.SaveAndDisable();
        vm_page* third = vm_page_grab_flags(FALSE, flags);
        bool stillBelow = VmWakeups.Pending;
        dma.Low = low;
        Interrupts.Restore(saved);
        Expect(!before && !atMark && below && !stillBelow, "once, when it is passed"u8);
        vm_page_release(first, FALSE);
        vm_page_release(second, FALSE);
        vm_page_release(third, FALSE);
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    /// <summary>A run starts at a multiple of what was asked for, and all of it is the caller's.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void RunsHonourAlignment()
    {
        int before = vm_page_free_count;
        for (int count = 1; count <= 40; count += 13)
        for (uint align = 1; align <= 64; align *= 4)
        {
            uint paddr;
            Expect(vm_page_grab_contiguous_pages_flags(count, &paddr, FALSE, 0, align) == KERN_SUCCESS, "a run"u8);
            Expect(new PhysAddr(paddr).Page.Value % align == 0, "starts at a multiple"u8);
            Expect(AllTaken(paddr, count), "all of its pages are taken"u8);
            ReleaseRun(paddr, count);
        }
        Expect(vm_page_free_count == before && VmCheck.Verify() == VmFault.None, "all as before"u8);
    }

    /// <summary>A run for DMA lies within one line, up to the whole of it; a longer one is refused.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void RunsHonourBoundary()
    {
        int before = vm_page_free_count;
        for (uint count = 1; count <= LinePages; count++)
        {
            bool done = VmFreePages.TryGrabRun(count, FALSE, GrabFlags.Dma, 0, LinePages, out Pfn first);
            Expect(
                done && first.Value / LinePages == (first.Value + count - 1) / LinePages,
                "within one 64 KiB line"u8
            );
            if (done)
                ReleaseRun(first.Start.Value, (int)count);
        }
        Expect(
            !VmFreePages.TryGrabRun(LinePages + 1, FALSE, GrabFlags.Dma, 0, LinePages, out _),
            "larger than the line"u8
        );
        Expect(vm_page_free_count == before, "all as before"u8);
    }

    /// <summary>A queue's zone and no other; an empty zone refuses and nothing else happens.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void RunsByQueue()
    {
        uint paddr;
        Expect(
            vm_page_grab_contiguous_pages_queue(3, &paddr, FALSE, vm_page_queue_free_dma, 0) == KERN_SUCCESS,
            "from DMA"u8
        );
        Expect(pmap_is_dma(paddr) != FALSE && pmap_is_dma(paddr + 2 * Pfn.PageSize) != FALSE, "is of DMA"u8);
        ReleaseRun(paddr, 3);

        int status = vm_page_grab_contiguous_pages_queue(3, &paddr, FALSE, vm_page_queue_free_normal, 0);
        if (VmFreePages.Normal.Managed == 0)
        {
            Expect(status == KERN_RESOURCE_SHORTAGE, "the empty zone has none"u8);
            return;
        }

        // Boot may have left next to nothing of a small zone.
        if (status == KERN_RESOURCE_SHORTAGE && VmFreePages.Normal.Free < 4 * LinePages)
            return;
        Expect(status == KERN_SUCCESS && pmap_is_normal(paddr) != FALSE, "from normal"u8);
        ReleaseRun(paddr, 3);
    }

    /// <summary>An address finds its structure; memory that is not managed finds none.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Lookup()
    {
        vm_page* page = vm_page_grab(FALSE);
        Expect(vm_page_physaddr_lookup(page->phys_addr) == page, "the page of its address"u8);
        Expect(vm_page_physaddr_lookup(page->phys_addr + 4095) == page, "and of its last byte"u8);
        vm_page_release(page, FALSE);

        Expect(vm_page_physaddr_lookup(0) == null, "page 0 is nobody's"u8);
        Expect(vm_page_physaddr_lookup(0xb8000) == null, "nor is the display"u8);
        Expect(
            vm_page_physaddr_lookup(phys_last_addr) == null && vm_page_physaddr_lookup(~0u) == null,
            "nor what is not there"u8
        );
    }

    /// <summary>A page released twice, or by a structure that is not its own, changes nothing.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void BadReleasesAreRefused()
    {
        int before = vm_page_free_count;
        vm_page* page = vm_page_grab(FALSE);
        Expect(VmFreePages.TryRelease(page, FALSE) == ReleaseResult.Released, "the first time"u8);
        Expect(VmFreePages.TryRelease(page, FALSE) == ReleaseResult.AlreadyFree, "not the second"u8);

        vm_page impostor;
        impostor.phys_addr = page->phys_addr;
        Expect(VmFreePages.TryRelease(&impostor, FALSE) == ReleaseResult.NotManaged, "not by another structure"u8);
        impostor.phys_addr = 0xb8000;
        Expect(VmFreePages.TryRelease(&impostor, FALSE) == ReleaseResult.NotManaged, "not the display"u8);
        Expect(vm_page_free_count == before && VmCheck.Verify() == VmFault.None, "nothing has changed"u8);
    }

    /// <summary>The memory of a converted page is found under its new structure, and comes back under it.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void ConvertKeepsTheMap()
    {
        int before = vm_page_free_count;
        vm_page* page = vm_page_grab_fictitious();
        if (page == null)
        {
            vm_page_more_fictitious();
            before = vm_page_free_count;
            page = vm_page_grab_fictitious();
        }
        Expect(page != null && vm_page_convert(page, FALSE) != FALSE, "converted"u8);
        if (page == null)
            return;
        Expect(vm_page_physaddr_lookup(page->phys_addr) == page, "the array follows"u8);
        Expect(vm_page_free_count == before - 1, "one page is taken"u8);
        vm_page_release(page, FALSE);
        Expect(vm_page_free_count == before && VmCheck.Verify() == VmFault.None, "and comes back"u8);
    }

    /// <summary>Memory beyond the end known at boot is not managed: the map has no room for it.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void CreateStaysWithinMemory()
    {
        uint reports = BadUse.Count;
        int before = vm_page_free_count;
        vm_page_create(phys_last_addr, phys_last_addr + Pfn.PageSize);
        Expect(vm_page_physaddr_lookup(phys_last_addr) == null, "no page beyond the end"u8);
        vm_page* held = vm_page_grab(FALSE);
        vm_page_create(0, Pfn.PageSize);
        vm_page_create(held->phys_addr, held->phys_addr + Pfn.PageSize);
        vm_page_release(held, FALSE);
        Expect(vm_page_free_count == before, "none that there is already, and not page 0"u8);
        Expect(BadUse.Count == reports, "and nobody tried to release one"u8);
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    /// <summary>The checker itself: each planted fault is found, or its silence elsewhere would mean nothing.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void PlantedFaultsAreFound()
    {
        vm_page* page = vm_page_grab(FALSE);
        Pfn number = new PhysAddr(page->phys_addr).Page;
        uint saved = Interrupts.SaveAndDisable();

        vm_page_free_bitmap_set(number);
        VmFault bitSet = VmCheck.Verify();
        vm_page_free_bitmap_unset(number);

        vm_page_free_count++;
        VmFault count = VmCheck.Verify();
        vm_page_free_count--;

        page->free = 1;
        VmFault flag = VmCheck.Verify();
        page->free = 0;

        PageQueue.EnterFirst(VmFreePages.QueueOf(number), page);
        VmFault queue = VmCheck.Verify();
        PageQueue.Remove(VmFreePages.QueueOf(number), page);

        page->phys_addr += Pfn.PageSize;
        VmFault address = VmCheck.Verify();
        page->phys_addr -= Pfn.PageSize;

        Interrupts.Restore(saved);
        Expect(bitSet == VmFault.Core, "a bit too many"u8);
        Expect(count == VmFault.FreeCount, "a wrong count"u8);
        Expect(flag == VmFault.FreeFlag, "a wrong flag"u8);
        Expect(queue == VmFault.QueueLength, "a page too many on a queue"u8);
        Expect(address == VmFault.Address, "a wrong address"u8);
        vm_page_release(page, FALSE);
        Expect(VmCheck.Verify() == VmFault.None, "all is well again"u8);
    }

    private static bool AllTaken(uint paddr, int count)
    {
        for (int i = 0; i < count; i++)
        {
            vm_page* page = vm_page_physaddr_lookup(paddr + (uint)i * Pfn.PageSize);
            if (page == null || page->free != 0)
                return false;
        }
        return true;
    }

    private static void ReleaseRun(uint paddr, int count)
    {
        for (int i = 0; i < count; i++)
            vm_page_release(vm_page_physaddr_lookup(paddr + (uint)i * Pfn.PageSize), FALSE);
    }
}
