/* Structs as arguments and results: fractions, points, small matrices, through a pointer as well. */
#include "bench.h"

struct fraction { int top, bottom; };
struct point { double x, y, z; };
struct matrix { float m[3][3]; };

static __attribute__((noinline)) struct fraction reduced(struct fraction f)
{
	int a = f.top, b = f.bottom;

	while (b) {
		int rest = a % b;
		a = b;
		b = rest;
	}
	return (struct fraction){ f.top / a, f.bottom / a };
}

static __attribute__((noinline)) struct fraction plus(struct fraction a, struct fraction b)
{
	return reduced((struct fraction){ (a.top * b.bottom + b.top * a.bottom) % 9973 + 1, a.bottom * b.bottom % 997 + 1 });
}

static __attribute__((noinline)) struct point cross(struct point a, struct point b)
{
	return (struct point){ a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x };
}

static __attribute__((noinline)) struct matrix product(struct matrix a, struct matrix b)
{
	struct matrix r;

	for (int i = 0; i < 3; i++)
		for (int k = 0; k < 3; k++) {
			float sum = 0;
			for (int n = 0; n < 3; n++)
				sum += a.m[i][n] * b.m[n][k];
			r.m[i][k] = sum * 0.5f;
		}
	return r;
}

static unsigned work(void)
{
	struct fraction (*volatile add)(struct fraction, struct fraction) = plus;
	struct fraction f = { 1, 3 };
	struct point p = { 1, 2, 3 }, q = { 0.5, -1, 0.25 };
	struct matrix m = { { { 1, 0.5f, 0 }, { 0, 1, 0.25f }, { 0.125f, 0, 1 } } }, r = m;

	for (int i = 1; i < 6000; i++) {
		f = add(f, (struct fraction){ i % 13 + 1, i % 7 + 2 });
		p = cross(p, q);
		p.x += 1, p.y -= i % 3, p.z += 0.5;
		r = product(r, m);
		r.m[i % 3][i / 3 % 3] += 1;
	}
	return f.top * 31u + f.bottom + (unsigned)(int)(p.x * 4 + p.y) + (unsigned)(int)(r.m[1][2] * 64);
}
