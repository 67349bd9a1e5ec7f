/*
 *	test/test_vm_object.c
 *
 *	Memory objects: the object/offset table, reference counts, ranges
 *	of pages, and objects with a pager.
 */

#include <mach/kern_return.h>
#include <mach/vm_param.h>
#include <vm/vm_fault.h>
#include <vm/vm_object.h>
#include <vm/vm_page.h>
#include <test/ktest.h>
#include <test/suites_vm.h>
#include <test/test_vm_util.h>

#define	MANY	300			/* pages of the larger objects */

/*
 *	fill_object:
 *
 *	Give an object its first pages, not busy and on no queue.
 */
static void
fill_object(vm_object_t object, int npages)
{
	vm_page_t	m;
	int		i;

	vm_object_lock(object);
	for (i = 0; i < npages; i++) {
		m = vm_page_alloc(object, ptoa(i));
		PAGE_WAKEUP_DONE(m);
	}
	vm_object_unlock(object);
}

static void
insert_and_lookup(void)
{
	vm_object_t	object = vm_object_allocate(PAGE_SIZE);
	vm_page_t	m = vm_page_grab(FALSE);

	vm_object_lock(object);
	KTEST_EXPECT(vm_page_lookup(object, 0) == VM_PAGE_NULL);
	vm_page_insert(m, object, 0);
	KTEST_EXPECT(vm_page_lookup(object, 0) == m);
	KTEST_EXPECT(vm_page_lookup(object, PAGE_SIZE) == VM_PAGE_NULL);
	KTEST_EXPECT_EQ(m->tabled, TRUE);
	KTEST_EXPECT(m->object == object);
	KTEST_EXPECT_EQ(object->resident_page_count, 1);

	vm_page_remove(m);
	KTEST_EXPECT(vm_page_lookup(object, 0) == VM_PAGE_NULL);
	KTEST_EXPECT_EQ(m->tabled, FALSE);
	KTEST_EXPECT_EQ(object->resident_page_count, 0);
	vm_object_unlock(object);

	vm_page_release(m, FALSE);
	vm_object_deallocate(object);
}

/*
 *	More pages than one, in two objects whose hash chains overlap: the
 *	hash adds the page number to the object's address.
 */
static void
table_keeps_apart(void)
{
	vm_object_t	a = vm_object_allocate(ptoa(MANY));
	vm_object_t	b = vm_object_allocate(ptoa(MANY));
	vm_page_t	m;
	int		i, wrong = 0;

	fill_object(a, MANY);
	fill_object(b, MANY);

	for (i = 0; i < MANY; i++) {
		m = vm_page_lookup(a, ptoa(i));
		if (m == VM_PAGE_NULL || m->object != a || m->offset != ptoa(i))
			wrong++;
		m = vm_page_lookup(b, ptoa(i));
		if (m == VM_PAGE_NULL || m->object != b || m->offset != ptoa(i))
			wrong++;
	}
	KTEST_EXPECT_EQ(wrong, 0);

	vm_object_deallocate(a);
	for (i = 0; i < MANY; i++)
		if (vm_page_lookup(b, ptoa(i)) == VM_PAGE_NULL)
			wrong++;
	KTEST_EXPECT_EQ(wrong, 0);
	vm_object_deallocate(b);
}

static void
termination_frees_pages(void)
{
	int		before;
	vm_object_t	object;

	/* The structure itself may need a page the first time. */
	vm_object_deallocate(vm_object_allocate(PAGE_SIZE));

	before = vm_page_free_count;
	object = vm_object_allocate(ptoa(MANY));
	fill_object(object, MANY);
	KTEST_EXPECT_EQ(vm_page_free_count, before - MANY);
	KTEST_EXPECT_EQ(object->resident_page_count, MANY);
	vm_object_deallocate(object);
	KTEST_EXPECT_EQ(vm_page_free_count, before);
}

static void
references(void)
{
	vm_object_t	object = vm_object_allocate(PAGE_SIZE);
	int		before;

	fill_object(object, 1);
	before = vm_page_free_count;

	vm_object_reference(object);
	KTEST_EXPECT_EQ(object->ref_count, 2);
	vm_object_deallocate(object);
	KTEST_EXPECT_EQ(object->ref_count, 1);
	KTEST_EXPECT_EQ(vm_page_free_count, before);
	vm_object_deallocate(object);
	KTEST_EXPECT_EQ(vm_page_free_count, before + 1);

	/* No object, no harm. */
	vm_object_reference(VM_OBJECT_NULL);
	vm_object_deallocate(VM_OBJECT_NULL);
}

static void
rename_page(void)
{
	vm_object_t	a = vm_object_allocate(ptoa(2));
	vm_object_t	b = vm_object_allocate(ptoa(2));
	vm_page_t	m;

	fill_object(a, 1);
	m = vm_page_lookup(a, 0);
	vm_page_rename(m, b, PAGE_SIZE);
	KTEST_EXPECT(vm_page_lookup(a, 0) == VM_PAGE_NULL);
	KTEST_EXPECT(vm_page_lookup(b, PAGE_SIZE) == m);
	KTEST_EXPECT_EQ(a->resident_page_count, 0);
	KTEST_EXPECT_EQ(b->resident_page_count, 1);

	vm_object_deallocate(a);
	vm_object_deallocate(b);
}

static void
replace_page(void)
{
	vm_object_t	object = vm_object_allocate(PAGE_SIZE);
	vm_page_t	new_page;
	int		before;

	fill_object(object, 1);
	before = vm_page_free_count;
	new_page = vm_page_grab(FALSE);

	vm_object_lock(object);
	vm_page_lock_queues();
	vm_page_replace(new_page, object, 0);
	vm_page_unlock_queues();
	KTEST_EXPECT(vm_page_lookup(object, 0) == new_page);
	KTEST_EXPECT_EQ(object->resident_page_count, 1);
	vm_object_unlock(object);
	KTEST_EXPECT_EQ(vm_page_free_count, before);

	vm_object_deallocate(object);
}

/*
 *	Pages inserted in sequence leave the active queue behind them.
 */
static void
deactivate_behind(void)
{
	vm_object_t	object = vm_object_allocate(ptoa(4));
	int		before = vm_page_inactive_count;

	fill_object(object, 4);
	KTEST_EXPECT_EQ(vm_page_inactive_count, before + 3);
	KTEST_EXPECT_EQ(vm_page_lookup(object, ptoa(2))->inactive, TRUE);
	KTEST_EXPECT_EQ(vm_page_lookup(object, ptoa(3))->inactive, FALSE);

	vm_object_deallocate(object);
	KTEST_EXPECT_EQ(vm_page_inactive_count, before);
}

static void
remove_ranges(void)
{
	vm_object_t	object = vm_object_allocate(ptoa(MANY));

	fill_object(object, MANY);

	/* A short range, found by lookup. */
	vm_object_page_remove(object, ptoa(10), ptoa(13));
	KTEST_EXPECT_EQ(object->resident_page_count, MANY - 3);
	KTEST_EXPECT(vm_page_lookup(object, ptoa(9)) != VM_PAGE_NULL);
	KTEST_EXPECT(vm_page_lookup(object, ptoa(10)) == VM_PAGE_NULL);
	KTEST_EXPECT(vm_page_lookup(object, ptoa(12)) == VM_PAGE_NULL);
	KTEST_EXPECT(vm_page_lookup(object, ptoa(13)) != VM_PAGE_NULL);

	/* A long one, found by walking the object. */
	vm_object_page_remove(object, ptoa(5), ptoa(MANY - 5));
	KTEST_EXPECT_EQ(object->resident_page_count, 10);
	KTEST_EXPECT(vm_page_lookup(object, ptoa(4)) != VM_PAGE_NULL);
	KTEST_EXPECT(vm_page_lookup(object, ptoa(5)) == VM_PAGE_NULL);
	KTEST_EXPECT(vm_page_lookup(object, ptoa(MANY - 5)) != VM_PAGE_NULL);

	vm_object_deallocate(object);
}

static void
coalesce(void)
{
	vm_object_t	object = vm_object_allocate(ptoa(2));
	vm_object_t	next = vm_object_allocate(ptoa(2));

	KTEST_EXPECT(vm_object_coalesce(object, VM_OBJECT_NULL, 0, ptoa(2),
					ptoa(3)));
	KTEST_EXPECT_EQ(object->size, ptoa(5));
	KTEST_EXPECT(!vm_object_coalesce(object, next, 0, ptoa(5), ptoa(2)));

	/* What others use must not grow. */
	vm_object_reference(object);
	KTEST_EXPECT(!vm_object_coalesce(object, VM_OBJECT_NULL, 0, ptoa(5),
					 ptoa(1)));
	vm_object_deallocate(object);

	vm_object_deallocate(object);
	vm_object_deallocate(next);
}

/*
 *	A pager that makes its contents up, and counts.
 */
struct counting_pager {
	unsigned int	seed;
	int		pageins;
	int		terminated;
	kern_return_t	result;
};

static kern_return_t
counting_page_in(void *pager, vm_offset_t offset, vm_offset_t phys_addr)
{
	struct counting_pager *p = pager;

	p->pageins++;
	if (p->result == KERN_SUCCESS)
		test_fill(test_page_at(phys_addr), PAGE_SIZE, p->seed + offset);
	return p->result;
}

static void
counting_terminate(void *pager)
{
	((struct counting_pager *) pager)->terminated++;
}

static const struct memory_pager_ops counting_ops = {
	.page_in = counting_page_in,
	.terminate = counting_terminate,
};

static void
pager_supplies_pages(void)
{
	struct counting_pager pager = { 77, 0, 0, KERN_SUCCESS };
	vm_object_t	object;
	vm_page_t	m;
	int		external = vm_page_external_count;

	object = vm_object_enter(&counting_ops, &pager, ptoa(4));
	vm_object_lock(object);
	KTEST_EXPECT_EQ(vm_fault_page(object, PAGE_SIZE, FALSE, &m),
			KERN_SUCCESS);
	KTEST_EXPECT_EQ(pager.pageins, 1);
	KTEST_EXPECT_EQ(m->busy, TRUE);
	KTEST_EXPECT_EQ(m->absent, FALSE);
	KTEST_EXPECT(test_intact(test_page_at(m->phys_addr), PAGE_SIZE,
				 77 + PAGE_SIZE));
	KTEST_EXPECT_EQ(vm_page_external_count, external + 1);
	PAGE_WAKEUP_DONE(m);

	/* Resident now: the pager is not asked again. */
	KTEST_EXPECT_EQ(vm_fault_page(object, PAGE_SIZE, FALSE, &m),
			KERN_SUCCESS);
	KTEST_EXPECT_EQ(pager.pageins, 1);
	PAGE_WAKEUP_DONE(m);
	KTEST_EXPECT_EQ(object->absent_count, 0);
	KTEST_EXPECT_EQ(object->paging_in_progress, 0);
	vm_object_unlock(object);

	vm_object_deallocate(object);
	KTEST_EXPECT_EQ(pager.terminated, 1);
	KTEST_EXPECT_EQ(vm_page_external_count, external);
}

static void
pager_fails(void)
{
	struct counting_pager pager = { 0, 0, 0, KERN_FAILURE };
	vm_object_t	object = vm_object_enter(&counting_ops, &pager,
						 ptoa(1));
	vm_page_t	m;
	int		before = vm_page_free_count;

	vm_object_lock(object);
	KTEST_EXPECT_EQ(vm_fault_page(object, 0, FALSE, &m),
			KERN_MEMORY_ERROR);
	KTEST_EXPECT_EQ(pager.pageins, 1);
	KTEST_EXPECT_EQ(object->absent_count, 0);
	KTEST_EXPECT_EQ(object->resident_page_count, 0);
	KTEST_EXPECT_EQ(vm_page_free_count, before);

	vm_object_deallocate(object);
	KTEST_EXPECT_EQ(pager.terminated, 1);
}

static const struct ktest_case cases[] = {
	{ "insert_lookup", insert_and_lookup },
	{ "keeps_apart", table_keeps_apart },
	{ "termination", termination_frees_pages },
	{ "references", references },
	{ "rename", rename_page },
	{ "replace", replace_page },
	{ "deactivate_behind", deactivate_behind },
	{ "remove_ranges", remove_ranges },
	{ "coalesce", coalesce },
	{ "pager", pager_supplies_pages },
	{ "pager_fails", pager_fails },
};

const struct ktest_suite vm_object_suite = KTEST_SUITE("vm_object", cases);
