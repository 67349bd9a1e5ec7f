/*
 *	test_linux_disk.c: hard disks, a suite for each driver.
 *
 *	What is on the disk is the host's to know: the lines that are printed are
 *	what it compares.  With "demo" on the command line what is written stays;
 *	otherwise the disk is left as it was found.
 */
#define MACH_INCLUDE
#include <kern/printf.h>
#include <mach/vm_param.h>
#include <i386/i386at/machdep.h>
#include <test/ktest.h>
#include <test/suites_linux.h>
#include <test/test_linux_util.h>
#include <test/test_vm_util.h>
#include <kern/sched_prim.h>
#include <kern/thread.h>
#include <vm/vm_page.h>

#include <linux/types.h>
#include <linux/string.h>
#include <linux/major.h>
#include <linux/malloc.h>
#include <linux/blkdev.h>
#include <linux/ide.h>
#include <linux/glue.h>
#include <linux/src/drivers/scsi/sd.h>
#include <asm/io.h>

/* Bytes that are moved at a time: one request, and one block of memory. */
#define PIECE		61440U
#define PIECE_SECTORS	(PIECE / 512)

/* Sectors that are written: so many from each of these. */
#define WRITTEN_SECTORS	36
#define WRITTEN_BYTES	(WRITTEN_SECTORS * 512)
#define FIRST_WRITTEN	100
#define WRITTEN_STEP	1111

/* Transfers of a driver since boot. */
struct transfers {
	unsigned long dma;		/* by the device itself */
	unsigned long pieces;		/* of memory, in those */
	unsigned long processor;	/* word by word */
};

struct disk {
	const char *name;
	kdev_t dev;
	int needs_even;			/* memory at odd addresses is not for DMA */
	void (*count)(struct transfers *t);
};

#define DISK	((const struct disk *) ktest_subject)

static void
count_ide(struct transfers *t)
{
	struct ide_stat stat;

	ide_get_stat(&stat);
	t->dma = stat.dma_reads + stat.dma_writes;
	t->pieces = stat.dma_pieces;
	t->processor = stat.pio_requests;
}

static void
count_scsi(struct transfers *t)
{
	t->dma = sd_stat.commands;
	t->pieces = sd_stat.pieces;
	t->processor = 0;
}

/* ---- Time ---- */

#define WORST_PRI	31

static volatile int spinning;
static thread_t spinner;

/*
 *	A thread for the time when all others wait.  The clock of an emulator may
 *	run ahead when the processor has nothing to do, and a disk that is really
 *	the host's would then be late for every timer.
 */
static void
spin(void)
{
	while (spinning)
		thread_yield();
}

static void
close_disk(struct block_data *bd)
{
	bdev_close(bd);
	spinning = 0;
	test_join(spinner);
}

/*
 *	Open the disk or a partition of it, or skip the test.
 */
static struct block_data *
open_or_skip(int mode, int partition)
{
	struct block_data *bd = NULL;
	kern_return_t err = bdev_open(DISK->dev + partition, mode, &bd);

	if (bd != NULL) {
		spinning = 1;
		spinner = test_thread(spin, NULL, WORST_PRI);
	}
	if (err == D_NO_SUCH_DEVICE)
		ktest_skip(partition == 0 ? "no such disk"
				      : "no disk with partitions");
	else
		KTEST_EXPECT_EQ(err, D_SUCCESS);
	return bd;
}

/*
 *	Read all of a disk through one buffer.  Returns its CRC-32.
 */
static unsigned int
read_all(struct block_data *bd, char *buf)
{
	unsigned long sector, size = bdev_get_size(bd), n;
	unsigned int crc = 0;
	int failed = 0;

	for (sector = 0; sector < size; sector += n) {
		n = size - sector < PIECE_SECTORS ? size - sector
						  : PIECE_SECTORS;
		memset(buf, 0x55, n * 512);
		if (bdev_read(bd, sector, buf, n * 512) != D_SUCCESS)
			failed++;
		crc = test_crc32(crc, buf, n * 512);
	}
	KTEST_EXPECT_EQ(failed, 0);
	return crc;
}

static void
whole_disk(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ, 0);
	struct transfers before, after;
	unsigned int crc;
	char *buf;

	if (bd == NULL)
		return;
	buf = linux_kmalloc(PIECE, GFP_ATOMIC);
	KTEST_EXPECT(buf != NULL);
	if (buf != NULL) {
		DISK->count(&before);
		crc = read_all(bd, buf);
		DISK->count(&after);
		KTEST_EXPECT_EQ(after.processor, before.processor);
		KTEST_EXPECT(after.dma - before.dma
			     >= bdev_get_size(bd) / PIECE_SECTORS);
		printf("# disk: %s: read %lu bytes, crc32 %08x, %lu transfers,"
		       " buffer at 0x%08lx\n", DISK->name,
		       bdev_get_size(bd) * 512, crc, after.dma - before.dma,
		       virt_to_bus(buf));
		linux_kfree(buf);
	}
	close_disk(bd);
}

#define PAGES	8

/*
 *	Blocks of one request into pages that lie in another order.
 */
static void
scattered(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ, 0);
	struct buffer_head head[PAGES], *bh[PAGES];
	struct transfers before, after;
	char *page[PAGES], *whole;
	int n;

	if (bd == NULL)
		return;
	whole = linux_kmalloc(PAGES * PAGE_SIZE, GFP_ATOMIC);
	KTEST_EXPECT(whole != NULL);
	for (n = 0; n < PAGES; n++) {
		page[n] = (char *) __get_free_page(GFP_ATOMIC);
		KTEST_EXPECT(page[n] != NULL);
	}
	memset(head, 0, sizeof head);
	for (n = 0; n < PAGES; n++) {
		bh[n] = &head[n];
		head[n].b_dev = DISK->dev;
		head[n].b_blocknr = n;
		head[n].b_size = 4096;
		/* Every other one from the end. */
		head[n].b_data = page[n & 1 ? PAGES - n : n];
	}
	DISK->count(&before);
	ll_rw_block(READ, PAGES, bh);
	for (n = 0; n < PAGES; n++) {
		wait_on_buffer(bh[n]);
		KTEST_EXPECT(buffer_uptodate(bh[n]));
	}
	DISK->count(&after);
	KTEST_EXPECT(after.pieces - before.pieces >= PAGES / 2);
	KTEST_EXPECT_EQ(after.processor, before.processor);
	KTEST_EXPECT_EQ(bdev_read(bd, 0, whole, PAGES * 4096), D_SUCCESS);
	for (n = 0; n < PAGES; n++)
		KTEST_EXPECT(memcmp(head[n].b_data, whole + n * 4096, 4096)
			     == 0);
	for (n = 0; n < PAGES; n++)
		free_page((unsigned long) page[n]);
	linux_kfree(whole);
	close_disk(bd);
}

/*
 *	Memory that begins anywhere.
 */
static void
odd_addresses(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ, 0);
	struct transfers before, after;
	char *even, *odd;

	if (bd == NULL)
		return;
	even = linux_kmalloc(WRITTEN_BYTES, GFP_ATOMIC);
	odd = linux_kmalloc(WRITTEN_BYTES + 1, GFP_ATOMIC);
	KTEST_EXPECT(even != NULL && odd != NULL);
	KTEST_EXPECT_EQ(bdev_read(bd, 7, even, WRITTEN_BYTES), D_SUCCESS);
	DISK->count(&before);
	KTEST_EXPECT_EQ(bdev_read(bd, 7, odd + 1, WRITTEN_BYTES), D_SUCCESS);
	DISK->count(&after);
	KTEST_EXPECT(memcmp(even, odd + 1, WRITTEN_BYTES) == 0);
	KTEST_EXPECT((after.processor > before.processor)
		     == DISK->needs_even);
	linux_kfree(even);
	linux_kfree(odd);
	close_disk(bd);
}

/*
 *	Noise at some places, each seeded with its sector, and read back.
 */
static void
write_and_read(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ | FMODE_WRITE, 0);
	unsigned long sector, size;
	unsigned int written = 0, crc;
	char *buf, *old;

	if (bd == NULL)
		return;
	size = bdev_get_size(bd);
	buf = linux_kmalloc(WRITTEN_BYTES, GFP_ATOMIC);
	old = linux_kmalloc(WRITTEN_BYTES, GFP_ATOMIC);
	KTEST_EXPECT(buf != NULL && old != NULL);
	for (sector = FIRST_WRITTEN; sector + WRITTEN_SECTORS <= size;
	     sector += WRITTEN_STEP) {
		KTEST_EXPECT_EQ(bdev_read(bd, sector, old, WRITTEN_BYTES), 0);
		test_noise(buf, WRITTEN_BYTES, sector);
		crc = test_crc32(0, buf, WRITTEN_BYTES);
		KTEST_EXPECT_EQ(bdev_write(bd, sector, buf, WRITTEN_BYTES), 0);
		memset(buf, 0x55, WRITTEN_BYTES);
		KTEST_EXPECT_EQ(bdev_read(bd, sector, buf, WRITTEN_BYTES), 0);
		KTEST_EXPECT_EQ(test_crc32(0, buf, WRITTEN_BYTES), crc);
		if (!test_is_demo())
			KTEST_EXPECT_EQ(bdev_write(bd, sector, old,
						   WRITTEN_BYTES), 0);
		written++;
	}
	KTEST_EXPECT(written != 0);
	printf("# disk: %s: wrote %u times %u bytes from sector %u, every"
	       " %uth\n", DISK->name, written, WRITTEN_BYTES, FIRST_WRITTEN,
	       WRITTEN_STEP);
	linux_kfree(buf);
	linux_kfree(old);
	close_disk(bd);
}

/*
 *	Partitions are parts of the disk.
 */
static void
partitions(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ, 1), *part;
	int n, found = 0;
	char *buf;

	if (bd == NULL)
		return;
	buf = linux_kmalloc(PIECE, GFP_ATOMIC);
	KTEST_EXPECT(buf != NULL);
	for (n = 1; n < 8 && buf != NULL; n++) {
		if (bdev_open(DISK->dev + n, FMODE_READ, &part) != D_SUCCESS)
			continue;
		printf("# disk: %s%d: %lu sectors, crc32 %08x\n", DISK->name, n,
		       bdev_get_size(part), read_all(part, buf));
		KTEST_EXPECT_EQ(bdev_read(part, bdev_get_size(part), buf, 512),
				D_INVALID_RECNUM);
		bdev_close(part);
		found++;
	}
	KTEST_EXPECT(found != 0);
	linux_kfree(buf);
	close_disk(bd);
}

static void
beyond_the_end(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ, 0);
	static char buf[1024];
	unsigned long size;

	if (bd == NULL)
		return;
	size = bdev_get_size(bd);
	KTEST_EXPECT_EQ(bdev_read(bd, size - 2, buf, 1024), D_SUCCESS);
	KTEST_EXPECT_EQ(bdev_read(bd, size - 1, buf, 1024), D_INVALID_RECNUM);
	KTEST_EXPECT_EQ(bdev_read(bd, size, buf, 512), D_INVALID_RECNUM);
	KTEST_EXPECT_EQ(bdev_read(bd, ~0UL, buf, 512), D_INVALID_RECNUM);
	close_disk(bd);
}

/*
 *	The whole disk again, with nine tenths of the memory that DMA reaches in
 *	use: nothing of the transfers needs more than the caller's memory.
 */
static void
in_used_memory(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ, 0);
	char *buf;

	if (bd == NULL)
		return;
	buf = linux_kmalloc(PIECE, GFP_ATOMIC);
	KTEST_EXPECT(buf != NULL);
	if (buf != NULL && test_fill_dma_memory(4819))
		printf("# disk: %s: in used memory crc32 %08x, buffer at"
		       " 0x%08lx\n", DISK->name, read_all(bd, buf),
		       virt_to_bus(buf));
	test_empty_dma_memory();
	if (buf != NULL)
		linux_kfree(buf);
	close_disk(bd);
}

/*
 *	A sector that cannot be read (badsector=N, a multiple of 2, on the command
 *	line says which) is an error of its block, and of no other; a request
 *	with others around it has those.
 */
static void
bad_sector(void)
{
	unsigned long bad = cmdline_number("badsector"), n;
	struct block_data *bd;
	struct buffer_head *bh;
	char *buf;

	if (bad == 0) {
		ktest_skip("no bad sector");
		return;
	}
	bd = open_or_skip(FMODE_READ, 0);
	if (bd == NULL)
		return;
	buf = linux_kmalloc(PIECE, GFP_ATOMIC);
	KTEST_EXPECT(buf != NULL);
	KTEST_EXPECT_EQ(bdev_read(bd, bad, buf, 512), D_IO_ERROR);
	KTEST_EXPECT_EQ(bdev_read(bd, bad - 2, buf, 1024), D_SUCCESS);
	KTEST_EXPECT_EQ(bdev_read(bd, bad + 1, buf, 512), D_SUCCESS);
	KTEST_EXPECT_EQ(bdev_read(bd, bad - 32, buf, PIECE), D_IO_ERROR);
	for (n = bad / 2 - 16; n < bad / 2 + 16; n++) {
		bh = bread(DISK->dev, n, 1024);
		KTEST_EXPECT((bh == NULL) == (n == bad / 2));
		if (bh == NULL)
			continue;
		KTEST_EXPECT(memcmp(bh->b_data, buf + (n * 2 - bad + 32) * 512,
				    1024) == 0);
		brelse(bh);
	}
	linux_kfree(buf);
	close_disk(bd);
}

/*
 *	The tables' functions for files.
 */
static void
files(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ, 0);
	struct inode inode = { .i_rdev = DISK->dev };
	struct file file = { .f_mode = FMODE_READ };
	static char one[1024], two[1024];
	unsigned long size;

	if (bd == NULL)
		return;
	size = bdev_get_size(bd);
	file.f_pos = 5 * 512;
	KTEST_EXPECT_EQ(block_read(&inode, &file, one, 1024), 1024);
	KTEST_EXPECT_EQ(file.f_pos, 7 * 512);
	KTEST_EXPECT_EQ(bdev_read(bd, 5, two, 1024), D_SUCCESS);
	KTEST_EXPECT(memcmp(one, two, 1024) == 0);
	file.f_pos = (size - 1) * 512;
	KTEST_EXPECT_EQ(block_read(&inode, &file, one, 1024), 512);
	KTEST_EXPECT_EQ(block_read(&inode, &file, one, 1024), 0);
	file.f_pos = 1;
	KTEST_EXPECT(block_read(&inode, &file, one, 512) < 0);
	KTEST_EXPECT_EQ(block_fsync(&inode, &file), 0);
	close_disk(bd);
}

static const struct ktest_case cases[] = {
	{ "whole_disk", whole_disk },
	{ "scattered", scattered },
	{ "odd_addresses", odd_addresses },
	{ "partitions", partitions },
	{ "beyond_end", beyond_the_end },
	{ "files", files },
	{ "bad_sector", bad_sector },
	{ "in_used_memory", in_used_memory },
	{ "write", write_and_read },
};

static const struct disk hda = {
	"hda", MKDEV(IDE0_MAJOR, 0), 1, count_ide
};

static const struct disk sda = {
	"sda", MKDEV(SCSI_DISK_MAJOR, 0), 0, count_scsi
};

const struct ktest_suite linux_scsi_suite =
	KTEST_SUITE_OF("linux_scsi", cases, &sda);
const struct ktest_suite linux_ide_suite =
	KTEST_SUITE_OF("linux_ide", cases, &hda);
