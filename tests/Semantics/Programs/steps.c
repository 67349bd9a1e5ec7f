/* Steps that C# has no operator for, by names that are parts of other words. */
#include <stdio.h>
#include <stdbool.h>
static void show(void *x, void *base){ printf("%d\n", (int)((char*)x-(char*)base)); }
struct o { void *o; bool u; };
int main(void){
  char m[64]; void *b = m, *v = m, *t = m; struct o s = { m, false }, *y = &s;
  show(b++, m); show(b, m); show(v--, m + 8); show(v, m); show(t++, m);
  show(y->o++, m); show(y->o, m);
  bool e = false, r; r = e++; printf("%d %d\n", r, e); r = e--; printf("%d %d\n", r, e); r = y->u++; printf("%d %d\n", r, y->u);
  int g[4][4] = {{1,2,3,4},{5,6,7,8},{9,10,11,12}}; int (*in)[4] = g; int (*i)[4] = g;
  printf("%d\n", (*in++)[1]); printf("%d\n", (*in)[1]); printf("%d %d\n", (*i++)[2], (*i)[0]);
  int (*z[2])[4] = { g, g + 1 }; int k = 0;
  printf("%d\n", (*z[k++]++)[3]); printf("%d %d\n", (*z[0])[0], k);
  return 0;
}
