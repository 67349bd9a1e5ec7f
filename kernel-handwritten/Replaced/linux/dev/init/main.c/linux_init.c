void
linux_init(void)
{
	unsigned long memory_start, memory_end;
	struct vm_page *pages, *next;

	high_memory = phystokv(phys_last_addr);

	linux_sched_init();
	init_IRQ();
	calibrate_delay();

	copy_drive_table(drive_info.dummy, BIOS_DISK0_VECTOR);
	copy_drive_table(drive_info.dummy + 16, BIOS_DISK1_VECTOR);

	linux_kmem_init();

	memory_start = alloc_contig_mem(PCI_MEM_SIZE, MAX_DMA_ADDRESS, 0,
					&pages);
	if (memory_start == 0)
		panic("linux_init: no memory for the PCI devices");
	memory_end = memory_start + PCI_MEM_SIZE;
	memory_start = pci_init(memory_start, memory_end);
	if (memory_start > memory_end)
		panic("linux_init: pci_init ran over its memory");

	/* Keep the pages that were used, give the others back. */
	memory_start = round_page(memory_start);
	while (pages != NULL && phystokv(pages->phys_addr) < memory_start) {
		next = (struct vm_page *) pages->pageq.next;
		pages->pageq.next = NULL;
		pages = next;
	}
	free_contig_mem(pages);

	blk_dev_init();

	restore_IRQ();
	linux_auto_config = 0;
}
