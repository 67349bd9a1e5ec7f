/*
 *	test_linux_demo.c: a floppy disk read and written by DMA while the memory
 *	that DMA reaches is nearly full and has been in use for a while.
 *
 *	The lines that are printed are what the host compares: maps of free
 *	memory, addresses and checksums.  With "demo" on the command
 *	line what is written stays on the disk, and the kernel waits where the host
 *	may want to look at memory; otherwise the disk is left as it was found.
 */
#define MACH_INCLUDE
#include <kern/printf.h>
#include <test/ktest.h>
#include <test/suites_linux.h>
#include <test/test_linux_util.h>
#include <test/test_vm_util.h>
#include <mach/vm_param.h>
#include <vm/vm_page.h>

#include <linux/types.h>
#include <linux/string.h>
#include <linux/major.h>
#include <linux/malloc.h>
#include <linux/fs.h>
#include <linux/fd.h>
#include <linux/glue.h>
#include <asm/dma.h>
#include <asm/io.h>

/* A cylinder of a 1.44 MB disk. */
#define CYLINDER	18432
#define SECTORS		(CYLINDER / 512)

/* Cylinders that are written: 3, 13, ... */
#define FIRST_WRITTEN	3
#define WRITTEN_STEP	10

static const kdev_t fd0 = MKDEV(FLOPPY_MAJOR, 0);

/* ---- The DMA memory, nearly full ---- */

#define MAX_HELD	(MAX_DMA_ADDRESS / PAGE_SIZE)

/* Pages are given back and taken again so many at a time, so many times. */
#define CHURN_BATCH	64
#define CHURN_ROUNDS	400

static unsigned long *held;		/* pages */
static unsigned int held_count, held_limit;

static int
hold_page(void)
{
	unsigned long page;

	if (held_count == MAX_HELD)
		return 0;
	page = __get_dma_pages(GFP_ATOMIC, 0);
	if (page != 0)
		held[held_count++] = page;
	return page != 0;
}

/*
 *	Give back the page at an index; the last one takes its place.
 */
static void
drop_page(unsigned int i)
{
	free_pages(held[i], 0);
	held[i] = held[--held_count];
}

/*
 *	Take all pages that DMA reaches.  Returns how many there are.
 */
static unsigned int
take_dma_memory(void)
{
	held = vmalloc(MAX_HELD * sizeof *held);
	KTEST_EXPECT(held != NULL);
	held_count = 0;
	while (held != NULL && hold_page())
		continue;
	return held_count;
}

/*
 *	Take all, let a tenth of them go, and then replace random ones for a
 *	while.  Returns nonzero if there is memory for that.
 */
int
test_fill_dma_memory(unsigned int seed)
{
	unsigned int all = take_dma_memory(), round, n;

	if (all == 0)
		return 0;
	held_limit = all - all / 10;
	while (held_count > held_limit)
		drop_page(held_count - 1);
	for (round = 0; round < CHURN_ROUNDS; round++) {
		for (n = 0; n < CHURN_BATCH && held_count > 0; n++)
			drop_page(test_random(&seed) % held_count);
		while (held_count < held_limit && hold_page())
			continue;
	}
	printf("# demo: %u of %u pages of DMA memory in use, %u replaced\n",
	       held_count, all, CHURN_ROUNDS * CHURN_BATCH);
	return 1;
}

void
test_empty_dma_memory(void)
{
	while (held_count > 0)
		drop_page(held_count - 1);
	if (held != NULL)
		vfree(held);
	held = NULL;
}

/* ---- The disk ---- */

/*
 *	Open the disk, or skip the test.
 */
static struct block_data *
open_or_skip(int mode)
{
	struct block_data *bd = NULL;
	kern_return_t err = bdev_open(fd0, mode, &bd);

	if (err == D_NO_SUCH_DEVICE || err == D_READ_ONLY)
		ktest_skip("no disk that can be written");
	else
		KTEST_EXPECT_EQ(err, D_SUCCESS);
	return bd;
}

/*
 *	The whole disk, a cylinder at a time, through one buffer.
 */
static void
read_disk(struct block_data *bd, char *buf)
{
	unsigned long sector, size = bdev_get_size(bd);
	unsigned int crc = 0;
	int failed = 0;

	for (sector = 0; sector + SECTORS <= size; sector += SECTORS) {
		memset(buf, 0x55, CYLINDER);
		if (bdev_read(bd, sector, buf, CYLINDER) != D_SUCCESS)
			failed++;
		crc = test_crc32(crc, buf, CYLINDER);
	}
	KTEST_EXPECT_EQ(failed, 0);
	printf("# demo: read %lu bytes, crc32 %08x\n", sector * 512, crc);
	printf("# demo: buffer 0x%08lx, %u bytes of sector %lu, crc32 %08x\n",
	       virt_to_bus(buf), CYLINDER, sector - SECTORS,
	       test_crc32(0, buf, CYLINDER));
	test_hold("read");
}

/*
 *	Noise on some cylinders, each seeded with its number, and read back.
 */
static void
write_disk(struct block_data *bd, char *buf)
{
	unsigned long sector, size = bdev_get_size(bd);
	unsigned int cylinder, crc, written = 0;
	char *old = vmalloc(CYLINDER);

	KTEST_EXPECT(old != NULL);
	for (cylinder = FIRST_WRITTEN; old != NULL; cylinder += WRITTEN_STEP) {
		sector = cylinder * SECTORS;
		if (sector + SECTORS > size)
			break;
		KTEST_EXPECT_EQ(bdev_read(bd, sector, old, CYLINDER), 0);
		test_noise(buf, CYLINDER, cylinder);
		crc = test_crc32(0, buf, CYLINDER);
		KTEST_EXPECT_EQ(bdev_write(bd, sector, buf, CYLINDER), 0);
		memset(buf, 0x55, CYLINDER);
		(void) bdev_ioctl(bd, FDFLUSH, 0);
		KTEST_EXPECT_EQ(bdev_read(bd, sector, buf, CYLINDER), 0);
		KTEST_EXPECT_EQ(test_crc32(0, buf, CYLINDER), crc);
		if (!test_is_demo())
			KTEST_EXPECT_EQ(bdev_write(bd, sector, old, CYLINDER),
					0);
		written++;
	}
	if (old != NULL)
		vfree(old);
	printf("# demo: wrote %u cylinders from %u, every %uth\n", written,
	       FIRST_WRITTEN, WRITTEN_STEP);
}

/*
 *	A DMA buffer for a cylinder.  If the memory is so full that there is none,
 *	that is said, and it is emptied.
 */
static char *
get_buffer(void)
{
	char *buf = linux_kmalloc(CYLINDER, GFP_ATOMIC | GFP_DMA);

	printf("# demo: kmalloc(%u, GFP_DMA) in used memory: 0x%08lx\n",
	       CYLINDER, buf == NULL ? 0UL : virt_to_bus(buf));
	if (buf != NULL)
		return buf;
	test_empty_dma_memory();
	buf = linux_kmalloc(CYLINDER, GFP_ATOMIC | GFP_DMA);
	KTEST_EXPECT(buf != NULL);
	return buf;
}

/*
 *	Do once what keeps a page or so for the next time.  When memory is all
 *	used up, kmalloc gives back what it only keeps.
 */
static void
warm_up(struct block_data *bd)
{
	char *buf = vmalloc(CYLINDER);

	(void) take_dma_memory();
	test_empty_dma_memory();
	KTEST_EXPECT(buf != NULL);
	if (buf == NULL)
		return;
	KTEST_EXPECT_EQ(bdev_read(bd, 0, buf, CYLINDER), D_SUCCESS);
	vfree(buf);
}

/*
 *	The disk by way of a buffer that is looked for when nine tenths of the
 *	memory for it are in use.
 */
static void
disk_in_used_memory(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ | FMODE_WRITE);
	struct floppy_stat before, after;
	int free_before;
	char *buf;

	if (bd == NULL)
		return;
	warm_up(bd);
	bdev_close(bd);

	/* The driver has memory of its own while the disk is open. */
	test_map_free("before");
	free_before = vm_page_free_count;
	bd = open_or_skip(FMODE_READ | FMODE_WRITE);
	if (bd == NULL)
		return;
	if (test_fill_dma_memory(4818)) {
		test_map_free("used");
		buf = get_buffer();
		if (buf != NULL) {
			KTEST_EXPECT(DMA_REACHES(virt_to_bus(buf), CYLINDER));
			KTEST_EXPECT(!DMA_CROSSES_64KB(virt_to_bus(buf),
						       CYLINDER));
			(void) bdev_ioctl(bd, FDFLUSH, 0);
			(void) bdev_ioctl(bd, FDGETSTAT,
					   (unsigned long) &before);
			read_disk(bd, buf);
			(void) bdev_ioctl(bd, FDGETSTAT,
					   (unsigned long) &after);
			KTEST_EXPECT_EQ(after.bounced_transfers,
					before.bounced_transfers);
			write_disk(bd, buf);
			linux_kfree(buf);
		}
	}
	test_empty_dma_memory();
	bdev_close(bd);
	test_map_free("after");
	printf("# demo: %d pages free before, %d after\n", free_before,
	       vm_page_free_count);
}

static const struct ktest_case cases[] = {
	{ "disk_in_used_memory", disk_in_used_memory },
};

const struct ktest_suite linux_demo_suite = KTEST_SUITE("linux_demo", cases);
