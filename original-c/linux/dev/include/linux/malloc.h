/*
 *	linux/malloc.h: kmalloc and kfree.
 *
 *	Mach has a kfree of its own, with two arguments.  A file that needs both
 *	worlds defines MACH_INCLUDE and calls linux_kmalloc and linux_kfree.
 */
#ifndef _LINUX_MALLOC_H_
#define _LINUX_MALLOC_H_

#include <linux/mm.h>

extern void *linux_kmalloc(unsigned int size, int priority);
extern void linux_kfree(void *p);

/* How often blocks were merged because a request found no room. */
extern int num_block_coalesce;

#ifndef MACH_INCLUDE
#define kmalloc		linux_kmalloc
#define kfree		linux_kfree
#define kfree_s(p, s)	linux_kfree(p)
#endif

#endif /* _LINUX_MALLOC_H_ */
