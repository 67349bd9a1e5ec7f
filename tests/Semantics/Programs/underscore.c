#include <stdio.h>
static const char *_(const char *s) { return s + 1; }
static int discard(int a) {
  printf("d%d ", a);
  return a;
}
int main(void) {
  puts(_("hello"));
  discard(1);
  int x = 3;
  x;
  x + 1;
  *(&x);
  printf("%s\n", _("abc"));
  volatile int q = 3;
  q;
  return 0;
}
