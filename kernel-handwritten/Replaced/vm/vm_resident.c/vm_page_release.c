void
vm_page_release(
	vm_page_t	mem,
	boolean_t	external)
{
	simple_lock(&vm_page_queue_free_lock);

	if (mem->free)
		panic("vm_page_release");
	mem->free = TRUE;
	mem->pageq.next = (queue_entry_t) vm_page_queue_free;
	vm_page_queue_free = mem;
	vm_page_free_count++;
	if (external)
		vm_page_external_count--;

	/*
	 *	Wake one waiter per page, and only when it can succeed: were
	 *	all woken, those that come late would find nothing and go
	 *	to the end of the queue again, for ever.
	 */
	if (vm_page_free_wanted > 0 &&
	    vm_page_free_count >= vm_page_free_reserved) {
		vm_page_free_wanted--;
		thread_wakeup_one((event_t) &vm_page_free_count);
	}

	simple_unlock(&vm_page_queue_free_lock);
}
