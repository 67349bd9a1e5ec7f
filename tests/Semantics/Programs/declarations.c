#include <stdio.h>
#include <stddef.h>
#include <stdalign.h>
#include <stdnoreturn.h>
#include <stdlib.h>
#include <string.h>
#define kind(x) _Generic((x), int: "int", unsigned: "unsigned", long: "long", char: "char", signed char: "schar", char *: "char*", const char *: "cchar*", double: "double", float: "float", long double: "ld", default: "other", void *: "void*", _Bool: "bool", short: "short", long long: "ll")
_Static_assert(sizeof(int) == 4, "int"); 
typedef int fn(int); static int dbl(int x) { return 2 * x; } static double dbld(double x) { return 2 * x + 0.5; }
#define dbl(x) _Generic((x), double: dbld, default: dbl)(x)
struct al { char c; alignas(16) int v; alignas(8) char d; }; static alignas(64) char buf[10]; static _Alignas(double) char b2; alignas(32) int gi = 3;
struct over { int a; } __attribute__((aligned(32))); static struct over ov[2]; struct pk { char a; int b; short c; long long d; } __attribute__((packed)); struct pka { char a; int b; } __attribute__((packed, aligned(2))); struct mix { char x; struct pk p; double d; } ;
#pragma pack(push, 2)
struct pp { char a; int b; double c; char d; };
#pragma pack(1)
struct pq { char a; int b; long long c; };
#pragma pack(pop)
struct pr { char a; int b; };
enum big { BIG = 0x7fffffffffLL, NEG = -1 }; enum ub { UB = 0xffffffffu }; enum __attribute__((packed)) small { S1, S2 = 200 }; enum neg { N1 = -5, N2 };
struct eb { enum ub u : 32; enum neg n : 4; enum small s : 8; _Bool b : 1; unsigned long long ll : 40; long long sl : 20; int : 0; unsigned char c : 3; volatile unsigned v : 5; unsigned : 3; signed char sc : 4; };
struct pbits { unsigned a : 3; unsigned b : 17; unsigned long long c : 33; int d : 11; } __attribute__((packed));
struct empty {}; struct he { int a; struct empty e; int b; }; static struct empty mke(struct empty e) { return e; }
struct fam { int n; int a[]; }; static struct fam sf = { 3, { 1, 2, 3 } }; struct fam0 { short n; char c[0]; };
typedef int i8 __attribute__((mode(QI))); typedef unsigned u64m __attribute__((mode(DI))); typedef int wordm __attribute__((mode(word))); typedef float dfm __attribute__((mode(DF)));
typedef union { int *ip; float *fp; } tu __attribute__((transparent_union)); static int take(tu t) { return *t.ip; }
noreturn void die(void) { exit(7); }
struct nest { int a; struct { int b; union { int c; float d; struct { short e, f; }; }; int g[3]; } in; struct { int x, y; } pt[2]; };
static struct nest n1 = { .in.b = 1, .in.g[1] = 5, .pt[1].y = 9, .a = 4, .in.e = 7, .pt = { [0] = { .x = 3 }, { .y = 8 } } }; static struct nest n2 = { 1, { 2, { 3 }, { 4, 5 } }, 6, 7, 8 };
static int arr[] = { [5] = 1, 2, [1] = 3, 4, [2 ... 3] = 9, [0] = -1, [0] = 5 }; static int m3[2][3] = { 1, 2, 3, [1][1] = 7 }; static char strs[][4] = { "abc", "de", [3] = "abcd" }; static const char *names[] = { [2] = "two", [0] = "zero" };
int main(void)
{
	char c = 1; short s = 2; float f = 1; const char *cc = ""; puts(kind(1)); puts(kind(1u)); puts(kind(c)); puts(kind(+c)); puts(kind("a")); puts(kind(cc)); puts(kind(1.0L)); puts(kind((void *)0)); puts(kind(s)); puts(kind(f)); puts(kind(1ll)); puts(kind((_Bool)1)); puts(kind(main)); printf("%d %g\n", dbl(3), dbl(3.0));
	printf("%zu %zu %zu %zu %zu %zu %zu %zu\n", sizeof(struct al), offsetof(struct al, v), offsetof(struct al, d), sizeof(struct over), sizeof(struct pk), sizeof(struct pka), offsetof(struct mix, d), sizeof(struct mix)); printf("%d %d %d\n", (int)((size_t)buf % 64), (int)((size_t)&gi % 32), (int)((size_t)ov % 32)); alignas(64) int la = 4; struct al lal = { 'a', 2, 'd' }; struct over lov = { 9 }; _Alignas(128) char lbuf[3]; printf("%d %d %d %d\n", (int)((size_t)&la % 64), (int)((size_t)&lal % 16), (int)((size_t)&lov % 32), (int)((size_t)lbuf % 128)); la += lal.v + lov.a; printf("%d %d\n", la, lal.d);
	printf("%zu %zu %zu %zu\n", sizeof(struct pp), offsetof(struct pp, c), sizeof(struct pq), sizeof(struct pr)); struct pk pk = { 1, 2, 3, 4 }; pk.d += pk.b; int *unal = &pk.b; *unal += 5; printf("%d %lld\n", pk.b, pk.d); struct pp p2 = { 1, 2, 3.5, 4 }; p2.c *= 2; printf("%g\n", p2.c);
	printf("%zu %lld %lld %zu %u %zu %d %d\n", sizeof(enum big), (long long)BIG, (long long)NEG, sizeof(enum ub), UB, sizeof(enum small), S2, N2); enum big eb = BIG; eb++; printf("%lld %d\n", (long long)eb, UB > 0); enum ub ub = UB; ub++; printf("%u\n", ub); 
	struct eb e = { UB, N2, S2, 1, 0xfffffffffeULL, -5, 5, 17, -3 }; printf("%zu %u %d %d %d %llx %lld %d %d %d\n", sizeof e, e.u, e.n, e.s, e.b, (unsigned long long)e.ll, (long long)e.sl, e.c, e.v, e.sc); e.ll += 5; e.sl *= 3; e.c++; e.v--; e.b = 4; e.sc -= 9; e.n++; printf("%llx %lld %d %d %d %d %d\n", (unsigned long long)e.ll, (long long)e.sl, e.c, e.v, e.b, e.sc, e.n); printf("%d %d\n", e.ll > 3, -1 < e.c); struct pbits pb = { 7, 100000, 0x1ffffffffULL, -7 }; pb.b++; pb.d--; pb.c -= 3; printf("%zu %d %d %llx %d\n", sizeof pb, pb.a, pb.b, (unsigned long long)pb.c, pb.d);
	struct empty em = mke((struct empty){}); (void)em; printf("%zu %zu %zu\n", sizeof em, sizeof(struct he), offsetof(struct he, b)); struct he he = { 1, {}, 2 }; printf("%d\n", he.b);
	printf("%d %d %zu %zu\n", sf.a[2], sf.n, sizeof sf, sizeof(struct fam0)); struct fam *pf = malloc(sizeof *pf + 4 * sizeof(int)); pf->n = 4; for (int i = 0; i < 4; i++) pf->a[i] = i * i; printf("%d\n", pf->a[3]); struct fam0 *f0 = malloc(10); strcpy(f0->c, "hey"); puts(f0->c);
	i8 q = 127; q++; u64m dm = 1; dm <<= 40; printf("%d %llu %zu %zu\n", q, dm, sizeof(wordm), sizeof(dfm)); int iv = 66; float fv = 1.5; printf("%d %d\n", take(&iv), take(&fv) == 0x3fc00000);
	printf("%d %d %d %d %d %d %d %d %d\n", n1.a, n1.in.b, n1.in.e, n1.in.g[1], n1.pt[0].x, n1.pt[1].y, n1.pt[0].y, n1.in.f, n1.in.c); printf("%d %d %d %d\n", n2.in.g[1], n2.in.g[2], n2.pt[0].x, n2.pt[1].x); for (int i = 0; i < (int)(sizeof arr / sizeof *arr); i++) printf("%d ", arr[i]); printf("\n%d %d %s %c %s %d\n", m3[1][1], m3[1][0], strs[1], strs[3][3], names[2], names[1] == 0);
	int larr[] = { [3] = 1, [1] = 2, 7, [1] = 5 }; struct nest ln = { .a = 1, .in = { .b = 2, .g = { [2] = 3 } }, .in.g[0] = 6, .pt[0] = { 4 }, .pt[0].y = 5 }; printf("%d %d %d %d %d %d %d\n", larr[1], larr[2], larr[3], ln.in.b, ln.in.g[2], ln.in.g[0], ln.pt[0].x); 
	struct nest nn[2] = { [1] = n1, [0].a = 3, [1].a = 77 }; printf("%d %d %d\n", nn[0].a, nn[1].a, nn[1].in.b); union { int a; char b[8]; } un = { .b = { 1, 2 }, .a = 5 }; printf("%d\n", un.a); typeof(un) un2 = un; __auto_type at = un2.a * 2.5; printf("%g %zu\n", at, sizeof at); typeof(int[3]) ta = { 1, 2, 3 }; printf("%d\n", ta[2]); __extension__ long long ext = __extension__ 5; printf("%lld\n", ext);
	struct { int x; } anon1 = { 1 }, *panon = &anon1; panon->x++; printf("%d\n", anon1.x); int *pl = (int[]){ 1, 2, 3 }; pl[1] = 9; printf("%d %d\n", pl[1], ((struct nest){ .a = 5 }).a); static int gpa[] = { 4, 5 }, *gp = gpa; printf("%d\n", gp[1]); if (s == 2) die(); return 0;
}
