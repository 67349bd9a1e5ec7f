/* flags: -funsigned-char */
#include <limits.h>
#include <stdio.h>
#include <string.h>
char g = (char)200;
char a[3] = {-1, 200, 3};
struct s {
  char c;
  char b : 4;
} s = {-1, -1};
static int f(char c) { return c; }
static char h(int x) { return x; }
int main(void) {
  char c = -1;
  char *p = "\377\200a";
  printf("%d %d %d %d %d\n", c, g, a[0], a[1], f(-1));
  printf("%d %d %d\n", p[0], p[1], CHAR_MIN);
  printf("%d %d %d\n", s.c, s.b, h(-3));
  printf("%d %d\n", '\377', c < 0);
  char d = 'a';
  d += 200;
  printf("%d %d\n", d, c >> 1);
  switch (c) {
  case 255: printf("u\n"); break;
  default: printf("s\n");
  }
  printf("%d %s\n", strcmp("a", "a"), "\377" ? "x" : "");
  int n = c;
  n += p[0];
  unsigned char *u = (unsigned char *)p;
  signed char sc = -1;
  printf("%d %d %d %d\n", n, *u, sc, (char)sc);
  printf("%d\n", (c ? c : 'a') + 1);
  return c == 255;
}
