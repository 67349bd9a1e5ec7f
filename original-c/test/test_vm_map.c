/*
 *	test/test_vm_map.c
 *
 *	Kernel virtual memory: the kmem_alloc family, address maps, faults
 *	and wiring.
 */

#include <mach/kern_return.h>
#include <mach/vm_param.h>
#include <vm/pmap.h>
#include <vm/vm_fault.h>
#include <vm/vm_kern.h>
#include <vm/vm_map.h>
#include <vm/vm_object.h>
#include <vm/vm_page.h>
#include <test/ktest.h>
#include <test/suites_vm.h>
#include <test/test_vm_util.h>

static void
alloc_wired(void)
{
	vm_offset_t	addr;
	int		before;

	KTEST_EXPECT_EQ(kmem_alloc_wired(kernel_map, &addr, ptoa(3)),
			KERN_SUCCESS);
	kmem_free(kernel_map, addr, ptoa(3));

	before = vm_page_free_count;
	KTEST_EXPECT_EQ(kmem_alloc_wired(kernel_map, &addr, 3 * PAGE_SIZE - 5),
			KERN_SUCCESS);
	KTEST_EXPECT_EQ(addr & PAGE_MASK, 0);
	KTEST_EXPECT_EQ(vm_page_free_count, before - 3);
	KTEST_EXPECT(pmap_extract(pmap_kernel(), addr + 2 * PAGE_SIZE) != 0);
	test_fill(addr, ptoa(3), 1);
	KTEST_EXPECT(test_intact(addr, ptoa(3), 1));

	kmem_free(kernel_map, addr, ptoa(3));
	KTEST_EXPECT_EQ(vm_page_free_count, before);
	KTEST_EXPECT_EQ(pmap_extract(pmap_kernel(), addr), 0);
}

static void
alloc_zeroed(void)
{
	vm_offset_t	addr;
	int		i, wired;

	/* What the map needs for itself is taken once, and kept. */
	KTEST_EXPECT_EQ(kmem_alloc(kernel_map, &addr, ptoa(5)), KERN_SUCCESS);
	kmem_free(kernel_map, addr, ptoa(5));
	wired = vm_page_wire_count;

	/* Twice: the second time the pages have been used before. */
	for (i = 0; i < 2; i++) {
		KTEST_EXPECT_EQ(kmem_alloc(kernel_map, &addr, ptoa(5)),
				KERN_SUCCESS);
		KTEST_EXPECT(test_zero(addr, ptoa(5)));
		KTEST_EXPECT_EQ(vm_page_wire_count, wired + 5);
		test_fill(addr, ptoa(5), 2);
		kmem_free(kernel_map, addr, ptoa(5));
		KTEST_EXPECT_EQ(vm_page_wire_count, wired);
	}
}

static void
alloc_aligned(void)
{
	vm_offset_t	addr[8];
	vm_size_t	size = 4 * PAGE_SIZE;
	int		i;

	for (i = 0; i < 8; i++) {
		KTEST_EXPECT_EQ(kmem_alloc_aligned(kernel_map, &addr[i], size),
				KERN_SUCCESS);
		KTEST_EXPECT_EQ(addr[i] & (size - 1), 0);
		test_fill(addr[i], size, i);
	}
	for (i = 0; i < 8; i++) {
		KTEST_EXPECT(test_intact(addr[i], size, i));
		kmem_free(kernel_map, addr[i], size);
	}
}

static void
alloc_nothing(void)
{
	vm_offset_t	addr;

	KTEST_EXPECT_EQ(kmem_alloc_wired(kernel_map, &addr, 0),
			KERN_INVALID_ARGUMENT);
	KTEST_EXPECT_EQ(kmem_alloc_pageable(kernel_map, &addr, 0),
			KERN_INVALID_ARGUMENT);
	KTEST_EXPECT_EQ(kmem_alloc_wired(kernel_map, &addr, 0x3ff00000),
			KERN_NO_SPACE);
	KTEST_EXPECT_EQ(kmem_alloc_pageable(kernel_map, &addr, 0x3ff00000),
			KERN_NO_SPACE);
}

/*
 *	Pageable memory costs nothing until it is touched; the touch is a
 *	fault that the trap handler has to resolve.
 */
static void
demand_zero(void)
{
	vm_offset_t	addr;
	unsigned int	faults;
	int		before;

	KTEST_EXPECT_EQ(kmem_alloc_pageable(kernel_map, &addr, ptoa(16)),
			KERN_SUCCESS);
	before = vm_page_free_count;
	faults = vm_fault_zero_fill_count;
	KTEST_EXPECT_EQ(pmap_extract(pmap_kernel(), addr), 0);

	KTEST_EXPECT_EQ(*(volatile int *) (addr + ptoa(7)), 0);
	KTEST_EXPECT_EQ(vm_page_free_count, before - 1);
	KTEST_EXPECT_EQ(vm_fault_zero_fill_count, faults + 1);

	test_fill(addr, ptoa(16), 9);
	KTEST_EXPECT(test_intact(addr, ptoa(16), 9));
	KTEST_EXPECT_EQ(vm_fault_zero_fill_count, faults + 16);

	kmem_free(kernel_map, addr, ptoa(16));
	KTEST_EXPECT_EQ(vm_page_free_count, before);
}

static void
fault_results(void)
{
	vm_offset_t	addr;

	KTEST_EXPECT_EQ(kmem_alloc_pageable(kernel_map, &addr, ptoa(2)),
			KERN_SUCCESS);
	KTEST_EXPECT_EQ(vm_fault(kernel_map, addr, VM_PROT_WRITE, FALSE),
			KERN_SUCCESS);
	KTEST_EXPECT(pmap_extract(pmap_kernel(), addr) != 0);

	KTEST_EXPECT_EQ(vm_map_protect(kernel_map, addr, addr + PAGE_SIZE,
				       VM_PROT_READ, FALSE), KERN_SUCCESS);
	KTEST_EXPECT_EQ(vm_fault(kernel_map, addr, VM_PROT_WRITE, FALSE),
			KERN_PROTECTION_FAILURE);
	KTEST_EXPECT_EQ(vm_fault(kernel_map, addr, VM_PROT_READ, FALSE),
			KERN_SUCCESS);

	kmem_free(kernel_map, addr, ptoa(2));
	KTEST_EXPECT_EQ(vm_fault(kernel_map, addr, VM_PROT_READ, FALSE),
			KERN_INVALID_ADDRESS);

	/* The first page of all is never given out. */
	KTEST_EXPECT_EQ(vm_fault(kernel_map, 0, VM_PROT_READ, FALSE),
			KERN_PROTECTION_FAILURE);
}

static void
free_a_hole(void)
{
	vm_offset_t	addr, again;

	KTEST_EXPECT_EQ(kmem_alloc_wired(kernel_map, &addr, ptoa(8)),
			KERN_SUCCESS);
	test_fill(addr, ptoa(8), 4);

	kmem_free(kernel_map, addr + ptoa(3), ptoa(2));
	KTEST_EXPECT(pmap_extract(pmap_kernel(), addr + ptoa(2)) != 0);
	KTEST_EXPECT_EQ(pmap_extract(pmap_kernel(), addr + ptoa(3)), 0);
	KTEST_EXPECT_EQ(pmap_extract(pmap_kernel(), addr + ptoa(4)), 0);
	KTEST_EXPECT(pmap_extract(pmap_kernel(), addr + ptoa(5)) != 0);
	KTEST_EXPECT(test_intact(addr, ptoa(3), 4));

	/* Whatever comes next does not overlap what is still there. */
	KTEST_EXPECT_EQ(kmem_alloc_wired(kernel_map, &again, ptoa(2)),
			KERN_SUCCESS);
	KTEST_EXPECT(again + ptoa(2) <= addr || again >= addr + ptoa(8) ||
		     again == addr + ptoa(3));
	test_fill(again, ptoa(2), 5);
	KTEST_EXPECT(test_intact(addr, ptoa(3), 4));
	kmem_free(kernel_map, again, ptoa(2));

	/* Freeing across the hole is no error. */
	kmem_free(kernel_map, addr, ptoa(8));
	KTEST_EXPECT_EQ(pmap_extract(pmap_kernel(), addr), 0);
	KTEST_EXPECT_EQ(pmap_extract(pmap_kernel(), addr + ptoa(7)), 0);
}

static void
protection(void)
{
	vm_offset_t	addr;

	KTEST_EXPECT_EQ(kmem_alloc_pageable(kernel_map, &addr, ptoa(4)),
			KERN_SUCCESS);
	test_fill(addr, ptoa(4), 6);

	KTEST_EXPECT_EQ(vm_map_protect(kernel_map, addr + ptoa(1),
				       addr + ptoa(2), VM_PROT_READ, FALSE),
			KERN_SUCCESS);
	KTEST_EXPECT(vm_map_check_protection(kernel_map, addr, addr + ptoa(4),
					     VM_PROT_READ));
	KTEST_EXPECT(!vm_map_check_protection(kernel_map, addr, addr + ptoa(4),
					      VM_PROT_WRITE));
	KTEST_EXPECT(vm_map_check_protection(kernel_map, addr + ptoa(2),
					     addr + ptoa(4), VM_PROT_WRITE));
	KTEST_EXPECT(test_intact(addr, ptoa(4), 6));

	/* Beyond the best it may have, and beyond what there is. */
	KTEST_EXPECT_EQ(vm_map_protect(kernel_map, addr, addr + ptoa(4),
				       VM_PROT_READ, TRUE), KERN_SUCCESS);
	KTEST_EXPECT_EQ(vm_map_protect(kernel_map, addr, addr + ptoa(1),
				       VM_PROT_WRITE, FALSE),
			KERN_PROTECTION_FAILURE);
	kmem_free(kernel_map, addr, ptoa(4));
	KTEST_EXPECT_EQ(vm_map_protect(kernel_map, addr, addr + ptoa(1),
				       VM_PROT_READ, FALSE),
			KERN_INVALID_ADDRESS);
}

static void
wiring_nests(void)
{
	vm_offset_t	addr;
	int		wired = vm_page_wire_count;
	vm_prot_t	rw = VM_PROT_READ | VM_PROT_WRITE;

	KTEST_EXPECT_EQ(kmem_alloc_pageable(kernel_map, &addr, ptoa(6)),
			KERN_SUCCESS);
	KTEST_EXPECT_EQ(vm_map_pageable(kernel_map, addr, addr + ptoa(6), rw),
			KERN_SUCCESS);
	KTEST_EXPECT_EQ(vm_page_wire_count, wired + 6);
	KTEST_EXPECT_EQ(vm_map_pageable(kernel_map, addr + ptoa(2),
					addr + ptoa(4), rw), KERN_SUCCESS);
	KTEST_EXPECT_EQ(vm_page_wire_count, wired + 6);
	test_fill(addr, ptoa(6), 7);

	KTEST_EXPECT_EQ(vm_map_pageable(kernel_map, addr, addr + ptoa(6),
					VM_PROT_NONE), KERN_SUCCESS);
	KTEST_EXPECT_EQ(vm_page_wire_count, wired + 2);
	KTEST_EXPECT_EQ(vm_map_pageable(kernel_map, addr, addr + ptoa(1),
					VM_PROT_NONE), KERN_INVALID_ARGUMENT);
	KTEST_EXPECT_EQ(vm_map_pageable(kernel_map, addr + ptoa(2),
					addr + ptoa(4), VM_PROT_NONE),
			KERN_SUCCESS);
	KTEST_EXPECT_EQ(vm_page_wire_count, wired);
	KTEST_EXPECT(test_intact(addr, ptoa(6), 7));

	kmem_free(kernel_map, addr, ptoa(6));
}

static void
entries(void)
{
	vm_offset_t	addr = kernel_map->max_offset - ptoa(64);
	vm_offset_t	start = addr;
	vm_map_entry_t	entry;

	/* At a place of one's own choice, and not twice. */
	KTEST_EXPECT_EQ(vm_map_enter(kernel_map, &addr, ptoa(4), 0, FALSE,
				     VM_OBJECT_NULL, 0, VM_PROT_DEFAULT,
				     VM_PROT_ALL, VM_INHERIT_NONE),
			KERN_SUCCESS);
	KTEST_EXPECT_EQ(addr, start);
	KTEST_EXPECT_EQ(vm_map_enter(kernel_map, &addr, ptoa(1), 0, FALSE,
				     VM_OBJECT_NULL, 0, VM_PROT_DEFAULT,
				     VM_PROT_ALL, VM_INHERIT_NONE),
			KERN_NO_SPACE);
	KTEST_EXPECT_EQ(vm_map_enter(kernel_map, &addr, 123, 0, FALSE,
				     VM_OBJECT_NULL, 0, VM_PROT_DEFAULT,
				     VM_PROT_ALL, VM_INHERIT_NONE),
			KERN_INVALID_ARGUMENT);

	vm_map_lock_read(kernel_map);
	KTEST_EXPECT(vm_map_lookup_entry(kernel_map, start + ptoa(1), &entry));
	KTEST_EXPECT_EQ(entry->vme_start, start);
	KTEST_EXPECT_EQ(entry->vme_end, start + ptoa(4));
	KTEST_EXPECT(!vm_map_lookup_entry(kernel_map, start + ptoa(4),
					  &entry));
	KTEST_EXPECT_EQ(entry->vme_start, start);
	vm_map_unlock_read(kernel_map);

	KTEST_EXPECT_EQ(vm_map_remove(kernel_map, start, start + ptoa(4)),
			KERN_SUCCESS);
}

static void
submap(void)
{
	vm_offset_t	min, max, a, b;
	vm_map_t	map;

	map = kmem_suballoc(kernel_map, &min, &max, ptoa(8), FALSE);
	KTEST_EXPECT_EQ(max - min, ptoa(8));

	KTEST_EXPECT_EQ(kmem_alloc_wired(map, &a, ptoa(5)), KERN_SUCCESS);
	KTEST_EXPECT(a >= min && a + ptoa(5) <= max);
	KTEST_EXPECT_EQ(kmem_alloc_wired(map, &b, ptoa(4)), KERN_NO_SPACE);
	KTEST_EXPECT_EQ(kmem_alloc_pageable(map, &b, ptoa(3)), KERN_SUCCESS);
	KTEST_EXPECT(b >= min && b + ptoa(3) <= max);

	/* A fault starts at the kernel's map and finds the way. */
	KTEST_EXPECT_EQ(*(volatile int *) (b + ptoa(1)), 0);

	kmem_free(map, a, ptoa(5));
	KTEST_EXPECT_EQ(kmem_alloc_wired(map, &a, ptoa(4)), KERN_SUCCESS);
	kmem_free(map, a, ptoa(4));
	kmem_free(map, b, ptoa(3));

	kmem_free(kernel_map, min, max - min);
	vm_map_deallocate(map);
}

/*
 *	Many blocks of many sizes at once: none overlaps another, and at the
 *	end all is as it was.
 */
#define	BLOCKS	24

static void
random_blocks(void)
{
	static vm_offset_t	addr[BLOCKS];
	static vm_size_t	size[BLOCKS];
	unsigned int	random = 4711;
	int		i, n, damaged = 0, refused = 0;
	vm_size_t	map_size = kernel_map->size;

	for (i = 0; i < BLOCKS; i++)
		size[i] = 0;

	for (n = 0; n < 400; n++) {
		i = test_random(&random) % BLOCKS;
		if (size[i] != 0) {
			if (!test_intact(addr[i], size[i], i))
				damaged++;
			kmem_free(kernel_map, addr[i], size[i]);
			size[i] = 0;
			continue;
		}
		size[i] = ptoa(1 + test_random(&random) % 9);
		if ((n & 1 ? kmem_alloc_wired : kmem_alloc_pageable)
		    (kernel_map, &addr[i], size[i]) != KERN_SUCCESS) {
			size[i] = 0;
			refused++;
			continue;
		}
		test_fill(addr[i], size[i], i);
	}
	KTEST_EXPECT_EQ(damaged, 0);
	KTEST_EXPECT_EQ(refused, 0);

	for (i = 0; i < BLOCKS; i++)
		if (size[i] != 0)
			kmem_free(kernel_map, addr[i], size[i]);
	KTEST_EXPECT_EQ(kernel_map->size, map_size);
}

static const struct ktest_case cases[] = {
	{ "alloc_wired", alloc_wired },
	{ "alloc_zeroed", alloc_zeroed },
	{ "alloc_aligned", alloc_aligned },
	{ "alloc_nothing", alloc_nothing },
	{ "demand_zero", demand_zero },
	{ "fault_results", fault_results },
	{ "free_a_hole", free_a_hole },
	{ "protection", protection },
	{ "wiring_nests", wiring_nests },
	{ "entries", entries },
	{ "submap", submap },
	{ "random_blocks", random_blocks },
};

const struct ktest_suite vm_map_suite = KTEST_SUITE("vm_map", cases);
