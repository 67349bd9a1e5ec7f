#include <stdio.h>
#include <stdlib.h>
#include <limits.h>
static volatile int zero, one = 1, neg = -1, vmin = INT_MIN;
int main(int n, char **v) {
  switch (atoi(v[1])) {
  case 0: printf("%d\n", one / zero); break;
  case 1: printf("%d\n", one % zero); break;
  case 2: printf("%d\n", vmin / neg); break;
  case 3: printf("%d\n", vmin % neg); break;
  case 4: printf("%llu\n", 5ull / (unsigned long long)zero); break;
  case 5: { int x = 4; x /= zero; printf("%d\n", x); } break;
  case 6: { unsigned x = 4; x %= zero; printf("%d\n", x); } break;
  case 7: { short x = 4; x /= zero; printf("%d\n", x); } break;
  case 8: printf("%d\n", one / 0); break;
  case 9: printf("%d\n", 1 / 0); break;
  }
  return 0;
}
