#include <stdio.h>
#include <limits.h>
#include <stdlib.h>
static volatile int vmax = INT_MAX, one = 1;
__attribute__((no_sanitize("undefined"))) int spared(int a) { return a + vmax; }
__attribute__((no_sanitize("signed-integer-overflow"))) int spared2(int a) { return (a + vmax) << (a + 40); }
__attribute__((no_sanitize("shift"))) int spared3(int a) { return (a + vmax) << (a + 40); }
static inline int in(int a) { return a + vmax; }
int vla(int n) { int a[n + vmax - vmax]; return sizeof a; }
int bound(int n) { int a[n - 2]; typedef char row[2][n]; return sizeof a + sizeof(row) + sizeof(long[one - n]) + sizeof(int(*)[n - 9]); }
void param(int n, int a[n], int b[3][n - 1]) { }
_BitInt(17) bi = 65535; _BitInt(40) big = 1;
int main(void) {
  (void)spared(1), spared2(1), spared3(1); printf("%d %d\n", in(1), in(2)); printf("%d\n", vla(3)); bound(2); bound(1); param(0, 0, 0); param(1, 0, 0);
  bi++; bi = bi + (_BitInt(17))1; 
  int x = vmax; x = x + (x += one); int a[2] = {0, 1}; a[one] += vmax; a[x += one] ;
  for (int i = 0; i < 2; i++, x += vmax) ;
  do x -= vmax; while (x + vmax > 5 && x++ < 3);
  x = (x + vmax, x * vmax) ? x * 2 : x * 3; 
  int y = ({ int z = x + vmax; z + vmax; }); y = one ?: y + 1; y = (one - 2) ?: y + vmax;
  switch (x * vmax) { default: break; }
  goto *(&&l + (one - 1)); l: return 0; }
int buf[4];
__attribute__((destructor)) static void places(void) { buf[one * vmax - vmax + 2] = vmax + one; buf[one] += vmax; buf[one] += vmax; buf[vmax - vmax] <<= vmax + one; }
