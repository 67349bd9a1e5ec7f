/*
 *	test_linux_kmem.c: memory for the drivers, through its public functions
 *	only: whatever serves them must keep these promises.
 */
#define MACH_INCLUDE
#include <kern/printf.h>
#include <test/ktest.h>
#include <test/suites_linux.h>
#include <mach/vm_param.h>

#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/malloc.h>
#include <linux/sched.h>
#include <asm/dma.h>
#include <asm/io.h>
#include <asm/system.h>

/* Largest block that kmalloc has to give. */
#define KMALLOC_MAX	(65536 - 12)

/* Drivers ask for this one to read a cylinder of a floppy disk. */
#define CYLINDER_SIZE	18432

/*
 *	Is [p, p+size) fit for one 8-bit transfer of the ISA DMA controller?
 */
static int
good_for_dma(void *p, unsigned long size)
{
	unsigned long addr = virt_to_phys(p);

	return DMA_REACHES(addr, size) && !DMA_CROSSES_64KB(addr, size);
}

/*
 *	Fill a block with a pattern, and see that it is still there.
 */
static void
fill(void *p, unsigned size, unsigned char seed)
{
	unsigned char *c = p;
	unsigned i;

	for (i = 0; i < size; i++)
		c[i] = (unsigned char) (seed + i * 7);
}

static int
intact(void *p, unsigned size, unsigned char seed)
{
	unsigned char *c = p;
	unsigned i;

	for (i = 0; i < size; i++)
		if (c[i] != (unsigned char) (seed + i * 7))
			return 0;
	return 1;
}

/*
 *	Blocks of all small sizes are aligned to 4, apart from each other, and as
 *	large as asked for.
 */
static void
alignment_and_extent(void)
{
	static void *p[128];
	unsigned n;

	for (n = 0; n < 128; n++) {
		p[n] = linux_kmalloc(n, GFP_KERNEL);
		KTEST_EXPECT(p[n] != NULL);
		if (p[n] == NULL)
			break;
		KTEST_EXPECT_EQ((unsigned long) p[n] & 3, 0UL);
		/* Even the smallest block has 12 bytes. */
		fill(p[n], n < 12 ? 12 : n, n);
	}
	while (n-- > 0) {
		KTEST_EXPECT(intact(p[n], n < 12 ? 12 : n, n));
		linux_kfree(p[n]);
	}
}

/*
 *	The largest block that lies in one DMA window.
 */
static void
largest_dma_block(void)
{
	void *p = linux_kmalloc(KMALLOC_MAX, GFP_DMA);

	KTEST_EXPECT(p != NULL);
	if (p == NULL)
		return;
	KTEST_EXPECT_EQ((unsigned long) p & 3, 0UL);
	KTEST_EXPECT(good_for_dma(p, KMALLOC_MAX));
	fill(p, KMALLOC_MAX, 3);
	KTEST_EXPECT(intact(p, KMALLOC_MAX, 3));
	linux_kfree(p);
}

/*
 *	A request that is too large is refused or served in full.
 */
static void
oversize(void)
{
	static const unsigned sizes[] = { KMALLOC_MAX + 1, 65536, 100000 };
	unsigned i;
	void *p, *q;

	for (i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		p = linux_kmalloc(sizes[i], GFP_KERNEL);
		if (p == NULL)
			continue;
		fill(p, sizes[i], 1);
		q = linux_kmalloc(64, GFP_KERNEL);
		KTEST_EXPECT(q != NULL);
		if (q != NULL) {
			fill(q, 64, 2);
			linux_kfree(q);
		}
		KTEST_EXPECT(intact(p, sizes[i], 1));
		linux_kfree(p);
	}
}

/*
 *	What is freed is used again: this asks for a hundred megabytes in all.
 */
static void
reuse(void)
{
	int i;
	void *p;

	for (i = 0; i < 20000; i++) {
		p = linux_kmalloc(5000, i & 1 ? GFP_DMA : GFP_KERNEL);
		if (p == NULL)
			break;
		linux_kfree(p);
	}
	KTEST_EXPECT_EQ(i, 20000);
}

/*
 *	Neighbours that are free become one block when it is needed.
 */
static void
coalescing(void)
{
	void *a, *b, *c, *big;

	a = linux_kmalloc(20000, GFP_DMA);
	b = linux_kmalloc(20000, GFP_DMA);
	c = linux_kmalloc(20000, GFP_DMA);
	KTEST_EXPECT(a != NULL && b != NULL && c != NULL);
	if (a == NULL || b == NULL || c == NULL)
		return;
	fill(c, 20000, 9);
	linux_kfree(a);
	linux_kfree(b);
	big = linux_kmalloc(40000, GFP_DMA);
	KTEST_EXPECT(big != NULL);
	if (big != NULL) {
		fill(big, 40000, 4);
		KTEST_EXPECT(intact(c, 20000, 9));
		linux_kfree(big);
	}
	linux_kfree(c);
}

/* Blocks that were got until there were no more, linked through themselves. */
struct link {
	struct link *next;
};

/*
 *	Take blocks until there are none.  Returns how many; every block must be
 *	good for DMA.
 */
static int
take_all(unsigned size, struct link **list)
{
	struct link *p;
	int n = 0, bad = 0;

	*list = NULL;
	while (n < 100000
	       && (p = linux_kmalloc(size, GFP_DMA | GFP_ATOMIC)) != NULL) {
		if (!good_for_dma(p, size))
			bad++;
		p->next = *list;
		*list = p;
		n++;
	}
	KTEST_EXPECT_EQ(bad, 0);
	return n;
}

static void
give_all(struct link *list)
{
	struct link *next;

	for (; list != NULL; list = next) {
		next = list->next;
		linux_kfree(list);
	}
}

/*
 *	When nothing is left the answer is null; when everything is back, the
 *	largest block can be had, whatever sizes it was cut into before.
 */
static void
exhaustion_and_recovery(void)
{
	int small, large, again;
	struct link *list;
	void *p;

	large = take_all(30000, &list);
	give_all(list);
	small = take_all(1000, &list);
	give_all(list);
	again = take_all(30000, &list);
	give_all(list);

	printf("# kmalloc: %d blocks of 30000 bytes or %d of 1000\n",
	       large, small);
	KTEST_EXPECT(large >= 7);
	KTEST_EXPECT(small > large);
	KTEST_EXPECT_EQ(again, large);
	p = linux_kmalloc(KMALLOC_MAX, GFP_DMA);
	KTEST_EXPECT(p != NULL);
	if (p != NULL)
		linux_kfree(p);
}

/*
 *	GFP_DMA at all sizes.
 */
static void
dma_blocks(void)
{
	unsigned size;
	void *p;

	for (size = 16; size <= KMALLOC_MAX; size = size * 3 / 2) {
		p = linux_kmalloc(size, GFP_DMA | GFP_KERNEL);
		KTEST_EXPECT(p != NULL);
		if (p == NULL)
			continue;
		KTEST_EXPECT(good_for_dma(p, size));
		linux_kfree(p);
	}
	p = linux_kmalloc(CYLINDER_SIZE, GFP_DMA);
	KTEST_EXPECT(p != NULL && good_for_dma(p, CYLINDER_SIZE));
	if (p != NULL)
		linux_kfree(p);
}

/*
 *	Many blocks of changing sizes, filled and checked.
 */
static void
random_sizes(void)
{
	static struct { void *p; unsigned size; unsigned char seed; } slot[48];
	unsigned random = 12345, i, step;
	int broken = 0;

	memset(slot, 0, sizeof slot);
	for (step = 0; step < 6000; step++) {
		random = random * 1103515245 + 12345;
		i = (random >> 16) % 48;
		if (slot[i].p != NULL) {
			broken += !intact(slot[i].p, slot[i].size,
					  slot[i].seed);
			linux_kfree(slot[i].p);
			slot[i].p = NULL;
			continue;
		}
		slot[i].size = (random >> 8) % ((random & 7) == 0 ? 9000 : 600);
		slot[i].seed = step;
		slot[i].p = linux_kmalloc(slot[i].size, random & 0x10000
							? GFP_DMA : GFP_KERNEL);
		if (slot[i].p != NULL)
			fill(slot[i].p, slot[i].size, slot[i].seed);
		else
			broken++;
	}
	for (i = 0; i < 48; i++)
		if (slot[i].p != NULL)
			linux_kfree(slot[i].p);
	KTEST_EXPECT_EQ(broken, 0);
}

/*
 *	The interrupt flag is after each call what it was before.
 */
static void
interrupt_flag(void)
{
	unsigned long flags, off, on, page;
	void *p;

	save_flags(flags);
	sti();
	p = linux_kmalloc(6000, GFP_ATOMIC);
	page = __get_free_pages(GFP_ATOMIC, 1, 1);
	save_flags(on);
	cli();
	linux_kfree(p);
	free_pages(page, 1);
	p = linux_kmalloc(3000, GFP_ATOMIC);
	page = __get_free_pages(GFP_ATOMIC, 1, 0);
	free_pages(page, 1);
	linux_kfree(p);
	save_flags(off);
	restore_flags(flags);

	KTEST_EXPECT((on & EFLAGS_IF) != 0);
	KTEST_EXPECT((off & EFLAGS_IF) == 0);
}

/* The clock interrupt allocates while the thread below does. */
static void *from_interrupt[20];
static volatile int interrupt_count;
static struct timer_list interrupt_timer;

static void
allocate_in_timer(unsigned long data)
{
	int n = interrupt_count;

	from_interrupt[n] = linux_kmalloc(700, GFP_ATOMIC | GFP_DMA);
	if (from_interrupt[n] != NULL)
		fill(from_interrupt[n], 700, n);
	interrupt_count = n + 1;
	if (n + 1 < 20) {
		interrupt_timer.expires = jiffies + 1;
		add_timer(&interrupt_timer);
	}
}

static void
at_interrupt_level(void)
{
	void *p;
	int i, failed = 0;

	interrupt_count = 0;
	init_timer(&interrupt_timer);
	interrupt_timer.function = allocate_in_timer;
	interrupt_timer.expires = jiffies + 1;
	add_timer(&interrupt_timer);
	while (interrupt_count < 20) {
		p = linux_kmalloc(900, GFP_KERNEL);
		if (p == NULL) {
			failed++;
			continue;
		}
		fill(p, 900, 5);
		failed += !intact(p, 900, 5);
		linux_kfree(p);
	}
	KTEST_EXPECT_EQ(failed, 0);
	for (i = 0; i < 20; i++) {
		KTEST_EXPECT(from_interrupt[i] != NULL
			     && intact(from_interrupt[i], 700, i));
		if (from_interrupt[i] != NULL)
			linux_kfree(from_interrupt[i]);
	}
}

/*
 *	Pages of all orders.
 */
static void
page_orders(void)
{
	unsigned long addr, order, size;

	for (order = 0; order <= 4; order++) {
		size = PAGE_SIZE << order;
		addr = __get_dma_pages(GFP_KERNEL, order);
		KTEST_EXPECT(addr != 0);
		if (addr == 0)
			continue;
		KTEST_EXPECT_EQ(addr & PAGE_MASK, 0UL);
		KTEST_EXPECT(good_for_dma((void *) addr, size));
		fill((void *) addr, size, order);
		KTEST_EXPECT(intact((void *) addr, size, order));
		free_pages(addr, order);
	}
}

/*
 *	Pages of a larger piece may be given back one by one.
 */
static void
pages_freed_singly(void)
{
	unsigned long addr = __get_dma_pages(GFP_KERNEL, 2);
	unsigned long one;
	int i;

	KTEST_EXPECT(addr != 0);
	if (addr == 0)
		return;
	for (i = 3; i >= 0; i--)
		free_page(addr + i * PAGE_SIZE);
	one = __get_free_page(GFP_KERNEL);
	KTEST_EXPECT(one != 0);
	if (one != 0)
		free_page(one);
}

/*
 *	All DMA pages can be taken and come back.
 */
static void
page_exhaustion(void)
{
	unsigned long *list = NULL, *p;
	int round, n, first = 0;

	for (round = 0; round < 2; round++) {
		for (n = 0; n < 100000; n++) {
			p = (unsigned long *) __get_dma_pages(GFP_ATOMIC, 3);
			if (p == NULL)
				break;
			*p = (unsigned long) list;
			list = p;
		}
		if (round == 0)
			first = n;
		while ((p = list) != NULL) {
			list = (unsigned long *) *p;
			free_pages((unsigned long) p, 3);
		}
	}
	printf("# __get_dma_pages: %d pieces of 32 KiB\n", n);
	KTEST_EXPECT(first >= 8);
	KTEST_EXPECT_EQ(n, first);
}

/*
 *	kmalloc gives up pages that it does not need when pages are asked for.
 */
static void
pages_from_kmalloc(void)
{
	struct link *list;
	unsigned long page;

	(void) take_all(4000, &list);
	give_all(list);
	page = __get_dma_pages(GFP_ATOMIC, 4);
	KTEST_EXPECT(page != 0);
	if (page != 0)
		free_pages(page, 4);
}

static void
vmalloc_and_free(void)
{
	char *p[8];
	int i, round;

	for (round = 0; round < 10; round++) {
		for (i = 0; i < 8; i++) {
			p[i] = vmalloc(5000 * (i + 1));
			KTEST_EXPECT(p[i] != NULL);
			if (p[i] == NULL)
				return;
			KTEST_EXPECT_EQ((unsigned long) p[i] & PAGE_MASK, 0UL);
			fill(p[i], 5000 * (i + 1), i);
		}
		for (i = 0; i < 8; i++) {
			/* From the middle, the ends, in no order. */
			int k = (i * 5) & 7;

			KTEST_EXPECT(intact(p[k], 5000 * (k + 1), k));
			vfree(p[k]);
		}
	}
	KTEST_EXPECT(vmalloc(0) == NULL);
}

/* The display's text memory; what lies behind the first page of text is not
   shown. */
#define VGA_TEXT	0xb8000
#define VGA_UNUSED	0x6010

static void
vremap_device(void)
{
	volatile unsigned short *direct, *mapped;
	unsigned short saved;

	direct = phys_to_virt(VGA_TEXT + VGA_UNUSED);
	mapped = vremap(VGA_TEXT + VGA_UNUSED, 0x1000);
	KTEST_EXPECT(mapped != NULL);
	if (mapped == NULL)
		return;
	KTEST_EXPECT(mapped != direct);
	saved = *direct;
	*mapped = 0x1234;
	KTEST_EXPECT_EQ(*direct, 0x1234);
	*direct = 0x4321;
	KTEST_EXPECT_EQ(*mapped, 0x4321);
	*direct = saved;
	vfree((void *) ((unsigned long) mapped & ~PAGE_MASK));
}

static const struct ktest_case cases[] = {
	{ "alignment", alignment_and_extent },
	{ "largest_dma_block", largest_dma_block },
	{ "oversize", oversize },
	{ "reuse", reuse },
	{ "coalescing", coalescing },
	{ "exhaustion", exhaustion_and_recovery },
	{ "dma_blocks", dma_blocks },
	{ "random_sizes", random_sizes },
	{ "interrupt_flag", interrupt_flag },
	{ "interrupt_level", at_interrupt_level },
	{ "page_orders", page_orders },
	{ "pages_singly", pages_freed_singly },
	{ "page_exhaustion", page_exhaustion },
	{ "pages_from_kmalloc", pages_from_kmalloc },
	{ "vmalloc", vmalloc_and_free },
	{ "vremap", vremap_device },
};

const struct ktest_suite linux_kmem_suite = KTEST_SUITE("linux_kmem", cases);
