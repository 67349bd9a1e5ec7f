void
free_pages(unsigned long addr, unsigned long order)
{
	struct chunkhdr *chunk;
	unsigned long flags, run;

	assert((addr & PAGE_MASK) == 0);
	for (chunk = pages_free; chunk < pages_free + MEM_CHUNKS; chunk++)
		if (addr >= chunk->start && addr < chunk->end)
			break;
	assert(chunk < pages_free + MEM_CHUNKS);

	run = (1UL << (1 << order)) - 1;
	run <<= (addr - chunk->start) >> PAGE_SHIFT;

	save_flags(flags);
	cli();
	assert((chunk->bitmap & run) == 0);
	chunk->bitmap |= run;
	linux_mem_avail += 1 << order;
	restore_flags(flags);
}
