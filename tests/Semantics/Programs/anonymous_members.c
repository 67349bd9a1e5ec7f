/* Anonymous members have their fields in the struct around, also in initialisers: by designators, without, nested, in unions, one leaving out what the struct around does not. */
#include <stdio.h>

typedef unsigned u;

struct mixed {
	u first;
	union {
		u whole;
		struct { unsigned short lower, upper; };
		unsigned char part[4];
	};
	char last;
};

struct plain { struct { int a, b; }; int c; };
struct nested { int a; struct { int b; struct { int c; union { long long d; short e[2]; }; }; }; };
union choice { struct { char tag; short value; }; int all; };

static struct mixed given[] = { { 1, { 0x10002 }, 'a' }, { .upper = 7, .last = 'b' }, { 3, .part = { 1, 2, 3, 4 } }, { .lower = 9, .upper = 8 } };
static struct nested deep = { 1, { 2, { 3, { .e = { 4, 5 } } } } };

static struct mixed made(u x)
{
	return (struct mixed){ x, .upper = (unsigned short)x, .last = 'm' };
}

static u hash(const struct mixed *m)
{
	return m->first * 31 + m->whole * 7 + m->lower + m->upper * 3 + m->part[1] * 5 + (u)m->last;
}

int main(void)
{
	for (u i = 0; i < sizeof given / sizeof *given; i++)
		printf("%u ", hash(&given[i]));

	struct mixed a = made(70001), b = { .part = { 1, 2 }, .first = a.upper, .last = 'x' };
	struct mixed *p = &(struct mixed){ .first = 1, .part = { 3, 4 } };
	printf("%u %u %u\n", hash(&a), hash(&b), hash(p));

	struct plain all = { { 1, 2 }, 3 }, some = { .b = 5 }, left = { { .b = 6 }, 7 };
	printf("%d %d %d %d %d %d %d\n", all.a + all.b, all.c, some.a, some.b, left.a, left.b, left.c);

	struct nested n = { .d = 0x500060007ll, .a = 1 }, m = deep;
	n.b = m.c++;
	printf("%d %d %d %lld %d %d %d %d\n", n.a, n.b, n.c, n.d, n.e[0], m.c, m.e[1], (int)m.d);

	union choice c = { .value = 3 }, d = { .all = 0x20001 };
	d.tag++;
	*p = (struct mixed){ .lower = (unsigned short)d.all, .last = c.tag };
	printf("%d %d %d %u %u\n", c.tag, c.value, d.value, p->whole, hash(p));
	return 0;
}
