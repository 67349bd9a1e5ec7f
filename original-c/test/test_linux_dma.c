/*
 *	test_linux_dma.c: what the DMA controllers cannot reach is refused, and
 *	what would happen if it were not.
 *
 *	The second half of it has to be shown once: the floppy controller reports
 *	success, the memory asked for stays as it was, and the sectors are in
 *	another page, the one whose address has the same lower 24 bits.  That page
 *	is ours for the time.
 */
#define MACH_INCLUDE
#include <kern/printf.h>
#include <i386/i386at/machdep.h>
#include <test/ktest.h>
#include <test/suites_linux.h>
#include <test/test_linux_util.h>
#include <mach/vm_param.h>
#include <vm/vm_page.h>

#include <linux/types.h>
#include <linux/string.h>
#include <linux/errno.h>
#include <linux/major.h>
#include <linux/malloc.h>
#include <linux/fs.h>
#include <linux/fd.h>
#include <linux/glue.h>
#include <asm/dma.h>
#include <asm/io.h>

/* A channel that no device of a PC uses. */
#define SPARE_DMA8	3
#define SPARE_DMA16	7

#define LOW_BLOCKS	8
#define LOW_ORDER	3
#define LOW_SIZE	(PAGE_SIZE << LOW_ORDER)

/* A cylinder of a 1.44 MB disk. */
#define CYLINDER	18432

#define UNTOUCHED	0x5a

static const kdev_t fd0 = MKDEV(FLOPPY_MAJOR, 0);

static void
needs_an_owner(void)
{
	unsigned long page = __get_dma_pages(GFP_ATOMIC, 0);

	KTEST_EXPECT(page != 0);
	if (page == 0)
		return;
	KTEST_EXPECT_EQ(dma_setup(SPARE_DMA8, DMA_MODE_READ, (void *) page,
				  16), -EINVAL);
	KTEST_EXPECT_EQ(dma_setup(4, DMA_MODE_READ, (void *) page, 16),
			-EINVAL);
	KTEST_EXPECT_EQ(dma_setup(8, DMA_MODE_READ, (void *) page, 16),
			-EINVAL);
	free_page(page);
}

/*
 *	Program a channel, which nothing answers, and see what it says.
 */
static void
programs_channel(void)
{
	unsigned long page = __get_dma_pages(GFP_ATOMIC, 0);

	KTEST_EXPECT(page != 0);
	KTEST_EXPECT_EQ(request_dma(SPARE_DMA8, "test"), 0);
	KTEST_EXPECT_EQ(request_dma(SPARE_DMA16, "test"), 0);
	if (page != 0) {
		KTEST_EXPECT_EQ(dma_setup(SPARE_DMA8, DMA_MODE_READ,
					  (void *) (page + 3), 1001), 0);
		clear_dma_ff(SPARE_DMA8);
		KTEST_EXPECT_EQ(get_dma_residue(SPARE_DMA8), 1001U);
		disable_dma(SPARE_DMA8);
		KTEST_EXPECT_EQ(dma_setup(SPARE_DMA16, DMA_MODE_READ,
					  (void *) (page + 2), 1000), 0);
		clear_dma_ff(SPARE_DMA16);
		KTEST_EXPECT_EQ(get_dma_residue(SPARE_DMA16), 1000U);
		disable_dma(SPARE_DMA16);
		free_page(page);
	}
	free_dma(SPARE_DMA8);
	free_dma(SPARE_DMA16);
}

/* Does a channel take memory?  Leaves the channel off. */
static int
takes(unsigned int dmanr, unsigned long addr, unsigned int count)
{
	int err = dma_setup(dmanr, DMA_MODE_READ, phys_to_virt(addr), count);

	disable_dma(dmanr);
	return err == 0;
}

/*
 *	The exact limits of both kinds of channel.  Nothing is moved.
 */
static void
knows_limits(void)
{
	unsigned long refusals = dma_refusals;

	KTEST_EXPECT_EQ(request_dma(SPARE_DMA8, "test"), 0);
	KTEST_EXPECT_EQ(request_dma(SPARE_DMA16, "test"), 0);
	KTEST_EXPECT(takes(SPARE_DMA8, 0x20000, 0x10000));
	KTEST_EXPECT(!takes(SPARE_DMA8, 0x20000, 0x10001));
	KTEST_EXPECT(!takes(SPARE_DMA8, 0x2ffff, 2));
	KTEST_EXPECT(takes(SPARE_DMA8, 0x2ffff, 1));
	KTEST_EXPECT(takes(SPARE_DMA16, 0x20000, 0x20000));
	KTEST_EXPECT(!takes(SPARE_DMA16, 0x20000, 0x20002));
	KTEST_EXPECT(takes(SPARE_DMA16, 0x2fffe, 4));
	KTEST_EXPECT(!takes(SPARE_DMA16, 0x3fffe, 4));
	KTEST_EXPECT(!takes(SPARE_DMA16, 0x20001, 2));
	KTEST_EXPECT(!takes(SPARE_DMA16, 0x20000, 3));
	KTEST_EXPECT(takes(SPARE_DMA8, MAX_DMA_ADDRESS - 16, 16));
	KTEST_EXPECT(!takes(SPARE_DMA8, MAX_DMA_ADDRESS - 16, 17));
	KTEST_EXPECT(!takes(SPARE_DMA8, MAX_DMA_ADDRESS, 1));
	KTEST_EXPECT(!takes(SPARE_DMA8, 0xfffffff0U, 0x20));
	KTEST_EXPECT(!takes(SPARE_DMA8, 0x20000, 0));
	KTEST_EXPECT_EQ(dma_refusals - refusals, 10UL);
	free_dma(SPARE_DMA8);
	free_dma(SPARE_DMA16);
}

/* ---- A page above 16 MiB, and the one that DMA would hit ---- */

static unsigned long low[LOW_BLOCKS];
static int low_count;
static vm_page_t high_page;
static char *high, *alias;

/*
 *	Where a page's lower 24 address bits lead, if that is ours; or null.
 */
static char *
alias_of(vm_offset_t phys_addr)
{
	unsigned long addr = phys_addr & (MAX_DMA_ADDRESS - 1), start;
	int i;

	for (i = 0; i < low_count; i++) {
		start = virt_to_phys((void *) low[i]);
		if (addr >= start && addr < start + LOW_SIZE)
			return phys_to_virt(addr);
	}
	return NULL;
}

/*
 *	Take blocks below 16 MiB, and then pages until one is above it and has its
 *	alias in a block.  All other pages go back.
 */
static int
find_pair(void)
{
	vm_page_t m, held = VM_PAGE_NULL;

	for (low_count = 0; low_count < LOW_BLOCKS; low_count++) {
		low[low_count] = __get_dma_pages(GFP_ATOMIC, LOW_ORDER);
		if (low[low_count] == 0)
			break;
	}
	while ((m = vm_page_grab(FALSE)) != VM_PAGE_NULL) {
		if (m->phys_addr >= MAX_DMA_ADDRESS
		    && phystokv(m->phys_addr) < high_memory
		    && alias_of(m->phys_addr) != NULL)
			break;
		m->pageq.next = (queue_entry_t) held;
		held = m;
	}
	while (held != VM_PAGE_NULL) {
		vm_page_t next = (vm_page_t) held->pageq.next;

		held->pageq.next = NULL;
		vm_page_release(held, FALSE);
		held = next;
	}
	high_page = m;
	if (m == VM_PAGE_NULL)
		return 0;
	high = phys_to_virt(m->phys_addr);
	alias = alias_of(m->phys_addr);
	memset(high, UNTOUCHED, PAGE_SIZE);
	memset(alias, UNTOUCHED, PAGE_SIZE);
	return 1;
}

static void
release_pair(void)
{
	if (high_page != VM_PAGE_NULL)
		vm_page_release(high_page, FALSE);
	while (low_count > 0)
		free_pages(low[--low_count], LOW_ORDER);
}

/*
 *	Nonzero if all of a page is as find_pair left it.
 */
static int
untouched(const char *page)
{
	int i;

	for (i = 0; i < PAGE_SIZE; i++)
		if (page[i] != UNTOUCHED)
			return 0;
	return 1;
}

/*
 *	Open the floppy disk and get a pair, or skip the test.
 */
static struct block_data *
open_pair(void)
{
	struct block_data *bd;

	if (bdev_open(fd0, FMODE_READ, &bd) != D_SUCCESS) {
		ktest_skip("no floppy drive or no disk in it");
		return NULL;
	}
	if (!find_pair()) {
		ktest_skip("no page above 16 MiB");
		release_pair();
		bdev_close(bd);
		return NULL;
	}
	(void) bdev_ioctl(bd, FDFLUSH, 0);
	KTEST_EXPECT_EQ(bdev_ioctl(bd, FDTRUST, 1), 0);
	return bd;
}

static void
close_pair(struct block_data *bd)
{
	KTEST_EXPECT_EQ(bdev_ioctl(bd, FDTRUST, 0), 0);
	release_pair();
	bdev_close(bd);
}

/*
 *	A driver that trusts the memory it is given: the layer below refuses, the
 *	thread gets an error, no byte of either page changes.
 */
static void
above_16mb_is_refused(void)
{
	struct block_data *bd = open_pair();
	unsigned long refusals = dma_refusals;

	if (bd == NULL)
		return;
	KTEST_EXPECT_EQ(bdev_read(bd, 0, high, PAGE_SIZE), D_IO_ERROR);
	KTEST_EXPECT(dma_refusals > refusals);
	KTEST_EXPECT(untouched(high));
	KTEST_EXPECT(untouched(alias));
	printf("# dma: transfer to 0x%08lx refused\n", virt_to_bus(high));
	close_pair(bd);
}

/*
 *	A buffer for a cylinder that does not ask for DMA memory: where there is
 *	other memory it is up there, and then the disk cannot be read into it
 *	directly.
 */
static void
ordinary_buffer(void)
{
	struct block_data *bd = open_pair();
	char *buf;
	int reaches;

	if (bd == NULL)
		return;
	buf = linux_kmalloc(CYLINDER, GFP_KERNEL);
	KTEST_EXPECT(buf != NULL);
	if (buf != NULL) {
		reaches = DMA_REACHES(virt_to_bus(buf), CYLINDER)
			  && !DMA_CROSSES_64KB(virt_to_bus(buf), CYLINDER);
		memset(buf, UNTOUCHED, CYLINDER);
		KTEST_EXPECT_EQ(bdev_read(bd, 0, buf, CYLINDER),
				reaches ? D_SUCCESS : D_IO_ERROR);
		if (!reaches)
			KTEST_EXPECT(untouched(buf));
		printf("# dma: kmalloc(%u, GFP_KERNEL) at 0x%08lx: %s\n",
		       CYLINDER, virt_to_bus(buf),
		       reaches ? "taken" : "refused");
		linux_kfree(buf);
	}
	close_pair(bd);
}

/*
 *	A page above 16 MiB again, without that layer.
 */
static void
above_16mb_is_silent(void)
{
	struct block_data *bd = open_pair();
	char *good;

	if (bd == NULL)
		return;
	dma_unchecked = 1;
	KTEST_EXPECT_EQ(bdev_read(bd, 0, high, PAGE_SIZE), D_SUCCESS);
	dma_unchecked = 0;
	KTEST_EXPECT(untouched(high));
	good = vmalloc(PAGE_SIZE);
	KTEST_EXPECT(good != NULL);
	if (good != NULL) {
		(void) bdev_ioctl(bd, FDTRUST, 0);
		KTEST_EXPECT_EQ(bdev_read(bd, 0, good, PAGE_SIZE), D_SUCCESS);
		KTEST_EXPECT(memcmp(alias, good, PAGE_SIZE) == 0);
		vfree(good);
	}
	printf("# dma: forced to 0x%08lx: success, crc32 %08x there, ",
	       virt_to_bus(high), test_crc32(0, high, PAGE_SIZE));
	printf("crc32 %08x at 0x%08lx\n", test_crc32(0, alias, PAGE_SIZE),
	       virt_to_bus(alias));
	test_hold("forced");
	close_pair(bd);
}

/* ---- A 64 KiB line ---- */

/*
 *	With "cross64" on the command line: the transfer over the line takes place.
 *	The real controller goes on 64 KiB lower, in memory of others, so this is
 *	for emulators.
 */
static void
force_across(struct block_data *bd, char *buf)
{
	static char good[1024];

	if (cmdline_value("cross64") == NULL)
		return;
	printf("# dma: forced across a 64 KiB line: 0x%08lx + 0x400\n",
	       virt_to_bus(buf));
	dma_unchecked = 1;
	KTEST_EXPECT_EQ(bdev_read(bd, 0, buf, 1024), D_SUCCESS);
	dma_unchecked = 0;
	(void) bdev_ioctl(bd, FDTRUST, 0);
	KTEST_EXPECT_EQ(bdev_read(bd, 0, good, 1024), D_SUCCESS);
	printf("# dma: this controller %s\n", memcmp(buf, good, 1024) == 0
	       ? "goes on across the line" : "does not go on across the line");
}

static void
line_is_refused(void)
{
	struct block_data *bd = open_pair();
	unsigned long page[8], start, refusals = dma_refusals;
	char *buf;
	int n;

	if (bd == NULL)
		return;
	/* These blocks are needed here. */
	release_pair();
	high_page = VM_PAGE_NULL;
	for (n = 0; n < 8; n++)
		if ((page[n] = __get_dma_pages(GFP_ATOMIC, LOW_ORDER)) == 0)
			break;
	start = test_find_across(page, n);
	if (start == 0)
		ktest_skip("no two such blocks");
	else {
		buf = (char *) start + LOW_SIZE - 512;
		memset(buf, UNTOUCHED, 1024);
		KTEST_EXPECT_EQ(bdev_read(bd, 0, buf, 1024), D_IO_ERROR);
		KTEST_EXPECT_EQ(dma_refusals - refusals, 1UL);
		KTEST_EXPECT_EQ(buf[0], UNTOUCHED);
		KTEST_EXPECT_EQ(buf[1023], UNTOUCHED);
		force_across(bd, buf);
	}
	while (n-- > 0)
		free_pages(page[n], LOW_ORDER);
	close_pair(bd);
}

static const struct ktest_case cases[] = {
	{ "owner", needs_an_owner },
	{ "programs", programs_channel },
	{ "limits", knows_limits },
	{ "refused", above_16mb_is_refused },
	{ "ordinary_buffer", ordinary_buffer },
	{ "silent", above_16mb_is_silent },
	{ "line_refused", line_is_refused },
};

const struct ktest_suite linux_dma_suite = KTEST_SUITE("linux_dma", cases);
