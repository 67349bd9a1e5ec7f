/*
 *	test/test_vm_page.c
 *
 *	Pages: grabbing and releasing them, limits, fictitious pages, and
 *	the pageout queues.  Only the public functions are used, so that the
 *	tests hold however free pages are kept.
 */

#include <mach/vm_param.h>
#include <kern/thread.h>
#include <vm/pmap.h>
#include <vm/vm_object.h>
#include <vm/vm_page.h>
#include <test/ktest.h>
#include <test/suites_vm.h>
#include <test/test_vm_util.h>

#define	SOME	64

static vm_page_t	pages[SOME];

/*
 *	grab_some:
 *
 *	Fill the array above; TRUE if all went well.
 */
static boolean_t
grab_some(void)
{
	int		i;

	for (i = 0; i < SOME; i++)
		if ((pages[i] = vm_page_grab(FALSE)) == VM_PAGE_NULL)
			return FALSE;
	return TRUE;
}

static void
release_some(void)
{
	int		i;

	for (i = 0; i < SOME; i++)
		vm_page_release(pages[i], FALSE);
}

static void
size_of_page(void)
{
	KTEST_EXPECT_EQ(sizeof(struct vm_page), 48);
	KTEST_EXPECT_EQ(vm_page_free_count > 0, TRUE);
}

static void
grab_and_release(void)
{
	int		before = vm_page_free_count;
	vm_page_t	m = vm_page_grab(FALSE);

	KTEST_EXPECT(m != VM_PAGE_NULL);
	if (m == VM_PAGE_NULL)
		return;
	KTEST_EXPECT_EQ(vm_page_free_count, before - 1);

	/* A fresh page is its owner's: busy, and in nobody's list. */
	KTEST_EXPECT_EQ(m->busy, TRUE);
	KTEST_EXPECT_EQ(m->free, FALSE);
	KTEST_EXPECT_EQ(m->tabled, FALSE);
	KTEST_EXPECT_EQ(m->active, FALSE);
	KTEST_EXPECT_EQ(m->inactive, FALSE);
	KTEST_EXPECT_EQ(m->fictitious, FALSE);
	KTEST_EXPECT_EQ(m->external, FALSE);
	KTEST_EXPECT_EQ(m->wire_count, 0);
	KTEST_EXPECT_EQ(m->phys_addr & PAGE_MASK, 0);
	KTEST_EXPECT(pmap_valid_page(m->phys_addr));

	vm_page_release(m, FALSE);
	KTEST_EXPECT_EQ(vm_page_free_count, before);
}

static void
pages_are_distinct(void)
{
	int		i, j, clashes = 0;

	KTEST_EXPECT(grab_some());
	for (i = 0; i < SOME; i++)
		for (j = i + 1; j < SOME; j++)
			if (pages[i] == pages[j] ||
			    pages[i]->phys_addr == pages[j]->phys_addr)
				clashes++;
	KTEST_EXPECT_EQ(clashes, 0);
	release_some();
}

static void
memory_is_separate(void)
{
	int		i, damaged = 0;

	KTEST_EXPECT(grab_some());
	for (i = 0; i < SOME; i++)
		test_fill(phystokv(pages[i]->phys_addr), PAGE_SIZE, i);
	for (i = 0; i < SOME; i++)
		if (!test_intact(phystokv(pages[i]->phys_addr), PAGE_SIZE, i))
			damaged++;
	KTEST_EXPECT_EQ(damaged, 0);
	release_some();
}

static void
zero_fill_and_copy(void)
{
	vm_page_t	a = vm_page_grab(FALSE);
	vm_page_t	b = vm_page_grab(FALSE);

	test_fill(phystokv(a->phys_addr), PAGE_SIZE, 1);
	vm_page_copy(a, b);
	KTEST_EXPECT(test_intact(phystokv(b->phys_addr), PAGE_SIZE, 1));

	vm_page_zero_fill(a);
	KTEST_EXPECT(test_zero(phystokv(a->phys_addr), PAGE_SIZE));
	KTEST_EXPECT(test_intact(phystokv(b->phys_addr), PAGE_SIZE, 1));

	vm_page_release(a, FALSE);
	vm_page_release(b, FALSE);
}

static void
grab_phys_addr(void)
{
	vm_offset_t	pa;
	int		before = vm_page_free_count;

	/* The page cannot be given back: one is lost per run. */
	pa = vm_page_grab_phys_addr();
	KTEST_EXPECT(pa != (vm_offset_t) -1);
	KTEST_EXPECT_EQ(pa & PAGE_MASK, 0);
	KTEST_EXPECT_EQ(vm_page_free_count, before - 1);
}

static void
exhaustion(void)
{
	struct page_hoard hoard;
	int		before = vm_page_free_count;

	hoard_init(&hoard);
	hoard_all(&hoard);

	/* Refused, and refused again; what is left is the reserve. */
	KTEST_EXPECT(vm_page_grab(FALSE) == VM_PAGE_NULL);
	KTEST_EXPECT(vm_page_grab_phys_addr() == (vm_offset_t) -1);
	KTEST_EXPECT_EQ(vm_page_free_count, before - (int) hoard.count);
	KTEST_EXPECT(vm_page_free_count > 0);
	KTEST_EXPECT(hoard.count > 1000);
	KTEST_EXPECT((int) vm_page_free_count_minimum <= vm_page_free_count);

	hoard_release(&hoard, hoard.count);
	KTEST_EXPECT_EQ(vm_page_free_count, before);
	KTEST_EXPECT(hoard_one(&hoard));
	hoard_release(&hoard, 1);
}

static void
privilege(void)
{
	struct page_hoard hoard;
	vm_page_t	m;

	hoard_init(&hoard);
	hoard_all(&hoard);

	current_thread()->vm_privilege = TRUE;
	m = vm_page_grab(FALSE);
	current_thread()->vm_privilege = FALSE;
	KTEST_EXPECT(m != VM_PAGE_NULL);
	KTEST_EXPECT(vm_page_grab(FALSE) == VM_PAGE_NULL);

	if (m != VM_PAGE_NULL)
		vm_page_release(m, FALSE);
	hoard_release(&hoard, hoard.count);
}

static void
external_limit(void)
{
	int		limit = vm_page_external_limit;
	int		count = vm_page_external_count;
	vm_page_t	first, second, internal;

	/* One page beyond the limit is given, because the test is '>'. */
	vm_page_external_limit = count;
	first = vm_page_grab(TRUE);
	second = vm_page_grab(TRUE);
	internal = vm_page_grab(FALSE);
	vm_page_external_limit = limit;

	KTEST_EXPECT(first != VM_PAGE_NULL);
	KTEST_EXPECT(second == VM_PAGE_NULL);
	KTEST_EXPECT(internal != VM_PAGE_NULL);
	KTEST_EXPECT_EQ(vm_page_external_count, count + 1);
	KTEST_EXPECT_EQ(first->external, TRUE);
	KTEST_EXPECT_EQ(internal->external, FALSE);

	vm_page_release(first, TRUE);
	vm_page_release(internal, FALSE);
	KTEST_EXPECT_EQ(vm_page_external_count, count);
}

static void
fictitious(void)
{
	vm_page_t	m;
	int		before;

	m = vm_page_grab_fictitious();
	if (m == VM_PAGE_NULL) {
		vm_page_more_fictitious();
		m = vm_page_grab_fictitious();
	}
	KTEST_EXPECT(m != VM_PAGE_NULL);
	KTEST_EXPECT_EQ(m->fictitious, TRUE);
	KTEST_EXPECT_EQ(m->free, FALSE);

	before = vm_page_fictitious_count;
	vm_page_release_fictitious(m);
	KTEST_EXPECT_EQ(vm_page_fictitious_count, before + 1);
}

static void
convert(void)
{
	vm_page_t	m;
	int		before;

	vm_page_more_fictitious();
	before = vm_page_free_count;
	m = vm_page_grab_fictitious();

	KTEST_EXPECT(vm_page_convert(m, FALSE));
	KTEST_EXPECT_EQ(m->fictitious, FALSE);
	KTEST_EXPECT(pmap_valid_page(m->phys_addr));
	KTEST_EXPECT_EQ(vm_page_free_count, before - 1);
	test_fill(phystokv(m->phys_addr), PAGE_SIZE, 3);
	KTEST_EXPECT(test_intact(phystokv(m->phys_addr), PAGE_SIZE, 3));

	VM_PAGE_FREE(m);
	KTEST_EXPECT_EQ(vm_page_free_count, before);
}

static void
convert_refused(void)
{
	struct page_hoard hoard;
	vm_page_t	m;

	vm_page_more_fictitious();
	hoard_init(&hoard);
	hoard_all(&hoard);

	m = vm_page_grab_fictitious();
	KTEST_EXPECT(!vm_page_convert(m, FALSE));
	KTEST_EXPECT_EQ(m->fictitious, TRUE);
	vm_page_release_fictitious(m);

	hoard_release(&hoard, hoard.count);
}

static void
wiring(void)
{
	vm_object_t	object = vm_object_allocate(PAGE_SIZE);
	int		before = vm_page_wire_count;
	vm_page_t	m;

	vm_object_lock(object);
	m = vm_page_alloc(object, 0);
	vm_page_lock_queues();
	vm_page_wire(m);
	vm_page_wire(m);
	KTEST_EXPECT_EQ(m->wire_count, 2);
	KTEST_EXPECT_EQ(vm_page_wire_count, before + 1);

	vm_page_unwire(m);
	KTEST_EXPECT_EQ(vm_page_wire_count, before + 1);
	KTEST_EXPECT_EQ(m->active, FALSE);
	vm_page_unwire(m);
	KTEST_EXPECT_EQ(vm_page_wire_count, before);
	KTEST_EXPECT_EQ(m->active, TRUE);
	vm_page_unlock_queues();
	vm_object_unlock(object);

	PAGE_WAKEUP_DONE(m);
	vm_object_deallocate(object);
	KTEST_EXPECT_EQ(vm_page_wire_count, before);
}

static void
queues(void)
{
	vm_object_t	object = vm_object_allocate(PAGE_SIZE);
	int		active = vm_page_active_count;
	int		inactive = vm_page_inactive_count;
	vm_page_t	m;

	vm_object_lock(object);
	m = vm_page_alloc(object, 0);
	vm_page_lock_queues();

	vm_page_activate(m);
	KTEST_EXPECT_EQ(vm_page_active_count, active + 1);
	vm_page_deactivate(m);
	KTEST_EXPECT_EQ(vm_page_active_count, active);
	KTEST_EXPECT_EQ(vm_page_inactive_count, inactive + 1);
	vm_page_deactivate(m);
	KTEST_EXPECT_EQ(vm_page_inactive_count, inactive + 1);
	vm_page_activate(m);
	KTEST_EXPECT_EQ(vm_page_inactive_count, inactive);

	/* A wired page is on neither queue, whatever one asks for. */
	vm_page_wire(m);
	KTEST_EXPECT_EQ(vm_page_active_count, active);
	vm_page_deactivate(m);
	vm_page_activate(m);
	KTEST_EXPECT_EQ(vm_page_active_count, active);
	KTEST_EXPECT_EQ(vm_page_inactive_count, inactive);

	vm_page_free(m);
	vm_page_unlock_queues();
	vm_object_unlock(object);
	vm_object_deallocate(object);
}

/*
 *	Random grabs and releases: the count always tells what we hold.
 */
static void
random_walk(void)
{
	unsigned int	random = 0x1234567;
	int		before = vm_page_free_count;
	int		i, n, held = 0, wrong = 0;

	for (i = 0; i < SOME; i++)
		pages[i] = VM_PAGE_NULL;

	for (n = 0; n < 4000; n++) {
		i = test_random(&random) % SOME;
		if (pages[i] == VM_PAGE_NULL) {
			pages[i] = vm_page_grab(FALSE);
			held++;
			*(unsigned int *) phystokv(pages[i]->phys_addr) =
				pages[i]->phys_addr + i;
		} else {
			if (*(unsigned int *) phystokv(pages[i]->phys_addr) !=
			    pages[i]->phys_addr + i)
				wrong++;
			vm_page_release(pages[i], FALSE);
			pages[i] = VM_PAGE_NULL;
			held--;
		}
		if (vm_page_free_count != before - held)
			wrong++;
	}
	KTEST_EXPECT_EQ(wrong, 0);

	for (i = 0; i < SOME; i++)
		if (pages[i] != VM_PAGE_NULL)
			vm_page_release(pages[i], FALSE);
	KTEST_EXPECT_EQ(vm_page_free_count, before);
}

static const struct ktest_case cases[] = {
	{ "size", size_of_page },
	{ "grab_release", grab_and_release },
	{ "distinct", pages_are_distinct },
	{ "separate", memory_is_separate },
	{ "zero_copy", zero_fill_and_copy },
	{ "phys_addr", grab_phys_addr },
	{ "exhaustion", exhaustion },
	{ "privilege", privilege },
	{ "external_limit", external_limit },
	{ "fictitious", fictitious },
	{ "convert", convert },
	{ "convert_refused", convert_refused },
	{ "wiring", wiring },
	{ "queues", queues },
	{ "random_walk", random_walk },
};

const struct ktest_suite vm_page_suite = KTEST_SUITE("vm_page", cases);
