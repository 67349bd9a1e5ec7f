/*
 *	kern/zalloc.c
 *
 *	Zones: a free list for each kind of structure.  Memory enters a
 *	zone in pieces of alloc_size bytes, and leaves it when the collector
 *	finds a page with nothing in use on it.
 */

#include <mach/kern_return.h>
#include <mach/vm_param.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/printf.h>
#include <kern/sched.h>
#include <kern/sched_prim.h>
#include <kern/zalloc.h>
#include <vm/vm_kern.h>

/*
 *	A free element holds the address of the next free one in its first
 *	word.
 */
#define	zone_next_free(elem)	(*(vm_offset_t *) (elem))

#define	ADD_TO_ZONE(zone, element)				\
	MACRO_BEGIN						\
	zone_next_free(element) = (zone)->free_elements;	\
	(zone)->free_elements = (vm_offset_t) (element);	\
	(zone)->count--;					\
	MACRO_END

#define	REMOVE_FROM_ZONE(zone, ret, type)			\
	MACRO_BEGIN						\
	(ret) = (type) (zone)->free_elements;			\
	if ((ret) != (type) 0) {				\
		(zone)->count++;				\
		(zone)->free_elements = zone_next_free(ret);	\
	}							\
	MACRO_END

/*
 *	The zone of zones, and the list of all.
 */
static struct zone	zone_zone_store;
static zone_t		zone_zone = &zone_zone_store;
static zone_t		first_zone;
static zone_t		*last_zone = &first_zone;
static int		num_zones;
decl_simple_lock_data(static,	all_zones_lock)

/*
 *	Memory of zones: at first a piece stolen at boot, then a map.
 */
vm_offset_t	zdata;
vm_size_t	zdata_size = 420 * 1024;

static vm_map_t	zone_map = VM_MAP_NULL;
static vm_size_t zone_map_size = 12 * 1024 * 1024;
static vm_offset_t zone_min_address, zone_max_address;

/*
 *	For the garbage collector, one of these per page of the zone map:
 *	how many elements there are on the page, and how many of them are
 *	free.  alloc_count is 0 for pages that are never collected.
 */
struct zone_page {
	unsigned short	alloc_count;
	unsigned short	free_count;
};

static struct zone_page	*zone_page_table;

#define	zone_page_of(addr) \
	(&zone_page_table[atop((vm_offset_t) (addr) - zone_min_address)])
#define	zone_in_map(addr) \
	(zone_map != VM_MAP_NULL && \
	 (vm_offset_t) (addr) >= zone_min_address && \
	 (vm_offset_t) (addr) < zone_max_address)

/*
 *	The collector runs at most once in this many seconds.
 */
static unsigned int	zone_gc_max_rate = 5;
static unsigned int	zone_gc_last_tick;

/*
 *	zone_setup:
 *
 *	Fill in a zone structure.
 */
static void
zone_setup(z, size, max, alloc, memtype, name)
	zone_t		z;
	vm_size_t	size, max, alloc;
	unsigned int	memtype;
	const char	*name;
{
	/*
	 *	An element must hold a pointer, and be aligned for one.
	 */
	if (size < sizeof(z->free_elements))
		size = sizeof(z->free_elements);
	size = (size + sizeof(vm_offset_t) - 1) & ~(sizeof(vm_offset_t) - 1);

	if (alloc == 0)
		alloc = PAGE_SIZE;
	alloc = round_page(alloc);
	if (alloc < size)
		alloc = round_page(size);
	max = round_page(max);
	if (max < alloc)
		max = alloc;

	simple_lock_init(&z->lock);
	z->free_elements = 0;
	z->cur_size = 0;
	z->max_size = max;
	z->elem_size = size;
	z->alloc_size = alloc;
	z->zone_name = name;
	z->count = 0;
	z->doing_alloc = FALSE;
	z->wanted = FALSE;
	z->expandable = TRUE;
	z->exhaustible = FALSE;

	/*
	 *	An element that lies on two pages would tie these together;
	 *	only zones without such are collected.
	 */
	z->collectable = (alloc == PAGE_SIZE);
	zchange(z, memtype);
}

/*
 *	zinit:
 *
 *	Make a zone of elements of the given size.  max is the most memory
 *	it should use, alloc how much to take at a time.
 */
zone_t
zinit(size, max, alloc, memtype, name)
	vm_size_t	size;
	vm_size_t	max;
	vm_size_t	alloc;
	unsigned int	memtype;
	const char	*name;
{
	zone_t		z;

	z = (zone_t) zalloc(zone_zone);
	if (z == ZONE_NULL)
		panic("zinit: no room for zone \"%s\"", name);

	zone_setup(z, size, max, alloc, memtype, name);

	simple_lock(&all_zones_lock);
	z->next_zone = ZONE_NULL;
	*last_zone = z;
	last_zone = &z->next_zone;
	num_zones++;
	simple_unlock(&all_zones_lock);

	return z;
}

/*
 *	zchange:
 *
 *	Change the properties of a zone.
 */
void
zchange(zone, memtype)
	zone_t		zone;
	unsigned int	memtype;
{
	if (memtype & ZONE_EXHAUSTIBLE)
		zone->exhaustible = TRUE;
	if (memtype & ZONE_FIXED) {
		zone->expandable = FALSE;
		zone->collectable = FALSE;
	}
}

/*
 *	zcram:
 *
 *	Cut a piece of memory into elements for a zone.
 */
void
zcram(zone, newmem, size)
	zone_t		zone;
	vm_offset_t	newmem;
	vm_size_t	size;
{
	vm_size_t	elem_size = zone->elem_size;
	boolean_t	counted;

	assert(newmem != 0);
	counted = zone->collectable && zone_in_map(newmem);

	simple_lock(&zone->lock);
	zone->cur_size += size;
	while (size >= elem_size) {
		/*
		 *	Adding an element takes it off the count of those
		 *	in use, among which it never was.
		 */
		zone->count++;
		ADD_TO_ZONE(zone, newmem);
		if (counted)
			zone_page_of(newmem)->alloc_count++;
		size -= elem_size;
		newmem += elem_size;
	}
	simple_unlock(&zone->lock);
}

/*
 *	zget_space:
 *
 *	Memory for a zone that has to grow, or 0.  Until the zone map is
 *	there it is cut from the piece that was stolen at boot.
 */
static vm_offset_t
zget_space(size)
	vm_size_t	size;
{
	vm_offset_t	space;

	if (zone_map != VM_MAP_NULL) {
		if (kmem_alloc_wired(zone_map, &space, size) != KERN_SUCCESS)
			return 0;
		return space;
	}

	if (size > zdata_size)
		return 0;
	space = zdata;
	zdata += size;
	zdata_size -= size;
	return space;
}

/*
 *	zone_bootstrap:
 *
 *	The zone that zones are taken from: memory has to be put into
 *	it before it can give out another.
 */
void
zone_bootstrap(void)
{
	vm_size_t	zone_zone_size = 64 * sizeof(struct zone);

	simple_lock_init(&all_zones_lock);
	first_zone = ZONE_NULL;
	last_zone = &first_zone;
	num_zones = 0;

	zone_setup(zone_zone, sizeof(struct zone), 64 * 1024, PAGE_SIZE,
		   ZONE_FIXED, "zones");
	zcram(zone_zone, zget_space(zone_zone_size), zone_zone_size);
}

/*
 *	zone_init:
 *
 *	Second pass, after the kernel map is made: zones get a map to grow
 *	in, and the collector its table.
 */
void
zone_init(void)
{
	vm_map_t	map;
	vm_size_t	table_size;
	vm_offset_t	table, i;

	map = kmem_suballoc(kernel_map, &zone_min_address, &zone_max_address,
			    zone_map_size, FALSE);

	table_size = atop(zone_max_address - zone_min_address) *
		     sizeof(struct zone_page);
	if (kmem_alloc_wired(kernel_map, &table, table_size) != KERN_SUCCESS)
		panic("zone_init");
	zone_page_table = (struct zone_page *) table;
	for (i = 0; i < atop(zone_max_address - zone_min_address); i++) {
		zone_page_table[i].alloc_count = 0;
		zone_page_table[i].free_count = 0;
	}

	/*
	 *	From here on zget_space uses the map.
	 */
	zone_map = map;
}

/*
 *	zone_grow:
 *
 *	Get another piece of memory for a zone.  Only one thread grows a
 *	zone at a time; others wait for it.  The zone is locked; the lock
 *	is dropped meanwhile.  FALSE if no memory is to be had.
 */
static boolean_t
zone_grow(zone)
	zone_t		zone;
{
	vm_offset_t	addr;

	if (zone->doing_alloc) {
		zone->wanted = TRUE;
		assert_wait((event_t) zone, FALSE);
		simple_unlock(&zone->lock);
		thread_block(thread_no_continuation);
		simple_lock(&zone->lock);
		return TRUE;
	}

	/*
	 *	A zone at its limit may stretch it by half, unless it was
	 *	told to stay.
	 */
	if (zone->cur_size + zone->alloc_size > zone->max_size) {
		if (!zone->expandable)
			return FALSE;
		zone->max_size += round_page(zone->max_size >> 1);
		if (zone->max_size < zone->cur_size + zone->alloc_size)
			zone->max_size = zone->cur_size + zone->alloc_size;
	}

	zone->doing_alloc = TRUE;
	simple_unlock(&zone->lock);

	addr = zget_space(zone->alloc_size);
	if (addr != 0)
		zcram(zone, addr, zone->alloc_size);

	simple_lock(&zone->lock);
	zone->doing_alloc = FALSE;
	if (zone->wanted) {
		zone->wanted = FALSE;
		thread_wakeup((event_t) zone);
	}

	return addr != 0;
}

/*
 *	zalloc:
 *
 *	Take an element.  An empty zone grows, and the call may block
 *	then.  If it cannot grow the result is 0 for an exhaustible
 *	zone, and the end of the world for another.
 */
vm_offset_t
zalloc(zone)
	zone_t		zone;
{
	vm_offset_t	addr;

	assert(zone != ZONE_NULL);

	simple_lock(&zone->lock);
	REMOVE_FROM_ZONE(zone, addr, vm_offset_t);
	while (addr == 0) {
		if (!zone_grow(zone)) {
			simple_unlock(&zone->lock);
			if (zone->exhaustible)
				return 0;
			panic("zalloc: zone \"%s\" exhausted",
			      zone->zone_name);
		}
		REMOVE_FROM_ZONE(zone, addr, vm_offset_t);
	}
	simple_unlock(&zone->lock);

	return addr;
}

/*
 *	zget:
 *
 *	Take an element if there is one at hand, else 0.  Never
 *	blocks.
 */
vm_offset_t
zget(zone)
	zone_t		zone;
{
	vm_offset_t	addr;

	assert(zone != ZONE_NULL);

	simple_lock(&zone->lock);
	REMOVE_FROM_ZONE(zone, addr, vm_offset_t);
	simple_unlock(&zone->lock);

	return addr;
}

/*
 *	zfree:
 *
 *	Give an element back.
 */
void
zfree(zone, elem)
	zone_t		zone;
	vm_offset_t	elem;
{
	assert(elem != 0);

	simple_lock(&zone->lock);
	assert(zone->count > 0);
	assert(elem != zone->free_elements);
	ADD_TO_ZONE(zone, elem);
	simple_unlock(&zone->lock);
}

/*
 *	zone_free_bytes:
 *
 *	How much of a zone's memory is not in use.
 */
vm_size_t
zone_free_bytes(zone)
	zone_t		zone;
{
	vm_size_t	bytes;

	simple_lock(&zone->lock);
	bytes = zone->cur_size - zone->count * zone->elem_size;
	simple_unlock(&zone->lock);

	return bytes;
}

/*
 *	zone_check_list:
 *
 *	Walk the free list of a zone, for debugging: TRUE if it has the
 *	length it should have and no element twice in a row.
 */
boolean_t
zone_check_list(zone)
	zone_t		zone;
{
	vm_offset_t	elem;
	unsigned int	length = 0, most;

	simple_lock(&zone->lock);
	most = zone->cur_size / zone->elem_size - zone->count;
	for (elem = zone->free_elements; elem != 0 && length <= most;
	     elem = zone_next_free(elem))
		length++;
	simple_unlock(&zone->lock);

	return length <= most;
}

/*
 *	zone_count_free:
 *
 *	First step of a collection: count the free elements on each page.
 *	The zone is locked.  TRUE if some page has nothing else.
 */
static boolean_t
zone_count_free(z)
	zone_t		z;
{
	vm_offset_t	elem;
	struct zone_page *page;
	boolean_t	found = FALSE;

	for (elem = z->free_elements; elem != 0; elem = zone_next_free(elem)) {
		if (!zone_in_map(elem))
			continue;
		page = zone_page_of(elem);
		page->free_count++;
		if (page->free_count == page->alloc_count)
			found = TRUE;
	}

	return found;
}

/*
 *	zone_unlink_pages:
 *
 *	Second step: take the elements of all-free pages off the free list
 *	and reset the counts of the other pages.  The zone is locked.  The
 *	pages are returned as a list, linked through their first word.
 */
static vm_offset_t
zone_unlink_pages(z)
	zone_t		z;
{
	vm_offset_t	elem, next, *link, pages = 0;
	struct zone_page *page;

	link = &z->free_elements;
	for (elem = *link; elem != 0; elem = next) {
		next = zone_next_free(elem);

		if (!zone_in_map(elem)) {
			link = &zone_next_free(elem);
			continue;
		}

		page = zone_page_of(elem);
		if (page->free_count < page->alloc_count ||
		    page->alloc_count == 0) {
			page->free_count = 0;
			link = &zone_next_free(elem);
			continue;
		}

		/*
		 *	alloc_count goes down with each element unlinked, so
		 *	it reaches zero at the last.  free_count stays above
		 *	it until then.
		 */
		*link = next;
		if (--page->alloc_count == 0) {
			page->free_count = 0;
			z->cur_size -= PAGE_SIZE;
			zone_next_free(trunc_page(elem)) = pages;
			pages = trunc_page(elem);
		}
	}

	return pages;
}

/*
 *	zone_gc_zone:
 *
 *	Collect one zone.
 */
static void
zone_gc_zone(z)
	zone_t		z;
{
	vm_offset_t	pages = 0, next;

	simple_lock(&z->lock);
	if (z->collectable && z->free_elements != 0 && !z->doing_alloc) {
		(void) zone_count_free(z);
		pages = zone_unlink_pages(z);
	}
	simple_unlock(&z->lock);

	for (; pages != 0; pages = next) {
		next = zone_next_free(pages);
		kmem_free(zone_map, pages, PAGE_SIZE);
	}
}

/*
 *	zone_gc:
 *
 *	Return the pages of all zones on which nothing is in use.  May
 *	block on the lock of the zone map.
 */
void
zone_gc(void)
{
	zone_t		z;
	int		i, count;

	simple_lock(&all_zones_lock);
	z = first_zone;
	count = num_zones;
	simple_unlock(&all_zones_lock);

	/*
	 *	Zones are never destroyed, and new ones go to the end.
	 */
	for (i = 0; i < count; i++, z = z->next_zone)
		zone_gc_zone(z);
}

/*
 *	consider_zone_gc:
 *
 *	The pageout daemon asks: collect, unless that was done a short
 *	while ago.
 */
void
consider_zone_gc(void)
{
	if (zone_map != VM_MAP_NULL &&
	    sched_tick > zone_gc_last_tick + zone_gc_max_rate) {
		zone_gc_last_tick = sched_tick;
		zone_gc();
	}
}
