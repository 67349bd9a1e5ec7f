/*
 *	test/test_kern_thread.c
 *
 *	Threads: start and end, waiting and waking, priorities, and
 *	continuations.  Kernel threads are not preempted, so what runs when
 *	is fully determined by who blocks and by the priorities.
 */

#include <mach/kern_return.h>
#include <mach/vm_param.h>
#include <kern/ast.h>
#include <kern/processor.h>
#include <kern/thread.h>
#include <test/ktest.h>
#include <test/suites_vm.h>
#include <test/test_vm_util.h>

#define	PRI	10			/* of most threads here */
#define	MANY	40

static char	log_text[64];
static int	log_length;

static void
log_reset(void)
{
	log_length = 0;
	log_text[0] = '\0';
}

/*
 *	log_char:
 *
 *	Note who was here.
 */
static void
log_char(char c)
{
	if (log_length < (int) sizeof log_text - 1) {
		log_text[log_length++] = c;
		log_text[log_length] = '\0';
	}
}

static boolean_t
log_is(const char *expected)
{
	int		i;

	for (i = 0; expected[i] == log_text[i]; i++)
		if (expected[i] == '\0')
			return TRUE;
	return FALSE;
}

static void
log_argument(void)
{
	log_char(*thread_arg(char *));
}

static void
start_and_end(void)
{
	thread_t	t;

	log_reset();
	t = test_thread(log_argument, "x", PRI);
	KTEST_EXPECT_EQ(log_length, 0);
	test_join(t);
	KTEST_EXPECT(log_is("x"));
}

static void
end_gives_all_back(void)
{
	thread_t	t;
	unsigned int	total, free, total_after, free_after;
	int		threads = kernel_task->thread_count;

	test_join(test_thread(log_argument, "y", PRI));
	stack_statistics(&total, &free);

	t = test_thread(log_argument, "z", PRI);
	KTEST_EXPECT_EQ(kernel_task->thread_count, threads + 1);
	thread_wait_terminated(t);
	KTEST_EXPECT_EQ(t->state & TH_HALTED, TH_HALTED);
	KTEST_EXPECT_EQ(t->kernel_stack, 0);
	KTEST_EXPECT_EQ(t->active, FALSE);
	KTEST_EXPECT_EQ(t->ref_count, 1);
	thread_deallocate(t);

	KTEST_EXPECT_EQ(kernel_task->thread_count, threads);
	stack_statistics(&total_after, &free_after);
	KTEST_EXPECT_EQ(total_after - free_after, total - free);
}

/*
 *	Stacks: separate, and as large as promised.
 */
static int	stacks_wrong;

static int
recurse(int depth)
{
	volatile unsigned char frame[256];
	int		i, sum = 0;

	for (i = 0; i < 256; i++)
		frame[i] = (unsigned char) (depth + i);
	if (depth > 0)
		sum = recurse(depth - 1);
	for (i = 0; i < 256; i++)
		if (frame[i] != (unsigned char) (depth + i))
			stacks_wrong++;
	return sum + 1;
}

static void
use_stack(void)
{
	int		depth = *thread_arg(int *);

	if (recurse(depth) != depth + 1)
		stacks_wrong++;
	thread_yield();
	if (recurse(depth) != depth + 1)
		stacks_wrong++;
}

static void
stacks(void)
{
	static int	depth = 20;	/* some six KiB */
	thread_t	t[8];
	int		i;

	stacks_wrong = 0;
	for (i = 0; i < 8; i++)
		t[i] = test_thread(use_stack, &depth, PRI);
	for (i = 0; i < 8; i++)
		test_join(t[i]);
	KTEST_EXPECT_EQ(stacks_wrong, 0);
}

static void
priorities(void)
{
	thread_t	t[4];
	int		i;

	/* Started in one order, run in another: lower number first. */
	log_reset();
	t[0] = test_thread(log_argument, "c", 15);
	t[1] = test_thread(log_argument, "a", 8);
	t[2] = test_thread(log_argument, "d", 20);
	t[3] = test_thread(log_argument, "b", 11);
	for (i = 0; i < 4; i++)
		test_join(t[i]);
	KTEST_EXPECT(log_is("abcd"));
}

static void
change_priority(void)
{
	thread_t	a, b;

	log_reset();
	a = test_thread(log_argument, "a", 12);
	b = test_thread(log_argument, "b", 14);
	KTEST_EXPECT_EQ(thread_priority(b, 9), KERN_SUCCESS);
	KTEST_EXPECT_EQ(b->sched_pri, 9);
	KTEST_EXPECT_EQ(thread_priority(b, 99), KERN_INVALID_ARGUMENT);
	KTEST_EXPECT_EQ(thread_policy(b, 77, 0), KERN_INVALID_ARGUMENT);
	test_join(a);
	test_join(b);
	KTEST_EXPECT(log_is("ba"));
}

static void
log_three_times(void)
{
	int		i;

	for (i = 0; i < 3; i++) {
		log_char(*thread_arg(char *));
		thread_yield();
	}
}

static void
equals_take_turns(void)
{
	thread_t	a, b;

	log_reset();
	a = test_thread(log_three_times, "a", PRI);
	b = test_thread(log_three_times, "b", PRI);
	test_join(a);
	test_join(b);
	KTEST_EXPECT(log_is("ababab"));
}

static void
yield_not_to_worse(void)
{
	thread_t	a, b;

	log_reset();
	a = test_thread(log_three_times, "a", PRI);
	b = test_thread(log_three_times, "b", PRI + 1);
	test_join(b);
	test_join(a);
	KTEST_EXPECT(log_is("aaabbb"));
}

/*
 *	Waiting.
 */
static int	event_a, event_b;

static void
wait_for_a(void)
{
	assert_wait((event_t) &event_a, TRUE);
	thread_block(thread_no_continuation);
	if (current_thread()->wait_result == THREAD_AWAKENED)
		log_char(*thread_arg(char *));
	else if (current_thread()->wait_result == THREAD_INTERRUPTED)
		log_char('!');
	else
		log_char('?');
}

static void
wakeup_all(void)
{
	thread_t	t[3];
	int		i;

	log_reset();
	t[0] = test_thread(wait_for_a, "1", PRI);
	t[1] = test_thread(wait_for_a, "2", PRI);
	t[2] = test_thread(wait_for_a, "3", PRI);
	test_sleep(20);
	KTEST_EXPECT_EQ(log_length, 0);
	KTEST_EXPECT(t[1]->state & TH_WAIT);

	/* The wrong event wakes nobody. */
	KTEST_EXPECT(!thread_wakeup_prim((event_t) &event_b, FALSE,
					 THREAD_AWAKENED));
	KTEST_EXPECT(thread_wakeup_prim((event_t) &event_a, FALSE,
					THREAD_AWAKENED));
	for (i = 0; i < 3; i++)
		test_join(t[i]);
	KTEST_EXPECT(log_is("123"));
}

static void
wakeup_one_at_a_time(void)
{
	thread_t	t[3];
	int		i;

	log_reset();
	t[0] = test_thread(wait_for_a, "1", PRI);
	t[1] = test_thread(wait_for_a, "2", PRI);
	t[2] = test_thread(wait_for_a, "3", PRI);
	test_sleep(20);

	for (i = 0; i < 3; i++) {
		thread_wakeup_one((event_t) &event_a);
		test_join(t[i]);
		KTEST_EXPECT_EQ(log_length, i + 1);
	}
	KTEST_EXPECT(log_is("123"));
	KTEST_EXPECT(!thread_wakeup_prim((event_t) &event_a, TRUE,
					 THREAD_AWAKENED));
}

static void
wakeup_before_block(void)
{
	/* Were the wakeup lost the block would never return. */
	assert_wait((event_t) &event_a, FALSE);
	thread_wakeup((event_t) &event_a);
	thread_block(thread_no_continuation);
	KTEST_EXPECT_EQ(current_thread()->wait_result, THREAD_AWAKENED);

	assert_wait((event_t) &event_a, TRUE);
	clear_wait(current_thread(), THREAD_RESTART, FALSE);
	thread_block(thread_no_continuation);
	KTEST_EXPECT_EQ(current_thread()->wait_result, THREAD_RESTART);
}

static void
wait_uninterruptibly(void)
{
	assert_wait((event_t) &event_a, FALSE);
	thread_block(thread_no_continuation);
	log_char(*thread_arg(char *));
}

static void
interrupts_of_waits(void)
{
	thread_t	a, b;

	log_reset();
	a = test_thread(wait_for_a, "a", PRI);
	b = test_thread(wait_uninterruptibly, "b", PRI);
	test_sleep(20);

	clear_wait(a, THREAD_INTERRUPTED, TRUE);
	clear_wait(b, THREAD_INTERRUPTED, TRUE);
	test_join(a);
	KTEST_EXPECT(log_is("!"));
	KTEST_EXPECT(b->state & TH_WAIT);

	thread_wakeup((event_t) &event_a);
	test_join(b);
	KTEST_EXPECT(log_is("!b"));
}

static void
timed_wait(void)
{
	unsigned int	start = elapsed_ticks;

	assert_wait((event_t) &event_a, TRUE);
	thread_set_timeout(5);
	thread_block(thread_no_continuation);
	KTEST_EXPECT_EQ(current_thread()->wait_result, THREAD_TIMED_OUT);
	KTEST_EXPECT(elapsed_ticks - start >= 5);

	/* Woken in time: the timeout must not strike later. */
	assert_wait((event_t) &event_a, TRUE);
	thread_set_timeout(3);
	thread_wakeup((event_t) &event_a);
	thread_block(thread_no_continuation);
	KTEST_EXPECT_EQ(current_thread()->wait_result, THREAD_AWAKENED);
	KTEST_EXPECT_EQ(current_thread()->timer.set, TELT_UNSET);
	test_sleep(50);
}

/*
 *	Continuations.  The thread leaves its stack behind; what it needs
 *	later is in the thread structure.
 */
static int	continuations_run;

static void
third_step(void)
{
	log_char('3');
	continuations_run++;
	thread_halt_self();
}

static void
second_step(void)
{
	log_char('2');
	assert_wait((event_t) &event_a, FALSE);
	thread_block(third_step);
	log_char('?');
}

static void
first_step(void)
{
	log_char('1');
	assert_wait((event_t) &event_a, FALSE);
	thread_block(second_step);
	log_char('?');
}

static void
continuation(void)
{
	thread_t	t;

	log_reset();
	t = test_thread(first_step, 0, PRI);
	test_sleep(20);
	KTEST_EXPECT(log_is("1"));
	KTEST_EXPECT_EQ(t->kernel_stack, 0);
	KTEST_EXPECT(t->state & TH_SWAPPED);

	thread_wakeup((event_t) &event_a);
	test_sleep(20);
	KTEST_EXPECT(log_is("12"));
	thread_wakeup((event_t) &event_a);
	test_join(t);
	KTEST_EXPECT(log_is("123"));
}

static void
step_with_argument(void)
{
	*thread_arg(int *) += 1;
}

static void
wait_with_argument(void)
{
	assert_wait((event_t) &event_b, FALSE);
	thread_block(step_with_argument);
}

/*
 *	Many threads wait without a stack, so they need hardly any memory;
 *	woken all at once they cannot all have one, and the swapin thread
 *	has to help.
 */
static void
many_continuations(void)
{
	thread_t	t[MANY];
	unsigned int	total, free;
	int		i, count = 0;

	for (i = 0; i < MANY; i++) {
		t[i] = test_thread(wait_with_argument, &count, PRI);
		test_sleep(10);
	}
	stack_statistics(&total, &free);
	KTEST_EXPECT(total < MANY);

	thread_wakeup((event_t) &event_b);
	for (i = 0; i < MANY; i++)
		test_join(t[i]);
	KTEST_EXPECT_EQ(count, MANY);
}

static void
yield_with_continuation_2(void)
{
	log_char('b');
}

static void
yield_with_continuation_1(void)
{
	log_char('a');
	thread_block(yield_with_continuation_2);
	log_char('?');
}

static void
continuation_without_wait(void)
{
	log_reset();
	test_join(test_thread(yield_with_continuation_1, 0, PRI));
	KTEST_EXPECT(log_is("ab"));
}

static void
spin_and_check(void)
{
	unsigned int	start = elapsed_ticks;

	/* A better thread wakes up meanwhile; the check lets it in. */
	while (elapsed_ticks - start < 20)
		ast_check();
	log_char('s');
}

static void
sleep_and_log(void)
{
	test_sleep(50);
	log_char('w');
}

static void
ast_requests(void)
{
	thread_t	better, spinner;

	log_reset();
	better = test_thread(sleep_and_log, 0, PRI);
	spinner = test_thread(spin_and_check, 0, PRI + 5);
	test_join(spinner);
	test_join(better);
	KTEST_EXPECT(log_is("ws"));
}

static void
time_is_charged(void)
{
	thread_t	self = current_thread();
	unsigned int	start = elapsed_ticks;
	time_value_t	before, after;

	timer_read(&self->system_timer, &before);
	while (elapsed_ticks - start < 10)
		continue;
	timer_read(&self->system_timer, &after);
	KTEST_EXPECT((after.seconds - before.seconds) * 1000000 +
		     after.microseconds - before.microseconds >= 90000);
}

static const struct ktest_case cases[] = {
	{ "start_and_end", start_and_end },
	{ "end_gives_all_back", end_gives_all_back },
	{ "stacks", stacks },
	{ "priorities", priorities },
	{ "change_priority", change_priority },
	{ "equals_take_turns", equals_take_turns },
	{ "yield_not_to_worse", yield_not_to_worse },
	{ "wakeup_all", wakeup_all },
	{ "wakeup_one", wakeup_one_at_a_time },
	{ "wakeup_before_block", wakeup_before_block },
	{ "interrupts", interrupts_of_waits },
	{ "timed_wait", timed_wait },
	{ "continuation", continuation },
	{ "many_continuations", many_continuations },
	{ "continuation_no_wait", continuation_without_wait },
	{ "ast", ast_requests },
	{ "time_charged", time_is_charged },
};

const struct ktest_suite kern_thread_suite = KTEST_SUITE("thread", cases);
