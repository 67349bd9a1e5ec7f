// vm_pageout_continue of vm/vm_pageout.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_pageout_continue (vm/vm_pageout.c) f79bd5f508656ae9
static void
vm_pageout_continue()
{
	for (;;) {
		vm_pageout_scan();
		/* The scan left the free list locked; nobody waits. */

		assert(vm_page_free_wanted == 0);
		assert_wait((event_t) &vm_page_free_wanted, FALSE);
		simple_unlock(&vm_page_queue_free_lock);
		thread_block(thread_no_continuation);
	}
}
//: declaration of vm_pageout_continue (vm/vm_pageout.c) ef86153a7b29c826
static void vm_pageout_continue();
//: macro FALSE (include/mach/boolean.h) 5b55f5030ebe6d2d
#define FALSE	((boolean_t) 0)
//: macro assert (kern/assert.h) 0eeff2baa7e01d39
#define assert(ex)	\
	({ if (!(ex)) Assert(#ex, __FILE__, __LINE__); (void) 0; })
//: macro simple_unlock (kern/lock.h) 4311f10a0c35cfb0
#define simple_unlock(l)
//: macro thread_no_continuation (kern/sched_prim.h) 5c943379d860742d
#define thread_no_continuation	((continuation_t) 0)
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef continuation_t (kern/sched_prim.h) 7022fd9eb38595df
typedef void (*continuation_t)(void)
//: typedef event_t (kern/sched_prim.h) bbccd59c2eb9b737
typedef void *event_t
//: prototype of Assert (kern/assert.h) a445881d6dce809c
void Assert(const char *, const char *, int);
//: prototype of assert_wait (kern/sched_prim.h) 831127b6ae053d4d
void assert_wait(event_t, boolean_t);
//: prototype of thread_block (kern/sched_prim.h) 5a578c25536e159d
void thread_block(continuation_t);
//: prototype of vm_pageout_scan (vm/vm_pageout.c) ef86153a7b29c826
static void vm_pageout_scan();
//: object vm_page_free_wanted (vm/vm_page.h) ce9fbab0b8e464a1
unsigned int vm_page_free_wanted;
