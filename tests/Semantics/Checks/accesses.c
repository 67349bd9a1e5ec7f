#include <stdio.h>
#include <string.h>
#include <stdlib.h>
typedef _Bool B2; typedef int row[3];
struct s { B2 b; volatile B2 v; _Bool bf : 1; int a[3]; int last[2]; } one; struct f { int n; int fl[]; };
static struct { int before[64]; int l[4]; int A[2][3]; row R; struct s many[2]; int tab[3]; int after[400]; } w = { .l = { 1, 2, 3, 4 } };
#define A w.A
#define R w.R
#define l w.l
#define many w.many
#define tab w.tab
 _Atomic _Bool ab; static volatile int zero, five = 5, neg = -1; static volatile double big = 1e30, small = 2.5, nan_ = 0.0 / 0.0;
static volatile float fbig = 1e20f; volatile long double lbig = 1e30L;
#define AT(a, i) (a)[i]
static int takes(int *p) { return p != 0; }
int main(int n, char **v) {
  struct s *p = &one; int r = 0;  int *heap = calloc(100, 4); 
  static int pad[64];
  memset(&one.b, 5, 1); *(volatile char *)&one.v = 7;
  B2 *q = &p->b; r = *q; printf("%d\n", p->b ? 1 : 0); if (p->v) puts("v"); r += p->bf; r += ab; r = !p->b; r = p->b && p->v; _Bool copy = p->b; while (p->b) { p->b = 0; }
  r = A[0][five]; A[0][five - 2] = 1; r = A[1][zero]; int *e = &A[0][3]; e = &A[0][five - 1]; e = A[five - 3]; e = A[2]; A[zero][five - 1]++; A[zero][five - 2] += 1;
  r = l[neg]; l[five] = 1 ; l[five]++; ++l[five]; l[five - 1]++; r += takes(l + 4) + takes(l + five) + takes(&l[4]) + takes(&l[5]); r = *(l + five); r = five[l]; r = AT(l, five); r = AT(AT(A, five - 3), five);
  r = p->a[five - 2]; r = p->last[five]; r = R[five - 1]; r = takes(l - neg) + takes(l - 1); e = l; e += 100; e = l + 4;
  r = many[five - 3].b; many[five - 3].a[five] = 2; struct s c = many[five - 3]; (void)many[five - 3].bf;
  struct f *fl = calloc(1, 400); r = fl->fl[50]; r = heap[50];
  { int vla[five]; int room[9]; memset(vla, 0, sizeof vla); room[0] = 1; r = vla[five]; r = vla[five - 1]; int v2[five][five + 1]; memset(v2, 0, sizeof v2); r = v2[five - 5][five + 1]; e = v2[five]; r = v2[five - 4][five]; }
  r = (int)big; short sh = big; unsigned char uc = small; uc = -small; unsigned u = fbig; u = neg - 0.5; long long ll = big; unsigned long long ull = -small; r = lbig; ll = lbig; r = nan_; uc *= 200.5f; r += big; r = 1e30; r = (int)1e30 + 1; uc = 255.9; uc += 0.5;
  r = __builtin_ctz(zero) ; r = __builtin_clz(zero); r = __builtin_clzll(zero); r = __builtin_ctzs(zero); r = __builtin_ctz(five);
  const char *str = "abc"; r = "abc"[five]; r = str[2]; r = sizeof(l[five]); r = (l)[five]; r = (l[five]); const int K = 9; r = l[K]; r = l[9];
  unsigned char ix = 200; r = pad[ix]; r = pad[(unsigned long long)five + 60]; r = pad[5ull];
   r = tab[five]; enum { Z = 7 }; r = tab[Z];
  printf("%d\n", (int)(r * 0 + copy));
  return 0; }
