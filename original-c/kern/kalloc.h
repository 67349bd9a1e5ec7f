/*
 *	kern/kalloc.h
 *
 *	Kernel memory of any size.  The caller keeps the size and gives it
 *	back with the memory.
 */

#ifndef	_KERN_KALLOC_H_
#define	_KERN_KALLOC_H_

#include <mach/machine/vm_types.h>

#define	KALLOC_MINSIZE	16

extern void		kalloc_init(void);
extern vm_offset_t	kalloc(vm_size_t size);
extern vm_offset_t	kget(vm_size_t size);
extern void		kfree(vm_offset_t data, vm_size_t size);

#endif	/* _KERN_KALLOC_H_ */
