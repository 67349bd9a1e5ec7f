/* casts to union types: whole, in arguments, in conditionals */
#include <stdio.h>
struct pair { short a, b; };
union u { int i; float f; char c[8]; struct pair p; void *v; _Bool q; };
static union u mk(int x) { return (union u)x; }
static int use(union u v, int n) { return v.i + n; }
static union u global = { 77 };
int main(void)
{
	struct pair p = { 3, 4 };
	union u a = (union u)2.5f, b;
	b = (union u)p;
	printf("%d %g %d %d %d\n", mk(3).i, a.f, a.c[7], b.p.a, b.p.b);
	printf("%d %d %d\n", use((union u)5, 6), ((union u)(void *)&p).v == &p, global.i);
	for (int i = 0; i < 3; i++)
		printf("%d ", i == 1 ? ((union u)i).i * 10 : use((union u)(i + 1), i));
	printf("%d\n", ((union u)(_Bool)3).c[0]);
	return 0;
}
