#include <stdio.h>
#include <stdlib.h>
struct fam { char pad; int count; struct { int x, y; } data[] __attribute__((counted_by(count))); };
struct in2 { unsigned short n; char pad[6]; unsigned char bytes[] __attribute__((counted_by(n))); };
static int get(struct fam *p, int i) { return p->data[i].x; }
static unsigned char *at(struct in2 *p, unsigned i) { return &p->bytes[i]; }
static int side; static struct fam *moved(struct fam *p) { side++; return p; }
int main(int c, char **v) {
  struct fam *p = calloc(1, sizeof *p + 10 * sizeof p->data[0]); p->count = 4;
  struct in2 *q = calloc(1, sizeof *q + 10); q->n = 3;
  for (int i = -1; i < 7; i++) printf("%d\n", get(p, i < 0 ? 5 : i));
  for (int i = 0; i < 6; i++) printf("%d\n", at(q, i) != 0);
  p->data[4].y = 3; p->data[c + 3].x = 4; p->data[c].y++; moved(p); 
  char *m = calloc(1, 64);
  int *a = __builtin_assume_aligned(m + 4 * c, 16); int *b = __builtin_assume_aligned(m, 8, c + 3); double *d = __builtin_assume_aligned((void *)m, 8);
  return *a + *b + (d == 0) + (p->data + 4 == 0) + (*(p->data + 4 + c)).x;
}
