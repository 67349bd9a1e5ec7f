void
linux_kmem_init(void)
{
	struct vm_page *pages;
	struct chunkhdr *chunk;

	for (chunk = pages_free; chunk < pages_free + MEM_CHUNKS; chunk++) {
		chunk->start = alloc_contig_mem(MEM_CHUNK_SIZE, MAX_DMA_ADDRESS,
						0xffff, &pages);
		assert(chunk->start != 0);
		assert((chunk->start & 0xffff) == 0);
		chunk->end = chunk->start + MEM_CHUNK_SIZE;
		assert(_kvtophys(chunk->end) <= MAX_DMA_ADDRESS);
		chunk->bitmap = (1UL << CHUNK_PAGES) - 1;
	}
	linux_mem_avail = MEM_CHUNKS * CHUNK_PAGES;
}
