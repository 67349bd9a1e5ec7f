/*
 *	test_linux_memory.c: what is free after boot, and how many DMA buffers
 *	there can be at once.
 *
 *	This suite comes before all others, which leave memory in another state.
 *	The lines that are printed let the host compare two kernels; with "demo" on
 *	the command line there are maps among them.
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
#include <linux/malloc.h>
#include <asm/dma.h>
#include <asm/io.h>

/* A cylinder of a 1.44 MB disk. */
#define CYLINDER	18432

#define UNIT_SIZE	0x10000UL	/* a character of the map */
#define UNITS		0x10000UL	/* for 4 GiB */
#define UNITS_PER_LINE	64

/*
 *	Print how many pages of each unit a thread can get: 0 to 9, a to g.  Lines
 *	without any are left out.
 */
static void
print_map(const char *name, const unsigned char *counts)
{
	static const char digit[] = "0123456789abcdefg";
	char line[UNITS_PER_LINE + 1];
	unsigned long unit, n;
	int any;

	for (unit = 0; unit < UNITS; unit += UNITS_PER_LINE) {
		any = 0;
		for (n = 0; n < UNITS_PER_LINE; n++) {
			line[n] = digit[counts[unit + n]];
			any |= counts[unit + n];
		}
		line[n] = '\0';
		if (any)
			printf("# map %s 0x%08lx %s\n", name,
			       unit * UNIT_SIZE, line);
	}
}

/*
 *	Take all pages that a thread can get, note where they are, give them back.
 */
void
test_map_free(const char *name)
{
	unsigned int dma = 0, normal = 0;
	struct page_hoard hoard;
	unsigned char *counts;
	vm_page_t m;

	counts = vmalloc(UNITS);
	KTEST_EXPECT(counts != NULL);
	if (counts == NULL)
		return;
	memset(counts, 0, UNITS);
	hoard_init(&hoard);
	hoard_all(&hoard);
	for (m = hoard.first; m != VM_PAGE_NULL;
	     m = (vm_page_t) m->pageq.next) {
		counts[m->phys_addr / UNIT_SIZE]++;
		if (m->phys_addr < MAX_DMA_ADDRESS)
			dma++;
		else
			normal++;
	}
	hoard_release(&hoard, hoard.count);
	if (test_is_demo())
		print_map(name, counts);
	printf("# demo: %s: %u pages below 16 MiB, %u above\n", name, dma,
	       normal);
	vfree(counts);
}

static void
memory_map(void)
{
	int before;

	test_map_free("boot");
	/* The second time nobody needs anything new. */
	before = vm_page_free_count;
	test_map_free("again");
	KTEST_EXPECT_EQ(vm_page_free_count, before);
}

/*
 *	How many buffers can there be at once?  size 0: whole 64 KiB blocks of
 *	pages.
 */
static void
count_buffers(unsigned int size)
{
	static void *buffer[1024];
	unsigned int n, reach = size == 0 ? 0x10000 : size, bad = 0, count;

	for (n = 0; n < sizeof buffer / sizeof buffer[0]; n++) {
		buffer[n] = size == 0
			? (void *) __get_dma_pages(GFP_ATOMIC, 4)
			: linux_kmalloc(size, GFP_ATOMIC | GFP_DMA);
		if (buffer[n] == NULL)
			break;
		if (!DMA_REACHES(virt_to_bus(buffer[n]), reach)
		    || DMA_CROSSES_64KB(virt_to_bus(buffer[n]), reach))
			bad++;
	}
	KTEST_EXPECT(n > 0);
	KTEST_EXPECT_EQ(bad, 0);
	count = n;
	while (n-- > 0)
		if (size == 0)
			free_pages((unsigned long) buffer[n], 4);
		else
			linux_kfree(buffer[n]);
	printf("# demo: %u DMA buffers of %u bytes at once\n", count, reach);
}

static void
buffers_at_once(void)
{
	count_buffers(CYLINDER);
	count_buffers(0);
}

static const struct ktest_case cases[] = {
	{ "map", memory_map },
	{ "buffers_at_once", buffers_at_once },
};

const struct ktest_suite linux_memory_suite =
	KTEST_SUITE("linux_memory", cases);
