#include "types.h"
#define DEFINE(T) T twice_##T(T a) { return a + a; } T mix_##T(int i, T a, double d, T b, char c, T e, T f) { return a * (T){ 2 } + b - e + f + (T){ i + (int)d + c }; } T via_##T(T (*f)(T), T a) { return f(a) + f(var_##T); } T var_##T = { 3 };
LIST(DEFINE)
struct s3 fs3(struct s3 a, ld x, struct s3 b) { a.c[1] += (int)x + b.c[2]; return a; } struct s12 fs12(cf a, struct s12 b, char c) { b.a += (int)__real__ a; b.b += (int)__imag__ a; b.c += c; return b; } struct fd ffd(struct fd a, v4 v, struct fd b) { a.f += b.f + v[1]; a.d += b.d; return a; } struct e fe(struct e a, int *p, struct e b, int k) { *p += k; return a; } union u fu(union u a, ld b) { a.i[0] += (int)b; return a; }
ld vlist(int n, va_list ap) { ld r = 0; while (n--) { r += va_arg(ap, ld); cd z = va_arg(ap, cd); r += __real__ z * 10 + __imag__ z; struct s3 s = va_arg(ap, struct s3); r += s.c[2]; cf y = va_arg(ap, cf); r += __imag__ y; r += va_arg(ap, int); } return r; } ld vsum(int n, ...) { va_list ap; va_start(ap, n); ld r = vlist(n, ap); va_end(ap); return r; } int cmp_ld(const void *a, const void *b) { ld x = *(const ld *)a, y = *(const ld *)b; return x < y ? -1 : x > y; }
/* Vectors as variable arguments lie at multiples of 16; beside them nothing of a variadic call is in XMM registers. */
int vtake(int n, ...)
{
	va_list ap;
	int h = 0;

	va_start(ap, n);
	while (n--) {
		struct s3 s = va_arg(ap, struct s3);
		v4 v = va_arg(ap, v4);
		h = h * 3 + s.c[2] + v[0] * 5 + v[3];
		h += va_arg(ap, int) + (int)va_arg(ap, f4)[1];
	}
	h += (int)va_arg(ap, ld);
	va_end(ap);
	return h;
}

int vtaker(v4 first, int n, ...)
{
	va_list ap;
	int h = first[0] + first[3] * 3;

	va_start(ap, n);
	while (n--) {
		h = h * 7 + va_arg(ap, v4)[2];
		h += va_arg(ap, int) + (int)va_arg(ap, double);
	}
	va_end(ap);
	return h;
}
