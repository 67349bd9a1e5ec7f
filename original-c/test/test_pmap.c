/*
 *	test/test_pmap.c: page tables.
 */

#include <mach/vm_param.h>
#include <vm/pmap.h>
#include <vm/vm_kern.h>
#include <vm/vm_page.h>
#include <i386/i386/proc_reg.h>
#include <i386/i386/trap.h>
#include <i386/intel/pmap.h>
#include <test/ktest.h>
#include <test/suites_machine.h>
#include <test/test_vm_util.h>

/*
 *	A page of virtual memory of our own, unmapped.
 */
static vm_offset_t
window(void)
{
	vm_offset_t	va;

	if (kmem_alloc_wired(kernel_map, &va, PAGE_SIZE) != KERN_SUCCESS)
		return 0;
	return va;
}

static void
test_direct_map(void)
{
	static int	here;

	KTEST_EXPECT_EQ(pmap_extract(kernel_pmap, (vm_offset_t) &here),
			_kvtophys((vm_offset_t) &here));
	KTEST_EXPECT(pmap_access(kernel_pmap, (vm_offset_t) &here));
	KTEST_EXPECT(!pmap_access(kernel_pmap, 0));
}

static void
test_text_is_read_only(void)
{
	vm_offset_t	text = (vm_offset_t) test_text_is_read_only;

	KTEST_EXPECT(!(*pmap_pte(kernel_pmap, trunc_page(text))
		       & INTEL_PTE_WRITE));
	KTEST_EXPECT_EQ(copy_word_out((unsigned int *) trunc_page(text), 0), 1);
}

/*
 *	Accesses as the page tables stand: with interrupts off a fault is not
 *	repaired from the map.  1 if refused.
 */
static int
write_refused(vm_offset_t va)
{
	int	refused;

	cli();
	refused = copy_word_out((unsigned int *) va, 1);
	sti();
	return refused;
}

static int
read_refused(vm_offset_t va)
{
	unsigned int	word;
	int		refused;

	cli();
	refused = copy_word_in((unsigned int *) va, &word);
	sti();
	return refused;
}

static void
test_enter_and_remove(void)
{
	vm_offset_t	va = window();
	vm_offset_t	pa;
	unsigned int	word = 0;

	KTEST_EXPECT(va != 0);
	if (va == 0)
		return;
	pa = pmap_extract(kernel_pmap, va);
	KTEST_EXPECT(pa != 0);
	KTEST_EXPECT_EQ(copy_word_out((unsigned int *) va, 0x600df00d), 0);
	KTEST_EXPECT_EQ(*(unsigned int *) test_page_at(pa), 0x600df00d);
	KTEST_EXPECT(pmap_is_modified(pa));
	KTEST_EXPECT(pmap_is_referenced(pa));

	pmap_clear_modify(pa);
	KTEST_EXPECT(!pmap_is_modified(pa));
	KTEST_EXPECT_EQ(copy_word_in((unsigned int *) va, &word), 0);
	KTEST_EXPECT(!pmap_is_modified(pa));

	pmap_protect(kernel_pmap, va, va + PAGE_SIZE, VM_PROT_READ);
	KTEST_EXPECT(write_refused(va));
	KTEST_EXPECT_EQ(copy_word_in((unsigned int *) va, &word), 0);
	KTEST_EXPECT_EQ(word, 0x600df00d);

	pmap_page_protect(pa, VM_PROT_NONE);
	KTEST_EXPECT(!pmap_access(kernel_pmap, va));
	KTEST_EXPECT(read_refused(va));

	pmap_enter(kernel_pmap, va, pa, VM_PROT_READ | VM_PROT_WRITE, TRUE);
	KTEST_EXPECT_EQ(copy_word_in((unsigned int *) va, &word), 0);
	kmem_free(kernel_map, va, PAGE_SIZE);
	KTEST_EXPECT(!pmap_access(kernel_pmap, va));
}

/*
 *	Two mappings of one page; both are found through the page.
 */
static void
test_aliases(void)
{
	vm_offset_t	a = window(), b = window();
	vm_offset_t	pa_a, pa_b;

	KTEST_EXPECT(a != 0 && b != 0);
	pa_a = pmap_extract(kernel_pmap, a);
	pa_b = pmap_extract(kernel_pmap, b);
	pmap_enter(kernel_pmap, b, pa_a, VM_PROT_READ | VM_PROT_WRITE, TRUE);
	*(unsigned int *) b = 0x12345;
	KTEST_EXPECT_EQ(*(unsigned int *) a, 0x12345);

	pmap_page_protect(pa_a, VM_PROT_READ);
	KTEST_EXPECT(write_refused(a));
	KTEST_EXPECT(write_refused(b));

	pmap_enter(kernel_pmap, b, pa_b, VM_PROT_READ | VM_PROT_WRITE, TRUE);
	kmem_free(kernel_map, a, PAGE_SIZE);
	kmem_free(kernel_map, b, PAGE_SIZE);
}

static void
test_other_map(void)
{
	pmap_t		map = pmap_create(0);
	vm_offset_t	va = 0x60000000;
	vm_page_t	m = vm_page_grab(FALSE);
	int		free_before;

	KTEST_EXPECT(map != PMAP_NULL && m != VM_PAGE_NULL);
	if (map == PMAP_NULL || m == VM_PAGE_NULL)
		return;
	free_before = vm_page_free_count;
	pmap_enter(map, va, m->phys_addr, VM_PROT_READ | VM_PROT_WRITE, FALSE);
	KTEST_EXPECT_EQ(pmap_extract(map, va + 12), m->phys_addr + 12);
	KTEST_EXPECT_EQ(pmap_resident_count(map), 1);
	KTEST_EXPECT(!pmap_access(kernel_pmap, va));
	KTEST_EXPECT_EQ(vm_page_free_count, free_before - 1);
	pmap_remove(map, va, va + PAGE_SIZE);
	KTEST_EXPECT_EQ(pmap_resident_count(map), 0);
	pmap_destroy(map);
	vm_page_release(m, FALSE);
}

static const struct ktest_case pmap_cases[] = {
	{ "direct_map", test_direct_map },
	{ "text_is_read_only", test_text_is_read_only },
	{ "enter_and_remove", test_enter_and_remove },
	{ "aliases", test_aliases },
	{ "other_map", test_other_map },
};

const struct ktest_suite pmap_suite = KTEST_SUITE("pmap", pmap_cases);
