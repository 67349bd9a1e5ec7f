/*
 *	vm/vm_map.h
 *
 *	Address maps: sorted lists of entries, each of which maps a range of
 *	virtual addresses onto a range of a memory object.
 */

#ifndef	_VM_VM_MAP_H_
#define	_VM_VM_MAP_H_

#include <mach/boolean.h>
#include <mach/kern_return.h>
#include <mach/vm_prot.h>
#include <mach/vm_param.h>
#include <mach/machine/vm_types.h>
#include <kern/lock.h>
#include <kern/macro_help.h>
#include <vm/pmap.h>
#include <vm/vm_object.h>

typedef struct vm_map		*vm_map_t;
typedef struct vm_map_entry	*vm_map_entry_t;

#define	VM_MAP_NULL		((vm_map_t) 0)
#define	VM_MAP_ENTRY_NULL	((vm_map_entry_t) 0)

/*
 *	What an entry maps: usually an object, for the pieces of the kernel
 *	map that kmem_suballoc made, another map.
 */
union vm_map_object {
	struct vm_object	*vm_object;
	struct vm_map		*sub_map;
};

struct vm_map_links {
	struct vm_map_entry	*prev;		/* the one below, or the head */
	struct vm_map_entry	*next;		/* the one above, or the head */
	vm_offset_t		start;		/* first byte */
	vm_offset_t		end;		/* byte after the last */
};

/*
 *	An entry that is in transition belongs to whoever set the bit;
 *	others wait on the map.
 */
struct vm_map_entry {
	struct vm_map_links	links;
#define	vme_prev		links.prev
#define	vme_next		links.next
#define	vme_start		links.start
#define	vme_end			links.end
	union vm_map_object	object;
	vm_offset_t		offset;		/* into the object */
	unsigned int
	/* boolean_t */		is_sub_map:1,
				in_transition:1,
				needs_wakeup:1,	/* waiters on transition */
				:0;
	vm_prot_t		protection;	/* protection in force */
	vm_prot_t		max_protection;	/* best it may become */
	int			inheritance;	/* by a child: share or none */
	unsigned short		wired_count;	/* 0: the daemon may have it */
	unsigned short		user_wired_count; /* by vm_wire */
	struct vm_map_entry	*projected_on;	/* unused: 0 */
};

#define	VM_INHERIT_SHARE	0
#define	VM_INHERIT_COPY		1
#define	VM_INHERIT_NONE		2

/*
 *	The header is the head of the circular list of entries.  Its start
 *	is the lowest, its end the first address behind the highest that
 *	the map can hold.
 */
struct vm_map_header {
	struct vm_map_links	links;
	int			nentries;
	boolean_t		entries_pageable; /* from which zone */
};

struct vm_map {
	lock_data_t		lock;		/* guards the entries */
	struct vm_map_header	hdr;
#define	min_offset		hdr.links.start
#define	max_offset		hdr.links.end
	pmap_t			pmap;
	vm_size_t		size;		/* bytes that entries cover */
	int			ref_count;
	decl_simple_lock_data(,	hint_lock)
	vm_map_entry_t		hint;		/* where the last search ended */
	vm_map_entry_t		first_free;	/* entry before the first gap */
	boolean_t		wait_for_space;	/* block until there is room */
	boolean_t		wiring_required;/* new memory is wired */
	unsigned int		timestamp;	/* changes of the entries */
};

#define	vm_map_to_entry(map)	((vm_map_entry_t) &(map)->hdr.links)
#define	vm_map_first_entry(map)	((map)->hdr.links.next)
#define	vm_map_last_entry(map)	((map)->hdr.links.prev)

/*
 *	What a fault needs to know of the map it looked into, to notice
 *	afterwards that the map has changed meanwhile.
 */
typedef struct vm_map_version {
	unsigned int	main_timestamp;
} vm_map_version_t;

/*
 *	Locks.  A writer advances the timestamp.
 */
#define	vm_map_lock_init(map)					\
	MACRO_BEGIN						\
	lock_init(&(map)->lock, TRUE);				\
	(map)->timestamp = 0;					\
	MACRO_END

#define	vm_map_lock(map)					\
	MACRO_BEGIN						\
	lock_write(&(map)->lock);				\
	(map)->timestamp++;					\
	MACRO_END

#define	vm_map_unlock(map)		lock_write_done(&(map)->lock)
#define	vm_map_lock_read(map)		lock_read(&(map)->lock)
#define	vm_map_unlock_read(map)		lock_read_done(&(map)->lock)
#define	vm_map_lock_write_to_read(map)	lock_write_to_read(&(map)->lock)

/*
 *	Sleep until an entry leaves transition or room appears.  The lock
 *	is dropped and not taken again.
 */
#define	vm_map_entry_wait(map, interruptible)			\
	MACRO_BEGIN						\
	assert_wait((event_t) &(map)->hdr, (interruptible));	\
	vm_map_unlock(map);					\
	thread_block(thread_no_continuation);			\
	MACRO_END

#define	vm_map_entry_wakeup(map)	thread_wakeup((event_t) &(map)->hdr)

/*
 *	Setup and life.
 */
extern void		vm_map_init(void);
extern void		vm_map_setup(vm_map_t map, pmap_t pmap, vm_offset_t min,
				     vm_offset_t max, boolean_t pageable);
extern vm_map_t		vm_map_create(pmap_t pmap, vm_offset_t min,
				      vm_offset_t max, boolean_t pageable);
extern void		vm_map_reference(vm_map_t map);
extern void		vm_map_deallocate(vm_map_t map);

/*
 *	Changing the map.
 */
extern kern_return_t	vm_map_find_entry(vm_map_t map, vm_offset_t *address,
					  vm_size_t size, vm_offset_t mask,
					  vm_object_t object,
					  vm_map_entry_t *o_entry);
extern kern_return_t	vm_map_enter(vm_map_t map, vm_offset_t *address,
				     vm_size_t size, vm_offset_t mask,
				     boolean_t anywhere, vm_object_t object,
				     vm_offset_t offset,
				     vm_prot_t cur_protection,
				     vm_prot_t max_protection,
				     int inheritance);
extern kern_return_t	vm_map_submap(vm_map_t map, vm_offset_t start,
				      vm_offset_t end, vm_map_t submap);
extern kern_return_t	vm_map_remove(vm_map_t map, vm_offset_t start,
				      vm_offset_t end);
extern kern_return_t	vm_map_protect(vm_map_t map, vm_offset_t start,
				       vm_offset_t end, vm_prot_t new_prot,
				       boolean_t set_max);
extern kern_return_t	vm_map_pageable(vm_map_t map, vm_offset_t start,
					vm_offset_t end,
					vm_prot_t access_type);
extern void		vm_map_simplify_entry(vm_map_t map,
					      vm_map_entry_t entry);

/*
 *	Asking the map.
 */
extern boolean_t	vm_map_lookup_entry(vm_map_t map, vm_offset_t address,
					    vm_map_entry_t *entry);
extern boolean_t	vm_map_check_protection(vm_map_t map,
						vm_offset_t start,
						vm_offset_t end,
						vm_prot_t protection);
extern kern_return_t	vm_map_lookup(vm_map_t *var_map, vm_offset_t vaddr,
				      vm_prot_t fault_type,
				      vm_map_version_t *out_version,
				      vm_object_t *object,
				      vm_offset_t *offset,
				      vm_prot_t *out_prot, boolean_t *wired);
extern boolean_t	vm_map_verify(vm_map_t map, vm_map_version_t *version);
extern void		vm_map_print(vm_map_t map);

#define	vm_map_verify_done(map, version)	vm_map_unlock_read(map)

/*
 *	Entries of kernel maps come out of this storage, because making
 *	one must not need a map.
 */
extern vm_offset_t	kentry_data;
extern vm_size_t	kentry_data_size;
extern int		kentry_count;	/* how many to make that way */

#endif	/* _VM_VM_MAP_H_ */
