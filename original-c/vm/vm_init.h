/*
 *	vm/vm_init.h
 *
 *	Setup of the memory system, in two steps.
 */

#ifndef	_VM_VM_INIT_H_
#define	_VM_VM_INIT_H_

extern void	vm_mem_bootstrap(void);
extern void	vm_mem_init(void);

#endif	/* _VM_VM_INIT_H_ */
