/* Calls through tables: operations of objects, a state machine of functions, a filter chain. */
#include "bench.h"

struct shape;

struct shape_ops {
	int (*area)(const struct shape *);
	void (*move)(struct shape *, int, int);
	unsigned (*digest)(const struct shape *, unsigned);
};

struct shape {
	const struct shape_ops *ops;
	int x, y, w, h;
};

static int box_area(const struct shape *s)
{
	return s->w * s->h;
}

static int triangle_area(const struct shape *s)
{
	return s->w * s->h / 2;
}

static void plain_move(struct shape *s, int dx, int dy)
{
	s->x += dx;
	s->y += dy;
}

static void bounded_move(struct shape *s, int dx, int dy)
{
	s->x = (s->x + dx) & 1023;
	s->y = (s->y + dy) & 1023;
}

static unsigned digest(const struct shape *s, unsigned sum)
{
	return sum * 31 + s->x * 7 + s->y;
}

static unsigned digest_area(const struct shape *s, unsigned sum)
{
	return sum * 33 + s->ops->area(s);
}

static const struct shape_ops kinds[] = {
	{ box_area, plain_move, digest },
	{ triangle_area, bounded_move, digest },
	{ box_area, bounded_move, digest_area },
	{ triangle_area, plain_move, digest_area },
};

/* States are functions that give the next one; words, numbers and what is between them are counted. */
struct machine {
	int words, numbers, others;
};

typedef int state(struct machine *, int);

static int between(struct machine *m, int c)
{
	if (c >= 'a' && c <= 'z')
		return m->words++, 1;
	if (c >= '0' && c <= '9')
		return m->numbers++, 2;
	m->others++;
	return 0;
}

static int in_word(struct machine *m, int c)
{
	return c >= 'a' && c <= 'z' ? 1 : between(m, c);
}

static int in_number(struct machine *m, int c)
{
	return c >= '0' && c <= '9' ? 2 : between(m, c);
}

static state *const states[] = { between, in_word, in_number };

static int halve(int v) { return v / 2; }
static int invert(int v) { return ~v; }
static int offset(int v) { return v + 77; }
static int square(int v) { return v * v; }

static int (*const filters[])(int) = { halve, invert, offset, square };

static unsigned work(void)
{
	static struct shape shapes[64];
	struct machine m = { 0 };
	unsigned sum = 0;
	int now = 0, v = 5;

	for (int i = 0; i < 64; i++)
		shapes[i] = (struct shape){ &kinds[noise() & 3], i, i * 2, 3 + i, 5 + i };
	for (int round = 0; round < 40; round++)
		for (int i = 0; i < 64; i++) {
			struct shape *s = &shapes[i];

			s->ops->move(s, round, i);
			sum = s->ops->digest(s, sum + s->ops->area(s));
		}
	for (int i = 0; i < 6000; i++)
		now = states[now](&m, "ab7 z9-q"[noise() >> 8 & 7]);
	for (int i = 0; i < 6000; i++)
		v = filters[i >> 1 & 3](v);
	return sum + m.words * 3 + m.numbers * 5 + m.others + v;
}
