#include "types.h"
#include <stdio.h>
#include <stdlib.h>
static void p_ld(ld x) { printf("%.20Lg\n", x); } static void p_cf(cf x) { printf("%g %g\n", __real__ x, __imag__ x); } static void p_cd(cd x) { printf("%g %g\n", __real__ x, __imag__ x); } static void p_cl(cl x) { printf("%Lg %Lg\n", __real__ x, __imag__ x); } static void p_ci(ci x) { printf("%d %d\n", __real__ x, __imag__ x); } static void p_cs(cs x) { printf("%d %d\n", __real__ x, __imag__ x); } static void p_cc(cc x) { printf("%d %d\n", __real__ x, __imag__ x); } static void p_v4(v4 x) { printf("%d %d %d %d\n", x[0], x[1], x[2], x[3]); } static void p_f4(f4 x) { printf("%g %g %g %g\n", x[0], x[1], x[2], x[3]); }
#define STATIC(T) static T add1_##T(T a) { return a + (T){ 1 }; }
LIST(STATIC)
#define ONE(T, A, B) { T a = A, b = B; p_##T(twice_##T(a)); p_##T(mix_##T(1, a, 2.5, b, 3, a + b, b)); p_##T(via_##T(add1_##T, a)); p_##T(via_##T(twice_##T, b)); var_##T = a; p_##T(var_##T); T (*f)(T) = twice_##T; p_##T(f(b)); T (*g)(int, T, double, T, char, T, T) = mix_##T; p_##T(g(2, b, 3, a, 4, a, b)); }
int main(void)
{
	ONE(ld, 0.1L, 1e4000L / 1e3999L) ONE(cf, 1.5f + 2i, 3 - 1i) ONE(cd, 1.5 + 2i, 3 - 1i) ONE(cl, 1.5L + 2i, 3 - 1i) ONE(ci, 7 + 8i, -3 + 2i) ONE(cs, 700 + 8i, -3 + 2i) ONE(cc, 7 + 8i, -3 + 2i) ONE(v4, ((v4){ 1, 2, 3, 4 }), ((v4){ 10, 20, 30, 40 })) ONE(f4, ((f4){ 1, 2, 3, 4.5f }), ((f4){ .5f }))
	printf("%d %d\n", fs3((struct s3){ { 1, 2, 3 } }, 4.5L, (struct s3){ { 4, 5, 6 } }).c[1], fs12(5 + 6i, (struct s12){ 1, 2, 3 }, 'a').c); struct fd fd = ffd((struct fd){ 1, 2 }, (v4){ 1, 2 }, (struct fd){ 3, 4 }); int k = 5; struct e e = {}; fe(e, &k, e, 37); printf("%g %g %d\n", fd.f, fd.d, k); printf("%d\n", fu((union u){ .i = { 1 } }, 2.5L).i[0]); struct s3 s3 = { { 1, 2, 3 } }; printf("%Lg\n", vsum(2, 1.5L, (cd)(1 + 2i), s3, (cf)(3 + 4i), 5, 2.5L, (cd)2, s3, (cf)1, 6)); ld (*pv)(int, ...) = vsum; printf("%Lg\n", pv(1, 1.5L, (cd)(1 + 2i), s3, (cf)(3 + 4i), 5)); ld t[4] = { 3, 1.5L, 2, -1 }; qsort(t, 4, sizeof *t, cmp_ld); printf("%Lg %Lg\n", t[0], t[3]); return 0;
	{
		v4 a = { 1, 2, 3, 4 };
		f4 f = { 1, 2 };
		struct s3 s = { { 1, 2, 3 } };
		int (*via)(int, ...) = vtake, (*viar)(v4, int, ...) = vtaker;
		printf("%d %d\n", vtake(2, s, a, 5, f, s, a + 1, 7, f + 1, 9.0L), via(1, s, a, 5, f, 8.0L));
		printf("%d %d %d\n", vtaker(a, 2, a + 1, 5, 4.5, a + 7, -1, 2.0), viar(a, 1, a, 3, 1.0), vtaker(a, 0));
	}
}
