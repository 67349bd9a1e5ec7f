using Porting;

// What linux/dev/init/main.c no longer has: contiguous memory by walking the free list of the virtual memory system.
[assembly: Drops("linux/dev/init/main.c", "alloc_contig_mem", "__get_free_pages")]
[assembly: Drops("linux/dev/init/main.c", "free_contig_mem", "free_pages")]
[assembly: Drops("linux/dev/init/main.c", "mark_free_pages", "part of alloc_contig_mem")]
[assembly: Drops("linux/dev/init/main.c", "find_run", "part of alloc_contig_mem")]
[assembly: Drops("linux/dev/init/main.c", "unlink_free_page", "part of alloc_contig_mem")]
