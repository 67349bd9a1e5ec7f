/* flags: -std=c2x */
#include <stdio.h>
static int f(int n) {
  int v[n] = {};
  int s = 0;
  for (int i = 0; i < n; i++) {
    s += v[i];
    v[i] = i + 1;
  }
  return s;
}
static int g(int n, int m) {
  short v[n][m] = {};
  int s = 0;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < m; j++) {
      s += v[i][j];
      v[i][j] = 77;
    }
  return s;
}
struct s {
  int a;
  double d;
};
static int h(int n) {
  struct s v[n] = {};
  int s = 0;
  for (int i = 0; i < n; i++) {
    s += v[i].a + (int)v[i].d;
    v[i].a = 5;
    v[i].d = 3;
  }
  return s;
}
int main(void) {
  for (int i = 1; i < 5; i++) printf("%d %d %d\n", f(i * 3), g(i, i + 2), h(i));
  int x = {};
  int *p = {};
  struct s q = {};
  int a[3] = {};
  float fl = {};
  printf("%d %d %d %d %f\n", x, p == 0, q.a, a[2], fl);
  for (int k = 0; k < 3; k++) {
    int w[k + 1] = {};
    printf("%d ", w[k]);
    w[k] = 9;
  }
  return 0;
}
