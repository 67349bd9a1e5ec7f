/*
 *	kern/timer.h
 *
 *	Accumulated processor time.  Reader and writer share no lock: the
 *	writer (the clock interrupt) carries from low to high and writes
 *	high_bits_check first and high_bits last, so that a reader who finds
 *	the two equal has a consistent value.
 */

#ifndef	_KERN_TIMER_H_
#define	_KERN_TIMER_H_

#include <kern/macro_help.h>

#define	TIMER_HIGH_UNIT	1000000		/* microseconds per high bit */

struct timer {
	unsigned int	low_bits;	/* microseconds */
	unsigned int	high_bits;	/* seconds */
	unsigned int	high_bits_check;
};

typedef struct timer	timer_data_t;
typedef struct timer	*timer_t;

struct time_value {
	int		seconds;
	int		microseconds;
};

typedef struct time_value time_value_t;

extern void	init_timers(void);
extern void	timer_init(timer_t this_timer);
extern void	timer_bump(timer_t this_timer, unsigned int usec);
extern void	timer_read(timer_t this_timer, time_value_t *tv);

#define	time_value_add_usec(val, micros)			\
	MACRO_BEGIN						\
	(val)->microseconds += (micros);			\
	if ((val)->microseconds >= TIMER_HIGH_UNIT) {		\
		(val)->microseconds -= TIMER_HIGH_UNIT;		\
		(val)->seconds++;				\
	}							\
	MACRO_END

#endif	/* _KERN_TIMER_H_ */
