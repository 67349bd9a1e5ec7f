/*
 *	intel/pmap.c: address maps, and for each physical page the list of
 *	places where it is mapped.
 *
 *	The kernel's page tables are all made at boot and never added to; they
 *	cover the direct map and the kernel's own virtual memory above it.
 *	Other maps share the kernel's part of the directory.
 *
 *	On one processor spl protects the lists: nothing here blocks, but for
 *	the making of a page table.
 */

#include <mach/vm_param.h>
#include <mach/vm_prot.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/zalloc.h>
#include <vm/pmap.h>
#include <vm/vm_kern.h>
#include <vm/vm_page.h>
#include <i386/i386/proc_reg.h>
#include <i386/i386/spl.h>
#include <i386/i386at/machdep.h>
#include <i386/intel/pmap.h>

/* Virtual memory for the kernel beyond the direct map. */
#define	MOREVM		(40 * 1024 * 1024)

static struct pmap	kernel_pmap_store;
pmap_t			kernel_pmap;

vm_offset_t		kernel_virtual_start, kernel_virtual_end;

/*
 *	A mapping of a physical page.  The first is in the table itself,
 *	further ones hang behind it.
 */
typedef struct pv_entry {
	struct pv_entry	*next;
	pmap_t		pmap;		/* null: no mapping at all */
	vm_offset_t	va;
} *pv_entry_t;

#define	PV_ENTRY_NULL	((pv_entry_t) 0)

static pv_entry_t	pv_head_table;	/* one for each page of memory */
static unsigned char	*pmap_phys_attributes; /* modified, referenced */
static boolean_t	pmap_initialized = FALSE;

#define	PHYS_MODIFIED	INTEL_PTE_MOD
#define	PHYS_REFERENCED	INTEL_PTE_REF

#define	pa_index(pa)	atop((pa) - phys_first_addr)
#define	pai_to_pvh(pai)	(&pv_head_table[pai])
#define	managed(pa)	(pmap_initialized && pmap_valid_page(pa))

static zone_t		pmap_zone;
static zone_t		pv_list_zone;

#define	PMAP_MAX	400
#define	PV_MAX		10000

int			inuse_ptepages_count;	/* page tables of maps */

/*
 *	pmap_pte:
 *
 *	The entry for an address; null if there is no page table.
 */
pt_entry_t *
pmap_pte(pmap, addr)
	pmap_t		pmap;
	vm_offset_t	addr;
{
	pt_entry_t	pde = pmap->dirbase[pdenum(addr)];

	if (!(pde & INTEL_PTE_VALID))
		return (pt_entry_t *) 0;
	return (pt_entry_t *) phystokv(pte_to_pa(pde)) + ptenum(addr);
}

static void
zero_words(vm_offset_t va, vm_size_t size)
{
	unsigned int	*word = (unsigned int *) va;
	unsigned int	*limit = (unsigned int *) (va + size);

	while (word < limit)
		*word++ = 0;
}

/*
 *	Forget what the processor knows of a page.
 */
static void
update_tlb(pmap_t pmap, vm_offset_t va)
{
	(void) pmap;
	invlpg(kvtolin(va));
}

/*
 *	pmap_bootstrap:
 *
 *	Make the kernel's map, with paging still off.  The kernel's text is
 *	mapped for reading only.
 */
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

/*
 *	pmap_unmap_page_zero:
 *
 *	From now on a null pointer faults.
 */
void
pmap_unmap_page_zero(void)
{
	pt_entry_t	*pte = pmap_pte(kernel_pmap, 0);

	*pte = 0;
	invlpg(0);
}

void
pmap_virtual_space(startp, endp)
	vm_offset_t	*startp, *endp;
{
	*startp = kernel_virtual_start;
	*endp = kernel_virtual_end;
}

/*
 *	pmap_map_bd:
 *
 *	Map physical addresses that are not memory; nothing is recorded of
 *	them.  Returns the next virtual address.
 */
vm_offset_t
pmap_map_bd(virt, start, end, prot)
	vm_offset_t	virt, start, end;
	vm_prot_t	prot;
{
	pt_entry_t	template = INTEL_PTE_VALID | INTEL_PTE_WIRED
				   | INTEL_PTE_NCACHE;
	pt_entry_t	*pte;

	if (prot & VM_PROT_WRITE)
		template |= INTEL_PTE_WRITE;
	for (; start < end; start += PAGE_SIZE, virt += PAGE_SIZE) {
		pte = pmap_pte(kernel_pmap, virt);
		if (pte == (pt_entry_t *) 0)
			panic("pmap_map_bd: no page table for 0x%x", virt);
		*pte = pa_to_pte(start) | template;
		update_tlb(kernel_pmap, virt);
	}
	return virt;
}

/*
 *	pmap_init:
 *
 *	Set up what is kept for every page, when the kernel can allocate.
 */
void
pmap_init(void)
{
	unsigned int	npages = atop(phys_last_addr - phys_first_addr);
	vm_size_t	size;
	vm_offset_t	addr;

	size = round_page(npages * sizeof(struct pv_entry) + npages);
	if (kmem_alloc_wired(kernel_map, &addr, size) != KERN_SUCCESS)
		panic("pmap_init");
	zero_words(addr, size);
	pv_head_table = (pv_entry_t) addr;
	pmap_phys_attributes = (unsigned char *) (pv_head_table + npages);

	pmap_zone = zinit(sizeof(struct pmap), PMAP_MAX * sizeof(struct pmap),
			  0, 0, "pmap");
	pv_list_zone = zinit(sizeof(struct pv_entry),
			     PV_MAX * sizeof(struct pv_entry), 0, 0, "pv_list");
	pmap_initialized = TRUE;
}

/*
 *	pmap_create:
 *
 *	A new map with the kernel's part in it.  A software-only map, which a
 *	size asks for, needs nothing: null.
 */
pmap_t
pmap_create(size)
	vm_size_t	size;
{
	pmap_t		p;
	int		i;

	if (size != 0)
		return PMAP_NULL;

	p = (pmap_t) zalloc(pmap_zone);
	if (p == PMAP_NULL)
		panic("pmap_create");
	if (kmem_alloc_wired(kernel_map, (vm_offset_t *) &p->dirbase,
			     PAGE_SIZE) != KERN_SUCCESS)
		panic("pmap_create: no page directory");
	p->dirbase_phys = pmap_extract(kernel_pmap, (vm_offset_t) p->dirbase);
	for (i = 0; i < NPTES; i++)
		p->dirbase[i] = kernel_pmap->dirbase[i];
	p->ref_count = 1;
	p->stats.resident_count = 0;
	p->stats.wired_count = 0;
	return p;
}

void
pmap_reference(p)
	pmap_t		p;
{
	if (p != PMAP_NULL)
		p->ref_count++;
}

/*
 *	Pages that are page tables of maps other than the kernel's, linked
 *	through pageq.
 */
static queue_head_t	ptepages = { &ptepages, &ptepages };

static void
pmap_free_table(vm_offset_t pa)
{
	vm_page_t	m;

	queue_iterate(&ptepages, m, vm_page_t, pageq)
		if (m->phys_addr == pa) {
			queue_remove(&ptepages, m, vm_page_t, pageq);
			inuse_ptepages_count--;
			vm_page_release(m, FALSE);
			return;
		}
	panic("pmap_free_table: 0x%x is no page table", pa);
}

/*
 *	pmap_destroy:
 *
 *	Drop a reference; with the last, the map's own page tables go.
 */
void
pmap_destroy(p)
	pmap_t		p;
{
	int		i;

	if (p == PMAP_NULL || --p->ref_count > 0)
		return;

	for (i = 0; i < NPTES; i++) {
		pt_entry_t	pde = p->dirbase[i];

		if (!(pde & INTEL_PTE_VALID) || pde == kernel_pmap->dirbase[i])
			continue;
		pmap_remove(p, (vm_offset_t) i << PDESHIFT,
			    ((vm_offset_t) i + 1) << PDESHIFT);
		pmap_free_table(pte_to_pa(pde));
	}
	kmem_free(kernel_map, (vm_offset_t) p->dirbase, PAGE_SIZE);
	zfree(pmap_zone, (vm_offset_t) p);
}

/*
 *	pv_enter, pv_remove:
 *
 *	Record, or forget, that a page is mapped somewhere.
 */
static void
pv_enter(pmap_t pmap, vm_offset_t va, vm_offset_t pa, pv_entry_t spare)
{
	pv_entry_t	pv_h = pai_to_pvh(pa_index(pa));

	if (pv_h->pmap == PMAP_NULL) {
		pv_h->pmap = pmap;
		pv_h->va = va;
		pv_h->next = PV_ENTRY_NULL;
		if (spare != PV_ENTRY_NULL)
			zfree(pv_list_zone, (vm_offset_t) spare);
		return;
	}
	spare->pmap = pmap;
	spare->va = va;
	spare->next = pv_h->next;
	pv_h->next = spare;
}

static void
pv_remove(pmap_t pmap, vm_offset_t va, vm_offset_t pa)
{
	pv_entry_t	pv_h = pai_to_pvh(pa_index(pa));
	pv_entry_t	cur, prev;

	if (pv_h->pmap == pmap && pv_h->va == va) {
		cur = pv_h->next;
		if (cur == PV_ENTRY_NULL) {
			pv_h->pmap = PMAP_NULL;
			return;
		}
		*pv_h = *cur;
		zfree(pv_list_zone, (vm_offset_t) cur);
		return;
	}
	for (prev = pv_h; (cur = prev->next) != PV_ENTRY_NULL; prev = cur)
		if (cur->pmap == pmap && cur->va == va) {
			prev->next = cur->next;
			zfree(pv_list_zone, (vm_offset_t) cur);
			return;
		}
	panic("pv_remove: mapping of 0x%x at 0x%x is not on the list", pa, va);
}

/*
 *	remove_pte:
 *
 *	Take one mapping away, keeping what the hardware noted.
 */
static void
remove_pte(pmap_t pmap, vm_offset_t va, pt_entry_t *pte)
{
	vm_offset_t	pa = pte_to_pa(*pte);

	pmap->stats.resident_count--;
	if (*pte & INTEL_PTE_WIRED)
		pmap->stats.wired_count--;
	if (managed(pa)) {
		pmap_phys_attributes[pa_index(pa)] |=
			*pte & (PHYS_MODIFIED | PHYS_REFERENCED);
		if (!(*pte & INTEL_PTE_NCACHE))
			pv_remove(pmap, va, pa);
	}
	*pte = 0;
	update_tlb(pmap, va);
}

void
pmap_remove(pmap, start, end)
	pmap_t		pmap;
	vm_offset_t	start, end;
{
	pt_entry_t	*pte;
	vm_offset_t	va;
	spl_t		s;

	if (pmap == PMAP_NULL)
		return;
	s = splvm();
	for (va = start; va != end; va += PAGE_SIZE) {
		pte = pmap_pte(pmap, va);
		if (pte != (pt_entry_t *) 0 && (*pte & INTEL_PTE_VALID))
			remove_pte(pmap, va, pte);
	}
	(void) splx(s);
}

/*
 *	pmap_protect:
 *
 *	Take permissions away from a range; without reading, the range goes.
 */
void
pmap_protect(pmap, start, end, prot)
	pmap_t		pmap;
	vm_offset_t	start, end;
	vm_prot_t	prot;
{
	pt_entry_t	*pte;
	vm_offset_t	va;
	spl_t		s;

	if (pmap == PMAP_NULL)
		return;
	switch (prot) {
	case VM_PROT_READ:
	case VM_PROT_READ | VM_PROT_EXECUTE:
		break;
	case VM_PROT_READ | VM_PROT_WRITE:
	case VM_PROT_ALL:
		return;
	default:
		pmap_remove(pmap, start, end);
		return;
	}

	s = splvm();
	for (va = start; va != end; va += PAGE_SIZE) {
		pte = pmap_pte(pmap, va);
		if (pte != (pt_entry_t *) 0 && (*pte & INTEL_PTE_VALID)) {
			*pte &= ~INTEL_PTE_WRITE;
			update_tlb(pmap, va);
		}
	}
	(void) splx(s);
}

/*
 *	pmap_page_protect:
 *
 *	The same for one physical page, wherever it is mapped.
 */
void
pmap_page_protect(phys, prot)
	vm_offset_t	phys;
	vm_prot_t	prot;
{
	pv_entry_t	pv_h, pv;
	pt_entry_t	*pte;
	spl_t		s;

	if (!managed(phys) || (prot & VM_PROT_WRITE))
		return;

	s = splvm();
	pv_h = pai_to_pvh(pa_index(phys));
	if (prot & VM_PROT_READ) {
		if (pv_h->pmap != PMAP_NULL)
			for (pv = pv_h; pv != PV_ENTRY_NULL; pv = pv->next) {
				pte = pmap_pte(pv->pmap, pv->va);
				*pte &= ~INTEL_PTE_WRITE;
				update_tlb(pv->pmap, pv->va);
			}
	} else
		while (pv_h->pmap != PMAP_NULL) {
			pte = pmap_pte(pv_h->pmap, pv_h->va);
			remove_pte(pv_h->pmap, pv_h->va, pte);
		}
	(void) splx(s);
}

/*
 *	pmap_expand:
 *
 *	Give a map a page table.  May block.
 */
static void
pmap_expand(pmap_t pmap, vm_offset_t va)
{
	vm_page_t	m;

	while ((m = vm_page_grab(FALSE)) == VM_PAGE_NULL)
		VM_PAGE_WAIT((void (*)(void)) 0);
	zero_words(phystokv(m->phys_addr), PAGE_SIZE);
	queue_enter(&ptepages, m, vm_page_t, pageq);
	inuse_ptepages_count++;
	pmap->dirbase[pdenum(va)] = pa_to_pte(m->phys_addr)
		| INTEL_PTE_VALID | INTEL_PTE_WRITE;
}

/*
 *	pmap_enter:
 *
 *	Map a page, or change how it is mapped.
 */
void
pmap_enter(pmap, v, pa, prot, wired)
	pmap_t		pmap;
	vm_offset_t	v, pa;
	vm_prot_t	prot;
	boolean_t	wired;
{
	pv_entry_t	spare = PV_ENTRY_NULL;
	pt_entry_t	*pte, template;
	spl_t		s;

	assert(pa != (vm_offset_t) -1);
	if (pmap == PMAP_NULL)
		return;
	if (pmap_pte(pmap, v) == (pt_entry_t *) 0) {
		if (pmap == kernel_pmap)
			panic("pmap_enter: no page table for 0x%x", v);
		pmap_expand(pmap, v);
	}

	template = pa_to_pte(pa) | INTEL_PTE_VALID;
	if (prot & VM_PROT_WRITE)
		template |= INTEL_PTE_WRITE;
	if (wired)
		template |= INTEL_PTE_WIRED;

	/* A list entry may be needed; to get one may block, so do it first. */
	if (managed(pa) && pai_to_pvh(pa_index(pa))->pmap != PMAP_NULL)
		spare = (pv_entry_t) zalloc(pv_list_zone);

	s = splvm();
	pte = pmap_pte(pmap, v);
	if ((*pte & INTEL_PTE_VALID) && pte_to_pa(*pte) == pa) {
		/* The same page: only permissions and wiring change. */
		if (wired && !(*pte & INTEL_PTE_WIRED))
			pmap->stats.wired_count++;
		else if (!wired && (*pte & INTEL_PTE_WIRED))
			pmap->stats.wired_count--;
		*pte = template | (*pte & (INTEL_PTE_MOD | INTEL_PTE_REF));
		update_tlb(pmap, v);
		(void) splx(s);
		if (spare != PV_ENTRY_NULL)
			zfree(pv_list_zone, (vm_offset_t) spare);
		return;
	}

	if (*pte & INTEL_PTE_VALID)
		remove_pte(pmap, v, pte);
	if (managed(pa))
		pv_enter(pmap, v, pa, spare);
	else if (spare != PV_ENTRY_NULL)
		zfree(pv_list_zone, (vm_offset_t) spare);
	pmap->stats.resident_count++;
	if (wired)
		pmap->stats.wired_count++;
	*pte = template;
	update_tlb(pmap, v);
	(void) splx(s);
}

void
pmap_change_wiring(map, v, wired)
	pmap_t		map;
	vm_offset_t	v;
	boolean_t	wired;
{
	pt_entry_t	*pte = pmap_pte(map, v);

	if (pte == (pt_entry_t *) 0 || !(*pte & INTEL_PTE_VALID))
		panic("pmap_change_wiring: 0x%x is not mapped", v);
	if (wired && !(*pte & INTEL_PTE_WIRED)) {
		map->stats.wired_count++;
		*pte |= INTEL_PTE_WIRED;
	} else if (!wired && (*pte & INTEL_PTE_WIRED)) {
		map->stats.wired_count--;
		*pte &= ~INTEL_PTE_WIRED;
	}
}

/*
 *	pmap_extract:
 *
 *	The physical address behind a virtual one, 0 if there is none.
 */
vm_offset_t
pmap_extract(pmap, va)
	pmap_t		pmap;
	vm_offset_t	va;
{
	pt_entry_t	*pte = pmap_pte(pmap, va);

	if (pte == (pt_entry_t *) 0 || !(*pte & INTEL_PTE_VALID))
		return 0;
	return pte_to_pa(*pte) + (va & PAGE_MASK);
}

boolean_t
pmap_access(pmap, va)
	pmap_t		pmap;
	vm_offset_t	va;
{
	pt_entry_t	*pte = pmap_pte(pmap, va);

	return pte != (pt_entry_t *) 0 && (*pte & INTEL_PTE_VALID);
}

/*
 *	pmap_collect:
 *
 *	Page tables of kernel maps stay.
 */
void
pmap_collect(p)
	pmap_t		p;
{
	(void) p;
}

/*
 *	The modified and referenced bits of a physical page: those of all its
 *	mappings, and what was kept of mappings that are gone.
 */
static void
phys_attribute_clear(vm_offset_t phys, unsigned int bits)
{
	pv_entry_t	pv;
	spl_t		s;

	if (!managed(phys))
		return;
	s = splvm();
	pv = pai_to_pvh(pa_index(phys));
	if (pv->pmap != PMAP_NULL)
		for (; pv != PV_ENTRY_NULL; pv = pv->next) {
			*pmap_pte(pv->pmap, pv->va) &= ~bits;
			update_tlb(pv->pmap, pv->va);
		}
	pmap_phys_attributes[pa_index(phys)] &= ~bits;
	(void) splx(s);
}

static boolean_t
phys_attribute_test(vm_offset_t phys, unsigned int bits)
{
	pv_entry_t	pv;
	boolean_t	result = FALSE;
	spl_t		s;

	if (!managed(phys))
		return FALSE;
	s = splvm();
	if (pmap_phys_attributes[pa_index(phys)] & bits)
		result = TRUE;
	pv = pai_to_pvh(pa_index(phys));
	if (!result && pv->pmap != PMAP_NULL)
		for (; pv != PV_ENTRY_NULL && !result; pv = pv->next)
			if (*pmap_pte(pv->pmap, pv->va) & bits)
				result = TRUE;
	(void) splx(s);
	return result;
}

void
pmap_clear_modify(phys)
	vm_offset_t	phys;
{
	phys_attribute_clear(phys, PHYS_MODIFIED);
}

boolean_t
pmap_is_modified(phys)
	vm_offset_t	phys;
{
	return phys_attribute_test(phys, PHYS_MODIFIED);
}

void
pmap_clear_reference(phys)
	vm_offset_t	phys;
{
	phys_attribute_clear(phys, PHYS_REFERENCED);
}

boolean_t
pmap_is_referenced(phys)
	vm_offset_t	phys;
{
	return phys_attribute_test(phys, PHYS_REFERENCED);
}

/*
 *	pmap_zero_page, pmap_copy_page:
 *
 *	Through the direct map.
 */
void
pmap_zero_page(p)
	vm_offset_t	p;
{
	zero_words(phystokv(p), PAGE_SIZE);
}

void
pmap_copy_page(src, dst)
	vm_offset_t	src, dst;
{
	unsigned int	*from = (unsigned int *) phystokv(src);
	unsigned int	*to = (unsigned int *) phystokv(dst);
	int		i;

	for (i = 0; i < (int) (PAGE_SIZE / sizeof(unsigned int)); i++)
		to[i] = from[i];
}
