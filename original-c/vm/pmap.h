/*
 *	vm/pmap.h
 *
 *	What the machine-independent memory system asks of the
 *	machine-dependent one: boot-time page supply, address maps, and
 *	operations on single physical pages.  The machine's own header
 *	(intel/pmap.h) supplies struct pmap and may turn any of the
 *	functions below into a macro.
 */

#ifndef	_VM_PMAP_H_
#define	_VM_PMAP_H_

#include <mach/machine/vm_types.h>
#include <mach/boolean.h>
#include <mach/vm_prot.h>
#include <kern/kern_types.h>
#include <machine/pmap.h>

/*
 *	Boot-time supply.  pmap_steal_memory and pmap_startup live in
 *	vm_resident.c; the machine knows where the memory is and hands
 *	it out one page at a time.
 */
extern vm_offset_t	pmap_steal_memory(vm_size_t size);
extern void		pmap_startup(vm_offset_t *startp, vm_offset_t *endp);
extern unsigned int	pmap_free_pages(void);
extern boolean_t	pmap_next_page(vm_offset_t *addrp);
extern boolean_t	pmap_valid_page(vm_offset_t addr);
extern void		pmap_virtual_space(vm_offset_t *startp,
					   vm_offset_t *endp);
extern void		pmap_init(void);

/*
 *	Address maps.
 */
extern pmap_t		pmap_create(vm_size_t size);
extern void		pmap_reference(pmap_t pmap);
extern void		pmap_destroy(pmap_t pmap);
extern void		pmap_enter(pmap_t pmap, vm_offset_t va, vm_offset_t pa,
				   vm_prot_t prot, boolean_t wired);
extern void		pmap_remove(pmap_t pmap, vm_offset_t start,
				    vm_offset_t end);
extern void		pmap_protect(pmap_t pmap, vm_offset_t start,
				     vm_offset_t end, vm_prot_t prot);
extern vm_offset_t	pmap_extract(pmap_t pmap, vm_offset_t va);
extern boolean_t	pmap_access(pmap_t pmap, vm_offset_t va);
extern void		pmap_change_wiring(pmap_t pmap, vm_offset_t va,
					   boolean_t wired);
extern void		pmap_collect(pmap_t pmap);

/*
 *	Single physical pages, wherever they are mapped.
 */
extern void		pmap_page_protect(vm_offset_t pa, vm_prot_t prot);
extern void		pmap_clear_reference(vm_offset_t pa);
extern boolean_t	pmap_is_referenced(vm_offset_t pa);
extern void		pmap_clear_modify(vm_offset_t pa);
extern boolean_t	pmap_is_modified(vm_offset_t pa);
extern void		pmap_zero_page(vm_offset_t pa);
extern void		pmap_copy_page(vm_offset_t src, vm_offset_t dst);

extern pmap_t		kernel_pmap;

#ifndef	pmap_kernel
#define	pmap_kernel()	(kernel_pmap)
#endif

#endif	/* _VM_PMAP_H_ */
