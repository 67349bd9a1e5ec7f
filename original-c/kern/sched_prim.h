/*
 *	kern/sched_prim.h
 *
 *	Waiting, waking and switching.
 *
 *	The protocol of a wait: take the lock that guards the condition,
 *	test it, assert_wait on an event (any address), drop the lock,
 *	thread_block.  A wakeup that comes between the assertion and the
 *	block is not lost: the block then returns at once.
 */

#ifndef	_KERN_SCHED_PRIM_H_
#define	_KERN_SCHED_PRIM_H_

#include <mach/boolean.h>
#include <mach/kern_return.h>
#include <kern/kern_types.h>
#include <kern/lock.h>

typedef void	*event_t;		/* any address */

typedef void	(*continuation_t)(void);

#define	thread_no_continuation	((continuation_t) 0)

/*
 *	How a wait ended, as wait_result of the thread says.
 */
#define	THREAD_AWAKENED		0		/* the event came */
#define	THREAD_TIMED_OUT	1		/* the time was up first */
#define	THREAD_INTERRUPTED	2		/* another thread ended it */
#define	THREAD_RESTART		3		/* all must be tried anew */

extern void	sched_init(void);

extern void	assert_wait(event_t event, boolean_t interruptible);
extern void	clear_wait(thread_t thread, int result,
			   boolean_t interrupt_only);
extern void	thread_sleep(event_t event, simple_lock_t lock,
			     boolean_t interruptible);
extern boolean_t thread_wakeup_prim(event_t event, boolean_t one_thread,
				    int result);

#define	thread_wakeup(x)	\
	((void) thread_wakeup_prim((x), FALSE, THREAD_AWAKENED))
#define	thread_wakeup_with_result(x, z)	\
	((void) thread_wakeup_prim((x), FALSE, (z)))
#define	thread_wakeup_one(x)	\
	((void) thread_wakeup_prim((x), TRUE, THREAD_AWAKENED))

/*
 *	With a continuation the thread gives up its stack: it wakes up in
 *	the continuation and thread_block never returns.
 */
extern void	thread_block(continuation_t continuation);
extern boolean_t thread_invoke(thread_t old_thread,
			       continuation_t continuation,
			       thread_t new_thread);
extern void	thread_dispatch(thread_t thread);
extern void	thread_continue(thread_t old_thread);
extern void	thread_yield(void);

extern void	thread_set_timeout(int ticks);
extern void	thread_timeout(void *thread);
extern void	thread_will_wait_with_timeout(thread_t thread,
					      unsigned int msecs);

extern void	thread_setrun(thread_t thread, boolean_t may_preempt);
extern struct run_queue	*rem_runq(thread_t thread);
extern void	compute_priority(thread_t thread, boolean_t resched);
extern void	update_priority(thread_t thread);
extern void	set_pri(thread_t thread, int pri, boolean_t resched);

extern void	recompute_priorities(void *param);
extern void	idle_thread(void);
extern void	sched_thread(void);

#endif	/* _KERN_SCHED_PRIM_H_ */
