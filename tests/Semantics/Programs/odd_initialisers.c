#include <stdio.h>
union u {
  int x;
  struct {
    int i;
    char n[];
  } k;
} a = {};
union {
  int x;
  struct {
    int i;
    char n[];
  } k;
} b = {5};
union {
  struct {
    int i;
    char n[];
  } k;
  int x;
} d = {.k = {3}};
struct y {
  int s0;
  const char *s;
};
struct x {
  int a;
  struct y y[2];
};
struct {
  struct x x;
  struct y y[1];
} arr[2] = {[1] = {.x.a = 77}, [1].y[0].s = "t"};
struct x two[3] = {[1] = {.a = 3}, [1].y[1].s0 = 9, [1].y[0].s = "q", [2].a = 5};
int main(void) {
  printf("%d %d %d\n", a.x, b.k.i, d.x);
  printf("%d %s\n", arr[1].x.a, arr[1].y[0].s);
  printf("%d %d %s %d\n", two[1].a, two[1].y[1].s0, two[1].y[0].s, two[2].a);
  static struct x st[2] = {[0] = {.a = 1}, [0].y[1].s = "w"};
  struct x au[2] = {[0] = {.a = 1}, [0].y[1].s = "w"};
  printf("%d %s %d %s\n", st[0].a, st[0].y[1].s, au[0].a, au[0].y[1].s);
  return 0;
}
