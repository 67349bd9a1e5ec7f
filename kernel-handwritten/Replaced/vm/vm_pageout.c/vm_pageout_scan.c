// vm_pageout_scan of vm/vm_pageout.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_pageout_scan (vm/vm_pageout.c) 5053c37d0e28ca4c
static void
vm_pageout_scan()
{
	unsigned int	burst_count;
	unsigned int	looked;
	vm_page_t	m;
	boolean_t	want_pages;
	unsigned int	msecs;

    restart:
	vm_pageout_collect();
	burst_count = 0;
	looked = 0;

	for (;;) {
		vm_page_lock_queues();
		vm_pageout_balance();

		simple_lock(&vm_page_queue_free_lock);
		if (vm_pageout_enough()) {
			vm_page_unlock_queues();
			return;
		}
		want_pages = vm_page_free_count < vm_page_free_target ||
			     vm_page_free_wanted != 0;
		simple_unlock(&vm_page_queue_free_lock);

		/*
		 *	Nothing to choose from, a burst written, or once
		 *	round the queue without success: give others a
		 *	chance to change the picture.
		 */
		if (vm_page_inactive_count == 0) {
			msecs = vm_pageout_empty_wait;
			goto pause;
		}
		if (burst_count >= vm_pageout_burst_max ||
		    vm_page_laundry_count >= (int) vm_pageout_burst_max ||
		    (vm_page_free_count < vm_pageout_reserved_really &&
		     vm_page_laundry_count > 0)) {
			msecs = burst_count * vm_pageout_burst_wait;
			goto pause;
		}
		if (looked > (unsigned int) (vm_page_active_count +
					     vm_page_inactive_count)) {
			msecs = vm_pageout_empty_wait;
			goto pause;
		}

		m = vm_pageout_choose(want_pages);
		vm_page_unlock_queues();

		if (m == VM_PAGE_NULL) {
			/*
			 *	Too many external pages, and all of them
			 *	in use.  They will come by.
			 */
			simple_lock(&vm_page_queue_free_lock);
			if (vm_page_free_wanted == 0)
				return;
			simple_unlock(&vm_page_queue_free_lock);
			msecs = vm_pageout_empty_wait;
			goto pause_unlocked;
		}

		switch (vm_pageout_inspect(m)) {
		case PAGEOUT_FREED:
			looked = 0;
			break;
		case PAGEOUT_LAUNDERED:
			looked = 0;
			burst_count++;
			break;
		case PAGEOUT_KEPT:
			looked++;
			break;
		}
	}

    pause:
	vm_page_unlock_queues();
    pause_unlocked:
	vm_pageout_pause(msecs);
	goto restart;
}
//: declaration of vm_pageout_scan (vm/vm_pageout.c) ef86153a7b29c826
static void vm_pageout_scan();
//: macro VM_PAGE_NULL (vm/vm_page.h) cf018e3d9f32d889
#define VM_PAGE_NULL		((vm_page_t) 0)
//: macro simple_lock (kern/lock.h) 4311f10a0c35cfb0
#define simple_lock(l)
//: macro simple_unlock (kern/lock.h) 4311f10a0c35cfb0
#define simple_unlock(l)
//: macro vm_page_lock_queues (vm/vm_page.h) 0442d32bba1124ca
#define vm_page_lock_queues()	simple_lock(&vm_page_queue_lock)
//: macro vm_page_unlock_queues (vm/vm_page.h) eb4fa8380f2a4296
#define vm_page_unlock_queues()	simple_unlock(&vm_page_queue_lock)
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: enumeration vm_pageout_verdict (vm/vm_pageout.c) c75d301f1ba7c4cd
enum vm_pageout_verdict : unsigned int
//: enumerator PAGEOUT_FREED (vm/vm_pageout.c) 7212c2b3cb8b3ce4
PAGEOUT_FREED = 0
//: enumerator PAGEOUT_KEPT (vm/vm_pageout.c) 7b788ec58097b70b
PAGEOUT_KEPT = 1
//: enumerator PAGEOUT_LAUNDERED (vm/vm_pageout.c) 5433710e54a41195
PAGEOUT_LAUNDERED = 2
//: prototype of vm_pageout_balance (vm/vm_pageout.c) ef86153a7b29c826
static void vm_pageout_balance();
//: prototype of vm_pageout_choose (vm/vm_pageout.c) c51183a9a24d6c35
static vm_page_t vm_pageout_choose(boolean_t);
//: prototype of vm_pageout_collect (vm/vm_pageout.c) ef86153a7b29c826
static void vm_pageout_collect();
//: prototype of vm_pageout_enough (vm/vm_pageout.c) ecb394e110a60a14
static boolean_t vm_pageout_enough();
//: prototype of vm_pageout_inspect (vm/vm_pageout.c) 115a173e4f6beb5b
static enum vm_pageout_verdict vm_pageout_inspect(vm_page_t);
//: prototype of vm_pageout_pause (vm/vm_pageout.c) c9432a44a6bad199
static void vm_pageout_pause(unsigned int);
//: object vm_page_active_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_active_count;
//: object vm_page_free_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_count;
//: object vm_page_free_target (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_target;
//: object vm_page_free_wanted (vm/vm_page.h) ce9fbab0b8e464a1
unsigned int vm_page_free_wanted;
//: object vm_page_inactive_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_inactive_count;
//: object vm_page_laundry_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_laundry_count;
//: object vm_pageout_burst_max (vm/vm_pageout.c) ce9fbab0b8e464a1
unsigned int vm_pageout_burst_max;
//: object vm_pageout_burst_wait (vm/vm_pageout.c) ce9fbab0b8e464a1
unsigned int vm_pageout_burst_wait;
//: object vm_pageout_empty_wait (vm/vm_pageout.c) ce9fbab0b8e464a1
unsigned int vm_pageout_empty_wait;
//: object vm_pageout_reserved_really (vm/vm_pageout.c) 7b6932694d2b702c
int vm_pageout_reserved_really;
