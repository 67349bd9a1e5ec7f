/*
 *	test/suites_vm.h
 *
 *	The test suites of virtual memory and of threads, for the table of
 *	suites.
 */

#ifndef	_TEST_SUITES_VM_H_
#define	_TEST_SUITES_VM_H_

#include <test/ktest.h>

extern const struct ktest_suite vm_page_suite;
extern const struct ktest_suite vm_contiguous_suite;
extern const struct ktest_suite vm_object_suite;
extern const struct ktest_suite vm_map_suite;
extern const struct ktest_suite vm_pageout_suite;
extern const struct ktest_suite kern_zalloc_suite;
extern const struct ktest_suite kern_thread_suite;
extern const struct ktest_suite kern_lock_suite;
extern const struct ktest_suite kern_clock_suite;

/* In the order in which they run: what others rest on comes first. */
#define	VM_SUITES		\
	&vm_page_suite,		\
	&vm_contiguous_suite,	\
	&kern_zalloc_suite,	\
	&vm_object_suite,	\
	&vm_map_suite,		\
	&kern_clock_suite,	\
	&kern_thread_suite,	\
	&kern_lock_suite,	\
	&vm_pageout_suite

#endif	/* _TEST_SUITES_VM_H_ */
