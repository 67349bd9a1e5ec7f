/* operands in registers of SSE, on the stack of the x87, and in the flags */
#include <stdio.h>
typedef float f4 __attribute__((vector_size(16)));
static double root(double x) { double r; asm("sqrtsd %1, %0" : "=x"(r) : "x"(x)); return r; }
static float sum(float a, float b) { asm("addss %1, %0" : "+x"(a) : "x"(b)); return a; }
static f4 add4(f4 a, f4 b) { asm("addps %1, %0" : "+x"(a) : "x"(b)); return a; }
static double scratch(double a, double b) { double r; asm("movsd %1, %%xmm0\n\tmulsd %2, %%xmm0\n\tmovsd %%xmm0, %0" : "=x"(r) : "x"(a), "x"(b) : "xmm0"); return r; }
static int convert(double x) { int n; asm("cvttsd2si %1, %0" : "=r"(n) : "x"(x)); return n; }
static double fsqrt(double x) { asm("fsqrt" : "+t"(x)); return x; }
static double atan_of(double y, double x) { double r; asm("fpatan" : "=t"(r) : "0"(x), "u"(y) : "st(1)"); return r; }
static double scaled(double x, int n) { double r; asm("fscale" : "=t"(r) : "0"(x), "u"((double)n)); return r; }
static void sincos_of(double x, double *s, double *c) { asm("fsincos" : "=t"(*c), "=u"(*s) : "0"(x)); }
static long double log_of(long double x) { long double r; asm("fyl2x" : "=t"(r) : "0"(x), "u"(0.693147180559945309417232121458L) : "st(1)"); return r; }
static long long rounded(double x) { long long r; asm("fistpll %0" : "=m"(r) : "t"(x) : "st"); return r; }
static int status(float x) { unsigned short w; asm("fxam\n\tfstsw %0" : "=a"(w) : "t"(x)); return (w >> 8) & 0x45; }
static int below(double a, double b) { int r; asm("ucomisd %2, %1" : "=@ccb"(r) : "x"(a), "x"(b)); return r; }
static int bt(unsigned w, int n) { _Bool c; asm("btl %2, %1" : "=@ccc"(c) : "r"(w), "Ir"(n)); return c; }
int main(void)
{
	double s, c, total = 0;
	f4 v = add4((f4){ 1, 2, 3, 4 }, (f4){ 10, 20, 30, 40 });
	printf("%g %g %g %g\n", root(2), sum(1.5f, 2.25f), v[0] + v[1], v[2] + v[3]);
	printf("%g %d %d\n", scratch(3, 7), convert(-7.9), convert(1e5));
	sincos_of(0.5, &s, &c);
	printf("%.15g %.15g %.15g %.15g %.15g\n", fsqrt(3), atan_of(1, -2), scaled(1.25, 5), s, c);
	printf("%.18Lg %lld %d %d\n", log_of(10), rounded(2.5e10), status(0), status(-1.5f));
	printf("%d %d %d %d\n", below(1, 2), below(2, 1), bt(5, 1), bt(5, 2));
	for (int i = 0; i < 100; i++) { total += scaled(1, 3) + fsqrt(i) + status(i); total += rounded(i); }
	printf("%.15g\n", total);
	return 0;
}
