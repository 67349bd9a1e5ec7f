void
pmap_bootstrap(void)
{
	vm_offset_t	va, pa, pte_page;
	pt_entry_t	*pte;
	int		i;

	kernel_pmap = &kernel_pmap_store;
	kernel_pmap->ref_count = 1;
	kernel_pmap->dirbase_phys = pmap_grab_page();
	kernel_pmap->dirbase = (pt_entry_t *) phystokv(kernel_pmap->dirbase_phys);
	zero_words((vm_offset_t) kernel_pmap->dirbase, PAGE_SIZE);

	kernel_virtual_start = phystokv(phys_last_addr);
	kernel_virtual_end = kernel_virtual_start + MOREVM;

	for (va = phystokv(phys_first_addr); va < kernel_virtual_end; ) {
		pte_page = pmap_grab_page();
		pte = (pt_entry_t *) phystokv(pte_page);
		kernel_pmap->dirbase[pdenum(va)] = pa_to_pte(pte_page)
			| INTEL_PTE_VALID | INTEL_PTE_WRITE;

		for (i = 0; i < NPTES; i++, va += PAGE_SIZE) {
			pa = _kvtophys(va);
			if (va >= kernel_virtual_start)
				pte[i] = 0;
			else if (va >= trunc_page((vm_offset_t) _start)
				 && va + PAGE_SIZE <= (vm_offset_t) etext)
				pte[i] = pa_to_pte(pa) | INTEL_PTE_VALID;
			else
				pte[i] = pa_to_pte(pa) | INTEL_PTE_VALID
					| INTEL_PTE_WRITE;
		}
	}
}
