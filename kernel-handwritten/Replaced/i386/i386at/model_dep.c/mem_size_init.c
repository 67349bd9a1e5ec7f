static void
mem_size_init(void)
{
	phys_first_addr = 0;
	phys_last_addr = LOW_MEMORY_END + boot_info.mem_upper * 1024;
	phys_last_addr = trunc_page(phys_last_addr);

	if (phys_last_addr > MAX_DIRECT_MAP
	    || boot_info.mem_upper >= MAX_DIRECT_MAP / 1024) {
		printf("memory above 0x%x is not used: the direct map ends there\n",
		       MAX_DIRECT_MAP);
		phys_last_addr = MAX_DIRECT_MAP;
	}
	printf("AT386 boot: physical memory from 0x%x to 0x%x\n",
	       phys_first_addr, phys_last_addr);
	if (!use_all_mem && phys_last_addr > DMA_LIMIT)
		printf("(memory is limited to 16 MiB)\n");

	avail_remaining = phys_last_addr
		- (LOW_MEMORY_END - boot_info.mem_lower * 1024 - FIRST_AVAIL);
}
