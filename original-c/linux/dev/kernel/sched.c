/*
 *	sched.c: waiting, timers and the tick, for the drivers.
 *
 *	Sleeping is Mach's: the event is the address of the driver's queue
 *	pointer.  While the drivers are being initialised there is no thread to
 *	put to sleep (linux_auto_config), so a sleeper spins until anything is
 *	woken or the clock ticks.  All callers test their condition in a loop.
 */
#define MACH_INCLUDE
#include <kern/sched_prim.h>
#include <kern/thread.h>

#include <linux/types.h>
#include <linux/sched.h>
#include <linux/interrupt.h>
#include <linux/delay.h>
#include <linux/kernel.h>
#include <linux/glue.h>
#include <asm/system.h>

volatile unsigned long jiffies;
int linux_auto_config = 1;

/* Counts wake_up calls, for sleepers that spin. */
static volatile unsigned long wakeups;

/*
 *	Pending timers, the earliest first, between two uses of this head.
 */
static struct timer_list timer_head = { &timer_head, &timer_head, 0, 0, NULL };

/* True if tick a is earlier than tick b; right across the wrap of jiffies. */
#define tick_before(a, b)	((long) ((a) - (b)) < 0)

/*
 *	Wait until somebody wakes q.  May return early.
 *
 *	The caller has tested its condition with interrupts off.  assert_wait
 *	puts the thread on its list before it lets interrupts in again, so a wake
 *	up cannot fall between the test and the sleep.  Interrupts are as before
 *	on return, but have been on in between.
 */
void
sleep_on(struct wait_queue **q)
{
	unsigned long flags, tick, seen;

	save_flags(flags);
	if (linux_auto_config) {
		tick = jiffies;
		seen = wakeups;
		sti();
		while (jiffies == tick && wakeups == seen)
			barrier();
	} else {
		assert_wait((event_t) q, FALSE);
		thread_block((void (*)(void)) 0);
	}
	restore_flags(flags);
}

/*
 *	No thread of the kernel gets signals, so nothing is different.
 */
void
interruptible_sleep_on(struct wait_queue **q)
{
	sleep_on(q);
}

int
issig(void)
{
	return 0;
}

/*
 *	Waiting in steps.  The event is the queue's address, as for sleep_on; a
 *	wake_up from here on ends the wait, also before schedule.
 */
void
add_wait_queue(struct wait_queue **q, struct wait_queue *wait)
{
	unsigned long flags;

	save_flags(flags);
	wait->next = NULL;
	if (!linux_auto_config)
		assert_wait((event_t) q, FALSE);
	restore_flags(flags);
}

/*
 *	Wait for the queue that this thread is on; without one, let others run.
 */
void
schedule(void)
{
	unsigned long flags, tick = jiffies, seen = wakeups;

	save_flags(flags);
	if (linux_auto_config) {
		sti();
		while (jiffies == tick && wakeups == seen)
			barrier();
	} else
		thread_block((void (*)(void)) 0);
	restore_flags(flags);
}

/*
 *	The wait is over, one way or the other.
 */
void
remove_wait_queue(struct wait_queue **q, struct wait_queue *wait)
{
	unsigned long flags;

	save_flags(flags);
	if (!linux_auto_config)
		clear_wait(current_thread(), THREAD_AWAKENED, FALSE);
	restore_flags(flags);
}

/*
 *	Wake all that sleep on q.  Any context.  Waking in Mach turns interrupts
 *	on for a moment, so this ends the atomicity of a cli region.
 */
void
wake_up(struct wait_queue **q)
{
	unsigned long flags;

	wakeups++;
	if (linux_auto_config)
		return;
	save_flags(flags);
	thread_wakeup((event_t) q);
	restore_flags(flags);
}

/*
 *	Take one unit of a semaphore, waiting for it.
 */
void
down(struct semaphore *sem)
{
	unsigned long flags;

	save_flags(flags);
	cli();
	while (sem->count <= 0) {
		sleep_on(&sem->wait);
		cli();
	}
	sem->count--;
	restore_flags(flags);
}

int
down_interruptible(struct semaphore *sem)
{
	down(sem);
	return 0;
}

/*
 *	Give one unit back.  Any context.
 */
void
up(struct semaphore *sem)
{
	unsigned long flags;

	save_flags(flags);
	cli();
	sem->count++;
	restore_flags(flags);
	wake_up(&sem->wait);
}

/*
 *	Start a timer that is not running.  Any context.
 */
void
add_timer(struct timer_list *timer)
{
	struct timer_list *p;
	unsigned long flags;

	save_flags(flags);
	cli();
	if (timer->next != NULL) {
		restore_flags(flags);
		printk(KERN_WARNING "add_timer: timer %p runs already\n",
		       (void *) timer);
		return;
	}
	for (p = timer_head.next; p != &timer_head; p = p->next)
		if (tick_before(timer->expires, p->expires))
			break;
	timer->next = p;
	timer->prev = p->prev;
	p->prev->next = timer;
	p->prev = timer;
	restore_flags(flags);
}

/*
 *	Take a timer off the list.  Interrupts are off.
 */
static void
detach_timer(struct timer_list *timer)
{
	timer->next->prev = timer->prev;
	timer->prev->next = timer->next;
	timer->next = timer->prev = NULL;
}

/*
 *	Stop a timer.  Returns 1 if it was running.  Any context.
 */
int
del_timer(struct timer_list *timer)
{
	unsigned long flags;
	int pending;

	save_flags(flags);
	cli();
	pending = timer->next != NULL;
	if (pending)
		detach_timer(timer);
	restore_flags(flags);
	return pending;
}

/*
 *	The timer bottom half: call what has expired.  A timer is off the list
 *	before its function runs, so the function may start it again.
 */
static void
timer_bh(void)
{
	struct timer_list *timer;
	unsigned long flags;

	save_flags(flags);
	cli();
	while ((timer = timer_head.next) != &timer_head
	       && !tick_before(jiffies, timer->expires)) {
		void (*function)(unsigned long) = timer->function;
		unsigned long data = timer->data;

		detach_timer(timer);
		sti();
		function(data);
		cli();
	}
	restore_flags(flags);
}

/*
 *	The bottom halves of the two task queues.
 */
static void
tqueue_bh(void)
{
	run_task_queue(&tq_timer);
	run_task_queue(&tq_scheduler);
}

static void
immediate_bh(void)
{
	run_task_queue(&tq_immediate);
}

/*
 *	One tick.  Mach's clock interrupt calls it.
 */
void
linux_timer_intr(void)
{
	jiffies++;
	if (timer_head.next != &timer_head
	    && !tick_before(jiffies, timer_head.next->expires))
		mark_bh(TIMER_BH);
	if (tq_timer != NULL || tq_scheduler != NULL)
		mark_bh(TQUEUE_BH);
	if (intr_count == 0)
		do_bottom_half();
}

/*
 *	Called once, before any driver.
 */
void
linux_sched_init(void)
{
	init_bh(TIMER_BH, timer_bh);
	init_bh(TQUEUE_BH, tqueue_bh);
	init_bh(IMMEDIATE_BH, immediate_bh);
}
