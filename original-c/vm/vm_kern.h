/*
 *	vm/vm_kern.h
 *
 *	Kernel virtual memory.
 */

#ifndef	_VM_VM_KERN_H_
#define	_VM_VM_KERN_H_

#include <mach/kern_return.h>
#include <mach/machine/vm_types.h>
#include <vm/vm_map.h>

extern void		kmem_init(vm_offset_t start, vm_offset_t end);

extern kern_return_t	kmem_alloc(vm_map_t map, vm_offset_t *addrp,
				   vm_size_t size);
extern kern_return_t	kmem_alloc_wired(vm_map_t map, vm_offset_t *addrp,
					 vm_size_t size);
extern kern_return_t	kmem_alloc_aligned(vm_map_t map, vm_offset_t *addrp,
					   vm_size_t size);
extern kern_return_t	kmem_alloc_pageable(vm_map_t map, vm_offset_t *addrp,
					    vm_size_t size);
extern kern_return_t	kmem_valloc(vm_map_t map, vm_offset_t *addrp,
				    vm_size_t size);
extern void		kmem_free(vm_map_t map, vm_offset_t addr,
				  vm_size_t size);
extern vm_map_t		kmem_suballoc(vm_map_t parent, vm_offset_t *min,
				      vm_offset_t *max, vm_size_t size,
				      boolean_t pageable);

extern vm_map_t		kernel_map;	/* all of kernel virtual memory */

#endif	/* _VM_VM_KERN_H_ */
