/*
 *	kern/thread_swap.c
 *
 *	Threads that gave up their stack while they waited need another to
 *	run again.  If there is none at hand one must be allocated, which
 *	can block; the swapin thread does that on their behalf.
 */

#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/lock.h>
#include <kern/queue.h>
#include <kern/sched_prim.h>
#include <kern/thread.h>
#include <i386/i386/spl.h>

static queue_head_t	swapin_queue;
decl_simple_lock_data(static,	swapper_lock_data)

/*
 *	swapper_init:
 *
 *	Initialize the module.
 */
void
swapper_init(void)
{
	queue_init(&swapin_queue);
	simple_lock_init(&swapper_lock_data);
}

/*
 *	thread_swapin:
 *
 *	Make a thread without a stack runnable: at once if there is a stack
 *	to be had, through the swapin thread if not.  At splsched.
 */
void
thread_swapin(thread)
	thread_t	thread;
{
	switch (thread->state & TH_SWAP_STATE) {
	case TH_SWAPPED:
		if (stack_alloc_try(thread, thread_continue)) {
			thread->state &= ~TH_SWAP_STATE;
			thread_setrun(thread, TRUE);
			break;
		}
		thread->state |= TH_SW_COMING_IN;
		simple_lock(&swapper_lock_data);
		queue_enter(&swapin_queue, thread, thread_t, links);
		simple_unlock(&swapper_lock_data);
		thread_wakeup((event_t) &swapin_queue);
		break;

	case TH_SWAPPED | TH_SW_COMING_IN:
		/*
		 *	On its way already.
		 */
		break;

	default:
		panic("thread_swapin: thread state %x", thread->state);
	}
}

/*
 *	thread_doswapin:
 *
 *	Give a thread a stack, and let it run if it is ready.  May block.
 */
void
thread_doswapin(thread)
	thread_t	thread;
{
	spl_t		s;

	stack_alloc(thread, thread_continue);

	s = splsched();
	thread_lock(thread);
	thread->state &= ~TH_SWAP_STATE;
	if (thread->state & TH_RUN)
		thread_setrun(thread, TRUE);
	thread_unlock(thread);
	splx(s);
}

/*
 *	swapin_thread:
 *
 *	The kernel thread that waits for memory so that others need not.
 *	It may use the reserve, or the thread that frees memory could be
 *	among those it cannot help.
 */
void
swapin_thread(void)
{
	thread_t	thread;
	spl_t		s;

	current_thread()->vm_privilege = TRUE;
	stack_privilege(current_thread());

	for (;;) {
		s = splsched();
		simple_lock(&swapper_lock_data);

		while (!queue_empty(&swapin_queue)) {
			queue_remove_first(&swapin_queue, thread, thread_t,
					   links);
			simple_unlock(&swapper_lock_data);
			splx(s);

			thread_doswapin(thread);

			s = splsched();
			simple_lock(&swapper_lock_data);
		}

		assert_wait((event_t) &swapin_queue, FALSE);
		simple_unlock(&swapper_lock_data);
		splx(s);
		thread_block(thread_no_continuation);
	}
}
