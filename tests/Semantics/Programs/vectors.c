#include <stdio.h>
typedef int v4si __attribute__((vector_size(16))); typedef float v4sf __attribute__((vector_size(16)));
static v4si add(v4si a, v4si b) { return a + b * 2; }
int main(void) { v4si a = { 1, 2, 3, 4 }, b = { 10, 20, 30, 40 }; v4si c = add(a, b); v4si m = a < b; printf("%d %d %d %d %d\n", c[0], c[1], c[2], c[3], m[2]); v4sf f = { 1.5f, 2, 3, 4 }; f *= f; f[1] = 9; printf("%g %g\n", f[0], f[1]); return 0; }
