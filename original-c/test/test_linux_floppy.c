/*
 *	test_linux_floppy.c: the floppy disk, by interrupts and ISA DMA.
 *
 *	The disk in drive 0 is left as it was found.  Without a drive or a disk
 *	all cases are skipped.
 */
#define MACH_INCLUDE
#include <kern/printf.h>
#include <test/ktest.h>
#include <test/suites_linux.h>
#include <test/test_linux_util.h>
#include <mach/vm_param.h>
#include <vm/vm_page.h>

#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/major.h>
#include <linux/sched.h>
#include <linux/malloc.h>
#include <linux/fs.h>
#include <linux/fd.h>
#include <linux/glue.h>
#include <asm/dma.h>
#include <asm/io.h>

/* A cylinder of a 1.44 MB disk. */
#define BUFFER_SIZE	18432

static const kdev_t fd0 = MKDEV(FLOPPY_MAJOR, 0);

/*
 *	Open drive 0, or skip the test.
 */
static struct block_data *
open_or_skip(int mode)
{
	struct block_data *bd;
	kern_return_t err = bdev_open(fd0, mode, &bd);

	if (err == D_READ_ONLY) {
		ktest_skip("the disk is write protected");
		return NULL;
	}
	if (err == D_NO_SUCH_DEVICE) {
		ktest_skip("no floppy drive or no disk in it");
		return NULL;
	}
	KTEST_EXPECT_EQ(err, D_SUCCESS);
	return bd;
}

static void
format_is_known(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ);
	struct floppy_struct f;

	if (bd == NULL)
		return;
	KTEST_EXPECT_EQ(bdev_ioctl(bd, FDGETPRM, (unsigned long) &f), 0);
	KTEST_EXPECT_EQ(f.size, f.sect * f.head * f.track);
	KTEST_EXPECT_EQ(bdev_get_size(bd), (unsigned long) f.size);
	KTEST_EXPECT(bdev_ioctl(bd, 0, 0) < 0);
	printf("# floppy: format %s\n", f.name);
	bdev_close(bd);
}

/*
 *	Read the whole disk by DMA into a kmalloc buffer.  The line that is
 *	printed lets the host compare.
 */
static void
whole_image(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ);
	struct floppy_stat before, after;
	struct floppy_struct f;
	unsigned long sector, size, n;
	unsigned int crc = 0;
	char *buf;
	int failed = 0;

	if (bd == NULL)
		return;
	buf = linux_kmalloc(BUFFER_SIZE, GFP_DMA);
	KTEST_EXPECT(buf != NULL);
	if (buf == NULL) {
		bdev_close(bd);
		return;
	}
	KTEST_EXPECT(DMA_REACHES(virt_to_bus(buf), BUFFER_SIZE));
	KTEST_EXPECT(!DMA_CROSSES_64KB(virt_to_bus(buf), BUFFER_SIZE));
	(void) bdev_ioctl(bd, FDFLUSH, 0);
	(void) bdev_ioctl(bd, FDGETSTAT, (unsigned long) &before);

	/* A cylinder at a time, or half of one. */
	(void) bdev_ioctl(bd, FDGETPRM, (unsigned long) &f);
	n = f.sect * f.head;
	if (n > BUFFER_SIZE / 512)
		n /= 2;
	size = bdev_get_size(bd);
	for (sector = 0; sector < size; sector += n) {
		/* Yesterday's data must not pass for today's. */
		memset(buf, 0x55, BUFFER_SIZE);
		if (bdev_read(bd, sector, buf, n * 512) != D_SUCCESS)
			failed++;
		crc = test_crc32(crc, buf, n * 512);
	}
	(void) bdev_ioctl(bd, FDGETSTAT, (unsigned long) &after);
	printf("# floppy: crc32 %08x of %lu bytes, buffer at 0x%08lx\n",
	       crc, size * 512, virt_to_bus(buf));
	printf("# floppy: %lu interrupts, %lu seeks, %lu transfers\n",
	       after.interrupts - before.interrupts,
	       after.seeks - before.seeks,
	       after.direct_transfers - before.direct_transfers);

	KTEST_EXPECT_EQ(failed, 0);
	/* All of it went straight into the buffer, each time in one go. */
	KTEST_EXPECT_EQ(after.direct_transfers - before.direct_transfers,
			size / n);
	KTEST_EXPECT_EQ(after.bounced_transfers, before.bounced_transfers);
	KTEST_EXPECT_EQ(after.cache_hits, before.cache_hits);
	KTEST_EXPECT_EQ(after.timeouts, before.timeouts);
	linux_kfree(buf);
	bdev_close(bd);
}

/*
 *	The CRC of the first sectors of the disk, read into a given buffer.
 */
static unsigned int
crc_of_start(struct block_data *bd, char *buf, unsigned long size)
{
	memset(buf, 0x33, size);
	KTEST_EXPECT_EQ(bdev_read(bd, 0, buf, size), D_SUCCESS);
	return test_crc32(0, buf, size);
}

/*
 *	Memory that is not contiguous goes through other memory and gives the
 *	same.
 */
static void
virtual_memory(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ);
	char *direct, *virtual;

	if (bd == NULL)
		return;
	direct = linux_kmalloc(BUFFER_SIZE, GFP_DMA);
	virtual = vmalloc(BUFFER_SIZE);
	KTEST_EXPECT(direct != NULL && virtual != NULL);
	if (direct != NULL && virtual != NULL)
		KTEST_EXPECT_EQ(crc_of_start(bd, virtual, BUFFER_SIZE - 100),
				crc_of_start(bd, direct, BUFFER_SIZE - 100));
	if (direct != NULL)
		linux_kfree(direct);
	if (virtual != NULL)
		vfree(virtual);
	bdev_close(bd);
}

/*
 *	A free page of the direct map at or above 16 MiB, or null.  Others that
 *	come first are held until it is found.
 */
static vm_page_t
grab_high_page(void)
{
	vm_page_t m, held = VM_PAGE_NULL;

	while ((m = vm_page_grab(FALSE)) != VM_PAGE_NULL
	       && (m->phys_addr < MAX_DMA_ADDRESS
		   || phystokv(m->phys_addr) >= high_memory)) {
		m->pageq.next = (queue_entry_t) held;
		held = m;
	}
	while (held != VM_PAGE_NULL) {
		vm_page_t next = (vm_page_t) held->pageq.next;

		held->pageq.next = NULL;
		vm_page_release(held, FALSE);
		held = next;
	}
	return m;
}

/*
 *	A page above 16 MiB, where DMA would hit the page 16 MiB below: the driver
 *	must use its own buffer.
 */
static void
memory_above_16mb(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ);
	struct floppy_stat before, after;
	vm_page_t m;
	char *low, *high;

	if (bd == NULL)
		return;
	m = grab_high_page();
	if (m == VM_PAGE_NULL) {
		ktest_skip("no free page above 16 MiB");
		goto close;
	}
	high = (char *) phystokv(m->phys_addr);
	low = linux_kmalloc(PAGE_SIZE, GFP_DMA);
	KTEST_EXPECT(low != NULL);
	if (low == NULL)
		goto release;
	(void) bdev_ioctl(bd, FDFLUSH, 0);
	(void) bdev_ioctl(bd, FDGETSTAT, (unsigned long) &before);
	KTEST_EXPECT_EQ(crc_of_start(bd, high, PAGE_SIZE),
			crc_of_start(bd, low, PAGE_SIZE));
	(void) bdev_ioctl(bd, FDGETSTAT, (unsigned long) &after);
	KTEST_EXPECT_EQ(after.bounced_transfers - before.bounced_transfers,
			1UL);
	linux_kfree(low);
release:
	vm_page_release(m, FALSE);
close:
	bdev_close(bd);
}

/*
 *	A buffer across a 64 KiB line, which the DMA controller cannot count
 *	across.  Two blocks of 32 KiB, back to back over the line, are looked for
 *	among those that there are.
 */
static void
memory_across_64kb(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ);
	struct floppy_stat before, after;
	unsigned long page[8], start;
	unsigned int expected;
	int n;

	if (bd == NULL)
		return;
	for (n = 0; n < 8; n++)
		if ((page[n] = __get_dma_pages(GFP_ATOMIC, 3)) == 0)
			break;
	start = test_find_across(page, n);
	if (start == 0)
		ktest_skip("no two such blocks");
	else {
		start += 0x8000 - 1024;
		expected = crc_of_start(bd, (char *) page[0], 2048);
		(void) bdev_ioctl(bd, FDFLUSH, 0);
		(void) bdev_ioctl(bd, FDGETSTAT, (unsigned long) &before);
		KTEST_EXPECT_EQ(crc_of_start(bd, (char *) start, 2048),
				expected);
		(void) bdev_ioctl(bd, FDGETSTAT, (unsigned long) &after);
		KTEST_EXPECT_EQ(after.bounced_transfers
				- before.bounced_transfers, 1UL);
	}
	while (n-- > 0)
		free_pages(page[n], 3);
	bdev_close(bd);
}

/*
 *	Sectors that were read along with others need no transfer of their own.
 */
static void
read_ahead(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ);
	struct floppy_stat before, after;
	char *buf;
	int i;

	if (bd == NULL)
		return;
	buf = vmalloc(4096);
	KTEST_EXPECT(buf != NULL);
	if (buf == NULL) {
		bdev_close(bd);
		return;
	}
	(void) bdev_ioctl(bd, FDFLUSH, 0);
	(void) bdev_ioctl(bd, FDGETSTAT, (unsigned long) &before);
	for (i = 0; i < 16; i++)
		KTEST_EXPECT_EQ(bdev_read(bd, i, buf, 512), D_SUCCESS);
	(void) bdev_ioctl(bd, FDGETSTAT, (unsigned long) &after);
	/* Either each page of the glue was good for DMA, or one transfer by
	   way of the track buffer did for all. */
	KTEST_EXPECT_EQ(after.direct_transfers - before.direct_transfers
			+ after.bounced_transfers - before.bounced_transfers
			+ after.cache_hits - before.cache_hits, 16UL);
	if (after.bounced_transfers != before.bounced_transfers)
		KTEST_EXPECT_EQ(after.cache_hits - before.cache_hits, 15UL);
	vfree(buf);
	bdev_close(bd);
}

/*
 *	Write a sector, read it back from the medium, put the old one back.
 */
static void
write_and_read_back(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ | FMODE_WRITE);
	unsigned long sector;
	char *old, *new, *check;
	int i;

	if (bd == NULL)
		return;
	old = linux_kmalloc(3 * 512, GFP_DMA);
	KTEST_EXPECT(old != NULL);
	if (old == NULL) {
		bdev_close(bd);
		return;
	}
	new = old + 512;
	check = new + 512;
	sector = bdev_get_size(bd) - 1;
	KTEST_EXPECT_EQ(bdev_read(bd, sector, old, 512), D_SUCCESS);
	for (i = 0; i < 512; i++)
		new[i] = ~old[i];
	KTEST_EXPECT_EQ(bdev_write(bd, sector, new, 512), D_SUCCESS);
	(void) bdev_ioctl(bd, FDFLUSH, 0);
	memset(check, 0, 512);
	KTEST_EXPECT_EQ(bdev_read(bd, sector, check, 512), D_SUCCESS);
	KTEST_EXPECT(memcmp(check, new, 512) == 0);

	KTEST_EXPECT_EQ(bdev_write(bd, sector, old, 512), D_SUCCESS);
	KTEST_EXPECT_EQ(bdev_read(bd, sector, check, 512), D_SUCCESS);
	KTEST_EXPECT(memcmp(check, old, 512) == 0);
	linux_kfree(old);
	bdev_close(bd);
}

/*
 *	The driver finds its way after a reset.
 */
static void
reset_and_read(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ);
	struct floppy_stat before, after;
	unsigned int crc;
	char *buf;

	if (bd == NULL)
		return;
	buf = linux_kmalloc(BUFFER_SIZE, GFP_DMA);
	KTEST_EXPECT(buf != NULL);
	if (buf == NULL) {
		bdev_close(bd);
		return;
	}
	crc = crc_of_start(bd, buf, BUFFER_SIZE);
	(void) bdev_ioctl(bd, FDGETSTAT, (unsigned long) &before);
	KTEST_EXPECT_EQ(bdev_ioctl(bd, FDRESET, 0), 0);
	KTEST_EXPECT_EQ(crc_of_start(bd, buf, BUFFER_SIZE), crc);
	(void) bdev_ioctl(bd, FDGETSTAT, (unsigned long) &after);
	KTEST_EXPECT_EQ(after.resets - before.resets, 1UL);
	KTEST_EXPECT(after.recalibrations > before.recalibrations);
	linux_kfree(buf);
	bdev_close(bd);
}

static void
beyond_the_end(void)
{
	struct block_data *bd = open_or_skip(FMODE_READ);
	char small[512];

	if (bd == NULL)
		return;
	KTEST_EXPECT_EQ(bdev_read(bd, bdev_get_size(bd), small, 512),
			D_INVALID_RECNUM);
	KTEST_EXPECT_EQ(bdev_read(bd, bdev_get_size(bd) - 1, small, 512),
			D_SUCCESS);
	bdev_close(bd);
}

static const struct ktest_case cases[] = {
	{ "format", format_is_known },
	{ "whole_image", whole_image },
	{ "virtual_memory", virtual_memory },
	{ "above_16mb", memory_above_16mb },
	{ "across_64kb", memory_across_64kb },
	{ "read_ahead", read_ahead },
	{ "write", write_and_read_back },
	{ "reset", reset_and_read },
	{ "beyond_the_end", beyond_the_end },
};

const struct ktest_suite linux_floppy_suite =
	KTEST_SUITE("linux_floppy", cases);
