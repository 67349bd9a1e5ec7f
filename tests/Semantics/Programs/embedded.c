/* flags: -std=c23 */
#include <stdio.h>
static const unsigned char g[] = {
#embed "embedded.bin"
};
static int i3[] = {1,
#embed "embedded.bin" limit(3)
                   , 9};
int main(void) {
  unsigned char a[] = {
#embed "embedded.bin"
  };
  int n[] = {
#embed "embedded.bin" prefix(7, ) suffix(, 8)
      , 5};
  struct {
    int x;
    unsigned char b[6];
    int y;
  } s = {1,
         {
#embed "embedded.bin"
         },
         2};
  int one =
#embed "embedded.bin" limit(1)
      ;
  printf("%zu %zu %zu\n", sizeof g, sizeof a, sizeof n / 4);
  for (unsigned i = 0; i < sizeof a; i++) printf("%d %d ", a[i], g[i]);
  for (unsigned i = 0; i < sizeof n / 4; i++) printf("%d ", n[i]);
  for (unsigned i = 0; i < sizeof i3 / 4; i++) printf("%d ", i3[i]);
  printf("\n%d %d %d %d\n", s.x, s.b[5], s.y, one);
  return 0;
}
