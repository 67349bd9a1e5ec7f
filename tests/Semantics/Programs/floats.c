#include <stdio.h>
#include <math.h>
#include <float.h>
static double third = 1.0 / 3; static float f = 0.1f; static float tab[3] = { 1, 2.5f, -3e10f }; static double inf = INFINITY, mnan = -NAN;
static double poly(double x, const double *c, int n) { double r = 0; while (n--) r = r * x + *c++; return r; }
static float addf(float a, float b) { return a + b; }
int main(void)
{
	double c[] = { 1, -2, 0.5 };
	printf("%.17g %.9g %g %g %g\n", third, f, tab[0], tab[1], tab[2]);
	printf("%.17g\n", poly(1.5, c, 3));
	printf("%.9g %.17g\n", addf(0.1f, 0.2f), 0.1f + 0.2);
	printf("%d %d %u %lld\n", (int)3.99, (int)-3.99, (unsigned)3e9, (long long)-1e15);
	printf("%g %g %g\n", (double)-1, (float)16777217, (double)18446744073709551615ULL);
	printf("%g %g\n", inf, -inf); printf("%d %d\n", isnan(mnan) != 0, isinf(inf) != 0);
	printf("%d %d %d %d\n", mnan < 1, mnan > 1, mnan == mnan, mnan != mnan);
	printf("%d %d\n", !third, third && 1);
	float g = 1; g += 0.1; g *= 3; g -= 1; g /= 7; printf("%.9g\n", g); g++; --g; printf("%.9g\n", g);
	int i = 10; i *= 1.5; i += 0.9; i -= .5; printf("%d\n", i);
	printf("%.15g %.15g %.15g\n", sqrt(2), sin(1), pow(2, 0.5)); printf("%g\n", fmod(7.5, 2));
	printf("%d %d\n", FLT_EVAL_METHOD, DBL_DIG); printf("%a\n", 1.0 / 3);
	unsigned long long u = 1ULL << 63; printf("%.17g %.9g\n", (double)u, (float)(u + 12345678));
	printf("%llu\n", (unsigned long long)1.8446744073709550e19); printf("%lld\n", (long long)9.2e18f);
	double d = 5; d++; printf("%g %g %g\n", d++, d, -d); printf("%g\n", 1 ? 2 : 3.5); printf("%g\n", (double)(float)0.1);
	double m = -0.0; printf("%g %d\n", m, signbit(m) != 0); printf("%.3f %e %G\n", 1234.5678, 0.00012, 1e-10);
	enum { HALF = 2 };
#define SIXTY 60
	int n = 7; float q = (float)n / SIXTY; printf("%g %g %g %g %g %g\n", (double)n / SIXTY, (double)n / 2, (double)n / HALF, q, SIXTY / (double)n, (double)SIXTY / HALF);
	printf("%g %g %d\n", (double)n * 1000000000 * 3, 1 / (float)4, (double)n / SIXTY > 0);
	return 0;
}
