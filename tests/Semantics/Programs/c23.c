/* flags: -std=c23 */
#include <stdckdint.h>
#include <stddef.h>
#include <stdio.h>
enum E : bool { F, T };
enum U8 : unsigned char { A = 200, B };
enum LL : long long { BIG = 0x123456789aLL };
constexpr int K = 5;
constexpr double D = 1.5;
static nullptr_t np = nullptr;
static int take(nullptr_t p) { return p == nullptr; }
static nullptr_t give(void) { return nullptr; }
struct hasn {
  nullptr_t n;
  int x;
};
int main(void) {
  int x = {};
  enum E e = 5 != 0;
  enum U8 u = B;
  enum LL l = BIG;
  printf("%d %d %d %lld %zu\n", x, e, u, (long long)l, sizeof(enum LL));
  int *p = nullptr;
  nullptr_t q = nullptr;
  void *v = q;
  printf("%d %d %d %d %d\n", p == nullptr, v == nullptr, take(q), take(nullptr), q == nullptr);
  int n = 0x1'0000 + 1'000'000 + 0b1010'1010 + 0x7f'ff'ff'ff % 3;
  printf("%d %x\n", n, 0xde'ad'be'efu);
  bool ck;
  int r;
  ck = ckd_add(&r, 2147483647, 1);
  printf("%d %d\n", ck, r);
  unsigned char uc;
  printf("%d %d\n", ckd_sub(&uc, 3, 5), uc);
  typeof(n) m = n;
  typeof_unqual(const int) w = 3;
  auto z = 2.5;
  printf("%d %d %f %d %f\n", m, w, z, K, D);
  struct hasn h = {nullptr, 3};
  printf("%d %d\n", h.n == nullptr, h.x);
  if (q) printf("no\n");
  printf("%d\n", give() ? 1 : 2);
  static_assert(sizeof(nullptr_t) == 4);
  [[maybe_unused]] int mu;
  switch (1) {
  case 1: [[fallthrough]];
  default:
  }
  goto lab;
lab:;
  unsigned char *s8 = u8"hé";
  printf("%d %zu\n", s8[1], sizeof u8"a");
  printf("%d\n", true + false);
  int arr[3] = {};
  printf("%d\n", arr[2]);
lbl:
  int after = 4;
  printf("%d\n", after);
  bool eb = (enum E)1;
  printf("%d\n", eb);
  e = 7;
  printf("%d %d\n", e, e == T);
  return 0;
}
