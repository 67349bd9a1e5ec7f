vm_offset_t
test_page_at(vm_offset_t phys_addr)
{
	return phystokv(phys_addr);
}
