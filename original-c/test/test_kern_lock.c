/*
 *	test/test_kern_lock.c
 *
 *	Complex locks.  Threads are not preempted, so a thread that was
 *	started runs until it ends or has to wait; the log tells which.
 */

#include <kern/lock.h>
#include <kern/sched_prim.h>
#include <kern/thread.h>
#include <test/ktest.h>
#include <test/suites_vm.h>
#include <test/test_vm_util.h>

#define	PRI	10

static lock_data_t	lock;
static char		events[32];
static unsigned int	nevents;

static void
note(char c)
{
	if (nevents < sizeof events - 1)
		events[nevents++] = c;
	events[nevents] = '\0';
}

static boolean_t
noted(const char *expected)
{
	unsigned int	i;

	for (i = 0; expected[i] != '\0'; i++)
		if (events[i] != expected[i])
			return FALSE;
	return events[i] == '\0';
}

static void
begin(void)
{
	nevents = 0;
	events[0] = '\0';
	lock_init(&lock, TRUE);
}

static void
reader(void)
{
	lock_read(&lock);
	note('r');
	lock_read_done(&lock);
}

static void
writer(void)
{
	lock_write(&lock);
	note('w');
	lock_write_done(&lock);
}

static void
readers_share(void)
{
	thread_t	t;

	begin();
	lock_read(&lock);
	KTEST_EXPECT(lock_try_read(&lock));
	KTEST_EXPECT(!lock_try_write(&lock));
	t = test_thread(reader, 0, PRI);
	test_join(t);
	KTEST_EXPECT(noted("r"));
	lock_done(&lock);
	lock_done(&lock);
	KTEST_EXPECT_EQ(lock.read_count, 0);
	KTEST_EXPECT(lock_try_write(&lock));
	lock_done(&lock);
}

static void
writer_excludes(void)
{
	thread_t	a, b;

	begin();
	lock_write(&lock);
	KTEST_EXPECT(!lock_try_read(&lock));
	KTEST_EXPECT(!lock_try_write(&lock));
	a = test_thread(reader, 0, PRI);
	b = test_thread(writer, 0, PRI);
	test_sleep(30);
	KTEST_EXPECT(noted(""));
	lock_done(&lock);
	test_join(a);
	test_join(b);
	KTEST_EXPECT_EQ(nevents, 2);
	KTEST_EXPECT(lock_try_write(&lock));
	lock_done(&lock);
}

/*
 *	A writer that waits keeps new readers out, or it might wait for ever.
 */
static void
writer_goes_first(void)
{
	thread_t	w, r;

	begin();
	lock_read(&lock);
	w = test_thread(writer, 0, PRI);
	test_sleep(30);
	KTEST_EXPECT(!lock_try_read(&lock));
	r = test_thread(reader, 0, PRI);
	test_sleep(30);
	KTEST_EXPECT(noted(""));
	lock_done(&lock);
	test_join(w);
	test_join(r);
	KTEST_EXPECT(noted("wr"));
}

static void
upgrade_and_downgrade(void)
{
	thread_t	r;

	begin();
	lock_read(&lock);
	KTEST_EXPECT(!lock_read_to_write(&lock));	/* FALSE is success */
	KTEST_EXPECT(!lock_try_read(&lock));
	r = test_thread(reader, 0, PRI);
	test_sleep(30);
	KTEST_EXPECT(noted(""));
	lock_write_to_read(&lock);
	test_join(r);
	KTEST_EXPECT(noted("r"));
	KTEST_EXPECT_EQ(lock.read_count, 1);
	lock_done(&lock);
}

static void
upgrader(void)
{
	lock_read(&lock);
	note('1');
	if (lock_read_to_write(&lock))
		note('x');			/* refused, and no lock left */
	else {
		note('u');
		lock_done(&lock);
	}
}

/*
 *	Two readers that both want to write would wait for each other: the
 *	second is refused and loses its lock.
 */
static void
one_upgrade_only(void)
{
	thread_t	t;

	begin();
	lock_read(&lock);
	t = test_thread(upgrader, 0, PRI);
	test_sleep(30);
	KTEST_EXPECT(noted("1"));
	KTEST_EXPECT(lock_read_to_write(&lock));
	test_join(t);
	KTEST_EXPECT(noted("1u"));
	KTEST_EXPECT(lock_try_write(&lock));
	lock_done(&lock);
}

/*
 *	The attempt does not cost the read lock when another is first.
 */
static void
try_upgrade(void)
{
	thread_t	t;

	begin();
	lock_read(&lock);
	KTEST_EXPECT(lock_try_read_to_write(&lock));
	KTEST_EXPECT(!lock_try_read(&lock));
	lock_done(&lock);

	lock_read(&lock);
	t = test_thread(upgrader, 0, PRI);
	test_sleep(30);
	KTEST_EXPECT(noted("1"));
	KTEST_EXPECT(!lock_try_read_to_write(&lock));
	KTEST_EXPECT_EQ(lock.read_count, 1);
	test_sleep(30);
	KTEST_EXPECT(noted("1"));
	lock_done(&lock);
	test_join(t);
	KTEST_EXPECT(noted("1u"));
	KTEST_EXPECT(lock_try_write(&lock));
	lock_done(&lock);
}

static void
recursion(void)
{
	begin();
	lock_write(&lock);
	lock_set_recursive(&lock);
	lock_write(&lock);
	KTEST_EXPECT(lock_try_write(&lock));
	KTEST_EXPECT_EQ(lock.recursion_depth, 2);
	lock_read(&lock);
	KTEST_EXPECT(lock_try_read(&lock));
	KTEST_EXPECT(lock_try_read_to_write(&lock));
	KTEST_EXPECT_EQ(lock.recursion_depth, 3);
	lock_done(&lock);
	lock_done(&lock);
	lock_done(&lock);
	lock_done(&lock);
	KTEST_EXPECT_EQ(lock.recursion_depth, 0);
	KTEST_EXPECT_EQ(lock.read_count, 0);
	lock_clear_recursive(&lock);
	lock_done(&lock);
	KTEST_EXPECT(lock_try_write(&lock));
	lock_done(&lock);
}

static const struct ktest_case cases[] = {
	{ "readers_share", readers_share },
	{ "writer_excludes", writer_excludes },
	{ "writer_goes_first", writer_goes_first },
	{ "upgrade_and_downgrade", upgrade_and_downgrade },
	{ "one_upgrade_only", one_upgrade_only },
	{ "try_upgrade", try_upgrade },
	{ "recursion", recursion },
};

const struct ktest_suite kern_lock_suite = KTEST_SUITE("lock", cases);
