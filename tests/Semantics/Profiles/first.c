#include <stdio.h>
#include "both.h"
extern int other(int);
__attribute__((no_profile_instrument_function)) int quiet(int a) { return a ? 3 : 4; }
static int st(int a) { return a && twice(a); }
int renamed(int a) __asm__("other.name");
int renamed(int a) { return a ? 1 : 2; }
int arr(int n, int a[n > 2 ? n : 2]) { return a[0] && n; }
int main(int n, char **v) {
  int q[4] = {1, 2, 3, 4};
  printf("%d %d %d %d %d\n", other(n), quiet(n), st(n), ext_inline(3), renamed(n) + arr(n, q));
  return 0;
}
