#include "registers.h"
extern int printf(const char *, ...);

#define NAMED(R, N, P) N,
static struct table here = { FUNCTIONS(NAMED) };

static int sum(int a, int b, int c, int d) { return a + b * 10 + c * 100 + d * 1000; }

#define RUN(CALL) do { \
	char text[40] = "0123456789abcdefghijklmnopqrstuvwxyz", copy[40] = "Z"; \
	struct half h = CALL(segment)((struct half){ 1, round }, 3, 5ll << 32); \
	struct pair p = CALL(swapped)((struct pair){ round, 6 }, 7); \
	struct big b = CALL(moved)((struct big){ { 1, 2, 3, 4, round } }, 8, 9); \
	struct odd o = CALL(shifted)((struct odd){ { 1, 2, 3, 4, 5, 6, 7 } }, round); \
	struct three t = CALL(turned)((struct three){ { 'a', 'b', 'c' } }, (struct one){ -round }, 3, 4); \
	struct one c = CALL(single)((struct one){ -5 }); \
	struct real r = CALL(real)(1, (struct real){ 2.5 }, 3, (struct narrow){ { 0.5f } }, round); \
	struct narrow n = CALL(narrow)((struct narrow){ { 1.25f } }, round); \
	struct mixed m = CALL(mixed)(round, (struct mixed){ 3, 4.5f }, 2); \
	union both u = CALL(both)((union both){ 0x12345678 }, round); \
	printf("%d %lld %d %d\n", CALL(words)(round, -2, 65535, 4), CALL(wide)(1ll << 40, round, 1ll << 33), CALL(late)(1, 2, 1ll << 34, round), CALL(reals)(0.5f, 1, 1.5, round, 5)); \
	printf("%d %d %d %d %d %d\n", h.lo, h.hi, p.a, p.b, b.a[0], b.a[4]); \
	printf("%d %d %c%c%c %d %g %g %d %g %x\n", o.c[0], o.c[6], t.c[0], t.c[1], t.c[2], c.c, r.d, n.f[0], m.a, m.f, u.i); \
	printf("%c %u %c %c\n", CALL(first)(text), CALL(mask)(text), *CALL(second)(text), *(char *)CALL(third)(text)); \
	printf("%d %d\n", CALL(near)(text, copy), CALL(far)(copy, (unsigned char *)text + 3)); \
	CALL(none)(); \
	CALL(copied)(copy, text, 30 + round); \
	printf("%d %d %d %d %s\n", CALL(variadic)(3, 1, 2, round), CALL(standard)(1, 2, 3, round), CALL(plain)(round, 2), CALL(pointed)(sum, round), copy); \
} while (0)
#define BY_NAME(F) F
#define BY_POINTER(F) table->F

static void run(const struct table *table, int round)
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
	return 0;
}
