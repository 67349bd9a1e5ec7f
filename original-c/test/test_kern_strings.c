/*
 *	test/test_kern_strings.c: blocks of memory and strings, against loops
 *	that go byte by byte.
 */

#include <mach/boolean.h>
#include <kern/strings.h>
#include <test/ktest.h>
#include <test/suites_machine.h>

#define	AREA	96

static unsigned char	area[AREA];	/* what the functions work on */
static unsigned char	model[AREA];	/* what it should look like */

/*
 *	Through volatile, so that the compiler cannot make calls of the
 *	functions under test from the loops that judge them.
 */
static void
refill(void)
{
	volatile unsigned char *a = area, *m = model;
	unsigned int	i;

	for (i = 0; i < AREA; i++)
		a[i] = m[i] = (unsigned char) ktest_random();
}

static boolean_t
as_modelled(void)
{
	volatile unsigned char *a = area, *m = model;
	unsigned int	i;

	for (i = 0; i < AREA; i++)
		if (a[i] != m[i])
			return FALSE;
	return TRUE;
}

/*
 *	Every length up to 40 bytes, at every distance up to 17 in both
 *	directions: nothing else may change.
 */
static void
test_memmove(void)
{
	volatile unsigned char *m = model;
	unsigned int	n, i, to, wrong = 0;

	for (n = 0; n <= 40; n++)
		for (to = 8; to <= 42; to++) {
			refill();
			if (to <= 25)
				for (i = 0; i < n; i++)
					m[to + i] = m[25 + i];
			else
				for (i = n; i-- > 0; )
					m[to + i] = m[25 + i];
			if (memmove(&area[to], &area[25], n) != &area[to]
			    || !as_modelled())
				wrong++;
		}
	KTEST_EXPECT_EQ(wrong, 0);
}

static void
test_memcpy(void)
{
	volatile unsigned char *m = model;
	unsigned int	n, i, from, wrong = 0;

	for (n = 0; n <= 40; n++)
		for (from = 0; from < 8; from++) {
			refill();
			for (i = 0; i < n; i++)
				m[51 + i] = m[from + i];
			if (memcpy(&area[51], &area[from], n) != &area[51]
			    || !as_modelled())
				wrong++;
		}
	KTEST_EXPECT_EQ(wrong, 0);
}

/*
 *	Only the low byte of the value counts.
 */
static void
test_memset(void)
{
	volatile unsigned char *m = model;
	unsigned int	n, i, to, wrong = 0;

	for (n = 0; n <= 40; n++)
		for (to = 8; to < 16; to++) {
			refill();
			for (i = 0; i < n; i++)
				m[to + i] = 0xa5;
			if (memset(&area[to], 0x7ffffea5, n) != &area[to]
			    || !as_modelled())
				wrong++;
		}
	KTEST_EXPECT_EQ(wrong, 0);
}

static int
sign(int i)
{
	return (i > 0) - (i < 0);
}

static void
test_memcmp(void)
{
	static const unsigned char low[] = { 1, 2, 3, 0x7f, 9 };
	static const unsigned char high[] = { 1, 2, 3, 0x80, 0 };

	KTEST_EXPECT_EQ(memcmp(low, high, 3), 0);
	KTEST_EXPECT_EQ(sign(memcmp(low, high, 4)), -1);
	KTEST_EXPECT_EQ(sign(memcmp(high, low, 5)), 1);
	KTEST_EXPECT_EQ(memcmp(low, high, 0), 0);
	KTEST_EXPECT_EQ(memcmp("a\0b", "a\0b", 4), 0);
	KTEST_EXPECT_EQ(sign(memcmp("a\0b", "a\0c", 4)), -1);
}

static void
test_strings(void)
{
	KTEST_EXPECT_EQ(strlen(""), 0);
	KTEST_EXPECT_EQ(strlen("kernel"), 6);
	KTEST_EXPECT_EQ(strlen("ker\0nel"), 3);

	KTEST_EXPECT_EQ(strcmp("", ""), 0);
	KTEST_EXPECT_EQ(strcmp("map", "map"), 0);
	KTEST_EXPECT_EQ(sign(strcmp("map", "maps")), -1);
	KTEST_EXPECT_EQ(sign(strcmp("maps", "map")), 1);
	KTEST_EXPECT_EQ(sign(strcmp("mbp", "map")), 1);
	KTEST_EXPECT_EQ(sign(strcmp("\x80", "\x7f")), 1);

	KTEST_EXPECT_EQ(strncmp("mapper", "maps", 3), 0);
	KTEST_EXPECT_EQ(sign(strncmp("mapper", "maps", 4)), -1);
	KTEST_EXPECT_EQ(strncmp("map\0x", "map\0y", 5), 0);
	KTEST_EXPECT_EQ(strncmp("a", "b", 0), 0);
	KTEST_EXPECT_EQ(sign(strncmp("\x80", "\x7f", 1)), 1);
}

static const struct ktest_case strings_cases[] = {
	{ "memmove", test_memmove },
	{ "memcpy", test_memcpy },
	{ "memset", test_memset },
	{ "memcmp", test_memcmp },
	{ "strings", test_strings },
};

const struct ktest_suite strings_suite = KTEST_SUITE("strings", strings_cases);
