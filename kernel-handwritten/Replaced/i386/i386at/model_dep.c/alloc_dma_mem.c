// alloc_dma_mem of i386/i386at/model_dep.c as accepted, with what it depends on; by 'port accept'.
//: text of alloc_dma_mem (i386/i386at/model_dep.c) a48ab1b9e659f08e
vm_offset_t
alloc_dma_mem(size, align)
	vm_size_t	size;
	vm_offset_t	align;
{
	unsigned int	npages = atop(round_page(size));
	unsigned int	mask = align == 0 ? 0 : (align - 1) >> PAGE_SHIFT;
	unsigned int	map_size = DMA_LIMIT >> PAGE_SHIFT;
	unsigned int	first, n;
	char		*map;
	vm_page_t	m, prev, next;

	map = (char *) kalloc(map_size);
	if (map == (char *) 0) {
		printf("alloc_dma_mem: no room for the map\n");
		return 0;
	}
	for (n = 0; n < map_size; n++)
		map[n] = 0;
	for (m = vm_page_queue_free; m != VM_PAGE_NULL;
	     m = (vm_page_t) m->pageq.next)
		if (m->phys_addr < DMA_LIMIT)
			map[atop(m->phys_addr)] = 1;

	for (first = 1; first + npages <= map_size; first++) {
		if (mask != 0 && (first & mask) + npages > mask + 1)
			continue;
		for (n = 0; n < npages && map[first + n]; n++)
			continue;
		if (n == npages)
			break;
	}
	kfree((vm_offset_t) map, map_size);
	if (first + npages > map_size)
		return 0;

	prev = VM_PAGE_NULL;
	for (m = vm_page_queue_free; m != VM_PAGE_NULL; m = next) {
		next = (vm_page_t) m->pageq.next;
		n = atop(m->phys_addr);
		if (n < first || n >= first + npages) {
			prev = m;
			continue;
		}
		if (prev == VM_PAGE_NULL)
			vm_page_queue_free = next;
		else
			prev->pageq.next = (queue_entry_t) next;
		m->free = FALSE;
		vm_page_free_count--;
	}
	return ptoa(first);
}
//: declaration of alloc_dma_mem (i386/i386at/model_dep.c) 4515ea8167cabe48
vm_offset_t alloc_dma_mem(vm_size_t, vm_offset_t);
//: macro DMA_LIMIT (i386/i386at/model_dep.c) c452a2c7a2241338
#define DMA_LIMIT	0x1000000
//: macro FALSE (include/mach/boolean.h) 5b55f5030ebe6d2d
#define FALSE	((boolean_t) 0)
//: macro PAGE_MASK (include/mach/machine/vm_param.h) e71050d902ffe87f
#define PAGE_MASK	(PAGE_SIZE - 1)
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: macro VM_PAGE_NULL (vm/vm_page.h) cf018e3d9f32d889
#define VM_PAGE_NULL		((vm_page_t) 0)
//: macro atop (include/mach/vm_param.h) 1b56e2347898c12c
#define atop(x)		(((vm_size_t) (x)) >> PAGE_SHIFT)
//: macro ptoa (include/mach/vm_param.h) 522985f509e664c7
#define ptoa(x)		((vm_offset_t) ((x) << PAGE_SHIFT))
//: macro round_page (include/mach/vm_param.h) 8fdb46eeb11621ad
#define round_page(x)	((vm_offset_t) ((((vm_offset_t) (x)) + PAGE_MASK) & ~PAGE_MASK))
//: layout of struct queue_entry (kern/queue.h) 92c93f9dd84a0749
struct queue_entry { // 8 bytes, aligned to 4
    struct queue_entry *next; // at 0
}
//: layout of struct vm_page (vm/vm_page.h) 26a3fac7708ee457
struct vm_page { // 48 bytes, aligned to 4
    queue_chain_t pageq; // at 0
    unsigned int free : 1; // at 30, bit 3
    vm_offset_t phys_addr; // at 36
}
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef queue_chain_t (kern/queue.h) 3e016ca01ed062c9
typedef struct queue_entry queue_chain_t
//: typedef queue_entry_t (kern/queue.h) 916307ec57656dcd
typedef struct queue_entry *queue_entry_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: typedef vm_size_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_size_t
//: prototype of kalloc (kern/kalloc.h) b6de1365dbb732ca
vm_offset_t kalloc(vm_size_t);
//: prototype of kfree (kern/kalloc.h) 4a380a9174bffa71
void kfree(vm_offset_t, vm_size_t);
//: prototype of printf (kern/printf.h) 4634b80493b44f92
int printf(const char *, ...);
//: object vm_page_free_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_count;
//: object vm_page_queue_free (vm/vm_page.h) 118c60da8fa1a4f1
vm_page_t vm_page_queue_free;
