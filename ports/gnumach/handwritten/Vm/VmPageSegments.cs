using Mach.Vm;

namespace Gnumach;

/// <summary>
/// The free pages of a segment (vm/vm_page.c), from any context: the lists are touched with interrupts off, so that a
/// handler of a Linux driver may ask for pages, and give them back. The C has no locks on one processor, and its
/// callers are threads.
/// </summary>
internal static unsafe partial class vm_page_c
{
    /// <summary>Whether the glue's request of this moment may use what is kept for privileged threads. Interrupts are
    /// off while it is set.</summary>
    internal static bool IsUrgent;

    private static bool IsPrivileged => IsUrgent || current_thread() == null || current_thread()->vm_privilege != 0;

    // The highest segment for a kind of memory; those below it will do as well.
    private static uint TopOf(bool dma) =>
        vm_page_select_alloc_seg((uint)(dma ? VM_PAGE_SEL_DMA : VM_PAGE_SEL_DIRECTMAP));

    /// <summary>2^order adjacent pages for the Linux glue; null when there are none.</summary>
    internal static vm_page* TakeForGlue(uint order, bool dma)
    {
        vm_page* page = null;
        for (uint i = TopOf(dma); page == null && i < vm_page_segs_size; i--)
            page = vm_page_seg_alloc(&vm_page_segs[i], order, VM_PT_KERNEL);
        return page;
    }

    /// <summary>Whether there are free pages above the segment that ISA devices reach.</summary>
    internal static bool HasOther
    {
        get
        {
            uint pages = 0;
            for (uint i = TopOf(dma: true) + 1; i <= TopOf(dma: false); i++)
                pages += vm_page_segs[i].nr_free_pages + (uint)vm_page_cpu_pool_get(&vm_page_segs[i])->nr_pages;
            return pages != 0;
        }
    }

    [Replaces("vm/vm_page.c", "vm_page_seg_alloc", "40dc0776d4641d23")]
    private static vm_page* vm_page_seg_alloc(vm_page_seg* seg, uint order, ushort type)
    {
        spl_t saved = splhigh();
        vm_page* page = order == 0 ? TakeFromPool(seg) : vm_page_seg_alloc_from_buddy(seg, order);
        if (page != null)
            vm_page_set_type(page, order, type);
        splx(saved);
        return page;
    }

    [Replaces("vm/vm_page.c", "vm_page_seg_free", "a0dac2456098c2a9")]
    private static void vm_page_seg_free(vm_page_seg* seg, vm_page* page, uint order)
    {
        spl_t saved = splhigh();
        vm_page_set_type(page, order, VM_PT_FREE);
        if (order == 0)
            PutInPool(seg, page);
        else
            vm_page_seg_free_to_buddy(seg, page, order);
        splx(saved);
    }

    [Replaces("vm/vm_page.c", "vm_page_seg_alloc_from_buddy", "ea54f5a88ccfe10a")]
    private static vm_page* vm_page_seg_alloc_from_buddy(vm_page_seg* seg, uint order)
    {
        spl_t saved = splhigh();
        vm_page* page = MayTake(seg) ? TakeFromBuddy(seg, order) : null;
        splx(saved);
        return page;
    }

    [Replaces("vm/vm_page.c", "vm_page_seg_free_to_buddy", "be0aa6df2159c8b6")]
    private static void vm_page_seg_free_to_buddy(vm_page_seg* seg, vm_page* page, uint order)
    {
        spl_t saved = splhigh();
        seg->nr_free_pages += 1u << (int)order;
        uint index = (uint)(page - seg->pages);
        uint first = seg->start >> Pfn.Shift;
        for (; order < VM_PAGE_NR_FREE_LISTS - 1; order++)
        {
            // Buddies are found by their addresses; one before the segment wraps around, and is too large.
            uint buddy = ((first + index) ^ (1u << (int)order)) - first;
            if (buddy >= (uint)(seg->pages_end - seg->pages) || seg->pages[buddy].order != order)
                break;
            vm_page_free_list_remove(&seg->free_lists[order], &seg->pages[buddy]);
            seg->pages[buddy].order = VM_PAGE_ORDER_UNLISTED;
            index = buddy < index ? buddy : index;
        }
        vm_page_free_list_insert(&seg->free_lists[order], &seg->pages[index]);
        seg->pages[index].order = (ushort)order;
        splx(saved);
    }

    // The marks of the segment: the daemon begins at one, and at the other all wait but privileged threads.
    private static bool MayTake(vm_page_seg* seg)
    {
        if (vm_page_alloc_paused != 0 && !IsPrivileged)
            return false;
        if (seg->nr_free_pages > seg->low_free_pages)
            return true;
        vm_pageout_start();
        if (seg->nr_free_pages > seg->min_free_pages || IsPrivileged)
            return true;
        vm_page_alloc_paused = 1;
        return false;
    }

    private static vm_page* TakeFromBuddy(vm_page_seg* seg, uint order)
    {
        uint from = order;
        while (from < VM_PAGE_NR_FREE_LISTS && seg->free_lists[from].size == 0)
            from++;
        if (from == VM_PAGE_NR_FREE_LISTS)
            return null;

        vm_page* page = list_first_entry_node(&seg->free_lists[from].blocks);
        vm_page_free_list_remove(&seg->free_lists[from], page);
        page->order = VM_PAGE_ORDER_UNLISTED;
        while (from > order)
        {
            vm_page* upper = page + (1 << (int)--from);
            vm_page_free_list_insert(&seg->free_lists[from], upper);
            upper->order = (ushort)from;
        }
        seg->nr_free_pages -= 1u << (int)order;
        if (seg->nr_free_pages < seg->min_free_pages)
            vm_page_alloc_paused = 1;
        return page;
    }

    private static vm_page* TakeFromPool(vm_page_seg* seg)
    {
        if (vm_page_alloc_paused != 0 && !IsPrivileged)
            return null;
        vm_page_cpu_pool* pool = vm_page_cpu_pool_get(seg);
        return pool->nr_pages != 0 || vm_page_cpu_pool_fill(pool, seg) != 0 ? vm_page_cpu_pool_pop(pool) : null;
    }

    private static void PutInPool(vm_page_seg* seg, vm_page* page)
    {
        vm_page_cpu_pool* pool = vm_page_cpu_pool_get(seg);
        if (pool->nr_pages == pool->size)
            vm_page_cpu_pool_drain(pool, seg);
        vm_page_cpu_pool_push(pool, page);
    }
}
