/* long double: a series, Newton's method, a polynomial, sums that need the bits. */
#include "bench.h"

static long double root(long double of)
{
	long double x = of > 1 ? of : 1;

	for (int i = 0; i < 12; i++)
		x = (x + of / x) / 2;
	return x;
}

static long double sine(long double x)
{
	long double term = x, sum = x;

	for (int n = 1; n < 12; n++) {
		term *= -x * x / (long double)((2 * n) * (2 * n + 1));
		sum += term;
	}
	return sum;
}

static long double polynomial(const long double *c, int n, long double x)
{
	long double value = 0;

	while (n--)
		value = value * x + c[n];
	return value;
}

static unsigned work(void)
{
	static const long double c[] = { 1.0L, -0.5L, 0.25L, 3.0L, -1.125L, 0.0625L, 2.5L };
	long double sum = 0, error = 0;

	for (int i = 1; i < 3000; i++) {
		long double x = i / 1024.0L, y = root(x) + sine(x) - polynomial(c, 7, x / 8);
		long double t = sum + (y - error);
		error = (t - sum) - (y - error);
		sum = t;
		if (sum > 1e6L)
			sum -= (int)sum;
	}
	return (unsigned)(long long)(sum * 1e9L);
}
