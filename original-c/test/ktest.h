/*
 *	test/ktest.h: tests that run inside the kernel and report in KTAP (the
 *	Linux kernel's documentation, "The Kernel Test Anything Protocol",
 *	version 1).
 */
#ifndef	_TEST_KTEST_H_
#define	_TEST_KTEST_H_

#include <mach/boolean.h>

struct ktest_case {
	const char	*name;
	void		(*run)(void);
};

struct ktest_suite {
	const char	*name;
	const struct ktest_case *cases;
	unsigned int	count;
	const void	*subject;	/* what the cases are about, or null */
};

#define	KTEST_SUITE(name, cases)	KTEST_SUITE_OF(name, cases, 0)

#define	KTEST_SUITE_OF(name, cases, subject)	\
	{ (name), (cases), sizeof(cases) / sizeof((cases)[0]), (subject) }

/* The subject of the suite that runs. */
extern const void *ktest_subject;

/*
 *	A condition that must hold; the test goes on either way.
 */
#define	KTEST_EXPECT(e)	\
	({ if (!(e)) ktest_fail(__FILE__, __LINE__, #e); })

#define	KTEST_EXPECT_EQ(a, b)	\
	({ long long _a = (long long) (a), _b = (long long) (b); \
	   if (_a != _b) ktest_fail_eq(__FILE__, __LINE__, #a " == " #b, _a, _b); })

/*
 *	What the test needs is not there: the caller leaves it.
 */
#define	KTEST_SKIP(reason)	ktest_skip(reason)

extern void	ktest_fail(const char *file, int line, const char *expression);
extern void	ktest_fail_eq(const char *file, int line,
			      const char *expression, long long a, long long b);
extern void	ktest_skip(const char *reason);
extern unsigned int ktest_random(void);
extern void	ktest_thread(void) __attribute__((noreturn));

/*
 *	More suites, a list that ends in null; the C kernel has none.
 */
extern const struct ktest_suite **ktest_extra_suites(void);

#endif	/* _TEST_KTEST_H_ */
