/*
 *	mach/machine/vm_param.h: page size and the layout of the kernel's
 *	virtual memory, i386.
 *
 *	Segments are flat and the direct map puts physical address pa at
 *	pa + phys_mem_va.  phys_mem_va is 0 and a constant here, but every
 *	crossing between the two kinds of address goes through the macros.
 */
#ifndef	_MACH_I386_VM_PARAM_H_
#define	_MACH_I386_VM_PARAM_H_

#include <mach/machine/vm_types.h>

#define	PAGE_SHIFT	12
#define	PAGE_SIZE	(1 << PAGE_SHIFT)
#define	PAGE_MASK	(PAGE_SIZE - 1)

#define	VM_MIN_KERNEL_ADDRESS	((vm_offset_t) 0x00000000)
#define	VM_MAX_KERNEL_ADDRESS	((vm_offset_t) 0x40000000)
#define	LINEAR_MIN_KERNEL_ADDRESS ((vm_offset_t) 0x00000000)

#define	KERNEL_STACK_SIZE	(4 * PAGE_SIZE)
#define	INTSTACK_SIZE		(4 * PAGE_SIZE)

#define	phys_mem_va		((vm_offset_t) 0)
#define	phystokv(pa)		((vm_offset_t) (pa) + phys_mem_va)
#define	_kvtophys(va)		((vm_offset_t) (va) - phys_mem_va)

#define	kvtolin(va)		((vm_offset_t) (va) + LINEAR_MIN_KERNEL_ADDRESS)
#define	lintokv(la)		((vm_offset_t) (la) - LINEAR_MIN_KERNEL_ADDRESS)

#endif	/* _MACH_I386_VM_PARAM_H_ */
