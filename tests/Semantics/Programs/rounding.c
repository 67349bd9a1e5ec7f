/* Integers that become floating point numbers: C# converts them by itself where a floating point number is wanted, and as C does, but not where the conversion is converted on. */
#include <stdio.h>

typedef unsigned u;

static float third(float a) { return a / 3; }
static double mixed(double a, float b, long double c) { return a / 3 + b + (double)c; }
static float from_int(int i) { return i; }
static float from_unsigned(u i) { return i; }
static float from_long(long long i) { return i; }
static double from_unsigned_long(unsigned long long i) { return i; }

static double twice(int i) { return (float)i; }	/* two conversions, of which the first rounds */
static double widened(int i, double d) { double r = (float)i, a[2] = { (float)i }; r += (float)i; return mixed((float)i, (float)i, (float)i) + r + a[0] + (d > 0 ? (float)i : d); }

static float all(int i, u n, long long l, unsigned long long q)
{
	float f = i, g = n, h = l, k = q, w[2] = { i, n };
	double d = l, e = q;
	struct { float f; double d; } s = { n, q };

	f += n; g -= i; h *= l; k /= (q | 1); d += q; e *= l; s.f += q; w[1] -= l; w[0] = i;
	if (f < i || g > n || h == l || k != q || (float)i == (float)n || i < (float)n)
		f++;
	f = i ? n : g;
	g = i ? g : l;
	f += i > 3 ? i : n;
	h = (float)i / n;
	k = (float)i / (float)n;
	d = (double)(float)i + (int)(float)(n >> 2) / 3;	/* rounded to float first */
	e = (float)(i + 16777217) + (double)l;
	d += (double)(float)(q + 1) - (int)(float)(i >> 1);
	f = -(float)i;
	g = -(float)n * 2;
	h = (i * 3 + n) * 0.5f;
	d += i / 2 * 0.5;
	d += 1 / (float)i + 1.0f / i + (float)n * i;

	volatile float v = i;
	v += n;
	v = l;
	float z = v = q;
	u x = 5;
	i >>= 1;
	x += (float)(i & 1023);
	x = (float)(n >> 2) * 0.25f;
	i /= 2.5f;
	i = 3;
	i += (n >> 4) * 0.5f;
	return f + g + h + k + (float)d + (float)e + s.f + (float)s.d + w[0] + w[1] + v + z + x + i;
}

int main(void)
{
	static const int is[] = { 1, -1, 16777217, -2147483647 - 1, 2147483647, 33554435 };

	for (u a = 0; a < 6; a++)
		for (u b = 0; b < 6; b++) {
			int i = is[a];
			u n = (u)is[b];
			long long l = (long long)is[a] * is[b] + is[b];
			unsigned long long q = (unsigned long long)l * 3;
			unsigned char one = i, two = n, which = i < 5 ? one : two;

			printf("%a %a %a %a %a %a ", third(i), mixed(l, n, q), from_int(i), from_unsigned(n), from_long(l), from_unsigned_long(q));
			printf("%a %a %d %g ", all(i, n, l, q), (float)i * n, (float)i < n, (double)(i < 5 ? i : (float)n));
			printf("%a %a ", twice(i), widened(i, n));
			printf("%d %d %d\n", which, (n & 1 ? one : two) << 24, -(i > 3 ? one : two));
		}
	return 0;
}
