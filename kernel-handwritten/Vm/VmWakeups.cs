using System.Runtime.CompilerServices;
using Mach.Vm;

namespace Mach;

/// <summary>
/// Wakeups that the free lists owe: the pageout daemon when pages run low, one waiting thread for each page that came
/// back. They are noted while interrupts are off and delivered after, because <c>thread_wakeup</c> changes the spl, and
/// every change of spl turns interrupts on: a driver that allocates inside its own cli region would lose it.
///
/// <para>Where the caller had interrupts off to begin with, the wakeup stays noted until the next operation that finds
/// them on, or the next clock tick, whichever is first.</para>
/// </summary>
internal static unsafe class VmWakeups
{
    // Whether any of the others is set: what every grab and release looks at.
    private static bool s_isOwed;
    private static bool s_pokeDaemon;
    private static bool s_wakeKmem;
    private static bool s_wakeKmemDma;

    // Pages of each row that came back while somebody waited, and those of external objects.
    private static Counts s_pages;
    private static uint s_externals;

    // There is work for the daemon that it has not begun with.
    private static bool s_hasWork;

    [InlineArray((int)PageAllocator<VmPageTable>.MaxZones)]
    private struct Counts
    {
        private uint _first;
    }

    /// <summary>Note that the daemon has work to do. Interrupts are off.</summary>
    public static void NoteDaemon()
    {
        // Before the daemon has set its thresholds there is nobody to wake, and early in boot no wait queue either.
        if (vm_page_free_reserved != 0)
            s_hasWork = s_pokeDaemon = s_isOwed = true;
    }

    /// <summary>Note a page of a row for which somebody may wait. Interrupts are off.</summary>
    public static void NotePage(uint row, bool external)
    {
        PagesOf(row)++;
        if (external)
            s_externals++;
        s_isOwed = true;
    }

    /// <summary>Note that those who wait for memory of the glue may try again. Interrupts are off.</summary>
    public static void NoteKmem(bool isDma)
    {
        s_wakeKmem = s_isOwed = true;
        s_wakeKmemDma |= isDma;
    }

    /// <summary>A report waits, and there is no thread here to print it: the daemon does.</summary>
    public static void NoteReport()
    {
        uint saved = Interrupts.SaveAndDisable();
        NoteDaemon();
        Interrupts.Restore(saved);
        Deliver(saved);
    }

    /// <summary>The daemon begins a round: what it was woken for until now is what it looks at.</summary>
    public static void BeginRound()
    {
        s_hasWork = false;
        OperationLog.Note(Operation.Round, 0, 0);
    }

    /// <summary>
    /// The daemon has ended a round: it asserts a wait for the next one unless there is work already. Interrupts are off
    /// until it is on the wait queue, or what comes in between would wake nobody.
    /// </summary>
    public static bool TryEndRound()
    {
        uint saved = Interrupts.SaveAndDisable();
        bool ended = !s_hasWork;
        OperationLog.Note(Operation.RoundEnd, ended ? 1u : 0, 0);
        if (ended)
            assert_wait(Unsafe.AsPointer(ref vm_page_free_wanted), FALSE);
        Interrupts.Restore(saved);
        return ended;
    }

    /// <summary>Whether anything is owed.</summary>
    public static bool Pending => s_isOwed;

    /// <summary>
    /// Deliver what is owed if interrupts are on, as <paramref name="saved"/> says they were at the caller's entry.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Deliver(uint saved)
    {
        if (Pending && Interrupts.WereOn(saved))
            DeliverNow();
    }

    /// <summary>The clock's call: a tick cannot happen inside anybody's cli region, so whatever is owed is
    /// due.</summary>
    public static void DeliverAtTick()
    {
        if (Pending)
            DeliverNow();
    }

    // What is owed is taken off the books with interrupts off, and delivered after.
    private static void DeliverNow()
    {
        uint* pages = stackalloc uint[(int)PmapZones.RowCount];
        uint saved = Interrupts.SaveAndDisable();
        bool pokeDaemon = s_pokeDaemon;
        bool wakeKmem = s_wakeKmem;
        bool wakeKmemDma = s_wakeKmemDma;
        uint externals = s_externals;
        for (uint row = 0; row < PmapZones.RowCount; row++)
        {
            pages[row] = PagesOf(row);
            PagesOf(row) = 0;
        }
        s_isOwed = false;
        s_pokeDaemon = false;
        s_wakeKmem = false;
        s_wakeKmemDma = false;
        s_externals = 0;
        Interrupts.Restore(saved);

        if (pokeDaemon)
            thread_wakeup_prim(Unsafe.AsPointer(ref vm_page_free_wanted), FALSE, THREAD_AWAKENED);
        for (; externals != 0 && vm_page_free_wanted != 0; externals--)
            VmWaiters.WakeExternal();
        for (uint row = 0; row < PmapZones.RowCount; row++)
        for (; pages[row] != 0 && vm_page_free_wanted != 0; pages[row]--)
            VmWaiters.WakeFor(row);
        if (wakeKmem)
            KmemSleep.WakeAll(wakeKmemDma);
    }

    // SAFETY: statics of this kernel are linked data; nothing ever moves them.
    private static ref uint PagesOf(uint row) => ref ((uint*)Unsafe.AsPointer(ref s_pages))[row];
}
