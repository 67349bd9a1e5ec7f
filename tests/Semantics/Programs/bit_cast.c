#include <stdio.h>

struct pair { short a, b; };
typedef int two __attribute__((vector_size(8)));

static int of_float(float x) { return __builtin_bit_cast(int, x * 2); }
static float of_pair(struct pair p) { return __builtin_bit_cast(float, p); }
static struct pair of_int(int i) { return __builtin_bit_cast(struct pair, i); }
static struct pair of_sum(float x) { return __builtin_bit_cast(struct pair, x + 1); }

/* a vector of 8 bytes, which compilers pass in several ways: nobody but this unit calls it */
static __attribute__((noinline, target("sse2"))) two added(two a, two b) { return a + b; }

int main(void) {
  double d = 1.5;
  struct pair p = of_int(0x40490fdb), q = of_sum(2.5f);
  printf("%x %g %d %d %d\n", of_float(3.25f), of_pair(p), p.a, p.b, q.b);
  printf("%llx %u\n", __builtin_bit_cast(unsigned long long, d), ({ __builtin_bit_cast(unsigned, (float)d); }));
  two sum = added((two){1, 2}, __builtin_bit_cast(two, d));
  printf("%d %d\n", sum[0], sum[1]);
  return 0;
}
