#include "conventions.h"
#include <stdio.h>

#define NAMED(R, N, P) N,
static struct table here = { FUNCTIONS(NAMED) };

#define RUN(CALL) do { \
	int counter = round; \
	struct pair p = CALL(std_pair)(round, (struct pair){ 5, 6 }); \
	printf("%d %d\n", CALL(fast)(round, -4, 7, 1ll << 20), CALL(fast_mixed)(1.5f, "ab", 2.25, -3, round)); \
	CALL(fast_none)(); \
	printf("%d\n", CALL(fast_one)(&counter)); \
	printf("%lld %d %d %Lg %d\n", CALL(std)(1ll << 40, -1, 65535), p.a, p.b, CALL(std_real)((struct three){ { 1, 2, 3 } }, 0.5L, round), CALL(std_none)()); \
	printf("%d %d %d %d\n", CALL(reg1)(round, 3), CALL(reg1_long)(1ll << 36 | 64, 2), CALL(reg2)(0.5f, -1, 1.5, 300, round), CALL(reg3)(1, 2, 3, 4, round)); \
	printf("%lld %lld %d %d\n", CALL(reg3_long)(-3, 1ll << 33, round), CALL(reg3_late)(1, 2, 1ll << 34, round), CALL(reg3_variadic)(4, 1, 2, 3, round), CALL(reg0)(round, 3)); \
} while (0)
#define BY_NAME(F) F
#define BY_POINTER(F) t->F

void run(const struct table *t, int round)
{
	RUN(BY_POINTER);
}

int main(void)
{
	for (int round = 1; round < 4; round++) {
		RUN(BY_NAME);
		run(&here, round);
		run(library(), round);
	}
	printf("%d\n", here.reg3 == library()->reg3 && here.fast == fast);
	return 0;
}
