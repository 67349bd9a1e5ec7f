#include <stdio.h>
int main(void) {
  const char *s = (char *)0 ?: "x";
  char *v = "v";
  const char *t = v ?: "y";
  int n = 0;
  int m = n ?: 5;
  printf("%s %s %d\n", s, t, m);
  volatile int c = 1;
  unsigned u = (c ? (char)200 : 'a') + 1u;
  printf("%u\n", u);
  u = (c ? (signed char)-1 : (unsigned char)3) * 2u;
  printf("%u\n", u);
  long long l = (c ? (short)-5 : 'q') + 1LL;
  printf("%lld\n", l);
  printf("%d\n", (c ? 'a' : (char)7) == 97);
  float f = (c ? (unsigned char)200 : 'c') / 2.0f;
  printf("%f\n", f);
  printf("%s\n", ((void *)0 ?: "z"));
  printf("%d\n", (c ? (unsigned short)65535 : (short)-1) + (c ? 1 : 'b'));
  return (0 ?: 3) + ((char)0 ?: 'b');
}
