#include <stdio.h>

/* half precision is computed in float, and an expression of several operators is rounded once */
__attribute__((noinline)) static _Float16 mix(_Float16 a, _Float16 b) {
  return a * b + a / (b + (_Float16)3) - -a;
}

__attribute__((noinline)) static _Float16 steps(_Float16 a, _Float16 b) {
  _Float16 product = a * b, quotient = a / (b + (_Float16)3);
  return product + quotient + a;
}

__attribute__((noinline)) static _Float16 assigned(_Float16 a, _Float16 b) {
  a *= b * b / (_Float16)3;
  a -= -(b * b) + b;
  a += b;
  return a;
}

__attribute__((noinline)) static _Complex _Float16 turned(_Complex _Float16 a, _Complex _Float16 b) {
  return a * b + a - b * b;
}

int main(void) {
  for (int i = 0; i < 9; i++) {
    _Float16 a = 1 + i * 3, b = i * 0.25 + 0.5;
    printf("%.9g %.9g %.9g\n", (double)mix(a, b), (double)steps(a, b), (double)assigned(a, b));
  }
  _Float16 x = 1000, y = 300;
  float f = x * x, g = (_Float16)(x * x) / y;
  printf("%d %d %d %g %g\n", x * x > (_Float16)60000, (int)(x * y / y), (int)(x * y / y + (x ? y : x * y)), f, g);
  _Complex _Float16 c = turned(3.3f + 2.7if, 1.1f - 0.3if);
  printf("%.9g %.9g\n", (double)__real__ c, (double)__imag__ c);
  return 0;
}
