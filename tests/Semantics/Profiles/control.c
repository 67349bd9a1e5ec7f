#include <stdio.h>
#include <stdlib.h>
#include <setjmp.h>
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define BOTH(a, b) ((a) && (b))
#define LOOP(n)                                                                                              \
  do {                                                                                                       \
    for (int q = 0; q < (n); q++)                                                                            \
      if (q & 1) total++;                                                                                    \
  } while (0)
static int total;
static jmp_buf env;
static int sw(int x) {
  switch (x) {
  case 1: total++;
  case 2: total += 2; break;
  case 3:
  case 4: return 7;
  case 10 ... 20: total -= 1;
  default: total--; break;
  case 99: {
    int k = x;
    if (k) goto out;
  }
  }
out:
  return total;
}
static int duff(int n) {
  int c = 0;
  switch (n % 4) {
  case 0: do { c++;
    case 3: c++;
    case 2: c++;
    case 1: c++;
    } while ((n -= 4) > 0);
  }
  return c;
}
static int gotos(int n) {
  int i = 0;
again:
  i++;
  if (i < n) goto again;
  if (n == 3) {
  in:
    i += 10;
    if (i > 20) goto end;
  } else if (n > 5) goto in;
L1:
L2:
  i++;
end:
  return i;
}
static int logic(int a, int b, int c) {
  int r = a && b;
  r += a || (b && !c);
  if (!(a && b) || (c && 1)) r += 3;
  if (a || 0) r++;
  while (a-- > 0 && r < 10) r++;
  return r ? r : (a ?: b);
}
static int comp(int n) {
  static void *t[] = {&&x, &&y, &&z};
  int s = 0;
  goto *t[n % 3];
x:
  s++;
y:
  s += 2;
  if (n-- > 3) goto *t[n % 3];
z:
  return s;
}
static int stmtexpr(int n) {
  int v = ({
    int q = n;
    if (q > 2) q = 2;
    q;
  });
  return v + ({
           int w = 1;
           for (;;) {
             if (w++ > n) break;
             if (w & 1) continue;
             w++;
           }
         L:
           w;
         });
}
__attribute__((noreturn)) static void leave(int n) { longjmp(env, n ? n : 1); }
static int early(int n) {
  if (n == 0) return 1;
  if (n == 1) leave(5);
  for (int i = 0; i < n; i++) {
    if (i == 4) return i;
    if (i == 2) continue;
    total++;
  }
  return n;
}
int unused_ext(int a) { return a ? 1 : 2; }
static int unused_static(int a) { return a ? 1 : 2; }
static inline int small(int a) { return a > 0 && a < 5 ? a : 0; }
static int dead(int n) {
  if (0) { n++; }
  if (1) n += 2;
  else n--;
  if (0 && n) n++;
  if (sizeof(n) == 4 || n) n++;
  while (0) n++;
  do n--;
  while (0);
  int k = 1 ? n : 3;
  k += 0 ? n : 4;
  return 1 && k;
}
static int vla(int n) {
  int a[n > 2 ? n : 2];
  for (int i = 0; i < n; i++) a[i] = i;
  return sizeof(a) / (n && 1 ? 4 : 2) + a[0];
}
static int var(int n, ...) {
  __builtin_va_list ap;
  __builtin_va_start(ap, n);
  int s = 0;
  for (int i = 0; i < n; i++) s += __builtin_va_arg(ap, int);
  return s > 3 ? s : -s;
}
static int nested(int x, int y) {
  switch (x) {
  case 1:
    switch (y) {
    case 1: return 3;
    default: break;
    }
    break;
  case 2:
    if (y) {
    case 3: total++;
    } else break;
  }
  return 4;
}
static long long wide(long long v) {
  switch (v) {
  case 0x100000000LL: return 1;
  case 5: return 2;
  }
  return 3;
}
static const int tab[] = {1 ? 2 : 3, 4};
static int statics(int n) {
  static int k = 1 ? 5 : 6;
  const int a[] = {1 && 1, 2};
  int b[2] = {n ? 1 : 2, n && 3};
  return k + a[0] + b[0] + b[1];
}
struct s {
  int a, b;
};
static int structs(int n) {
  struct s p = {1, 2}, q = {3, 4};
  struct s r = n ? p : q;
  return r.a + (n ? p : q).b;
}
static void voids(int n) {
  n ? sw(1) : sw(2);
  n &&sw(3);
  (void)(n || sw(4));
  n > 1 ? (void)sw(1) : (void)0;
}
int main(int argc, char **argv) {
  for (int i = 0; i < 25; i++) total += sw(i);
  sw(99);
  for (int i = 1; i < 12; i++)
    total += duff(i) + gotos(i) + logic(i & 1, i & 2, i & 4) + comp(i) + stmtexpr(i) + vla(i) + dead(i) +
             nested(i & 3, i & 1);
  int r = setjmp(env);
  if (r == 0) total += early(5);
  else if (r < 0) total++;
  if (r == 0) early(1);
  early(0);
  early(3);
  LOOP(7);
  total += MAX(total, 3) + MAX(BOTH(total, argc), 2);
  total += small(3) + small(9) + var(3, 1, 2, 3) + var(0);
  total +=
      wide(5) + wide(0x100000000LL) + wide(1) + statics(0) + statics(2) + structs(1) + structs(0) + tab[0];
  voids(0);
  voids(1);
  voids(2);
  if (__builtin_expect(total > 3 && argc, 1)) printf("%d\n", total);
  exit(total > 5 ? 3 : 4);
}
