/* sizeof in words: of objects, of arrays by their number of elements, of what its own declaration names; sums and products regrouped where C does not mind. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stddef.h>

struct s { int a[3]; struct s *next; }; static struct s list[4];
static int grid[3][5]; static char text[10];
typedef int (*fn)(int); static fn fns[6];
static char *names[] = { "a", "bc" }; static long double ld[2]; static wchar_t wide[] = L"abc";
enum e { A, B }; static enum e es[3]; static _Bool flags[3]; static _Complex double cd[2];
struct e0 {}; static struct e0 none[3]; static double ds[0];
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

int main(void)
{
	printf("%zu %zu %zu %zu %zu %zu %zu %zu %zu\n", COUNT(list), COUNT(grid), COUNT(grid[0]), COUNT(text), COUNT(fns), COUNT(names), COUNT(ld), COUNT(wide), COUNT(es));
	printf("%d %d %d\n", (int)sizeof(grid), (int)(sizeof grid * 2 - 4), -(int)sizeof(list));
	int n = sizeof grid, m = sizeof(list) - 5; unsigned char c = sizeof text + sizeof n; long long q = sizeof(grid) + n; short h = sizeof(names); double d = sizeof grid; float f = sizeof list;
	for (int i = 0; i < COUNT(names); i++) puts(names[i]); for (unsigned i = sizeof(list) / sizeof(*list); i--; ) list[i].a[0] = i;
	memset(grid, 1, sizeof grid); memcpy(list + 1, list, sizeof list[0] * 2); char buf[sizeof(list) + 3]; switch (n) { case sizeof grid: puts("grid"); break; case sizeof(struct s): puts("s"); }
	enum { size = sizeof(grid[0]) }; static int st[sizeof grid / 4] = { sizeof grid };
	printf("%d %d %d %lld %d %g %g %zu %d %d %zu %zu\n", n, m, c, q, h, d, f, sizeof buf, size, st[0], sizeof(fn), sizeof(none) + sizeof flags + sizeof cd + sizeof ds + sizeof(int[7]) + sizeof "text" + sizeof(fns[0]) + sizeof &n);
	printf("%d %d %u %d\n", 5 - sizeof(grid) > 0, n < sizeof n, 1u << sizeof(n) * 2, n >> sizeof(names[0])); int *p = malloc(sizeof *p * 4 + sizeof p); p[3] = sizeof(*p) == 4 ? sizeof p : 0; printf("%d %zu %d\n", p[3], ~sizeof(grid), (char)-sizeof(list)); free(p);
	{
		struct s *mine = malloc(sizeof *mine), *two = calloc(2, sizeof(*two) + sizeof mine->a);
		int k = sizeof k + 2;
		struct link { struct link *to; } head = { &head };
		mine->a[0] = k; two->a[1] = 4;
		printf("%d %d %d %d\n", mine->a[0], two->a[1], head.to == &head, 2 * (k * (k + n)) + (m + (k - 3)) + 5 * (3 * k));
		free(mine);
		free(two);
	}
	return sizeof(list) / sizeof(int) % 7 ? sizeof(grid) & ~(sizeof(int) - 1) : 1;
}
