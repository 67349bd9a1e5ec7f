// hoard_one of test/test_vm_util.c as accepted, with what it depends on; by 'port accept'.
//: text of hoard_one (test/test_vm_util.c) 695e465e7cdb0dfc
boolean_t
hoard_one(struct page_hoard *hoard)
{
	vm_page_t	m = vm_page_grab(FALSE);

	if (m == VM_PAGE_NULL)
		return FALSE;
	m->pageq.next = (queue_entry_t) hoard->first;
	hoard->first = m;
	hoard->count++;
	return TRUE;
}
//: declaration of hoard_one (test/test_vm_util.c) 7853dfd97f9f2f17
boolean_t hoard_one(struct page_hoard *);
//: macro FALSE (include/mach/boolean.h) 5b55f5030ebe6d2d
#define FALSE	((boolean_t) 0)
//: macro TRUE (include/mach/boolean.h) 556be81280f1dd3e
#define TRUE	((boolean_t) 1)
//: macro VM_PAGE_NULL (vm/vm_page.h) cf018e3d9f32d889
#define VM_PAGE_NULL		((vm_page_t) 0)
//: layout of struct page_hoard (test/test_vm_util.h) 8372adfe8dab681d
struct page_hoard { // 8 bytes, aligned to 4
    vm_page_t first; // at 0
    unsigned int count; // at 4
}
//: layout of struct queue_entry (kern/queue.h) 92c93f9dd84a0749
struct queue_entry { // 8 bytes, aligned to 4
    struct queue_entry *next; // at 0
}
//: layout of struct vm_page (vm/vm_page.h) a932feb1e81ebfaa
struct vm_page { // 48 bytes, aligned to 4
    queue_chain_t pageq; // at 0
}
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef queue_chain_t (kern/queue.h) 3e016ca01ed062c9
typedef struct queue_entry queue_chain_t
//: typedef queue_entry_t (kern/queue.h) 916307ec57656dcd
typedef struct queue_entry *queue_entry_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: prototype of vm_page_grab (vm/vm_page.h) 69b55cb870aa1dd7
vm_page_t vm_page_grab(boolean_t);
