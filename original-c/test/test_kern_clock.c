/*
 *	test/test_kern_clock.c
 *
 *	Timeouts and the time.  Functions of timeouts run at clock interrupt
 *	level, so they only leave marks.  What must happen within one tick is
 *	done at splhigh: a busy host lets ticks come at any other moment.
 */

#include <kern/mach_clock.h>
#include <kern/macro_help.h>
#include <kern/sched_prim.h>
#include <kern/thread.h>
#include <i386/i386/spl.h>
#include <test/ktest.h>
#include <test/suites_vm.h>
#include <test/test_vm_util.h>

#define	MANY	16

static volatile unsigned int	order[MANY];
static volatile unsigned int	fired;
static timer_elt_data_t		elts[MANY];

static void
mark(void *param)
{
	if (fired < MANY)
		order[fired] = (unsigned int) param;
	fired++;
}

static void
wait_ticks(unsigned int n)
{
	unsigned int	start = elapsed_ticks;

	while (elapsed_ticks - start < n)
		test_sleep(1000 / hz);
}

static void
in_order_of_time(void)
{
	static const unsigned char delay[] = { 7, 2, 5, 2, 1, 9 };
	unsigned int	i, wrong = 0;
	spl_t		s;

	fired = 0;
	s = splhigh();
	for (i = 0; i < sizeof delay; i++) {
		set_timeout_setup(&elts[i], mark, (void *) (unsigned int) delay[i]);
		set_timeout(&elts[i], delay[i]);
		KTEST_EXPECT_EQ(elts[i].set, TELT_SET);
	}
	splx(s);
	wait_ticks(12);
	KTEST_EXPECT_EQ(fired, sizeof delay);
	for (i = 1; i < sizeof delay; i++)
		if (order[i - 1] > order[i])
			wrong++;
	KTEST_EXPECT_EQ(wrong, 0);
	for (i = 0; i < sizeof delay; i++)
		KTEST_EXPECT_EQ(elts[i].set, TELT_UNSET);
}

static void
taken_back(void)
{
	spl_t		s;

	fired = 0;
	set_timeout_setup(&elts[0], mark, (void *) 1);
	set_timeout_setup(&elts[1], mark, (void *) 2);
	s = splhigh();
	set_timeout(&elts[0], 3);
	set_timeout(&elts[1], 3);
	KTEST_EXPECT(reset_timeout(&elts[0]));
	KTEST_EXPECT(!reset_timeout(&elts[0]));
	splx(s);
	wait_ticks(6);
	KTEST_EXPECT_EQ(fired, 1);
	KTEST_EXPECT_EQ(order[0], 2);
	KTEST_EXPECT(!reset_timeout(&elts[1]));
}

static void
anonymous(void)
{
	spl_t		s;

	fired = 0;
	s = splhigh();
	timeout(mark, (void *) 5, 2);
	timeout(mark, (void *) 6, 2);
	timeout(mark, (void *) 7, 2);
	KTEST_EXPECT(untimeout(mark, (void *) 6));
	KTEST_EXPECT(!untimeout(mark, (void *) 6));
	KTEST_EXPECT(!untimeout(mark, (void *) 8));
	splx(s);
	wait_ticks(5);
	KTEST_EXPECT_EQ(fired, 2);
	KTEST_EXPECT_EQ(order[0] + order[1], 12);
}

static void
again(void *param)
{
	fired++;
	if (fired < 5)
		timeout(again, param, 1);
}

static void
set_from_inside(void)
{
	fired = 0;
	timeout(again, 0, 1);
	wait_ticks(10);
	KTEST_EXPECT_EQ(fired, 5);
}

static volatile unsigned int	fired_at;

static void
note_time(void *param)
{
	fired_at = elapsed_ticks;
	fired++;
}

/*
 *	The function sees the tick for which it was asked.  Interrupts are off
 *	while the start is read, so that no tick comes in between.
 */
static void
on_time(void)
{
	unsigned int	start, n;
	spl_t		s;

	set_timeout_setup(&elts[0], note_time, 0);
	for (n = 1; n <= 8; n++) {
		fired = 0;
		s = splhigh();
		start = elapsed_ticks;
		if (n & 1)
			timeout(note_time, 0, n);
		else
			set_timeout(&elts[0], n);
		splx(s);
		while (fired == 0)
			continue;
		KTEST_EXPECT_EQ(fired_at - start, n);
	}
}

static void
waits_end(void)
{
	unsigned int	start = elapsed_ticks;

	assert_wait((event_t) &fired, FALSE);
	thread_set_timeout(5);
	thread_block(thread_no_continuation);
	KTEST_EXPECT_EQ(current_thread()->wait_result, THREAD_TIMED_OUT);
	KTEST_EXPECT(elapsed_ticks - start >= 5);
}

static void
milliseconds(void)
{
	KTEST_EXPECT_EQ(hz * tick, 1000000);
	KTEST_EXPECT_EQ(convert_ipc_timeout_to_ticks(0), 1);
	KTEST_EXPECT_EQ(convert_ipc_timeout_to_ticks(1), 1);
	KTEST_EXPECT_EQ(convert_ipc_timeout_to_ticks(1000), hz);
	KTEST_EXPECT_EQ(convert_ipc_timeout_to_ticks(1001), hz + 1);
	KTEST_EXPECT_EQ(convert_ipc_timeout_to_ticks(4000000000u),
			4000000u * hz);
}

/*
 *	The clock counts what the ticks say.
 */
static void
time_goes_on(void)
{
	unsigned int	ticks;
	long		seconds, usecs, passed;
	spl_t		s;

	s = splhigh();
	ticks = elapsed_ticks;
	seconds = time.seconds;
	usecs = time.microseconds;
	splx(s);

	wait_ticks(20);

	s = splhigh();
	ticks = elapsed_ticks - ticks;
	passed = (time.seconds - seconds) * 1000000
		 + (time.microseconds - usecs);
	splx(s);
	KTEST_EXPECT(ticks >= 20);
	KTEST_EXPECT_EQ(passed, (long) ticks * tick);
	KTEST_EXPECT(time.microseconds >= 0 && time.microseconds < 1000000);
}

static const struct ktest_case cases[] = {
	{ "in_order_of_time", in_order_of_time },
	{ "taken_back", taken_back },
	{ "anonymous", anonymous },
	{ "set_from_inside", set_from_inside },
	{ "on_time", on_time },
	{ "waits_end", waits_end },
	{ "milliseconds", milliseconds },
	{ "time_goes_on", time_goes_on },
};

const struct ktest_suite kern_clock_suite = KTEST_SUITE("clock", cases);
