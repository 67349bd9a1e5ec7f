/* flags: -funsigned-char */
#include <stdio.h>

/* Comparisons of vectors of bytes are vectors of char, which has no sign here. */
typedef signed char sc __attribute__((vector_size(16)));
typedef unsigned char uc __attribute__((vector_size(16)));
typedef char cc __attribute__((vector_size(16)));
typedef char c8 __attribute__((ext_vector_type(8)));

static unsigned hash;

static void add(const void *p, int size)
{
	const unsigned char *bytes = p;
	while (size--)
		hash = hash * 31 + *bytes++;
}

#define TEST(t)                                                        \
	static void test_##t(int k)                                    \
	{                                                              \
		t a, b;                                                \
		for (int i = 0; i < 16; i++) {                         \
			a[i] = (i * 7 + k) % 50 + 1;                   \
			b[i] = (i * 5 + 2 * k) % 40 + 1;               \
		}                                                      \
		t x = a < b;                                           \
		add(&x, sizeof x);                                     \
		x = (a == b) >> 1;                                     \
		add(&x, sizeof x);                                     \
		x |= a > b;                                            \
		add(&x, sizeof x);                                     \
		x = (a <= b) & a;                                      \
		add(&x, sizeof x);                                     \
		x = a & (a != b);                                      \
		add(&x, sizeof x);                                     \
		x = (a < b) > (b < a);                                 \
		add(&x, sizeof x);                                     \
		x = (a < b) > (b < a);                                 \
		add(&x, sizeof x);                                     \
		cc y = (cc)(a >= b) / 3;                               \
		add(&y, sizeof y);                                     \
	}

TEST(sc)
TEST(uc)
TEST(cc)

int main(void)
{
	for (int k = 0; k < 9; k++) {
		test_sc(k);
		test_uc(k);
		test_cc(k);
	}
	c8 e = { 1, 0, 200, 0, 5 };
	c8 not = !e;
	add(&not, sizeof not);
	printf("%x %d %d\n", hash, not[0], not[1]);
	return 0;
}
