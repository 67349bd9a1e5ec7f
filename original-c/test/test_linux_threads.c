/*
 *	test_linux_threads.c: the drivers' ways of waiting, used by several
 *	threads at once, and several threads at one device.
 */
#define MACH_INCLUDE
#include <test/ktest.h>
#include <test/suites_linux.h>
#include <test/test_vm_util.h>

#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/major.h>
#include <linux/sched.h>
#include <linux/malloc.h>
#include <linux/fs.h>
#include <linux/glue.h>
#include <asm/system.h>

#define PRI		10		/* of all threads here */
#define NTHREADS	5
#define ROUNDS		40

static thread_t threads[NTHREADS];

/*
 *	Start the threads, each with its number as the argument.
 */
static void
start_all(void (*start)(void))
{
	unsigned long i;

	for (i = 0; i < NTHREADS; i++)
		threads[i] = test_thread(start, (void *) i, PRI);
}

static void
join_all(void)
{
	int i;

	for (i = 0; i < NTHREADS; i++)
		test_join(threads[i]);
}

static struct semaphore region;
static int inside, entries, collisions;

/*
 *	Go through the critical region again and again, giving the processor away
 *	in the middle of it.
 */
static void
enter_region(void)
{
	int i;

	for (i = 0; i < ROUNDS; i++) {
		down(&region);
		if (++inside != 1)
			collisions++;
		thread_yield();
		entries++;
		inside--;
		up(&region);
	}
}

static void
semaphore_excludes(void)
{
	region = (struct semaphore) MUTEX;
	inside = entries = collisions = 0;
	start_all(enter_region);
	join_all();
	KTEST_EXPECT_EQ(collisions, 0);
	KTEST_EXPECT_EQ(entries, NTHREADS * ROUNDS);
	KTEST_EXPECT_EQ(region.count, 1);
}

static struct wait_queue *gate_queue;
static volatile int gate_open, waiting, through;

static void
pass_gate(void)
{
	unsigned long flags;

	waiting++;
	save_flags(flags);
	cli();
	while (!gate_open) {
		sleep_on(&gate_queue);
		cli();
	}
	restore_flags(flags);
	through++;
}

/*
 *	Everybody who sleeps is woken, and nobody before.
 */
static void
wake_up_wakes_all(void)
{
	gate_open = waiting = through = 0;
	start_all(pass_gate);
	while (waiting < NTHREADS)
		test_sleep(10);
	/* Nothing changed for them: they have to go on sleeping. */
	wake_up(&gate_queue);
	test_sleep(30);
	KTEST_EXPECT_EQ(through, 0);
	gate_open = 1;
	wake_up(&gate_queue);
	join_all();
	KTEST_EXPECT_EQ(through, NTHREADS);
}

#define CYLINDER	18432

static struct block_data *disk;
static unsigned int sums[NTHREADS];

/*
 *	Sum of the bytes of one cylinder, or all ones.
 */
static unsigned int
sum_of_cylinder(unsigned long cylinder)
{
	unsigned char *buf = linux_kmalloc(CYLINDER, GFP_DMA);
	unsigned int sum = 0, i;

	if (buf == NULL)
		return ~0U;
	if (bdev_read(disk, cylinder * (CYLINDER / 512), (char *) buf,
		       CYLINDER) != D_SUCCESS)
		sum = ~0U;
	else
		for (i = 0; i < CYLINDER; i++)
			sum = sum * 31 + buf[i];
	linux_kfree(buf);
	return sum;
}

static void
read_cylinder(void)
{
	unsigned long self = thread_arg(unsigned long);

	sums[self] = sum_of_cylinder(self * 7);
}

/*
 *	Requests of several threads wait for each other and do not mix.
 */
static void
floppy_is_shared(void)
{
	int i;

	if (bdev_open(MKDEV(FLOPPY_MAJOR, 0), FMODE_READ, &disk)
	    != D_SUCCESS) {
		ktest_skip("no floppy drive or no disk in it");
		return;
	}
	if (bdev_get_size(disk) < 36 * (CYLINDER / 512)) {
		ktest_skip("the disk is too small");
		goto close;
	}
	start_all(read_cylinder);
	join_all();
	for (i = 0; i < NTHREADS; i++) {
		KTEST_EXPECT(sums[i] != ~0U);
		KTEST_EXPECT_EQ(sums[i], sum_of_cylinder(i * 7));
	}
close:
	bdev_close(disk);
}

static const struct ktest_case cases[] = {
	{ "semaphore", semaphore_excludes },
	{ "wake_up", wake_up_wakes_all },
	{ "floppy", floppy_is_shared },
};

const struct ktest_suite linux_threads_suite =
	KTEST_SUITE("linux_threads", cases);
