#include "pointers.h"
#include <stdio.h>

#define HERE(R, N, P) N,
static struct table here = { FUNCTIONS(HERE) };

static int subtract(int a, int b) { return a - b; }

static void call(const struct table *t)
{
	struct wide w = { 2.5, { 1, 2, 3, 4, 5 } };
	struct pair p = t->swap((struct pair){ 3, 4 });
	int (*old)() = (int (*)())t->two;

	printf("%d %d %d %lld\n", t->none(), t->one(-1), t->two(4, 5), t->five(1, 1ll << 40, -3, 65535, "ab"));
	printf("%g %g %d %d\n", t->reals(7, 2, -1), t->single(3), t->narrow(-100, 100), t->narrower(65535, -2));
	printf("%d %d %d\n", t->truth(1), t->next(LOW), t->next(HIGH));
	printf("%d %d\n", t->lower(w.i[4] * 51).a, t->higher(w.i[4] * 13107).b);
	w = t->widen(7, w, 0.25);
	printf("%d %d %g %d\n", p.a, p.b, w.d, w.i[4]);
	printf("%d %d %d\n", t->many(1, 2, 3, 4, 5, 6, 7), t->sum(3, 1, 2, 3), old(6, 7));
}

int main(void)
{
	int (*const two_way[])(int, int) = { subtract, two };

	call(&here);
	call(library());
	for (int i = 0; i < 2; i++)
		printf("%d\n", two_way[i](9, 2));
	printf("%s, %d misaligned\n", here.five == library()->five ? "one address" : "two addresses", misaligned);
	return 0;
}
