#include "pointers.h"
#include <stdarg.h>
#include <stdint.h>

int misaligned;

/* The compiler believes that the stack is aligned, and aligns nothing itself. */
#define CHECK() _Alignas(16) volatile char place[16]; place[0] = 1; if ((uintptr_t)place % 16 != 0) misaligned++

int none(void) { CHECK(); return 7; }
int one(int a) { CHECK(); return a + 1; }
int two(int a, int b) { CHECK(); return a * 10 + b; }
long long five(int a, long long b, s8 c, u16 d, char *e) { CHECK(); return a + b * 3 + c * 5 + d * 7 + e[1]; }
double reals(double a, float b, int c) { CHECK(); return a / b + c; }
float single(float a) { CHECK(); return a * 1.5f; }
s8 narrow(s8 a, u16 b) { CHECK(); return a - b; }
u16 narrower(u16 a, s8 b) { CHECK(); return a * b; }
_Bool truth(_Bool a) { CHECK(); return !a; }
enum level next(enum level a) { CHECK(); return a == LOW ? HIGH : LOW; }
struct pair swap(struct pair a) { CHECK(); return (struct pair){ a.b, a.a }; }
struct pair lower(s8 a) { CHECK(); return (struct pair){ a, -a }; }
struct pair higher(u16 a) { CHECK(); return (struct pair){ a, -a }; }
struct wide widen(int a, struct wide b, double c) { CHECK(); b.d += c; b.i[4] += a; return b; }
int many(int a, int b, int c, int d, int e, int f, int g) { CHECK(); return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g; }

int sum(int n, ...)
{
	va_list list;
	int total = 0;
	CHECK();

	va_start(list, n);
	while (n--)
		total = total * 3 + va_arg(list, int);
	va_end(list);
	return total;
}

#define NAMED(R, N, P) N,
static struct table own = { FUNCTIONS(NAMED) };

struct table *library(void)
{
	return &own;
}
