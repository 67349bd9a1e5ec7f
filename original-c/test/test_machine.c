/*
 *	test/test_machine.c: exceptions, interrupt levels, queues, printf, and
 *	what the compiler makes of C.
 */

#include <mach/vm_param.h>
#include <kern/mach_clock.h>
#include <kern/printf.h>
#include <kern/queue.h>
#include <i386/i386/proc_reg.h>
#include <i386/i386/spl.h>
#include <i386/i386/trap.h>
#include <test/ktest.h>
#include <test/suites_machine.h>

static boolean_t
same_text(const char *a, const char *b)
{
	while (*a != '\0' && *a == *b) {
		a++;
		b++;
	}
	return *a == *b;
}

static void
test_breakpoint(void)
{
	unsigned int	before = trap_counts[T_INT3];

	take_breakpoint();
	take_breakpoint();
	KTEST_EXPECT_EQ(trap_counts[T_INT3], before + 2);
}

/*
 *	Page 0 is not mapped; the fault is counted and recovered from.
 */
static void
test_page_fault(void)
{
	unsigned int	before = trap_counts[T_PAGE_FAULT];
	unsigned int	word = 7;

	KTEST_EXPECT_EQ(copy_word_in((unsigned int *) 8, &word), 1);
	KTEST_EXPECT_EQ(word, 7);
	KTEST_EXPECT_EQ(copy_word_out((unsigned int *) 8, 1), 1);
	KTEST_EXPECT_EQ(trap_counts[T_PAGE_FAULT], before + 2);
	KTEST_EXPECT_EQ(copy_word_in(&before, &word), 0);
	KTEST_EXPECT_EQ(word, before);
}

static void
test_levels(void)
{
	spl_t		s, t;

	s = splbio();
	KTEST_EXPECT_EQ(curr_ipl, SPLBIO);
	t = splnet();			/* not down */
	KTEST_EXPECT_EQ(t, SPLBIO);
	KTEST_EXPECT_EQ(curr_ipl, SPLBIO);
	(void) splhigh();
	KTEST_EXPECT_EQ(curr_ipl, SPLHI);
	KTEST_EXPECT(get_eflags() & EFL_IF);
	(void) splx(s);
	KTEST_EXPECT_EQ(curr_ipl, s);
}

static void
test_clock_masked(void)
{
	unsigned int	before;
	spl_t		s;
	volatile int	i;

	s = splclock();
	before = elapsed_ticks;
	for (i = 0; i < 20000000; i++)
		continue;
	KTEST_EXPECT_EQ(elapsed_ticks, before);
	(void) splx(s);
	while (elapsed_ticks == before)
		continue;
	KTEST_EXPECT(elapsed_ticks != before);
}

struct element {
	int		value;
	queue_chain_t	links;
};

static void
test_queue(void)
{
	queue_head_t	head;
	struct element	e[4], *p;
	int		i, sum = 0;

	queue_init(&head);
	KTEST_EXPECT(queue_empty(&head));
	for (i = 0; i < 3; i++) {
		e[i].value = i + 1;
		queue_enter(&head, &e[i], struct element *, links);
	}
	e[3].value = 9;
	queue_enter_first(&head, &e[3], struct element *, links);

	queue_iterate(&head, p, struct element *, links)
		sum = sum * 10 + p->value;
	KTEST_EXPECT_EQ(sum, 9123);

	queue_remove(&head, &e[1], struct element *, links);
	queue_remove_first(&head, p, struct element *, links);
	KTEST_EXPECT(p == &e[3]);
	queue_remove_last(&head, p, struct element *, links);
	KTEST_EXPECT(p == &e[2]);
	queue_remove_first(&head, p, struct element *, links);
	KTEST_EXPECT(p == &e[0]);
	KTEST_EXPECT(queue_empty(&head));
}

static void
test_queue_functions(void)
{
	struct queue_entry head, a, b;

	queue_init(&head);
	enqueue_tail(&head, &a);
	enqueue_head(&head, &b);
	KTEST_EXPECT(dequeue_head(&head) == &b);
	KTEST_EXPECT(dequeue_tail(&head) == &a);
	KTEST_EXPECT(dequeue_head(&head) == (queue_entry_t) 0);
}

static void
test_printf(void)
{
	char		buf[128];

	KTEST_EXPECT_EQ(sprintf(buf, "%d|%5d|%-5d|%05d|%+d", 42, 42, 42, 42, 42), 24);
	KTEST_EXPECT(same_text(buf, "42|   42|42   |00042|+42"));
	(void) sprintf(buf, "%x %X %#x %o %#o", 0xbeef, 0xbeef, 0xbeef, 8, 8);
	KTEST_EXPECT(same_text(buf, "beef BEEF 0xbeef 10 010"));
	(void) sprintf(buf, "%s|%.2s|%6s|%-6s|%c%%", "abc", "abc", "abc", "abc", 'z');
	KTEST_EXPECT(same_text(buf, "abc|ab|   abc|abc   |z%"));
	(void) sprintf(buf, "%llu %lld %llx", 18446744073709551615ULL,
		       -9223372036854775807LL - 1, 0x123456789abcdefULL);
	KTEST_EXPECT(same_text(buf, "18446744073709551615 -9223372036854775808 123456789abcdef"));
	(void) sprintf(buf, "%*d|%.*d|%hd", 4, 7, 3, 7, 0x12345);
	KTEST_EXPECT(same_text(buf, "   7|007|9029"));
	(void) sprintf(buf, "%b", 0x5, "\20\1one\2two\3three");
	KTEST_EXPECT(same_text(buf, "5<one,three>"));
	(void) sprintf(buf, "%p %u", (void *) 0x1000, 4294967295U);
	KTEST_EXPECT(same_text(buf, "0x1000 4294967295"));
}

static const struct ktest_case machine_cases[] = {
	{ "breakpoint", test_breakpoint },
	{ "page_fault", test_page_fault },
	{ "levels", test_levels },
	{ "clock_masked", test_clock_masked },
	{ "queue", test_queue },
	{ "queue_functions", test_queue_functions },
	{ "printf", test_printf },
};

const struct ktest_suite machine_suite = KTEST_SUITE("machine", machine_cases);
