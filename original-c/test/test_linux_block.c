/*
 *	test_linux_block.c: request queues and block devices, on a disk in memory
 *	whose driver is below.  The driver can serve at once, or one batch per
 *	tick like a real device, and can fail at a chosen sector.
 */
#define MACH_INCLUDE
#include <kern/printf.h>
#include <test/ktest.h>
#include <test/suites_linux.h>

#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/errno.h>
#include <linux/sched.h>
#include <linux/malloc.h>
#include <linux/glue.h>
#include <asm/system.h>

#define MAJOR_NR LOCAL_MAJOR
#include <linux/blk.h>

#define DISK_KB		256
#define DISK_SECTORS	(DISK_KB * 2)
#define NO_SECTOR	(~0UL)

static const kdev_t ram_dev = MKDEV(LOCAL_MAJOR, 0);
static char *disk;
static int ram_sizes[256] = { DISK_KB };

/* Per tick, when the driver is slow; 0: it is fast. */
static int ram_batch;
static unsigned long ram_bad_sector = NO_SECTOR;
static struct timer_list ram_timer;

/* First sectors of the requests, in the order in which they were served. */
static unsigned long served[128];
static int served_count;

/*
 *	Serve one buffer of the current request.
 */
static void
serve_buffer(void)
{
	static struct request *last;
	struct request *req = CURRENT;
	char *where = disk + (req->sector << 9);
	int ok;

	INIT_REQUEST;
	if (req != last || req->bh->b_reqnext == NULL) {
		if (served_count < 128)
			served[served_count++] = req->sector;
		last = req;
	}
	ok = ram_bad_sector < req->sector
	     || ram_bad_sector >= req->sector + req->current_nr_sectors;
	if (ok && req->cmd == READ)
		memcpy(req->buffer, where, req->current_nr_sectors << 9);
	else if (ok)
		memcpy(where, req->buffer, req->current_nr_sectors << 9);
	end_request(ok);
}

static void
ram_tick(unsigned long data)
{
	int n;

	for (n = 0; n < ram_batch && HAVE_REQUEST; n++)
		serve_buffer();
	if (HAVE_REQUEST) {
		ram_timer.expires = jiffies + 1;
		add_timer(&ram_timer);
	}
}

static void
ram_request(void)
{
	if (ram_batch == 0) {
		while (HAVE_REQUEST)
			serve_buffer();
	} else if (ram_timer.next == NULL) {
		ram_timer.expires = jiffies + 1;
		add_timer(&ram_timer);
	}
}

static struct file_operations ram_fops;

/*
 *	Put the disk on line, its sectors filled with their numbers.
 */
static int
setup(int batch)
{
	unsigned i;

	disk = vmalloc(DISK_KB * 1024);
	KTEST_EXPECT(disk != NULL);
	if (disk == NULL)
		return 0;
	for (i = 0; i < DISK_SECTORS; i++)
		memset(disk + i * 512, i, 512);
	ram_batch = batch;
	ram_bad_sector = NO_SECTOR;
	served_count = 0;
	init_timer(&ram_timer);
	ram_timer.function = ram_tick;
	blk_size[LOCAL_MAJOR] = ram_sizes;
	blk_dev[LOCAL_MAJOR].request_fn = ram_request;
	KTEST_EXPECT_EQ(register_blkdev(LOCAL_MAJOR, "ram", &ram_fops), 0);
	return 1;
}

static void
teardown(void)
{
	KTEST_EXPECT(CURRENT == NULL);
	KTEST_EXPECT_EQ(unregister_blkdev(LOCAL_MAJOR, "ram"), 0);
	blk_dev[LOCAL_MAJOR].request_fn = NULL;
	blk_size[LOCAL_MAJOR] = NULL;
	vfree(disk);
	disk = NULL;
}

/* Buffers of one sector for the tests that call the block layer directly. */
#define MAX_HEADS	100
static struct buffer_head heads[MAX_HEADS];
static struct buffer_head *bhv[MAX_HEADS];
static char *head_data;

/*
 *	Prepare n buffers, for the sectors of a list.
 */
static int
prepare(int n, const unsigned short *sectors)
{
	int i;

	head_data = vmalloc(n * 512);
	KTEST_EXPECT(head_data != NULL);
	if (head_data == NULL)
		return 0;
	memset(heads, 0, sizeof heads);
	for (i = 0; i < n; i++) {
		heads[i].b_dev = ram_dev;
		heads[i].b_size = 512;
		heads[i].b_blocknr = sectors[i];
		heads[i].b_data = head_data + i * 512;
		bhv[i] = &heads[i];
	}
	return 1;
}

/*
 *	Wait for n buffers, see that each has what its sector has, forget them.
 */
static void
finish(int n)
{
	int i, wrong = 0;

	for (i = 0; i < n; i++) {
		wait_on_buffer(&heads[i]);
		if (!buffer_uptodate(&heads[i])
		    || heads[i].b_data[0] != (char) heads[i].b_blocknr
		    || heads[i].b_data[511] != (char) heads[i].b_blocknr)
			wrong++;
	}
	KTEST_EXPECT_EQ(wrong, 0);
	vfree(head_data);
}

static void
open_fails_without_driver(void)
{
	struct block_data *bd;

	KTEST_EXPECT_EQ(bdev_open(ram_dev, FMODE_READ, &bd),
			D_NO_SUCH_DEVICE);
	KTEST_EXPECT(bd == NULL);
	KTEST_EXPECT_EQ(bdev_open(MKDEV(200, 0), FMODE_READ, &bd),
			D_NO_SUCH_DEVICE);
	KTEST_EXPECT_EQ(register_blkdev(MAX_BLKDEV, "x", &ram_fops), -EINVAL);
	KTEST_EXPECT_EQ(unregister_blkdev(LOCAL_MAJOR, "ram"), -EINVAL);
}

/*
 *	Neighbouring buffers become one request, whether they come upward or
 *	downward.
 */
static void
neighbours_merge(void)
{
	static const unsigned short up[] = { 8, 9, 10, 11, 12, 13, 14, 15 };
	static const unsigned short down[] = { 47, 46, 45, 44, 43, 42, 41, 40 };
	struct blk_stat before;

	if (!setup(4))
		return;
	before = blk_stat[LOCAL_MAJOR];
	if (prepare(8, up)) {
		ll_rw_block(READ, 8, bhv);
		finish(8);
	}
	KTEST_EXPECT_EQ(blk_stat[LOCAL_MAJOR].requests - before.requests, 1UL);
	KTEST_EXPECT_EQ(blk_stat[LOCAL_MAJOR].merges - before.merges, 7UL);
	if (prepare(8, down)) {
		ll_rw_block(READ, 8, bhv);
		finish(8);
	}
	KTEST_EXPECT_EQ(blk_stat[LOCAL_MAJOR].requests - before.requests, 2UL);
	KTEST_EXPECT_EQ(blk_stat[LOCAL_MAJOR].read_sectors
			- before.read_sectors, 16UL);
	teardown();
}

/*
 *	Requests that come together are served in one sweep.  Of those that come
 *	one by one the first is started at once, and the others sweep behind it.
 */
static void
requests_are_sorted(void)
{
	static const unsigned short sectors[] = { 40, 10, 30, 20 };
	int i;

	if (!setup(1))
		return;
	if (prepare(4, sectors)) {
		ll_rw_block(READ, 4, bhv);
		finish(4);
	}
	KTEST_EXPECT_EQ(served_count, 4);
	for (i = 0; i < 4; i++)
		KTEST_EXPECT_EQ(served[i], 10UL * (i + 1));

	served_count = 0;
	if (prepare(4, sectors)) {
		for (i = 0; i < 4; i++)
			ll_rw_block(READ, 1, &bhv[i]);
		finish(4);
	}
	KTEST_EXPECT_EQ(served_count, 4);
	KTEST_EXPECT_EQ(served[0], 40UL);
	for (i = 1; i < 4; i++)
		KTEST_EXPECT_EQ(served[i], 10UL * i);
	teardown();
}

/*
 *	More requests than the block layer has: it makes its caller wait.
 */
static void
more_than_all_requests(void)
{
	static unsigned short sectors[MAX_HEADS];
	int i;

	if (!setup(8))
		return;
	for (i = 0; i < MAX_HEADS; i++)
		sectors[i] = (i * 37) % MAX_HEADS * 4;
	if (prepare(MAX_HEADS, sectors)) {
		ll_rw_block(READ, MAX_HEADS, bhv);
		finish(MAX_HEADS);
	}
	teardown();
}

/*
 *	Read-ahead, buffers that are fine already, buffers that are not there.
 */
static void
nothing_to_do(void)
{
	static const unsigned short sectors[] = { 1, 2, 3 };
	struct blk_stat before;

	if (!setup(0))
		return;
	before = blk_stat[LOCAL_MAJOR];
	if (prepare(3, sectors)) {
		mark_buffer_uptodate(&heads[0], 1);
		heads[0].b_data[0] = heads[0].b_data[511] = 1;
		bhv[1] = NULL;
		ll_rw_block(READA, 3, bhv);
		bhv[1] = &heads[1];
		ll_rw_block(READ, 1, &bhv[1]);
		/* Clean buffers are not written. */
		ll_rw_block(WRITE, 3, bhv);
		finish(3);
	}
	KTEST_EXPECT_EQ(blk_stat[LOCAL_MAJOR].read_sectors
			- before.read_sectors, 2UL);
	KTEST_EXPECT_EQ(blk_stat[LOCAL_MAJOR].write_sectors
			- before.write_sectors, 0UL);
	teardown();
}

/*
 *	Bytes through the glue: from all kinds of memory, whole sectors or not.
 */
static void
read_and_write(int batch)
{
	struct block_data *bd;
	char small[700], *large;
	int i, wrong = 0;

	if (!setup(batch))
		return;
	large = vmalloc(16384);
	KTEST_EXPECT(large != NULL);
	KTEST_EXPECT_EQ(bdev_open(ram_dev, FMODE_READ | FMODE_WRITE, &bd), 0);
	if (large == NULL || bd == NULL)
		return;
	KTEST_EXPECT_EQ(bdev_get_size(bd), (unsigned long) DISK_SECTORS);

	/* An incomplete sector keeps its rest. */
	memset(small, 0xaa, sizeof small);
	KTEST_EXPECT_EQ(bdev_write(bd, 5, small, 700), 0);
	KTEST_EXPECT_EQ(disk[5 * 512], (char) 0xaa);
	KTEST_EXPECT_EQ(disk[5 * 512 + 699], (char) 0xaa);
	KTEST_EXPECT_EQ(disk[5 * 512 + 700], 6);
	KTEST_EXPECT_EQ(disk[7 * 512], 7);

	/* A long run, from an odd sector, of an odd length. */
	KTEST_EXPECT_EQ(bdev_read(bd, 101, large, 16383), 0);
	for (i = 0; i < 16383; i++)
		wrong += large[i] != (char) (101 + i / 512);
	KTEST_EXPECT_EQ(wrong, 0);

	memset(large, 0x5c, 16384);
	KTEST_EXPECT_EQ(bdev_write(bd, 200, large, 16384), 0);
	for (i = 0; i < 16384; i++)
		wrong += disk[200 * 512 + i] != 0x5c;
	KTEST_EXPECT_EQ(wrong, 0);
	KTEST_EXPECT_EQ(disk[199 * 512], (char) 199);
	KTEST_EXPECT_EQ(disk[232 * 512], (char) 232);

	bdev_close(bd);
	vfree(large);
	teardown();
}

static void
read_and_write_fast(void)
{
	read_and_write(0);
}

static void
read_and_write_slow(void)
{
	read_and_write(7);
}

/*
 *	A kmalloc block is handed to the driver as it is: no copying, and one
 *	request for all of it.
 */
static void
direct_memory(void)
{
	struct block_data *bd;
	struct blk_stat before;
	char *p;
	int i, wrong = 0;

	if (!setup(0))
		return;
	p = linux_kmalloc(8192, GFP_KERNEL);
	KTEST_EXPECT(p != NULL);
	KTEST_EXPECT_EQ(bdev_open(ram_dev, FMODE_READ, &bd), 0);
	if (p == NULL || bd == NULL)
		return;
	before = blk_stat[LOCAL_MAJOR];
	KTEST_EXPECT_EQ(bdev_read(bd, 64, p, 8192), 0);
	for (i = 0; i < 8192; i++)
		wrong += p[i] != (char) (64 + i / 512);
	KTEST_EXPECT_EQ(wrong, 0);
	KTEST_EXPECT_EQ(blk_stat[LOCAL_MAJOR].requests - before.requests, 1UL);
	/* Blocks of 1 KiB, because everything is even. */
	KTEST_EXPECT_EQ(blk_stat[LOCAL_MAJOR].merges - before.merges, 7UL);
	bdev_close(bd);
	linux_kfree(p);
	teardown();
}

/*
 *	Errors come back as errors, and only for what failed.
 */
static void
errors_are_reported(void)
{
	static const unsigned short outside[] = { DISK_SECTORS };
	struct block_data *bd;
	char small[512];

	if (!setup(0))
		return;
	KTEST_EXPECT_EQ(bdev_open(ram_dev, FMODE_READ, &bd), 0);
	if (bd == NULL)
		return;
	ram_bad_sector = 33;
	KTEST_EXPECT_EQ(bdev_read(bd, 33, small, 512), D_IO_ERROR);
	KTEST_EXPECT_EQ(bdev_read(bd, 34, small, 512), 0);
	KTEST_EXPECT_EQ(bdev_write(bd, 34, small, 512), D_INVALID_OPERATION);
	KTEST_EXPECT_EQ(bdev_read(bd, DISK_SECTORS, small, 1),
			D_INVALID_RECNUM);
	KTEST_EXPECT_EQ(bdev_read(bd, DISK_SECTORS - 1, small, 513),
			D_INVALID_RECNUM);
	KTEST_EXPECT_EQ(bdev_read(bd, ~0UL, small, 512), D_INVALID_RECNUM);
	if (prepare(1, outside)) {
		ll_rw_block(READ, 1, bhv);
		wait_on_buffer(&heads[0]);
		KTEST_EXPECT(!buffer_uptodate(&heads[0]));
		vfree(head_data);
	}
	bdev_close(bd);
	teardown();
}

static void
read_only_device(void)
{
	struct block_data *bd;

	if (!setup(0))
		return;
	set_device_ro(ram_dev, 1);
	KTEST_EXPECT(is_read_only(ram_dev));
	KTEST_EXPECT(!is_read_only(MKDEV(LOCAL_MAJOR, 1)));
	KTEST_EXPECT_EQ(bdev_open(ram_dev, FMODE_READ | FMODE_WRITE, &bd),
			D_READ_ONLY);
	KTEST_EXPECT_EQ(bdev_open(ram_dev, FMODE_READ, &bd), 0);
	set_device_ro(ram_dev, 0);
	if (bd != NULL)
		bdev_close(bd);
	teardown();
}

/*
 *	bread gives a buffer or null.
 */
static void
bread_and_brelse(void)
{
	struct buffer_head *bh;

	if (!setup(3))
		return;
	bh = bread(ram_dev, 12, 1024);
	KTEST_EXPECT(bh != NULL);
	if (bh != NULL) {
		KTEST_EXPECT_EQ(bh->b_data[0], 24);
		KTEST_EXPECT_EQ(bh->b_data[1023], 25);
		brelse(bh);
	}
	ram_bad_sector = 60;
	KTEST_EXPECT(bread(ram_dev, 30, 1024) == NULL);
	teardown();
}

static const struct ktest_case cases[] = {
	{ "no_driver", open_fails_without_driver },
	{ "merge", neighbours_merge },
	{ "sort", requests_are_sorted },
	{ "more_requests", more_than_all_requests },
	{ "nothing_to_do", nothing_to_do },
	{ "rw_fast", read_and_write_fast },
	{ "rw_slow", read_and_write_slow },
	{ "direct", direct_memory },
	{ "errors", errors_are_reported },
	{ "read_only", read_only_device },
	{ "bread", bread_and_brelse },
};

const struct ktest_suite linux_block_suite = KTEST_SUITE("linux_block", cases);
