#include <stdio.h>

/* a declaration and its definition, by one use of a macro, are at one place */
#define FUNCTION(name) int name(int x); int name(int x) { return x + 1; }
#define STATIC(name) static int name(int x); static int name(int x) { return x + 2; }
#define USED(name) static void name(void) __attribute__((used, constructor)); static void name(void) { started++; }
#define INLINE(name) static inline int name(int x); static inline int name(int x) { return x + 3; }
#define VARIABLE(name) extern int name; int name = 4;
#define TENTATIVE(name) static int name; static int name = 5; static int name;
#define TABLE(name) static const int name[2]; static const int name[2] = {6, 7};
#define RECORD(name) struct name; struct name { int x; }; typedef struct name name; typedef struct name name;
#define PAIR(name) int name##_a(void) { return 8; } int name##_b(void) { return name##_a() + 1; }

static int started;
FUNCTION(outer)
STATIC(own)
USED(begin)
INLINE(quick)
VARIABLE(global)
TENTATIVE(local)
TABLE(table)
RECORD(record)
PAIR(pair)

int main(void) {
  record r = {9};
  printf("%d %d %d %d\n", outer(1), own(1), started, quick(1));
  printf("%d %d %d %d\n", global, local, table[0] + table[1], r.x);
  printf("%d %d\n", pair_a(), pair_b());
  return 0;
}
