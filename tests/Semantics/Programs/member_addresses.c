/* Addresses of members of pointers that point nowhere: offsetof by hand, with and without indices; following them is a fault. */
#include <stdio.h>
#include <stddef.h>
#include <signal.h>
#include <stdlib.h>
struct inner { char c; short in; };
struct p { int x, y; struct p *next; int arr[4]; struct inner s; int m[3][5]; struct inner list[3]; };
struct odd { char a; short b; };
#define OFFSET(t, m) ((size_t)&((t *)0)->m)
#define CONTAINER(ptr, t, m) ((t *)((char *)(ptr) - OFFSET(t, m)))
static void died(int s) { printf("signal %d\n", s); exit(0); }
static int *row(struct p *p) { return p->arr; }
static struct inner *inner_of(struct p *p) { return &p->s; }
int main(int argc, char **argv) {
  setbuf(stdout, 0);
  printf("%u %u %u\n", OFFSET(struct p, y), OFFSET(struct p, s.in), OFFSET(struct p, arr[argc]));
  printf("%u\n", OFFSET(struct p, m[argc][2])); printf("%u\n", OFFSET(struct odd, b)); printf("%u\n", OFFSET(struct p, list[argc].in));
  printf("%d\n", (int)&((struct p *)0)->y); printf("%d\n", (int)&((struct p *)8)->y); printf("%d\n", (int)((struct p *)8)->arr); printf("%d\n", (int)(((struct p *)8)->m + 1)); printf("%d\n", (int)((struct p *)8)->m[1]);
  int *e = &((struct p *)0)->arr[argc]; printf("%d\n", (int)e); e = ((struct p *)4)->arr; printf("%d\n", (int)e); short *h = &(*(struct p *)0x1000).list[2].in; printf("%x\n", (int)h);
  printf("%x\n", (unsigned)&((struct p *)0xfffffff0)->y); printf("%x\n", (unsigned)&((struct p *)-16)->y); printf("%d\n", (int)&((struct p *)0)[3].y); printf("%d\n", (int)&*(int *)12); printf("%d\n", (int)&((int *)16)[-2]);
  struct p v = { 1, 2 }; printf("%d\n", CONTAINER(&v.s.in, struct p, s.in)->y); printf("%d\n", (int)__builtin_offsetof(struct p, list[argc].in));
  printf("%d %d %d\n", (int)row(0), (int)inner_of(0), (int)&inner_of(0)->in);
  static int *const table[] = { &((struct p *)0)->y, ((struct p *)64)->arr }; printf("%d %d\n", (int)table[0], (int)table[1]);
  signal(SIGSEGV, died); if (argc > 1) *(volatile int *)0 = 1; fflush(stdout); if (argc > 2) return ((struct p *)0)->y; ((struct p *)0)->s.in = 3; return 5;
}
