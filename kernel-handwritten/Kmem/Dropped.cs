using Porting;

// What linux/dev/glue/kmem.c no longer has: the pool of seven chunks below 16 MiB with its bitmaps, and the list of
// kmalloc's pages with the blocks in them.
[assembly: Drops("linux/dev/glue/kmem.c", "pages_free", "no pool: pages come from the page allocator")]
[assembly: Drops("linux/dev/glue/kmem.c", "memlist", "lists for each size class and kind of memory, in BlockPool")]
[assembly: Drops("linux/dev/glue/kmem.c", "num_page_collect", "statistics of the pool")]
[assembly: Drops("linux/dev/glue/kmem.c", "num_block_coalesce", "blocks of one size are never merged")]
[assembly: Drops("linux/dev/glue/kmem.c", "linux_mem_avail", "free pages of the pool; vm_page_free_count has them now")]
[assembly: Drops("linux/dev/glue/kmem.c", "find_block", "BlockPool.Allocate")]
[assembly: Drops("linux/dev/glue/kmem.c", "grow_memlist", "BlockPool.AddPage")]
[assembly: Drops("linux/dev/glue/kmem.c", "find_pages", "PageAllocator.TryGrabRun")]
[assembly: Drops("linux/dev/glue/kmem.c", "collect_kmalloc_pages", "collect_kmalloc_pages_dma and _nml")]
[assembly: Drops(
    "linux/dev/glue/kmem.c",
    "coalesce_blocks",
    "blocks of one size are never merged; the runs of pages of each kind of memory merge by themselves in its zone"
)]
