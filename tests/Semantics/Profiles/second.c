#include "both.h"
static int st(int a) {
  if (a) return 3;
  return 4;
}
int other(int a) {
  __builtin_assume(a > 0 && a < 100);
  return st(a) + twice(a) + 0 * __builtin_constant_p(a && 1) + (a < 0 ? st(0) : 0);
}
extern inline int ext_inline(int a);
