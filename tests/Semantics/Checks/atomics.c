#include <stdio.h>
#include <limits.h>
_Atomic int ai = INT_MAX;
_Atomic unsigned au = ~0u;
_Atomic short as = 32767;
int main(void) {
  ai++; --ai; ai += 1; ai -= 1; au++;
  as += 7; as++;
  int r = ai++ + ++ai;
  ai = 5; ai *= 2; ai /= 3;
  printf("%d %u %d %d\n", ai, au, as, r);
  return 0;
}
