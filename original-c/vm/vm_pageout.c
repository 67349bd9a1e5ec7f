/*
 *	vm/vm_pageout.c
 *
 *	The pageout daemon: keeps pages free by taking those away that
 *	nobody has used of late.
 *
 *	Pages in use are on the active queue, oldest first.  The daemon
 *	moves the oldest to the inactive queue and clears their reference
 *	bits; a page that is referenced there goes back, one that is not
 *	is freed, after its contents were written to its pager if need be.
 */

#include <mach/vm_param.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/mach_clock.h>
#include <kern/queue.h>
#include <kern/sched_prim.h>
#include <kern/thread.h>
#include <kern/zalloc.h>
#include <vm/pmap.h>
#include <vm/vm_object.h>
#include <vm/vm_page.h>
#include <vm/vm_pageout.h>

/*
 *	Tunables, with the values they get if nobody has set them before
 *	the daemon starts.
 */
#ifndef	VM_PAGEOUT_BURST_MAX
#define	VM_PAGEOUT_BURST_MAX	10	/* pages laundered at a time */
#endif
#ifndef	VM_PAGEOUT_BURST_WAIT
#define	VM_PAGEOUT_BURST_WAIT	10	/* ms for each page written */
#endif
#ifndef	VM_PAGEOUT_EMPTY_WAIT
#define	VM_PAGEOUT_EMPTY_WAIT	75	/* milliseconds */
#endif

#ifndef	VM_PAGE_FREE_RESERVED
#define	VM_PAGE_FREE_RESERVED	50
#endif
#define	VM_PAGEOUT_RESERVED_REALLY(reserve)	((reserve) - 40)

#define	VM_PAGE_FREE_TARGET(free)	(15 + (free) / 80)
#define	VM_PAGE_FREE_MIN(free)		(10 + (free) / 100)
#define	VM_PAGE_EXTERNAL_LIMIT(free)	((free) / 2)
#define	VM_PAGE_EXTERNAL_TARGET(free)	((free) / 4)
#define	VM_PAGE_INACTIVE_TARGET(avail)	((avail) * 2 / 3)

unsigned int	vm_pageout_burst_max = 0;
unsigned int	vm_pageout_burst_wait = 0;	/* ms for each page written */
unsigned int	vm_pageout_empty_wait = 0;	/* milliseconds */
unsigned int	vm_pageout_pause_count = 0;

int		vm_pageout_reserved_really = 0;
int		vm_page_external_target = 0;

/*
 *	Statistics.
 */
unsigned int	vm_pageout_active = 0;		/* left the active queue */
unsigned int	vm_pageout_inactive = 0;
unsigned int	vm_pageout_inactive_nolock = 0;
unsigned int	vm_pageout_inactive_busy = 0;
unsigned int	vm_pageout_inactive_used = 0;
unsigned int	vm_pageout_inactive_clean = 0;
unsigned int	vm_pageout_inactive_dirty = 0;
unsigned int	vm_pageout_inactive_stuck = 0;

/*
 *	What one look at an inactive page came to.
 */
enum vm_pageout_verdict {
	PAGEOUT_FREED,			/* one more page is free */
	PAGEOUT_KEPT,			/* it stays, for a reason */
	PAGEOUT_LAUNDERED		/* written out, then freed */
};

/*
 *	vm_pageout_page:
 *
 *	Have a page written to the pager of its object.  The object is
 *	locked (the lock is dropped meanwhile), paging is in progress, the
 *	page is busy and on no queue.  On success it is clean.
 */
void
vm_pageout_page(m)
	vm_page_t	m;
{
	vm_object_t	object = m->object;
	const struct memory_pager_ops *ops = object->pager_ops;
	kern_return_t	kr = KERN_FAILURE;

	assert(m->busy);
	assert(object->paging_in_progress != 0);

	vm_page_lock_queues();
	m->laundry = TRUE;
	vm_page_laundry_count++;
	vm_page_unlock_queues();

	if (ops != 0 && ops->page_out != 0) {
		pmap_clear_modify(m->phys_addr);
		vm_object_unlock(object);
		kr = (*ops->page_out)(object->pager, m->offset, m->phys_addr);
		vm_object_lock(object);
	}

	vm_page_lock_queues();
	m->laundry = FALSE;
	vm_page_laundry_count--;
	vm_page_unlock_queues();

	if (kr == KERN_SUCCESS) {
		m->dirty = FALSE;
		m->precious = FALSE;
	}
}

/*
 *	vm_pageout_balance:
 *
 *	Move the oldest active pages to the inactive queue until enough
 *	are there.  The page queues are locked.
 */
static void
vm_pageout_balance()
{
	vm_page_t	m;

	vm_page_inactive_target =
		VM_PAGE_INACTIVE_TARGET(vm_page_active_count +
					vm_page_inactive_count);

	while (vm_page_inactive_count < vm_page_inactive_target &&
	       !queue_empty(&vm_page_queue_active)) {
		vm_pageout_active++;
		m = (vm_page_t) queue_first(&vm_page_queue_active);
		assert(m->active && !m->inactive);
		vm_page_deactivate(m);
	}
}

/*
 *	vm_pageout_enough:
 *
 *	Is there nothing left to do?  The free list is locked.
 */
static boolean_t
vm_pageout_enough()
{
	return vm_page_free_count >= vm_page_free_target &&
	       vm_page_external_count <= vm_page_external_target &&
	       vm_page_free_wanted == 0;
}

/*
 *	vm_pageout_choose:
 *
 *	Take the page to look at next off the inactive queue: the oldest,
 *	or, if it is only external pages that are too many, the oldest of
 *	these.  Null if there is none.  The page queues are locked.
 */
static vm_page_t
vm_pageout_choose(want_pages)
	boolean_t	want_pages;
{
	vm_page_t	m;

	queue_iterate(&vm_page_queue_inactive, m, vm_page_t, pageq) {
		assert(m->inactive && !m->active);
		if (want_pages || m->external) {
			VM_PAGE_QUEUES_REMOVE(m);
			return m;
		}
	}

	return VM_PAGE_NULL;
}

/*
 *	vm_pageout_requeue:
 *
 *	Put a page that was looked at back, as active or as inactive.
 *	The page queues are locked.
 */
static void
vm_pageout_requeue(m, used)
	vm_page_t	m;
	boolean_t	used;
{
	if (used)
		vm_page_activate(m);
	else
		vm_page_deactivate(m);
}

/*
 *	vm_pageout_clean:
 *
 *	Write out an unused dirty page and free it.  The object is locked,
 *	the page on no queue.
 */
static enum vm_pageout_verdict
vm_pageout_clean(m)
	vm_page_t	m;
{
	vm_object_t	object = m->object;

	/*
	 *	Nobody can store the page: treat it as used, so that the
	 *	daemon does not meet it at once again.
	 */
	if (object->pager_ops == 0 || object->pager_ops->page_out == 0) {
		m->dirty = TRUE;
		vm_page_lock_queues();
		vm_pageout_requeue(m, TRUE);
		vm_page_unlock_queues();
		vm_pageout_inactive_stuck++;
		return PAGEOUT_KEPT;
	}

	m->busy = TRUE;
	pmap_page_protect(m->phys_addr, VM_PROT_NONE);
	vm_object_paging_begin(object);
	vm_pageout_page(m);
	vm_object_paging_end(object);

	vm_pageout_inactive_dirty++;
	if (m->dirty) {
		PAGE_WAKEUP_DONE(m);
		vm_page_lock_queues();
		vm_pageout_requeue(m, TRUE);
		vm_page_unlock_queues();
		return PAGEOUT_KEPT;
	}

	VM_PAGE_FREE(m);
	return PAGEOUT_LAUNDERED;
}

/*
 *	vm_pageout_inspect:
 *
 *	Decide what becomes of a page that has been taken off the inactive
 *	queue.  No locks held.
 */
static enum vm_pageout_verdict
vm_pageout_inspect(m)
	vm_page_t	m;
{
	vm_object_t	object = m->object;
	enum vm_pageout_verdict verdict;
	boolean_t	used;

	assert(object != VM_OBJECT_NULL);
	vm_pageout_inactive++;

	if (!vm_object_lock_try(object)) {
		vm_pageout_inactive_nolock++;
		vm_page_lock_queues();
		vm_pageout_requeue(m, FALSE);
		vm_page_unlock_queues();
		return PAGEOUT_KEPT;
	}

	/*
	 *	Somebody has it in his hands and puts it where it belongs
	 *	when done.
	 */
	if (m->busy) {
		vm_pageout_inactive_busy++;
		vm_page_lock_queues();
		vm_pageout_requeue(m, FALSE);
		vm_page_unlock_queues();
		vm_object_unlock(object);
		return PAGEOUT_KEPT;
	}

	/*
	 *	No data in it, nothing to lose.
	 */
	if (m->absent || m->error) {
		VM_PAGE_FREE(m);
		vm_object_unlock(object);
		return PAGEOUT_FREED;
	}

	assert(!m->private && !m->fictitious);

	used = m->reference || pmap_is_referenced(m->phys_addr);
	if (used) {
		vm_pageout_inactive_used++;
		vm_page_lock_queues();
		vm_pageout_requeue(m, TRUE);
		vm_page_unlock_queues();
		vm_object_unlock(object);
		return PAGEOUT_KEPT;
	}

	/*
	 *	Unmap before the last test for modification, or a write in
	 *	between would be lost.
	 */
	m->busy = TRUE;
	pmap_page_protect(m->phys_addr, VM_PROT_NONE);
	if (!m->dirty)
		m->dirty = pmap_is_modified(m->phys_addr);
	PAGE_WAKEUP_DONE(m);

	if (m->dirty || m->precious)
		verdict = vm_pageout_clean(m);
	else {
		vm_pageout_inactive_clean++;
		VM_PAGE_FREE(m);
		verdict = PAGEOUT_FREED;
	}
	vm_object_unlock(object);

	return verdict;
}

/*
 *	vm_pageout_pause:
 *
 *	Sleep for a while, so that what is in progress can come to an end
 *	and threads that hold pages can run.
 */
static void
vm_pageout_pause(msecs)
	unsigned int	msecs;
{
	vm_pageout_pause_count++;
	assert_wait((event_t) &vm_pageout_pause_count, FALSE);
	thread_set_timeout(convert_ipc_timeout_to_ticks(msecs));
	thread_block(thread_no_continuation);
}

/*
 *	vm_pageout_collect:
 *
 *	Ask everybody who hoards for what they can spare.  Zones come last
 *	because the others return memory to them.
 */
static void
vm_pageout_collect()
{
	stack_collect();
	consider_thread_collect();
	consider_zone_gc();
}

/*
 *	vm_pageout_scan:
 *
 *	Free pages until there are enough.  Returns with the free list
 *	locked.
 */
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

/*
 *	vm_pageout_continue:
 *
 *	The daemon's endless loop: scan, then sleep until poked.
 */
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

/*
 *	Give a tunable its value unless somebody was faster.
 */
#define	DEFAULT(variable, value)				\
	MACRO_BEGIN						\
	if ((variable) == 0)					\
		(variable) = (value);				\
	MACRO_END

/*
 *	vm_pageout:
 *
 *	The startup thread's last act: it becomes the pageout daemon.
 *	From the moment the thresholds are set ordinary threads can be
 *	refused a page; the daemon cannot, nor may it ever lack a stack.
 */
void
vm_pageout()
{
	int		free_after_reserve;

	current_thread()->vm_privilege = TRUE;
	stack_privilege(current_thread());

	DEFAULT(vm_pageout_burst_max, VM_PAGEOUT_BURST_MAX);
	DEFAULT(vm_pageout_burst_wait, VM_PAGEOUT_BURST_WAIT);
	DEFAULT(vm_pageout_empty_wait, VM_PAGEOUT_EMPTY_WAIT);

	DEFAULT(vm_page_free_reserved, VM_PAGE_FREE_RESERVED);
	DEFAULT(vm_pageout_reserved_really,
		VM_PAGEOUT_RESERVED_REALLY(vm_page_free_reserved));

	free_after_reserve = vm_page_free_count - vm_page_free_reserved;
	DEFAULT(vm_page_external_limit,
		VM_PAGE_EXTERNAL_LIMIT(free_after_reserve));
	DEFAULT(vm_page_external_target,
		VM_PAGE_EXTERNAL_TARGET(free_after_reserve));
	DEFAULT(vm_page_free_min, vm_page_free_reserved +
		VM_PAGE_FREE_MIN(free_after_reserve));
	DEFAULT(vm_page_free_target, vm_page_free_reserved +
		VM_PAGE_FREE_TARGET(free_after_reserve));
	if (vm_page_free_target < vm_page_free_min + 5)
		vm_page_free_target = vm_page_free_min + 5;

	vm_pageout_continue();
	/*NOTREACHED*/
}
