#include <math.h>
#include <stdio.h>
#include <string.h>
static unsigned b(float f) {
  unsigned u;
  memcpy(&u, &f, 4);
  return u;
}
static unsigned long long bd(double f) {
  unsigned long long u;
  memcpy(&u, &f, 8);
  return u;
}
float gf = NAN;
double gd = NAN;
float gn = -NAN;
double pay = __builtin_nan("0x123");
float sn = __builtin_nansf("");
double snd = __builtin_nans("0x55");
long double ln = __builtin_nanl("0x7");
static void pl(long double l) {
  unsigned char c[12];
  memcpy(c, &l, 10);
  for (int i = 9; i >= 0; i--) printf("%02x", c[i]);
  printf("\n");
}
int main(void) {
  printf("%x %x %x\n", b(NAN), b(-NAN), b(__builtin_nanf("0x1234")));
  printf("%llx %llx %llx %llx\n", bd(NAN), bd(-NAN), bd(__builtin_nan("0x123")), bd(__builtin_nans("0x5")));
  printf("%x %llx %x %llx %x %llx\n", b(gf), bd(gd), b(gn), bd(pay), b(sn), bd(snd));
  pl(NAN);
  pl(-(long double)NAN);
  pl(__builtin_nanl("0x99"));
  pl(ln);
  printf("%f %f %d\n", NAN, -NAN, signbit(NAN) != 0);
  double d = NAN;
  float f = NAN;
  printf("%llx %x\n", bd(d), b(f));
  double i = INFINITY, j = -INFINITY;
  printf("%f %f %llx\n", i, j, bd(-INFINITY));
  printf("%x\n", b((float)__builtin_nan("0x123")));
  struct {
    float f;
    double d;
  } s = {NAN, -NAN};
  printf("%x %llx\n", b(s.f), bd(s.d));
  printf("%f\n", 0 ? 1.0 : -NAN);
  printf("%llx\n", bd(copysign(NAN, -1)));
  printf("%llx\n", bd(-0.0));
  printf("%f\n", (double)nanf(""));
  return 0;
}
