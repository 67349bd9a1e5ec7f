/*
 *	vm/vm_object.h
 *
 *	Memory objects: what a range of an address map maps.  An object is
 *	a set of pages named by offset; those resident are found through
 *	the table of vm_resident.c, those absent come from the object's
 *	pager or, without one, are zeroes.
 */

#ifndef	_VM_VM_OBJECT_H_
#define	_VM_VM_OBJECT_H_

#include <mach/boolean.h>
#include <mach/kern_return.h>
#include <mach/machine/vm_types.h>
#include <kern/queue.h>
#include <kern/lock.h>
#include <kern/assert.h>
#include <kern/macro_help.h>
#include <kern/sched_prim.h>
#include <vm/vm_page.h>

struct vm_object;

/*
 *	The pager of an object: a table of functions instead of a port.
 *	Both are called without the object's lock and may block.
 *	page_in fills the memory of a page; page_out stores it.
 */
struct memory_pager_ops {
	kern_return_t	(*page_in)(void *pager, vm_offset_t offset,
				   vm_offset_t phys_addr);
	kern_return_t	(*page_out)(void *pager, vm_offset_t offset,
				    vm_offset_t phys_addr);
	void		(*terminate)(void *pager);
};

struct vm_object {
	queue_head_t	memq;		/* resident pages */
	decl_simple_lock_data(,	Lock)	/* guards everything below */
	vm_size_t	size;		/* bytes, a multiple of the page */
	int		ref_count;	/* maps and others that hold us */
	unsigned short	paging_in_progress; /* operations in the air */
	int		resident_page_count;
	unsigned int	absent_count;	/* pages with data on the way */

	const struct memory_pager_ops *pager_ops; /* null: zero filled */
	void		*pager;		/* first argument of pager_ops */

	vm_offset_t	last_alloc;	/* last insertion, to see streams */

	unsigned int	all_wanted:3,	/* one bit per VM_OBJECT_EVENT */
	/* boolean_t */	internal:1,	/* created by the kernel itself */
			temporary:1,	/* contents die with the object */
			alive:1,	/* not yet being terminated */
			:0;
};

typedef struct vm_object	*vm_object_t;

#define	VM_OBJECT_NULL		((vm_object_t) 0)

extern struct vm_object	kernel_object_store;
extern vm_object_t	kernel_object;	/* pages of kmem_alloc(kernel) */

extern void		vm_object_bootstrap(void);
extern void		vm_object_init(void);
extern void		_vm_object_setup(vm_object_t object, vm_size_t size);
extern vm_object_t	vm_object_allocate(vm_size_t size);
extern vm_object_t	vm_object_enter(const struct memory_pager_ops *ops,
					void *pager, vm_size_t size);
extern void		vm_object_reference(vm_object_t object);
extern void		vm_object_deallocate(vm_object_t object);
extern void		vm_object_terminate(vm_object_t object);
extern void		vm_object_page_remove(vm_object_t object,
					      vm_offset_t start,
					      vm_offset_t end);
extern void		vm_object_pmap_protect(vm_object_t object,
					       vm_offset_t offset,
					       vm_size_t size, vm_prot_t prot);
extern boolean_t	vm_object_coalesce(vm_object_t prev_object,
					   vm_object_t next_object,
					   vm_offset_t prev_offset,
					   vm_size_t prev_size,
					   vm_size_t next_size);

/*
 *	Waiting for something about an object.  The event is an address
 *	inside the object, so that distinct waits do not disturb each other.
 */
#define	VM_OBJECT_EVENT_PAGING_IN_PROGRESS	0
#define	VM_OBJECT_EVENT_ABSENT_COUNT		1

#define	vm_object_event(object, event)				\
	((event_t) ((vm_offset_t) (object) + (event)))

#define	vm_object_assert_wait(object, event, interruptible)	\
	MACRO_BEGIN						\
	(object)->all_wanted |= 1 << (event);			\
	assert_wait(vm_object_event((object), (event)), (interruptible)); \
	MACRO_END

#define	vm_object_wakeup(object, event)				\
	MACRO_BEGIN						\
	if ((object)->all_wanted & (1 << (event)))		\
		thread_wakeup(vm_object_event((object), (event))); \
	(object)->all_wanted &= ~(1 << (event));		\
	MACRO_END

/*
 *	An object with paging in progress is not terminated under the
 *	feet of the operation.
 */
#define	vm_object_paging_begin(object)				\
	((object)->paging_in_progress++)

#define	vm_object_paging_end(object)				\
	MACRO_BEGIN						\
	assert((object)->paging_in_progress != 0);		\
	if (--(object)->paging_in_progress == 0)		\
		vm_object_wakeup((object),			\
			VM_OBJECT_EVENT_PAGING_IN_PROGRESS);	\
	MACRO_END

#define	vm_object_absent_release(object)			\
	MACRO_BEGIN						\
	(object)->absent_count--;				\
	vm_object_wakeup((object),				\
		VM_OBJECT_EVENT_ABSENT_COUNT);			\
	MACRO_END

#define	vm_object_lock_init(object)	simple_lock_init(&(object)->Lock)
#define	vm_object_lock(object)		simple_lock(&(object)->Lock)
#define	vm_object_unlock(object)	simple_unlock(&(object)->Lock)
#define	vm_object_lock_try(object)	simple_lock_try(&(object)->Lock)

#endif	/* _VM_VM_OBJECT_H_ */
