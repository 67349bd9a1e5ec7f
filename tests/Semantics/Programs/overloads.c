#include <stdio.h>
static int __attribute__((overloadable)) f(int x) { return x + 1; }
static double __attribute__((overloadable)) f(double x) { return x * 2; }
static const char *__attribute__((overloadable)) f(char *s) { return s + 1; }
int __attribute__((overloadable)) e(int x) { return x + 10; }
int __attribute__((overloadable)) e(float x) { return x + 20; }
int __attribute__((overloadable)) e(int x, int y) { return x + y; }
int e2(int x) __attribute__((overloadable));
int e2(long long x) __attribute__((overloadable));
int __attribute__((overloadable)) e2(int x) { return 1; }
int __attribute__((overloadable)) e2(long long x) { return 2; }
int main(void) {
  printf("%d %f %s\n", f(1), f(1.5), f("abc"));
  printf("%d %d %d\n", e(1), e(1.5f), e(1, 2));
  printf("%d %d\n", e2(1), e2(1LL));
  int (*p)(float) = e;
  printf("%d\n", p(2));
  return 0;
}
