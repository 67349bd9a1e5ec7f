void
pmap_zero_page(p)
	vm_offset_t	p;
{
	zero_words(phystokv(p), PAGE_SIZE);
}
