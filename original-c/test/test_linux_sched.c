/*
 *	test_linux_sched.c: the tick, delays, timers, bottom halves, task queues,
 *	wait queues and semaphores, with real interrupts.
 */
#include <test/ktest.h>
#include <test/suites_linux.h>

#include <linux/types.h>
#include <linux/sched.h>
#include <linux/netdevice.h>
#include <linux/interrupt.h>
#include <linux/delay.h>
#include <linux/errno.h>
#include <asm/io.h>
#include <asm/irq.h>
#include <asm/system.h>

/* What the timers below did, in their order. */
static volatile int log_count;
static unsigned long log_data[16];
static unsigned long log_tick[16];

/* A line that no device of the machines in the tests has: a PS/2 mouse's. */
#define TEST_IRQ	12
static struct wait_queue *log_wait;

static void
log_timer(unsigned long data)
{
	if (log_count < 16) {
		log_data[log_count] = data;
		log_tick[log_count] = jiffies;
		log_count++;
	}
	wake_up(&log_wait);
}

/*
 *	Sleep until n timers have run.
 */
static void
wait_for_log(int n)
{
	unsigned long flags;

	save_flags(flags);
	cli();
	while (log_count < n) {
		sleep_on(&log_wait);
		cli();
	}
	restore_flags(flags);
}

static void
start_timer(struct timer_list *timer, unsigned long ticks, unsigned long data)
{
	init_timer(timer);
	timer->function = log_timer;
	timer->data = data;
	timer->expires = jiffies + ticks;
	add_timer(timer);
}

static void
jiffies_advance(void)
{
	unsigned long start = jiffies;

	while (jiffies - start < 3)
		wait_for_interrupt();
	KTEST_EXPECT(jiffies - start >= 3);
}

/*
 *	udelay is as long as the clock says, within the error of a busy host:
 *	never clearly shorter.  Measured anew, because an emulated processor may
 *	run faster now than it did at boot.
 */
static void
delay_is_long_enough(void)
{
	unsigned long start;
	int i;

	calibrate_delay();
	start = jiffies;
	while (jiffies == start)
		barrier();
	start = jiffies;
	for (i = 0; i < 50; i++)
		udelay(1000);
	KTEST_EXPECT(jiffies - start >= 2);
}

/*
 *	Timers run in the order of their ticks, those of one tick in the order of
 *	their start, and none too early.
 */
static void
timers_in_order(void)
{
	struct timer_list t[5];
	unsigned long start = jiffies;
	int i;

	log_count = 0;
	start_timer(&t[0], 6, 60);
	start_timer(&t[1], 2, 20);
	start_timer(&t[2], 4, 40);
	start_timer(&t[3], 4, 41);
	start_timer(&t[4], 9, 90);
	wait_for_log(5);

	KTEST_EXPECT_EQ(log_data[0], 20UL);
	KTEST_EXPECT_EQ(log_data[1], 40UL);
	KTEST_EXPECT_EQ(log_data[2], 41UL);
	KTEST_EXPECT_EQ(log_data[3], 60UL);
	KTEST_EXPECT_EQ(log_data[4], 90UL);
	for (i = 0; i < 5; i++)
		KTEST_EXPECT(log_tick[i] - start >= log_data[i] / 10);
}

static void
timer_is_deleted(void)
{
	struct timer_list gone, last;

	log_count = 0;
	start_timer(&gone, 2, 1);
	start_timer(&last, 5, 2);
	KTEST_EXPECT_EQ(del_timer(&gone), 1);
	KTEST_EXPECT_EQ(del_timer(&gone), 0);
	wait_for_log(1);
	KTEST_EXPECT_EQ(log_data[0], 2UL);
	KTEST_EXPECT_EQ(del_timer(&last), 0);
}

/* A timer that starts itself again. */
static struct timer_list periodic;

static void
periodic_timer(unsigned long left)
{
	log_timer(left);
	if (left > 0) {
		periodic.data = left - 1;
		periodic.expires = jiffies + 1;
		add_timer(&periodic);
	}
}

static void
timer_starts_itself(void)
{
	log_count = 0;
	init_timer(&periodic);
	periodic.function = periodic_timer;
	periodic.data = 4;
	periodic.expires = jiffies + 1;
	add_timer(&periodic);
	wait_for_log(5);
	KTEST_EXPECT_EQ(log_data[4], 0UL);
	KTEST_EXPECT(log_tick[4] - log_tick[0] >= 4);
}

/*
 *	The expiry comparison survives the wrap of the tick counter.
 */
static void
timer_far_in_the_past(void)
{
	struct timer_list t;

	log_count = 0;
	start_timer(&t, -3UL, 7);
	wait_for_log(1);
	KTEST_EXPECT_EQ(log_data[0], 7UL);
}

/* Tasks append their letter here. */
static char trail[8];
static int trail_length;

static void
leave_trail(void *data)
{
	if (trail_length < (int) sizeof trail)
		trail[trail_length++] = (char) (unsigned long) data;
}

static void
task_queue_order(void)
{
	DECLARE_TASK_QUEUE(queue);
	struct tq_struct a = { NULL, 0, leave_trail, (void *) 'a' };
	struct tq_struct b = { NULL, 0, leave_trail, (void *) 'b' };
	struct tq_struct c = { NULL, 0, leave_trail, (void *) 'c' };

	trail_length = 0;
	queue_task(&a, &queue);
	queue_task(&b, &queue);
	queue_task(&a, &queue);		/* is on it already */
	queue_task(&c, &queue);
	run_task_queue(&queue);
	KTEST_EXPECT_EQ(trail_length, 3);
	KTEST_EXPECT(trail[0] == 'a' && trail[1] == 'b' && trail[2] == 'c');
	KTEST_EXPECT(queue == NULL);
	run_task_queue(&queue);
	KTEST_EXPECT_EQ(trail_length, 3);
}

static volatile int half_runs;

static void
count_half(void)
{
	half_runs++;
}

/*
 *	A bottom half runs when it is marked and neither masked nor locked out.
 */
static void
bottom_half_masking(void)
{
	half_runs = 0;
	init_bh(NET_BH, count_half);
	mark_bh(NET_BH);
	do_bottom_half();
	KTEST_EXPECT_EQ(half_runs, 1);
	do_bottom_half();
	KTEST_EXPECT_EQ(half_runs, 1);

	disable_bh(NET_BH);
	mark_bh(NET_BH);
	do_bottom_half();
	KTEST_EXPECT_EQ(half_runs, 1);
	enable_bh(NET_BH);
	do_bottom_half();
	KTEST_EXPECT_EQ(half_runs, 2);

	start_bh_atomic();
	mark_bh(NET_BH);
	do_bottom_half();
	KTEST_EXPECT_EQ(half_runs, 2);
	end_bh_atomic();
	do_bottom_half();
	KTEST_EXPECT_EQ(half_runs, 3);
	disable_bh(NET_BH);
}

static struct semaphore test_sem;

static void
up_timer(unsigned long data)
{
	up(&test_sem);
}

/*
 *	down takes what is there and waits for what is not.
 */
static void
semaphore_counts(void)
{
	struct timer_list t;
	unsigned long start;

	test_sem = (struct semaphore) { 2, NULL };
	down(&test_sem);
	down(&test_sem);
	KTEST_EXPECT_EQ(test_sem.count, 0);

	start = jiffies;
	start_timer(&t, 3, 0);
	(void) del_timer(&t);
	t.function = up_timer;
	add_timer(&t);
	down(&test_sem);
	KTEST_EXPECT(jiffies - start >= 3);
	KTEST_EXPECT_EQ(test_sem.count, 0);
}

static void
no_handler(int irq, void *dev_id, struct pt_regs *regs)
{
}

/*
 *	Interrupt lines: Mach's clock is not to be had; a line has one owner
 *	unless all of its owners share it.
 */
static void
interrupt_lines(void)
{
	int one, two;

	KTEST_EXPECT_EQ(request_irq(NR_IRQS, no_handler, 0, "test", NULL),
			-EINVAL);
	KTEST_EXPECT_EQ(request_irq(TIMER_IRQ, no_handler, 0, "test", NULL),
			-EBUSY);
	KTEST_EXPECT_EQ(request_irq(TEST_IRQ, no_handler, 0, "test", NULL), 0);
	KTEST_EXPECT_EQ(request_irq(TEST_IRQ, no_handler, 0, "test", NULL), -EBUSY);
	free_irq(TEST_IRQ, NULL);
	KTEST_EXPECT_EQ(request_irq(TEST_IRQ, no_handler, SA_SHIRQ, "test", &one), 0);
	KTEST_EXPECT_EQ(request_irq(TEST_IRQ, no_handler, SA_SHIRQ, "test", &two), 0);
	free_irq(TEST_IRQ, &one);
	KTEST_EXPECT_EQ(request_irq(TEST_IRQ, no_handler, 0, "test", NULL), -EBUSY);
	free_irq(TEST_IRQ, &two);
	KTEST_EXPECT_EQ(request_irq(TEST_IRQ, no_handler, 0, "test", NULL), 0);
	free_irq(TEST_IRQ, NULL);
}

/* The real-time clock, which can interrupt by itself, on the second PIC. */
#define RTC_IRQ		8
#define RTC_INDEX	0x70
#define RTC_DATA	0x71
#define RTC_REG_B	0x0b
#define RTC_REG_C	0x0c
#define RTC_PIE		0x40		/* register B: periodic interrupt */

static volatile int rtc_interrupts;
static volatile int rtc_wrong;

static unsigned char
rtc_read(unsigned char reg)
{
	outb_p(reg, RTC_INDEX);
	return inb_p(RTC_DATA);
}

static void
rtc_write(unsigned char reg, unsigned char value)
{
	outb_p(reg, RTC_INDEX);
	outb_p(value, RTC_DATA);
}

static void
rtc_handler(int irq, void *dev_id, struct pt_regs *regs)
{
	/* Reading this register is the acknowledgement. */
	(void) rtc_read(RTC_REG_C);
	rtc_interrupts++;
	if (irq != RTC_IRQ || dev_id != (void *) &rtc_interrupts
	    || intr_count == 0)
		rtc_wrong++;
}

/*
 *	Interrupts of the clock in so many ticks.
 */
static int
rtc_interrupts_in(unsigned long ticks)
{
	unsigned long start = jiffies;
	int before = rtc_interrupts;

	while (jiffies - start < ticks)
		wait_for_interrupt();
	return rtc_interrupts - before;
}

/*
 *	A line that is asked for interrupts, unless it is masked.
 */
static void
interrupts_arrive(void)
{
	unsigned long flags;
	unsigned char old;

	rtc_interrupts = rtc_wrong = 0;
	KTEST_EXPECT_EQ(request_irq(RTC_IRQ, rtc_handler, SA_INTERRUPT, "rtc",
				    (void *) &rtc_interrupts), 0);
	save_flags(flags);
	cli();
	old = rtc_read(RTC_REG_B);
	rtc_write(RTC_REG_B, old | RTC_PIE);
	(void) rtc_read(RTC_REG_C);
	restore_flags(flags);

	KTEST_EXPECT(rtc_interrupts_in(10) > 0);
	disable_irq(RTC_IRQ);
	KTEST_EXPECT_EQ(rtc_interrupts_in(5), 0);
	enable_irq(RTC_IRQ);
	KTEST_EXPECT(rtc_interrupts_in(10) > 0);
	KTEST_EXPECT_EQ(rtc_wrong, 0);

	save_flags(flags);
	cli();
	rtc_write(RTC_REG_B, old);
	(void) rtc_read(RTC_REG_C);
	restore_flags(flags);
	free_irq(RTC_IRQ, (void *) &rtc_interrupts);
}

/*
 *	The line of a device that is made to interrupt; 0 of one that does not,
 *	and a negative number if there are two.
 */
static void
probe_for_line(void)
{
	unsigned long lines = probe_irq_on();
	unsigned char old = rtc_read(RTC_REG_B);

	KTEST_EXPECT(lines & 1UL << RTC_IRQ);
	KTEST_EXPECT(!(lines & 1UL << TIMER_IRQ));
	(void) rtc_read(RTC_REG_C);
	rtc_write(RTC_REG_B, old | RTC_PIE);
	(void) rtc_interrupts_in(10);
	KTEST_EXPECT_EQ(probe_irq_off(lines), RTC_IRQ);
	rtc_write(RTC_REG_B, old);
	(void) rtc_read(RTC_REG_C);

	lines = probe_irq_on();
	(void) rtc_interrupts_in(3);
	KTEST_EXPECT_EQ(probe_irq_off(lines), 0);
	/* The lines are free again. */
	KTEST_EXPECT_EQ(request_irq(TEST_IRQ, no_handler, 0, "test", NULL), 0);
	free_irq(TEST_IRQ, NULL);

	(void) autoirq_setup(0);
	rtc_write(RTC_REG_B, old | RTC_PIE);
	(void) rtc_read(RTC_REG_C);
	KTEST_EXPECT_EQ(autoirq_report(10), RTC_IRQ);
	rtc_write(RTC_REG_B, old);
	(void) rtc_read(RTC_REG_C);
}

/*
 *	Waiting in steps: a wake_up between add_wait_queue and schedule is not
 *	lost, one behind it ends the wait, and a wait that is given up is over.
 */
static void
wait_in_steps(void)
{
	struct wait_queue wait = { NULL, NULL };
	struct timer_list t;
	unsigned long start;

	add_wait_queue(&log_wait, &wait);
	wake_up(&log_wait);
	schedule();
	remove_wait_queue(&log_wait, &wait);

	log_count = 0;
	start = jiffies;
	start_timer(&t, 5, 1);
	add_wait_queue(&log_wait, &wait);
	while (log_count == 0) {
		schedule();
		remove_wait_queue(&log_wait, &wait);
		add_wait_queue(&log_wait, &wait);
	}
	remove_wait_queue(&log_wait, &wait);
	KTEST_EXPECT(jiffies - start >= 5);

	start_timer(&t, 5, 2);
	interruptible_sleep_on(&log_wait);
	KTEST_EXPECT_EQ(log_count, 2);
	schedule();
	KTEST_EXPECT_EQ(issig(), 0);
}

static void
count_task(void *data)
{
	++*(volatile int *) data;
}

/*
 *	A task for the scheduler's queue runs at the next tick.
 */
static void
scheduler_queue(void)
{
	static volatile int count;
	static struct tq_struct task = { NULL, 0, count_task, (void *) &count };

	count = 0;
	queue_task_irq(&task, &tq_scheduler);
	(void) rtc_interrupts_in(3);
	KTEST_EXPECT_EQ(count, 1);
}

static const struct ktest_case cases[] = {
	{ "jiffies", jiffies_advance },
	{ "delay", delay_is_long_enough },
	{ "timers_in_order", timers_in_order },
	{ "timer_deleted", timer_is_deleted },
	{ "timer_periodic", timer_starts_itself },
	{ "timer_past", timer_far_in_the_past },
	{ "task_queue", task_queue_order },
	{ "bottom_half", bottom_half_masking },
	{ "semaphore", semaphore_counts },
	{ "interrupt_lines", interrupt_lines },
	{ "interrupts", interrupts_arrive },
	{ "probe", probe_for_line },
	{ "wait_in_steps", wait_in_steps },
	{ "scheduler_queue", scheduler_queue },
};

const struct ktest_suite linux_sched_suite = KTEST_SUITE("linux_sched", cases);
