#include <stdio.h>
#define INS(x, fn)                                                                                           \
  do {                                                                                                       \
    int _i;                                                                                                  \
    for (_i = 0; _i < 2; _i++) fn((x), _i + 3);                                                              \
  } while (0)
#define CALL2(f, a) (f(a, 1) + f(a, 2))
#define SORT(list, cmp)                                                                                      \
  ({                                                                                                         \
    int _r = 0;                                                                                              \
    if (cmp((list), 7) > 0) _r = 1;                                                                          \
    _r;                                                                                                      \
  })
static void put(int a, int b) { printf("put %d %d\n", a, b); }
static int cmpf(int a, int b) { return a - b; }
static inline int twice(int a, int b) { return a * 2 + b; }
int main(void) {
  INS(5, put);
  INS(6, put);
  printf("%d %d\n", CALL2(twice, 4), CALL2(cmpf, 9));
  printf("%d %d\n", SORT(3, cmpf), SORT(9, cmpf));
  return 0;
}
