#include <stdio.h>

/* Tables of fixed point numbers, computed from macros when the program is compiled. */
#define SHIFT 11
#define FIXED(a) ((int)((a) * (1 << SHIFT) + 0.5))
#define COARSE(a) ((unsigned char)((a) * 100.0f))
static int fixed[4] = { FIXED(0.3535533906), FIXED(-0.4903926402), FIXED(1.5), FIXED(0) };
static const unsigned char coarse[3] = { COARSE(0.5f), COARSE(1.25f), COARSE(2.0f) };
static long long wide = (long long)(1e15 * SHIFT);
static unsigned high = (unsigned)(3e9 + SHIFT);
static short narrow = (short)(-1.75 * SHIFT);

/* A narrower number in the register of a wider one. */
static long double root(double x) { long double r; asm("fsqrt" : "=t"(r) : "0"(x)); return r; }
static long double rootf(float x) { long double r; asm("fsqrt" : "=t"(r) : "0"(x)); return r; }
static double rootd(float x) { double r; asm("fsqrt" : "=t"(r) : "0"(x)); return r; }

int main(void)
{
	printf("%d %d %d %d\n", fixed[0], fixed[1], fixed[2], fixed[3]);
	printf("%d %d %d %lld %u %d\n", coarse[0], coarse[1], coarse[2], wide, high, narrow);
	printf("%.6Lf %.6Lf %.6f\n", root(2), rootf(3), rootd(5));
	return 0;
}
