/* flags: -Wno-implicit-int */
/* What is evaluated though nobody wants its value, and once: arguments of builtins, initialisers of empty structs, outputs of inline assembly; arguments beyond the parameters; arithmetic on null; alignment by typedef. */
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

typedef struct { char x[0]; } nothing;
typedef struct {} empty;
typedef struct { empty e; } around;
typedef struct { char c[8]; } aligned_bytes __attribute__((aligned(8)));
typedef int aligned_int __attribute__((aligned(16)));

static int made, found, numbers[5], target = 5, *pointer;
static va_list *lists[2], **list = lists;

static empty make(void) { empty e; made++; return e; }
static nothing hand(nothing a, int n, empty e) { made += n; return a; }
static int *find(int n) { found += n; return &target; }

static void several(int n, ...)
{
	va_list ap;
	nothing a;
	empty e;

	va_start(ap, n);
	a = va_arg(ap, nothing);
	int i = va_arg(ap, int);
	e = va_arg(ap, empty);
	printf("%d %d %d\n", n, i, va_arg(ap, int));
	va_end(ap);
}

static void listed(const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	lists[0] = &ap;
	vprintf(format, **list);
	va_end(**list++);
	printf("%d\n", (int)(list - lists));
}

static int expected(int x, int y, int z)
{
	if (__builtin_expect(x ? y != 0 : 0, z++))
		return 7;
	int k = __builtin_expect(z--, ++x);
	return z * 100 + k * 10 + x;
}

static int prefetched(int *p)
{
	int *q, j;

	__builtin_prefetch((q = p), 0, 0);
	__builtin_prefetch(&p[j = 3], 0, 0);
	__builtin_prefetch(pointer++);
	__builtin_prefetch(++p);
	return (q == p - 1) + j * 10;
}

static void assembled(void)
{
	int a = 3, i = 0, list[4] = { 1, 2, 3, 4 };

	__asm__("" : "+r"(*find(1)));
	__asm__("addl %1, %0" : "+r"(*find(10)) : "r"(a));
	printf("%d %d\n", found, target);
	__asm__("movl %1, %0" : "=r"(*find(100)) : "r"(a));
	__asm__("incl %0; decl %1" : "+m"(list[i++]), "+r"(list[i++]));
	__asm__("xchgl %0, %1" : "+r"(*find(1000)), "+r"(list[i++]));
	printf("%d %d %d %d %d %d %d\n", found, target, i, list[0], list[1], list[2], list[3]);
}

static int without() { return 5; }
static int old(a, b) int a; double b; { return a + (int)b; }

static char *far_char(int i) { return (char *)0 + i; }
static int *far_int(int i) { return i + (int *)0; }
static int *far_element(int i) { return &((int *)0)[i]; }
static char *far_void(int i) { return (void *)0 + i; }
static int distance(char *p) { return p - (char *)0; }

static long long highest(void)
{
	long long c = 1ULL << 63, a[2] = { 1ULL << 63, -1ULL };
	int y = 32;
	long long x = c >> (y & 31);

	c |= 1ULL << 63;
	return a[0] == 1ULL << 63 ? x + a[1] + (c < 0) : 0;
}

static char before = 1;
static aligned_bytes one = { "abc" };
static char between = 2;
static aligned_int number = 3;
static char behind = 3;
static aligned_bytes many[3];

int main(void)
{
	nothing a;
	empty e, other;

	several(2, a, 5, e, 6);
	around l = (around){ .e = make() }, l2 = { make() }, l3[2] = { { make() }, { make() } };
	other = e;
	a = hand(a, 3, other);
	nothing a1 = a, a2 = hand(a1, 1, e);
	empty es[3] = { make(), e };
	es[1] = make();
	char bytes[3], *to = bytes, *from = bytes;
	*(empty *)to++ = *(empty *)from++;
	*(empty *)to++ = (empty){};
	other = *(empty *)from++;
	made += (int)(to - bytes) + (int)(from - bytes);
	printf("%d %d\n", made, (int)sizeof l);
	listed("%d %d\n", 3, 4);
	printf("%d %d %d\n", expected(1, 0, 10), expected(1, 1, 10), expected(0, 0, 3));
	pointer = numbers;
	printf("%d %d\n", prefetched(numbers), (int)(pointer - numbers));
	assembled();
	printf("%d %d %d\n", without(1.0, 2), without(one, 3LL), old(3, 2.5, 7));
	printf("%p %p %p %p %d\n", far_char(5), (void *)far_int(6), (void *)far_element(7), far_void(8), distance((char *)9));
	printf("%llx\n", highest());

	char c = before;
	aligned_bytes here;
	printf("%d %d %d %d %d %d\n", (int)&one % 8, (int)&number % 16, (int)many % 8, (int)&here % 8, (int)sizeof many, c + between + behind);
	return 0;
}
