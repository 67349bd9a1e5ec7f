/*
 *	mach/vm_param.h: pages and bytes.
 */
#ifndef	_MACH_VM_PARAM_H_
#define	_MACH_VM_PARAM_H_

#include <mach/machine/vm_types.h>
#include <mach/machine/vm_param.h>

#define	atop(x)		(((vm_size_t) (x)) >> PAGE_SHIFT)
#define	ptoa(x)		((vm_offset_t) ((x) << PAGE_SHIFT))

#define	round_page(x)	((vm_offset_t) ((((vm_offset_t) (x)) + PAGE_MASK) & ~PAGE_MASK))
#define	trunc_page(x)	((vm_offset_t) (((vm_offset_t) (x)) & ~PAGE_MASK))
#define	page_aligned(x)	((((vm_offset_t) (x)) & PAGE_MASK) == 0)

#endif	/* _MACH_VM_PARAM_H_ */
