// vm_pageout_choose of vm/vm_pageout.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_pageout_choose (vm/vm_pageout.c) abdc3446196aa23d
static vm_page_t
vm_pageout_choose(want_pages)
	boolean_t	want_pages;
{
	vm_page_t	m;

	queue_iterate(&vm_page_queue_inactive, m, vm_page_t, pageq) {
		assert(m->inactive && !m->active);
		if (want_pages || m->external) {
			VM_PAGE_QUEUES_REMOVE(m);
			return m;
		}
	}

	return VM_PAGE_NULL;
}
//: declaration of vm_pageout_choose (vm/vm_pageout.c) c51183a9a24d6c35
static vm_page_t vm_pageout_choose(boolean_t);
//: macro FALSE (include/mach/boolean.h) 5b55f5030ebe6d2d
#define FALSE	((boolean_t) 0)
//: macro MACRO_BEGIN (kern/macro_help.h) 127f6ba2078268f7
#define MACRO_BEGIN	do {
//: macro MACRO_END (kern/macro_help.h) 99389447020b0c53
#define MACRO_END	} while (0)
//: macro VM_PAGE_NULL (vm/vm_page.h) cf018e3d9f32d889
#define VM_PAGE_NULL		((vm_page_t) 0)
//: macro VM_PAGE_QUEUES_REMOVE (vm/vm_page.h) 39659ca1b0b539fe
#define VM_PAGE_QUEUES_REMOVE(mem)				\
	MACRO_BEGIN						\
	if ((mem)->active) {					\
		queue_remove(&vm_page_queue_active,		\
			     (mem), vm_page_t, pageq);		\
		(mem)->active = FALSE;				\
		vm_page_active_count--;				\
	}							\
	if ((mem)->inactive) {					\
		queue_remove(&vm_page_queue_inactive,		\
			     (mem), vm_page_t, pageq);		\
		(mem)->inactive = FALSE;			\
		vm_page_inactive_count--;			\
	}							\
	MACRO_END
//: macro assert (kern/assert.h) 0eeff2baa7e01d39
#define assert(ex)	\
	({ if (!(ex)) Assert(#ex, __FILE__, __LINE__); (void) 0; })
//: macro queue_chain_of (kern/queue.h) cdf774385d950317
#define queue_chain_of(head, neighbour, type, field)		\
	((head) == (neighbour) ? (head) : &((type) (neighbour))->field)
//: macro queue_end (kern/queue.h) b418dfd30065d39e
#define queue_end(q, qe)	((q) == (qe))
//: macro queue_first (kern/queue.h) 6252ac9c4430b91c
#define queue_first(q)		((q)->next)
//: macro queue_iterate (kern/queue.h) 19dcfc3019c5134a
#define queue_iterate(head, elt, type, field)			\
	for ((elt) = (type) queue_first(head);			\
	     !queue_end((head), (queue_entry_t) (elt));		\
	     (elt) = (type) queue_next(&(elt)->field))
//: macro queue_next (kern/queue.h) ac60a35c8b8d62fa
#define queue_next(qc)		((qc)->next)
//: macro queue_remove (kern/queue.h) eaa796b4f2ca816f
#define queue_remove(head, elt, type, field)			\
	MACRO_BEGIN						\
	queue_entry_t	_next = (elt)->field.next;		\
	queue_entry_t	_prev = (elt)->field.prev;		\
								\
	queue_chain_of(head, _next, type, field)->prev = _prev;	\
	queue_chain_of(head, _prev, type, field)->next = _next;	\
	MACRO_END
//: layout of struct queue_entry (kern/queue.h) 4fdca81ad635f41d
struct queue_entry { // 8 bytes, aligned to 4
    struct queue_entry *next; // at 0
    struct queue_entry *prev; // at 4
}
//: layout of struct vm_page (vm/vm_page.h) bb387df59732cfcc
struct vm_page { // 48 bytes, aligned to 4
    queue_chain_t pageq; // at 0
    unsigned int inactive : 1; // at 30, bit 0
    unsigned int active : 1; // at 30, bit 1
    unsigned int external : 1; // at 30, bit 5
}
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef queue_chain_t (kern/queue.h) 3e016ca01ed062c9
typedef struct queue_entry queue_chain_t
//: typedef queue_entry_t (kern/queue.h) 916307ec57656dcd
typedef struct queue_entry *queue_entry_t
//: typedef queue_head_t (kern/queue.h) 3e016ca01ed062c9
typedef struct queue_entry queue_head_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: prototype of Assert (kern/assert.h) a445881d6dce809c
void Assert(const char *, const char *, int);
//: object vm_page_active_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_active_count;
//: object vm_page_inactive_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_inactive_count;
//: object vm_page_queue_active (vm/vm_page.h) aa4edb5c371c7b0f
queue_head_t vm_page_queue_active;
//: object vm_page_queue_inactive (vm/vm_page.h) aa4edb5c371c7b0f
queue_head_t vm_page_queue_inactive;
