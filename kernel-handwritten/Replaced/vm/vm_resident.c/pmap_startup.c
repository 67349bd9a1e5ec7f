// pmap_startup of vm/vm_resident.c as accepted, with what it depends on; by 'port accept'.
//: text of pmap_startup (vm/vm_resident.c) 7fe4645ceffe7b9d
void
pmap_startup(
	vm_offset_t	*startp,
	vm_offset_t	*endp)
{
	unsigned int	i, npages, pages_initialized;
	vm_page_t	pages;
	vm_offset_t	paddr;

	/*
	 *	The structures come out of the memory they describe, so each
	 *	page costs its size and that of its structure.  The rest of
	 *	the page that stealing has broken into comes for free.
	 */
	npages = ((PAGE_SIZE * pmap_free_pages() +
		   (round_page(virtual_space_start) - virtual_space_start)) /
		  (PAGE_SIZE + sizeof *pages));

	pages = (vm_page_t) pmap_steal_memory(npages * sizeof *pages);

	for (i = 0, pages_initialized = 0; i < npages; i++) {
		if (!pmap_next_page(&paddr))
			break;
		vm_page_init(&pages[i], paddr);
		pages_initialized++;
	}

	/*
	 *	Release in reverse order, so that the list gives the pages
	 *	out in the order the machine supplied them.  This is what
	 *	lets a search for contiguous pages find any.
	 */
	for (i = pages_initialized; i > 0; i--)
		vm_page_release(&pages[i - 1], FALSE);

	*startp = virtual_space_start;
	*endp = virtual_space_end;
}
//: declaration of pmap_startup (vm/vm_resident.c) 4098883b1e6b088d
void pmap_startup(vm_offset_t *, vm_offset_t *);
//: macro FALSE (include/mach/boolean.h) 5b55f5030ebe6d2d
#define FALSE	((boolean_t) 0)
//: macro PAGE_MASK (include/mach/machine/vm_param.h) e71050d902ffe87f
#define PAGE_MASK	(PAGE_SIZE - 1)
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: macro round_page (include/mach/vm_param.h) 8fdb46eeb11621ad
#define round_page(x)	((vm_offset_t) ((((vm_offset_t) (x)) + PAGE_MASK) & ~PAGE_MASK))
//: layout of struct vm_page (vm/vm_page.h) 7cf20d1ea58d3205
struct vm_page { // 48 bytes, aligned to 4
}
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: typedef vm_size_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_size_t
//: prototype of pmap_free_pages (vm/pmap.h) 545202105e8caee2
unsigned int pmap_free_pages(void);
//: prototype of pmap_next_page (vm/pmap.h) ed178e1f4ccc2321
boolean_t pmap_next_page(vm_offset_t *);
//: prototype of pmap_steal_memory (vm/pmap.h) b6de1365dbb732ca
vm_offset_t pmap_steal_memory(vm_size_t);
//: prototype of vm_page_init (vm/vm_page.h) 31f9c0b0f7b8a3ef
void vm_page_init(vm_page_t, vm_offset_t);
//: prototype of vm_page_release (vm/vm_page.h) 4bcd1cb5eae4f013
void vm_page_release(vm_page_t, boolean_t);
//: object virtual_space_end (vm/vm_resident.c) 69b56eec26c0be1c
static vm_offset_t virtual_space_end;
//: object virtual_space_start (vm/vm_resident.c) 69b56eec26c0be1c
static vm_offset_t virtual_space_start;
