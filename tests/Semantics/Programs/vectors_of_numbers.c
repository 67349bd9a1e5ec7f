#include <stdio.h>

typedef _Float16 halves __attribute__((vector_size(16)));
typedef short shorts __attribute__((vector_size(16)));
typedef float floats __attribute__((vector_size(16)));
typedef unsigned _BitInt(32) words __attribute__((vector_size(16)));
typedef _BitInt(16) bits __attribute__((vector_size(8)));
struct pair { halves v; int after; };

static halves table[2] = {{1, 2, 3, 4, 5, 6, 7, 8}, {0.5, -1, 9, 4}};

__attribute__((noinline)) halves mix(halves a, halves b) { return a * b + a / (b + (_Float16)3) - -a; }

static int sum(shorts mask) {
  int t = 0;
  for (int i = 0; i < 8; i++) t = t * 3 + mask[i];
  return t;
}

int main(void) {
  halves a = table[0], b = table[1], c = mix(a, b);
  for (int i = 0; i < 8; i++) printf("%g ", (double)c[i]);
  struct pair pair = {a, 7};
  pair.v[3] += 2;
  pair.v += (_Float16)1;
  printf("%d %d %g %d\n", sum(a < b), sum(pair.v == a), (double)pair.v[3], pair.after);
  floats wide = __builtin_convertvector((_Float16 __attribute__((vector_size(8)))){1, 2, 3.5, -4}, floats);
  printf("%g %g\n", wide[2], wide[3]);
  words x = {1, 2, 3, 0xffffffff}, y = x * x + (x << (words){1, 2, 3, 4});
  bits z = ~(bits){-5, 6, 300, -3000} / (bits){2, 3, 7, -1};
  for (int i = 0; i < 4; i++) printf("%u %d ", (unsigned)y[i], (int)z[i]);
  printf("\n");
  return 0;
}
