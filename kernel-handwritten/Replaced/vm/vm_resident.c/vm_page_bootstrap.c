void
vm_page_bootstrap(
	vm_offset_t	*startp,
	vm_offset_t	*endp)
{
	vm_page_t	m = &vm_page_template;
	unsigned int	i;

	/*
	 *	All fields of the template are zero, but for busy: whoever
	 *	grabs a page owns it, and says so to others by that bit.
	 */
	m->busy = TRUE;
	m->page_lock = VM_PROT_NONE;
	m->unlock_request = VM_PROT_NONE;

	simple_lock_init(&vm_page_queue_free_lock);
	simple_lock_init(&vm_page_queue_lock);
	simple_lock_init(&bucket_lock);

	vm_page_queue_free = VM_PAGE_NULL;
	vm_page_queue_fictitious = VM_PAGE_NULL;
	queue_init(&vm_page_queue_active);
	queue_init(&vm_page_queue_inactive);
	vm_page_free_wanted = 0;

	/*
	 *	Storage for the first map entries and the first zones.
	 */
	kentry_data_size = kentry_count * sizeof(struct vm_map_entry);
	kentry_data = pmap_steal_memory(kentry_data_size);
	zdata = pmap_steal_memory(zdata_size);

	vm_page_hash_size();
	vm_page_buckets = (vm_page_bucket_t *)
		pmap_steal_memory(vm_page_bucket_count *
				  sizeof(vm_page_bucket_t));
	for (i = 0; i < vm_page_bucket_count; i++)
		vm_page_buckets[i].pages = VM_PAGE_NULL;

	pmap_startup(startp, endp);

	*startp = round_page(*startp);
	*endp = trunc_page(*endp);

	vm_page_free_count_minimum = vm_page_free_count;
}
