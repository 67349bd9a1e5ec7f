namespace Mach;

/// <summary>
/// Waiting for memory, for requests that may: GFP_KERNEL and its like, made by a thread that runs with interrupts on
/// and at no raised priority level, once the pageout daemon is there, by anybody but the daemon itself. All others are
/// refused at once, as GFP_ATOMIC is.
///
/// <para>A sleeper is woken whenever pages or blocks that it can use come back, be it by the daemon, which it pokes, or
/// by anybody else, and tries again: one for DMA memory by DMA memory, others by any. What comes back between an attempt
/// and the wait counts as well: it does not sleep then. It gives up after a second, so that a request that can never
/// be met ends with null.</para>
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

    // How often memory has come back, modulo 2^32: DMA memory, and any. Their addresses are what sleepers wait for.
    private static uint s_dmaFreed;
    private static uint s_anyFreed;

    private readonly bool _dma;
    private bool _began;
    private uint _deadline;

    // What the count was before the last attempt.
    private uint _seen;

    /// <summary>For one request, before its first attempt.</summary>
    public KmemSleep(bool dma)
    {
        _dma = dma;
        _seen = Freed(dma);
    }

    /// <summary>Sleepers at the moment; for tests.</summary>
    public static uint Sleepers => s_sleepers;

    /// <summary>How often somebody has begun to sleep, modulo 2^32.</summary>
    public static uint Sleeps { get; private set; }

    /// <summary>Whether the running code may sleep for a request of this priority.</summary>
    public static unsafe bool MayWait(int priority) =>
        (priority & GfpLevelMask) is not (GFP_ATOMIC or GfpBuffer)
        && Interrupts.WereOn(Interrupts.Flags())
        && curr_ipl == SPL0
        && intr_count == 0
        && vm_page_free_reserved != 0
        && active_threads[0]->vm_privilege == 0;

    /// <summary>Who asks: a request of GFP_ATOMIC cannot wait, whoever makes it; of others the context says it.</summary>
    public static Vm.GrabFlags Requester(int priority)
    {
        Vm.GrabFlags requester = VmFreePages.Requester(Interrupts.Flags());
        return (priority & GfpLevelMask) == GFP_ATOMIC ? requester | Vm.GrabFlags.Atomic : requester;
    }

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

    // Interrupts are off from the look at the count to assert_wait, which turns them on when the thread is on the wait
    // queue: what comes back before is in the count, what comes back after it wakes the thread.
    private unsafe void Block(int ticks)
    {
        uint saved = Interrupts.SaveAndDisable();
        if (Freed(_dma) != _seen)
        {
            _seen = Freed(_dma);
            Interrupts.Restore(saved);
            return;
        }
        s_sleepers++;
        Sleeps++;
        OperationLog.Note(Operation.Sleep, _dma ? 1u : 0, 0);
        VmWakeups.NoteDaemon();
        assert_wait(EventOf(_dma), FALSE);
        thread_set_timeout(ticks);
        Interrupts.Restore(saved);
        VmWakeups.Deliver(saved);
        thread_block(null);

        saved = Interrupts.SaveAndDisable();
        s_sleepers--;
        OperationLog.Note(Operation.Awake, _dma ? 1u : 0, 0);
        _seen = Freed(_dma);
        Interrupts.Restore(saved);
    }

    /// <summary>Memory of the glue or a page has come back. Interrupts are off.</summary>
    public static void NoteFreed(bool isDma)
    {
        s_anyFreed++;
        if (isDma)
            s_dmaFreed++;
        if (s_sleepers != 0)
            VmWakeups.NoteKmem(isDma);
    }

    /// <summary>Wake every sleeper that can use it: which of them can be served depends on sizes that only they
    /// know.</summary>
    public static unsafe void WakeAll(bool isDma)
    {
        thread_wakeup_prim(EventOf(false), FALSE, THREAD_AWAKENED);
        if (isDma)
            thread_wakeup_prim(EventOf(true), FALSE, THREAD_AWAKENED);
    }

    private static uint Freed(bool dma) => dma ? s_dmaFreed : s_anyFreed;

    // SAFETY: a static is linked data; nothing ever moves it.
    private static unsafe void* EventOf(bool dma) =>
        System.Runtime.CompilerServices.Unsafe.AsPointer(ref dma ? ref s_dmaFreed : ref s_anyFreed);
}
