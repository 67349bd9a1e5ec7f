unsigned long
__get_free_pages(int priority, unsigned long order, int dma)
{
	unsigned long flags, addr;

	assert((PAGE_SIZE << order) <= MEM_CHUNK_SIZE);

	save_flags(flags);
	cli();
	addr = find_pages(1 << order);
	if (addr == 0) {
		/* kmalloc may sit on pages that it does not use. */
		num_page_collect++;
		collect_kmalloc_pages();
		addr = find_pages(1 << order);
	}
	if (addr != 0)
		linux_mem_avail -= 1 << order;
	restore_flags(flags);

	if (addr == 0)
		printk("%s:%d: __get_free_pages: ran out of pages\n",
		       __FILE__, __LINE__);
	return addr;
}
