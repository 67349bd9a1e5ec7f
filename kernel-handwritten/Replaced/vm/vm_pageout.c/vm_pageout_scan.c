static void
vm_pageout_scan()
{
	unsigned int	burst_count;
	unsigned int	looked;
	vm_page_t	m;
	boolean_t	want_pages;
	unsigned int	msecs;

    restart:
	vm_pageout_collect();
	burst_count = 0;
	looked = 0;

	for (;;) {
		vm_page_lock_queues();
		vm_pageout_balance();

		simple_lock(&vm_page_queue_free_lock);
		if (vm_pageout_enough()) {
			vm_page_unlock_queues();
			return;
		}
		want_pages = vm_page_free_count < vm_page_free_target ||
			     vm_page_free_wanted != 0;
		simple_unlock(&vm_page_queue_free_lock);

		/*
		 *	Nothing to choose from, a burst written, or once
		 *	round the queue without success: give others a
		 *	chance to change the picture.
		 */
		if (vm_page_inactive_count == 0) {
			msecs = vm_pageout_empty_wait;
			goto pause;
		}
		if (burst_count >= vm_pageout_burst_max ||
		    vm_page_laundry_count >= (int) vm_pageout_burst_max ||
		    (vm_page_free_count < vm_pageout_reserved_really &&
		     vm_page_laundry_count > 0)) {
			msecs = burst_count * vm_pageout_burst_wait;
			goto pause;
		}
		if (looked > (unsigned int) (vm_page_active_count +
					     vm_page_inactive_count)) {
			msecs = vm_pageout_empty_wait;
			goto pause;
		}

		m = vm_pageout_choose(want_pages);
		vm_page_unlock_queues();

		if (m == VM_PAGE_NULL) {
			/*
			 *	Too many external pages, and all of them
			 *	in use.  They will come by.
			 */
			simple_lock(&vm_page_queue_free_lock);
			if (vm_page_free_wanted == 0)
				return;
			simple_unlock(&vm_page_queue_free_lock);
			msecs = vm_pageout_empty_wait;
			goto pause_unlocked;
		}

		switch (vm_pageout_inspect(m)) {
		case PAGEOUT_FREED:
			looked = 0;
			break;
		case PAGEOUT_LAUNDERED:
			looked = 0;
			burst_count++;
			break;
		case PAGEOUT_KEPT:
			looked++;
			break;
		}
	}

    pause:
	vm_page_unlock_queues();
    pause_unlocked:
	vm_pageout_pause(msecs);
	goto restart;
}
