/*
 *	vm/vm_pageout.h
 *
 *	The pageout daemon.
 */

#ifndef	_VM_VM_PAGEOUT_H_
#define	_VM_VM_PAGEOUT_H_

#include <vm/vm_object.h>
#include <vm/vm_page.h>

extern void	vm_pageout(void);
extern void	vm_pageout_page(vm_page_t m);

extern unsigned int	vm_pageout_active;	/* statistics: looked at */
extern unsigned int	vm_pageout_inactive;
extern unsigned int	vm_pageout_inactive_used;	/* reactivated */
extern unsigned int	vm_pageout_inactive_clean;	/* freed */
extern unsigned int	vm_pageout_inactive_dirty;	/* written out */

#endif	/* _VM_VM_PAGEOUT_H_ */
