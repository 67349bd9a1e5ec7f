/*
 *	test/ktest.c: the runner of the in-kernel tests.
 */

#include <kern/printf.h>
#include <i386/i386at/machdep.h>
#include <test/ktest.h>
#include <test/suites_linux.h>
#include <test/suites_machine.h>
#include <test/suites_vm.h>

static const struct ktest_suite *const suites[] = {
	BOOT_SUITES,
	MACHINE_SUITES,
	VM_SUITES,
	LINUX_SUITES,
};

#define	SUITES	(sizeof(suites) / sizeof(suites[0]))

const void	*ktest_subject;
static boolean_t	case_failed;
static const char	*case_skipped;		/* the reason, or null */
static unsigned int	passed, failed, skipped;
static unsigned int	number;			/* of the current test */
static unsigned int	random_state = 4818;

void
ktest_fail(file, line, expression)
	const char	*file;
	int		line;
	const char	*expression;
{
	case_failed = TRUE;
	printf("# %s:%d: %s\n", file, line, expression);
}

void
ktest_fail_eq(file, line, expression, a, b)
	const char	*file;
	int		line;
	const char	*expression;
	long long	a, b;
{
	case_failed = TRUE;
	printf("# %s:%d: %s: %lld and %lld\n", file, line, expression, a, b);
}

void
ktest_skip(reason)
	const char	*reason;
{
	case_skipped = reason;
}

/*
 *	ktest_random:
 *
 *	Pseudo-random numbers, the same for the same seed (Marsaglia, "Xorshift
 *	RNGs", 2003).
 */
unsigned int
ktest_random(void)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 17;
	random_state ^= random_state << 5;
	return random_state;
}

const struct ktest_suite **
ktest_extra_suites(void)
{
	static const struct ktest_suite *none[1];

	return none;
}

/*
 *	selected:
 *
 *	Whether suite=NAME on the command line lets a suite run.
 */
static boolean_t
selected(const struct ktest_suite *suite)
{
	const char	*wanted = cmdline_value("suite");
	const char	*name = suite->name;

	if (wanted == (const char *) 0)
		return TRUE;
	while (*name != '\0' && *name == *wanted) {
		name++;
		wanted++;
	}
	return *name == '\0' && (*wanted == '\0' || *wanted == ' ');
}

static void
run_case(const struct ktest_suite *suite, const struct ktest_case *test)
{
	case_failed = FALSE;
	case_skipped = (const char *) 0;

	(*test->run)();

	number++;
	if (case_failed) {
		failed++;
		printf("not ok %u %s.%s\n", number, suite->name, test->name);
	} else if (case_skipped != (const char *) 0) {
		skipped++;
		printf("ok %u %s.%s # SKIP %s\n", number, suite->name,
		       test->name, case_skipped);
	} else {
		passed++;
		printf("ok %u %s.%s\n", number, suite->name, test->name);
	}
}

static void
run_suite(const struct ktest_suite *suite)
{
	unsigned int	i;

	if (!selected(suite))
		return;
	ktest_subject = suite->subject;
	for (i = 0; i < suite->count; i++)
		run_case(suite, &suite->cases[i]);
}

static unsigned int
count_cases(void)
{
	const struct ktest_suite **extra;
	unsigned int	count = 0;
	unsigned int	i;

	for (i = 0; i < SUITES; i++)
		if (selected(suites[i]))
			count += suites[i]->count;
	for (extra = ktest_extra_suites(); *extra != 0; extra++)
		if (selected(*extra))
			count += (*extra)->count;
	return count;
}

static void
read_seed(void)
{
	unsigned int	value = cmdline_number("seed");

	if (value != 0)
		random_state = value;
}

/*
 *	ktest_thread:
 *
 *	Run everything, report, and end the machine.  A run without a test,
 *	such as one of a misspelt suite, has not passed.
 */
void
ktest_thread(void)
{
	const struct ktest_suite **extra;
	unsigned int	count = count_cases();
	unsigned int	i;

	read_seed();
	printf("KTAP version 1\n");
	printf("1..%u\n", count);
	if (count == 0)
		printf("# no suite of that name\n");
	for (i = 0; i < SUITES; i++)
		run_suite(suites[i]);
	for (extra = ktest_extra_suites(); *extra != 0; extra++)
		run_suite(*extra);
	printf("# end of tests: %u passed, %u failed, %u skipped\n", passed,
	       failed, skipped);
	halt_all_cpus(failed == 0 && count != 0 ? EXIT_PASSED : EXIT_FAILED);
}
