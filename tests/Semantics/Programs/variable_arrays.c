#include <stdio.h>
#include <string.h>
#include <alloca.h>
static int calls; static int n(int x) { calls++; return x; }
static int sum(int r, int c, int a[r][c]) { int s = 0; for (int i = 0; i < r; i++) for (int j = 0; j < c; j++) s += a[i][j]; return s + (int)sizeof a[0]; }
static int side(int k, int a[k++]) { return k + a[0]; } static int side2(int k, int a[static n(2) + k]) { (void)a; return k; } static int quals(int k, const int a[const restrict k]) { return a[k - 1]; }
static int ptr(int r, int c, int (*p)[c]) { return p[r - 1][c - 1] + (int)sizeof *p; }
static size_t loop(int m) { size_t t = 0; for (int i = 1; i <= m; i++) { int a[i]; char b[i][i + 1]; a[i - 1] = i; memset(b, 1, sizeof b); t += sizeof a + sizeof b + a[i - 1] + b[i - 1][i]; } return t; }
static int jump(int m) { int r = 0; again: ; int a[m]; a[0] = m; r += a[0]; if (--m > 0) goto again; return r; }
static int sw(int m) { switch (m) { default: { int a[m + 1]; a[m] = m; return a[m]; } case 0: return -1; } }
static int recur(int d) { int a[d + 1]; for (int i = 0; i <= d; i++) a[i] = i; return d == 0 ? 0 : a[d] + recur(d - 1) + a[0]; }
static int cond(int m) { int r = 0; while (sizeof(int[m]) > 4) { m--; r++; } for (; sizeof(char[m + 2]) < 6; m++) r += 10; if (sizeof(int[m]) && n(1)) r++; return r + (int)sizeof(int[n(3)]); }
int main(void)
{
	int m[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } }; printf("%d %d\n", sum(2, 3, m), ptr(2, 3, m)); int r = n(3), c = 4; int v[r][c]; for (int i = 0; i < r; i++) for (int j = 0; j < c; j++) v[i][j] = i * 10 + j; printf("%d %zu %zu %zu %d\n", sum(r, c, v), sizeof v, sizeof v[0], sizeof v[0][0], v[2][3]); r = 100; printf("%zu\n", sizeof v);
	printf("%d %d %d\n", side(3, (int[]){ 7 }), side2(4, 0), quals(2, (int[]){ 8, 9 })); printf("%zu %d %d %d %d\n", loop(6), jump(5), sw(3), sw(0), recur(10)); printf("%d %d\n", cond(4), calls);
	typedef int row[c]; c = 9; row x, *px = &x; x[3] = 5; printf("%zu %zu %d\n", sizeof(row), sizeof *px, (*px)[3]); int (*pv)[4] = v; printf("%d %td\n", pv[1][2], &pv[2] - &pv[0]); int k = 2; int (*pk)[k] = (int (*)[k])m; pk++; printf("%d %d\n", (*pk)[0], (int)((char *)(pk + 1) - (char *)pk)); printf("%zu\n", sizeof(int[k++])); printf("%d\n", k); typeof(int[k]) tk; printf("%zu\n", sizeof tk); (void)sizeof(k++); printf("%d\n", k);
	char *s[3]; for (int i = 0; i < 3; i++) { s[i] = alloca(10); sprintf(s[i], "s%d", i); } printf("%s%s%s\n", s[0], s[1], s[2]); char *q = __builtin_alloca_with_align(5, 512); printf("%d\n", (int)((size_t)q % 64)); int three[2][k][2]; three[1][2][1] = 5; printf("%zu %d %td\n", sizeof three, three[1][k - 1][1], (char *)&three[1] - (char *)&three[0]); struct st { int a; } sv[k]; sv[1].a = 4; struct st *ps = sv; printf("%d %zu\n", ps[1].a, sizeof sv); double dv[k]; dv[k - 1] = 1.5; printf("%g %p\n", dv[2], (void *)0); char *names[k]; names[0] = "x"; puts(names[0]); int (*fp[k])(int); fp[1] = n; printf("%d\n", fp[1](8)); int z[0]; printf("%zu\n", sizeof z); 
	int t = 0; { int a[k]; a[0] = 1; t += a[0]; { int a[k + 1]; a[0] = 2; t += a[0] + (int)sizeof a; } t += (int)sizeof a; } printf("%d\n", t); int y = ({ int a[k]; a[1] = 3; a[1] * 2; }); printf("%d\n", y); unsigned char uc = 3; int ua[uc + 1LL]; printf("%zu\n", sizeof ua); return 0;
}
