void
pmap_startup(
	vm_offset_t	*startp,
	vm_offset_t	*endp)
{
	unsigned int	i, npages, pages_initialized;
	vm_page_t	pages;
	vm_offset_t	paddr;

	/*
	 *	The structures come out of the memory they describe, so each
	 *	page costs its size and that of its structure.  The rest of
	 *	the page that stealing has broken into comes for free.
	 */
	npages = ((PAGE_SIZE * pmap_free_pages() +
		   (round_page(virtual_space_start) - virtual_space_start)) /
		  (PAGE_SIZE + sizeof *pages));

	pages = (vm_page_t) pmap_steal_memory(npages * sizeof *pages);

	for (i = 0, pages_initialized = 0; i < npages; i++) {
		if (!pmap_next_page(&paddr))
			break;
		vm_page_init(&pages[i], paddr);
		pages_initialized++;
	}

	/*
	 *	Release in reverse order, so that the list gives the pages
	 *	out in the order the machine supplied them.  This is what
	 *	lets a search for contiguous pages find any.
	 */
	for (i = pages_initialized; i > 0; i--)
		vm_page_release(&pages[i - 1], FALSE);

	*startp = virtual_space_start;
	*endp = virtual_space_end;
}
