using System.Runtime.CompilerServices;
using Mach.Vm;

namespace Mach;

/// <summary>
/// The free pages of the kernel: the allocator's core together with what C sees of it: the two queues, the flags in
/// <c>struct vm_page</c>, <c>vm_page_free_count</c> and its kin.
///
/// <para>Guard: the processor's interrupt flag. Every public method may be called in any context, leaves the flag as
/// it found it, and never turns it on in between; none blocks.</para>
///
/// <para>Holds while interrupts are on: what <c>VmCheck.Verify</c> checks.</para>
/// </summary>
internal static unsafe class VmFreePages
{
    private static PageAllocator s_pages;
    private static queue_entry s_dmaQueue;
    private static queue_entry s_normalQueue;

    public static ref PageAllocator Pages => ref s_pages;

    // SAFETY: statics of this kernel are linked data; nothing ever moves them.
    public static queue_entry* DmaQueue => (queue_entry*)Unsafe.AsPointer(ref s_dmaQueue);

    public static queue_entry* NormalQueue => (queue_entry*)Unsafe.AsPointer(ref s_normalQueue);

    /// <summary>The queue that free pages of this number are on.</summary>
    public static queue_entry* QueueOf(Pfn page) => s_pages.Dma.Contains(page) ? DmaQueue : NormalQueue;

    /// <summary>The structure of a page, or null when the page is not managed.</summary>
    public static vm_page* Lookup(Pfn page) => (vm_page*)s_pages.Pages.Lookup(page);

    /// <summary>
    /// One page, or null. Ordinary requests are refused when only the reserves are left or the external limit is
    /// passed, unless the thread has the privilege of those who free memory.
    /// </summary>
    public static vm_page* Grab(int external, GrabFlags flags)
    {
        vm_page* page = null;
        uint saved = Interrupts.SaveAndDisable();
        if (MayGrab(1, external, ref flags))
        {
            if (s_pages.TryGrab(flags, out Pfn number))
                page = Leave(number, external);
            else if ((flags & GrabFlags.Dma) == 0)
                panic(T("vm_page_grab"u8));
        }
        NotePressure(page == null);
        Interrupts.Restore(saved);

        VmWakeups.Deliver(saved);
        return page;
    }

    /// <summary>
    /// Pages with neighbouring addresses, all or none; see <see cref="PageAllocator.TryGrabRun"/> for the conditions.
    /// </summary>
    public static bool TryGrabRun(uint sizePages, int external, GrabFlags flags, uint align, uint boundary, out Pfn first)
    {
        first = default;
        uint saved = Interrupts.SaveAndDisable();
        bool done = MayGrab(sizePages, external, ref flags)
            && s_pages.TryGrabRun(sizePages, flags, align, boundary, out first);
        if (done)
            for (uint i = 0; i < sizePages; i++)
                Leave(new Pfn(first.Value + i), external);
        NotePressure(!done);
        Interrupts.Restore(saved);

        VmWakeups.Deliver(saved);
        return done;
    }

    /// <summary>
    /// Take a page back. A page that is free already, or whose structure is not the one that stands for its address,
    /// is refused, and nothing has changed.
    /// </summary>
    public static ReleaseResult TryRelease(vm_page* page, int external)
    {
        uint saved = Interrupts.SaveAndDisable();
        ReleaseResult result = ReleaseResult.NotManaged;
        Pfn number = new PhysAddr(page->phys_addr).Page;
        if (Lookup(number) == page)
            result = s_pages.Release(number);
        if (result == ReleaseResult.Released)
            Return(page, number, external);
        Interrupts.Restore(saved);

        VmWakeups.Deliver(saved);
        return result;
    }

    /// <summary>Put a page under management; it counts as grabbed until it is released.</summary>
    public static bool TryAdd(vm_page* page)
    {
        uint saved = Interrupts.SaveAndDisable();
        bool added = s_pages.TryAdd(new PhysAddr(page->phys_addr).Page, page);
        Interrupts.Restore(saved);
        return added;
    }

    /// <summary>Free pages that requests without the privilege and without the DMA flag may still take.</summary>
    public static int OrdinaryFree => (int)s_pages.OrdinaryFree;

    // The refusal rule. Until the daemon sets its thresholds nothing is refused and nobody asks for the current
    // thread, which does not exist when the first pages are grabbed.
    private static bool MayGrab(uint sizePages, int external, ref GrabFlags flags)
    {
        if (vm_page_free_reserved == 0)
        {
            flags |= GrabFlags.UseReserve;
            return true;
        }

        // A run is refused when its pages, taken one by one, would have met a refusal.
        int available = (flags & GrabFlags.Dma) != 0 ? vm_page_free_count : OrdinaryFree;
        if ((long)available - (sizePages - 1) >= vm_page_free_reserved
            && (external == 0 || vm_page_external_count <= vm_page_external_limit))
            return true;

        if (active_threads[0]->vm_privilege == 0)
            return false;
        flags |= GrabFlags.UseReserve;
        return true;
    }

    // A page leaves: off its queue, and into the counts.
    private static vm_page* Leave(Pfn number, int external)
    {
        vm_page* page = Lookup(number);
        PageQueue.Remove(QueueOf(number), page);
        page->free = 0;
        page->external = (uint)external;
        page->extcounted = (uint)external;
        if (external != 0)
            vm_page_external_count++;
        vm_page_free_count--;
        if (vm_page_free_count < (int)vm_page_free_count_minimum)
            vm_page_free_count_minimum = (uint)vm_page_free_count;
        return page;
    }

    // A page comes back: the reverse, and perhaps somebody waits for it.
    private static void Return(vm_page* page, Pfn number, int external)
    {
        page->free = 1;
        PageQueue.EnterFirst(QueueOf(number), page);
        if (external != 0)
            vm_page_external_count--;
        vm_page_free_count++;
        if (vm_page_free_wanted > 0 && OrdinaryFree >= vm_page_free_reserved)
            VmWakeups.NoteWaiter();
    }

    // Low by itself, or lowish with too few pages on their way out, or a request that failed: a DMA request may fail
    // while pages are plenty, and the daemon starts by collecting what the drivers hoard.
    private static void NotePressure(bool failed)
    {
        int free = OrdinaryFree;
        if (failed || free < vm_page_free_min
            || (free < vm_page_free_target && vm_page_inactive_count < vm_page_inactive_target))
            VmWakeups.NoteDaemon();
    }
}
