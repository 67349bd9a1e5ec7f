// alloc_contig_mem of linux/dev/init/main.c as accepted, with what it depends on; by 'port accept'.
//: text of alloc_contig_mem (linux/dev/init/main.c) 6d6a17823d47983a
unsigned long
alloc_contig_mem(unsigned size, unsigned limit, unsigned mask,
		 struct vm_page **pages)
{
	unsigned npages = round_page(size) >> PAGE_SHIFT, n;
	vm_size_t map_size;
	vm_page_t m, *tail = pages;
	long first;
	char *map;

	*pages = VM_PAGE_NULL;
	if (npages == 0 || npages > vm_page_free_count)
		return 0;
	if (limit > phys_last_addr)
		limit = phys_last_addr;

	map_size = MAP_SIZE(limit);
	map = (char *) kalloc(map_size);
	if (map == NULL)
		return 0;

	simple_lock(&vm_page_queue_free_lock);
	mark_free_pages(map, limit);
	first = find_run(map, MAP_SIZE(limit), npages, mask);
	for (n = 0; first >= 0 && n < npages; n++) {
		m = unlink_free_page((vm_offset_t) (first + n) << PAGE_SHIFT);
		m->pageq.next = NULL;
		*tail = m;
		tail = (vm_page_t *) &m->pageq.next;
	}
	simple_unlock(&vm_page_queue_free_lock);

	kfree((vm_offset_t) map, map_size);
	return first < 0 ? 0 : phystokv((vm_offset_t) first << PAGE_SHIFT);
}
//: declaration of alloc_contig_mem (linux/dev/init/main.c) e382141d9b247d80
unsigned long alloc_contig_mem(unsigned int, unsigned int, unsigned int, struct vm_page **);
//: macro MAP_SIZE (linux/dev/init/main.c) 6719c09e1ffa4de7
#define MAP_SIZE(limit)	((limit) >> PAGE_SHIFT)
//: macro NULL (<__stddef_null.h>) 7b7e78df9a4d68d6
#define NULL ((void*)0)
//: macro PAGE_MASK (include/mach/machine/vm_param.h) e71050d902ffe87f
#define PAGE_MASK	(PAGE_SIZE - 1)
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: macro VM_PAGE_NULL (vm/vm_page.h) cf018e3d9f32d889
#define VM_PAGE_NULL		((vm_page_t) 0)
//: macro phys_mem_va (include/mach/machine/vm_param.h) 874438edcad8b808
#define phys_mem_va		((vm_offset_t) 0)
//: macro phystokv (include/mach/machine/vm_param.h) c691ca9f7febd1ef
#define phystokv(pa)		((vm_offset_t) (pa) + phys_mem_va)
//: macro round_page (include/mach/vm_param.h) 8fdb46eeb11621ad
#define round_page(x)	((vm_offset_t) ((((vm_offset_t) (x)) + PAGE_MASK) & ~PAGE_MASK))
//: macro simple_lock (kern/lock.h) 4311f10a0c35cfb0
#define simple_lock(l)
//: macro simple_unlock (kern/lock.h) 4311f10a0c35cfb0
#define simple_unlock(l)
//: layout of struct queue_entry (kern/queue.h) 92c93f9dd84a0749
struct queue_entry { // 8 bytes, aligned to 4
    struct queue_entry *next; // at 0
}
//: layout of struct vm_page (vm/vm_page.h) a932feb1e81ebfaa
struct vm_page { // 48 bytes, aligned to 4
    queue_chain_t pageq; // at 0
}
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef queue_chain_t (kern/queue.h) 3e016ca01ed062c9
typedef struct queue_entry queue_chain_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: typedef vm_size_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_size_t
//: prototype of find_run (linux/dev/init/main.c) bd41c5494475bcd8
static long find_run(const char *, unsigned long, unsigned int, unsigned int);
//: prototype of kalloc (kern/kalloc.h) b6de1365dbb732ca
vm_offset_t kalloc(vm_size_t);
//: prototype of kfree (kern/kalloc.h) 4a380a9174bffa71
void kfree(vm_offset_t, vm_size_t);
//: prototype of mark_free_pages (linux/dev/init/main.c) eb52e0cdab9ad5df
static void mark_free_pages(char *, vm_offset_t);
//: prototype of unlink_free_page (linux/dev/init/main.c) 7981732fe19ffa37
static vm_page_t unlink_free_page(vm_offset_t);
//: object phys_last_addr (linux/dev/init/main.c) ce9fbab0b8e464a1
vm_offset_t phys_last_addr;
//: object vm_page_free_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_count;
