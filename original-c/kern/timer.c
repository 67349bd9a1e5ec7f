/*
 *	kern/timer.c
 *
 *	Accumulated processor time, readable without a lock.
 */

#include <kern/thread.h>
#include <kern/timer.h>

static timer_data_t	kernel_timer;	/* time before there are threads */

/*
 *	init_timers:
 *
 *	The timers that belong to no thread.
 */
void
init_timers(void)
{
	timer_init(&kernel_timer);
}

/*
 *	timer_init:
 *
 *	Set a timer to zero.
 */
void
timer_init(this_timer)
	timer_t		this_timer;
{
	this_timer->low_bits = 0;
	this_timer->high_bits = 0;
	this_timer->high_bits_check = 0;
}

/*
 *	timer_bump:
 *
 *	Add time to a timer.  Only the clock interrupt does.
 */
void
timer_bump(this_timer, usec)
	timer_t		this_timer;
	unsigned int	usec;
{
	unsigned int	low = this_timer->low_bits + usec;
	unsigned int	high;

	if (low < TIMER_HIGH_UNIT) {
		this_timer->low_bits = low;
		return;
	}

	/*
	 *	The order of these writes is what timer_read relies on.
	 */
	high = this_timer->high_bits + low / TIMER_HIGH_UNIT;
	((volatile struct timer *) this_timer)->high_bits_check = high;
	((volatile struct timer *) this_timer)->low_bits =
		low % TIMER_HIGH_UNIT;
	((volatile struct timer *) this_timer)->high_bits = high;
}

/*
 *	timer_read:
 *
 *	Read a timer that may be bumped at any moment.
 */
void
timer_read(this_timer, tv)
	timer_t		this_timer;
	time_value_t	*tv;
{
	volatile struct timer *t = this_timer;
	unsigned int	high, low;

	do {
		high = t->high_bits;
		low = t->low_bits;
	} while (high != t->high_bits_check);

	tv->seconds = high;
	tv->microseconds = low;
}
