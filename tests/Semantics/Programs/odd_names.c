#include <stdio.h>
#define _(s) (s)
#define N_(s) s
static const char *gettext(const char *s) { return s + 1; }
static int $dollar = 3;
static int a$b(int x$) { return x$ + $dollar; }
struct $s {
  int $f;
};
static int _1(int _) { return _ + 1; }
int p = 3, it = 4;
static void *value;
static int *of(int which) { return which ? &p : &it; }
static void **at(void **value_) { return value_ ? value_ : &value; }

int main(void) {
  puts(_("hello"));
  puts(N_("x"));
  struct $s q = {4};
  printf("%d %d %d\n", a$b(1), q.$f, _1(2));
  int _ = 5;
  _ += 2;
  printf("%d\n", _);
  {
    int __ = _ * 2;
    _ = __;
  }
  printf("%d\n", _);
  for (int _ = 0; _ < 2; _++) printf("%d ", _);
  *at(0) = of(1);
  printf("%d %d %d\n", *of(0), *of(1), *(int *)value);
  (void)gettext;
  return 0;
}
