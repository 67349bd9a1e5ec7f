// vm_page_wakeup_daemon of vm/vm_resident.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_page_wakeup_daemon (vm/vm_resident.c) 00b483412cfef4d2
static void
vm_page_wakeup_daemon(void)
{
	/*
	 *	Low by itself, or lowish with too few pages on their way
	 *	out.  The counts are read without a lock; at worst we poke
	 *	a bit early or late.
	 */
	if (vm_page_free_count < vm_page_free_min ||
	    (vm_page_free_count < vm_page_free_target &&
	     vm_page_inactive_count < vm_page_inactive_target))
		thread_wakeup((event_t) &vm_page_free_wanted);
}
//: declaration of vm_page_wakeup_daemon (vm/vm_resident.c) b4d0631c5dbcf86a
static void vm_page_wakeup_daemon(void);
//: macro FALSE (include/mach/boolean.h) 5b55f5030ebe6d2d
#define FALSE	((boolean_t) 0)
//: macro THREAD_AWAKENED (kern/sched_prim.h) 3c8b8315b8e547df
#define THREAD_AWAKENED		0
//: macro thread_wakeup (kern/sched_prim.h) 3c90a95c9bb91f28
#define thread_wakeup(x)	\
	((void) thread_wakeup_prim((x), FALSE, THREAD_AWAKENED))
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef event_t (kern/sched_prim.h) bbccd59c2eb9b737
typedef void *event_t
//: prototype of thread_wakeup_prim (kern/sched_prim.h) bc81d800b45ddd3d
boolean_t thread_wakeup_prim(event_t, boolean_t, int);
//: object vm_page_free_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_count;
//: object vm_page_free_min (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_min;
//: object vm_page_free_target (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_target;
//: object vm_page_free_wanted (vm/vm_page.h) ce9fbab0b8e464a1
unsigned int vm_page_free_wanted;
//: object vm_page_inactive_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_inactive_count;
//: object vm_page_inactive_target (vm/vm_page.h) 7b6932694d2b702c
int vm_page_inactive_target;
