/*
 *	test/test_vm_util.h
 *
 *	What the tests of memory and threads share.
 */

#ifndef	_TEST_VM_UTIL_H_
#define	_TEST_VM_UTIL_H_

#include <mach/boolean.h>
#include <mach/vm_param.h>
#include <kern/mach_clock.h>
#include <kern/sched_prim.h>
#include <kern/task.h>
#include <kern/thread.h>
#include <vm/vm_page.h>

/*
 *	Pages that a test holds: a list through pageq.next, which belongs
 *	to whoever has a page that is on no queue.
 */
struct page_hoard {
	vm_page_t	first;
	unsigned int	count;
};

extern void		hoard_init(struct page_hoard *hoard);
extern boolean_t	hoard_one(struct page_hoard *hoard);
extern void		hoard_down_to(struct page_hoard *hoard, int free);
extern void		hoard_all(struct page_hoard *hoard);
extern void		hoard_release(struct page_hoard *hoard,
				      unsigned int count);

/* Sleep. */
extern void		test_sleep(unsigned int msecs);

/* Start a thread of a fixed priority, with a reference for the caller. */
extern thread_t		test_thread(continuation_t start, void *arg, int pri);

/* Wait for its end and drop the reference. */
extern void		test_join(thread_t thread);

#define	thread_arg(type)	((type) current_thread()->saved.other)

/* Where the memory of a page can be read and written, until the next call. */
extern vm_offset_t	test_page_at(vm_offset_t phys_addr);

/* A reproducible sequence of numbers. */
extern unsigned int	test_random(unsigned int *state);

/* Fill memory with a pattern, and check that it is still there. */
extern void		test_fill(vm_offset_t addr, vm_size_t size,
				  unsigned int seed);
extern boolean_t	test_intact(vm_offset_t addr, vm_size_t size,
				    unsigned int seed);
extern boolean_t	test_zero(vm_offset_t addr, vm_size_t size);

#endif	/* _TEST_VM_UTIL_H_ */
