using Mach.Vm;

namespace Mach;

/// <summary>Ways to fill memory that suites share.</summary>
internal static unsafe class TestMemory
{
    /// <summary>Pages of one kind for an object, from its offset 0 on, clean, unused, the oldest first; how many it
    /// got.</summary>
    public static uint Fill(vm_object* @object, GrabFlags flags, uint count)
    {
        uint filled = 0;
        for (; filled < count; filled++)
        {
            vm_page* page = VmFreePages.Grab(FALSE, flags | GrabFlags.NoFallback);
            if (page == null)
                break;
            vm_page_insert(page, @object, filled * Pfn.PageSize);
            page->busy = 0;
            pmap_clear_modify(page->phys_addr);
            pmap_clear_reference(page->phys_addr);
            vm_page_activate(page);
            vm_page_deactivate(page);
        }
        return filled;
    }

    /// <summary>A page of an object that was filled; null when it was evicted.</summary>
    public static vm_page* PageOf(vm_object* @object, uint index) => vm_page_lookup(@object, index * Pfn.PageSize);

    /// <summary>One page of a kind for a hoard.</summary>
    public static bool Hoard(page_hoard* hoard, GrabFlags flags)
    {
        vm_page* page = VmFreePages.Grab(FALSE, flags);
        if (page == null)
            return false;
        page->pageq.next = (queue_entry*)hoard->first;
        hoard->first = page;
        hoard->count++;
        return true;
    }

    /// <summary>The wish that begins with a row.</summary>
    public static GrabFlags FlagsOf(uint row) =>
        row == PmapZones.DmaRow ? GrabFlags.Dma
        : row == PmapZones.HighRow ? GrabFlags.High
        : GrabFlags.None;

    /// <summary>Blocks of one size until kmalloc has taken so many pages for them, whatever blocks of that size others
    /// have; each points to the one before.</summary>
    public static void** ChainOfBlocks(uint size, int priority, int pages)
    {
        void** chain = null;
        while (pages > 0)
        {
            kmem_c.MeasureBlocks(out _, out uint before);
            void** block = (void**)linux_kmalloc(size, priority);
            *block = chain;
            chain = block;
            kmem_c.MeasureBlocks(out _, out uint after);
            pages -= after != before ? 1 : 0;
        }
        return chain;
    }

    public static void FreeChain(void** chain)
    {
        while (chain != null)
        {
            void** block = chain;
            chain = (void**)*block;
            linux_kfree(block);
        }
    }
}
