/*
 *	kern/processor.c
 *
 *	The processor and its set: setup, membership of threads, and the
 *	measure of load.
 */

#include <kern/assert.h>
#include <kern/processor.h>
#include <kern/thread.h>
#include <i386/i386/spl.h>

struct processor_set	default_pset;
struct processor	processor_array[NCPUS];

/*
 *	Averages forget with a time constant of about five seconds:
 *	new = (old * LOAD_DECAY + sample * (LOAD_UNIT - LOAD_DECAY)) / LOAD_UNIT
 */
#define	LOAD_DECAY	4
#define	LOAD_UNIT	5

/*
 *	run_queue_init:
 *
 *	Initialize a run queue: empty, with the worst priority as hint.
 */
void
run_queue_init(rq)
	run_queue_t	rq;
{
	int		i;

	simple_lock_init(&rq->lock);
	rq->low = NRQS - 1;
	rq->count = 0;
	for (i = 0; i < NRQS; i++)
		queue_init(&rq->runq[i]);
}

/*
 *	pset_init:
 *
 *	A set without processors and threads.
 */
void
pset_init(pset)
	processor_set_t	pset;
{
	run_queue_init(&pset->runq);
	pset->processor_count = 0;
	queue_init(&pset->threads);
	pset->thread_count = 0;
	pset->max_priority = MAXPRI_KERNEL;
	pset->set_quantum = min_quantum;
	pset->mach_factor = LOAD_SCALE;
	pset->load_average = 0;
}

/*
 *	processor_init:
 *
 *	A processor that does not run yet, in the default set.
 */
void
processor_init(pr, slot_num)
	processor_t	pr;
	int		slot_num;
{
	run_queue_init(&pr->runq);
	pr->state = PROCESSOR_OFF_LINE;
	pr->idle_thread = (thread_t) 0;
	pr->quantum = 0;
	pr->first_quantum = FALSE;
	pr->slot_num = slot_num;
	pr->switches = 0;
	pr->processor_set = &default_pset;
	default_pset.processor_count++;
}

/*
 *	pset_sys_bootstrap:
 *
 *	Initialize the default set and all processors.
 */
void
pset_sys_bootstrap(void)
{
	int		i;

	pset_init(&default_pset);
	for (i = 0; i < NCPUS; i++)
		processor_init(cpu_to_processor(i), i);
}

/*
 *	pset_add_thread, pset_remove_thread:
 *
 *	Membership.  The scan that ages priorities walks this list.
 */
void
pset_add_thread(pset, thread)
	processor_set_t	pset;
	thread_t	thread;
{
	queue_enter(&pset->threads, thread, thread_t, pset_threads);
	pset->thread_count++;
	thread->processor_set = pset;
}

void
pset_remove_thread(pset, thread)
	processor_set_t	pset;
	thread_t	thread;
{
	assert(thread->processor_set == pset);
	queue_remove(&pset->threads, thread, thread_t, pset_threads);
	pset->thread_count--;
	thread->processor_set = (processor_set_t) 0;
}

/*
 *	compute_mach_factor:
 *
 *	Once per second: sample how many threads are ready, and how much of
 *	the machine that leaves to one thread more.
 */
void
compute_mach_factor(void)
{
	processor_set_t	pset = &default_pset;
	int		ready;
	long		factor, load;
	int		s;

	s = splsched();
	ready = pset->runq.count;
	splx(s);

	/*
	 *	The thread that asks is not part of the load.
	 */
	load = (long) ready * LOAD_SCALE;
	if (ready >= pset->processor_count)
		factor = (long) pset->processor_count * LOAD_SCALE /
			 (ready + 1);
	else
		factor = (long) (pset->processor_count - ready) * LOAD_SCALE;

	pset->mach_factor = (pset->mach_factor * LOAD_DECAY +
		factor * (LOAD_UNIT - LOAD_DECAY)) / LOAD_UNIT;
	pset->load_average = (pset->load_average * LOAD_DECAY +
		load * (LOAD_UNIT - LOAD_DECAY)) / LOAD_UNIT;
}
