using System.Runtime.CompilerServices;
using Mach.Vm;

namespace Mach;

/// <summary>
/// Threads in vm_page_wait, by what they wait for: the zone that their request began with, whether the page is for an
/// external object, whether they have the privilege. vm_page_wait is not told; the last refusal of the thread says it,
/// since nothing comes between the two: threads are not preempted.
///
/// <para>Holds while interrupts are on: nobody waits for whom there is a page, but for those to whom a wakeup is
/// owed.</para>
/// </summary>
internal static unsafe class VmWaiters
{
    private const uint ClassesOfRow = 4;
    private const uint External = 1;
    private const uint Privileged = 2;

    // How many wait in each class; the addresses are what they wait for.
    private static Counts s_waiting;

    private static thread* s_refused;
    private static uint s_refusedClass;

    [InlineArray((int)(PageAllocator<VmPageTable>.MaxZones * ClassesOfRow))]
    private struct Counts
    {
        private uint _first;
    }

    /// <summary>A request was refused. Interrupts are off.</summary>
    public static void NoteRefusal(int external, GrabFlags flags)
    {
        if (vm_page_free_reserved == 0 || (flags & GrabFlags.Atomic) != 0)
            return;
        s_refused = active_threads[0];
        s_refusedClass = ClassOf(external, flags);
        if (external != 0 && vm_page_external_count > vm_page_external_limit)
            vm_pageout_c.NoteExternalLimit();
    }

    /// <summary>
    /// What the current thread waits for, if it does: the page of its last refusal; or a page of any kind. False when
    /// there is one, and it need not wait. Interrupts are off, and stay so until it is on the wait queue of the event.
    /// </summary>
    public static bool MustWait(out void* @event)
    {
        uint waiter = s_refused == active_threads[0] ? s_refusedClass : ClassOf(0, GrabFlags.High);
        s_refused = null;
        @event = EventOf(waiter);
        if (IsServed(waiter))
            return false;
        (*CountOf(waiter))++;
        vm_page_free_wanted++;
        VmFreePages.Rows[waiter / ClassesOfRow].Counters.Waits++;
        OperationLog.Note(Operation.Wait, waiter, 1);
        return true;
    }

    /// <summary>A page of a row has come back while somebody waits. Interrupts are off.</summary>
    public static void NoteFreed(uint row, bool external) => VmWakeups.NotePage(row, external);

    /// <summary>
    /// Wake one thread that can have a page of a row; those who can have no other first, so that who has a choice does
    /// not take it from them. One for each page, and only if it can succeed: were all woken, those that come late would
    /// find nothing and go to the end of the queue again, for ever. Interrupts are on.
    /// </summary>
    public static void WakeFor(uint row)
    {
        for (uint who = 0; who < 2; who++)
        for (uint top = row; top < PmapZones.RowCount; top++)
        for (uint kind = 0; kind < 2; kind++)
        {
            uint waiter = top * ClassesOfRow + (who == 0 ? Privileged : 0) + kind;
            if (*CountOf(waiter) != 0 && CanHave(waiter, row) && Wake(waiter))
                return;
        }
    }

    /// <summary>A page of an external object has come back: one more may be had, of whatever zone.</summary>
    public static void WakeExternal()
    {
        for (uint waiter = 0; waiter < PmapZones.RowCount * ClassesOfRow; waiter++)
            if ((waiter & External) != 0 && *CountOf(waiter) != 0 && IsServed(waiter) && Wake(waiter))
                return;
    }

    /// <summary>Threads that wait, whose request began with a row.</summary>
    public static uint WaitingFor(uint row)
    {
        uint count = 0;
        for (uint kind = 0; kind < ClassesOfRow; kind++)
            count += *CountOf(row * ClassesOfRow + kind);
        return count;
    }

    /// <summary>Whether somebody waits who could have a page; for checks.</summary>
    public static bool AnyServed()
    {
        for (uint waiter = 0; waiter < PmapZones.RowCount * ClassesOfRow; waiter++)
            if (*CountOf(waiter) != 0 && IsServed(waiter))
                return true;
        return false;
    }

    // The wait queue has the truth: a thread whose wait was ended otherwise is not on it, but is in the count.
    private static bool Wake(uint waiter)
    {
        bool woke = thread_wakeup_prim(EventOf(waiter), TRUE, THREAD_AWAKENED) != FALSE;
        uint saved = Interrupts.SaveAndDisable();
        uint gone = woke ? 1 : *CountOf(waiter);
        *CountOf(waiter) -= gone;
        vm_page_free_wanted -= gone;
        VmFreePages.Rows[waiter / ClassesOfRow].Counters.Wakes += gone;
        OperationLog.Note(Operation.Wake, waiter, gone);
        Interrupts.Restore(saved);
        return woke;
    }

    private static bool IsServed(uint waiter) => IsWithinLimit(waiter) && VmFreePages.Pages.MayGrab(FlagsOf(waiter));

    private static bool CanHave(uint waiter, uint row) =>
        IsWithinLimit(waiter) && VmFreePages.Pages.MayTakeFrom(&VmFreePages.Rows[row], 1, FlagsOf(waiter));

    private static bool IsWithinLimit(uint waiter) =>
        (waiter & External) == 0 || (waiter & Privileged) != 0 || vm_page_external_count <= vm_page_external_limit;

    private static uint ClassOf(int external, GrabFlags flags)
    {
        uint top =
            (flags & GrabFlags.Dma) != 0 ? PmapZones.DmaRow
            : (flags & GrabFlags.High) != 0 ? PmapZones.HighRow
            : PmapZones.NormalRow;
        return top * ClassesOfRow
            + (external != 0 ? External : 0)
            + ((flags & GrabFlags.UseReserve) != 0 ? Privileged : 0);
    }

    private static GrabFlags FlagsOf(uint waiter)
    {
        uint top = waiter / ClassesOfRow;
        GrabFlags flags =
            top == PmapZones.DmaRow ? GrabFlags.Dma
            : top == PmapZones.HighRow ? GrabFlags.High
            : GrabFlags.None;
        return (waiter & Privileged) != 0 ? flags | GrabFlags.UseReserve : flags;
    }

    // SAFETY: statics of this kernel are linked data; nothing ever moves them.
    private static uint* CountOf(uint waiter) => (uint*)Unsafe.AsPointer(ref s_waiting) + waiter;

    private static void* EventOf(uint waiter) => CountOf(waiter);
}
