#include <stdio.h>
double f(x, n)
float x;
int n;
{ return x * n; }
int g(c, x, s)
char c;
float x;
short s;
{ return c + (int)(x * 10) + s; }

static double local(x, c)
float x;
char c;
{
  x += c;
  return x * 3;
}
double use(void) {
  double (*q)() = f;
  return local(1.25f, 3) + q(2.5f, 2) + f(0.5f, 7);
}

int main(void) {
  printf("%f\n", f(1.5f, 2));
  printf("%d\n", g('a', 2.5f, 3));
  return 0;
}
