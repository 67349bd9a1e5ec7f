/*
 *	kern/thread.h
 *
 *	The thread: a flow of control, its place in the scheduler, and its
 *	kernel stack (which it lacks while it waits with a continuation).
 */

#ifndef	_KERN_THREAD_H_
#define	_KERN_THREAD_H_

#include <mach/boolean.h>
#include <mach/kern_return.h>
#include <mach/machine/vm_types.h>
#include <kern/cpu_number.h>
#include <kern/kern_types.h>
#include <kern/queue.h>
#include <kern/lock.h>
#include <kern/mach_clock.h>
#include <kern/sched.h>
#include <kern/sched_prim.h>
#include <kern/timer.h>

struct processor_set;

struct thread {
	/* Run and wait queues: first, so that queue code may cast. */
	queue_chain_t	links;		/* in the queue it waits in */
	run_queue_t	runq;		/* that queue, if a run queue */

	/* Where it belongs */
	task_t		task;
	queue_chain_t	thread_list;	/* all threads of the task */
	queue_chain_t	pset_threads;	/* all threads of the set */
	struct processor_set *processor_set;

	decl_simple_lock_data(,	lock)
	int		ref_count;
	const char	*name;		/* for people; may be null */

	/* Hardware state */
	vm_offset_t	kernel_stack;	/* lowest address, 0 if none */
	vm_offset_t	stack_privilege;/* stack it never gives up */
	vm_offset_t	recover;	/* where a kernel fault resumes */

	/* Swapping of the stack */
	continuation_t	swap_func;	/* start here after swapin */

	/* Blocking */
	event_t		wait_event;	/* null: does not wait */
	int		wait_result;	/* how the wait ended */
	boolean_t	wake_active;	/* tell others when it halted */
	int		state;		/* see below */

	/* Scheduling */
	int		priority;	/* base priority */
	int		max_priority;	/* best it may be set to */
	int		sched_pri;	/* priority in force */
	int		policy;
	int		cpu_usage;	/* ticks, aged */
	unsigned int	sched_stamp;	/* second of the last ageing */

	unsigned int
	/* boolean_t */	active:1,	/* not yet terminated */
			vm_privilege:1,	/* may use the reserved pages */
			idler:1,	/* is an idle thread */
			:0;

	/* Something to come back to: what a continuation finds */
	union {
		struct {
			vm_offset_t	address;
			int		result;
		} fault;		/* a memory fault */
		void	*other;		/* argument of kernel_thread */
	} saved;

	timer_data_t	system_timer;	/* time spent */
	timer_elt_data_t timer;		/* timeout of a timed wait */
};

/*
 *	The bits of a state.  A thread that runs and has asserted
 *	a wait is both TH_RUN and TH_WAIT until it blocks.
 */
#define	TH_WAIT			0x01	/* waiting for its event */
#define	TH_SUSP			0x02	/* stopped, or not yet started */
#define	TH_RUN			0x04	/* running or on a run queue */
#define	TH_UNINT		0x08	/* waits uninterruptibly */
#define	TH_HALTED		0x10	/* never to run again */
#define	TH_IDLE			0x80	/* an idle thread */
#define	TH_SCHED_STATE		(TH_WAIT | TH_SUSP | TH_RUN | TH_UNINT)
#define	TH_SWAPPED		0x0100	/* gave its stack back */
#define	TH_SW_COMING_IN		0x0200	/* a stack is being made */
#define	TH_SWAP_STATE		(TH_SWAPPED | TH_SW_COMING_IN)

extern thread_t		active_threads[NCPUS];	/* running, per cpu */
extern vm_offset_t	active_stacks[NCPUS];	/* its stack */

#define	current_thread()	(active_threads[cpu_number()])
#define	current_stack()		(active_stacks[cpu_number()])
#define	current_task()		(current_thread()->task)
#define	current_map()		(current_task()->map)

/*
 *	Creation and end.
 */
extern void		thread_init(void);
extern kern_return_t	thread_create(task_t parent_task,
				      thread_t *child_thread);
extern thread_t		kernel_thread(task_t task, continuation_t start,
				      void *arg);
extern void		thread_start(thread_t thread, continuation_t start);
extern kern_return_t	thread_resume(thread_t thread);
extern void		thread_reference(thread_t thread);
extern void		thread_deallocate(thread_t thread);
extern void		thread_halt_self(void) __attribute__((noreturn));
extern void		thread_wait_terminated(thread_t thread);
extern void		thread_reap(thread_t thread);
extern void		reaper_thread(void);
extern kern_return_t	thread_policy(thread_t thread, int policy, int pri);
extern kern_return_t	thread_priority(thread_t thread, int priority);

/*
 *	Stacks.
 */
extern boolean_t	stack_alloc_try(thread_t thread,
					void (*resume)(thread_t));
extern void		stack_alloc(thread_t thread,
				    void (*resume)(thread_t));
extern void		stack_free(thread_t thread);
extern void		stack_collect(void);
extern void		stack_privilege(thread_t thread);
extern void		stack_statistics(unsigned int *totalp,
					 unsigned int *freep);
extern void		consider_thread_collect(void);

/*
 *	Bringing threads without a stack back in (kern/thread_swap.c).
 */
extern void		swapper_init(void);
extern void		thread_swapin(thread_t thread);
extern void		thread_doswapin(thread_t thread);
extern void		swapin_thread(void);

#define	thread_lock_init(th)	simple_lock_init(&(th)->lock)
#define	thread_lock(th)		simple_lock(&(th)->lock)
#define	thread_unlock(th)	simple_unlock(&(th)->lock)

#define	thread_should_halt(th)	(!(th)->active)

#endif	/* _KERN_THREAD_H_ */
