#include <stdio.h>
#include <math.h>
#include <stdarg.h>
#include <fenv.h>
#include <float.h>
#include <stdlib.h>
typedef long double ld;
struct s { char c; ld v; short t; }; union u { ld v; unsigned char b[12]; struct { unsigned long long m; unsigned short e; } p; };
static ld zero, arr[2][3] = { { 1, 2.5L, 0.1L }, { -1e4000L, 1.0L/3, __builtin_infl() } };
static const ld c1 = 0x1.8p+10L; volatile ld vol = 2; ld glob = 7; extern ld ext; ld ext = 9;
static ld sum(int n, ...) { va_list ap; va_start(ap, n); ld r = 0; while (n--) { r += va_arg(ap, ld); r += va_arg(ap, int); } va_end(ap); return r; }
static void vp(const char *f, ...) { va_list ap; va_start(ap, f); vprintf(f, ap); va_end(ap); }
static void p(ld x) { union u u = { .v = x }; for (int i = 9; i >= 0; i--) printf("%02x", u.b[i]); printf(" %.21Lg\n", x); }
static ld knr(a, b) ld a; float b; { return a - b; }
static struct s mk(ld v) { struct s r = { 'x', v, 3 }; return r; }
static ld rec(ld x) { return x < 1 ? 1 : x * rec(x - 1); }
static int cmp(ld a, ld b) { return (a < b) | (a > b) << 1 | (a == b) << 2 | (a != b) << 3 | (a <= b) << 4 | (a >= b) << 5; }
int main(void)
{
	p(0.1L); p(1.0L / 3); p(1e-4940L); p(LDBL_MAX); p(LDBL_MIN); p(LDBL_EPSILON); p(zero); p(-zero); p(c1); p(0x1.23456789abcdef01p-5L);
	for (int i = 0; i < 2; i++) for (int j = 0; j < 3; j++) p(arr[i][j]);
	ld x = 10, y = 3; p(x + y); p(x - y); p(x * y); p(x / y); p(-x); p(+x); p(x++); p(x--); p(++x); p(--x); x += 2; x -= 1.5; x *= 2; x /= 7; p(x); x += 1.0f; p(x);
	int i = 5; i += 2.7L; i *= x; printf("%d\n", i); unsigned u = 3000000000u; u /= 2.5L; printf("%u\n", u); unsigned char uc = 200; uc += 20.9L; printf("%d\n", uc); float f = 1.1f; f *= x; printf("%.9g\n", f); double d = 1.1; d += x; printf("%.17g\n", d); long long ll = 1LL << 60; ll += 1.5L; printf("%lld\n", ll); unsigned long long ull = ~0ULL; p(ull); p((ld)ull / 2); ull = (ld)ull - 1e10L; printf("%llu\n", ull);
	_Bool b = x; printf("%d\n", b); b = zero; printf("%d %d %d\n", b, !x, !zero); if (x) puts("t"); if (!zero) puts("z"); printf("%d\n", x && zero); printf("%d\n", zero || x); p(x ? 1.5L : i); p(i ? i : x); p(zero ?: x);
	p((signed char)-5); p((unsigned char)250); p((short)-300); p((unsigned short)65000); p('a'); p(u); p(ll); p(f); p(d); p((_Bool)1);
	printf("%d %d %d %d %u %lld %llu %g %g\n", (signed char)-5.9L, (unsigned char)200.5L, (short)-300.9L, (unsigned short)60000.9L, (unsigned)4e9L, (long long)-9e18L, (unsigned long long)1.8e19L, (float)0.1L, (double)0.1L);
	ld n = NAN; printf("%d %d %d %d %d\n", cmp(1, 2), cmp(2, 1), cmp(2, 2), cmp(n, 1), cmp(INFINITY, n));
	printf("%d %d %d %d %d %d %d\n", isnan(n), isinf(arr[1][2]), isfinite(x), isnormal(LDBL_MIN / 2), signbit(-zero), isgreater(x, y), isunordered(x, n)); printf("%d %d\n", fpclassify(n) == FP_NAN, fpclassify(LDBL_MIN / 2) == FP_SUBNORMAL);
	p(sum(3, 1.5L, 1, 2.5L, 2, 0.1L, 3)); vp("%Lf %d %Lg %s\n", 1.25L, 7, 1e1000L, "end"); p(knr(5.5L, 2.25f)); p(mk(1.5L).v); printf("%d\n", mk(2).t); p(rec(25));
	struct s s1 = { 'a', 1.25L, 4 }, s2 = s1; s2.v++; ++s2.v; p(s1.v); p(s2.v); struct s *ps = &s2; ps->v *= ps->v; p(ps->v); ld *q = &arr[0][1]; *q++ += 1; p(*q); p(q[-1]); (*q)++; p(*q);
	p(fabsl(-2.5L)); p(sqrtl(2)); p(powl(2, 0.5L)); p(floorl(-2.5L)); p(fmodl(10, 3)); p(ldexpl(1, 100)); int e; p(frexpl(1e10L, &e)); printf("%d\n", e); ld ip; p(modfl(-3.75L, &ip)); p(ip); p(copysignl(3, -1)); p(__builtin_fabsl(-1)); p(__builtin_copysignl(1, -2)); printf("%ld %lld\n", lrintl(2.5L), llroundl(2.5L)); p(fmal(2, 3, 4)); p(sinl(1)); p(nextafterl(1, 2)); p(strtold("1.1", 0));
	fesetround(FE_UPWARD); vol = 1; p(vol / 3); printf("%d\n", (int)(vol * 2.9L)); fesetround(FE_DOWNWARD); p(vol / 3); fesetround(FE_TOWARDZERO); p(-vol / 3); fesetround(FE_TONEAREST); vol += 1; vol++; p(vol); ld w = vol = 4; p(w); 
	ld loc[3] = { 1, 2 }; p(loc[1]); p(loc[2]); ld (*pf)(ld) = rec; p(pf(5)); const ld cl[] = { 1.1L, 2.2L, 3 }; p(cl[0] + cl[1] * cl[2]); switch ((int)cl[2]) { case 3: puts("three"); } ld comma = (i++, 3.5L); p(comma); p(({ ld t = 2; t * t; })); static ld sl = 1; sl *= 3; p(sl); p(glob + ext);
	ld a3[3]; for (ld k = 0; k < 3; k += 1) a3[(int)k] = k / 2; p(a3[2]); char buf[64]; snprintf(buf, 64, "%La %Le", 1.0L, 12345.678L); puts(buf); ld sc; sscanf("3.25", "%Lf", &sc); p(sc); p(i * 2.0L + 1); p(1.0L * i / 2); p(7 / 2 * 1.0L); p(7 / 2.0L); p((ld)7 / 2); p((double)7 / 2); printf("%zu %zu %zu %zu\n", sizeof(ld), sizeof x, _Alignof(ld), sizeof(struct s));
	return 0;
}

