/*
 *	kern/mach_clock.h
 *
 *	The clock: time of day, ticks, and functions to be called later.
 */

#ifndef	_KERN_MACH_CLOCK_H_
#define	_KERN_MACH_CLOCK_H_

#include <mach/boolean.h>
#include <kern/queue.h>
#include <kern/timer.h>

/*
 *	A timeout element belongs to its user; while it is set it is linked
 *	into the list of timeouts, ordered by the tick they fall due.
 */
struct timer_elt {
	queue_chain_t	chain;		/* neighbours in time */
	void		(*fcn)(void *);	/* to be called */
	void		*param;		/* its argument */
	unsigned int	ticks;		/* when, by elapsed_ticks */
	int		set;		/* one of these: */
};

#define	TELT_UNSET	0		/* not in the list */
#define	TELT_SET	1		/* in the list, the user's */
#define	TELT_ALLOC	2		/* in the list, from timeout() */

typedef struct timer_elt	timer_elt_data_t;
typedef struct timer_elt	*timer_elt_t;

extern int			hz;		/* ticks per second */
extern int			tick;		/* microseconds per tick */
extern volatile unsigned int	elapsed_ticks;	/* ticks since boot, wraps */
extern volatile time_value_t	time;		/* time since boot */

extern void		init_timeout(void);
extern void		clock_interrupt(int usec, boolean_t usermode,
					boolean_t basepri);
extern void		softclock(void);
extern void		set_timeout(timer_elt_t telt, unsigned int interval);
extern boolean_t	reset_timeout(timer_elt_t telt);
extern void		timeout(void (*fcn)(void *), void *param,
				int interval);
extern boolean_t	untimeout(void (*fcn)(void *), void *param);
extern unsigned int	convert_ipc_timeout_to_ticks(unsigned int msecs);

#define	set_timeout_setup(telt, function, parameter)		\
	MACRO_BEGIN						\
	(telt)->fcn = (function);				\
	(telt)->param = (parameter);				\
	(telt)->set = TELT_UNSET;				\
	MACRO_END

#endif	/* _KERN_MACH_CLOCK_H_ */
