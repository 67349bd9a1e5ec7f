using System.Runtime.CompilerServices;
using Mach.Kmem;
using Mach.Vm;

namespace Mach;

/// <summary>
/// Whole pages for the Linux drivers: __get_free_pages and free_pages of linux/dev/glue/kmem.c, straight from the page
/// allocator. Nothing is set aside: what a driver does not hold belongs to everybody.
///
/// <para>Any context; blocks only as KmemSleep says; the interrupt flag on exit is that of the entry and is never on in
/// between when it was off. Addresses are kernel virtual ones, made from physical ones by <c>DirectMap</c> at the
/// edge.</para>
/// </summary>
internal static unsafe partial class kmem_c
{
    /// <summary>Largest request: 4 MiB. Above it the request is a mistake and not a wish.</summary>
    private const uint MaxOrder = 10;

    /// <summary>
    /// Pages that one DMA transfer can cover: the 8237 counts 16 bits, and its page register does not take the carry
    /// (Intel 8237A data sheet). 16-bit channels count words, which doubles the reach.
    /// </summary>
    private const uint DmaWindowPages8 = Line.Pages;

    private const uint DmaWindowPages16 = 2 * Line.Pages;

    // How many runs have been handed out, modulo 2^32: the number of the last one.
    private static uint s_runs;

    /// <summary>
    /// Allocate 2^order adjacent pages and return their address, a multiple of their size up to 64 KiB, or 0. With
    /// <paramref name="dma"/> they are below 16 MiB, and a block that fits one DMA transfer crosses no boundary that a
    /// transfer cannot.
    /// </summary>
    [Replaces("linux/dev/glue/kmem.c", "__get_free_pages", "7f0d97f027f4bc34")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static uint __get_free_pages(int priority, uint order, int dma)
    {
        void* pages = order <= MaxOrder ? TryTakeNoted(1u << (int)order, dma != 0) : null;
        if (pages == null && order <= MaxOrder)
            pages = TakeSlowly(1u << (int)order, dma != 0, priority);
        if (pages == null)
            BadUse.ReportNoPages(order, CallSite.OfCallTo((void*)(delegate* <int, uint, int, uint>)&__get_free_pages));
        return (uint)pages;
    }

    /// <summary>
    /// Give 2^order pages back. They need not be the whole of what was allocated: linux_init returns the tail of a
    /// block page by page. Pages that are not all of one run of __get_free_pages are not taken, none of them; the
    /// console names the caller.
    /// </summary>
    [Replaces("linux/dev/glue/kmem.c", "free_pages", "efd621a62a9eb60c")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void free_pages(uint address, uint order)
    {
        FreeResult result = TryFreePages(address, order);
        if (result != FreeResult.Freed)
            BadUse.ReportFreePages(
                address,
                order,
                result,
                CallSite.OfCallTo((void*)(delegate* <uint, uint, void>)&free_pages)
            );
    }

    /// <summary>free_pages that answers instead of reporting. A refusal has changed nothing.</summary>
    internal static FreeResult TryFreePages(uint address, uint order)
    {
        if (order > MaxOrder || (address & (Pfn.PageSize - 1)) != 0)
            return FreeResult.NotABlock;
        uint saved = Interrupts.SaveAndDisable();
        FreeResult result = FindRun((void*)address, 1u << (int)order);
        if (result == FreeResult.Freed)
            GiveNoted((byte*)address, 1u << (int)order);
        Interrupts.Restore(saved);
        VmWakeups.Deliver(saved);
        return result;
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

    /// <summary>
    /// One attempt, without notes. Page 0 is never managed, so that address 0 can mean failure. Powers of two are
    /// aligned to their size up to a line: such a run is found, or found missing, without a walk through the map.
    /// </summary>
    internal static void* TakePages(uint sizePages, bool dma)
    {
        GrabFlags flags = dma ? GrabFlags.Dma : GrabFlags.None;
        uint align = sizePages <= Line.Pages && (sizePages & (sizePages - 1)) == 0 ? sizePages : 1;
        uint boundary = dma ? DmaBoundary(sizePages) : 0;
        return VmFreePages.TryGrabRun(sizePages, FALSE, flags, align, boundary, out Pfn first)
            ? DirectMap.ToVirtual(first.Start)
            : null;
    }

    private static void* TryTakeNoted(uint sizePages, bool dma)
    {
        uint saved = Interrupts.SaveAndDisable();
        byte* pages = (byte*)TakePages(sizePages, dma);
        s_runs++;
        for (uint i = 0; pages != null && i < sizePages; i++)
            s_blocks.Source.NoteOf(pages + i * Pfn.PageSize)->SetRun(s_runs);
        Interrupts.Restore(saved);
        VmWakeups.Deliver(saved);
        return pages;
    }

    // kmalloc may sit on pages that it does not use; others may be on their way from the pageout daemon.
    private static void* TakeSlowly(uint sizePages, bool dma, int priority)
    {
        linux_kmem_collect();
        KmemSleep patience = new(dma);
        void* pages = TryTakeNoted(sizePages, dma);
        while (pages == null && patience.WaitForMemory(priority))
            pages = TryTakeNoted(sizePages, dma);
        return pages;
    }

    // Freed when all of the pages are of one run and in use; nothing is changed here. A run is known by its number: a
    // page of it that was given back and handed out again is of another.
    private static FreeResult FindRun(void* pages, uint sizePages)
    {
        PageNote* first = s_blocks.Source.NoteOf(pages);
        if (first == null || first->Use != PageUse.Pages)
            return first != null && s_blocks.Source.IsFree(pages) ? FreeResult.AlreadyFree : FreeResult.NotOurs;
        for (uint i = 1; i < sizePages; i++)
        {
            PageNote* note = s_blocks.Source.NoteOf((byte*)pages + i * Pfn.PageSize);
            if (note == null || note->Use != PageUse.Pages || note->Run != first->Run)
                return FreeResult.NotABlock;
        }
        return FreeResult.Freed;
    }

    private static void GiveNoted(byte* pages, uint sizePages)
    {
        for (uint i = 0; i < sizePages; i++)
            s_blocks.Source.NoteOf(pages + i * Pfn.PageSize)->Forget();
        s_blocks.Source.Give(pages, sizePages);
    }

    // The line that a block must not cross. Larger blocks are no buffers of one transfer and may lie anywhere.
    private static uint DmaBoundary(uint sizePages)
    {
        if (sizePages <= DmaWindowPages8)
            return DmaWindowPages8;
        return sizePages <= DmaWindowPages16 ? DmaWindowPages16 : 0;
    }
}
