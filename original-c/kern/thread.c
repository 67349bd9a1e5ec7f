/*
 *	kern/thread.c
 *
 *	Threads: creation, stacks, and their end.
 */

#include <mach/kern_return.h>
#include <mach/vm_param.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/processor.h>
#include <kern/queue.h>
#include <kern/sched_prim.h>
#include <kern/task.h>
#include <kern/thread.h>
#include <kern/zalloc.h>
#include <vm/pmap.h>
#include <vm/vm_kern.h>
#include <i386/i386/pcb.h>
#include <i386/i386/spl.h>

thread_t	active_threads[NCPUS];
vm_offset_t	active_stacks[NCPUS];

#define	THREAD_MAX	1024

static zone_t	thread_zone;

/*
 *	New threads are copies of this.
 */
static struct thread	thread_template;

/*
 *	Threads that have halted, for the reaper.
 */
static queue_head_t	reaper_queue;
decl_simple_lock_data(static,	reaper_lock)

/*
 *	Stacks that are free, linked through their last word, where the
 *	hardware's copy of the state would be.  Some are kept, because a
 *	stack is needed at places where no memory can be waited for.
 */
static vm_offset_t	stack_free_list;
static unsigned int	stack_free_count = 0;
static unsigned int	stack_free_limit = 2;
static unsigned int	stack_total = 0;
decl_simple_lock_data(static,	stack_lock_data)

#define	stack_next(stack) \
	(*((vm_offset_t *) ((stack) + KERNEL_STACK_SIZE) - 1))

/*
 *	stack_alloc_try:
 *
 *	A stack for a thread without waiting for memory: one of those that
 *	are kept, or the thread's own.  Called at splsched.
 */
boolean_t
stack_alloc_try(thread, resume)
	thread_t	thread;
	void		(*resume)(thread_t);
{
	vm_offset_t	stack;

	simple_lock(&stack_lock_data);
	stack = stack_free_list;
	if (stack != 0) {
		stack_free_list = stack_next(stack);
		stack_free_count--;
	} else
		stack = thread->stack_privilege;
	simple_unlock(&stack_lock_data);

	if (stack == 0)
		return FALSE;

	stack_attach(thread, stack, resume);
	return TRUE;
}

/*
 *	stack_alloc:
 *
 *	A stack for a thread, new if need be.  May block.
 */
void
stack_alloc(thread, resume)
	thread_t	thread;
	void		(*resume)(thread_t);
{
	vm_offset_t	stack;
	spl_t		s;

	s = splsched();
	if (stack_alloc_try(thread, resume)) {
		splx(s);
		return;
	}
	splx(s);

	if (kmem_alloc_aligned(kernel_map, &stack, KERNEL_STACK_SIZE) !=
	    KERN_SUCCESS)
		panic("stack_alloc");

	s = splsched();
	stack_total++;
	splx(s);
	stack_attach(thread, stack, resume);
}

/*
 *	stack_free:
 *
 *	Take a thread's stack away and keep it for others.  At splsched; the
 *	thread does not run on it.
 */
void
stack_free(thread)
	thread_t	thread;
{
	vm_offset_t	stack = stack_detach(thread);

	if (stack == thread->stack_privilege)
		return;

	simple_lock(&stack_lock_data);
	stack_next(stack) = stack_free_list;
	stack_free_list = stack;
	stack_free_count++;
	simple_unlock(&stack_lock_data);
}

/*
 *	stack_collect:
 *
 *	Return the free stacks to the system, but for those that are
 *	kept.  May block.
 */
void
stack_collect(void)
{
	vm_offset_t	stack;
	spl_t		s;

	s = splsched();
	while (stack_free_count > stack_free_limit) {
		stack = stack_free_list;
		stack_free_list = stack_next(stack);
		stack_free_count--;
		stack_total--;
		splx(s);

		kmem_free(kernel_map, stack, KERNEL_STACK_SIZE);

		s = splsched();
	}
	splx(s);
}

/*
 *	stack_privilege:
 *
 *	The thread's stack is its own for good: it never has to wait for
 *	one.  The thread is the current one.
 */
void
stack_privilege(thread)
	thread_t	thread;
{
	assert(thread == current_thread());

	if (thread->stack_privilege == 0)
		thread->stack_privilege = thread->kernel_stack;
}

/*
 *	stack_statistics:
 *
 *	How many stacks there are, and how many of them nobody uses.
 */
void
stack_statistics(totalp, freep)
	unsigned int	*totalp;	/* OUT */
	unsigned int	*freep;		/* OUT */
{
	spl_t		s;

	s = splsched();
	*totalp = stack_total;
	*freep = stack_free_count;
	splx(s);
}

/*
 *	thread_init:
 *
 *	The zone, and the template of a thread.
 */
void
thread_init(void)
{
	thread_zone = zinit(sizeof(struct thread),
			    THREAD_MAX * sizeof(struct thread),
			    PAGE_SIZE, 0, "threads");

	/*
	 *	All the rest of the template is zero.
	 */
	thread_template.ref_count = 1;
	thread_template.state = TH_SUSP | TH_SWAPPED;
	thread_template.policy = POLICY_TIMESHARE;
	thread_template.priority = BASEPRI_USER;
	thread_template.sched_pri = BASEPRI_USER;
	thread_template.max_priority = MAXPRI_KERNEL;
	thread_template.active = TRUE;

	queue_init(&reaper_queue);
	simple_lock_init(&reaper_lock);
	simple_lock_init(&stack_lock_data);
}

/*
 *	thread_create:
 *
 *	Create a thread of a task.  It is stopped, and has no stack; the one
 *	reference is the thread's own and lasts until it has halted.
 */
kern_return_t
thread_create(parent_task, child_thread)
	task_t		parent_task;
	thread_t	*child_thread;	/* OUT */
{
	thread_t	new_thread;
	spl_t		s;

	new_thread = (thread_t) zalloc(thread_zone);
	if (new_thread == (thread_t) 0)
		return KERN_RESOURCE_SHORTAGE;

	*new_thread = thread_template;
	thread_lock_init(new_thread);
	timer_init(&new_thread->system_timer);
	set_timeout_setup(&new_thread->timer, thread_timeout, new_thread);
	new_thread->sched_stamp = sched_tick;

	task_reference(parent_task);
	new_thread->task = parent_task;

	s = splsched();
	task_lock(parent_task);
	queue_enter(&parent_task->thread_list, new_thread, thread_t,
		    thread_list);
	parent_task->thread_count++;
	task_unlock(parent_task);
	pset_add_thread(&default_pset, new_thread);
	splx(s);

	*child_thread = new_thread;
	return KERN_SUCCESS;
}

/*
 *	thread_start:
 *
 *	Say where a thread begins.  The thread is stopped.
 */
void
thread_start(thread, start)
	thread_t	thread;
	continuation_t	start;
{
	thread->swap_func = start;
}

/*
 *	thread_resume:
 *
 *	Let a stopped thread run.
 */
kern_return_t
thread_resume(thread)
	thread_t	thread;
{
	kern_return_t	kr = KERN_FAILURE;
	spl_t		s;

	s = splsched();
	thread_lock(thread);
	if (thread->state & TH_SUSP) {
		thread->state &= ~TH_SUSP;
		kr = KERN_SUCCESS;
		if (!(thread->state & (TH_RUN | TH_WAIT))) {
			thread->state |= TH_RUN;
			if (thread->state & TH_SWAPPED)
				thread_swapin(thread);
			else
				thread_setrun(thread, TRUE);
		}
	}
	thread_unlock(thread);
	splx(s);

	return kr;
}

/*
 *	kernel_thread:
 *
 *	Create a kernel thread and start it.  The function finds arg in
 *	current_thread()->saved.other; when it returns the thread halts.
 *
 *	Who wants to look at the thread later takes a reference before he
 *	next blocks.
 */
thread_t
kernel_thread(task, start, arg)
	task_t		task;
	continuation_t	start;
	void		*arg;
{
	thread_t	thread;

	if (thread_create(task, &thread) != KERN_SUCCESS)
		panic("kernel_thread");
	thread->priority = task->priority;
	thread->sched_pri = task->priority;
	thread->saved.other = arg;
	thread_start(thread, start);

	/*
	 *	With a stack from the beginning, the thread needs no help to
	 *	run for the first time.
	 */
	thread_doswapin(thread);
	(void) thread_resume(thread);

	return thread;
}

/*
 *	thread_reference, thread_deallocate:
 *
 *	Count references; with the last the structure goes.
 */
void
thread_reference(thread)
	thread_t	thread;
{
	spl_t		s;

	if (thread == (thread_t) 0)
		return;

	s = splsched();
	thread_lock(thread);
	thread->ref_count++;
	thread_unlock(thread);
	splx(s);
}

void
thread_deallocate(thread)
	thread_t	thread;
{
	task_t		task;
	int		count;
	spl_t		s;

	if (thread == (thread_t) 0)
		return;

	s = splsched();
	thread_lock(thread);
	count = --thread->ref_count;
	thread_unlock(thread);
	if (count > 0) {
		splx(s);
		return;
	}

	assert(thread->state & TH_HALTED);
	assert(thread->kernel_stack == 0);

	task = thread->task;
	task_lock(task);
	queue_remove(&task->thread_list, thread, thread_t, thread_list);
	task->thread_count--;
	task_unlock(task);
	pset_remove_thread(thread->processor_set, thread);
	splx(s);

	zfree(thread_zone, (vm_offset_t) thread);
	task_deallocate(task);
}

/*
 *	thread_halt_self:
 *
 *	The current thread ends.  Its stack and structure are left to the
 *	reaper, because nobody can saw off the branch he sits on.
 */
void
thread_halt_self(void)
{
	thread_t	thread = current_thread();
	spl_t		s;

	s = splsched();
	thread_lock(thread);
	thread->active = FALSE;
	thread->state |= TH_HALTED;
	thread->state &= ~TH_RUN;
	thread_unlock(thread);
	splx(s);

	thread_block(thread_no_continuation);
	panic("the dead thread 0x%x runs",
	      (unsigned int) (vm_offset_t) thread);
}

/*
 *	thread_reap:
 *
 *	Hand a halted thread to the reaper.  At splsched, from
 *	thread_dispatch.
 */
void
thread_reap(thread)
	thread_t	thread;
{
	simple_lock(&reaper_lock);
	queue_enter(&reaper_queue, thread, thread_t, links);
	simple_unlock(&reaper_lock);
	thread_wakeup((event_t) &reaper_queue);
}

/*
 *	reaper_thread:
 *
 *	The kernel thread that buries the others.
 */
void
reaper_thread(void)
{
	thread_t	thread;
	spl_t		s;

	for (;;) {
		s = splsched();
		simple_lock(&reaper_lock);

		while (!queue_empty(&reaper_queue)) {
			queue_remove_first(&reaper_queue, thread, thread_t,
					   links);
			simple_unlock(&reaper_lock);

			thread->stack_privilege = 0;
			if (thread->kernel_stack != 0)
				stack_free(thread);
			if (thread->wake_active) {
				thread->wake_active = FALSE;
				thread_wakeup((event_t) &thread->wake_active);
			}
			splx(s);

			thread_deallocate(thread);	/* may block */

			s = splsched();
			simple_lock(&reaper_lock);
		}

		assert_wait((event_t) &reaper_queue, FALSE);
		simple_unlock(&reaper_lock);
		splx(s);
		thread_block(reaper_thread);
	}
}

/*
 *	thread_wait_terminated:
 *
 *	Wait until a thread has ended and its stack is gone.  The caller
 *	holds a reference.
 */
void
thread_wait_terminated(thread)
	thread_t	thread;
{
	spl_t		s;

	assert(thread != current_thread());

	s = splsched();
	while (!(thread->state & TH_HALTED) || thread->kernel_stack != 0) {
		thread->wake_active = TRUE;
		assert_wait((event_t) &thread->wake_active, FALSE);
		splx(s);
		thread_block(thread_no_continuation);
		s = splsched();
	}
	splx(s);
}

/*
 *	thread_priority:
 *
 *	Set the base priority of a thread, within what it is allowed.
 */
kern_return_t
thread_priority(thread, priority)
	thread_t	thread;
	int		priority;
{
	kern_return_t	kr = KERN_SUCCESS;
	spl_t		s;

	if (thread == (thread_t) 0 || invalid_pri(priority))
		return KERN_INVALID_ARGUMENT;

	s = splsched();
	thread_lock(thread);
	if (priority < thread->max_priority)
		kr = KERN_FAILURE;
	else {
		thread->priority = priority;
		compute_priority(thread, TRUE);
	}
	thread_unlock(thread);
	splx(s);

	return kr;
}

/*
 *	thread_policy:
 *
 *	Set the policy of a thread, and for a fixed-priority thread the
 *	priority as well.
 */
kern_return_t
thread_policy(thread, policy, pri)
	thread_t	thread;
	int		policy;
	int		pri;
{
	spl_t		s;

	if (thread == (thread_t) 0 || invalid_policy(policy) ||
	    (policy == POLICY_FIXEDPRI && invalid_pri(pri)))
		return KERN_INVALID_ARGUMENT;

	s = splsched();
	thread_lock(thread);
	thread->policy = policy;
	if (policy == POLICY_FIXEDPRI)
		thread->priority = pri;
	compute_priority(thread, TRUE);
	thread_unlock(thread);
	splx(s);

	return KERN_SUCCESS;
}

/*
 *	consider_thread_collect:
 *
 *	The pageout daemon asks: let the machine give back page tables
 *	that the kernel can rebuild.
 */
void
consider_thread_collect(void)
{
	pmap_collect(pmap_kernel());
}
