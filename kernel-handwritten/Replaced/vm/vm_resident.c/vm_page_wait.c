void
vm_page_wait(
	void		(*continuation)(void))
{
	/*
	 *	The test uses the target, not the reserve.  A thread that
	 *	got null because of the reserve may find here that the
	 *	daemon was faster, but never that it has to wait without
	 *	the daemon having a reason to run.
	 */
	simple_lock(&vm_page_queue_free_lock);
	if (vm_page_free_count < vm_page_free_target ||
	    vm_page_external_count > vm_page_external_limit) {
		if (vm_page_free_wanted++ == 0)
			thread_wakeup((event_t) &vm_page_free_wanted);
		assert_wait((event_t) &vm_page_free_count, FALSE);
		simple_unlock(&vm_page_queue_free_lock);
		thread_block(continuation);
	} else
		simple_unlock(&vm_page_queue_free_lock);
}
