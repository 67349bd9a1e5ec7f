/*
 *	vm/vm_fault.h
 *
 *	Page faults.
 */

#ifndef	_VM_VM_FAULT_H_
#define	_VM_VM_FAULT_H_

#include <mach/boolean.h>
#include <mach/kern_return.h>
#include <mach/vm_prot.h>
#include <vm/vm_map.h>

extern void		vm_fault_init(void);
extern kern_return_t	vm_fault(vm_map_t map, vm_offset_t vaddr,
				 vm_prot_t fault_type,
				 boolean_t change_wiring);
extern kern_return_t	vm_fault_page(vm_object_t object, vm_offset_t offset,
				      boolean_t interruptible,
				      vm_page_t *result_page);
extern kern_return_t	vm_fault_wire(vm_map_t map, vm_map_entry_t entry);
extern void		vm_fault_unwire(vm_map_t map, vm_map_entry_t entry);

extern unsigned int	vm_fault_count;		/* statistics */
extern unsigned int	vm_fault_zero_fill_count;
extern unsigned int	vm_fault_pagein_count;

#endif	/* _VM_VM_FAULT_H_ */
