// vm_page_wait of vm/vm_resident.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_page_wait (vm/vm_resident.c) e18bb1b393a22a92
void
vm_page_wait(
	void		(*continuation)(void))
{
	/*
	 *	The test uses the target, not the reserve.  A thread that
	 *	got null because of the reserve may find here that the
	 *	daemon was faster, but never that it has to wait without
	 *	the daemon having a reason to run.
	 */
	simple_lock(&vm_page_queue_free_lock);
	if (vm_page_free_count < vm_page_free_target ||
	    vm_page_external_count > vm_page_external_limit) {
		if (vm_page_free_wanted++ == 0)
			thread_wakeup((event_t) &vm_page_free_wanted);
		assert_wait((event_t) &vm_page_free_count, FALSE);
		simple_unlock(&vm_page_queue_free_lock);
		thread_block(continuation);
	} else
		simple_unlock(&vm_page_queue_free_lock);
}
//: declaration of vm_page_wait (vm/vm_resident.c) 5a578c25536e159d
void vm_page_wait(void (*)(void));
//: macro FALSE (include/mach/boolean.h) 5b55f5030ebe6d2d
#define FALSE	((boolean_t) 0)
//: macro THREAD_AWAKENED (kern/sched_prim.h) 3c8b8315b8e547df
#define THREAD_AWAKENED		0
//: macro simple_lock (kern/lock.h) 4311f10a0c35cfb0
#define simple_lock(l)
//: macro simple_unlock (kern/lock.h) 4311f10a0c35cfb0
#define simple_unlock(l)
//: macro thread_wakeup (kern/sched_prim.h) 3c90a95c9bb91f28
#define thread_wakeup(x)	\
	((void) thread_wakeup_prim((x), FALSE, THREAD_AWAKENED))
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef continuation_t (kern/sched_prim.h) 7022fd9eb38595df
typedef void (*continuation_t)(void)
//: typedef event_t (kern/sched_prim.h) bbccd59c2eb9b737
typedef void *event_t
//: prototype of assert_wait (kern/sched_prim.h) 831127b6ae053d4d
void assert_wait(event_t, boolean_t);
//: prototype of thread_block (kern/sched_prim.h) 5a578c25536e159d
void thread_block(continuation_t);
//: prototype of thread_wakeup_prim (kern/sched_prim.h) bc81d800b45ddd3d
boolean_t thread_wakeup_prim(event_t, boolean_t, int);
//: object vm_page_external_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_external_count;
//: object vm_page_external_limit (vm/vm_page.h) 7b6932694d2b702c
int vm_page_external_limit;
//: object vm_page_free_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_count;
//: object vm_page_free_target (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_target;
//: object vm_page_free_wanted (vm/vm_page.h) ce9fbab0b8e464a1
unsigned int vm_page_free_wanted;
