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

    // How many runs have been handed out, modulo 2^32: the number of the last one.
    private static uint s_runs;

    /// <summary>
    /// Allocate 2^order adjacent pages and return their address, a multiple of their size up to 64 KiB, or 0. With
    /// <paramref name="dma"/> they are below 16 MiB, and a block that fits one DMA transfer crosses no boundary that a
    /// transfer cannot.
    /// </summary>
    [Replaces("linux/dev/glue/kmem.c", "__get_free_pages", "a8b57098b16ac168")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static uint __get_free_pages(int priority, uint order, int dma)
    {
        KmemRequest request = new(1u << (int)order, dma != 0, priority);
        void* pages = order <= MaxOrder ? TryTakeNoted(request) : null;
        if (pages == null && order <= MaxOrder)
            pages = TakeSlowly(request);
        if (pages == null)
            BadUse.ReportNoPages(order, CallSite.OfCallTo((void*)(delegate* <int, uint, int, uint>)&__get_free_pages));
        return (uint)pages;
    }

    /// <summary>
    /// Give 2^order pages back. They need not be the whole of what was allocated: linux_init returns the tail of a
    /// block page by page. Pages that are not all of one run of __get_free_pages are not taken, none of them; the
    /// console names the caller.
    /// </summary>
    [Replaces("linux/dev/glue/kmem.c", "free_pages", "47c38e5cb53136c8")]
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

    /// <summary>
    /// free_pages that answers instead of reporting. A refusal has changed nothing. Interrupts come in after each line,
    /// if they were on; a driver that frees its run twice at the same time gets the second answer for what is left.
    /// </summary>
    internal static FreeResult TryFreePages(uint address, uint order)
    {
        if (order > MaxOrder || (address & (Pfn.PageSize - 1)) != 0)
            return FreeResult.NotABlock;
        uint sizePages = 1u << (int)order;
        uint run = 0;
        FreeResult result = FreeResult.Freed;
        for (uint i = 0; i < sizePages && result == FreeResult.Freed; i += Line.Pages)
            result = CheckPart(address, i, sizePages, ref run);
        for (uint i = 0; i < sizePages && result == FreeResult.Freed; i += Line.Pages)
            result = FreePart(address, i, sizePages, run);
        return result;
    }

    /// <summary>Smallest order such that 2^order pages hold <paramref name="size"/> bytes.</summary>
    [Replaces("linux/dev/glue/kmem.c", "get_page_order", "95e1e27a2b49a386")]
    private static uint get_page_order(int size)
    {
        uint order = 0;
        while (Pfn.PageSize << (int)order < (uint)size)
            order++;
        return order;
    }

    /// <summary>
    /// One attempt, without notes. Page 0 is never managed, so that address 0 can mean failure.
    /// </summary>
    internal static void* TakePages(in KmemRequest request)
    {
        if (request.SizePages == 1)
        {
            vm_page* page = VmFreePages.GrabAs(request.Requester, FALSE, request.Flags);
            return page == null ? null : DirectMap.ToVirtual(new PhysAddr(page->phys_addr));
        }
        return VmFreePages.TryGrabRunAs(
            request.Requester,
            request.SizePages,
            FALSE,
            request.Flags,
            request.Align,
            request.Boundary,
            out Pfn first
        )
            ? DirectMap.ToVirtual(first.Start)
            : null;
    }

    /// <summary>The same from memory that is full of pages which can move, for who can wait.</summary>
    internal static void* MakePages(in KmemRequest request)
    {
        if (!KmemSleep.MayWait(request.Priority))
            return null;
        return VmCompaction.TryTakeRun(
            request.Requester,
            request.SizePages,
            request.Flags,
            request.Align,
            request.Boundary,
            out Pfn first
        )
            ? DirectMap.ToVirtual(first.Start)
            : null;
    }

    private static void* TryTakeNoted(in KmemRequest request) => NoteRun(TakePages(request), request.SizePages);

    // Nobody else knows the pages yet, so interrupts may be on.
    private static void* NoteRun(void* pages, uint sizePages)
    {
        if (pages == null)
            return null;
        uint saved = Interrupts.SaveAndDisable();
        uint run = ++s_runs;
        Interrupts.Restore(saved);
        for (uint i = 0; i < sizePages; i++)
            s_blocks.Source.NoteOf((byte*)pages + i * Pfn.PageSize)->SetRun(run);
        return pages;
    }

    // kmalloc may sit on pages that it does not use; pages in the way may move; others may be on their way from the
    // pageout daemon. On its own, so that who gets pages at once has a small frame.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void* TakeSlowly(in KmemRequest request)
    {
        linux_kmem_collect();
        KmemSleep patience = new(request.IsDma);
        void* pages;
        do
        {
            pages = TryTakeNoted(request);
            if (pages == null)
                pages = NoteRun(MakePages(request), request.SizePages);
        } while (pages == null && patience.WaitForMemory(request.Priority));
        return pages;
    }

    // Whether a line's worth of pages is of one run, that of the first page; nothing is changed here. A run is known by
    // its number: a page of it that was given back and handed out again is of another.
    private static FreeResult CheckPart(uint address, uint from, uint sizePages, ref uint run)
    {
        FreeResult result = FreeResult.Freed;
        uint saved = Interrupts.SaveAndDisable();
        for (uint i = from; i < sizePages && i < from + Line.Pages && result == FreeResult.Freed; i++)
        {
            byte* page = (byte*)(address + i * Pfn.PageSize);
            PageNote* note = s_blocks.Source.NoteOf(page);
            if (note == null || note->Use != PageUse.Pages)
                result =
                    i != 0 ? FreeResult.NotABlock
                    : note != null && s_blocks.Source.IsFree(page) ? FreeResult.AlreadyFree
                    : FreeResult.NotOurs;
            else if (i == 0)
                run = note->Run;
            else if (note->Run != run)
                result = FreeResult.NotABlock;
        }
        Interrupts.Restore(saved);
        return result;
    }

    private static FreeResult FreePart(uint address, uint from, uint sizePages, uint run)
    {
        FreeResult result = FreeResult.Freed;
        for (uint i = from; i < sizePages && i < from + Line.Pages && result == FreeResult.Freed; i++)
        {
            void* page = (void*)(address + i * Pfn.PageSize);
            uint saved = Interrupts.SaveAndDisable();
            PageNote* note = s_blocks.Source.NoteOf(page);
            if (note->Use != PageUse.Pages || note->Run != run)
            {
                result = FreeResult.AlreadyFree;
            }
            else
            {
                note->Forget();
                s_blocks.Source.Give(page, 1);
            }
            Interrupts.Restore(saved);
            VmWakeups.Deliver(saved);
        }
        return result;
    }
}
