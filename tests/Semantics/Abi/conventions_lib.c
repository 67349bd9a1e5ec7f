#include "conventions.h"
#include <stdarg.h>
#include <stdio.h>

FAST int fast(int a, s8 b, int c, long long d) { return a + 3 * b + 5 * c + 7 * (int)(d >> 8); }
FAST int fast_mixed(float a, char *b, double c, short d, int e) { return a * 2 + b[1] + c * 4 + d * 3 + e; }
FAST void fast_none(void) { printf("none\n"); }
FAST int fast_one(int *a) { return ++*a; }
STD long long std(long long a, s8 b, unsigned short c) { return a * 3 + b * 5 + c; }
STD struct pair std_pair(int a, struct pair b) { return (struct pair){ a + b.b, b.a }; }
STD long double std_real(struct three a, long double b, int c) { return a.c[2] + b * 2 + c; }
STD int std_none(void) { return 42; }
REG(1) int reg1(int a, int b) { return a - 2 * b; }
REG(1) int reg1_long(long long a, int b) { return (int)(a >> 4) - b; }
REG(2) int reg2(float a, s8 b, double c, short d, int e) { return a * 2 + b + c * 4 + d * 3 + e * 5; }
REG(3) int reg3(int a, int b, int c, int d, int e) { return a + 2 * b + 3 * c + 4 * d + 5 * e; }
REG(3) long long reg3_long(int a, long long b, int c) { return b * a + c; }
REG(3) long long reg3_late(int a, int b, long long c, int d) { return a + 2 * b + 3 * c + 4 * d; }
REG(0) int reg0(int a, int b) { return a * 7 - b; }

REG(3) int reg3_variadic(int n, ...)
{
	va_list list;
	int total = 0;

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
