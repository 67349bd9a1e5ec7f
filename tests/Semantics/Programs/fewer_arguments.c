#include <stdio.h>
int f();
int g(a, b)
int a, b;
{ return a; }
int h();
int h(x, y)
int x;
double y;
{ return x; }
struct big {
  int a[5];
};
struct big s();
struct big s(a, b)
int a, b;
{
  struct big r = {{a}};
  return r;
}
static int own(a, b, c)
int a, b, c;
{ return a + 1; }
int main(void) {
  printf("%d %d %d\n", g(1), h(2), f(3));
  printf("%d\n", s(7).a[0]);
  printf("%d\n", own(5));
  return 0;
}
int f(a, b, c)
int a, b, c;
{ return a; }
