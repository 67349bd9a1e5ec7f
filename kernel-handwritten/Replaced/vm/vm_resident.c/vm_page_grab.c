vm_page_t
vm_page_grab(
	boolean_t	external)
{
	vm_page_t	mem;

	simple_lock(&vm_page_queue_free_lock);

	/*
	 *	The privilege is asked for last: during boot the thresholds
	 *	are zero and there is no current thread yet.
	 */
	if ((vm_page_free_count < vm_page_free_reserved ||
	     (external && vm_page_external_count > vm_page_external_limit)) &&
	    !current_thread()->vm_privilege) {
		simple_unlock(&vm_page_queue_free_lock);
		return VM_PAGE_NULL;
	}

	if (vm_page_queue_free == VM_PAGE_NULL)
		panic("vm_page_grab");

	mem = vm_page_queue_free;
	vm_page_queue_free = (vm_page_t) mem->pageq.next;
	vm_page_account_grab(mem, external);
	simple_unlock(&vm_page_queue_free_lock);

	vm_page_wakeup_daemon();

	return mem;
}
