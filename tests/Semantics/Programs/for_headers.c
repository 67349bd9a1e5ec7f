#include <stdio.h>
struct n {
  int v;
  struct n *next;
};
static int trace(const char *s, int v) {
  printf("%s%d ", s, v);
  return v;
}
#define entry(p)                                                                                             \
  ({                                                                                                         \
    struct n *_q = (p);                                                                                      \
    trace("e", _q ? _q->v : -1);                                                                             \
    _q;                                                                                                      \
  })
int main(void) {
  struct n c = {3, 0}, b = {2, &c}, a = {1, &b};
  struct n *p, *n;
  for (p = &a, n = ({
                 struct n *q = p->next;
                 trace("i", q->v);
                 q;
               });
       p; p = n, n = ({
                   struct n *q = p ? p->next : 0;
                   trace("s", q ? q->v : -1);
                   q;
                 }))
    trace("b", p->v);
  printf("\n");
  int i, j, k;
  for (i = 0, j = ({
                int t = i + 10;
                t;
              }),
      k = j;
       i < 3; i++, j = ({
                     int t = i * 10;
                     t;
                   }),
      k += j)
    printf("%d %d %d\n", i, j, k);
  for (int x = 3, y = ({
                    int t = x * 2;
                    t;
                  }),
           z = y + 1;
       x; x--, y = ({
                 int t = y + x;
                 t;
               }),
           z = y++)
    printf("%d %d %d\n", x, y, z);
  for (i = 0, i++, j = (i += 5, i), (void)trace("c", i);;) {
    printf("%d %d\n", i, j);
    break;
  }
  for (i = 3; i-- > 0; trace("x", i), i ? trace("y", i) : trace("z", i), j = i) {
    if (i == 1) continue;
    printf("b%d ", i);
  }
  printf("\n");
  for (i = trace("p", 1), j = i == 1 && ({
                                i += 2;
                                i;
                              });
       j < 5; j += ({
                int q = 2;
                q;
              }),
      i++, trace("q", i))
    ;
  printf("\n");
  for (i = 0; trace("t", i), ({
                int m = i;
                m < 3;
              });
       trace("u", i), i = ({
                        int m = i;
                        m + 1;
                      }))
    if (i == 1) continue;
    else trace("w", i);
  printf("\n");
  return 0;
}
