/*
 *	kern/mach_clock.c
 *
 *	The clock: the tick, the time of day, and timeouts.
 */

#include <mach/boolean.h>
#include <kern/assert.h>
#include <kern/ast.h>
#include <kern/debug.h>
#include <kern/lock.h>
#include <kern/mach_clock.h>
#include <kern/processor.h>
#include <kern/queue.h>
#include <kern/sched.h>
#include <kern/thread.h>
#include <i386/i386/spl.h>

int			hz = 100;	/* ticks per second */
int			tick = 10000;	/* microseconds per tick */
volatile unsigned int	elapsed_ticks = 0;
volatile time_value_t	time = { 0, 0 };

/*
 *	The list of timeouts, soonest first.  Guarded by splhigh: elements
 *	are set and reset at any level up to the clock's.
 */
static queue_head_t	timer_list;
decl_simple_lock_data(static,	timer_lock)

/*
 *	Elements for users who have none of their own.
 */
#define	NTIMERS		20

static timer_elt_data_t	timeout_timers[NTIMERS];

/*
 *	Ticks wrap around.  Times are compared by their difference, which
 *	is right as long as they are less than half the range apart.
 */
#define	tick_is_after(a, b)	((int) ((a) - (b)) > 0)

/*
 *	init_timeout:
 *
 *	Nothing is timed yet.
 */
void
init_timeout(void)
{
	int		i;

	simple_lock_init(&timer_lock);
	queue_init(&timer_list);
	for (i = 0; i < NTIMERS; i++)
		timeout_timers[i].set = TELT_UNSET;
	elapsed_ticks = 0;
}

/*
 *	clock_charge:
 *
 *	Charge the tick to the running thread; when its quantum is over,
 *	ask it to let others run.
 */
static void
clock_charge(usec)
	int		usec;
{
	thread_t	thread = current_thread();
	processor_t	processor = current_processor();

	if (thread == (thread_t) 0)
		return;

	timer_bump(&thread->system_timer, usec);
	if (thread->idler)
		return;
	thread->cpu_usage++;

	if (--processor->quantum > 0)
		return;
	processor->quantum = min_quantum;
	processor->first_quantum = FALSE;
	compute_priority(thread, TRUE);
	if (processor->processor_set->runq.count > 0)
		ast_on(cpu_number(), AST_BLOCK);
}

/*
 *	clock_interrupt:
 *
 *	What every tick does.  Called at the level of the clock.
 */
void
clock_interrupt(usec, usermode, basepri)
	int		usec;		/* microseconds per tick */
	boolean_t	usermode;	/* no user code here: FALSE */
	boolean_t	basepri;	/* nothing was masked */
{
	timer_elt_t	first;

	(void) usermode;
	(void) basepri;

	elapsed_ticks++;
	time_value_add_usec(&time, usec);
	clock_charge(usec);

	if (!queue_empty(&timer_list)) {
		first = (timer_elt_t) queue_first(&timer_list);
		if (!tick_is_after(first->ticks, elapsed_ticks))
			softclock();
	}
}

/*
 *	softclock:
 *
 *	Call the functions that are due.  They run at interrupt level and
 *	must not block.  A function may set its own element again.
 */
void
softclock(void)
{
	timer_elt_t	telt;
	void		(*fcn)(void *);
	void		*param;
	spl_t		s;

	for (;;) {
		s = splhigh();
		simple_lock(&timer_lock);
		if (queue_empty(&timer_list)) {
			simple_unlock(&timer_lock);
			splx(s);
			return;
		}
		telt = (timer_elt_t) queue_first(&timer_list);
		if (tick_is_after(telt->ticks, elapsed_ticks)) {
			simple_unlock(&timer_lock);
			splx(s);
			return;
		}

		fcn = telt->fcn;
		param = telt->param;
		queue_remove(&timer_list, telt, timer_elt_t, chain);
		telt->set = TELT_UNSET;
		simple_unlock(&timer_lock);
		splx(s);

		(*fcn)(param);
	}
}

/*
 *	timer_insert:
 *
 *	Put an element where it belongs.  Equal times stay in the order in
 *	which they were set.  The list is locked.
 */
static void
timer_insert(telt)
	timer_elt_t	telt;
{
	timer_elt_t	next;

	queue_iterate(&timer_list, next, timer_elt_t, chain) {
		if (tick_is_after(next->ticks, telt->ticks))
			break;
	}

	/*
	 *	Before next, which is the head if the loop found none.  The
	 *	chain is the first field, so an element and its chain have
	 *	the same address.
	 */
	insque((queue_entry_t) telt, queue_prev((queue_entry_t) next));
}

/*
 *	set_timeout:
 *
 *	Arrange for the function of the element to be called, interval
 *	ticks from now.  An element that is set already must not be set
 *	again.
 */
void
set_timeout(telt, interval)
	timer_elt_t	telt;
	unsigned int	interval;
{
	spl_t		s;

	s = splhigh();
	simple_lock(&timer_lock);
	assert(telt->set == TELT_UNSET);

	telt->ticks = elapsed_ticks + interval;
	telt->set = TELT_SET;
	timer_insert(telt);

	simple_unlock(&timer_lock);
	splx(s);
}

/*
 *	reset_timeout:
 *
 *	Take an element back.  FALSE if it was not set, or has fired.
 */
boolean_t
reset_timeout(telt)
	timer_elt_t	telt;
{
	boolean_t	was_set = FALSE;
	spl_t		s;

	s = splhigh();
	simple_lock(&timer_lock);
	if (telt->set != TELT_UNSET) {
		queue_remove(&timer_list, telt, timer_elt_t, chain);
		telt->set = TELT_UNSET;
		was_set = TRUE;
	}
	simple_unlock(&timer_lock);
	splx(s);

	return was_set;
}

/*
 *	timeout:
 *
 *	Call a function later, without an element of one's own.
 */
void
timeout(fcn, param, interval)
	void		(*fcn)(void *);
	void		*param;
	int		interval;
{
	timer_elt_t	elt;
	spl_t		s;

	s = splhigh();
	simple_lock(&timer_lock);
	for (elt = &timeout_timers[0]; elt < &timeout_timers[NTIMERS]; elt++)
		if (elt->set == TELT_UNSET)
			break;
	if (elt == &timeout_timers[NTIMERS])
		panic("timeout: more than %d", NTIMERS);

	elt->fcn = fcn;
	elt->param = param;
	elt->ticks = elapsed_ticks + interval;
	elt->set = TELT_ALLOC;
	timer_insert(elt);

	simple_unlock(&timer_lock);
	splx(s);
}

/*
 *	untimeout:
 *
 *	Take back what timeout was told.  TRUE if it had not been called
 *	yet.
 */
boolean_t
untimeout(fcn, param)
	void		(*fcn)(void *);
	void		*param;
{
	timer_elt_t	elt;
	boolean_t	found = FALSE;
	spl_t		s;

	s = splhigh();
	simple_lock(&timer_lock);
	queue_iterate(&timer_list, elt, timer_elt_t, chain) {
		if (elt->set == TELT_ALLOC && elt->fcn == fcn &&
		    elt->param == param) {
			queue_remove(&timer_list, elt, timer_elt_t, chain);
			elt->set = TELT_UNSET;
			found = TRUE;
			break;
		}
	}
	simple_unlock(&timer_lock);
	splx(s);

	return found;
}

/*
 *	convert_ipc_timeout_to_ticks:
 *
 *	Milliseconds to ticks, rounded up and never 0, without overflow
 *	for any time that a tick counter can hold.
 */
unsigned int
convert_ipc_timeout_to_ticks(msecs)
	unsigned int	msecs;
{
	unsigned int	ticks;

	ticks = msecs / 1000 * hz + (msecs % 1000 * hz + 999) / 1000;

	return ticks != 0 ? ticks : 1;
}
