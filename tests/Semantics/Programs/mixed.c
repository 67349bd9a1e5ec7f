/* Expressions, conversions, statements in odd places; texts that look like code. */
#include <stdio.h>
#include <string.h>
#include <stdarg.h>
#include <stddef.h>
typedef unsigned char u8; typedef unsigned short u16; typedef unsigned long long u64;
struct p { int x, y; }; struct big { int a[10]; };
static int trace[64], nt; static int T(int x) { trace[nt++ & 63] = x; return x; }
static struct p mk(int x) { struct p p = { x, T(x) }; return p; }
static int vs(int n, ...) { va_list a; int s = 0; va_start(a, n); while (n--) s = s * 3 + va_arg(a, int); va_end(a); return s; }
static int *ptr(int *a, int i) { T(100 + i); return a + i; }
union u { int i; float f; u8 b[4]; struct { u16 lo, hi; }; };
enum e { A = -1, B = 5, C = 0x7fffffff };
int main(void) {
  int a[8] = {1,2,3,4,5,6,7,8}, i = 0, j = 7;
  /* conditional places, comma places, nested assignment */
  *(i ? &i : &j) += 3; printf("%d %d\n", i, j);
  i++; printf("%d\n", i);
  a[(T(1), T(2))] = T(3) + a[0]; printf("%d\n", a[2]);
  a[T(1)] += a[T(2)] -= a[T(3)] *= 2; printf("%d %d %d\n", a[1], a[2], a[3]);
  *ptr(a, 1) <<= *ptr(a, 0) & 3; *ptr(a, 4) %= 3; *ptr(a, 5) /= -2; printf("%d %d %d\n", a[1], a[4], a[5]);
  u8 c = 250; c += 10; printf("%d\n", c); c++; c -= 20; printf("%d\n", c); c *= c; printf("%d\n", c); c >>= 1; c = -c; printf("%d %d\n", c, ~c);
  short s = -32768; s--; printf("%d\n", s); s = -s; printf("%d\n", s); s /= -1; printf("%d\n", s); s <<= 3; printf("%d\n", s); s ^= 0xffff8; printf("%d\n", s); s |= 1.5 > 1; printf("%d\n", s);
  u64 w = 1; w <<= 40 + (c & 0); w -= 3u; w *= -1; printf("%llx %d\n", w, (int)(w >> 33)); w /= 7; w %= 1000; printf("%llu\n", w); w = -1; printf("%d %d\n", w == -1, w > 0xffffffff);
  long long q = -7; printf("%lld %lld %lld %lld\n", q / 2, q % 2, q >> 1, (long long)((u64)q >> 1));
  unsigned n = 3; int m = -5; printf("%d %u %d\n", m < n, m + n, (int)(m / n)); printf("%d\n", -1 < (u8)1); printf("%d\n", (u16)-1 == -1);
  float f = 16777216; f++; printf("%g\n", f); f = 1e10f; int fi = (int)(f / 1e5f); printf("%d\n", fi); double d = 7; d /= 2; d -= i; printf("%g\n", d); i += 2.9; printf("%d\n", i); i -= -0.5f; printf("%d\n", i); c = 3.99; printf("%d\n", c); n = 4e9; printf("%u\n", n); w = 1.8e19; printf("%llu\n", w); d = w; printf("%.0f\n", d); f = w; printf("%.0f\n", f);
  union u u = { .f = 1.0f }; printf("%x %x %x\n", u.i, u.hi, u.b[3]); u.b[3]++; u.lo--; printf("%x\n", u.i);
  struct p ps[3] = {{1,2},{3,4}}, *pp = ps; *pp++ = mk(9); pp->x = pp[-1].y++ + pp++->x; printf("%d %d %d\n", ps[0].x, ps[0].y, (int)(pp - ps)); struct p sp = (i ? ps[0] : ps[1]); printf("%d\n", sp.x + mk(4).y + (i ? mk(5) : mk(6)).x);
  struct big b1 = {{1}}, b2 = b1; b2.a[9] = 4; b1 = b2; printf("%d %d\n", b1.a[9], memcmp(&b1, &b2, sizeof b1));
  printf("%d\n", vs(4, 'a', (short)-3, (u8)255, B)); printf("%d %d\n", A < 0, C + A); enum e e = A; e++; printf("%d %d\n", e, (e | B));
  char str[] = "a;b{c}//d\"\\'\x01\377 ; ; ) /* x */ ??="; for (char *t = str; *t; t++) printf("%d,", *t); printf("%s|%zu\n", "\0hidden" + 1, sizeof "\0x");
  int sw = 0; for (int k = -2; k < 12; k++) switch (k) { case -1: sw += 1; case 'a' - 96: sw += 10; break; case 3 ... 5: sw += 100; if (k == 4) continue; sw++; break; default: sw += 1000; case 7: { int z = k; sw += z; } } printf("%d\n", sw);
  int g = 0; do { if (g == 3) continue; if (g > 5) break; } while (++g < 10); printf("%d\n", g); for (i = 0, j = 9; i < j; i++, --j) if (i == 3) break; printf("%d %d\n", i, j); while (i-- > 0 && j) j--; printf("%d %d\n", i, j);
  int (*fp)(int) = T; printf("%d %d %d\n", fp(3), (*fp)(4), (**fp)(5)); printf("%d\n", (fp == T) + !fp + !!fp); int (*tab[2])(int) = { T, T }; printf("%d\n", tab[T(1)](T(7)) + (i < 0 ? T : fp)(2));
  printf("%d\n", ({ int z = 4; z += T(1); z; }) + ({ T(9); })); printf("%d %d\n", (1, 2), (T(1) && T(0)) || (T(0) || T(5))); printf("%d\n", T(0) ? T(1) : T(2) ?: T(3)); int na = !a[0] - -a[1] + +~a[2] - - -1; printf("%d\n", na);
  printf("%d %d %d\n", (int)sizeof(a[i++]), i, (int)sizeof(struct { char x; double y; })); printf("%d %d\n", (int)offsetof(struct big, a[3]), (int)(long)&((struct p *)8)->y);
  int vla[i + 5]; vla[i + 4] = 3; printf("%d %d\n", (int)sizeof vla, vla[i + 4]); int (*va)[i + 2] = (void *)a; printf("%d %d\n", (int)sizeof *va, va[1][0]); va++; printf("%d\n", (int)((int *)va - a));
  volatile int vi = 3; vi++; printf("%d\n", vi > 0); int r = vi = 9; printf("%d %d\n", r, vi); const char *const lits[] = { "x", "y" "z", [3] = "w" }; printf("%s %s %d\n", lits[1], lits[3], !lits[2]); printf("%d %d\n", 10 - 3 - 2, 100 / 7 % 4 << 2 & 13 | 1 ^ 3); printf("%d %d\n", 07 + 0x1F + 0b11, 'ab'); printf("%d\n", "abc"[1] + 2["abc"]); printf("%u %d\n", 1u - 2, 5 % -3); printf("%d\n", (char)200 + (signed char)200 + (u8)200); printf("%d %d\n", 1 << 31 >> 31, (int)(1u << 31 >> 31)); printf("%lld\n", 2147483647 + 1LL); printf("%d\n", (int)3000000000u);
  for (int k = 0; k < 64; k++) printf("%d ", trace[k]); printf("\n"); return nt & 127; }
