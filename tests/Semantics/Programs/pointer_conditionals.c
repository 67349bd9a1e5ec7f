#include <stdint.h>
#include <stdio.h>

struct narrow {
  int x;
} narrow = {1};
struct wide {
  int y, z;
} wide = {2, 3};
static int turn;

static int pick(void) { return turn++ & 1; }
static void *given(void *p) { return p; }
static struct narrow *none(void) { return 0; }

/* void* out of pointers of two types: as a number, another pointer, a truth value, compared, dereferenced */
int main(void) {
  struct narrow *a = &narrow;
  struct wide *b = &wide;
  uintptr_t first = (uintptr_t)(pick() ? (void *)a : (void *)b);
  int *second = (int *)(pick() ? (void *)a : (void *)b);
  printf("%d %d\n", first == (uintptr_t)b, *second);
  printf("%d %d\n", (pick() ? (void *)a : (void *)b) == (void *)b, !(pick() ? (void *)a : (void *)b));
  struct wide *third = pick() ? (void *)a : (void *)b;
  void *fourth = given(pick() ? (void *)a : b);
  printf("%d %d\n", third->y, fourth == a);
  printf("%d\n", (char *)(pick() ? (void *)a : (void *)b) + 1 == (char *)b + 1);
  uintptr_t nested = (uintptr_t)(pick() ? pick() ? (void *)a : (void *)&turn : (void *)b);
  printf("%d %d\n", nested == (uintptr_t)&turn, (pick() ? (void *)a : (void *)b) ? 5 : 6);
  printf("%d\n", ((struct narrow *)(pick() ? (const void *)b : (const void *)a))->x);
  if (pick() ? (void *)a : (void *)b)
    turn += 10;
  switch ((uintptr_t)(pick() ? (void *)a : (void *)b) & 0) {
  case 0:
    turn++;
  }
  printf("%d %d\n", turn, (pick() ? (void *)0 : (void *)b) && turn);
  printf("%d %d\n", (uintptr_t)((void *)none() ?: (void *)b) == (uintptr_t)b, ((void *)a ?: (void *)b) == a);
  return 0;
}
