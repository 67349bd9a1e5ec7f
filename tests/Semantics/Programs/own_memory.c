/* flags: -fno-builtin */
#include <stddef.h>
#include <stdio.h>
static int calls[8];
void *memset(void *d, int c, size_t n) {
  calls[0]++;
  unsigned char *p = d;
  while (n--) *p++ = c;
  return d;
}
void *memcpy(void *restrict d, const void *restrict s, size_t n) {
  calls[1]++;
  unsigned char *p = d;
  const unsigned char *q = s;
  while (n--) *p++ = *q++;
  return d;
}
void *memmove(void *d, const void *s, size_t n) {
  calls[2]++;
  unsigned char *p = d;
  const unsigned char *q = s;
  if (p < q)
    while (n--) *p++ = *q++;
  else
    while (n--) p[n] = q[n];
  return d;
}
int memcmp(const void *a, const void *b, size_t n) {
  calls[3]++;
  return 42;
}
size_t strlen(const char *s) {
  calls[4]++;
  return 7;
}
int abs(int x) {
  calls[5]++;
  return 77;
}
int strcmp(const char *a, const char *b) {
  calls[6]++;
  return -3;
}
int main(void) {
  char a[8], b[8];
  volatile size_t n = 8;
  memset(a, 1, n);
  memcpy(b, a, n);
  memmove(a, b, n);
  int r = memcmp(a, b, n);
  volatile int m = -5;
  char *volatile s = "abc";
  printf("%d %d %d %d\n", r, (int)strlen(s), abs(m), strcmp(s, "x"));
  printf("%d %d %d %d %d %d %d\n", calls[0], calls[1], calls[2], calls[3], calls[4], calls[5], calls[6]);
  __builtin_memset(a, 0, n);
  __builtin_memcpy(a, b, n);
  printf("%d %d\n", calls[0], calls[1]);
  return 0;
}
