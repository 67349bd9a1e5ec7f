#include <stdarg.h>
typedef int v4 __attribute__((vector_size(16))); typedef float f4 __attribute__((vector_size(16)));
struct s3 { char c[3]; }; struct s12 { int a, b, c; }; struct fd { float f; double d; }; struct e {}; union u { double d; int i[3]; };
typedef long double ld; typedef _Complex float cf; typedef _Complex double cd; typedef _Complex long double cl; typedef _Complex int ci; typedef _Complex short cs; typedef _Complex char cc;
#define LIST(X) X(ld) X(cf) X(cd) X(cl) X(ci) X(cs) X(cc) X(v4) X(f4)
#define DECLARE(T) T twice_##T(T a); T mix_##T(int i, T a, double d, T b, char c, T e, T f); T via_##T(T (*f)(T), T a); extern T var_##T;
LIST(DECLARE)
struct s3 fs3(struct s3 a, ld x, struct s3 b); struct s12 fs12(cf a, struct s12 b, char c); struct fd ffd(struct fd a, v4 v, struct fd b); struct e fe(struct e a, int *p, struct e b, int k); union u fu(union u a, ld b); ld vsum(int n, ...); ld vlist(int n, va_list ap); int cmp_ld(const void *, const void *);
int vtake(int n, ...); int vtaker(v4 first, int n, ...);
