// unlink_free_page of linux/dev/init/main.c as accepted, with what it depends on; by 'port accept'.
//: text of unlink_free_page (linux/dev/init/main.c) 3db227ded749caa9
static vm_page_t
unlink_free_page(vm_offset_t phys_addr)
{
	vm_page_t m, *prev = &vm_page_queue_free;

	while ((m = *prev) != VM_PAGE_NULL && m->phys_addr != phys_addr)
		prev = (vm_page_t *) &m->pageq.next;
	assert(m != VM_PAGE_NULL);
	*prev = (vm_page_t) m->pageq.next;
	m->free = FALSE;
	vm_page_free_count--;
	return m;
}
//: declaration of unlink_free_page (linux/dev/init/main.c) 7981732fe19ffa37
static vm_page_t unlink_free_page(vm_offset_t);
//: macro FALSE (include/mach/boolean.h) 5b55f5030ebe6d2d
#define FALSE	((boolean_t) 0)
//: macro VM_PAGE_NULL (vm/vm_page.h) cf018e3d9f32d889
#define VM_PAGE_NULL		((vm_page_t) 0)
//: macro assert (kern/assert.h) 0eeff2baa7e01d39
#define assert(ex)	\
	({ if (!(ex)) Assert(#ex, __FILE__, __LINE__); (void) 0; })
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
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: prototype of Assert (kern/assert.h) a445881d6dce809c
void Assert(const char *, const char *, int);
//: object vm_page_free_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_count;
//: object vm_page_queue_free (vm/vm_page.h) 118c60da8fa1a4f1
vm_page_t vm_page_queue_free;
