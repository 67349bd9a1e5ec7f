/*
 *	vm/vm_page.h
 *
 *	The resident page: one structure per page of physical memory.
 *
 *	A page is at any moment in at most one of these places: the free
 *	list, the active queue, the inactive queue, or (wired, or in
 *	somebody's private hands) none.  Independently it may be tabled,
 *	that is, be the resident copy of one page of a memory object.
 */

#ifndef	_VM_VM_PAGE_H_
#define	_VM_VM_PAGE_H_

#include <mach/boolean.h>
#include <mach/vm_prot.h>
#include <mach/vm_param.h>
#include <mach/machine/vm_types.h>
#include <mach/kern_return.h>
#include <kern/queue.h>
#include <kern/lock.h>
#include <kern/macro_help.h>
#include <kern/sched_prim.h>

struct vm_object;

/*
 *	Letters after a field say which lock guards it: O the lock of the
 *	owning object, P the page queues lock, F the free list lock.
 *	Two words of flags: those of the queues and those of the object
 *	are kept apart, so that either side may write its word while it
 *	holds only its own lock.
 */
struct vm_page {
	queue_chain_t	pageq;		/* active, inactive or free list (P/F) */
	queue_chain_t	listq;		/* all pages of the object (O) */
	struct vm_page	*next;		/* hash bucket chain (O) */

	struct vm_object *object;	/* whose page it is (O,P) */
	vm_offset_t	offset;		/* and where in there (O,P) */

	unsigned int	wire_count:16,	/* wirings; 0: pageable (O,P) */
	/* boolean_t */	inactive:1,	/* on the inactive queue (P) */
			active:1,	/* on the active queue (P) */
			laundry:1,	/* being cleaned by the daemon (P) */
			free:1,		/* on the free list (F) */
			reference:1,	/* was used while inactive (P) */
			external:1,	/* charged to the external limit (F) */
			extcounted:1,	/* counted in external_count (F) */
			:0;

	unsigned int
	/* boolean_t */	busy:1,		/* one thread works on it (O) */
			wanted:1,	/* wake others when it is done (O) */
			tabled:1,	/* in the object/offset table (O) */
			fictitious:1,	/* has no physical memory (O) */
			private:1,	/* memory not ours to free (O) */
			absent:1,	/* the pager owes its contents (O) */
			error:1,	/* the pager could not supply it (O) */
			dirty:1,	/* newer than the pager's copy (O) */
			precious:1,	/* the pager wants it back even clean (O) */
			overwriting:1,	/* about to be replaced (O) */
			:0;

	vm_offset_t	phys_addr;	/* physical address, constant */
	vm_prot_t	page_lock;	/* uses the pager forbids (O) */
	vm_prot_t	unlock_request;	/* uses we asked the pager for (O) */
};

typedef struct vm_page	*vm_page_t;

#define	VM_PAGE_NULL		((vm_page_t) 0)

/*
 *	What is true of every page that is passed around.
 */
#define	VM_PAGE_CHECK(mem) \
	assert((mem) != VM_PAGE_NULL && !((mem)->active && (mem)->inactive))

/*
 *	The queues, and what the pageout daemon steers by.
 */
extern queue_head_t	vm_page_queue_active;	/* in use, most recent last */
extern queue_head_t	vm_page_queue_inactive;	/* candidates for pageout */
extern vm_page_t	vm_page_queue_free;	/* LIFO through pageq.next */
extern vm_page_t	vm_page_queue_fictitious; /* LIFO through pageq.next */

extern int		vm_page_free_count;	/* pages on the free list */
extern int		vm_page_fictitious_count; /* structs without memory */
extern int		vm_page_external_count;	/* pages external objects hold */
extern int		vm_page_active_count;
extern int		vm_page_inactive_count;
extern int		vm_page_wire_count;
extern int		vm_page_laundry_count;	/* being written out */
extern unsigned int	vm_page_free_count_minimum; /* statistics: low water */

extern int		vm_page_free_target;	/* daemon stops at this many */
extern int		vm_page_free_min;	/* daemon is poked below this */
extern int		vm_page_inactive_target;
extern int		vm_page_free_reserved;	/* for privileged threads only */
extern int		vm_page_external_limit;	/* most external pages allowed */
extern unsigned int	vm_page_free_wanted;	/* threads that wait for pages */
extern vm_size_t	vm_page_big_pagenum;	/* highest page number in use */

extern boolean_t	vm_page_deactivate_behind;
extern boolean_t	vm_page_deactivate_hint;

decl_simple_lock_data(extern, vm_page_queue_lock)	/* active, inactive */
decl_simple_lock_data(extern, vm_page_queue_free_lock)	/* free list, counts */

/*
 *	Allocation and release.
 */
extern vm_page_t	vm_page_grab(boolean_t external);
extern vm_offset_t	vm_page_grab_phys_addr(void);
extern kern_return_t	vm_page_grab_contiguous_pages(int npages,
						      vm_page_t pages[],
						      natural_t *bits,
						      boolean_t external);
extern void		vm_page_release(vm_page_t mem, boolean_t external);
extern void		vm_page_wait(void (*continuation)(void));
extern vm_page_t	vm_page_alloc(struct vm_object *object,
				      vm_offset_t offset);
extern void		vm_page_free(vm_page_t mem);

extern vm_page_t	vm_page_grab_fictitious(void);
extern void		vm_page_release_fictitious(vm_page_t m);
extern void		vm_page_more_fictitious(void);
extern boolean_t	vm_page_convert(vm_page_t m, boolean_t external);

/*
 *	The object/offset table.
 */
extern void		vm_page_insert(vm_page_t mem, struct vm_object *object,
				       vm_offset_t offset);
extern void		vm_page_replace(vm_page_t mem, struct vm_object *object,
					vm_offset_t offset);
extern void		vm_page_remove(vm_page_t mem);
extern vm_page_t	vm_page_lookup(struct vm_object *object,
				       vm_offset_t offset);
extern void		vm_page_rename(vm_page_t mem,
				       struct vm_object *new_object,
				       vm_offset_t new_offset);

/*
 *	Queues and contents.
 */
extern void		vm_page_activate(vm_page_t m);
extern void		vm_page_deactivate(vm_page_t m);
extern void		vm_page_wire(vm_page_t mem);
extern void		vm_page_unwire(vm_page_t mem);
extern void		vm_page_zero_fill(vm_page_t m);
extern void		vm_page_copy(vm_page_t src_m, vm_page_t dest_m);
extern unsigned int	vm_page_info(unsigned int *info, unsigned int count);

/*
 *	Setup.
 */
extern void		vm_page_bootstrap(vm_offset_t *startp,
					  vm_offset_t *endp);
extern void		vm_page_module_init(void);
extern void		vm_page_init(vm_page_t mem, vm_offset_t phys_addr);
extern void		vm_page_create(vm_offset_t start, vm_offset_t end);

/*
 *	Shorthands.  Threads that want a busy page wait on its own address.
 */
#define	PAGE_ASSERT_WAIT(m, interruptible)			\
	MACRO_BEGIN						\
	(m)->wanted = TRUE;					\
	assert_wait((event_t) (m), (interruptible));		\
	MACRO_END

#define	PAGE_WAKEUP_DONE(m)					\
	MACRO_BEGIN						\
	(m)->busy = FALSE;					\
	if ((m)->wanted) {					\
		(m)->wanted = FALSE;				\
		thread_wakeup((event_t) (m));			\
	}							\
	MACRO_END

#define	PAGE_WAKEUP(m)						\
	MACRO_BEGIN						\
	if ((m)->wanted) {					\
		(m)->wanted = FALSE;				\
		thread_wakeup((event_t) (m));			\
	}							\
	MACRO_END

#define	VM_PAGE_FREE(p)						\
	MACRO_BEGIN						\
	vm_page_lock_queues();					\
	vm_page_free(p);					\
	vm_page_unlock_queues();				\
	MACRO_END

/*
 *	Map a page as far as its pager allows.
 */
#define	PMAP_ENTER(pmap, virtual_address, page, protection, wired)	\
	MACRO_BEGIN						\
	pmap_enter((pmap), (virtual_address),			\
		   (page)->phys_addr,				\
		   (protection) & ~(page)->page_lock, (wired));	\
	MACRO_END

#define	VM_PAGE_WAIT(continuation)	vm_page_wait(continuation)

#define	vm_page_lock_queues()	simple_lock(&vm_page_queue_lock)
#define	vm_page_unlock_queues()	simple_unlock(&vm_page_queue_lock)

/*
 *	Take a page off whichever pageout queue it is on.
 */
#define	VM_PAGE_QUEUES_REMOVE(mem)				\
	MACRO_BEGIN						\
	if ((mem)->active) {					\
		queue_remove(&vm_page_queue_active,		\
			     (mem), vm_page_t, pageq);		\
		(mem)->active = FALSE;				\
		vm_page_active_count--;				\
	}							\
	if ((mem)->inactive) {					\
		queue_remove(&vm_page_queue_inactive,		\
			     (mem), vm_page_t, pageq);		\
		(mem)->inactive = FALSE;			\
		vm_page_inactive_count--;			\
	}							\
	MACRO_END

#endif	/* _VM_VM_PAGE_H_ */
