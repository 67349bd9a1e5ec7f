#include <stdarg.h>
#include <stdio.h>
static long long g(const char *f, ...) {
  va_list ap;
  va_start(ap, f);
  long long r = 0;
  for (; *f; f++) {
    switch (*f) {
    case 'l': r = r * 3 + va_arg(ap, long long); break;
    case 'i': r = r * 3 + va_arg(ap, int); break;
    case 'u': r = r * 5 + va_arg(ap, unsigned); break;
    case 'd': r = r * 7 + va_arg(ap, double); break;
    case 'L': r = r * 9 + va_arg(ap, long double); break;
    case 'p': r = r * 2 + (va_arg(ap, void *) == 0); break;
    case 'U': r = r * 2 + va_arg(ap, unsigned long long); break;
    }
  }
  va_end(ap);
  return r;
}
int true1(void);
enum e { A, B = 5 };
enum big { BIG = 0xffffffffu };
#define N 7
#define LL 5LL
#define UL 4000000000u
int main(void) {
  printf("%lld %d\n", (long long)5, 6);
  printf("%d %d\n", 5, 6);
  printf("%lld %lld\n", 5LL, (long long)N);
  printf("%u %d\n", 5u, 6);
  printf("%d %lld\n", N, LL);
  printf("%llu\n", (unsigned long long)5);
  printf("%llu %d\n", 5ULL, 1);
  printf("%f %d\n", (double)5, 1);
  printf("%f %f\n", (float)5, (double)N);
  printf("%Lf\n", (long double)5);
  printf("%Lf %d\n", (long double)N, N);
  printf("%p %d\n", (void *)0, 0);
  printf("%d %lld\n", 'a', (long long)'b');
  printf("%d %d\n", A, B);
  printf("%lld\n", (long long)B);
  printf("%u\n", BIG);
  printf("%lld\n", (long long)BIG);
  printf("%lld %d\n", (long long)sizeof(int), (int)sizeof(char));
  printf("%u %lld\n", (unsigned)UL, (long long)UL);
  printf("%lld\n", -5LL);
  printf("%d\n", -5);
  printf("%lld\n", (long long)-5);
  printf("%d %d\n", (char)200, (short)70000);
  printf("%lld\n", (long long)(char)200);
  printf("%d\n", (_Bool)5);
  printf("%lld\n", (long long)(1 ? 5 : 6));
  printf("%lld %d\n", 5 ? 1LL : 2, 3);
  printf("%lld\n", g("lili", (long long)1, 2, (long long)3, 4));
  printf("%lld\n", g("iiii", 1, 2, 3, 4));
  printf("%lld\n", g("lll", 1LL, (long long)N, (long long)A));
  printf("%lld\n", g("uUd", 1u, (unsigned long long)1, (double)1));
  printf("%lld\n", g("Lpi", (long double)1, (void *)0, 0));
  printf("%lld\n", g("UiU", 1ULL, 1, (unsigned long long)1u));
  printf("%lld\n", g("ll", 1LL + 1, (long long)(1 + 1)));
  printf("%ld %lu\n", 5L, 6UL);
  printf("%zu\n", sizeof(int));
  printf("%hhd %hd\n", (char)1, (short)2);
  printf("%c\n", 'x');
  printf("%lld\n", (long long)0x7fffffff + 1);
  printf("%lld\n", (long long)true1());
  return 0;
}
int true1(void) { return 1; }
