using System.Runtime.CompilerServices;
using Mach.Kmem;
using Mach.Vm;

namespace Mach;

/// <summary>
/// kmalloc and kfree of linux/dev/glue/kmem.c on size classes. A request for DMA memory looks at pages of the DMA zone
/// alone; any other looks at pages elsewhere, and at those of the DMA zone only when there is nothing else, so that
/// ordinary blocks do not pin DMA pages.
///
/// <para>Guard: the interrupt flag, as in KmemPages. Any context; blocks only as KmemSleep says.</para>
/// </summary>
internal static unsafe partial class kmem_c
{
    private static BlockPool<KmemSource> s_blocks;

    /// <summary>Nothing to set up: no memory is set aside, pages come when a block is asked for.</summary>
    [Replaces("linux/dev/glue/kmem.c", "linux_kmem_init", "b2aac75e9f5eee6e")]
    internal static void linux_kmem_init() { }

    /// <summary>
    /// Allocate memory aligned to 16 bytes, or return null: the size is over 4 MiB, or there is none. With GFP_DMA the
    /// block is below 16 MiB, and one of up to 64 KiB lies in one 64 KiB window. A size of 0 gets the smallest block.
    /// With GFP_ATOMIC it never blocks; with GFP_KERNEL it may wait for the pageout daemon, see KmemSleep.
    /// </summary>
    [Replaces("linux/dev/glue/kmem.c", "linux_kmalloc", "cadfa73a40176882")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void* linux_kmalloc(uint size, int priority)
    {
        if (size - 1 >= BlockPool<KmemSource>.MaxBytes)
            return AllocateOddly(size, priority);

        bool dma = (priority & GFP_DMA) != 0;
        KmemRequest request = new(Pfn.PagesFor(size), dma, priority);
        void* block = TryAllocate(size, request);
        if (block == null)
            block = AllocateSlowly(size, request);
        if (block == null)
            BadUse.ReportNoBlock(size, dma, CallSite.OfCallTo((void*)(delegate* <uint, int, void*>)&linux_kmalloc));
        return block;
    }

    /// <summary>
    /// Give a block back. An address that kmalloc did not return, or that was given back before, changes nothing; the
    /// console names the caller. Null is no block and no mistake.
    /// </summary>
    [Replaces("linux/dev/glue/kmem.c", "linux_kfree", "1f4143d80c8b77e6")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void linux_kfree(void* p)
    {
        if (p == null)
            return;
        FreeResult result = TryFreeBlock(p);
        if (result != FreeResult.Freed)
            BadUse.ReportFree(p, result, CallSite.OfCallTo((void*)(delegate* <void*, void>)&linux_kfree));
    }

    /// <summary>kfree that answers instead of reporting. A refusal has changed nothing.</summary>
    internal static FreeResult TryFreeBlock(void* block)
    {
        uint largePages = 0;
        uint saved = Interrupts.SaveAndDisable();
        FreeResult result = PageGuard.IsOn
            ? BlockGuard.Free(ref s_blocks, block, CallSite.OfMemoryEntry())
            : s_blocks.BeginFree(block, out largePages);
        if (result == FreeResult.Freed)
            KmemSleep.NoteFreed(s_blocks.Source.IsDma(block));
        Interrupts.Restore(saved);
        VmWakeups.Deliver(saved);
        if (largePages != 0)
            FreeLarge((byte*)block, largePages);
        return result;
    }

    // A page at a time: interrupts are off for that long alone.
    private static void FreeLarge(byte* block, uint sizePages)
    {
        for (uint i = 0; i < sizePages; i++)
        {
            uint saved = Interrupts.SaveAndDisable();
            s_blocks.FreePage(block + i * Pfn.PageSize);
            Interrupts.Restore(saved);
            VmWakeups.Deliver(saved);
        }
    }

    /// <summary>Bytes that a busy block has, at least those asked for; 0 for an address that is no busy
    /// block.</summary>
    internal static uint SizeOfBlock(void* block)
    {
        uint saved = Interrupts.SaveAndDisable();
        uint size = PageGuard.IsOn ? BlockGuard.SizeOf(ref s_blocks, block) : s_blocks.SizeOf(block);
        Interrupts.Restore(saved);
        return size;
    }

    /// <summary>In a debug boot: who has a large block, which begins with this page, and its bytes.</summary>
    internal static void* CallerOfLarge(void* page, out uint bytes) =>
        BlockGuard.CallerOfLarge(ref s_blocks, page, out bytes);

    /// <summary>
    /// Return every page that no block needs to the page allocator. The pageout daemon calls this before it takes
    /// pages from anybody.
    /// </summary>
    internal static void linux_kmem_collect()
    {
        collect_kmalloc_pages_nml();
        collect_kmalloc_pages_dma();
    }

    /// <summary>Bytes of blocks in use and of pages held; for statistics and tests.</summary>
    internal static void MeasureBlocks(out uint busyBytes, out uint heldBytes)
    {
        uint saved = Interrupts.SaveAndDisable();
        busyBytes = s_blocks.BusyBytes;
        heldBytes = s_blocks.HeldBytes;
        Interrupts.Restore(saved);
    }

    /// <summary>The line about kmalloc that goes with the statistics of the zones.</summary>
    internal static void PrintBlocks()
    {
        uint* arguments = stackalloc uint[3];
        MeasureBlocks(out arguments[0], out arguments[1]);
        uint saved = Interrupts.SaveAndDisable();
        arguments[2] = s_blocks.SparePages();
        Interrupts.Restore(saved);
        printf__va(T("# kmalloc: %u bytes in use, %u held, %u pages without a block\n"u8), (byte*)arguments);
    }

    /// <summary>Whether the books of all pages that kmalloc has agree.</summary>
    internal static bool VerifyBlocks()
    {
        uint saved = Interrupts.SaveAndDisable();
        bool well = s_blocks.Verify();
        Interrupts.Restore(saved);
        return well;
    }

    /// <summary>Return the DMA pages that hold no busy block; how many.</summary>
    private static uint collect_kmalloc_pages_dma() => Collect(true);

    /// <summary>Return the normal pages that hold no busy block; how many.</summary>
    private static uint collect_kmalloc_pages_nml() => Collect(false);

    // Class by class, with interrupts off for a page at a time.
    private static uint Collect(bool dma)
    {
        uint pages = 0;
        for (uint sizeClass = 0; sizeClass < SizeClass.Count; sizeClass++)
        {
            uint saved = Interrupts.SaveAndDisable();
            uint page = s_blocks.Collect(sizeClass, dma);
            VmFreePages.Rows[dma ? PmapZones.DmaRow : PmapZones.NormalRow].Counters.Collected += page;
            Interrupts.Restore(saved);
            VmWakeups.Deliver(saved);
            pages += page;
        }
        return pages;
    }

    private static void* TryAllocate(uint size, in KmemRequest request)
    {
        if (size > SizeClass.Largest && !PageGuard.IsOn)
            return MakeLarge(TakePages(request), request.SizePages);
        uint saved = Interrupts.SaveAndDisable();
        s_blocks.Source.Requester = request.Requester;
        void* block = PageGuard.IsOn
            ? BlockGuard.Allocate(ref s_blocks, size, request.IsDma, CallSite.OfMemoryEntry())
            : s_blocks.Allocate(size, request.IsDma);
        Interrupts.Restore(saved);
        VmWakeups.Deliver(saved);
        return block;
    }

    // Pages, or null, become a block; nobody else knows them yet.
    private static void* MakeLarge(void* pages, uint sizePages)
    {
        if (pages == null)
            return null;
        s_blocks.NoteLarge(pages, sizePages);
        uint saved = Interrupts.SaveAndDisable();
        s_blocks.AddLarge(sizePages);
        Interrupts.Restore(saved);
        return pages;
    }

    // Pages may be kept for other classes; pages in the way may move; others may be on their way from the pageout
    // daemon. On its own, so that who gets a block at once has a small frame.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void* AllocateSlowly(uint size, in KmemRequest request)
    {
        linux_kmem_collect();
        KmemSleep patience = new(request.IsDma);
        void* block;
        do
        {
            block = TryAllocate(size, request);
            if (block == null)
                block = AllocateByMoving(size, request);
        } while (block == null && patience.WaitForMemory(request.Priority));
        return block;
    }

    // A large block gets the pages themselves. For the pool, and where blocks are guarded, they are free for a moment.
    private static void* AllocateByMoving(uint size, in KmemRequest request)
    {
        void* pages = MakePages(request);
        if (pages == null || (size > SizeClass.Largest && !PageGuard.IsOn))
            return MakeLarge(pages, request.SizePages);
        s_blocks.Source.Give(pages, request.SizePages);
        return TryAllocate(size, request);
    }

    // Linux's answers to sizes that cannot be meant: the smallest block for nothing, nothing for too much.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void* AllocateOddly(uint size, int priority)
    {
        BadUse.ReportSize(size, CallSite.OfCallTo((void*)(delegate* <uint, int, void*>)&linux_kmalloc));
        return size == 0 ? linux_kmalloc(1, priority) : null;
    }
}
