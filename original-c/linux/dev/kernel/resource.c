/*
 *	resource.c: the table of I/O port regions in use.
 *
 *	Probing a port that belongs to another device may upset that device, so
 *	a driver asks here first.  The list is sorted by address and lives in a
 *	fixed table: drivers register before memory is worth relying on.
 */
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/errno.h>
#include <linux/ioport.h>

#define IOTABLE_SIZE	64

struct resource_entry {
	unsigned int from, to;		/* both inclusive */
	const char *name;		/* null: entry not in use */
	struct resource_entry *next;
};

static struct resource_entry iotable[IOTABLE_SIZE];

/* Head of the list; it never ends a search because its range is empty. */
static struct resource_entry iolist = { 0, 0, "start", NULL };

/*
 *	The entry after which [from, to] may be inserted, or null if some
 *	registered region overlaps it.
 */
static struct resource_entry *
find_gap(unsigned int from, unsigned int to)
{
	struct resource_entry *root = &iolist, *p;

	if (from > to)
		return NULL;
	for (p = root->next; p != NULL; root = p, p = p->next) {
		if (p->to < from)
			continue;
		return p->from > to ? root : NULL;
	}
	return root;
}

/*
 *	Returns 0 if nobody uses the region.
 */
int
check_region(unsigned int from, unsigned int extent)
{
	return find_gap(from, from + extent - 1) == NULL ? -EBUSY : 0;
}

/*
 *	Register a region.  A region that is taken stays with its first owner.
 */
void
request_region(unsigned int from, unsigned int extent, const char *name)
{
	struct resource_entry *gap = find_gap(from, from + extent - 1);
	struct resource_entry *p;

	if (gap == NULL) {
		printk(KERN_WARNING "request_region: 0x%x-0x%x is in use\n",
		       from, from + extent - 1);
		return;
	}
	for (p = iotable; p < iotable + IOTABLE_SIZE; p++)
		if (p->name == NULL)
			break;
	if (p == iotable + IOTABLE_SIZE) {
		printk(KERN_WARNING "request_region: table full, %s dropped\n",
		       name);
		return;
	}
	p->from = from;
	p->to = from + extent - 1;
	p->name = name;
	p->next = gap->next;
	gap->next = p;
}

/*
 *	Take a region off the list; it must be one that was registered whole.
 */
void
release_region(unsigned int from, unsigned int extent)
{
	struct resource_entry *prev, *p;

	for (prev = &iolist; (p = prev->next) != NULL; prev = p) {
		if (p->from == from && p->to == from + extent - 1) {
			prev->next = p->next;
			p->name = NULL;
			return;
		}
	}
	printk(KERN_WARNING "release_region: 0x%x-0x%x is not registered\n",
	       from, from + extent - 1);
}
