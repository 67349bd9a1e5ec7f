/*
 *	vm/vm_map.c
 *
 *	Address maps: finding room, entering and removing ranges, changing
 *	their protection, wiring them, and looking up what is at an address.
 *
 *	The entries of a map form a circular list, sorted by address, whose
 *	head is part of the map.  Entries are split ("clipped") wherever an
 *	operation begins or ends inside one, and joined again when they
 *	have become alike.
 */

#include <mach/kern_return.h>
#include <mach/vm_param.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/lock.h>
#include <kern/printf.h>
#include <kern/zalloc.h>
#include <vm/pmap.h>
#include <vm/vm_fault.h>
#include <vm/vm_kern.h>
#include <vm/vm_map.h>
#include <vm/vm_object.h>
#include <vm/vm_page.h>

static zone_t	vm_map_zone;		/* struct vm_map */
static zone_t	vm_map_entry_zone;	/* entries of pageable maps */
static zone_t	vm_map_kentry_zone;	/* entries of kernel maps */

vm_offset_t	kentry_data;
vm_size_t	kentry_data_size;
int		kentry_count = 256;

/*
 *	Set bounds to what the map really has.
 */
#define	VM_MAP_RANGE_CHECK(map, start, end)			\
	MACRO_BEGIN						\
	if ((start) < (map)->min_offset)			\
		(start) = (map)->min_offset;			\
	if ((end) > (map)->max_offset)				\
		(end) = (map)->max_offset;			\
	if ((start) > (end))					\
		(start) = (end);				\
	MACRO_END

/*
 *	Make sure that an entry boundary is at the address.
 */
#define	vm_map_clip_start(map, entry, startaddr)		\
	MACRO_BEGIN						\
	if ((startaddr) > (entry)->vme_start)			\
		_vm_map_clip_start((map), (entry), (startaddr));	\
	MACRO_END

#define	vm_map_clip_end(map, entry, endaddr)			\
	MACRO_BEGIN						\
	if ((endaddr) < (entry)->vme_end)			\
		_vm_map_clip_end((map), (entry), (endaddr));	\
	MACRO_END

/*
 *	The hint remembers where the last search ended.
 */
#define	SAVE_HINT(map, value)					\
	MACRO_BEGIN						\
	simple_lock(&(map)->hint_lock);				\
	(map)->hint = (value);					\
	simple_unlock(&(map)->hint_lock);			\
	MACRO_END

/*
 *	vm_map_init:
 *
 *	Make the zones.  Entries of kernel maps come from one that
 *	never grows: growing it would need an entry of a kernel map.
 */
void
vm_map_init(void)
{
	vm_map_zone = zinit((vm_size_t) sizeof(struct vm_map), 40 * 1024,
			    PAGE_SIZE, 0, "maps");
	vm_map_entry_zone = zinit((vm_size_t) sizeof(struct vm_map_entry),
				  1024 * 1024, PAGE_SIZE * 5, 0,
				  "non-kernel map entries");
	vm_map_kentry_zone = zinit((vm_size_t) sizeof(struct vm_map_entry),
				   kentry_data_size, kentry_data_size,
				   ZONE_FIXED | ZONE_EXHAUSTIBLE,
				   "kernel map entries");

	zcram(vm_map_kentry_zone, kentry_data, kentry_data_size);
}

/*
 *	vm_map_setup:
 *
 *	Initialize a map in storage that the caller provides.
 */
void
vm_map_setup(map, pmap, min, max, pageable)
	vm_map_t	map;
	pmap_t		pmap;
	vm_offset_t	min, max;
	boolean_t	pageable;
{
	vm_map_first_entry(map) = vm_map_to_entry(map);
	vm_map_last_entry(map) = vm_map_to_entry(map);
	map->hdr.nentries = 0;
	map->hdr.entries_pageable = pageable;

	map->min_offset = min;
	map->max_offset = max;
	map->size = 0;
	map->ref_count = 1;
	map->pmap = pmap;
	map->wiring_required = FALSE;
	map->wait_for_space = FALSE;
	map->first_free = vm_map_to_entry(map);
	map->hint = vm_map_to_entry(map);
	vm_map_lock_init(map);
	simple_lock_init(&map->hint_lock);
}

/*
 *	vm_map_create:
 *
 *	Return a new, empty map of the addresses [min, max).
 */
vm_map_t
vm_map_create(pmap, min, max, pageable)
	pmap_t		pmap;
	vm_offset_t	min, max;
	boolean_t	pageable;
{
	vm_map_t	result;

	result = (vm_map_t) zalloc(vm_map_zone);
	if (result == VM_MAP_NULL)
		panic("vm_map_create");
	vm_map_setup(result, pmap, min, max, pageable);

	return result;
}

/*
 *	vm_map_entry_create:
 *
 *	A new entry, from the zone that goes with the map, which is
 *	locked.
 */
static vm_map_entry_t
vm_map_entry_create(map)
	vm_map_t	map;
{
	vm_map_entry_t	entry;
	zone_t		zone;

	zone = map->hdr.entries_pageable ? vm_map_entry_zone
					 : vm_map_kentry_zone;
	entry = (vm_map_entry_t) zalloc(zone);
	if (entry == VM_MAP_ENTRY_NULL)
		panic("vm_map_entry_create: out of %s", zone->zone_name);

	entry->projected_on = 0;
	return entry;
}

/*
 *	vm_map_entry_dispose:
 *
 *	The reverse.
 */
static void
vm_map_entry_dispose(map, entry)
	vm_map_t	map;
	vm_map_entry_t	entry;
{
	zfree(map->hdr.entries_pageable ? vm_map_entry_zone
					: vm_map_kentry_zone,
	      (vm_offset_t) entry);
}

/*
 *	vm_map_entry_link:
 *
 *	Insert an entry after another, and move the note of the first gap
 *	on if the entry fills that gap from its start.
 */
static void
vm_map_entry_link(map, after_where, entry)
	vm_map_t	map;
	vm_map_entry_t	after_where;
	vm_map_entry_t	entry;
{
	vm_offset_t	gap;

	map->hdr.nentries++;
	entry->vme_prev = after_where;
	entry->vme_next = after_where->vme_next;
	entry->vme_prev->vme_next = entry;
	entry->vme_next->vme_prev = entry;

	gap = (after_where == vm_map_to_entry(map)) ? map->min_offset
						    : after_where->vme_end;
	if (map->first_free == after_where && gap >= entry->vme_start)
		map->first_free = entry;
}

/*
 *	vm_map_entry_unlink:
 *
 *	Remove an entry from the list.  Where it was is a gap now, maybe
 *	the first.
 */
static void
vm_map_entry_unlink(map, entry)
	vm_map_t	map;
	vm_map_entry_t	entry;
{
	map->hdr.nentries--;
	entry->vme_next->vme_prev = entry->vme_prev;
	entry->vme_prev->vme_next = entry->vme_next;

	if (map->first_free == entry ||
	    (map->first_free != vm_map_to_entry(map) &&
	     entry->vme_start < map->first_free->vme_start))
		map->first_free = entry->vme_prev;
	if (map->hint == entry)
		SAVE_HINT(map, entry->vme_prev);
}

/*
 *	vm_map_reference:
 *
 *	One more holder of the map; null has none.
 */
void
vm_map_reference(map)
	vm_map_t	map;
{
	if (map == VM_MAP_NULL)
		return;

	vm_map_lock(map);
	map->ref_count++;
	vm_map_unlock(map);
}

static void	vm_map_delete(vm_map_t map, vm_offset_t start,
			      vm_offset_t end);

/*
 *	vm_map_deallocate:
 *
 *	One holder less.  The last takes the map with him.
 */
void
vm_map_deallocate(map)
	vm_map_t	map;
{
	int		count;

	if (map == VM_MAP_NULL)
		return;

	vm_map_lock(map);
	count = --map->ref_count;
	if (count > 0) {
		vm_map_unlock(map);
		return;
	}

	vm_map_delete(map, map->min_offset, map->max_offset);
	vm_map_unlock(map);
	pmap_destroy(map->pmap);
	zfree(vm_map_zone, (vm_offset_t) map);
}

/*
 *	vm_map_lookup_entry:
 *
 *	Search for an address: TRUE and the entry around it, or FALSE
 *	and the entry before it, which may be the head of the list.
 */
boolean_t
vm_map_lookup_entry(map, address, entry)
	vm_map_t	map;
	vm_offset_t	address;
	vm_map_entry_t	*entry;		/* OUT */
{
	vm_map_entry_t	cur;
	vm_map_entry_t	last = vm_map_to_entry(map);

	/*
	 *	Near where the last search ended is a good place to begin,
	 *	unless the address lies before it.
	 */
	simple_lock(&map->hint_lock);
	cur = map->hint;
	simple_unlock(&map->hint_lock);

	if (cur == last || address < cur->vme_start)
		cur = vm_map_first_entry(map);

	while (cur != last && cur->vme_end <= address)
		cur = cur->vme_next;

	if (cur != last && address >= cur->vme_start) {
		*entry = cur;
		SAVE_HINT(map, cur);
		return TRUE;
	}

	*entry = cur->vme_prev;
	SAVE_HINT(map, *entry);
	return FALSE;
}

/*
 *	vm_map_find_gap:
 *
 *	First fit: find room for size bytes at an address that has none of
 *	the bits of mask.  Stores the address and the entry before it.
 */
static boolean_t
vm_map_find_gap(map, size, mask, address, o_entry)
	vm_map_t	map;
	vm_size_t	size;
	vm_offset_t	mask;
	vm_offset_t	*address;	/* OUT */
	vm_map_entry_t	*o_entry;	/* OUT */
{
	vm_map_entry_t	entry, next;
	vm_offset_t	start, end;

	entry = map->first_free;
	start = (entry == vm_map_to_entry(map)) ? map->min_offset
						: entry->vme_end;

	for (;;) {
		vm_offset_t	aligned = (start + mask) & ~mask;

		end = aligned + size;
		if (aligned < start || end < aligned || end > map->max_offset)
			return FALSE;

		next = entry->vme_next;
		if (next == vm_map_to_entry(map) || next->vme_start >= end) {
			*address = aligned;
			*o_entry = entry;
			return TRUE;
		}

		entry = next;
		start = entry->vme_end;
	}
}

/*
 *	vm_map_find_gap_wait:
 *
 *	The same, but a map that waits for space does so, as long as the
 *	request could ever be satisfied.  The map is locked; the lock is
 *	dropped while waiting.
 */
static kern_return_t
vm_map_find_gap_wait(map, size, mask, address, o_entry)
	vm_map_t	map;
	vm_size_t	size;
	vm_offset_t	mask;
	vm_offset_t	*address;	/* OUT */
	vm_map_entry_t	*o_entry;	/* OUT */
{
	while (!vm_map_find_gap(map, size, mask, address, o_entry)) {
		if (!map->wait_for_space ||
		    size > map->max_offset - map->min_offset)
			return KERN_NO_SPACE;

		assert_wait((event_t) map, TRUE);
		vm_map_unlock(map);
		thread_block(thread_no_continuation);
		vm_map_lock(map);
	}

	return KERN_SUCCESS;
}

/*
 *	vm_map_entry_init:
 *
 *	Fill in a new entry.
 */
static void
vm_map_entry_init(entry, start, end, object, offset, cur, max, inheritance)
	vm_map_entry_t	entry;
	vm_offset_t	start, end;
	vm_object_t	object;
	vm_offset_t	offset;
	vm_prot_t	cur, max;
	int		inheritance;
{
	entry->vme_start = start;
	entry->vme_end = end;
	entry->is_sub_map = FALSE;
	entry->in_transition = FALSE;
	entry->needs_wakeup = FALSE;
	entry->object.vm_object = object;
	entry->offset = offset;
	entry->protection = cur;
	entry->max_protection = max;
	entry->inheritance = inheritance;
	entry->wired_count = 0;
	entry->user_wired_count = 0;
}

/*
 *	vm_map_find_entry:
 *
 *	Allocate a range of a kernel map for wired memory.  Returns with
 *	the map locked if successful, so that the caller can fill in what
 *	the entry maps before anybody sees it.
 *
 *	If the entry before is just such a range of the same object, it is
 *	extended; its object then is not null.
 */
kern_return_t
vm_map_find_entry(map, address, size, mask, object, o_entry)
	vm_map_t	map;
	vm_offset_t	*address;	/* OUT */
	vm_size_t	size;
	vm_offset_t	mask;
	vm_object_t	object;
	vm_map_entry_t	*o_entry;	/* OUT */
{
	vm_map_entry_t	entry, new_entry;
	vm_offset_t	start, end;
	kern_return_t	kr;

	vm_map_lock(map);
	kr = vm_map_find_gap_wait(map, size, mask, &start, &entry);
	if (kr != KERN_SUCCESS) {
		vm_map_unlock(map);
		return kr;
	}
	end = start + size;
	*address = start;

	if (entry != vm_map_to_entry(map) && object != VM_OBJECT_NULL &&
	    entry->vme_end == start &&
	    !entry->is_sub_map && !entry->in_transition &&
	    entry->object.vm_object == object &&
	    entry->offset + (entry->vme_end - entry->vme_start) ==
	    start - VM_MIN_KERNEL_ADDRESS &&
	    entry->protection == VM_PROT_DEFAULT &&
	    entry->max_protection == VM_PROT_ALL &&
	    entry->wired_count == 1 && entry->user_wired_count == 0) {
		entry->vme_end = end;
		new_entry = entry;
	} else {
		new_entry = vm_map_entry_create(map);
		vm_map_entry_init(new_entry, start, end, VM_OBJECT_NULL, 0,
				  VM_PROT_DEFAULT, VM_PROT_ALL,
				  VM_INHERIT_NONE);
		new_entry->wired_count = 1;
		vm_map_entry_link(map, entry, new_entry);
	}

	map->size += size;
	SAVE_HINT(map, new_entry);
	*o_entry = new_entry;

	return KERN_SUCCESS;
}

/*
 *	vm_map_enter_at:
 *
 *	Check that a range is free, and find the entry before it.
 */
static kern_return_t
vm_map_enter_at(map, start, size, mask, o_entry)
	vm_map_t	map;
	vm_offset_t	start;
	vm_size_t	size;
	vm_offset_t	mask;
	vm_map_entry_t	*o_entry;	/* OUT */
{
	vm_map_entry_t	entry;
	vm_offset_t	end = start + size;

	if ((start & mask) != 0)
		return KERN_NO_SPACE;
	if (start < map->min_offset || end > map->max_offset || start >= end)
		return KERN_INVALID_ADDRESS;
	if (vm_map_lookup_entry(map, start, &entry))
		return KERN_NO_SPACE;
	if (entry->vme_next != vm_map_to_entry(map) &&
	    entry->vme_next->vme_start < end)
		return KERN_NO_SPACE;

	*o_entry = entry;
	return KERN_SUCCESS;
}

/*
 *	vm_map_enter_extend:
 *
 *	Try to make room by growing the entry before instead of adding one.
 */
static boolean_t
vm_map_enter_extend(map, entry, start, end, object, cur, max, inheritance)
	vm_map_t	map;
	vm_map_entry_t	entry;
	vm_offset_t	start, end;
	vm_object_t	object;
	vm_prot_t	cur, max;
	int		inheritance;
{
	if (entry == vm_map_to_entry(map) || entry->vme_end != start ||
	    entry->is_sub_map || entry->in_transition ||
	    entry->inheritance != inheritance ||
	    entry->protection != cur || entry->max_protection != max ||
	    entry->wired_count != 0 ||
	    entry->object.vm_object == kernel_object)
		return FALSE;

	if (!vm_object_coalesce(entry->object.vm_object, object,
				entry->offset,
				(vm_size_t) (entry->vme_end - entry->vme_start),
				(vm_size_t) (end - start)))
		return FALSE;

	entry->vme_end = end;
	return TRUE;
}

/*
 *	vm_map_enter:
 *
 *	Map a range of an object (which gives its reference to the map), or
 *	with a null object a range of zeroes, at a given address or
 *	anywhere.
 */
kern_return_t
vm_map_enter(map, address, size, mask, anywhere, object, offset,
	     cur_protection, max_protection, inheritance)
	vm_map_t	map;
	vm_offset_t	*address;	/* IN/OUT */
	vm_size_t	size;
	vm_offset_t	mask;
	boolean_t	anywhere;
	vm_object_t	object;
	vm_offset_t	offset;
	vm_prot_t	cur_protection;
	vm_prot_t	max_protection;
	int		inheritance;
{
	vm_map_entry_t	entry, new_entry;
	vm_offset_t	start = *address;
	kern_return_t	result;

	if (size == 0 || (size & PAGE_MASK) != 0)
		return KERN_INVALID_ARGUMENT;

	vm_map_lock(map);
	if (anywhere)
		result = vm_map_find_gap_wait(map, size, mask, &start, &entry);
	else
		result = vm_map_enter_at(map, start, size, mask, &entry);
	if (result != KERN_SUCCESS)
		goto out;

	*address = start;
	map->size += size;

	if (object == VM_OBJECT_NULL &&
	    vm_map_enter_extend(map, entry, start, start + size, object,
				cur_protection, max_protection, inheritance))
		goto out;

	new_entry = vm_map_entry_create(map);
	vm_map_entry_init(new_entry, start, start + size, object, offset,
			  cur_protection, max_protection, inheritance);
	vm_map_entry_link(map, entry, new_entry);
	SAVE_HINT(map, new_entry);

    out:
	vm_map_unlock(map);

	if (result == KERN_SUCCESS && map->wiring_required) {
		result = vm_map_pageable(map, start, start + size,
					 cur_protection);
		if (result != KERN_SUCCESS)
			(void) vm_map_remove(map, start, start + size);
	}
	return result;
}

/*
 *	vm_map_split:
 *
 *	Fill new_entry as the part of entry that the caller does not keep,
 *	with its own reference.
 */
static void
vm_map_split(new_entry, entry)
	vm_map_entry_t	new_entry, entry;
{
	*new_entry = *entry;
	new_entry->in_transition = FALSE;
	new_entry->needs_wakeup = FALSE;

	if (entry->is_sub_map)
		vm_map_reference(new_entry->object.sub_map);
	else
		vm_object_reference(new_entry->object.vm_object);
}

/*
 *	_vm_map_clip_start:
 *
 *	The entry begins before the address: split it there.  The entry is
 *	the rear part afterwards.
 */
static void
_vm_map_clip_start(map, entry, start)
	vm_map_t	map;
	vm_map_entry_t	entry;
	vm_offset_t	start;
{
	vm_map_entry_t	new_entry;

	new_entry = vm_map_entry_create(map);
	vm_map_split(new_entry, entry);

	new_entry->vme_end = start;
	entry->offset += start - entry->vme_start;
	entry->vme_start = start;

	vm_map_entry_link(map, entry->vme_prev, new_entry);
}

/*
 *	_vm_map_clip_end:
 *
 *	The entry ends after the address: split it there.  The entry is the
 *	front part afterwards.
 */
static void
_vm_map_clip_end(map, entry, end)
	vm_map_t	map;
	vm_map_entry_t	entry;
	vm_offset_t	end;
{
	vm_map_entry_t	new_entry;

	new_entry = vm_map_entry_create(map);
	vm_map_split(new_entry, entry);

	entry->vme_end = end;
	new_entry->vme_start = end;
	new_entry->offset += end - entry->vme_start;

	vm_map_entry_link(map, entry, new_entry);
}

/*
 *	vm_map_submap:
 *
 *	Mark a range, which must be exactly one entry without an object, as
 *	handled by another map.
 */
kern_return_t
vm_map_submap(map, start, end, submap)
	vm_map_t	map;
	vm_offset_t	start, end;
	vm_map_t	submap;
{
	vm_map_entry_t	entry;
	kern_return_t	result = KERN_INVALID_ARGUMENT;

	vm_map_lock(map);
	VM_MAP_RANGE_CHECK(map, start, end);

	if (!vm_map_lookup_entry(map, start, &entry))
		goto out;
	vm_map_clip_start(map, entry, start);
	vm_map_clip_end(map, entry, end);

	if (entry->vme_start == start && entry->vme_end == end &&
	    !entry->is_sub_map &&
	    entry->object.vm_object == VM_OBJECT_NULL) {
		entry->is_sub_map = TRUE;
		entry->object.sub_map = submap;
		vm_map_reference(submap);
		result = KERN_SUCCESS;
	}

    out:
	vm_map_unlock(map);
	return result;
}

/*
 *	vm_map_transition_wait:
 *
 *	Somebody works on this entry without the lock: wait until he is
 *	done.  The map is locked, but was unlocked meanwhile, so that the
 *	caller has to look up everything anew.
 */
static void
vm_map_transition_wait(map, entry)
	vm_map_t	map;
	vm_map_entry_t	entry;
{
	entry->needs_wakeup = TRUE;
	vm_map_entry_wait(map, FALSE);
	vm_map_lock(map);
}

/*
 *	vm_map_range_entries:
 *
 *	Find the first entry of a range that has to be mapped without gaps,
 *	and clip it at the start of the range.  The map is locked.
 */
static kern_return_t
vm_map_range_entries(map, start, end, o_entry)
	vm_map_t	map;
	vm_offset_t	start, end;
	vm_map_entry_t	*o_entry;	/* OUT */
{
	vm_map_entry_t	entry;
	vm_offset_t	expected;

    restart:
	if (!vm_map_lookup_entry(map, start, &entry))
		return KERN_INVALID_ADDRESS;
	if (!entry->in_transition)
		vm_map_clip_start(map, entry, start);
	*o_entry = entry;

	for (expected = start; expected < end; expected = entry->vme_end,
					       entry = entry->vme_next) {
		if (entry == vm_map_to_entry(map) ||
		    entry->vme_start > expected)
			return KERN_INVALID_ADDRESS;
		if (entry->is_sub_map)
			return KERN_INVALID_ARGUMENT;
		if (entry->in_transition) {
			vm_map_transition_wait(map, entry);
			goto restart;
		}
	}

	return KERN_SUCCESS;
}

/*
 *	vm_map_protect:
 *
 *	Change what may be done with a range, or with set_max what may
 *	ever be allowed there.  All or nothing.
 */
kern_return_t
vm_map_protect(map, start, end, new_prot, set_max)
	vm_map_t	map;
	vm_offset_t	start, end;
	vm_prot_t	new_prot;
	boolean_t	set_max;
{
	vm_map_entry_t	first, current;
	vm_prot_t	old_prot;
	kern_return_t	result;

	vm_map_lock(map);
	VM_MAP_RANGE_CHECK(map, start, end);

	result = vm_map_range_entries(map, start, end, &first);
	if (result != KERN_SUCCESS)
		goto out;

	for (current = first;
	     current != vm_map_to_entry(map) && current->vme_start < end;
	     current = current->vme_next) {
		if ((new_prot & current->max_protection) != new_prot) {
			result = KERN_PROTECTION_FAILURE;
			goto out;
		}
	}

	for (current = first;
	     current != vm_map_to_entry(map) && current->vme_start < end;
	     current = current->vme_next) {
		vm_map_clip_end(map, current, end);

		old_prot = current->protection;
		if (set_max) {
			current->max_protection = new_prot;
			current->protection = new_prot & old_prot;
		} else
			current->protection = new_prot;

		/*
		 *	Mappings that exist are restricted at once; what is
		 *	newly allowed is found out by faults.  Wired memory
		 *	must not fault, so pmap_protect raises it, too.
		 */
		if (current->protection != old_prot)
			pmap_protect(map->pmap, current->vme_start,
				     current->vme_end, current->protection);
	}

    out:
	vm_map_unlock(map);
	return result;
}

/*
 *	vm_map_unwire_range:
 *
 *	Take one wiring off each entry of a range, all of which are wired.
 *	The map is locked.
 */
static void
vm_map_unwire_range(map, first, end)
	vm_map_t	map;
	vm_map_entry_t	first;
	vm_offset_t	end;
{
	vm_map_entry_t	entry;

	for (entry = first;
	     entry != vm_map_to_entry(map) && entry->vme_start < end;
	     entry = entry->vme_next) {
		vm_map_clip_end(map, entry, end);
		if (--entry->wired_count == 0)
			vm_fault_unwire(map, entry);
	}
}

/*
 *	vm_map_wire_range:
 *
 *	Add one wiring to each entry of a range, and fault the pages of
 *	those in that were not wired before.  All or nothing.
 *
 *	The map is locked, but not while pages are fetched: that may have
 *	to wait for the pageout daemon, who gives back virtual memory.  The
 *	entries are kept in place by their transition bit.
 */
static kern_return_t
vm_map_wire_range(map, first, end)
	vm_map_t	map;
	vm_map_entry_t	first;
	vm_offset_t	end;
{
	vm_map_entry_t	entry;
	vm_offset_t	done = end;
	kern_return_t	kr = KERN_SUCCESS;
	boolean_t	wakeup = FALSE;

	for (entry = first;
	     entry != vm_map_to_entry(map) && entry->vme_start < end;
	     entry = entry->vme_next) {
		vm_map_clip_end(map, entry, end);

		if (entry->object.vm_object == VM_OBJECT_NULL) {
			entry->object.vm_object = vm_object_allocate(
				entry->vme_end - entry->vme_start);
			entry->offset = 0;
		}
		entry->in_transition = TRUE;
	}

	for (entry = first;
	     entry != vm_map_to_entry(map) && entry->vme_start < end;
	     entry = entry->vme_next) {
		if (entry->wired_count++ != 0)
			continue;
		vm_map_unlock(map);
		kr = vm_fault_wire(map, entry);
		vm_map_lock(map);
		if (kr != KERN_SUCCESS) {
			entry->wired_count--;
			done = entry->vme_start;
			break;
		}
	}

	for (entry = first;
	     entry != vm_map_to_entry(map) && entry->vme_start < end;
	     entry = entry->vme_next) {
		entry->in_transition = FALSE;
		wakeup |= entry->needs_wakeup;
		entry->needs_wakeup = FALSE;
	}

	if (kr != KERN_SUCCESS)
		vm_map_unwire_range(map, first, done);
	if (wakeup)
		vm_map_entry_wakeup(map);

	return kr;
}

/*
 *	vm_map_pageable:
 *
 *	Wire a range down for the given access, or with VM_PROT_NONE make
 *	it pageable again.  Wirings nest.
 */
kern_return_t
vm_map_pageable(map, start, end, access_type)
	vm_map_t	map;
	vm_offset_t	start, end;
	vm_prot_t	access_type;
{
	vm_map_entry_t	first, entry;
	kern_return_t	result;

	vm_map_lock(map);
	VM_MAP_RANGE_CHECK(map, start, end);

	result = vm_map_range_entries(map, start, end, &first);
	if (result != KERN_SUCCESS)
		goto out;

	for (entry = first;
	     entry != vm_map_to_entry(map) && entry->vme_start < end;
	     entry = entry->vme_next) {
		if (access_type == VM_PROT_NONE && entry->wired_count == 0) {
			result = KERN_INVALID_ARGUMENT;
			goto out;
		}
		if ((access_type & entry->protection) != access_type) {
			result = KERN_PROTECTION_FAILURE;
			goto out;
		}
	}

	if (access_type == VM_PROT_NONE)
		vm_map_unwire_range(map, first, end);
	else
		result = vm_map_wire_range(map, first, end);

    out:
	vm_map_unlock(map);
	return result;
}

/*
 *	vm_map_entry_delete:
 *
 *	Remove an entry and what it maps.  The map is locked.
 */
static void
vm_map_entry_delete(map, entry)
	vm_map_t	map;
	vm_map_entry_t	entry;
{
	vm_offset_t	s = entry->vme_start, e = entry->vme_end;
	vm_object_t	object = entry->object.vm_object;

	vm_map_entry_unlink(map, entry);
	map->size -= e - s;

	if (entry->is_sub_map) {
		vm_map_deallocate(entry->object.sub_map);
		vm_map_entry_dispose(map, entry);
		return;
	}

	/*
	 *	Wirings of pages end before the mappings go, because it is
	 *	these that tell which pages are meant.  The kernel object's
	 *	pages are freed, wired or not.
	 */
	if (entry->wired_count != 0 && object != kernel_object &&
	    object != VM_OBJECT_NULL) {
		entry->wired_count = 0;
		vm_fault_unwire(map, entry);
	}

	pmap_remove(map->pmap, s, e);
	if (object == kernel_object) {
		vm_object_lock(object);
		vm_object_page_remove(object, entry->offset,
				      entry->offset + (e - s));
		vm_object_unlock(object);
	}

	vm_object_deallocate(object);
	vm_map_entry_dispose(map, entry);
}

/*
 *	vm_map_delete:
 *
 *	Empty a range of the map, which is locked.  Holes in it do no
 *	harm.
 */
static void
vm_map_delete(map, start, end)
	vm_map_t	map;
	vm_offset_t	start, end;
{
	vm_map_entry_t	entry, next;

    restart:
	if (vm_map_lookup_entry(map, start, &entry)) {
		if (!entry->in_transition)
			vm_map_clip_start(map, entry, start);
	} else
		entry = entry->vme_next;

	while (entry != vm_map_to_entry(map) && entry->vme_start < end) {
		if (entry->in_transition) {
			vm_map_transition_wait(map, entry);
			goto restart;
		}
		vm_map_clip_end(map, entry, end);
		next = entry->vme_next;
		vm_map_entry_delete(map, entry);
		entry = next;
	}

	if (map->wait_for_space)
		thread_wakeup((event_t) map);
}

/*
 *	vm_map_remove:
 *
 *	The same for callers without the lock.
 */
kern_return_t
vm_map_remove(map, start, end)
	vm_map_t	map;
	vm_offset_t	start, end;
{
	vm_map_lock(map);
	VM_MAP_RANGE_CHECK(map, start, end);
	vm_map_delete(map, start, end);
	vm_map_unlock(map);

	return KERN_SUCCESS;
}

/*
 *	vm_map_check_protection:
 *
 *	May all of a range be used in this way?
 */
boolean_t
vm_map_check_protection(map, start, end, protection)
	vm_map_t	map;
	vm_offset_t	start, end;
	vm_prot_t	protection;
{
	vm_map_entry_t	entry;
	boolean_t	ok = TRUE;

	vm_map_lock_read(map);
	if (!vm_map_lookup_entry(map, start, &entry))
		ok = FALSE;

	while (ok && start < end) {
		if (entry == vm_map_to_entry(map) ||
		    start < entry->vme_start ||
		    (entry->protection & protection) != protection) {
			ok = FALSE;
			break;
		}
		start = entry->vme_end;
		entry = entry->vme_next;
	}
	vm_map_unlock_read(map);

	return ok;
}

/*
 *	vm_map_lookup:
 *
 *	What a fault has to know of an address: the object behind it,
 *	the offset there, and what is allowed.  If the address belongs
 *	to a submap, *var_map becomes that.  On success the map is
 *	read-locked; vm_map_verify_done unlocks it.
 */
kern_return_t
vm_map_lookup(var_map, vaddr, fault_type, out_version, object, offset,
	      out_prot, wired)
	vm_map_t	*var_map;	/* IN/OUT */
	vm_offset_t	vaddr;
	vm_prot_t	fault_type;
	vm_map_version_t *out_version;	/* OUT */
	vm_object_t	*object;	/* OUT */
	vm_offset_t	*offset;	/* OUT */
	vm_prot_t	*out_prot;	/* OUT */
	boolean_t	*wired;		/* OUT */
{
	vm_map_t	map = *var_map;
	vm_map_entry_t	entry;

    restart:
	vm_map_lock_read(map);
	if (!vm_map_lookup_entry(map, vaddr, &entry)) {
		vm_map_unlock_read(map);
		return KERN_INVALID_ADDRESS;
	}

	if (entry->is_sub_map) {
		vm_map_t	old_map = map;

		*var_map = map = entry->object.sub_map;
		vm_map_unlock_read(old_map);
		goto restart;
	}

	if ((fault_type & entry->protection) != fault_type) {
		vm_map_unlock_read(map);
		return KERN_PROTECTION_FAILURE;
	}

	/*
	 *	The first touch of memory that has no object yet.  Losing
	 *	the race for the write lock costs another round.
	 */
	if (entry->object.vm_object == VM_OBJECT_NULL) {
		if (lock_read_to_write(&map->lock))
			goto restart;
		entry->object.vm_object = vm_object_allocate(
			(vm_size_t) (entry->vme_end - entry->vme_start));
		entry->offset = 0;
		vm_map_lock_write_to_read(map);
	}

	*object = entry->object.vm_object;
	*offset = (vaddr - entry->vme_start) + entry->offset;
	*out_prot = entry->protection;
	*wired = (entry->wired_count != 0);
	out_version->main_timestamp = map->timestamp;

	return KERN_SUCCESS;
}

/*
 *	vm_map_verify:
 *
 *	Is what vm_map_lookup said still true?  If so the map is read-locked
 *	again on return.
 */
boolean_t
vm_map_verify(map, version)
	vm_map_t	map;
	vm_map_version_t *version;
{
	vm_map_lock_read(map);
	if (map->timestamp == version->main_timestamp)
		return TRUE;

	vm_map_unlock_read(map);
	return FALSE;
}

/*
 *	vm_map_simplify_entry:
 *
 *	Join an entry with the one before it if nothing tells them apart.
 *	The map is locked.
 */
void
vm_map_simplify_entry(map, entry)
	vm_map_t	map;
	vm_map_entry_t	entry;
{
	vm_map_entry_t	prev = entry->vme_prev;
	vm_size_t	prev_size;

	if (entry == vm_map_to_entry(map) || prev == vm_map_to_entry(map) ||
	    prev->vme_end != entry->vme_start)
		return;

	prev_size = prev->vme_end - prev->vme_start;
	if (prev->is_sub_map || entry->is_sub_map ||
	    prev->in_transition || entry->in_transition ||
	    prev->object.vm_object != entry->object.vm_object ||
	    (entry->object.vm_object != VM_OBJECT_NULL &&
	     prev->offset + prev_size != entry->offset) ||
	    prev->protection != entry->protection ||
	    prev->max_protection != entry->max_protection ||
	    prev->inheritance != entry->inheritance ||
	    prev->wired_count != entry->wired_count ||
	    prev->user_wired_count != entry->user_wired_count)
		return;

	/*
	 *	The joined entry takes the place of the earlier, which takes
	 *	one reference with it.
	 */
	if (map->first_free == prev)
		map->first_free = entry;
	if (map->hint == prev)
		SAVE_HINT(map, entry);
	map->hdr.nentries--;
	prev->vme_prev->vme_next = entry;
	entry->vme_prev = prev->vme_prev;
	entry->vme_start = prev->vme_start;
	entry->offset = prev->offset;

	vm_object_deallocate(prev->object.vm_object);
	vm_map_entry_dispose(map, prev);
}

/*
 *	vm_map_print:
 *
 *	Print a map, for debugging.
 */
void
vm_map_print(map)
	vm_map_t	map;
{
	vm_map_entry_t	entry;

	printf("map %08x: size %x, %d entries, version %u\n",
	       (unsigned int) (vm_offset_t) map, map->size,
	       map->hdr.nentries, map->timestamp);

	for (entry = vm_map_first_entry(map);
	     entry != vm_map_to_entry(map);
	     entry = entry->vme_next) {
		printf("  %08x-%08x prot %x/%x wired %d %s %08x offset %x\n",
		       entry->vme_start, entry->vme_end,
		       entry->protection, entry->max_protection,
		       entry->wired_count,
		       entry->is_sub_map ? "map" : "object",
		       (unsigned int) (vm_offset_t) entry->object.vm_object,
		       entry->offset);
	}
}
