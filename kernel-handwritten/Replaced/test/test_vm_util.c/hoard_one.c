boolean_t
hoard_one(struct page_hoard *hoard)
{
	vm_page_t	m = vm_page_grab(FALSE);

	if (m == VM_PAGE_NULL)
		return FALSE;
	m->pageq.next = (queue_entry_t) hoard->first;
	hoard->first = m;
	hoard->count++;
	return TRUE;
}
