/* Jumps with buffers of five words. */
#include <stdio.h>
static void *buf[5], *other[5];
static int depth(int n)
{
	volatile char pad[100];

	pad[n] = 1;
	if (n == 0)
		__builtin_longjmp(buf, 1);
	return depth(n - 1) + pad[n];
}

static __attribute__((noinline)) int inner(int x)
{
	volatile int seen = 0;

	if (__builtin_setjmp(other))
		return seen + 100;
	seen = x;
	if (x > 2)
		__builtin_longjmp(buf, 1);
	__builtin_longjmp(other, 1);
}

int main(void)
{
	volatile int round = 0;
	if (__builtin_setjmp(buf) != 0)
		printf("back %d\n", round);
	round++;
	if (round < 4) { printf("inner %d\n", inner(round)); depth(round * 5); }
	if (__builtin_setjmp(other) == 0) { puts("first"); __builtin_longjmp(other, 1); } else puts("second");
	return round;
}
