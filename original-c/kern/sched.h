/*
 *	kern/sched.h
 *
 *	Run queues and the numbers of the scheduler.  Priority 0 is the
 *	best, NRQS-1 the worst; a run queue has one list per priority.
 */

#ifndef	_KERN_SCHED_H_
#define	_KERN_SCHED_H_

#include <kern/queue.h>
#include <kern/lock.h>
#include <kern/macro_help.h>
#include <kern/kern_types.h>

#define	NRQS	32			/* priorities 0 .. 31 */

struct run_queue {
	queue_head_t	runq[NRQS];	/* best first */
	decl_simple_lock_data(,	lock)
	int		low;		/* no thread above this priority */
	int		count;		/* threads queued */
};

typedef struct run_queue	*run_queue_t;

#define	RUN_QUEUE_NULL		((run_queue_t) 0)

/*
 *	Base priorities.
 */
#define	BASEPRI_SYSTEM		6	/* kernel's own threads */
#define	BASEPRI_USER		12	/* ordinary work */
#define	MAXPRI_KERNEL		0

/*
 *	Policies.  A fixed-priority thread never ages.
 */
#define	POLICY_TIMESHARE	1
#define	POLICY_FIXEDPRI		2
#define	invalid_policy(policy)	\
	((policy) != POLICY_TIMESHARE && (policy) != POLICY_FIXEDPRI)

#define	invalid_pri(pri)	((pri) < 0 || (pri) >= NRQS)

/*
 *	Ageing.  cpu_usage counts clock ticks.  Each second it loses three
 *	eighths of itself; 2^PRI_SHIFT ticks cost one step of priority.
 */
#define	PRI_SHIFT		4
#define	SCHED_DECAY(usage)	((usage) * 5 / 8)
#define	SCHED_DECAY_LIMIT	30	/* seconds until all is forgotten */

extern unsigned int	sched_tick;	/* seconds since the scheduler began */
extern int		min_quantum;	/* ticks a thread may run at a time */

#define	MIN_QUANTUM_USEC	100000	/* a tenth of a second */

/*
 *	Bring a thread's priority up to date before it is used.
 */
#define	update_priority_if_stale(thread)			\
	MACRO_BEGIN						\
	if ((thread)->sched_stamp != sched_tick)		\
		update_priority(thread);			\
	MACRO_END

#endif	/* _KERN_SCHED_H_ */
