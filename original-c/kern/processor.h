/*
 *	kern/processor.h
 *
 *	The processor, and the set of processors that share run queues.
 *	There is one of each; the structure is kept so that what belongs to
 *	a cpu is not mixed with what belongs to all.
 */

#ifndef	_KERN_PROCESSOR_H_
#define	_KERN_PROCESSOR_H_

#include <kern/queue.h>
#include <kern/lock.h>
#include <kern/sched.h>
#include <kern/cpu_number.h>

struct processor_set {
	struct run_queue runq;		/* ready threads */
	int		processor_count;
	queue_head_t	threads;	/* all threads, through pset_threads */
	int		thread_count;
	int		max_priority;	/* best priority for threads here */
	int		set_quantum;	/* quantum, in ticks */
	long		mach_factor;	/* idle capacity, LOAD_SCALE = 1.0 */
	long		load_average;	/* runnable threads, ditto */
};

typedef struct processor_set	*processor_set_t;

/*
 *	Processor states.
 */
#define	PROCESSOR_OFF_LINE	0
#define	PROCESSOR_RUNNING	1
#define	PROCESSOR_IDLE		2

struct processor {
	struct run_queue runq;		/* threads bound to this cpu */
	int		state;
	thread_t	idle_thread;	/* what runs when nothing else can */
	processor_set_t	processor_set;
	int		quantum;	/* ticks left to the running thread */
	boolean_t	first_quantum;	/* has not been round yet */
	int		slot_num;
	unsigned int	switches;	/* statistics: context switches */
};

typedef struct processor	*processor_t;

extern struct processor_set	default_pset;
extern struct processor		processor_array[];

#define	PROCESSOR_NULL		((processor_t) 0)
#define	cpu_to_processor(cpu)	(&processor_array[cpu])
#define	current_processor()	cpu_to_processor(cpu_number())

#define	LOAD_SCALE		1000

extern void	pset_sys_bootstrap(void);
extern void	processor_init(processor_t pr, int slot_num);
extern void	pset_init(processor_set_t pset);
extern void	pset_add_thread(processor_set_t pset, thread_t thread);
extern void	pset_remove_thread(processor_set_t pset, thread_t thread);
extern void	run_queue_init(run_queue_t rq);
extern void	compute_mach_factor(void);

#endif	/* _KERN_PROCESSOR_H_ */
