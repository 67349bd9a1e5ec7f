/* What the campaigns found: each part is the small form of a program that once differed or was refused. */
#include <stdio.h>
#include <stdint.h>

static int8_t narrow(int8_t x, int by) { return (int8_t)(x << by); }

/* clang knows the operand of ~, the C# compiler does not */
static int known_to_clang_alone(int x)
{
	return narrow(~(1 || x), 1);
}

/* a flexible array member with an initialiser: longer than its type */
struct list { unsigned count; short tail[]; };
static struct list numbers = { 3, { 5, -77, 7 } };
static struct { int kind : 4; unsigned n : 9; char text[]; } named = { .n = 300, .text = "flexible", .kind = -2 };
struct deep { const char *name; struct { int a, b[2]; } rows[]; };
struct deep table = { "rows", { { 1, { 2, 3 } }, [2] = { .b = { [1] = 9 } } } };

/* labels of the program beside those that a loop gets when it is written flat */
static unsigned labels(unsigned x)
{
	unsigned h = 1, fuel = 20;

	switch (x & 3) {
	case 0:
		do {
			h = h * 3 + x;
	case 1:
			h++;
			while (h & 1) {
	case 2:
				h += 3;
				if (fuel-- == 0)
					goto end;
			}
		} while (h % 5);
	}
again:
	if (h & 4) {
		h = h * 9 + 1;
		if (fuel-- > 0)
			goto again;
	}
end:
	return h;
}

/* cases that the type of what is chosen by cannot have; a range that is empty once converted */
static unsigned ranges(unsigned x, signed char narrow)
{
	unsigned h = 0;

	switch (x) {
	case -3 ... 28:
		h = 1;
		break;
	case 0 ... 5:
		h = 2;
	default:
		h += 3;
	}
	switch (narrow) {
	case 90 ... 144:
		h = h * 5 + 1;
	case 1000:
		h++;
	}
	switch (narrow) {
	case -200 ... -1:
		while (h & 7) {
	case 100 ... 400:
			h += 3;
		}
	}
	switch ((short)x) {
	case 70000:
		return 0;
	case 7:
		h += 100;
	}
	return h;
}

/* small types without a common one in C# */
static int chosen(int by)
{
	signed char sc = -by;
	unsigned char uc = by + 200;
	short s = -by;
	unsigned short us = by + 60000;

	uc = (unsigned char)(by & 1 ? uc : sc);
	sc = (signed char)(by & 2 ? uc : sc);
	us = by & 4 ? s : us;
	s = by & 8 ? us : sc;
	uc = by & 1 ? sc : us;
	return (by & 1 ? uc : sc) + (by & 2 ? us : s) * 3;
}

/* constants that the type of the cast cannot hold: undefined, so that only whether they are converted shows */
static int converted(int x)
{
	int big = (int)2.1e26;
	unsigned char none = (unsigned char)(x > 100 ? 3653635.75 : 7.9);
	signed char wrapped = (signed char)~((x, 6ul) | 0xeal);

	(void)big;
	return none + wrapped + (int)-2147483648.5 / 1000 + (_Bool)1e300;
}

/* a name is in scope in its own initialiser */
static int of_itself(int x)
{
	int a = (a = x, a + 1);
	struct pair { int one, two; } p = ({ p.one = a; p.two = x; p; });
	void *self = &self;
	int size = sizeof(size);

	return a * 100 + p.one * 10 + p.two + (self == &self) + size;
}

static int both(_Bool less, _Bool greater)
{
	return less + 2 * greater;
}

/* C# would read a call of a generic method a with the types b and c. */
static int two_comparisons(int a, int b, int c, int d)
{
	return both(a < b, c > (d + 1) * 2);
}

int main(void)
{
	int sum = 0;

	printf("%d\n", known_to_clang_alone(3));
	for (int i = 0; i < 16; i++)
		printf("%d ", chosen(i * 17));
	printf("\n%d %d\n", converted(3), of_itself(4));
	for (unsigned i = 0; i < numbers.count; i++)
		sum = sum * 3 + numbers.tail[i];
	printf("%d %d %u %s\n", sum, named.kind, named.n, named.text);
	printf("%s %d %d %d %d\n", table.name, table.rows[0].b[1], table.rows[1].a, table.rows[2].a, table.rows[2].b[1]);
	for (unsigned x = 0; x < 8; x++)
		printf("%u ", labels(x));
	printf("\n");
	for (int i = -128; i < 128; i += 9)
		printf("%u ", ranges((unsigned)i & 7, (signed char)i));
	printf("\n%d %d\n", two_comparisons(1, 2, 9, 3), two_comparisons(2, 1, 7, 3));
	return 0;
}
