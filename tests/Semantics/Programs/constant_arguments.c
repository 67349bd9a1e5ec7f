/* flags: -msse2 */
/* Macros that hand an argument to a builtin which wants a constant. */
#include <stdio.h>

typedef int four __attribute__((vector_size(16)));

#define ORDERED(v, n) ((four)__builtin_ia32_pshufd((v), (n)))
#define IS(x, classes) (!!__builtin_isfpclass((x), (classes)))
#define NEAR(p, kind) __builtin_prefetch((p), (kind), 3)
#define ALIGNED(p, n) ((int *)__builtin_assume_aligned((p), (n)))

static int sum(four v)
{
	return v[0] + v[1] * 10 + v[2] * 100 + v[3] * 1000;
}

int main(int argc, char **argv)
{
	four v = { argc, 2, 3, 4 };
	double d = argc * 2.5, zero = argc - 1.0;
	NEAR(&v, 0);
	NEAR(&d, 1);
	printf("%d %d\n", sum(ORDERED(v, 0x1b)), sum(ORDERED(v, 0x39)));
	printf("%d %d %d\n", IS(d, 0x100), IS(d, 3), IS(zero, 0x40 | 0x20));
	printf("%d\n", *ALIGNED(&v, 16) + *ALIGNED(&v, 4));
	return 0;
}
