#include <stdio.h>
#include <alloca.h>
#include <string.h>
#include <stdint.h>
#define max(a, b) ({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })
#define container_of(p, t, m) ({ const __typeof__(((t *)0)->m) *_p = (p); (t *)((char *)_p - __builtin_offsetof(t, m)); })
struct node { int v; struct node *next; };
static int vla(int n, int m) { int a[n][m]; int b[n + 1]; int s = 0; for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a[i][j] = i * m + j; for (int i = 0; i < n; i++) { b[i] = a[i][m - 1]; s += b[i]; } return s + sizeof a + sizeof a[0] + sizeof b / sizeof *b; }
static int param(int n, int m, int a[n][m]) { int s = 0; for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) s += a[i][j]; return s + (int)sizeof a[0]; }
static int in_loop(int n) { int s = 0; for (int i = 1; i <= n; i++) { char buf[i * 10]; memset(buf, i, sizeof buf); s += buf[i * 10 - 1] + sizeof buf; } return s; }
static char *dup(const char *s) { char *p = alloca(strlen(s) + 1); strcpy(p, s); static char out[32]; strcpy(out, p); return out; }
static int local(int x) { __label__ done; if (x) goto done; x = 5; done: return x; }
static int zero_check(int x) { return x ?: -1; }
static unsigned long long mix(unsigned x) { return __builtin_bswap32(x) + __builtin_popcount(x) + __builtin_clz(x | 1) + __builtin_ctz(x | 0x80000000) + __builtin_ffs(0) + __builtin_parity(x) + __builtin_clzll(x | 1ULL); }
static int overflow(int a, int b) { int r; int o = __builtin_add_overflow(a, b, &r); unsigned char u; int p = __builtin_mul_overflow(a, b, &u); long long l; int q = __builtin_sub_overflow((long long)a << 32, b, &l); return o * 4 + p * 2 + q + r % 7 + u % 5 + (int)(l % 3); }
typedef int v4 __attribute__((aligned(16)));
static int generic(int i, float f) { return _Generic(i, int: 1, float: 2, default: 3) * 10 + _Generic(f, int: 1, float: 2, default: 3) + _Generic("s", char *: 5, default: 6); }
_Static_assert(sizeof(int) == 4, "int"); 
static int asmadd(int a, int b) { int r; __asm__("addl %2, %0" : "=r"(r) : "0"(a), "r"(b) : "cc"); return r; }
static unsigned rot(unsigned x) { __asm__("roll $3, %0" : "+r"(x)); return x; }
static int side; static int bump(void) { return ++side; }
int main(void)
{
	struct node n = { 5, NULL }; int *pv = &n.v; printf("%d %d\n", max(3, bump() + 6), side); printf("%d\n", container_of(pv, struct node, v)->v);
	printf("%d %d %s\n", vla(3, 4), in_loop(5), dup("hello")); int a[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } }; printf("%d\n", param(2, 3, a)); printf("%d %d %d %d\n", local(0), local(2), zero_check(0), zero_check(bump()));
	printf("%llu\n", mix(0x12345)); printf("%d %d %d\n", overflow(1, 2), overflow(0x7fffffff, 1), overflow(-5, 100)); v4 al = 3; printf("%d %d\n", (int)((uintptr_t)&al & 15), al); printf("%d\n", generic(1, 2));
	printf("%d %u\n", asmadd(40, 2), rot(0x20000001)); printf("%d\n", __builtin_choose_expr(1, 5, "x")); printf("%d\n", __builtin_types_compatible_p(int, long)); printf("%s\n", __func__); void *vp = a; printf("%d\n", (int)((char *)(vp + 4) - (char *)vp)); printf("%zu\n", sizeof(void));
	int r = ({ int t = 0; for (int i = 0; i < 4; i++) t += i; if (t > 100) goto out; t; }); printf("%d\n", r); int b[] = { [0 ... 3] = 7, [5] = 1 }; printf("%d %zu\n", b[2] + b[4], sizeof b / sizeof *b); struct { int x; } e = {}; printf("%d\n", e.x);
	int cond = (bump(), bump()) > 2 && ({ bump(); 1; }) || 0; printf("%d %d\n", cond, side); int arr[3] = { bump(), bump(), 9 }; printf("%d %d\n", arr[0], arr[1]); printf("%d\n", ({ struct node q = n; q.v++; q; }).v); if (0) { out: printf("out\n"); } extern int printf_(void); unsigned char bytes[] = "\x01\x02\xff"; printf("%d\n", bytes[2]);
	printf("%d\n", __builtin_constant_p(3)); printf("%lu\n", (unsigned long)__builtin_object_size(a, 0) > 0); switch (r) { case 6: printf("six\n"); }
	return 0;
}
