using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mach.Vm;
using static Mach.KernelTest;

namespace Mach;

/// <summary>Suite "requester": who may take what is said by the request, and what became of it by the counters.</summary>
internal static unsafe class RequesterTests
{
    private const int Slots = 600;

    /// <summary>GFP_ATOMIC goes on where GFP_KERNEL ends, and ends before the pages of those who free memory.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void AtomicGoesOn()
    {
        page_hoard hoard;
        void** pages = (void**)kalloc(Slots * (uint)sizeof(void*));
        linux_kmem_collect();
        hoard_init(&hoard);
        hoard_all(&hoard);
        uint atomic = TakeAll(pages);
        vm_page* ordinary = vm_page_grab(FALSE);
        uint free = (uint)vm_page_free_count;
        active_threads[0]->vm_privilege = 1;
        vm_page* privileged = vm_page_grab(FALSE);
        active_threads[0]->vm_privilege = 0;
        GiveAll(pages, atomic);
        if (privileged != null)
            vm_page_release(privileged, FALSE);
        hoard_release(&hoard, hoard.count);
        Expect(atomic >= 20 && ordinary == null, "there are pages for it alone"u8);
        Expect(free != 0 && privileged != null, "and others for who frees memory"u8);
        kfree((uint)pages, Slots * (uint)sizeof(void*));
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    /// <summary>What a handler gets is the same whomever it has interrupted.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void WhomeverItInterrupts()
    {
        page_hoard hoard;
        void** pages = (void**)kalloc(Slots * (uint)sizeof(void*));
        linux_kmem_collect();
        hoard_init(&hoard);
        hoard_all(&hoard);
        uint ordinary = TakeAllInHandler(pages);
        active_threads[0]->vm_privilege = 1;
        uint privileged = TakeAllInHandler(pages);
        active_threads[0]->vm_privilege = 0;
        hoard_release(&hoard, hoard.count);
        Expect(ordinary != 0 && ordinary == privileged, "the same"u8);
        kfree((uint)pages, Slots * (uint)sizeof(void*));
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    /// <summary>Each refusal is in exactly one column.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void RefusalsAreCounted()
    {
        const uint count = 50;
        page_hoard hoard;
        hoard_init(&hoard);
        hoard_all(&hoard);
        uint before = Refused();
        for (uint i = 0; i < count; i++)
            Expect(vm_page_grab(FALSE) == null, "refused"u8);
        uint single = Refused() - before;
        uint address;
        for (uint i = 0; i < count; i++)
            Expect(vm_page_grab_contiguous_pages_flags(3, &address, FALSE, 0, 0) != KERN_SUCCESS, "no run"u8);
        uint runs = Refused() - before - single;
        hoard_release(&hoard, hoard.count);
        Expect(single == count && runs == count, "once each"u8);

        uint limits = VmFreePages.Normal.Counters.RefusedLimit;
        int limit = vm_page_external_limit;
        vm_page_external_limit = vm_page_external_count - 1;
        bool refused = vm_page_grab(TRUE) == null;
        vm_page_external_limit = limit;
        Expect(refused && VmFreePages.Normal.Counters.RefusedLimit == limits + 1, "also for the share of externals"u8);
        uint tests = VmFreePages.Dma.Counters.RefusedTest;
        VmFreePages.FailRequest = 1;
        refused = vm_page_grab_flags(FALSE, vm_resident_c.VM_PAGE_DMA) == null;
        Expect(refused && VmFreePages.Dma.Counters.RefusedTest == tests + 1, "and by a test"u8);
        Expect(VmCheck.Verify() == VmFault.None, "the sums"u8);
    }

    /// <summary>A page that is charged to external objects is so under whatever structure, and once.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void ConvertedPagesAreCharged()
    {
        vm_page* page = vm_page_grab_fictitious();
        if (page == null)
        {
            vm_page_more_fictitious();
            page = vm_page_grab_fictitious();
        }
        int before = vm_page_external_count;
        Expect(vm_page_convert(page, TRUE) != FALSE && vm_page_external_count == before + 1, "charged"u8);
        Expect(page->external != 0 && page->extcounted != 0, "and says so"u8);
        vm_page_free(page);
        Expect(vm_page_external_count == before && VmCheck.Verify() == VmFault.None, "until it is free"u8);
    }

    private static uint Refused()
    {
        uint sum = 0;
        for (uint row = 0; row < PmapZones.RowCount; row++)
            sum += VmFreePages.Rows[row].Counters.Refused;
        return sum;
    }

    private static uint TakeAllInHandler(void** pages)
    {
        intr_count++;
        uint count = TakeAll(pages);
        GiveAll(pages, count);
        intr_count--;
        return count;
    }

    private static uint TakeAll(void** pages)
    {
        uint count = 0;
        while (count < Slots && (pages[count] = (void*)__get_free_pages(GFP_ATOMIC, 0, 0)) != null)
            count++;
        return count;
    }

    private static void GiveAll(void** pages, uint count)
    {
        while (count-- != 0)
            free_pages((uint)pages[count], 0);
    }
}
