void
vm_page_create(
	vm_offset_t	start,
	vm_offset_t	end)
{
	vm_offset_t	paddr;
	vm_page_t	m;

	for (paddr = round_page(start); paddr < trunc_page(end);
	     paddr += PAGE_SIZE) {
		m = (vm_page_t) zalloc(vm_page_zone);
		if (m == VM_PAGE_NULL)
			panic("vm_page_create");

		vm_page_init(m, paddr);
		vm_page_release(m, FALSE);
	}
}
