kern_return_t
vm_page_grab_contiguous_pages(
	int		npages,
	vm_page_t	pages[],
	natural_t	*bits,
	boolean_t	external)
{
	kern_return_t	kr = KERN_RESOURCE_SHORTAGE;
	int		limit = (int) vm_page_big_pagenum + 1;
	vm_size_t	bits_size = (limit + NBITS - 1) / NBITS *
				    sizeof(natural_t);
	natural_t	*alloced_bits = 0;
	vm_page_t	mem;
	vm_size_t	i;
	int		first;

	if (npages <= 0)
		return KERN_INVALID_ARGUMENT;

	if (bits == 0) {
		kr = kmem_alloc_wired(kernel_map,
				      (vm_offset_t *) &alloced_bits,
				      bits_size);
		if (kr != KERN_SUCCESS)
			return kr;
		bits = alloced_bits;
		kr = KERN_RESOURCE_SHORTAGE;
	}

	for (i = 0; i < bits_size / sizeof(natural_t); i++)
		bits[i] = 0;

	simple_lock(&vm_page_queue_free_lock);

	/*
	 *	A large request gets no privilege: it can wait, and those
	 *	who keep the system going want single pages.
	 */
	if (vm_page_free_count < vm_page_free_reserved ||
	    (external && vm_page_external_count >= vm_page_external_limit)) {
		simple_unlock(&vm_page_queue_free_lock);
		goto out;
	}

	for (mem = vm_page_queue_free; mem != VM_PAGE_NULL;
	     mem = (vm_page_t) mem->pageq.next) {
		if ((int) atop(mem->phys_addr) < limit)
			page_bit_set(bits, (int) atop(mem->phys_addr));
	}

	first = vm_page_find_run(bits, limit, npages);
	if (first >= 0) {
		vm_page_take_run(first, npages, pages, external);
		kr = KERN_SUCCESS;
	}
	simple_unlock(&vm_page_queue_free_lock);

    out:
	if (alloced_bits != 0)
		kmem_free(kernel_map, (vm_offset_t) alloced_bits, bits_size);
	vm_page_wakeup_daemon();

	return kr;
}
