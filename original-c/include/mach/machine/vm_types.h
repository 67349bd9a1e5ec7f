/*
 *	mach/machine/vm_types.h: integers of the machine's width, i386.
 */
#ifndef	_MACH_I386_VM_TYPES_H_
#define	_MACH_I386_VM_TYPES_H_

typedef unsigned int	natural_t;	/* as wide as a register */
typedef int		integer_t;

typedef natural_t	vm_offset_t;	/* an address, virtual or physical */
typedef natural_t	vm_size_t;	/* a number of bytes */

#endif	/* _MACH_I386_VM_TYPES_H_ */
