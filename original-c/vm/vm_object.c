/*
 *	vm/vm_object.c
 *
 *	Memory objects: creation, reference counts, termination, and
 *	operations on ranges of an object's resident pages.
 */

#include <mach/vm_param.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/queue.h>
#include <kern/sched_prim.h>
#include <kern/zalloc.h>
#include <vm/pmap.h>
#include <vm/vm_object.h>
#include <vm/vm_page.h>
#include <vm/vm_pageout.h>

static zone_t	vm_object_zone;

/*
 *	The kernel's own memory: pages of kmem_alloc on the kernel map live
 *	here, at the offset that is their virtual address.  Never goes.
 */
struct vm_object	kernel_object_store;
vm_object_t		kernel_object = &kernel_object_store;

/*
 *	Objects begin as a copy of this.
 */
static struct vm_object	vm_object_template;

/*
 *	_vm_object_setup:
 *
 *	Initialize an object in storage that the caller provides, with one
 *	reference.
 */
void
_vm_object_setup(object, size)
	vm_object_t	object;
	vm_size_t	size;
{
	*object = vm_object_template;
	queue_init(&object->memq);
	vm_object_lock_init(object);
	object->size = size;
}

/*
 *	vm_object_bootstrap:
 *
 *	The zone, the template and the kernel's object.
 */
void
vm_object_bootstrap(void)
{
	vm_object_zone = zinit((vm_size_t) sizeof(struct vm_object),
			       round_page(512 * 1024), round_page(12 * 1024),
			       0, "objects");

	vm_object_template.ref_count = 1;
	vm_object_template.size = 0;
	vm_object_template.paging_in_progress = 0;
	vm_object_template.absent_count = 0;
	vm_object_template.pager_ops = 0;
	vm_object_template.pager = 0;

	/*
	 *	No page can follow this one, so the first insertion does not
	 *	look like part of a sequence.
	 */
	vm_object_template.last_alloc = (vm_offset_t) 0 - 2 * PAGE_SIZE;
	vm_object_template.internal = TRUE;
	vm_object_template.temporary = TRUE;
	vm_object_template.alive = TRUE;

	_vm_object_setup(kernel_object,
			 VM_MAX_KERNEL_ADDRESS - VM_MIN_KERNEL_ADDRESS);
}

/*
 *	vm_object_init:
 *
 *	Second pass.  By now the kernel object must hold the kernel's pages
 *	and nothing else may have put its hands on it.
 */
void
vm_object_init(void)
{
	assert(kernel_object->alive);
	assert(kernel_object->ref_count > 0);
	assert(kernel_object->paging_in_progress == 0);
}

/*
 *	vm_object_allocate:
 *
 *	Return a new object of the given size, filled with zeroes on
 *	demand.
 */
vm_object_t
vm_object_allocate(size)
	vm_size_t	size;
{
	vm_object_t	object;

	object = (vm_object_t) zalloc(vm_object_zone);
	assert(object != VM_OBJECT_NULL);
	_vm_object_setup(object, size);

	return object;
}

/*
 *	vm_object_enter:
 *
 *	Return a new object whose contents a pager supplies.  Its pages
 *	count against the external limit, so that a pager that does not
 *	keep up cannot take the machine's memory hostage.
 */
vm_object_t
vm_object_enter(ops, pager, size)
	const struct memory_pager_ops *ops;
	void		*pager;
	vm_size_t	size;
{
	vm_object_t	object;

	assert(ops != 0);

	object = vm_object_allocate(size);
	object->pager_ops = ops;
	object->pager = pager;
	object->internal = FALSE;
	object->temporary = FALSE;

	return object;
}

/*
 *	vm_object_reference:
 *
 *	One more holder of the object; null has none.
 */
void
vm_object_reference(object)
	vm_object_t	object;
{
	if (object == VM_OBJECT_NULL)
		return;

	vm_object_lock(object);
	assert(object->ref_count > 0);
	object->ref_count++;
	vm_object_unlock(object);
}

/*
 *	vm_object_deallocate:
 *
 *	One holder less.  With the last the object is terminated.  May
 *	block; no locks held.
 */
void
vm_object_deallocate(object)
	vm_object_t	object;
{
	if (object == VM_OBJECT_NULL)
		return;

	vm_object_lock(object);
	assert(object->ref_count > 0);
	if (--object->ref_count > 0) {
		vm_object_unlock(object);
		return;
	}

	vm_object_terminate(object);
}

/*
 *	vm_object_free_page:
 *
 *	Free one page of an object that is being terminated.  A page with
 *	contents that its pager has not seen is written out first.  The
 *	object is locked, and locked again on return.
 */
static void
vm_object_free_page(object, p)
	vm_object_t	object;
	vm_page_t	p;
{
	VM_PAGE_CHECK(p);

	if (p->absent || p->error || p->fictitious || object->temporary) {
		VM_PAGE_FREE(p);
		return;
	}

	pmap_page_protect(p->phys_addr, VM_PROT_NONE);
	if (!p->dirty)
		p->dirty = pmap_is_modified(p->phys_addr);

	if (p->dirty || p->precious) {
		vm_page_lock_queues();
		VM_PAGE_QUEUES_REMOVE(p);
		vm_page_unlock_queues();

		p->busy = TRUE;
		vm_object_paging_begin(object);
		vm_pageout_page(p);
		vm_object_paging_end(object);
	}

	VM_PAGE_FREE(p);
}

/*
 *	vm_object_terminate:
 *
 *	Destroy an object: wait until nothing is in the air, free all its
 *	pages, tell the pager.  The object is locked and has no references;
 *	it is gone on return.
 */
void
vm_object_terminate(object)
	vm_object_t	object;
{
	vm_page_t	p;

	assert(object->ref_count == 0);
	object->alive = FALSE;

	while (object->paging_in_progress != 0) {
		vm_object_assert_wait(object,
			VM_OBJECT_EVENT_PAGING_IN_PROGRESS, FALSE);
		vm_object_unlock(object);
		thread_block(thread_no_continuation);
		vm_object_lock(object);
	}

	/*
	 *	The pages' mappings went with the map entries that
	 *	referred to the object.
	 */
	while (!queue_empty(&object->memq)) {
		p = (vm_page_t) queue_first(&object->memq);
		vm_object_free_page(object, p);
	}

	assert(object->resident_page_count == 0);
	vm_object_unlock(object);

	if (object->pager_ops != 0 && object->pager_ops->terminate != 0)
		(*object->pager_ops->terminate)(object->pager);

	zfree(vm_object_zone, (vm_offset_t) object);
}

/*
 *	vm_object_page_remove:
 *
 *	Free the resident pages of the range [start, end), contents and
 *	all.  The object is locked.
 *
 *	Looks up each page of a small range, and walks the object's list
 *	for a large one.
 */
void
vm_object_page_remove(object, start, end)
	vm_object_t	object;
	vm_offset_t	start;
	vm_offset_t	end;
{
	vm_page_t	p, next;

	if (atop(end - start) < (unsigned) object->resident_page_count / 16) {
		for (; start < end; start += PAGE_SIZE) {
			p = vm_page_lookup(object, start);
			if (p == VM_PAGE_NULL)
				continue;
			if (!p->fictitious)
				pmap_page_protect(p->phys_addr, VM_PROT_NONE);
			VM_PAGE_FREE(p);
		}
		return;
	}

	p = (vm_page_t) queue_first(&object->memq);
	while (!queue_end(&object->memq, (queue_entry_t) p)) {
		next = (vm_page_t) queue_next(&p->listq);
		if (start <= p->offset && p->offset < end) {
			if (!p->fictitious)
				pmap_page_protect(p->phys_addr, VM_PROT_NONE);
			VM_PAGE_FREE(p);
		}
		p = next;
	}
}

/*
 *	vm_object_pmap_protect:
 *
 *	Reduce the rights of all mappings of the resident pages of a range,
 *	in all maps.
 */
void
vm_object_pmap_protect(object, offset, size, prot)
	vm_object_t	object;
	vm_offset_t	offset;
	vm_size_t	size;
	vm_prot_t	prot;
{
	vm_page_t	p;

	if (object == VM_OBJECT_NULL)
		return;

	vm_object_lock(object);
	queue_iterate(&object->memq, p, vm_page_t, listq) {
		if (p->fictitious || p->offset < offset ||
		    p->offset - offset >= size)
			continue;
		pmap_page_protect(p->phys_addr, prot & ~p->page_lock);
	}
	vm_object_unlock(object);
}

/*
 *	vm_object_coalesce:
 *
 *	Grow prev_object over the range that follows the piece of it at
 *	prev_offset, instead of making another object.  Possible if that
 *	range is not an object's yet, and nobody else uses prev_object.
 */
boolean_t
vm_object_coalesce(prev_object, next_object, prev_offset, prev_size, next_size)
	vm_object_t	prev_object;
	vm_object_t	next_object;
	vm_offset_t	prev_offset;
	vm_size_t	prev_size;
	vm_size_t	next_size;
{
	vm_size_t	newsize;

	if (next_object != VM_OBJECT_NULL)
		return FALSE;
	if (prev_object == VM_OBJECT_NULL)
		return TRUE;

	vm_object_lock(prev_object);
	if (prev_object->ref_count > 1 || prev_object->pager_ops != 0 ||
	    prev_object->paging_in_progress != 0) {
		vm_object_unlock(prev_object);
		return FALSE;
	}

	/*
	 *	Pages from an earlier, longer life of the object would show
	 *	up in memory that is to be zero.
	 */
	vm_object_page_remove(prev_object, prev_offset + prev_size,
			      prev_offset + prev_size + next_size);

	newsize = prev_offset + prev_size + next_size;
	if (newsize > prev_object->size)
		prev_object->size = newsize;
	vm_object_unlock(prev_object);

	return TRUE;
}
