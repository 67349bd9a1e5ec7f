boolean_t
vm_page_convert(
	vm_page_t	m,
	boolean_t	external)
{
	vm_page_t	real_m;

	assert(m->fictitious);

	real_m = vm_page_grab(external);
	if (real_m == VM_PAGE_NULL)
		return FALSE;

	m->phys_addr = real_m->phys_addr;
	m->fictitious = FALSE;
	m->external = real_m->external;
	m->extcounted = real_m->extcounted;

	real_m->phys_addr = vm_page_fictitious_addr;
	real_m->fictitious = TRUE;
	real_m->external = FALSE;
	real_m->extcounted = FALSE;
	vm_page_release_fictitious(real_m);

	return TRUE;
}
