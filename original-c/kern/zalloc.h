/*
 *	kern/zalloc.h
 *
 *	Zones: storage for structures of one size each.
 */

#ifndef	_KERN_ZALLOC_H_
#define	_KERN_ZALLOC_H_

#include <mach/boolean.h>
#include <mach/machine/vm_types.h>
#include <kern/lock.h>
#include <kern/macro_help.h>
#include <kern/queue.h>

/*
 *	All elements of a zone have one size, so taking and giving back are
 *	a matter of a list: the free ones are linked through their own
 *	first word.
 */
struct zone {
	decl_simple_lock_data(,	lock)
	int		count;		/* elements handed out */
	vm_offset_t	free_elements;	/* first free element, 0 if none */
	vm_size_t	cur_size;	/* memory in the zone, bytes */
	vm_size_t	max_size;	/* how large it may grow */
	vm_size_t	elem_size;	/* bytes of an element */
	vm_size_t	alloc_size;	/* memory taken at a time */
	const char	*zone_name;
	unsigned int
	/* boolean_t */	doing_alloc:1,	/* somebody is growing the zone */
			exhaustible:1,	/* empty is a normal result */
			collectable:1,	/* free pages can be given back */
			expandable:1,	/* may grow beyond max_size */
			wanted:1,	/* somebody waits for the growth */
			:0;
	struct zone	*next_zone;	/* in the list of all */
};

typedef struct zone	*zone_t;

#define	ZONE_NULL	((zone_t) 0)

/*
 *	Properties, arguments of zinit and zchange.
 */
#define	ZONE_EXHAUSTIBLE	0x1
#define	ZONE_COLLECTABLE	0x2
#define	ZONE_FIXED		0x4	/* never grows past its maximum */

extern void		zone_bootstrap(void);
extern void		zone_init(void);
extern zone_t		zinit(vm_size_t size, vm_size_t max, vm_size_t alloc,
			      unsigned int memtype, const char *name);
extern vm_offset_t	zalloc(zone_t zone);
extern vm_offset_t	zget(zone_t zone);
extern void		zfree(zone_t zone, vm_offset_t elem);
extern void		zcram(zone_t zone, vm_offset_t newmem, vm_size_t size);
extern void		zchange(zone_t zone, unsigned int memtype);
extern void		consider_zone_gc(void);
extern void		zone_gc(void);
extern vm_size_t	zone_free_bytes(zone_t zone);
extern boolean_t	zone_check_list(zone_t zone);

/*
 *	Before there is an address map zones live on memory that
 *	vm_page_bootstrap steals for them.
 */
extern vm_offset_t	zdata;
extern vm_size_t	zdata_size;

#endif	/* _KERN_ZALLOC_H_ */
