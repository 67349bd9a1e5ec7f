using Mach.Kmem;
using Mach.Vm;

namespace Mach;

/// <summary>
/// kmalloc and kfree of linux/dev/glue/kmem.c on two heaps: one whose pages are all of the DMA zone, one whose pages
/// all are not. A request for DMA memory looks at the first alone; any other looks at the second, and at the first
/// only when no page is to be had, so that ordinary blocks do not pin DMA pages.
///
/// <para>Guard: the interrupt flag, as in KmemPages. Any context; never blocks.</para>
/// </summary>
internal static unsafe partial class kmem_c
{
    private static BlockHeap s_dmaBlocks;
    private static BlockHeap s_normalBlocks;

    /// <summary>Start with two empty heaps. No memory is set aside; pages come when a block is asked for.</summary>
    [Replaces("linux/dev/glue/kmem.c", "linux_kmem_init", "9f8f12eae61ab734")]
    internal static void linux_kmem_init()
    {
        s_dmaBlocks = default;
        s_normalBlocks = default;
    }

    /// <summary>
    /// Allocate memory aligned to 4 bytes, or return null: the size is over the limit, or there is none. With GFP_DMA
    /// the block is below 16 MiB, and one of up to 64 KiB less the headers lies in one 64 KiB window.
    /// </summary>
    [Replaces("linux/dev/glue/kmem.c", "linux_kmalloc", "bdfe1af009825055")]
    internal static void* linux_kmalloc(uint size, int priority)
    {
        if (!BlockHeap.TryRound(size, out uint payload))
        {
            printk__va(T("kmalloc: %u bytes are too many\n"u8), (byte*)&size);
            return null;
        }

        bool dma = (priority & GFP_DMA) != 0;
        uint saved = Interrupts.SaveAndDisable();
        void* block = TakeBlock(payload, dma);
        if (block == null && coalesce_blocks() != 0)
            block = TakeBlock(payload, dma);
        if (block == null)
            block = GrowAndTakeBlock(payload, dma);
        if (block == null && !dma)
            block = s_dmaBlocks.Allocate(payload);
        Interrupts.Restore(saved);

        VmWakeups.Deliver(saved);
        return block;
    }

    /// <summary>
    /// Give a block back. An address that kmalloc did not return, or that was given back before, means that a driver's
    /// books are wrong, and the kernel stops while the driver is still on the stack.
    /// </summary>
    [Replaces("linux/dev/glue/kmem.c", "linux_kfree", "4e3638678ddf4a6e")]
    internal static void linux_kfree(void* p)
    {
        switch (TryFreeBlock(p))
        {
            case FreeResult.AlreadyFree:
                panic(T("kfree: the block is free already"u8));
                break;
            case FreeResult.NotABlock:
                panic(T("kfree: no block begins here"u8));
                break;
            case FreeResult.NotOurs:
                panic(T("kfree: the address is in none of kmalloc's pages"u8));
                break;
        }
    }

    /// <summary>kfree that answers instead of stopping the kernel. A refusal has changed nothing.</summary>
    internal static FreeResult TryFreeBlock(void* block)
    {
        uint saved = Interrupts.SaveAndDisable();
        bool dma = pmap_is_dma(DirectMap.ToPhysical(block).Value) != FALSE;
        FreeResult result = dma ? s_dmaBlocks.Free(block) : s_normalBlocks.Free(block);
        Interrupts.Restore(saved);
        return result;
    }

    /// <summary>
    /// Return every page that no block needs to the page allocator. The pageout daemon calls this before it takes
    /// pages from anybody.
    /// </summary>
    internal static void linux_kmem_collect()
    {
        uint saved = Interrupts.SaveAndDisable();
        collect_kmalloc_pages_nml();
        collect_kmalloc_pages_dma();
        Interrupts.Restore(saved);
        VmWakeups.Deliver(saved);
    }

    /// <summary>Payload bytes in use and bytes of pages held, both heaps together; for statistics and tests.</summary>
    internal static void MeasureBlocks(out uint busyBytes, out uint heldBytes)
    {
        uint saved = Interrupts.SaveAndDisable();
        s_dmaBlocks.Measure(out uint dmaBusy, out uint dmaHeld);
        s_normalBlocks.Measure(out uint normalBusy, out uint normalHeld);
        Interrupts.Restore(saved);
        busyBytes = dmaBusy + normalBusy;
        heldBytes = dmaHeld + normalHeld;
    }

    /// <summary>Whether the blocks of both heaps tile their pages.</summary>
    internal static bool VerifyBlocks()
    {
        uint saved = Interrupts.SaveAndDisable();
        bool well = s_dmaBlocks.Verify() == null && s_normalBlocks.Verify() == null;
        Interrupts.Restore(saved);
        return well;
    }

    /// <summary>
    /// Merge neighbouring free blocks of both heaps and count the pass. Returns how many blocks were swallowed by
    /// their neighbours: with none, looking again for a block is futile. Interrupts are off.
    /// </summary>
    private static uint coalesce_blocks()
    {
        num_block_coalesce++;
        return s_dmaBlocks.Coalesce() + s_normalBlocks.Coalesce();
    }

    /// <summary>Return the DMA pages that hold no busy block. Interrupts are off.</summary>
    private static void collect_kmalloc_pages_dma() => Collect(ref s_dmaBlocks);

    /// <summary>Return the normal pages that hold no busy block. Interrupts are off.</summary>
    private static void collect_kmalloc_pages_nml() => Collect(ref s_normalBlocks);

    private static void Collect(ref BlockHeap heap)
    {
        heap.Coalesce();
        for (void* pages = heap.TakeEmptyPages(out uint sizeBytes); pages != null; pages = heap.TakeEmptyPages(out sizeBytes))
            free_pages((uint)pages, get_page_order((int)sizeBytes));
    }

    private static void* TakeBlock(uint payload, bool dma) =>
        dma ? s_dmaBlocks.Allocate(payload) : s_normalBlocks.Allocate(payload);

    // New pages go to the heap of the zone they are of: a request for any memory may have been given DMA memory.
    private static void* GrowAndTakeBlock(uint payload, bool dma)
    {
        uint order = get_page_order((int)(payload + BlockHeap.Overhead));
        uint pages = __get_free_pages(GFP_KERNEL, order, dma ? 1 : 0);
        if (pages == 0)
            return null;

        bool isDma = pmap_is_dma(DirectMap.ToPhysical((void*)pages).Value) != FALSE;
        uint sizeBytes = Pfn.PageSize << (int)order;
        if (isDma)
            s_dmaBlocks.AddPages((void*)pages, sizeBytes);
        else
            s_normalBlocks.AddPages((void*)pages, sizeBytes);
        return TakeBlock(payload, isDma);
    }
}
