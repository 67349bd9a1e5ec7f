using System.Runtime.CompilerServices;

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
    private static uint s_waiters;
    private static bool s_wakeKmem;
    private static bool s_wakeKmemDma;

    /// <summary>Note that the daemon has work to do. Interrupts are off.</summary>
    public static void NoteDaemon()
    {
        // Before the daemon has set its thresholds there is nobody to wake, and early in boot no wait queue either.
        if (vm_page_free_reserved != 0)
            s_pokeDaemon = s_isOwed = true;
    }

    /// <summary>
    /// Note one thread that waits for a page and can have one now. One per page, and only when it can succeed: were
    /// all woken, those that come late would find nothing and go to the end of the queue again, for ever.
    /// </summary>
    public static void NoteWaiter()
    {
        vm_page_free_wanted--;
        s_waiters++;
        s_isOwed = true;
    }

    /// <summary>Note that those who wait for memory of the glue may try again. Interrupts are off.</summary>
    public static void NoteKmem(bool isDma)
    {
        s_wakeKmem = s_isOwed = true;
        s_wakeKmemDma |= isDma;
    }

    /// <summary>A report waits, and there is no thread here to print it: the daemon does.</summary>
    public static void NoteReport() => NoteDaemon();

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

    private static void DeliverNow()
    {
        uint saved = Interrupts.SaveAndDisable();
        bool pokeDaemon = s_pokeDaemon;
        uint waiters = s_waiters;
        bool wakeKmem = s_wakeKmem;
        bool wakeKmemDma = s_wakeKmemDma;
        s_isOwed = false;
        s_pokeDaemon = false;
        s_waiters = 0;
        s_wakeKmem = false;
        s_wakeKmemDma = false;
        Interrupts.Restore(saved);

        if (pokeDaemon)
            thread_wakeup_prim(addr_vm_page_free_wanted, FALSE, THREAD_AWAKENED);
        for (; waiters > 0; waiters--)
            thread_wakeup_prim(addr_vm_page_free_count, TRUE, THREAD_AWAKENED);
        if (wakeKmem)
            KmemSleep.WakeAll(wakeKmemDma);
    }
}
