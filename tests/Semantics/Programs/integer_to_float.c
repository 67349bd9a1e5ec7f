/* Integers that a floating-point number cannot hold are rounded once. */
#include <stdio.h>

static const unsigned long long numbers[] = {
	0, 1, 0xffffffffffffffffULL, 0x8234508000000001ULL, 0x8693ba6d7d220401ULL, 0x0000000001000001ULL, 0x7fffffbfffffffffULL,
	0x8000008000000000ULL, 0x8000008000000001ULL, 0xffffff7fffffffffULL, 0x0020000000000001ULL, 0x1000000100000001ULL,
};

static float single(unsigned long long n)
{
	return n;
}

static float chosen(int which, unsigned long long a, unsigned b, long long c)
{
	return which == 0 ? a : which == 1 ? b : c;
}

int main(void)
{
	float f = 0.5f;

	for (unsigned i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		unsigned long long n = numbers[i];
		float sum = 1;
		sum += n;
		f *= n;
		printf("%a %a %a %a %a\n", single(n), (double)n, (float)(long long)n, (double)(float)(unsigned)n, (float)(double)n);
		printf("%a %a %a %a\n", sum, chosen(0, n, 1, 2), chosen(1, 1, n, 2), chosen(2, 1, 2, n));
		printf("%d %d\n", (float)n == n, (float)n < (double)n);
	}
	printf("%a\n", f);
	return 0;
}
