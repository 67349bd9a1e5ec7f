/*
 *	test/test_language.c: C as the kernel uses it, against results that the
 *	standard prescribes.
 */

#include <mach/boolean.h>
#include <test/ktest.h>
#include <test/suites_machine.h>

struct bits {
	unsigned int	low:3,
			mid:11;
	int		sign:5;
	unsigned int	high:13;
	unsigned char	tail;
};

static void
test_bit_fields(void)
{
	struct bits	b = { 5, 1234, -7, 8191, 200 };

	KTEST_EXPECT_EQ(sizeof(struct bits), 8);
	KTEST_EXPECT_EQ(b.low, 5);
	KTEST_EXPECT_EQ(b.mid, 1234);
	KTEST_EXPECT_EQ(b.sign, -7);
	KTEST_EXPECT_EQ(b.high, 8191);
	KTEST_EXPECT_EQ(b.tail, 200);
	b.mid += 1000;			/* wraps in 11 bits */
	b.low += 4;
	b.sign -= 9;			/* so does this, in 5 */
	KTEST_EXPECT_EQ(b.mid, (1234 + 1000) & 0x7ff);
	KTEST_EXPECT_EQ(b.low, 1);
	KTEST_EXPECT_EQ(b.sign, -16);
	KTEST_EXPECT_EQ(b.high, 8191);
}

union value {
	unsigned int	word;
	unsigned short	half[2];
	unsigned char	byte[4];
	struct {
		unsigned int	lo:16, hi:16;
	} part;
};

static void
test_unions(void)
{
	union value	v;

	v.word = 0x12345678;
	KTEST_EXPECT_EQ(v.half[0], 0x5678);
	KTEST_EXPECT_EQ(v.byte[3], 0x12);
	KTEST_EXPECT_EQ(v.part.hi, 0x1234);
	v.byte[0] = 0xff;
	v.part.hi = 1;
	KTEST_EXPECT_EQ(v.word, 0x000156ff);
}

/*
 *	64-bit arithmetic; the volatile keeps the compiler from folding it.
 */
static void
test_long_long(void)
{
	volatile unsigned long long	u = 0xfedcba9876543210ULL;
	volatile long long		s = -1234567890123456789LL;
	volatile unsigned int		n = 12;

	KTEST_EXPECT_EQ(u / 1000000007ULL, 18364758415ULL);
	KTEST_EXPECT_EQ(u % 97, 22);
	KTEST_EXPECT_EQ(s / 1000, -1234567890123456LL);
	KTEST_EXPECT_EQ(s % 1000, -789);
	KTEST_EXPECT_EQ(u >> n, 0x000fedcba9876543ULL);
	KTEST_EXPECT_EQ(u << n, 0xcba9876543210000ULL);
	KTEST_EXPECT_EQ(s >> 40, -1122833);
	KTEST_EXPECT_EQ((unsigned int) (u * 3), 0x62fc9630U);
	KTEST_EXPECT(s < 0 && u > 0x7fffffffffffffffULL);
}

/*
 *	Division of 64 bits by 64: some by hand, and many by the identity that
 *	quotient and remainder must satisfy.
 */
static void
test_division(void)
{
	volatile unsigned long long	u = 0xfedcba9876543210ULL;
	volatile long long		n = -1000000000000000003LL;
	volatile long long		d = 10000000019LL;
	unsigned long long		a, b;
	unsigned int			i, wrong = 0;

	KTEST_EXPECT_EQ(u / u, 1);
	KTEST_EXPECT_EQ(u / (u - 1), 1);
	KTEST_EXPECT_EQ(u % (u - 1), 1);
	KTEST_EXPECT_EQ(1 / u, 0);
	KTEST_EXPECT_EQ(u / 0x100000000ULL, 0xfedcba98);
	KTEST_EXPECT_EQ(u % 0x100000000ULL, 0x76543210);
	KTEST_EXPECT_EQ(u / 0x100000001ULL, 0xfedcba97);
	KTEST_EXPECT_EQ(n / d, -99999999LL);
	KTEST_EXPECT_EQ(n % d, -8100000022LL);
	KTEST_EXPECT_EQ(n / -d, 99999999LL);
	KTEST_EXPECT_EQ(n % -d, -8100000022LL);
	KTEST_EXPECT_EQ(-n / -d, -99999999LL);
	KTEST_EXPECT_EQ(-n % -d, 8100000022LL);

	for (i = 0; i < 1000; i++) {
		a = (unsigned long long) ktest_random() << 32 | ktest_random();
		b = (unsigned long long) ktest_random() << 32 | ktest_random();
		b = b >> (i & 63) | 1;
		if (a / b * b + a % b != a || a % b >= b)
			wrong++;
	}
	KTEST_EXPECT_EQ(wrong, 0);
}

static void
test_conversions(void)
{
	volatile signed char	c = -1;
	volatile unsigned char	uc = 255;
	volatile short		h = -32768;
	volatile unsigned int	u = 0x80000000U;
	volatile int		i = -2;

	KTEST_EXPECT_EQ((unsigned int) c, 0xffffffffU);
	KTEST_EXPECT_EQ((signed char) uc, -1);
	KTEST_EXPECT_EQ(uc << 24 >> 24, -1);
	KTEST_EXPECT_EQ((unsigned short) h, 0x8000);
	KTEST_EXPECT_EQ((int) u < 0, 1);
	KTEST_EXPECT((unsigned int) i > u);
	KTEST_EXPECT_EQ(i / 4, 0);
	KTEST_EXPECT_EQ(i % 4, -2);
	KTEST_EXPECT_EQ(i >> 1, -1);
	KTEST_EXPECT_EQ((u >> 4) + (unsigned int) i, 0x07fffffeU);
}

static int	calls;

static int
called(int result)
{
	calls = calls * 10 + result;
	return result;
}

static void
test_evaluation(void)
{
	int		a[4] = { 1, 2 };
	int		i = 0, r;

	calls = 0;
	r = called(0) && called(1);
	KTEST_EXPECT_EQ(r, 0);
	r = called(2) || called(3);
	KTEST_EXPECT_EQ(r, 1);
	KTEST_EXPECT_EQ(calls, 2);
	a[i++] += 10;
	KTEST_EXPECT_EQ(a[0], 11);
	KTEST_EXPECT_EQ(i, 1);
	r = (i++, i + a[1]);
	KTEST_EXPECT_EQ(r, 4);
	r = ({ int x = i; x *= 3; x + 1; });
	KTEST_EXPECT_EQ(r, 7);
	r = a[3] ?: 5;
	KTEST_EXPECT_EQ(r, 5);
}

static int
classify(int c)
{
	switch (c) {
	case 0:
		return 0;
	case '0' ... '9':
		c = 1;
		break;
	case 'a':
	case 'e':
		c = 2;
		/* fall through */
	case 'i':
		c += 10;
		break;
	default:
		goto other;
	}
	return c;
other:
	return -1;
}

static void
test_switch(void)
{
	KTEST_EXPECT_EQ(classify(0), 0);
	KTEST_EXPECT_EQ(classify('5'), 1);
	KTEST_EXPECT_EQ(classify('e'), 12);
	KTEST_EXPECT_EQ(classify('i'), 'i' + 10);
	KTEST_EXPECT_EQ(classify('z'), -1);
}

struct ops {
	const char	*name;
	int		(*binary)(int, int);
};

static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }

static const struct ops	table[] = {
	{ "add", add },
	{ .binary = sub, .name = "sub" },
};

static void
test_tables(void)
{
	const struct ops *op;
	int		r = 100;

	for (op = table; op < table + sizeof(table) / sizeof(table[0]); op++)
		r = r * 10 + (*op->binary)(7, 3);
	KTEST_EXPECT_EQ(r, 10104);
	KTEST_EXPECT(table[0].binary == add && table[1].binary != add);
	KTEST_EXPECT_EQ(table[1].name[1], 'u');
}

static int	matrix[3][4] = { { 1, 2, 3, 4 }, { 5 }, [2] = { [3] = 9 } };

static void
test_arrays(void)
{
	int		(*row)[4] = matrix;
	int		*p = &matrix[1][0];

	KTEST_EXPECT_EQ(matrix[2][3], 9);
	KTEST_EXPECT_EQ(row[1][0], 5);
	KTEST_EXPECT_EQ((*(row + 2))[3], 9);
	KTEST_EXPECT_EQ(p[-1], 4);
	KTEST_EXPECT_EQ(&matrix[2][3] - &matrix[0][0], 11);
	KTEST_EXPECT_EQ(sizeof(matrix) / sizeof(matrix[0]), 3);
}

static const struct ktest_case language_cases[] = {
	{ "bit_fields", test_bit_fields },
	{ "unions", test_unions },
	{ "long_long", test_long_long },
	{ "division", test_division },
	{ "conversions", test_conversions },
	{ "evaluation", test_evaluation },
	{ "switch", test_switch },
	{ "tables", test_tables },
	{ "arrays", test_arrays },
};

const struct ktest_suite language_suite = KTEST_SUITE("language", language_cases);
