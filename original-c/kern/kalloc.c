/*
 *	kern/kalloc.c
 *
 *	Memory by size.  Up to a page it comes from zones of powers of two,
 *	beyond that from a map of its own.
 */

#include <mach/kern_return.h>
#include <mach/vm_param.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/kalloc.h>
#include <kern/zalloc.h>
#include <vm/vm_kern.h>

static vm_map_t		kalloc_map;
static vm_size_t	kalloc_map_size = 8 * 1024 * 1024;
static vm_size_t	kalloc_max;	/* first size that has no zone */

/*
 *	k_zone[n] has elements of 2^n bytes; a size in between takes the
 *	larger.  The memory of a zone beyond which it has to stretch is the
 *	same for all.
 */
#define	KALLOC_ZONES	13
#define	KALLOC_ZONE_MAX	(1024 * 1024)

static zone_t		k_zone[KALLOC_ZONES];

static const char	*k_zone_name[KALLOC_ZONES] = {
	"kalloc.1",		"kalloc.2",
	"kalloc.4",		"kalloc.8",
	"kalloc.16",		"kalloc.32",
	"kalloc.64",		"kalloc.128",
	"kalloc.256",		"kalloc.512",
	"kalloc.1024",		"kalloc.2048",
	"kalloc.4096"
};

/*
 *	kalloc_init:
 *
 *	Make the map of the large sizes and the zones of the small
 *	ones.
 */
void
kalloc_init(void)
{
	vm_offset_t	min, max;
	vm_size_t	size;
	int		i;

	kalloc_map = kmem_suballoc(kernel_map, &min, &max, kalloc_map_size,
				   FALSE);

	/*
	 *	Small machines and large alike: zones up to a page.  What is
	 *	larger is rounded to pages anyway.
	 */
	kalloc_max = PAGE_SIZE + 1;

	for (i = 0, size = 1; size < kalloc_max; i++, size <<= 1) {
		if (size < KALLOC_MINSIZE) {
			k_zone[i] = ZONE_NULL;
			continue;
		}
		k_zone[i] = zinit(size, KALLOC_ZONE_MAX, PAGE_SIZE,
				  ZONE_COLLECTABLE, k_zone_name[i]);
	}
}

/*
 *	kalloc_zone_of:
 *
 *	The zone for a size below kalloc_max: the first whose elements are
 *	large enough.
 */
static zone_t
kalloc_zone_of(size)
	vm_size_t	size;
{
	vm_size_t	allocsize = KALLOC_MINSIZE;
	int		zindex = 4;		/* log2 of KALLOC_MINSIZE */

	while (allocsize < size) {
		allocsize <<= 1;
		zindex++;
	}

	return k_zone[zindex];
}

/*
 *	kalloc:
 *
 *	Allocate memory of the given size, or return 0.  May block.
 */
vm_offset_t
kalloc(size)
	vm_size_t	size;
{
	vm_offset_t	addr;

	if (size < kalloc_max)
		return zalloc(kalloc_zone_of(size));

	if (kmem_alloc_wired(kalloc_map, &addr, size) != KERN_SUCCESS)
		return 0;
	return addr;
}

/*
 *	kget:
 *
 *	Like kalloc, but never blocks: 0 if the zone is empty.  Only for
 *	sizes that have a zone.
 */
vm_offset_t
kget(size)
	vm_size_t	size;
{
	if (size >= kalloc_max)
		panic("kget: size %x", size);

	return zget(kalloc_zone_of(size));
}

/*
 *	kfree:
 *
 *	Free memory of kalloc; the size must be that of the allocation.
 */
void
kfree(data, size)
	vm_offset_t	data;
	vm_size_t	size;
{
	if (size < kalloc_max)
		zfree(kalloc_zone_of(size), data);
	else
		kmem_free(kalloc_map, data, size);
}
