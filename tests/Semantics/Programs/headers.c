/* Headers of loops with texts in them. */
#include <stdio.h>
static int n(const char *s){int k=0; while(*s++) k++; return k;}
int main(void){
  const char *p; int c = 0;
  for (p = "a; ;b; )"; *p; p++) c = c * 31 + *p;
  printf("%d\n", c);
  for (c = 0; c < n("; ; ; )"); c++) printf("%c", "xyz; ; )abcdefg"[c]);
  printf("\n");
  for (;;) { break; }
  for (c = 3; ; ) { if (!c--) break; }
  for (; c < 5; ) c++;
  printf("%d\n", c);
  return 0;
}
