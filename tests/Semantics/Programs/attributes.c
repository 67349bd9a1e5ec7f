/* flags: -ftrivial-auto-var-init=zero -fvisibility=hidden */
#include <stdio.h>
struct s {
  int a;
  char b[20];
};
static void dirty(void) {
  volatile char x[400];
  for (int i = 0; i < 400; i++) x[i] = 77;
}
static int use(int n) {
  int x;
  struct s s;
  int a[5];
  long long l;
  char v[n];
  int *p;
  int r = x + s.a + s.b[7] + a[3] + (int)l + v[n - 1] + (p != 0);
  x = 3;
  a[3] = 4;
  s.a = 5;
  v[n - 1] = 6;
  return r;
}
__attribute__((visibility("hidden"))) int hid(void) { return 1; }
__attribute__((visibility("hidden"))) int hv = 3;
int pub = 4;
static int wr(void) __attribute__((weakref("nowhere")));
static int wr2(int) __attribute__((weakref("abs")));
int nocom __attribute__((nocommon));
typedef union {
  int *i;
  unsigned *u;
} tu __attribute__((transparent_union));
static int tuf(tu x) { return *x.i; }
int main(void) {
  int r = 0;
  for (int i = 5; i < 8; i++) {
    dirty();
    r = r * 2 + use(i);
  }
  unsigned q = 9;
  int z = 8;
  printf("%d %d %d %d %d %d\n", r, hid(), wr != 0, wr2(-4), tuf(&q), tuf(&z));
  return 0;
}
