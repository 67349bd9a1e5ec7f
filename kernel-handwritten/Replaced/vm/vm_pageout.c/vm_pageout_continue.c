static void
vm_pageout_continue()
{
	for (;;) {
		vm_pageout_scan();
		/* The scan left the free list locked; nobody waits. */

		assert(vm_page_free_wanted == 0);
		assert_wait((event_t) &vm_page_free_wanted, FALSE);
		simple_unlock(&vm_page_queue_free_lock);
		thread_block(thread_no_continuation);
	}
}
