// mark_free_pages of linux/dev/init/main.c as accepted, with what it depends on; by 'port accept'.
//: text of mark_free_pages (linux/dev/init/main.c) 9836a02d87fd0629
static void
mark_free_pages(char *map, vm_offset_t limit)
{
	vm_page_t m;

	memset(map, 0, MAP_SIZE(limit));
	for (m = vm_page_queue_free; m != VM_PAGE_NULL;
	     m = (vm_page_t) m->pageq.next)
		if (m->phys_addr < limit)
			map[m->phys_addr >> PAGE_SHIFT] = 1;
}
//: declaration of mark_free_pages (linux/dev/init/main.c) eb52e0cdab9ad5df
static void mark_free_pages(char *, vm_offset_t);
//: macro MAP_SIZE (linux/dev/init/main.c) 6719c09e1ffa4de7
#define MAP_SIZE(limit)	((limit) >> PAGE_SHIFT)
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro VM_PAGE_NULL (vm/vm_page.h) cf018e3d9f32d889
#define VM_PAGE_NULL		((vm_page_t) 0)
//: layout of struct queue_entry (kern/queue.h) 92c93f9dd84a0749
struct queue_entry { // 8 bytes, aligned to 4
    struct queue_entry *next; // at 0
}
//: layout of struct vm_page (vm/vm_page.h) ef71d69b522c1a89
struct vm_page { // 48 bytes, aligned to 4
    queue_chain_t pageq; // at 0
    vm_offset_t phys_addr; // at 36
}
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef queue_chain_t (kern/queue.h) 3e016ca01ed062c9
typedef struct queue_entry queue_chain_t
//: typedef size_t (<__stddef_size_t.h>) c75d301f1ba7c4cd
typedef unsigned int size_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: prototype of memset (linux/dev/include/linux/string.h) 021cc3a8460812b4
void *memset(void *, int, size_t);
//: object vm_page_queue_free (vm/vm_page.h) 118c60da8fa1a4f1
vm_page_t vm_page_queue_free;
