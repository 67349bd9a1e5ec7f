#include <stdio.h>
#include <limits.h>
#include <stdlib.h>
typedef int word; typedef word word2; typedef unsigned long long u64;
enum e { A, B = -1 };
#define ADD(a, b) ((a) + (b))
struct s { int f : 5; int g; unsigned h : 3; long long l; volatile int v; } st;
static volatile int vmax = INT_MAX, vmin = INT_MIN, zero = 0, one = 1, neg = -1;
static volatile short sh = 32767;
static int side(int x) { printf("side %d\n", x); return x; }
int glob = INT_MAX; int arr[4] = { INT_MAX, INT_MIN, 1, 2 };
#line 40 "other.h"
word2 typed(word2 a, word2 b) { return a + b; }
#line 18 "arithmetic.c"
enum e en = -1;
int main(void) {
  int a = vmax; word b = vmin; long long ll = LLONG_MAX; u64 u = 1; signed char c = 127; _Bool t = 1;
  printf("%d\n", a + one); printf("%d\n", b - one); printf("%d\n", a * 2 );
  printf("%d\n", -b); printf("%lld\n", ll + one); printf("%lld\n", -(-ll - 1));
  printf("%d\n", typed(a, 1)); printf("%d\n", ADD(a, 2)); printf("%d\n", ADD(ADD(a, 3), ADD(a, 4)));
  a++; printf("%d\n", a); a--; printf("%d\n", a); printf("%d\n", a++); printf("%d\n", --a); printf("%d\n", a);
  a += 5; printf("%d\n", a); a = vmax; printf("%d\n", a += side(6)); b -= 3; printf("%d\n", b); b = vmin; b *= -1;
  ll++; printf("%lld\n", ll); ll -= 1; ll += 7; printf("%lld\n", ll);
  glob++; glob--; arr[0]++; arr[1]--; arr[side(1)] += 1; arr[side(1)] -= 9; printf("%d %d\n", arr[0], arr[1]);
  c++; printf("%d\n", c); sh++; sh += 32767; t += 1; t++; 
  st.f = 15; st.f++; st.g = vmax; st.g++; st.g = vmax; printf("%d\n", st.g++); st.h += 9; st.l = LLONG_MIN; st.l--; st.v = INT_MAX; st.v++; st.v += one; st.v -= 100;
  printf("%d %d\n", st.f, st.g);
  if (vmax + one < 0) puts("less"); 
  for (int i = INT_MAX - 2; i > 0; i++) if (i == INT_MAX) puts("last");
  int k = INT_MIN + 1; while (k-- < 0) ;
  printf("%d\n", k);
  (void)(one << 32), (void)(one << neg); printf("%d\n", neg << 3); printf("%d\n", 1 << 31); printf("%d\n", vmax << 1);
  (void)(1u << (one + 32)), (void)(u << 64), (void)(u << ll); printf("%lld\n", 1LL << 63); (void)(one >> 77);
  (void)(one >> (c << 20)); a = 3; a <<= 31; a >>= -1; sh = 3; sh <<= 15; sh >>= 40; sh <<= 17;
  u <<= ll; u >>= 65LL; printf("%d\n", (char)5 << 30);
  if (side(0)) printf("%d\n", 1 / zero);
  printf("%d\n", vmin % (neg + 2)); printf("%u\n", 5u / one);
  printf("%d\n", INT_MAX + 1); printf("%d\n", (INT_MAX + 1) - 1);
  printf("%d %d\n", abs(vmin), abs(3)); printf("%lld\n", llabs(LLONG_MIN + zero)); printf("%ld\n", labs((long)vmin));
  int q = side(1) + side(2) * side(3) - side(4); printf("%d\n", q);
  int *p = &a; *p = INT_MAX; ++*p; (*p)--; *p += 1; p[0]++; 
  static int init = 3; int z = init + vmax; { int w = z + vmin + vmin; printf("%d\n", w); }
  switch (vmax + 3) { case INT_MIN + 2: puts("case"); }
  printf("%d\n", one ? vmax + 9 : 0); printf("%d\n", (vmax + 10, 3)); (void)(vmax + 11); vmax + 12;
  unsigned short us = 65535; printf("%d\n", us * us);
  int v4[2] = { vmax + 13, 1 }; printf("%d\n", v4[0]);
  return 0;
}
