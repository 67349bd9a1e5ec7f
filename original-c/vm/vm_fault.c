/*
 *	vm/vm_fault.c
 *
 *	Page fault handling: find or make the page that belongs at an
 *	address, and map it.
 */

#include <mach/kern_return.h>
#include <mach/vm_param.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/sched_prim.h>
#include <kern/thread.h>
#include <vm/pmap.h>
#include <vm/vm_fault.h>
#include <vm/vm_map.h>
#include <vm/vm_object.h>
#include <vm/vm_page.h>

unsigned int	vm_fault_count;
unsigned int	vm_fault_zero_fill_count;
unsigned int	vm_fault_pagein_count;

/*
 *	vm_fault_init:
 *
 *	Nothing has faulted yet.
 */
void
vm_fault_init(void)
{
	vm_fault_count = 0;
	vm_fault_zero_fill_count = 0;
	vm_fault_pagein_count = 0;
}

/*
 *	vm_fault_alloc:
 *
 *	Allocate the page, waiting for memory if there is none.  The object
 *	is locked; the lock is dropped for the wait, and then the result is
 *	null, because the page may have been made by somebody else.
 */
static vm_page_t
vm_fault_alloc(
	vm_object_t	object,
	vm_offset_t	offset)
{
	vm_page_t	m;

	m = vm_page_alloc(object, offset);
	if (m != VM_PAGE_NULL)
		return m;

	vm_object_unlock(object);
	VM_PAGE_WAIT(0);
	vm_object_lock(object);

	return VM_PAGE_NULL;
}

/*
 *	vm_fault_fill:
 *
 *	Give a page just allocated its contents: from the object's pager,
 *	or zeroes.  The object is locked, the page busy.  If the pager
 *	fails the page is freed.
 */
static kern_return_t
vm_fault_fill(
	vm_object_t	object,
	vm_page_t	m)
{
	const struct memory_pager_ops *ops = object->pager_ops;
	kern_return_t	kr;

	if (ops == 0 || ops->page_in == 0) {
		vm_page_zero_fill(m);
		vm_fault_zero_fill_count++;
		return KERN_SUCCESS;
	}

	m->absent = TRUE;
	object->absent_count++;
	vm_object_paging_begin(object);
	vm_object_unlock(object);

	kr = (*ops->page_in)(object->pager, m->offset, m->phys_addr);

	vm_object_lock(object);
	vm_object_paging_end(object);
	vm_fault_pagein_count++;

	if (kr != KERN_SUCCESS) {
		VM_PAGE_FREE(m);	/* absent: takes the count down */
		return KERN_MEMORY_ERROR;
	}

	m->absent = FALSE;
	vm_object_absent_release(object);

	/*
	 *	The pager wrote to the memory, not the user of the page.
	 */
	pmap_clear_modify(m->phys_addr);
	return KERN_SUCCESS;
}

/*
 *	vm_fault_page:
 *
 *	Find the resident page of an object at an offset, or make it
 *	resident.  The object is locked.  On success the page is busy and
 *	the object still locked; on failure it is unlocked.
 */
kern_return_t
vm_fault_page(
	vm_object_t	object,
	vm_offset_t	offset,
	boolean_t	interruptible,
	vm_page_t	*result_page)		/* OUT */
{
	vm_page_t	m;
	kern_return_t	kr;

	for (;;) {
		m = vm_page_lookup(object, offset);

		if (m == VM_PAGE_NULL) {
			m = vm_fault_alloc(object, offset);
			if (m == VM_PAGE_NULL)
				continue;

			kr = vm_fault_fill(object, m);
			if (kr != KERN_SUCCESS) {
				vm_object_unlock(object);
				return kr;
			}
			break;
		}

		if (!m->busy) {
			m->busy = TRUE;
			break;
		}

		/*
		 *	Somebody else is working on it.  Look again when he
		 *	has done: the page may be gone by then.
		 */
		PAGE_ASSERT_WAIT(m, interruptible);
		vm_object_unlock(object);
		thread_block(thread_no_continuation);
		if (current_thread()->wait_result != THREAD_AWAKENED)
			return KERN_ABORTED;
		vm_object_lock(object);
	}

	*result_page = m;
	return KERN_SUCCESS;
}

/*
 *	vm_fault_done:
 *
 *	A page has been mapped (or not): put it on a queue and let others
 *	have it.  The object is locked.
 */
static void
vm_fault_done(
	vm_page_t	m)
{
	vm_page_lock_queues();
	if (!m->active && !m->inactive && m->wire_count == 0)
		vm_page_activate(m);
	m->reference = TRUE;
	vm_page_unlock_queues();
	PAGE_WAKEUP_DONE(m);
}

/*
 *	vm_fault:
 *
 *	Bring in and map the page at an address that was touched, or
 *	that is to be wired.  May block.  No locks held.
 */
kern_return_t
vm_fault(
	vm_map_t	map,
	vm_offset_t	vaddr,
	vm_prot_t	fault_type,
	boolean_t	change_wiring)
{
	vm_map_t	fault_map;
	vm_map_version_t version;
	vm_object_t	object;
	vm_offset_t	offset;
	vm_prot_t	prot;
	boolean_t	wired;
	vm_page_t	m;
	kern_return_t	kr;

	vm_fault_count++;
	vaddr = trunc_page(vaddr);

    RetryFault:
	fault_map = map;
	kr = vm_map_lookup(&fault_map, vaddr, fault_type, &version, &object,
			   &offset, &prot, &wired);
	if (kr != KERN_SUCCESS)
		return kr;

	/*
	 *	A reference keeps the object while the map is unlocked, and
	 *	the count of paging keeps it from being terminated.
	 */
	vm_object_lock(object);
	object->ref_count++;
	vm_object_paging_begin(object);
	vm_map_verify_done(fault_map, &version);

	kr = vm_fault_page(object, offset, !change_wiring, &m);
	if (kr != KERN_SUCCESS) {
		vm_object_lock(object);
		goto done;
	}
	vm_object_unlock(object);

	/*
	 *	What the map said may have been overtaken by events while
	 *	the page was fetched.
	 */
	if (!vm_map_verify(fault_map, &version)) {
		vm_object_lock(object);
		vm_fault_done(m);
		vm_object_paging_end(object);
		vm_object_unlock(object);
		vm_object_deallocate(object);
		goto RetryFault;
	}

	/*
	 *	The page is busy while it is mapped, so the daemon cannot
	 *	take it between here and there.
	 */
	PMAP_ENTER(fault_map->pmap, vaddr, m, prot, wired);
	vm_map_verify_done(fault_map, &version);

	vm_object_lock(object);
	vm_fault_done(m);

    done:
	vm_object_paging_end(object);
	vm_object_unlock(object);
	vm_object_deallocate(object);

	return kr;
}

/*
 *	vm_fault_wire:
 *
 *	Wire down all pages of a map entry, faulting them in first.  The
 *	caller holds the entry in transition, so it cannot change.
 */
kern_return_t
vm_fault_wire(
	vm_map_t	map,
	vm_map_entry_t	entry)
{
	vm_object_t	object = entry->object.vm_object;
	vm_offset_t	va;
	vm_page_t	m;
	kern_return_t	kr;

	for (va = entry->vme_start; va < entry->vme_end; va += PAGE_SIZE) {
		vm_object_lock(object);
		vm_object_paging_begin(object);
		kr = vm_fault_page(object, entry->offset +
				   (va - entry->vme_start), FALSE, &m);
		if (kr != KERN_SUCCESS) {
			vm_object_lock(object);
			vm_object_paging_end(object);
			vm_object_unlock(object);
			goto undo;
		}

		vm_page_lock_queues();
		vm_page_wire(m);
		vm_page_unlock_queues();
		vm_object_unlock(object);

		PMAP_ENTER(map->pmap, va, m, entry->protection, TRUE);

		vm_object_lock(object);
		PAGE_WAKEUP_DONE(m);
		vm_object_paging_end(object);
		vm_object_unlock(object);
	}

	return KERN_SUCCESS;

    undo:
	{
		struct vm_map_entry	part = *entry;

		part.vme_end = va;
		vm_fault_unwire(map, &part);
	}
	return kr;
}

/*
 *	vm_fault_unwire:
 *
 *	Unwire the pages of an entry, all of which are resident because
 *	they are wired.
 */
void
vm_fault_unwire(
	vm_map_t	map,
	vm_map_entry_t	entry)
{
	vm_object_t	object = entry->object.vm_object;
	vm_offset_t	va;
	vm_page_t	m;

	for (va = entry->vme_start; va < entry->vme_end; va += PAGE_SIZE) {
		pmap_change_wiring(map->pmap, va, FALSE);

		vm_object_lock(object);
		m = vm_page_lookup(object, entry->offset +
				   (va - entry->vme_start));
		if (m == VM_PAGE_NULL)
			panic("vm_fault_unwire: page at %x is gone", va);
		vm_page_lock_queues();
		vm_page_unwire(m);
		vm_page_unlock_queues();
		vm_object_unlock(object);
	}
}
