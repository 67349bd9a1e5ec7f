/*
 *	test/test_vm_pageout.c
 *
 *	The pageout daemon at work: memory is made scarce by hoarding, and
 *	pages of an object with a pager are what it can have.
 */

#include <mach/kern_return.h>
#include <mach/vm_param.h>
#include <kern/sched_prim.h>
#include <kern/thread.h>
#include <vm/pmap.h>
#include <vm/vm_fault.h>
#include <vm/vm_kern.h>
#include <vm/vm_object.h>
#include <vm/vm_page.h>
#include <vm/vm_pageout.h>
#include <test/ktest.h>
#include <test/suites_vm.h>
#include <test/test_vm_util.h>

#define	PRI	10
#define	PAGES	24

/*
 *	A pager with a store: a word for each page.
 */
static struct {
	unsigned int	word[PAGES];
	unsigned int	ins, outs;
} store;

static kern_return_t
store_in(void *pager, vm_offset_t offset, vm_offset_t phys_addr)
{
	store.ins++;
	*(unsigned int *) test_page_at(phys_addr) = store.word[atop(offset)];
	return KERN_SUCCESS;
}

static kern_return_t
store_out(void *pager, vm_offset_t offset, vm_offset_t phys_addr)
{
	store.outs++;
	store.word[atop(offset)] = *(unsigned int *) test_page_at(phys_addr);
	return KERN_SUCCESS;
}

static void
store_end(void *pager)
{
}

static const struct memory_pager_ops store_ops = {
	store_in, store_out, store_end,
};

/*
 *	pages_of:
 *
 *	Bring all pages of the object in; as dirty, as referenced, as wanted.
 */
static void
pages_of(vm_object_t object, boolean_t dirty, boolean_t reference)
{
	vm_page_t	m;
	unsigned int	i;

	for (i = 0; i < PAGES; i++) {
		vm_object_lock(object);
		if (vm_fault_page(object, ptoa(i), FALSE, &m) != KERN_SUCCESS) {
			vm_object_unlock(object);
			KTEST_EXPECT(!"vm_fault_page");
			return;
		}
		if (dirty) {
			*(unsigned int *) test_page_at(m->phys_addr) = i * 77 + 1;
			m->dirty = TRUE;
		}
		PAGE_WAKEUP_DONE(m);
		vm_page_lock_queues();
		vm_page_activate(m);
		vm_page_deactivate(m);
		vm_page_unlock_queues();
		vm_object_unlock(object);
	}

	/* At the end: each page's insertion cools the one before. */
	for (i = 0; i < PAGES; i++) {
		m = vm_page_lookup(object, ptoa(i));
		if (m != VM_PAGE_NULL)
			m->reference = reference;
	}
}

static vm_object_t
begin(boolean_t dirty, boolean_t reference)
{
	vm_object_t	object;
	unsigned int	i;

	for (i = 0; i < PAGES; i++)
		store.word[i] = i * 1000;
	object = vm_object_enter(&store_ops, &store, ptoa(PAGES));
	pages_of(object, dirty, reference);
	store.ins = store.outs = 0;
	return object;
}

/*
 *	be_short:
 *
 *	Leave nothing free until the daemon has brought a count to where it
 *	is expected, or that many times 50 milliseconds have gone by.
 */
static void
be_short(const volatile int *count, int expected, int steps)
{
	struct page_hoard	hoard;
	int			step;

	hoard_init(&hoard);
	for (step = 0; step < steps && *count != expected; step++) {
		hoard_all(&hoard);
		test_sleep(50);
	}
	hoard_release(&hoard, hoard.count);
	test_sleep(100);
}

static void
clean_pages_go(void)
{
	vm_object_t	object = begin(FALSE, FALSE);
	unsigned int	clean = vm_pageout_inactive_clean;

	be_short(&object->resident_page_count, 0, 100);
	KTEST_EXPECT_EQ(object->resident_page_count, 0);
	KTEST_EXPECT(vm_pageout_inactive_clean - clean >= PAGES);
	KTEST_EXPECT_EQ(store.outs, 0);
	vm_object_deallocate(object);
}

static void
dirty_pages_are_stored(void)
{
	vm_object_t	object = begin(TRUE, FALSE);
	unsigned int	i, wrong = 0;
	vm_page_t	m;

	be_short(&object->resident_page_count, 0, 100);
	KTEST_EXPECT_EQ(object->resident_page_count, 0);
	KTEST_EXPECT_EQ(store.outs, PAGES);
	KTEST_EXPECT_EQ(vm_page_laundry_count, 0);
	for (i = 0; i < PAGES; i++)
		if (store.word[i] != i * 77 + 1)
			wrong++;
	KTEST_EXPECT_EQ(wrong, 0);

	/* And come back as they were. */
	vm_object_lock(object);
	KTEST_EXPECT_EQ(vm_fault_page(object, ptoa(5), FALSE, &m),
			KERN_SUCCESS);
	KTEST_EXPECT_EQ(*(unsigned int *) test_page_at(m->phys_addr), 5 * 77 + 1);
	PAGE_WAKEUP_DONE(m);
	vm_object_unlock(object);
	vm_object_deallocate(object);
}

static void
used_pages_get_a_chance(void)
{
	vm_object_t	object = begin(FALSE, TRUE);
	unsigned int	used = vm_pageout_inactive_used;

	be_short(&object->resident_page_count, 0, 6);
	KTEST_EXPECT(vm_pageout_inactive_used - used >= PAGES);
	vm_object_deallocate(object);
}

static void
wired_pages_stay(void)
{
	vm_object_t	object = begin(FALSE, FALSE);
	vm_page_t	m;

	vm_object_lock(object);
	m = vm_page_lookup(object, ptoa(3));
	vm_page_lock_queues();
	vm_page_wire(m);
	vm_page_unlock_queues();
	vm_object_unlock(object);

	be_short(&object->resident_page_count, 1, 100);
	KTEST_EXPECT_EQ(object->resident_page_count, 1);
	KTEST_EXPECT(vm_page_lookup(object, ptoa(3)) == m);

	vm_page_lock_queues();
	vm_page_unwire(m);
	vm_page_unlock_queues();
	vm_object_deallocate(object);
}

static vm_page_t
any_page(vm_object_t object)
{
	vm_page_t	m = VM_PAGE_NULL;
	unsigned int	i;

	for (i = 0; i < PAGES && m == VM_PAGE_NULL; i++)
		m = vm_page_lookup(object, ptoa(i));
	return m;
}

static boolean_t
below_16_MiB(vm_page_t m)
{
	return m->phys_addr < 16 * 1024 * 1024;
}

/*
 *	A page of the object through a mapping, which leaves marks in the page
 *	table only: a write makes the daemon store the page, a read lets it
 *	outlive the others.  (It may stay for good: two thirds of one page are
 *	no inactive page.  On a machine with little memory above 16 MiB the
 *	pages may lie on both sides, and the daemon look at one of them alone.)
 */
static void
use_mapped(boolean_t write)
{
	vm_object_t	object = begin(FALSE, FALSE);
	unsigned int	used = vm_pageout_inactive_used;
	volatile unsigned int *word;
	vm_offset_t	va;
	vm_page_t	m, left;

	KTEST_EXPECT_EQ(kmem_alloc_pageable(kernel_map, &va, PAGE_SIZE),
			KERN_SUCCESS);
	word = (volatile unsigned int *) va;
	m = vm_page_lookup(object, ptoa(7));
	pmap_enter(kernel_pmap, va, m->phys_addr,
		   VM_PROT_READ | VM_PROT_WRITE, FALSE);
	if (write) {
		*word = 4711;
		pmap_clear_reference(m->phys_addr);
	} else
		KTEST_EXPECT_EQ(*word, 7000);

	be_short(&object->resident_page_count, write ? 0 : 1, 100);
	KTEST_EXPECT_EQ(store.outs, write ? 1 : 0);
	KTEST_EXPECT_EQ(store.word[7], write ? 4711 : 7000);
	if (write) {
		KTEST_EXPECT_EQ(object->resident_page_count, 0);
		KTEST_EXPECT(!pmap_access(kernel_pmap, va));
	} else {
		KTEST_EXPECT(vm_pageout_inactive_used - used >= 1);
		KTEST_EXPECT(object->resident_page_count <= 1);
		left = any_page(object);
		KTEST_EXPECT(left == VM_PAGE_NULL || left == m ||
			     below_16_MiB(left) != below_16_MiB(m));
	}

	kmem_free(kernel_map, va, PAGE_SIZE);
	vm_object_deallocate(object);
}

static void
mapped_writes_are_stored(void)
{
	use_mapped(TRUE);
}

static void
mapped_reads_count(void)
{
	use_mapped(FALSE);
}

static vm_page_t	got;
static unsigned int	waits;

static void
wait_for_a_page(void)
{
	while ((got = vm_page_grab(FALSE)) == VM_PAGE_NULL) {
		waits++;
		VM_PAGE_WAIT((void (*)(void)) 0);
	}
}

/*
 *	Who waits for memory gets it when somebody gives some back.
 */
static void
waiters_wake_up(void)
{
	struct page_hoard	hoard;
	thread_t		t;

	got = VM_PAGE_NULL;
	waits = 0;
	hoard_init(&hoard);
	t = test_thread(wait_for_a_page, 0, PRI);
	hoard_all(&hoard);
	test_sleep(100);
	KTEST_EXPECT(waits != 0);
	hoard_release(&hoard, hoard.count);
	test_join(t);
	KTEST_EXPECT(got != VM_PAGE_NULL);
	if (got != VM_PAGE_NULL)
		vm_page_release(got, FALSE);
	test_sleep(50);
	KTEST_EXPECT_EQ(vm_page_free_wanted, 0);
}

static const struct ktest_case cases[] = {
	{ "clean_pages_go", clean_pages_go },
	{ "dirty_pages_are_stored", dirty_pages_are_stored },
	{ "used_pages_get_a_chance", used_pages_get_a_chance },
	{ "mapped_writes_are_stored", mapped_writes_are_stored },
	{ "mapped_reads_count", mapped_reads_count },
	{ "wired_pages_stay", wired_pages_stay },
	{ "waiters_wake_up", waiters_wake_up },
};

const struct ktest_suite vm_pageout_suite = KTEST_SUITE("vm_pageout", cases);
