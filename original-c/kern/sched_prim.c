/*
 *	kern/sched_prim.c
 *
 *	The scheduler: waiting for events, run queues, switching
 *	from thread to thread, and the ageing of priorities.
 *
 *	Everything here happens at splsched.  The scheduler's data are
 *	touched from interrupt handlers, through thread_wakeup and
 *	timeouts.
 */

#include <mach/boolean.h>
#include <kern/assert.h>
#include <kern/ast.h>
#include <kern/debug.h>
#include <kern/lock.h>
#include <kern/mach_clock.h>
#include <kern/printf.h>
#include <kern/processor.h>
#include <kern/queue.h>
#include <kern/sched.h>
#include <kern/sched_prim.h>
#include <kern/thread.h>
#include <i386/i386/pcb.h>
#include <i386/i386/spl.h>

int		min_quantum;		/* ticks */
unsigned int	sched_tick;		/* seconds */

/*
 *	Threads that wait are found by the event they wait for.  A prime
 *	number of buckets, because events are addresses.
 */
#define	NUMQUEUES	1031

static queue_head_t	wait_queue[NUMQUEUES];
decl_simple_lock_data(static,	wait_lock[NUMQUEUES])

#define	wait_hash(event) \
	(((unsigned int) (vm_offset_t) (event) >> 2) % NUMQUEUES)

/*
 *	sched_init:
 *
 *	Empty wait queues, and the quantum in ticks.
 */
void
sched_init(void)
{
	int		i;

	min_quantum = MIN_QUANTUM_USEC / tick;
	sched_tick = 0;

	for (i = 0; i < NUMQUEUES; i++)
		queue_init(&wait_queue[i]);

	pset_sys_bootstrap();
}

/*
 *	assert_wait:
 *
 *	Say what the current thread will wait for.  It sleeps at its
 *	next thread_block, unless the event is faster.
 */
void
assert_wait(event, interruptible)
	event_t		event;
	boolean_t	interruptible;
{
	thread_t	thread = current_thread();
	queue_t		q;
	spl_t		s;

	if (thread->wait_event != 0)
		panic("assert_wait: a second wait; the first is for %08x",
		      (unsigned int) (vm_offset_t) thread->wait_event);

	s = splsched();
	thread_lock(thread);
	if (event != 0) {
		q = &wait_queue[wait_hash(event)];
		queue_enter(q, thread, thread_t, links);
		thread->wait_event = event;
	}
	thread->state |= interruptible ? TH_WAIT : (TH_WAIT | TH_UNINT);
	thread_unlock(thread);
	splx(s);
}

/*
 *	thread_unwait:
 *
 *	End the wait of a thread that is off the wait queues already.  The
 *	thread is locked, at splsched.
 */
static void
thread_unwait(thread, result)
	thread_t	thread;
	int		result;
{
	thread->wait_event = 0;
	thread->wait_result = result;
	(void) reset_timeout(&thread->timer);

	switch (thread->state & TH_SCHED_STATE) {
	case TH_WAIT | TH_SUSP | TH_UNINT:
	case TH_WAIT | TH_UNINT:
	case TH_WAIT:
		/*
		 *	Sleeping, and maybe stopped as well.
		 */
		thread->state &= ~(TH_WAIT | TH_UNINT);
		if (thread->state & TH_SUSP)
			break;
		thread->state |= TH_RUN;
		if (thread->state & TH_SWAPPED)
			thread_swapin(thread);
		else
			thread_setrun(thread, TRUE);
		break;

	case TH_RUN | TH_WAIT:
	case TH_RUN | TH_WAIT | TH_UNINT:
	case TH_RUN | TH_WAIT | TH_SUSP:
	case TH_RUN | TH_WAIT | TH_SUSP | TH_UNINT:
	case TH_WAIT | TH_SUSP:
		/*
		 *	Has not gone to sleep yet, or is stopped: the wait
		 *	is over before it began to matter.
		 */
		thread->state &= ~(TH_WAIT | TH_UNINT);
		break;

	default:
		panic("thread_unwait: thread state %x", thread->state);
	}
}

/*
 *	clear_wait:
 *
 *	End the wait of a thread from outside, with the result it is
 *	to see.  If nothing else holds the thread back it runs.
 */
void
clear_wait(thread, result, interrupt_only)
	thread_t	thread;
	int		result;
	boolean_t	interrupt_only;
{
	event_t		event;
	spl_t		s;

	s = splsched();
	thread_lock(thread);

	if ((interrupt_only && (thread->state & TH_UNINT)) ||
	    !(thread->state & TH_WAIT)) {
		thread_unlock(thread);
		splx(s);
		return;
	}

	event = thread->wait_event;
	if (event != 0)
		queue_remove(&wait_queue[wait_hash(event)], thread, thread_t,
			     links);
	thread_unwait(thread, result);

	thread_unlock(thread);
	splx(s);
}

/*
 *	thread_wakeup_prim:
 *
 *	What the thread_wakeup macros call: wake one, or all, who wait
 *	for an event.  TRUE if anybody was woken.  May be called from
 *	interrupt handlers.
 */
boolean_t
thread_wakeup_prim(event, one_thread, result)
	event_t		event;
	boolean_t	one_thread;
	int		result;
{
	queue_t		q = &wait_queue[wait_hash(event)];
	thread_t	thread, next;
	boolean_t	woke = FALSE;
	spl_t		s;

	s = splsched();
	for (thread = (thread_t) queue_first(q);
	     !queue_end(q, (queue_entry_t) thread);
	     thread = next) {
		next = (thread_t) queue_next(&thread->links);
		if (thread->wait_event != event)
			continue;

		thread_lock(thread);
		queue_remove(q, thread, thread_t, links);
		thread_unwait(thread, result);
		thread_unlock(thread);

		woke = TRUE;
		if (one_thread)
			break;
	}
	splx(s);

	return woke;
}

/*
 *	thread_sleep:
 *
 *	Wait for an event, giving up a simple lock only when a wakeup
 *	can no longer be missed.
 */
void
thread_sleep(event, lock, interruptible)
	event_t		event;
	simple_lock_t	lock;
	boolean_t	interruptible;
{
	(void) lock;

	assert_wait(event, interruptible);
	simple_unlock(lock);
	thread_block(thread_no_continuation);
}

/*
 *	thread_timeout:
 *
 *	Timeout routine of thread_set_timeout: the wait is over.
 */
void
thread_timeout(param)
	void		*param;
{
	thread_t	thread = (thread_t) param;

	clear_wait(thread, THREAD_TIMED_OUT, FALSE);
}

/*
 *	thread_set_timeout:
 *
 *	Limit the wait that was just asserted.  Nothing is limited if
 *	the event came meanwhile.  Belongs between assert_wait and
 *	thread_block.
 */
void
thread_set_timeout(t)
	int		t;		/* ticks from now */
{
	thread_t	thread = current_thread();
	spl_t		s;

	s = splsched();
	thread_lock(thread);
	if (thread->state & TH_WAIT)
		set_timeout(&thread->timer, t);
	thread_unlock(thread);
	splx(s);
}

/*
 *	thread_will_wait_with_timeout:
 *
 *	A wait for no event: only the time or clear_wait ends it.
 */
void
thread_will_wait_with_timeout(thread, msecs)
	thread_t	thread;
	unsigned int	msecs;
{
	unsigned int	ticks = convert_ipc_timeout_to_ticks(msecs);
	spl_t		s;

	s = splsched();
	thread_lock(thread);
	thread->wait_result = -1;
	thread->state |= TH_WAIT;
	set_timeout(&thread->timer, ticks);
	thread_unlock(thread);
	splx(s);
}

/*
 *	run_queue_enqueue:
 *
 *	Put a thread at the end of the list of its priority.
 */
static void
run_queue_enqueue(rq, thread)
	run_queue_t	rq;
	thread_t	thread;
{
	int		whichq = thread->sched_pri;

	if (invalid_pri(whichq)) {
		printf("run_queue_enqueue: priority %d\n", whichq);
		whichq = thread->sched_pri = NRQS - 1;
	}

	assert(thread->runq == RUN_QUEUE_NULL);
	queue_enter(&rq->runq[whichq], thread, thread_t, links);
	if (whichq < rq->low || rq->count == 0)
		rq->low = whichq;
	rq->count++;
	thread->runq = rq;
}

/*
 *	run_queue_best:
 *
 *	The priority of the best thread queued; the queue is not empty.
 *	Corrects the hint on the way.
 */
static int
run_queue_best(rq)
	run_queue_t	rq;
{
	assert(rq->count > 0);
	while (queue_empty(&rq->runq[rq->low])) {
		rq->low++;
		assert(rq->low < NRQS);
	}

	return rq->low;
}

/*
 *	choose_thread:
 *
 *	Take the best thread off the queue.
 */
static thread_t
choose_thread(rq)
	run_queue_t	rq;
{
	thread_t	th;
	queue_t		q = &rq->runq[run_queue_best(rq)];

	queue_remove_first(q, th, thread_t, links);
	th->runq = RUN_QUEUE_NULL;
	rq->count--;

	return th;
}

/*
 *	rem_runq:
 *
 *	Take a thread off the run queue it is on, and return that
 *	queue; null if it is on none.
 */
struct run_queue *
rem_runq(th)
	thread_t	th;
{
	run_queue_t	rq = th->runq;

	if (rq != RUN_QUEUE_NULL) {
		queue_remove(&rq->runq[th->sched_pri], th, thread_t, links);
		rq->count--;
		th->runq = RUN_QUEUE_NULL;
	}

	return rq;
}

/*
 *	thread_setrun:
 *
 *	A thread is ready: put it on the run queue, and if it is
 *	better than what runs, ask that to make way.  At splsched.
 */
void
thread_setrun(th, may_preempt)
	thread_t	th;
	boolean_t	may_preempt;
{
	run_queue_t	rq = &th->processor_set->runq;
	thread_t	running = current_thread();

	update_priority_if_stale(th);
	run_queue_enqueue(rq, th);

	if (may_preempt && running != (thread_t) 0 &&
	    (running->idler || th->sched_pri < running->sched_pri))
		ast_on(cpu_number(), AST_BLOCK);
}

/*
 *	set_pri:
 *
 *	Change the priority in force; a thread that is queued changes
 *	its list with it.
 */
void
set_pri(th, pri, resched)
	thread_t	th;
	int		pri;
	boolean_t	resched;
{
	run_queue_t	rq;

	rq = rem_runq(th);
	th->sched_pri = pri;
	if (rq == RUN_QUEUE_NULL)
		return;

	if (resched)
		thread_setrun(th, TRUE);
	else
		run_queue_enqueue(rq, th);
}

/*
 *	compute_priority:
 *
 *	Base priority, and one step down for every 2^PRI_SHIFT ticks
 *	of processor time that are not forgotten yet.
 */
void
compute_priority(thread, resched)
	thread_t	thread;
	boolean_t	resched;
{
	int		pri = thread->priority;

	if (thread->policy == POLICY_TIMESHARE) {
		pri += thread->cpu_usage >> PRI_SHIFT;
		if (pri > NRQS - 1)
			pri = NRQS - 1;
	}

	if (pri != thread->sched_pri)
		set_pri(thread, pri, resched);
}

/*
 *	update_priority:
 *
 *	Perform the ageing that was missed while the thread slept or waited
 *	for its turn.
 */
void
update_priority(thread)
	thread_t	thread;
{
	unsigned int	ticks = sched_tick - thread->sched_stamp;

	thread->sched_stamp += ticks;

	if (ticks >= SCHED_DECAY_LIMIT)
		thread->cpu_usage = 0;
	for (; ticks > 0 && thread->cpu_usage > 0; ticks--)
		thread->cpu_usage = SCHED_DECAY(thread->cpu_usage);

	compute_priority(thread, FALSE);
}

/*
 *	thread_select:
 *
 *	Whose turn is it?  The best thread that is ready, the current
 *	one if it is still better than that, the idle thread if there
 *	is none.  At splsched.
 */
static thread_t
thread_select(processor)
	processor_t	processor;
{
	run_queue_t	rq = &processor->processor_set->runq;
	thread_t	self = current_thread();
	boolean_t	runnable;

	/*
	 *	A stopped thread gets here as TH_RUN|TH_SUSP.
	 */
	runnable = (self->state & (TH_RUN | TH_SUSP)) == TH_RUN &&
		   !self->idler;

	if (rq->count == 0)
		return runnable ? self : processor->idle_thread;

	if (runnable) {
		update_priority_if_stale(self);
		if (self->sched_pri < run_queue_best(rq))
			return self;
	}

	processor->quantum = processor->processor_set->set_quantum;
	processor->first_quantum = TRUE;
	return choose_thread(rq);
}

/*
 *	thread_handoff_stack:
 *
 *	The old thread needs its stack no more, the new one has none: give
 *	it the stack, and go on there without a switch.  Does not return.
 */
static void
thread_handoff_stack(old_thread, continuation, new_thread)
	thread_t	old_thread;
	continuation_t	continuation;
	thread_t	new_thread;
{
	old_thread->swap_func = continuation;
	old_thread->state |= TH_SWAPPED;
	stack_handoff(old_thread, new_thread);
	new_thread->state &= ~TH_SWAPPED;
	active_threads[cpu_number()] = new_thread;

	thread_dispatch(old_thread);
	(void) spl0();
	call_continuation(new_thread->swap_func);
	/*NOTREACHED*/
}

/*
 *	thread_invoke:
 *
 *	Go from the current thread to another.  With a continuation
 *	the current one gives its stack up and resumes there.  FALSE
 *	if the new thread cannot be started for want of a stack; it
 *	has been given to the swapin thread then.  At splsched.
 */
boolean_t
thread_invoke(old_thread, continuation, new_thread)
	thread_t	old_thread;
	continuation_t	continuation;
	thread_t	new_thread;
{
	/*
	 *	Nobody better: simply go on.
	 */
	if (old_thread == new_thread) {
		if (continuation != thread_no_continuation) {
			(void) spl0();
			call_continuation(continuation);
			/*NOTREACHED*/
		}
		return TRUE;
	}

	current_processor()->switches++;

	if (new_thread->state & TH_SWAPPED) {
		if (continuation != thread_no_continuation &&
		    old_thread->stack_privilege != old_thread->kernel_stack) {
			thread_handoff_stack(old_thread, continuation,
					     new_thread);
			/*NOTREACHED*/
		}
		if (!stack_alloc_try(new_thread, thread_continue)) {
			thread_swapin(new_thread);
			return FALSE;
		}
		new_thread->state &= ~TH_SWAPPED;
	}

	old_thread->swap_func = continuation;
	old_thread = Switch_context(old_thread, continuation, new_thread);

	/*
	 *	We are the new thread now, and the variables are those of
	 *	when it went to sleep, except for what it was told.
	 */
	thread_dispatch(old_thread);
	return TRUE;
}

/*
 *	thread_continue:
 *
 *	The first thing that a thread without history executes, on a fresh
 *	stack at splsched.  Its argument is the thread that ran before, or
 *	null for the first thread of all.
 */
void
thread_continue(old_thread)
	thread_t	old_thread;
{
	continuation_t	continuation = current_thread()->swap_func;

	if (old_thread != (thread_t) 0)
		thread_dispatch(old_thread);
	(void) spl0();

	(*continuation)();

	/*
	 *	A thread whose function returns has come to its end.
	 */
	thread_halt_self();
	/*NOTREACHED*/
}

/*
 *	thread_block:
 *
 *	Let go of the processor: until the wait that was asserted is
 *	over or, without one, until threads that are as good or better
 *	have had their turn.
 */
void
thread_block(continuation)
	continuation_t	continuation;
{
	thread_t	thread = current_thread();
	processor_t	processor;
	thread_t	new_thread;
	spl_t		s;

	s = splsched();
	ast_off(cpu_number(), AST_BLOCK);

	if (thread->state & TH_WAIT)
		thread->state &= ~TH_RUN;

	processor = current_processor();
	do
		new_thread = thread_select(processor);
	while (!thread_invoke(thread, continuation, new_thread));

	splx(s);
}

/*
 *	thread_yield:
 *
 *	Let others run, if there are any as good.
 */
void
thread_yield(void)
{
	thread_block(thread_no_continuation);
}

/*
 *	thread_dispatch:
 *
 *	See to the thread that ran before the switch: back on the run
 *	queue with it, or leave it where it is, asleep, stopped or
 *	dead.
 */
void
thread_dispatch(thread)
	thread_t	thread;
{
	/*
	 *	We run on another stack, so that of a thread with a
	 *	continuation can go.
	 */
	if (thread->swap_func != thread_no_continuation &&
	    !(thread->state & TH_SWAPPED)) {
		if (thread->stack_privilege != thread->kernel_stack) {
			stack_free(thread);
			thread->state |= TH_SWAPPED;
		} else {
			stack_attach(thread, thread->kernel_stack,
				     thread_continue);
		}
	}

	if (thread->idler)
		return;

	if (thread->state & TH_HALTED)
		thread_reap(thread);
	else if ((thread->state & (TH_RUN | TH_SUSP)) == TH_RUN)
		thread_setrun(thread, FALSE);
}

/*
 *	idle_thread_continue:
 *
 *	Wait for work.  The test and the halt must not be separated by an
 *	interrupt that brings work, so interrupts are off for the test.
 */
static void
idle_thread_continue(void)
{
	processor_t	myprocessor = current_processor();

	for (;;) {
		myprocessor->state = PROCESSOR_IDLE;
		cpu_intr_disable();
		while (myprocessor->processor_set->runq.count == 0) {
			machine_idle(cpu_number());
			cpu_intr_disable();
		}
		cpu_intr_enable();
		myprocessor->state = PROCESSOR_RUNNING;

		thread_block(idle_thread_continue);
		/*NOTREACHED*/
	}
}

/*
 *	idle_thread:
 *
 *	What a processor does when there is nothing to do.
 */
void
idle_thread(void)
{
	thread_t	self = current_thread();
	spl_t		s;

	stack_privilege(self);

	s = splsched();
	self->priority = NRQS - 1;
	self->sched_pri = NRQS - 1;
	self->policy = POLICY_FIXEDPRI;
	self->idler = TRUE;
	self->state |= TH_IDLE;
	current_processor()->idle_thread = self;
	splx(s);

	thread_block(idle_thread_continue);
	/*NOTREACHED*/
}

/*
 *	recompute_priorities:
 *
 *	Called once per second, from the clock, to advance the scheduler's
 *	time and wake the thread that acts on it.
 */
void
recompute_priorities(param)
	void		*param;
{
	sched_tick++;
	timeout(recompute_priorities, param, hz);
	thread_wakeup((event_t) &sched_tick);
}

/*
 *	do_thread_scan:
 *
 *	Bring the priorities of threads up to date that wait on the run
 *	queue, so that none starves behind threads that use less.
 */
static void
do_thread_scan(void)
{
	thread_t	thread;
	spl_t		s;

	s = splsched();
	queue_iterate(&default_pset.threads, thread, thread_t, pset_threads) {
		if (thread->runq != RUN_QUEUE_NULL)
			update_priority_if_stale(thread);
	}
	splx(s);
}

/*
 *	sched_thread:
 *
 *	The thread behind recompute_priorities: all that takes too long for
 *	the clock interrupt.
 */
void
sched_thread(void)
{
	for (;;) {
		assert_wait((event_t) &sched_tick, FALSE);
		thread_block(thread_no_continuation);

		compute_mach_factor();
		do_thread_scan();
	}
}
