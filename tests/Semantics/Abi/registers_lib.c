#include "registers.h"
#include <stdarg.h>
extern int printf(const char *, ...);
extern void *memcpy(void *, const void *, unsigned);
extern void *memset(void *, int, unsigned);

/* The compilers' own calls have the convention of the build, too. */
void *memcpy(void *to, const void *from, unsigned size)
{
	for (unsigned i = 0; i < size; i++)
		((volatile char *)to)[i] = ((const char *)from)[i];
	return to;
}

void *memset(void *to, int value, unsigned size)
{
	for (unsigned i = 0; i < size; i++)
		((volatile char *)to)[i] = (char)value;
	return to;
}

int words(int a, signed char b, unsigned short c, int d) { return a + 2 * b + 3 * c + 4 * d; }
long long wide(long long a, int b, long long c) { return a + b * c; }
int late(int a, int b, long long c, int d) { return a + 2 * b + (int)(c >> 30) + 5 * d; }
int reals(float a, int b, double c, int d, int e) { return a * 2 + b * 3 + c * 4 + d * 5 + e * 7; }
struct half segment(struct half s, int x, long long y) { return (struct half){ s.hi + x, s.lo + (int)(y >> 32) }; }
struct pair swapped(struct pair p, int x) { return (struct pair){ p.b + x, p.a }; }
struct odd shifted(struct odd o, int x) { return (struct odd){ { o.c[1] + x, o.c[2], o.c[3], o.c[4], o.c[5], o.c[6], o.c[0] } }; }
struct three turned(struct three t, struct one c, int x, int y) { return (struct three){ { t.c[2] + c.c, t.c[0] + x, t.c[1] + y } }; }
struct one single(struct one c) { return (struct one){ c.c * 2 }; }
struct real real(int a, struct real r, int b, struct narrow n, int c) { return (struct real){ a + r.d * 10 + b * 100 + n.f[0] * 1000 + c * 10000 }; }
struct narrow narrow(struct narrow n, int x) { return (struct narrow){ { n.f[0] * x } }; }
struct mixed mixed(int x, struct mixed m, int y) { return (struct mixed){ m.a * x, m.f + y }; }
union both both(union both b, int x) { b.h.lo += x; return b; }
void none(void) { printf("none\n"); }
__attribute__((stdcall)) int standard(int a, int b, int c, int d) { return a * 1000 + b * 100 + c * 10 + d; }
__attribute__((regparm(0))) int plain(int a, int b) { return a * 7 - b; }
int pointed(int (*f)(int, int, int, int), int x) { return f(1, 2, 3, x) - f(x, 0, 0, 1); }

struct big moved(struct big b, int x, int y)
{
	b.a[0] += x;
	b.a[4] -= y;
	return b;
}

int variadic(int n, ...)
{
	va_list list;
	int total = 0;

	va_start(list, n);
	while (n--)
		total = total * 3 + va_arg(list, int);
	va_end(list);
	return total;
}

void copied(char *to, const char *from, unsigned size)
{
	__builtin_memset(to, '.', size);
	__builtin_memcpy(to, from, size - 3);
	to[size] = 0;
}

/* they differ by the result alone */
int first(char *of) { return *of; }
unsigned mask(char *of) { return ~0u - *of; }
char *second(char *of) { return of + 1; }
void *third(char *of) { return of + 2; }
int near(char *of, void *and) { return *of + *(char *)and; }
int far(void *of, unsigned char *and) { return *(char *)of - *and; }

#define NAMED(R, N, P) N,
static struct table own = { FUNCTIONS(NAMED) };

struct table *library(void)
{
	return &own;
}
