using System.Runtime.CompilerServices;
using Mach.Kmem;
using Mach.Vm;

namespace Mach;

/// <summary>Memory for the rows: a static cannot be an array of structures.</summary>
[InlineArray((int)PageAllocator<VmPageTable>.MaxZones)]
internal struct ZoneRows
{
    private Zone _first;
}

/// <summary>One queue of free pages for each row.</summary>
[InlineArray((int)PageAllocator<VmPageTable>.MaxZones)]
internal struct QueueRows
{
    private queue_entry _first;
}

/// <summary>
/// The free pages of the kernel: the allocator's core together with what C sees of it: the queues, the flags in
/// <c>struct vm_page</c>, <c>vm_page_free_count</c> and its kin.
///
/// <para>Guard: the processor's interrupt flag. Every public method may be called in any context, leaves the flag as
/// it found it, and never turns it on in between; none blocks.</para>
///
/// <para>Holds while interrupts are on: what <c>VmCheck.Verify</c> checks.</para>
/// </summary>
internal static unsafe class VmFreePages
{
    private static PageAllocator<VmPageTable> s_pages;
    private static ZoneRows s_rows;
    private static QueueRows s_queues;

    public static ref PageAllocator<VmPageTable> Pages => ref s_pages;

    // SAFETY: statics of this kernel are linked data; nothing ever moves them.
    public static Zone* Rows => (Zone*)Unsafe.AsPointer(ref s_rows);

    public static ref Zone Dma => ref Rows[PmapZones.DmaRow];

    public static ref Zone Normal => ref Rows[PmapZones.NormalRow];

    /// <summary>The queue of the free pages of a row.</summary>
    public static queue_entry* QueueOf(uint row) => (queue_entry*)Unsafe.AsPointer(ref s_queues) + row;

    /// <summary>The queue that a free page of this number is on; the page is in some zone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static queue_entry* QueueOf(Pfn page) => QueueOf(PmapZones.RowOf(page));

    /// <summary>The structure that has a page's memory, or null when the page is not managed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static vm_page* Lookup(Pfn page) => s_pages.Owner.Lookup(page);

    /// <summary>
    /// One page, or null. Ordinary requests are refused when only the reserves are left or the external limit is
    /// passed, unless the thread has the privilege of those who free memory.
    /// </summary>
    public static vm_page* Grab(int external, GrabFlags flags)
    {
        vm_page* page = null;
        uint saved = Interrupts.SaveAndDisable();
        if (MayGrab(1, external, ref flags) && s_pages.TryGrab(flags, out Pfn number))
        {
            page = Leave(number, external);
            NotePressure(ref Rows[PmapZones.RowOf(number)], 1);
        }
        else
        {
            VmWakeups.NoteDaemon();
        }
        Interrupts.Restore(saved);

        VmWakeups.Deliver(saved);
        return page;
    }

    /// <summary>
    /// Pages with neighbouring addresses, all or none; see <see cref="PageAllocator{TOwner}.TryGrabRun"/> for the
    /// conditions.
    /// </summary>
    public static bool TryGrabRun(
        uint sizePages,
        int external,
        GrabFlags flags,
        uint align,
        uint boundary,
        out Pfn first
    )
    {
        first = default;
        uint saved = Interrupts.SaveAndDisable();
        bool done =
            MayGrab(sizePages, external, ref flags) && s_pages.TryGrabRun(sizePages, flags, align, boundary, out first);
        if (done)
            for (uint i = 0; i < sizePages; i++)
                Leave(new Pfn(first.Value + i), external);
        if (done)
            NotePressure(ref Rows[PmapZones.RowOf(first)], sizePages);
        else
            VmWakeups.NoteDaemon();
        Interrupts.Restore(saved);

        VmWakeups.Deliver(saved);
        return done;
    }

    /// <summary>
    /// Take a page back. A page that is free already, that is the glue's, or whose structure is not the one that stands
    /// for its address, is refused, and nothing has changed but the count of refusals.
    /// </summary>
    public static ReleaseResult TryRelease(vm_page* page, int external)
    {
        vm_page* borrower = null;
        ReleaseResult result = ReleaseResult.NotManaged;
        uint saved = Interrupts.SaveAndDisable();
        Pfn number = new PhysAddr(page->phys_addr).Page;
        if (Lookup(number) == page)
            result = IsOfGlue(page) ? s_pages.RefuseForeign(number) : s_pages.Release(number);
        if (result == ReleaseResult.Released)
            Return(s_pages.Owner.BringHome(number, out borrower), number, external);
        Interrupts.Restore(saved);

        if (borrower != null)
            vm_page_release_fictitious(borrower);
        VmWakeups.Deliver(saved);
        return result;
    }

    /// <summary>
    /// Put a page under management; it counts as grabbed until it is released. Returns its structure, or null: page 0,
    /// no zone has it, or it is managed already.
    /// </summary>
    public static vm_page* TryAdd(Pfn number)
    {
        uint saved = Interrupts.SaveAndDisable();
        vm_page* page = number.Value == 0 ? null : s_pages.Owner.Settle(number);
        if (page != null)
            s_pages.TryAdd(number);
        Interrupts.Restore(saved);
        return page;
    }

    /// <summary>Free pages that requests without the privilege and without a wish may still take.</summary>
    public static int OrdinaryFree
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)(Normal.Free + Dma.Available(false)); // PageAllocator.OrdinaryFree for this table; VmCheck compares
    }

    /// <summary>
    /// Which request for pages from now on is to be refused, whatever there is: 1 for the next one; 0 for none, and
    /// after it was refused. For tests, and for boots with <c>failpage=</c> on the command line.
    /// </summary>
    public static uint FailRequest;

    /// <summary>How many requests after that one are refused as well: who collects and tries again has to see it
    /// too.</summary>
    public static uint FailMore;

    /// <summary>Requests that were refused because of that.</summary>
    public static uint FailedRequests { get; private set; }

    // The line tells whoever counts requests by trying that there was one of this number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MustFail()
    {
        return FailRequest != 0 && CountDown();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool CountDown()
    {
        if (--FailRequest != 0)
            return false;
        FailedRequests++;
        if (FailMore != 0)
        {
            FailMore--;
            FailRequest = 1;
        }
        printf__va(T("# the request for pages is refused\n"u8), null);
        return true;
    }

    // The refusal rule. Until the daemon sets its thresholds nothing is refused and nobody asks for the current
    // thread, which does not exist when the first pages are grabbed.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayGrab(uint sizePages, int external, ref GrabFlags flags)
    {
        if (MustFail())
            return false;
        if (vm_page_free_reserved == 0)
        {
            flags |= GrabFlags.UseReserve;
            return true;
        }

        // A run is refused when its pages, taken one by one, would have met a refusal.
        int available = (flags & (GrabFlags.Dma | GrabFlags.High)) != 0 ? vm_page_free_count : OrdinaryFree;
        if (
            (long)available - (sizePages - 1) >= vm_page_free_reserved
            && (external == 0 || vm_page_external_count <= vm_page_external_limit)
        )
            return true;

        if (active_threads[0]->vm_privilege == 0)
            return false;
        flags |= GrabFlags.UseReserve;
        return true;
    }

    // The glue takes its note away before it gives a page back; one with a note is released by somebody whose page it
    // is not any more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsOfGlue(vm_page* page) => ((PageNote*)page)->Use != PageUse.None;

    // A page leaves: off its queue, and into the counts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
        if (PageGuard.IsOn)
            PageGuard.OnGrab(number);
        return page;
    }

    // A page comes back: the reverse, and perhaps somebody waits for it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Return(vm_page* page, Pfn number, int external)
    {
        if (PageGuard.IsOn)
            PageGuard.OnRelease(number);
        page->free = 1;
        PageQueue.EnterFirst(QueueOf(number), page);
        if (external != 0)
            vm_page_external_count--;
        vm_page_free_count++;
        if (vm_page_free_wanted > 0 && OrdinaryFree >= vm_page_free_reserved)
            VmWakeups.NoteWaiter();
        KmemSleep.NoteFreed(PmapZones.RowOf(number) == PmapZones.DmaRow);
    }

    // Pages have left a zone: memory is low, or lowish with too few pages on their way out, or the zone has come below
    // its own mark just now. A request that failed wakes the daemon as well: a DMA request may fail while pages are
    // plenty, and the daemon starts by collecting what the drivers hoard.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void NotePressure(ref Zone zone, uint sizePages)
    {
        int free = OrdinaryFree;
        if (
            free < vm_page_free_min
            || zone.HasComeBelowLow(sizePages)
            || (free < vm_page_free_target && vm_page_inactive_count < vm_page_inactive_target)
        )
            VmWakeups.NoteDaemon();
    }
}
