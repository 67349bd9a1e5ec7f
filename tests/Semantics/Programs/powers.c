#include <stdio.h>
int main(void) {
  volatile double x = 1.5;
  volatile int n = 5;
  printf("%a %a %La\n", __builtin_powi(x, n), (double)__builtin_powif((float)x, n),
         __builtin_powil(x, n + 6));
  return 0;
}
