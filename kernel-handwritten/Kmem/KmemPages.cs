using Mach.Vm;

namespace Mach;

/// <summary>
/// Whole pages for the Linux drivers: __get_free_pages and free_pages of linux/dev/glue/kmem.c, straight from the page
/// allocator. Nothing is set aside: what a driver does not hold belongs to everybody.
///
/// <para>Any context; never blocks; the interrupt flag on exit is that of the entry and is never on in between when it
/// was off. Addresses are kernel virtual ones, made from physical ones by <c>DirectMap</c> at the edge.</para>
/// </summary>
internal static unsafe partial class kmem_c
{
    /// <summary>Largest request: 4 MiB. Above it the request is a mistake and not a wish.</summary>
    private const uint MaxOrder = 10;

    /// <summary>
    /// Pages that one DMA transfer can cover: the 8237 counts 16 bits, and its page register does not take the carry
    /// (Intel 8237A data sheet). 16-bit channels count words, which doubles the reach.
    /// </summary>
    private const uint DmaWindowPages8 = 16;

    private const uint DmaWindowPages16 = 32;

    /// <summary>
    /// Allocate 2^order adjacent pages and return their address, or 0. With <paramref name="dma"/> they are below 16
    /// MiB, and a block that fits one DMA transfer crosses no boundary that a transfer cannot.
    /// </summary>
    [Replaces("linux/dev/glue/kmem.c", "__get_free_pages", "7f0d97f027f4bc34")]
    internal static uint __get_free_pages(int priority, uint order, int dma)
    {
        uint address = 0;
        uint saved = Interrupts.SaveAndDisable();
        if (order <= MaxOrder)
        {
            address = TakePages(order, dma != 0);
            if (address == 0)
            {
                // kmalloc may sit on pages that it does not use.
                collect_kmalloc_pages_nml();
                collect_kmalloc_pages_dma();
                address = TakePages(order, dma != 0);
            }
        }
        Interrupts.Restore(saved);
        VmWakeups.Deliver(saved);

        if (address == 0)
            printk__va(T("__get_free_pages: ran out of pages (order %lu)\n"u8), (byte*)&order);
        return address;
    }

    /// <summary>
    /// Give 2^order pages back. They need not be the whole of what was allocated: linux_init returns the tail of a
    /// block page by page.
    /// </summary>
    [Replaces("linux/dev/glue/kmem.c", "free_pages", "efd621a62a9eb60c")]
    internal static void free_pages(uint address, uint order)
    {
        Pfn first = DirectMap.ToPhysical((void*)address).Page;
        if (order > MaxOrder || (address & (Pfn.PageSize - 1)) != 0)
            panic(T("free_pages: no pages begin or end here"u8));

        uint saved = Interrupts.SaveAndDisable();
        for (uint i = 0; i < 1u << (int)order; i++)
        {
            vm_page* page = VmFreePages.Lookup(new Pfn(first.Value + i));
            if (page == null)
                panic(T("free_pages: not a page of ours"u8));
            vm_page_release(page, FALSE);
        }
        Interrupts.Restore(saved);
        VmWakeups.Deliver(saved);
    }

    /// <summary>Smallest order such that 2^order pages hold <paramref name="size"/> bytes.</summary>
    [Replaces("linux/dev/glue/kmem.c", "get_page_order", "13ac4ba535a65752")]
    private static uint get_page_order(int size)
    {
        uint order = 0;
        while (Pfn.PageSize << (int)order < (uint)size)
            order++;
        return order;
    }

    // One attempt, interrupts off. Page 0 is never managed, so that address 0 can mean failure.
    private static uint TakePages(uint order, bool dma)
    {
        uint sizePages = 1u << (int)order;
        GrabFlags flags = dma ? GrabFlags.Dma : GrabFlags.None;
        uint boundary = dma ? DmaBoundary(sizePages) : 0;
        return VmFreePages.TryGrabRun(sizePages, FALSE, flags, 0, boundary, out Pfn first)
            ? (uint)DirectMap.ToVirtual(first.Start)
            : 0;
    }

    // The line that a block must not cross. Larger blocks are no buffers of one transfer and may lie anywhere.
    private static uint DmaBoundary(uint sizePages)
    {
        if (sizePages <= DmaWindowPages8)
            return DmaWindowPages8;
        return sizePages <= DmaWindowPages16 ? DmaWindowPages16 : 0;
    }
}
