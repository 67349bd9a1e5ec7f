#include <stdio.h>
#include <tgmath.h>
int main(void) {
  float f = 2;
  double d = 2;
  long double l = 2;
  printf("%f %f %Lf\n", sqrt(f), sqrt(d), sqrt(l));
  printf("%zu %zu %zu\n", sizeof sqrt(f), sizeof sqrt(d), sizeof sqrt(l));
  printf("%f\n", pow(f, 3));
  double _Complex z = 1 + 2i;
  printf("%f %f\n", fabs(z), creal(sqrt(z)));
  printf("%f\n", sin(1));
  return 0;
}
