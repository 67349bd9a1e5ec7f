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
internal static unsafe partial class VmFreePages
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

    /// <summary>One page, or null; who asks is seen from the context, see <see cref="Requester"/>.</summary>
    public static vm_page* Grab(int external, GrabFlags flags) =>
        GrabAs(Requester(Interrupts.Flags()), external, flags);

    /// <summary>The same for a requester whom the caller knows: the glue does by the priority.</summary>
    public static vm_page* GrabAs(GrabFlags requester, int external, GrabFlags flags)
    {
        vm_page* page = null;
        flags |= requester;
        uint saved = Interrupts.SaveAndDisable();
        if (!IsBarred(external, flags) && s_pages.TryGrab(flags, out Pfn number))
        {
            page = Leave(number, external, flags, isRequest: true);
            NotePressure(ref Rows[PmapZones.RowOf(number)], 1);
        }
        else
        {
            NoteRefusal(external, flags, 1, searched: false);
        }
        Interrupts.Restore(saved);

        VmWakeups.Deliver(saved);
        return page;
    }

    /// <summary>
    /// Who asks, as far as the context says it: an interrupt handler, or anybody with interrupts off, cannot wait; a
    /// thread has the privilege of those who free memory, or has not. Whom a handler has interrupted does not matter.
    /// Until the daemon sets its thresholds nothing is refused and nobody asks for the current thread, which does not
    /// exist when the first pages are grabbed.
    /// </summary>
    /// <param name="interrupts">The flag register of the caller.</param>
    public static GrabFlags Requester(uint interrupts)
    {
        if (vm_page_free_reserved == 0)
            return GrabFlags.UseReserve;
        if (!Interrupts.WereOn(interrupts) || Interrupts.InHandler)
            return GrabFlags.Atomic;
        return active_threads[0]->vm_privilege != 0 ? GrabFlags.UseReserve : GrabFlags.None;
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
    public static int OrdinaryFree => (int)s_pages.OrdinaryFree;

    /// <summary>How often a page has come or gone or a request was refused, modulo 2^32.</summary>
    public static uint Changes { get; private set; }

    /// <summary>Requests that got nothing, for whatever reason; the columns of all zones add up to it.</summary>
    public static uint Refusals { get; private set; }

    /// <summary>The daemon is there and has set its thresholds: give each zone its share of them.</summary>
    public static void ShareMarks()
    {
        uint total = 0;
        for (uint row = 0; row < s_pages.ZoneCount; row++)
            total += Rows[row].Managed;
        uint saved = Interrupts.SaveAndDisable();
        for (uint row = 0; row < s_pages.ZoneCount; row++)
            Rows[row].ShareMarks((uint)vm_page_free_reserved, (uint)vm_page_free_min, (uint)vm_page_free_target, total);
        Interrupts.Restore(saved);
    }

    /// <summary>
    /// A page for the contents of another: of the highest zone that has more than its daemon wants, from
    /// <paramref name="lowest"/> upwards. No request, so it is counted as none. Null if there is none.
    /// </summary>
    public static vm_page* TakeForMove(uint lowest)
    {
        vm_page* page = null;
        uint saved = Interrupts.SaveAndDisable();
        for (uint row = s_pages.ZoneCount; page == null && row-- > lowest; )
            if (Rows[row].Free > Rows[row].Target)
                page = Leave(Rows[row].Take(), 0);
        Interrupts.Restore(saved);
        return page;
    }

    /// <summary>The same from one zone, as far as a request may take its pages.</summary>
    public static vm_page* TakeWithin(Zone* zone, GrabFlags flags)
    {
        uint saved = Interrupts.SaveAndDisable();
        vm_page* page = s_pages.MayTakeFrom(zone, 1, flags) ? Leave(zone->Take(), 0) : null;
        Interrupts.Restore(saved);
        return page;
    }

    /// <summary>Take the free ones among the pages of a line, for whom they are to be held; a bit for each.</summary>
    public static uint TakeFreeOfLine(Pfn line, uint wanted)
    {
        uint saved = Interrupts.SaveAndDisable();
        Zone* zone = s_pages.ZoneOf(line);
        uint taken = zone->FreeOfLine(line) & wanted;
        for (uint rest = taken; rest != 0; rest &= rest - 1)
        {
            Pfn page = new(line.Value + Line.Lowest(rest));
            zone->TryTakeAt(page, 1);
            Leave(page, 0);
        }
        Interrupts.Restore(saved);
        return taken;
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

    // Whether a request is refused whatever there is: a test wants it, or external objects have their share. Both are
    // counted here, all else by the core.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBarred(int external, GrabFlags flags)
    {
        if (MustFail())
        {
            s_pages.TopOf(flags)->Counters.RefusedTest++;
            return true;
        }
        if (external == 0 || vm_page_external_count <= vm_page_external_limit || (flags & GrabFlags.UseReserve) != 0)
            return false;
        s_pages.TopOf(flags)->Counters.RefusedLimit++;
        return true;
    }

    // The daemon starts by collecting what others hoard, so a refusal wakes it whatever it was for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void NoteRefusal(int external, GrabFlags flags, uint sizePages, bool searched)
    {
        OperationLog.Note(Operation.Refuse, flags, external, sizePages, searched ? 1u : 0);
        Refusals++;
        Changes++;
        VmWaiters.NoteRefusal(external, flags);
        VmWakeups.NoteDaemon();
    }

    // The glue takes its note away before it gives a page back; one with a note is released by somebody whose page it
    // is not any more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsOfGlue(vm_page* page) => ((PageNote*)page)->Use != PageUse.None;

    // A page leaves: off its queue, and into the counts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static vm_page* Leave(Pfn number, int external, GrabFlags flags = GrabFlags.None, bool isRequest = false)
    {
        vm_page* page = Lookup(number);
        PageQueue.Remove(QueueOf(number), page);
        Changes++;
        page->free = 0;
        page->external = (uint)external;
        page->extcounted = (uint)external;
        if (external != 0)
            vm_page_external_count++;
        vm_page_free_count--;
        if (vm_page_free_count < (int)vm_page_free_count_minimum)
            vm_page_free_count_minimum = (uint)vm_page_free_count;
        if (PageWatch.IsOn)
            PageWatch.OnGrab(number, flags, external, isRequest);
        return page;
    }

    // A page comes back: the reverse, and perhaps somebody waits for it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Return(vm_page* page, Pfn number, int external)
    {
        if (PageWatch.IsOn)
            PageWatch.OnRelease(number, external);
        page->free = 1;
        PageQueue.EnterFirst(QueueOf(number), page);
        if (external != 0)
            vm_page_external_count--;
        vm_page_free_count++;
        Changes++;
        uint row = PmapZones.RowOf(number);
        if (vm_page_free_wanted != 0)
            VmWaiters.NoteFreed(row, external != 0);
        KmemSleep.NoteFreed(row == PmapZones.DmaRow);
    }

    // Pages have left a zone: it is nearly at the mark where ordinary requests end, or has come below the low one just
    // now, or is lowish with too few pages on their way out.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void NotePressure(ref Zone zone, uint sizePages)
    {
        if (
            zone.Free <= (zone.Min + zone.Low) / 2
            || zone.HasComeBelowLow(sizePages)
            || (zone.Free < zone.Target && vm_page_inactive_count < vm_page_inactive_target)
        )
            VmWakeups.NoteDaemon();
    }
}
