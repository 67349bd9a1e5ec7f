// vm_page_release of vm/vm_resident.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_page_release (vm/vm_resident.c) d4260557f3379cc7
void
vm_page_release(
	vm_page_t	mem,
	boolean_t	external)
{
	simple_lock(&vm_page_queue_free_lock);

	if (mem->free)
		panic("vm_page_release");
	mem->free = TRUE;
	mem->pageq.next = (queue_entry_t) vm_page_queue_free;
	vm_page_queue_free = mem;
	vm_page_free_count++;
	if (external)
		vm_page_external_count--;

	/*
	 *	Wake one waiter per page, and only when it can succeed: were
	 *	all woken, those that come late would find nothing and go
	 *	to the end of the queue again, for ever.
	 */
	if (vm_page_free_wanted > 0 &&
	    vm_page_free_count >= vm_page_free_reserved) {
		vm_page_free_wanted--;
		thread_wakeup_one((event_t) &vm_page_free_count);
	}

	simple_unlock(&vm_page_queue_free_lock);
}
//: declaration of vm_page_release (vm/vm_resident.c) 4bcd1cb5eae4f013
void vm_page_release(vm_page_t, boolean_t);
//: macro THREAD_AWAKENED (kern/sched_prim.h) 3c8b8315b8e547df
#define THREAD_AWAKENED		0
//: macro TRUE (include/mach/boolean.h) 556be81280f1dd3e
#define TRUE	((boolean_t) 1)
//: macro simple_lock (kern/lock.h) 4311f10a0c35cfb0
#define simple_lock(l)
//: macro simple_unlock (kern/lock.h) 4311f10a0c35cfb0
#define simple_unlock(l)
//: macro thread_wakeup_one (kern/sched_prim.h) 24aa9bb295ecdf03
#define thread_wakeup_one(x)	\
	((void) thread_wakeup_prim((x), TRUE, THREAD_AWAKENED))
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
//: typedef event_t (kern/sched_prim.h) bbccd59c2eb9b737
typedef void *event_t
//: typedef queue_chain_t (kern/queue.h) 3e016ca01ed062c9
typedef struct queue_entry queue_chain_t
//: typedef queue_entry_t (kern/queue.h) 916307ec57656dcd
typedef struct queue_entry *queue_entry_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: prototype of panic (kern/debug.h) 461a52615af722c8
void panic(const char *, ...);
//: prototype of thread_wakeup_prim (kern/sched_prim.h) bc81d800b45ddd3d
boolean_t thread_wakeup_prim(event_t, boolean_t, int);
//: object vm_page_external_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_external_count;
//: object vm_page_free_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_count;
//: object vm_page_free_reserved (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_reserved;
//: object vm_page_free_wanted (vm/vm_page.h) ce9fbab0b8e464a1
unsigned int vm_page_free_wanted;
//: object vm_page_queue_free (vm/vm_page.h) 118c60da8fa1a4f1
vm_page_t vm_page_queue_free;
