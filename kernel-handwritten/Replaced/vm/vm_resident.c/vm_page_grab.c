// vm_page_grab of vm/vm_resident.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_page_grab (vm/vm_resident.c) 319fdf237d7a4841
vm_page_t
vm_page_grab(
	boolean_t	external)
{
	vm_page_t	mem;

	simple_lock(&vm_page_queue_free_lock);

	/*
	 *	The privilege is asked for last: during boot the thresholds
	 *	are zero and there is no current thread yet.
	 */
	if ((vm_page_free_count < vm_page_free_reserved ||
	     (external && vm_page_external_count > vm_page_external_limit)) &&
	    !current_thread()->vm_privilege) {
		simple_unlock(&vm_page_queue_free_lock);
		return VM_PAGE_NULL;
	}

	if (vm_page_queue_free == VM_PAGE_NULL)
		panic("vm_page_grab");

	mem = vm_page_queue_free;
	vm_page_queue_free = (vm_page_t) mem->pageq.next;
	vm_page_account_grab(mem, external);
	simple_unlock(&vm_page_queue_free_lock);

	vm_page_wakeup_daemon();

	return mem;
}
//: declaration of vm_page_grab (vm/vm_resident.c) 69b55cb870aa1dd7
vm_page_t vm_page_grab(boolean_t);
//: macro VM_PAGE_NULL (vm/vm_page.h) cf018e3d9f32d889
#define VM_PAGE_NULL		((vm_page_t) 0)
//: macro cpu_number (kern/cpu_number.h) e27f35dad528abfc
#define cpu_number()	(0)
//: macro current_thread (kern/thread.h) 9763398749b55bab
#define current_thread()	(active_threads[cpu_number()])
//: macro simple_lock (kern/lock.h) 4311f10a0c35cfb0
#define simple_lock(l)
//: macro simple_unlock (kern/lock.h) 4311f10a0c35cfb0
#define simple_unlock(l)
//: layout of struct queue_entry (kern/queue.h) 92c93f9dd84a0749
struct queue_entry { // 8 bytes, aligned to 4
    struct queue_entry *next; // at 0
}
//: layout of struct thread (kern/thread.h) 53252615549bdf99
struct thread { // 148 bytes, aligned to 4
    unsigned int vm_privilege : 1; // at 100, bit 1
}
//: layout of struct vm_page (vm/vm_page.h) a932feb1e81ebfaa
struct vm_page { // 48 bytes, aligned to 4
    queue_chain_t pageq; // at 0
}
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef queue_chain_t (kern/queue.h) 3e016ca01ed062c9
typedef struct queue_entry queue_chain_t
//: typedef thread_t (kern/kern_types.h) cef03b2d0d685468
typedef struct thread *thread_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: prototype of panic (kern/debug.h) 461a52615af722c8
void panic(const char *, ...);
//: prototype of vm_page_account_grab (vm/vm_resident.c) 9ca8e43bd9af0a0b
static void vm_page_account_grab(vm_page_t, boolean_t);
//: prototype of vm_page_wakeup_daemon (vm/vm_resident.c) b4d0631c5dbcf86a
static void vm_page_wakeup_daemon(void);
//: object active_threads (kern/thread.h) e0fde7c6f8431627
thread_t active_threads[1];
//: object vm_page_external_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_external_count;
//: object vm_page_external_limit (vm/vm_page.h) 7b6932694d2b702c
int vm_page_external_limit;
//: object vm_page_free_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_count;
//: object vm_page_free_reserved (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_reserved;
//: object vm_page_queue_free (vm/vm_page.h) 118c60da8fa1a4f1
vm_page_t vm_page_queue_free;
