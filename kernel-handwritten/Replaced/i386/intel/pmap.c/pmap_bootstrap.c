// pmap_bootstrap of i386/intel/pmap.c as accepted, with what it depends on; by 'port accept'.
//: text of pmap_bootstrap (i386/intel/pmap.c) b85b028372838240
void
pmap_bootstrap(void)
{
	vm_offset_t	va, pa, pte_page;
	pt_entry_t	*pte;
	int		i;

	kernel_pmap = &kernel_pmap_store;
	kernel_pmap->ref_count = 1;
	kernel_pmap->dirbase_phys = pmap_grab_page();
	kernel_pmap->dirbase = (pt_entry_t *) phystokv(kernel_pmap->dirbase_phys);
	zero_words((vm_offset_t) kernel_pmap->dirbase, PAGE_SIZE);

	kernel_virtual_start = phystokv(phys_last_addr);
	kernel_virtual_end = kernel_virtual_start + MOREVM;

	for (va = phystokv(phys_first_addr); va < kernel_virtual_end; ) {
		pte_page = pmap_grab_page();
		pte = (pt_entry_t *) phystokv(pte_page);
		kernel_pmap->dirbase[pdenum(va)] = pa_to_pte(pte_page)
			| INTEL_PTE_VALID | INTEL_PTE_WRITE;

		for (i = 0; i < NPTES; i++, va += PAGE_SIZE) {
			pa = _kvtophys(va);
			if (va >= kernel_virtual_start)
				pte[i] = 0;
			else if (va >= trunc_page((vm_offset_t) _start)
				 && va + PAGE_SIZE <= (vm_offset_t) etext)
				pte[i] = pa_to_pte(pa) | INTEL_PTE_VALID;
			else
				pte[i] = pa_to_pte(pa) | INTEL_PTE_VALID
					| INTEL_PTE_WRITE;
		}
	}
}
//: declaration of pmap_bootstrap (i386/intel/pmap.c) d888f29ad69e03d5
void pmap_bootstrap(void);
//: macro INTEL_PTE_PFN (i386/intel/pmap.h) 9ca8f54303afe039
#define INTEL_PTE_PFN		0xfffff000
//: macro INTEL_PTE_VALID (i386/intel/pmap.h) 9bda7271701eb31f
#define INTEL_PTE_VALID		0x00000001
//: macro INTEL_PTE_WRITE (i386/intel/pmap.h) 1ca27afd4e98d6a5
#define INTEL_PTE_WRITE		0x00000002
//: macro LINEAR_MIN_KERNEL_ADDRESS (include/mach/machine/vm_param.h) 673af00afe288a03
#define LINEAR_MIN_KERNEL_ADDRESS ((vm_offset_t) 0x00000000)
//: macro MOREVM (i386/intel/pmap.c) 7c670a745a734117
#define MOREVM		(40 * 1024 * 1024)
//: macro NPTES (i386/intel/pmap.h) a7d7220cc7e2f27f
#define NPTES		1024
//: macro PAGE_MASK (include/mach/machine/vm_param.h) e71050d902ffe87f
#define PAGE_MASK	(PAGE_SIZE - 1)
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: macro PDESHIFT (i386/intel/pmap.h) 37161bfbff62d398
#define PDESHIFT	22
//: macro _kvtophys (include/mach/machine/vm_param.h) cab5c7fd3a27733d
#define _kvtophys(va)		((vm_offset_t) (va) - phys_mem_va)
//: macro kvtolin (include/mach/machine/vm_param.h) 1359b005dbf20454
#define kvtolin(va)		((vm_offset_t) (va) + LINEAR_MIN_KERNEL_ADDRESS)
//: macro pa_to_pte (i386/intel/pmap.h) c671d687e98f47e3
#define pa_to_pte(pa)	((pa) & INTEL_PTE_PFN)
//: macro pdenum (i386/intel/pmap.h) c959dc7427c647e8
#define pdenum(va)	(kvtolin(va) >> PDESHIFT)
//: macro phys_mem_va (include/mach/machine/vm_param.h) 874438edcad8b808
#define phys_mem_va		((vm_offset_t) 0)
//: macro phystokv (include/mach/machine/vm_param.h) c691ca9f7febd1ef
#define phystokv(pa)		((vm_offset_t) (pa) + phys_mem_va)
//: macro trunc_page (include/mach/vm_param.h) 57d01be64b7b4917
#define trunc_page(x)	((vm_offset_t) (((vm_offset_t) (x)) & ~PAGE_MASK))
//: layout of struct pmap (i386/intel/pmap.h) 351adfe22a506bb4
struct pmap { // 20 bytes, aligned to 4
    pt_entry_t *dirbase; // at 0
    vm_offset_t dirbase_phys; // at 4
    int ref_count; // at 8
}
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef pmap_t (i386/intel/pmap.h) 9e3adc658b948411
typedef struct pmap *pmap_t
//: typedef pt_entry_t (i386/intel/pmap.h) c75d301f1ba7c4cd
typedef unsigned int pt_entry_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_size_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_size_t
//: prototype of pmap_grab_page (i386/intel/pmap.h) 545202105e8caee2
vm_offset_t pmap_grab_page(void);
//: prototype of zero_words (i386/intel/pmap.c) df03fac3288487a0
static void zero_words(vm_offset_t, vm_size_t);
//: object _start (i386/i386at/machdep.h) d83e1b6e2f8bc86d
char _start[];
//: object etext (i386/i386at/machdep.h) d83e1b6e2f8bc86d
char etext[];
//: object kernel_pmap (i386/intel/pmap.h) 64a155f7010b1a04
pmap_t kernel_pmap;
//: object kernel_pmap_store (i386/intel/pmap.c) 6195f043c84a0ae8
static struct pmap kernel_pmap_store;
//: object kernel_virtual_end (i386/intel/pmap.h) ce9fbab0b8e464a1
vm_offset_t kernel_virtual_end;
//: object kernel_virtual_start (i386/intel/pmap.h) ce9fbab0b8e464a1
vm_offset_t kernel_virtual_start;
//: object phys_first_addr (i386/i386at/machdep.h) ce9fbab0b8e464a1
vm_offset_t phys_first_addr;
//: object phys_last_addr (i386/i386at/machdep.h) ce9fbab0b8e464a1
vm_offset_t phys_last_addr;
