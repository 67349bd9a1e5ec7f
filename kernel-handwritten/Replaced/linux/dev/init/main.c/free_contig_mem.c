// free_contig_mem of linux/dev/init/main.c as accepted, with what it depends on; by 'port accept'.
//: text of free_contig_mem (linux/dev/init/main.c) c793ed1d36c4ea5a
void
free_contig_mem(struct vm_page *pages)
{
	struct vm_page *p, *last = NULL;
	int count = 0;

	for (p = pages; p != NULL; p = (struct vm_page *) p->pageq.next) {
		p->free = TRUE;
		last = p;
		count++;
	}
	if (last == NULL)
		return;

	simple_lock(&vm_page_queue_free_lock);
	last->pageq.next = (queue_entry_t) vm_page_queue_free;
	vm_page_queue_free = pages;
	vm_page_free_count += count;
	simple_unlock(&vm_page_queue_free_lock);
}
//: declaration of free_contig_mem (linux/dev/init/main.c) f483e29557065863
void free_contig_mem(struct vm_page *);
//: macro NULL (<__stddef_null.h>) 7b7e78df9a4d68d6
#define NULL ((void*)0)
//: macro TRUE (include/mach/boolean.h) 556be81280f1dd3e
#define TRUE	((boolean_t) 1)
//: macro simple_lock (kern/lock.h) 4311f10a0c35cfb0
#define simple_lock(l)
//: macro simple_unlock (kern/lock.h) 4311f10a0c35cfb0
#define simple_unlock(l)
//: layout of struct queue_entry (kern/queue.h) 92c93f9dd84a0749
struct queue_entry { // 8 bytes, aligned to 4
    struct queue_entry *next; // at 0
}
//: layout of struct vm_page (vm/vm_page.h) 7d071f22b485d590
struct vm_page { // 48 bytes, aligned to 4
    queue_chain_t pageq; // at 0
    unsigned int free : 1; // at 30, bit 3
}
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef queue_chain_t (kern/queue.h) 3e016ca01ed062c9
typedef struct queue_entry queue_chain_t
//: typedef queue_entry_t (kern/queue.h) 916307ec57656dcd
typedef struct queue_entry *queue_entry_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: object vm_page_free_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_count;
//: object vm_page_queue_free (vm/vm_page.h) 118c60da8fa1a4f1
vm_page_t vm_page_queue_free;
