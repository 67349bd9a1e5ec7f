/*
 *	test/test_vm_contiguous.c
 *
 *	Runs of physically contiguous pages.
 */

#include <mach/kern_return.h>
#include <mach/vm_param.h>
#include <kern/kalloc.h>
#include <vm/vm_page.h>
#include <test/ktest.h>
#include <test/suites_vm.h>
#include <test/test_vm_util.h>

#define	MAX_RUN	128		/* 512 KiB, what a bus scan asks for */

extern vm_offset_t	phys_last_addr;

static vm_page_t	run[MAX_RUN];
static vm_page_t	other[MAX_RUN];

/*
 *	grab_run:
 *
 *	Ask for a run, with the bitmap left to the function.
 */
static kern_return_t
grab_run(int npages, vm_page_t *pages)
{
	vm_page_big_pagenum = atop(phys_last_addr) - 1;
	return vm_page_grab_contiguous_pages(npages, pages, 0, FALSE);
}

static void
release_run(int npages, vm_page_t *pages)
{
	int		i;

	for (i = 0; i < npages; i++)
		vm_page_release(pages[i], FALSE);
}

/*
 *	is_run:
 *
 *	Ascending without holes, and the caller's?
 */
static boolean_t
is_run(int npages, vm_page_t *pages)
{
	int		i;

	for (i = 0; i < npages; i++)
		if (pages[i]->phys_addr != pages[0]->phys_addr + ptoa(i) ||
		    pages[i]->free || !pages[i]->busy || pages[i]->tabled)
			return FALSE;
	return TRUE;
}

static void
one_page(void)
{
	int		before = vm_page_free_count;

	KTEST_EXPECT_EQ(grab_run(1, run), KERN_SUCCESS);
	KTEST_EXPECT(is_run(1, run));
	KTEST_EXPECT_EQ(vm_page_free_count, before - 1);
	release_run(1, run);
	KTEST_EXPECT_EQ(vm_page_free_count, before);
}

static void
sizes(void)
{
	int		before = vm_page_free_count;
	int		n;

	for (n = 2; n <= MAX_RUN; n = n * 3 / 2) {
		KTEST_EXPECT_EQ(grab_run(n, run), KERN_SUCCESS);
		KTEST_EXPECT(is_run(n, run));
		KTEST_EXPECT_EQ(vm_page_free_count, before - n);
		release_run(n, run);
		KTEST_EXPECT_EQ(vm_page_free_count, before);
	}
}

static void
memory_of_run(void)
{
	vm_offset_t	addr;

	KTEST_EXPECT_EQ(grab_run(MAX_RUN, run), KERN_SUCCESS);
	addr = phystokv(run[0]->phys_addr);
	test_fill(addr, ptoa(MAX_RUN), 5);
	KTEST_EXPECT(test_intact(addr, ptoa(MAX_RUN), 5));
	release_run(MAX_RUN, run);
}

static void
runs_are_disjoint(void)
{
	int		i, j, clashes = 0;

	KTEST_EXPECT_EQ(grab_run(40, run), KERN_SUCCESS);
	KTEST_EXPECT_EQ(grab_run(40, other), KERN_SUCCESS);
	for (i = 0; i < 40; i++)
		for (j = 0; j < 40; j++)
			if (run[i] == other[j])
				clashes++;
	KTEST_EXPECT_EQ(clashes, 0);
	release_run(40, run);
	release_run(40, other);
}

/*
 *	The pages of a run are ordinary pages: a single one can go back
 *	before the others, and comes into single hands.
 */
static void
pages_of_run_singly(void)
{
	int		before = vm_page_free_count;
	int		i;

	KTEST_EXPECT_EQ(grab_run(16, run), KERN_SUCCESS);
	for (i = 0; i < 16; i += 2)
		vm_page_release(run[i], FALSE);
	KTEST_EXPECT_EQ(vm_page_free_count, before - 8);

	/* No hole of one page is taken for a run of two. */
	KTEST_EXPECT_EQ(grab_run(2, other), KERN_SUCCESS);
	KTEST_EXPECT(is_run(2, other));
	release_run(2, other);

	for (i = 1; i < 16; i += 2)
		vm_page_release(run[i], FALSE);
	KTEST_EXPECT_EQ(vm_page_free_count, before);
}

static void
own_bitmap(void)
{
	vm_size_t	size;
	natural_t	*bits;

	vm_page_big_pagenum = atop(phys_last_addr) - 1;
	size = (vm_page_big_pagenum / 32 + 1) * sizeof(natural_t);
	bits = (natural_t *) kalloc(size);

	KTEST_EXPECT_EQ(vm_page_grab_contiguous_pages(8, run, bits, FALSE),
			KERN_SUCCESS);
	KTEST_EXPECT(is_run(8, run));
	release_run(8, run);
	kfree((vm_offset_t) bits, size);
}

static void
impossible(void)
{
	struct page_hoard hoard;
	int		before;

	/* Warm up: what the bitmap needs is there afterwards. */
	KTEST_EXPECT_EQ(grab_run(1, run), KERN_SUCCESS);
	release_run(1, run);

	/* All or nothing: a refusal leaves the count as it was. */
	hoard_init(&hoard);
	before = vm_page_free_count;
	hoard_all(&hoard);
	KTEST_EXPECT(vm_page_grab(FALSE) == VM_PAGE_NULL);
	hoard_release(&hoard, hoard.count);
	KTEST_EXPECT_EQ(vm_page_free_count, before);

	KTEST_EXPECT_EQ(vm_page_grab_contiguous_pages(
				(int) atop(phys_last_addr) + 1, run, 0, FALSE),
			KERN_RESOURCE_SHORTAGE);
	KTEST_EXPECT_EQ(vm_page_free_count, before);
}

/*
 *	Take a run, then all other pages, then give the run back: it is the
 *	only one of its length there is, unless its neighbours are free.
 */
static void
last_run(void)
{
	struct page_hoard hoard;
	natural_t	*bits;
	vm_size_t	size;
	vm_offset_t	start;
	int		i, before = vm_page_free_count;

	vm_page_big_pagenum = atop(phys_last_addr) - 1;
	size = (vm_page_big_pagenum / 32 + 1) * sizeof(natural_t);
	bits = (natural_t *) kalloc(size);

	hoard_init(&hoard);
	KTEST_EXPECT_EQ(vm_page_grab_contiguous_pages(MAX_RUN, run, bits,
						      FALSE), KERN_SUCCESS);
	start = run[0]->phys_addr;
	hoard_all(&hoard);
	for (i = 0; i < MAX_RUN; i++)
		vm_page_release(run[i], FALSE);

	KTEST_EXPECT_EQ(vm_page_grab_contiguous_pages(MAX_RUN, run, bits,
						      FALSE), KERN_SUCCESS);
	KTEST_EXPECT(is_run(MAX_RUN, run));
	KTEST_EXPECT(run[0]->phys_addr < start + ptoa(MAX_RUN) &&
		     run[0]->phys_addr + ptoa(MAX_RUN) > start);

	release_run(MAX_RUN, run);
	hoard_release(&hoard, hoard.count);
	kfree((vm_offset_t) bits, size);
	KTEST_EXPECT(vm_page_free_count >= before - 2);
}

static const struct ktest_case cases[] = {
	{ "one_page", one_page },
	{ "sizes", sizes },
	{ "memory", memory_of_run },
	{ "disjoint", runs_are_disjoint },
	{ "singly", pages_of_run_singly },
	{ "own_bitmap", own_bitmap },
	{ "impossible", impossible },
	{ "last_run", last_run },
};

const struct ktest_suite vm_contiguous_suite =
	KTEST_SUITE("vm_contiguous", cases);
