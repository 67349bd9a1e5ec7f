using Porting;

// What linux/dev/glue/kmem.c no longer has: the pool of seven chunks below 16 MiB with its bitmaps, and the single list
// of kmalloc's pages.
[assembly: Drops("linux/dev/glue/kmem.c", "pages_free", "no pool: pages come from the page allocator")]
[assembly: Drops("linux/dev/glue/kmem.c", "memlist", "two heaps, one for each zone")]
[assembly: Drops("linux/dev/glue/kmem.c", "num_page_collect", "statistics of the pool")]
[assembly: Drops("linux/dev/glue/kmem.c", "linux_mem_avail", "free pages of the pool; vm_page_free_count has them now")]
[assembly: Drops("linux/dev/glue/kmem.c", "find_block", "BlockHeap.Allocate")]
[assembly: Drops("linux/dev/glue/kmem.c", "grow_memlist", "GrowAndTakeBlock")]
[assembly: Drops("linux/dev/glue/kmem.c", "find_pages", "PageAllocator.TryGrabRun")]
[assembly: Drops("linux/dev/glue/kmem.c", "collect_kmalloc_pages", "collect_kmalloc_pages_dma and _nml")]
[assembly: Drops("linux/dev/glue/kmem.c", "coalesce_blocks", "the one in KmemBlocks has a result")]
