#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* One name in several scopes: arrays, aligned and variable-length objects, enumerators; enumerations in places where nobody looks for them. */
enum big { Least = -1, Wide = 0x123456789ALL };
enum { Unsigned = 0x80000000u, Plain = 5 };
enum colour { Red };

static int in_parameters(enum { In, Param = 7 } x)
{
	return x == Param;
}

static int arrays(int kind)
{
	int sum = 0;

	if (kind == 0) {
		short data[4] = { 1, 2, 3, 4 };
		sum += data[3];
	} else if (kind == 1) {
		char data[] = "text";
		sum += (int)strlen(data);
	} else {
		short *data = (short[]){ 10, 20 };
		_Alignas(32) int value = 3;
		{
			int data[kind];
			data[kind - 1] = 100;
			sum += data[kind - 1];
			{
				unsigned char value[4] = { 9 };
				sum += value[0];
			}
		}
		sum += data[1] + value;
	}
	return sum;
}

static int constants(void)
{
	enum { Range = 50, Half = Range / 2 };
	static int table[Range];
	int result = 0;

	{
		enum { Range = 3, Red = 9 };
		result += Range + Red;
	}
	struct holder { enum { InStruct = 4 } kind; } held = { InStruct };
	for (int i = 0; i < Range; i++)
		table[i] = i;
	switch (result) {
	case Half: result = 1; break;
	case 12: result += Half;
	}
	goto inside;
	{
		enum { Late = 77 };
	inside:
		result += Late;
	}
	return result + table[Half] + (held.kind == InStruct) + Red;
}

/* A static function with a list of arguments, as headers have them. */
static inline int sum(int n, ...)
{
	va_list ap;
	int total = 0;

	va_start(ap, n);
	while (n-- > 0)
		total += va_arg(ap, int);
	va_end(ap);
	return total;
}

/* Two records that come out of one macro, one inside the other, twice. */
#define VALUE(NAME) union { struct { union any v; int tag; } i; double d; } NAME
union any { void *p; int n; };
struct one { VALUE(u); };
struct other { short before; VALUE(u); VALUE(u2); };
#define PAIR(T) struct { T first; struct { T second; } rest; }
struct pairs { PAIR(char) c; PAIR(int) i; };

static int records(void)
{
	struct one a = { .u.i = { .v.n = 3, .tag = 4 } };
	struct other b = { .u.d = 2.5, .u2.i.tag = 9 };
	struct pairs p = { { 'a', { 'b' } }, { 5, { 6 } } };

	return a.u.i.v.n + a.u.i.tag + (int)(b.u.d * 4) + b.u2.i.tag + p.c.rest.second + p.i.rest.second + (int)(sizeof p + sizeof b);
}

/* Characters beside small integers in a conditional. */
static int characters(const char *s, int first, short y)
{
	char previous = first ? '\0' : *(s - 1);

	return previous + (first ? 'a' : y) + (first ? 'b' : 'c') + (first ? y : '\n');
}

/* Records inside records of a function, of its parameters, of a sizeof and of a compound literal; a header of the system inside a function. */
static int inner_records(struct { struct { int x; } in; } *p)
{
#include <bits/types/mbstate_t.h>
	mbstate_t state = { 0 };
	struct local { struct { int x; } in; union { int y; char c[4]; struct { short s[2]; } deep; } u[2]; } a = { { 3 }, { { 1 }, { 0x20003 } } };
	typedef struct { struct { PAIR(int) pair; } z; } named;
	named n = { { { 4, { 5 } } } };
	int size = sizeof(struct { struct { double y; } z; });

	state.__count = size;
	return ((struct wrapped { struct { int y; } z; }){ { 2 } }).z.y + a.in.x + a.u[1].deep.s[1] + n.z.pair.rest.second + state.__count + p->in.x;
}

static volatile double kept;

int main(void)
{
	kept = 2.5;
	kept *= 3;
	printf("%g %d %d %d\n", kept, records(), characters("xyz" + 1, 0, -7), characters("xyz", 1, 300));
	printf("%d\n", inner_records((void *)(int[]){ 100 }));
	printf("%d %d %d\n", arrays(0), arrays(1), arrays(5));
	printf("%d %d\n", constants(), in_parameters(7));
	printf("%lld %u %d %d %d\n", (long long)Wide, Unsigned, Least < 0, Unsigned > 0, Plain);
	printf("%d %d %d\n", (int)sizeof(Wide), (int)sizeof(enum big), (int)(sizeof(void *) * 3 / sizeof(char **)));
	void ***table = __builtin_alloca(16 * sizeof(void **));
	unsigned long size = 3u * (sizeof(void *) + 2u * sizeof(short *));
	table[15] = NULL;
	printf("%lu %d\n", size, sum(4, 1, 2, 3, table[15] == NULL));
	return 0;
}
