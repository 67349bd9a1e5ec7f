/*
 *	test/suites_machine.h: the test suites of the machine layer, for the
 *	table of suites.
 */
#ifndef	_TEST_SUITES_MACHINE_H_
#define	_TEST_SUITES_MACHINE_H_

#include <test/ktest.h>

extern const struct ktest_suite machine_suite;
extern const struct ktest_suite language_suite;
extern const struct ktest_suite pmap_suite;
extern const struct ktest_suite strings_suite;

#define	MACHINE_SUITES		\
	&language_suite,	\
	&strings_suite,		\
	&machine_suite,		\
	&pmap_suite

#endif	/* _TEST_SUITES_MACHINE_H_ */
