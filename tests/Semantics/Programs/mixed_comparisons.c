#include <stdio.h>
static int cmp1(float big, int n) { return (double)n > big; }
static int cmp2(float f, int n) { return (double)f < n; }
static int cmp3(unsigned u, float f) { return (double)u == f; }
static int cmp4(long long l, float f) { return (double)l == (double)f; }
static int cmp5(int n, float f) { return n == f; }
static int cmp6(float f, double d) { return f < d; }
static int cmp7(int n, double d, float f) { return (float)n == f; }
static int cmp8(int c, float f, int n) { return (c ? (double)n : 1) > f; }
static int cmp9(long double l, int n, float f) { return (long double)n > f; }
static double cond(int c, float f, int n) { return c ? (double)n : f; }
static double cond2(int c, float f, int n) { return c ? f : (double)n; }
static double add(float f, int n) { return (double)n + f; }
static double addf(float f, int n) {
  float r = f;
  r += (double)n;
  return r;
}
static int sw(float f, int n) { return !((double)n <= f); }
static long long ll(long long a, float f) { return (double)a > f; }
static int neg(float f, int n) { return -(double)n < -f; }
static int args(double a, float f) { return a > f; }
int main(void) {
  volatile float big = 16777216.0f;
  volatile int n = 16777217;
  printf("%d %d %d %d %d %d %d\n", cmp1(big, n), cmp2(big, n), cmp3(n, big), cmp4(n, big), cmp5(n, big),
         cmp6(big, n), cmp7(n, 0, big));
  printf("%d %d\n", cmp8(1, big, n), cmp9(0, n, big));
  printf("%.1f %.1f %.1f %.1f %d %d %d %d\n", cond(1, big, n), cond2(0, big, n), add(big, n), addf(big, n),
         sw(big, n), (int)ll(n, big), neg(big, n), args(n, big));
  float a[2] = {16777216.0f};
  int i = 16777217;
  double d;
  d = (double)i - a[0];
  printf("%.1f\n", d);
  if ((double)i != a[0]) printf("ne\n");
  while ((double)i > a[0]) {
    printf("gt\n");
    break;
  }
  printf("%d\n", (double)(unsigned)i > a[0] ? 1 : 2);
  printf("%d\n", (float)1.0 / 3 == 1.0 / 3);
  printf("%d\n", (double)i >= a[0] && (double)i > (double)a[0]);
  d = (double)i;
  d = i;
  float g = i;
  printf("%.1f %.1f\n", d, g);
  return (double)n > big;
}
