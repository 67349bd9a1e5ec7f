/*
 *	linux/timer.h: one-shot timers, counted in clock ticks (jiffies).
 */
#ifndef _LINUX_TIMER_H_
#define _LINUX_TIMER_H_

struct timer_list {
	struct timer_list *next;	/* null in both links: not pending */
	struct timer_list *prev;
	unsigned long expires;		/* the tick at which it runs */
	unsigned long data;		/* handed to function */
	void (*function)(unsigned long);
};

extern void add_timer(struct timer_list *timer);
extern int del_timer(struct timer_list *timer);

/* Has to be called on a timer's memory before anything else is. */
static inline void
init_timer(struct timer_list *timer)
{
	timer->next = NULL;
	timer->prev = NULL;
}

#endif /* _LINUX_TIMER_H_ */
