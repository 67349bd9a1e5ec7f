/*
 *	vm/vm_kern.c
 *
 *	Kernel virtual memory: allocation of wired and of pageable memory in
 *	the kernel map and its submaps.
 */

#include <mach/kern_return.h>
#include <mach/vm_param.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <vm/pmap.h>
#include <vm/vm_fault.h>
#include <vm/vm_kern.h>
#include <vm/vm_map.h>
#include <vm/vm_object.h>
#include <vm/vm_page.h>

/*
 *	The storage of the kernel map is static because
 *	there is no zone to take it from when the map is made.
 */
static struct vm_map	kernel_map_store;
vm_map_t		kernel_map = &kernel_map_store;

/*
 *	kmem_init:
 *
 *	Make the kernel map.  What lies below start is mapped already
 *	and gets an entry that allows nothing: a fault there is an
 *	error of the kernel and must not be satisfied with a fresh
 *	page.
 */
void
kmem_init(
	vm_offset_t	start,
	vm_offset_t	end)
{
	vm_offset_t	addr = VM_MIN_KERNEL_ADDRESS;
	kern_return_t	kr;

	vm_map_setup(kernel_map, pmap_kernel(), VM_MIN_KERNEL_ADDRESS, end,
		     FALSE);

	kr = vm_map_enter(kernel_map, &addr, start - VM_MIN_KERNEL_ADDRESS,
			  (vm_offset_t) 0, FALSE, VM_OBJECT_NULL, 0,
			  VM_PROT_NONE, VM_PROT_NONE, VM_INHERIT_NONE);
	if (kr != KERN_SUCCESS)
		panic("kmem_init: %d", kr);
}

/*
 *	kmem_alloc_pages:
 *
 *	Allocate wired pages for a range of an object and map them.  The
 *	pages are not cleared.  May block.
 */
static void
kmem_alloc_pages(
	vm_object_t	object,
	vm_offset_t	offset,
	vm_offset_t	start,
	vm_offset_t	end,
	vm_prot_t	protection)
{
	vm_page_t	mem;

	for (; start < end; start += PAGE_SIZE, offset += PAGE_SIZE) {
		vm_object_lock(object);

		/*
		 *	Wait, if we must, without the lock: those who free
		 *	pages of the kernel need it.
		 */
		while ((mem = vm_page_alloc(object, offset)) ==
		       VM_PAGE_NULL) {
			vm_object_unlock(object);
			VM_PAGE_WAIT(0);
			vm_object_lock(object);
		}

		vm_page_lock_queues();
		vm_page_wire(mem);
		vm_page_unlock_queues();
		vm_object_unlock(object);

		/*
		 *	The page is busy, so it cannot go away, and entering
		 *	it may need memory itself.
		 */
		PMAP_ENTER(kernel_pmap, start, mem, protection, TRUE);

		vm_object_lock(object);
		PAGE_WAKEUP_DONE(mem);
		vm_object_unlock(object);
	}
}

/*
 *	kmem_alloc_wired_aligned:
 *
 *	Common part: room in the map at an address without the bits of
 *	mask, backed by the kernel's object.
 */
static kern_return_t
kmem_alloc_wired_aligned(
	vm_map_t	map,
	vm_offset_t	*addrp,
	vm_size_t	size,
	vm_offset_t	mask)
{
	vm_map_entry_t	entry;
	vm_offset_t	addr, offset;
	kern_return_t	kr;

	if (size == 0)
		return KERN_INVALID_ARGUMENT;
	size = round_page(size);

	kr = vm_map_find_entry(map, &addr, size, mask, kernel_object, &entry);
	if (kr != KERN_SUCCESS)
		return kr;

	/*
	 *	An address of kernel memory is its own offset in the kernel
	 *	object; therefore no two maps can ever dispute about a page.
	 */
	offset = addr - VM_MIN_KERNEL_ADDRESS;
	if (entry->object.vm_object == VM_OBJECT_NULL) {
		vm_object_reference(kernel_object);
		entry->object.vm_object = kernel_object;
		entry->offset = offset;
	}

	/*
	 *	Nobody has been told of the address, so nobody can free the
	 *	range while the map is not locked.
	 */
	vm_map_unlock(map);

	kmem_alloc_pages(kernel_object, offset, addr, addr + size,
			 VM_PROT_DEFAULT);

	*addrp = addr;
	return KERN_SUCCESS;
}

/*
 *	kmem_alloc_wired:
 *
 *	Wired memory, with whatever its pages held before.
 */
kern_return_t
kmem_alloc_wired(
	vm_map_t	map,
	vm_offset_t	*addrp,
	vm_size_t	size)
{
	return kmem_alloc_wired_aligned(map, addrp, size, (vm_offset_t) 0);
}

/*
 *	kmem_alloc_aligned:
 *
 *	Like kmem_alloc_wired, but aligned to its size, a power of two.
 *	Kernel stacks come from here.
 */
kern_return_t
kmem_alloc_aligned(
	vm_map_t	map,
	vm_offset_t	*addrp,
	vm_size_t	size)
{
	if ((size & (size - 1)) != 0)
		panic("kmem_alloc_aligned: %x is no power of two", size);

	return kmem_alloc_wired_aligned(map, addrp, size, size - 1);
}

/*
 *	kmem_alloc:
 *
 *	Wired memory of zeroes, in an object of its own.
 */
kern_return_t
kmem_alloc(
	vm_map_t	map,
	vm_offset_t	*addrp,
	vm_size_t	size)
{
	vm_offset_t	addr;
	kern_return_t	kr;

	kr = kmem_alloc_pageable(map, &addr, size);
	if (kr != KERN_SUCCESS)
		return kr;
	size = round_page(size);

	/*
	 *	Wiring faults the pages in, and faults fill with zeroes.
	 */
	kr = vm_map_pageable(map, addr, addr + size,
			     VM_PROT_READ | VM_PROT_WRITE);
	if (kr != KERN_SUCCESS) {
		kmem_free(map, addr, size);
		return kr;
	}

	*addrp = addr;
	return KERN_SUCCESS;
}

/*
 *	kmem_alloc_pageable:
 *
 *	Addresses whose pages come, as zeroes, when they are first
 *	touched, and may be paged out again.
 */
kern_return_t
kmem_alloc_pageable(
	vm_map_t	map,
	vm_offset_t	*addrp,
	vm_size_t	size)
{
	vm_offset_t	addr = map->min_offset;
	vm_object_t	object;
	kern_return_t	kr;

	if (size == 0)
		return KERN_INVALID_ARGUMENT;
	size = round_page(size);

	object = vm_object_allocate(size);
	kr = vm_map_enter(map, &addr, size, (vm_offset_t) 0, TRUE, object, 0,
			  VM_PROT_DEFAULT, VM_PROT_ALL, VM_INHERIT_NONE);
	if (kr != KERN_SUCCESS) {
		vm_object_deallocate(object);
		return kr;
	}

	*addrp = addr;
	return KERN_SUCCESS;
}

/*
 *	kmem_valloc:
 *
 *	Allocate addresses without memory, for the caller to map something
 *	there himself.
 */
kern_return_t
kmem_valloc(
	vm_map_t	map,
	vm_offset_t	*addrp,
	vm_size_t	size)
{
	vm_map_entry_t	entry;
	kern_return_t	kr;

	if (size == 0)
		return KERN_INVALID_ARGUMENT;

	kr = vm_map_find_entry(map, addrp, round_page(size), (vm_offset_t) 0,
			       VM_OBJECT_NULL, &entry);
	if (kr == KERN_SUCCESS)
		vm_map_unlock(map);
	return kr;
}

/*
 *	kmem_free:
 *
 *	Give back what any of these functions returned, addresses and
 *	pages.
 */
void
kmem_free(
	vm_map_t	map,
	vm_offset_t	addr,
	vm_size_t	size)
{
	kern_return_t	kr;

	kr = vm_map_remove(map, trunc_page(addr), round_page(addr + size));
	if (kr != KERN_SUCCESS)
		panic("kmem_free: %d", kr);
}

/*
 *	kmem_suballoc:
 *
 *	Set a range of a map aside and return a map of its own for it.
 *	Such a map has its own lock, and what happens in it cannot use up
 *	or fragment the rest.
 */
vm_map_t
kmem_suballoc(
	vm_map_t	parent,
	vm_offset_t	*min,		/* OUT */
	vm_offset_t	*max,		/* OUT */
	vm_size_t	size,
	boolean_t	pageable)
{
	vm_offset_t	addr = parent->min_offset;
	vm_map_t	map;
	kern_return_t	kr;

	size = round_page(size);

	/*
	 *	The range must be an entry by itself.
	 */
	kr = vm_map_enter(parent, &addr, size, (vm_offset_t) 0, TRUE,
			  VM_OBJECT_NULL, 0, VM_PROT_DEFAULT, VM_PROT_ALL,
			  VM_INHERIT_SHARE);
	if (kr != KERN_SUCCESS)
		panic("kmem_suballoc: no room for %x", size);

	pmap_reference(parent->pmap);
	map = vm_map_create(parent->pmap, addr, addr + size, pageable);

	kr = vm_map_submap(parent, addr, addr + size, map);
	if (kr != KERN_SUCCESS)
		panic("kmem_suballoc: %d", kr);

	*min = addr;
	*max = addr + size;
	return map;
}
