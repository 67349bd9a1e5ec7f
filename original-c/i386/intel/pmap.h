/*
 *	intel/pmap.h: address maps of the i386 (Intel SDM volume 3, "32-Bit
 *	Paging"): a page directory, and page tables of 1024 entries.
 */
#ifndef	_INTEL_PMAP_H_
#define	_INTEL_PMAP_H_

#include <mach/boolean.h>
#include <mach/vm_param.h>
#include <mach/vm_prot.h>

typedef unsigned int	pt_entry_t;

#define	INTEL_PTE_VALID		0x00000001
#define	INTEL_PTE_WRITE		0x00000002
#define	INTEL_PTE_USER		0x00000004
#define	INTEL_PTE_WTHRU		0x00000008
#define	INTEL_PTE_NCACHE	0x00000010
#define	INTEL_PTE_REF		0x00000020
#define	INTEL_PTE_MOD		0x00000040
#define	INTEL_PTE_WIRED		0x00000200	/* ours: free for software */
#define	INTEL_PTE_PFN		0xfffff000

#define	PDESHIFT	22
#define	PTESHIFT	12
#define	NPTES		1024

#define	pdenum(va)	(kvtolin(va) >> PDESHIFT)
#define	ptenum(va)	((kvtolin(va) >> PTESHIFT) & (NPTES - 1))
#define	pa_to_pte(pa)	((pa) & INTEL_PTE_PFN)
#define	pte_to_pa(pte)	((pte) & INTEL_PTE_PFN)

struct pmap_statistics {
	int		resident_count;	/* pages mapped */
	int		wired_count;	/* of these, wired */
};

struct pmap {
	pt_entry_t	*dirbase;	/* page directory, virtual */
	vm_offset_t	dirbase_phys;
	int		ref_count;
	struct pmap_statistics stats;
};

typedef struct pmap	*pmap_t;

#define	PMAP_NULL	((pmap_t) 0)

extern pmap_t		kernel_pmap;
extern vm_offset_t	kernel_virtual_start, kernel_virtual_end;

extern void		pmap_bootstrap(void);
extern void		pmap_unmap_page_zero(void);
extern vm_offset_t	pmap_grab_page(void);
extern pt_entry_t	*pmap_pte(pmap_t pmap, vm_offset_t addr);
extern vm_offset_t	pmap_map_bd(vm_offset_t virt, vm_offset_t start,
				    vm_offset_t end, vm_prot_t prot);

#define	pmap_resident_count(pmap)	((pmap)->stats.resident_count)

#endif	/* _INTEL_PMAP_H_ */
