using Mach.Kmem;
using Mach.Vm;

[assembly: Drops("linux/dev/glue/kmem.c", "coalesce_blocks", "blocks of a page have one size")]
[assembly: Drops("linux/dev/glue/kmem.c", "get_page_order", "GluePages computes it")]

namespace Gnumach;

/// <summary>
/// Memory for the Linux drivers (linux/dev/glue/kmem.c), taken as it is asked for: the C sets 2 MiB below 16 MiB aside
/// at boot, for ever. DMA memory comes from the segment that ISA devices reach when the caller says so, all else from
/// above it as long as there is any.
///
/// <para>Any context; never waits. Who is refused below the marks has what kmalloc keeps collected first, and then may
/// use what is kept for the pageout daemon: the pool that drivers are used to never shrank either.</para>
/// </summary>
internal static unsafe partial class kmem_c
{
    private static BlockPool<GluePages> s_blocks;

    /// <summary>Nothing is set aside.</summary>
    [Replaces("linux/dev/glue/kmem.c", "linux_kmem_init", "2494a6fc08de37ae")]
    internal static void linux_kmem_init() { }

    /// <summary>A block of so many bytes, aligned to 16 of them, or null.</summary>
    [Replaces("linux/dev/glue/kmem.c", "linux_kmalloc", "0151a52473dfed83")]
    internal static void* linux_kmalloc(uint size, int priority)
    {
        if (size > BlockPool<GluePages>.MaxBytes)
            return null;
        bool dma = (priority & GFP_DMA) != 0;
        spl_t saved = splhigh();
        void* block = s_blocks.Allocate(size, dma);
        if (block == null)
        {
            collect_kmalloc_pages();
            vm_page_c.IsUrgent = true;
            block = s_blocks.Allocate(size, dma);
            vm_page_c.IsUrgent = false;
        }
        splx(saved);
        return block;
    }

    /// <summary>Give a block back. What is none stops the kernel, as in the C.</summary>
    [Replaces("linux/dev/glue/kmem.c", "linux_kfree", "723f68fd27bc8af4")]
    internal static void linux_kfree(void* p)
    {
        if (p == null)
            return;
        spl_t saved = splhigh();
        FreeResult result = s_blocks.Free(p);
        splx(saved);
        if (result != FreeResult.Freed)
            Panic(T("linux/dev/glue/kmem.c"u8), 0, T("linux_kfree"u8), T("%p is no block"u8), p);
    }

    /// <summary>Pages that kmalloc has without a block in use go back.</summary>
    [Replaces("linux/dev/glue/kmem.c", "collect_kmalloc_pages", "8923e169f8adb4bc")]
    private static void collect_kmalloc_pages()
    {
        spl_t saved = splhigh();
        s_blocks.Collect(dma: true);
        s_blocks.Collect(dma: false);
        splx(saved);
    }

    /// <summary>2^order adjacent pages at a multiple of their size, so that those of up to 64 KiB cross no boundary of
    /// an ISA transfer; 0 when there are none.</summary>
    [Replaces("linux/dev/glue/kmem.c", "__get_free_pages", "95d598ff02c001b9")]
    internal static uint __get_free_pages(int priority, uint order, int dma)
    {
        bool isDma = dma != 0 || (priority & GFP_DMA) != 0;
        if (order >= VM_PAGE_NR_FREE_LISTS)
            return 0;
        spl_t saved = splhigh();
        vm_page* pages = vm_page_c.TakeForGlue(order, isDma);
        if (pages == null)
        {
            collect_kmalloc_pages();
            vm_page_c.IsUrgent = true;
            pages = vm_page_c.TakeForGlue(order, isDma);
            vm_page_c.IsUrgent = false;
        }
        splx(saved);
        if (pages == null)
        {
            printf(T("__get_free_pages: ran out of pages\n"u8));
            return 0;
        }
        for (uint i = 0; i < 1u << (int)order; i++)
            ((PageNote*)(pages + i))->Set(PageUse.Pages, 0);
        return phystokv(pages->phys_addr);
    }

    /// <summary>Give 2^order pages back. Any that is not of __get_free_pages stops the kernel, as in the C.</summary>
    [Replaces("linux/dev/glue/kmem.c", "free_pages", "3862c9170604dffc")]
    internal static void free_pages(uint addr, uint order)
    {
        for (uint i = 0; i < 1u << (int)order; i++)
        {
            PageNote* note = s_blocks.Source.NoteOf((void*)(addr + i * Pfn.PageSize));
            if (note == null || note->Use != PageUse.Pages)
                Panic(T("linux/dev/glue/kmem.c"u8), 0, T("free_pages"u8), T("%p has no such pages"u8), (void*)addr);
            note->Forget();
        }
        vm_page_free_pa(vm_page_lookup_pa(_kvtophys(addr)), order);
    }
}
