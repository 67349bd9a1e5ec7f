/*
 *	test/test_vm_util.c
 *
 *	What the tests of memory and threads share.
 */

#include <test/test_vm_util.h>

/*
 *	hoard_init:
 *
 *	Begin without pages.
 */
void
hoard_init(struct page_hoard *hoard)
{
	hoard->first = VM_PAGE_NULL;
	hoard->count = 0;
}

/*
 *	hoard_one:
 *
 *	Take one page; FALSE if it is refused.
 */
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

/*
 *	hoard_down_to:
 *
 *	Take pages until so many are left free.
 */
void
hoard_down_to(struct page_hoard *hoard, int free)
{
	while (vm_page_free_count > free && hoard_one(hoard))
		continue;
}

/*
 *	hoard_all:
 *
 *	Take all pages that an ordinary thread can get.
 */
void
hoard_all(struct page_hoard *hoard)
{
	while (hoard_one(hoard))
		continue;
}

/*
 *	hoard_release:
 *
 *	Give pages back, the one taken last first.
 */
void
hoard_release(struct page_hoard *hoard, unsigned int count)
{
	vm_page_t	m;

	while (count-- > 0 && hoard->count > 0) {
		m = hoard->first;
		hoard->first = (vm_page_t) m->pageq.next;
		hoard->count--;
		vm_page_release(m, FALSE);
	}
}

/*
 *	test_sleep:
 *
 *	Let others run for a while.
 */
void
test_sleep(unsigned int msecs)
{
	thread_will_wait_with_timeout(current_thread(), msecs);
	thread_block(thread_no_continuation);
}

/*
 *	test_thread:
 *
 *	Threads are not preempted, so the new one cannot end before the
 *	reference is taken.
 */
thread_t
test_thread(continuation_t start, void *arg, int pri)
{
	thread_t	thread = kernel_thread(kernel_task, start, arg);

	thread_reference(thread);
	(void) thread_policy(thread, POLICY_FIXEDPRI, pri);
	return thread;
}

void
test_join(thread_t thread)
{
	thread_wait_terminated(thread);
	thread_deallocate(thread);
}

/*
 *	test_page_at:
 *
 *	All memory of this kernel is in its direct map.
 */
vm_offset_t
test_page_at(vm_offset_t phys_addr)
{
	return phystokv(phys_addr);
}

/*
 *	test_random:
 *
 *	Marsaglia's xorshift generator with the triple (13, 17, 5).
 */
unsigned int
test_random(unsigned int *state)
{
	unsigned int	x = *state;

	x ^= x << 13;
	x ^= x >> 17;
	x ^= x << 5;
	return *state = x;
}

/*
 *	test_pattern:
 *
 *	The word that belongs at an index.
 */
static inline unsigned int
test_pattern(unsigned int seed, unsigned int i)
{
	return (seed ^ 0x9e3779b9) + i * 0x01000193;
}

void
test_fill(vm_offset_t addr, vm_size_t size, unsigned int seed)
{
	volatile unsigned int *p = (volatile unsigned int *) addr;
	unsigned int	i;

	for (i = 0; i < size / sizeof *p; i++)
		p[i] = test_pattern(seed, i);
}

boolean_t
test_intact(vm_offset_t addr, vm_size_t size, unsigned int seed)
{
	volatile unsigned int *p = (volatile unsigned int *) addr;
	unsigned int	i;

	for (i = 0; i < size / sizeof *p; i++)
		if (p[i] != test_pattern(seed, i))
			return FALSE;
	return TRUE;
}

boolean_t
test_zero(vm_offset_t addr, vm_size_t size)
{
	volatile unsigned int *p = (volatile unsigned int *) addr;
	unsigned int	i;

	for (i = 0; i < size / sizeof *p; i++)
		if (p[i] != 0)
			return FALSE;
	return TRUE;
}
