namespace Mach;

/// <summary>
/// Waiting for memory, for requests that may: GFP_KERNEL and its like, made by a thread that runs with interrupts on
/// and at no raised priority level, once the pageout daemon is there, by anybody but the daemon itself. All others are
/// refused at once, as GFP_ATOMIC is.
///
/// <para>A sleeper is woken whenever pages or blocks come back, be it by the daemon, which it pokes, or by anybody
/// else, and tries again. It gives up after a second, so that a request that can never be met ends with null.</para>
/// </summary>
internal struct KmemSleep
{
    /// <summary>How long a request waits in all, in ticks of 10 ms.</summary>
    private const uint PatienceTicks = 100;

    // GFP_BUFFER, and the bits of a priority beside GFP_DMA (linux/mm.h); the C uses neither, so they have no names
    // here.
    private const int GfpBuffer = 0;
    private const int GfpLevelMask = 0x0f;

    private static uint s_sleepers;

    // The address of nothing in particular: what sleepers wait for.
    private static uint s_event;

    private bool _began;
    private uint _deadline;

    /// <summary>Sleepers at the moment; for tests.</summary>
    public static uint Sleepers => s_sleepers;

    /// <summary>Whether the running code may sleep for a request of this priority.</summary>
    public static unsafe bool MayWait(int priority) =>
        (priority & GfpLevelMask) is not (GFP_ATOMIC or GfpBuffer)
        && Interrupts.WereOn(Interrupts.Flags())
        && curr_ipl == SPL0
        && intr_count == 0
        && vm_page_free_reserved != 0
        && active_threads[0]->vm_privilege == 0;

    /// <summary>Wait until it makes sense to try again; false when it does not, or when the request may not
    /// wait.</summary>
    public unsafe bool WaitForMemory(int priority)
    {
        if (!MayWait(priority))
            return false;
        if (!_began)
        {
            _began = true;
            _deadline = jiffies + PatienceTicks;
        }

        // Ticks wrap around: which one is earlier is the sign of their difference.
        int left = (int)(_deadline - jiffies);
        if (left <= 0)
            return false;
        Block(left);
        return true;
    }

    // What an interrupt frees before assert_wait is not noticed; what the daemon frees after it is, and so is the time.
    private static unsafe void Block(int ticks)
    {
        uint saved = Interrupts.SaveAndDisable();
        s_sleepers++;
        VmWakeups.NoteDaemon();
        assert_wait(Event, FALSE);
        thread_set_timeout(ticks);
        Interrupts.Restore(saved);
        VmWakeups.Deliver(saved);
        thread_block(null);

        saved = Interrupts.SaveAndDisable();
        s_sleepers--;
        Interrupts.Restore(saved);
    }

    /// <summary>Memory of the glue or a page has come back. Interrupts are off.</summary>
    public static void NoteFreed()
    {
        if (s_sleepers != 0)
            VmWakeups.NoteKmem();
    }

    /// <summary>Wake every sleeper: which of them can be served depends on sizes that only they know.</summary>
    public static unsafe void WakeAll() => thread_wakeup_prim(Event, FALSE, THREAD_AWAKENED);

    // SAFETY: a static is linked data; nothing ever moves it.
    private static unsafe void* Event => System.Runtime.CompilerServices.Unsafe.AsPointer(ref s_event);
}
