// vm_page_take_run of vm/vm_resident.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_page_take_run (vm/vm_resident.c) e2c83bbaa5819b07
static void
vm_page_take_run(
	int		first,
	int		npages,
	vm_page_t	pages[],
	boolean_t	external)
{
	vm_page_t	mem, *link;
	int		n, left = npages;

	link = &vm_page_queue_free;
	while (left > 0) {
		mem = *link;
		assert(mem != VM_PAGE_NULL);

		n = (int) atop(mem->phys_addr) - first;
		if (n < 0 || n >= npages) {
			link = (vm_page_t *) &mem->pageq.next;
			continue;
		}

		*link = (vm_page_t) mem->pageq.next;
		vm_page_account_grab(mem, external);
		pages[n] = mem;
		left--;
	}
}
//: declaration of vm_page_take_run (vm/vm_resident.c) 9e7632343208b4ed
static void vm_page_take_run(int, int, vm_page_t *, boolean_t);
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro VM_PAGE_NULL (vm/vm_page.h) cf018e3d9f32d889
#define VM_PAGE_NULL		((vm_page_t) 0)
//: macro assert (kern/assert.h) 0eeff2baa7e01d39
#define assert(ex)	\
	({ if (!(ex)) Assert(#ex, __FILE__, __LINE__); (void) 0; })
//: macro atop (include/mach/vm_param.h) 1b56e2347898c12c
#define atop(x)		(((vm_size_t) (x)) >> PAGE_SHIFT)
//: layout of struct queue_entry (kern/queue.h) 92c93f9dd84a0749
struct queue_entry { // 8 bytes, aligned to 4
    struct queue_entry *next; // at 0
}
//: layout of struct vm_page (vm/vm_page.h) ef71d69b522c1a89
struct vm_page { // 48 bytes, aligned to 4
    queue_chain_t pageq; // at 0
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
//: typedef vm_size_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_size_t
//: prototype of Assert (kern/assert.h) a445881d6dce809c
void Assert(const char *, const char *, int);
//: prototype of vm_page_account_grab (vm/vm_resident.c) 9ca8e43bd9af0a0b
static void vm_page_account_grab(vm_page_t, boolean_t);
//: object vm_page_queue_free (vm/vm_page.h) 118c60da8fa1a4f1
vm_page_t vm_page_queue_free;
