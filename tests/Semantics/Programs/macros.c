/* Function-like macros: what becomes a method has to do what the expansion does, also where arguments act, alias or are never reached. */
#include <stdio.h>

struct node { struct node *next; int n; unsigned flags : 5; unsigned char small; };

static int calls;

static int act(int n)
{
	calls = calls * 10 + n;
	return n;
}

#define MAX(a, b)	((a) > (b) ? (a) : (b))
#define TWICE(x)	((x) + (x))
#define SECOND(a, b)	(act(1), (b) - (a))
#define GUARDED(p, v)	((p) ? (v) : -1)
#define SWAPPED(a, b)	((b) * 10 + (a))
#define AFTER(x)	(act(7), (x))
#define ASSIGN(place, v)	((place) = (v))
#define SWAP(type, x, y)	do { type tmp = (x); (x) = (y); (y) = tmp; } while (0)
#define POP(list)	({ struct node *_n = (list); (list) = _n->next; _n; })
#define CLEAR(l)	do { (l)->n = 0; if ((l)->next) (l)->next->n++; } while (0)
#define SKIP_ODD(x, sum)	do { if ((x) & 1) break; (sum) += (x); } while (0)
#define SUM(from, to)	({ int _s = 0; for (int _i = (from); _i <= (to); _i++) { if (_i == 3) continue; _s += _i; } _s; })
#define LEAVE_IF(c)	if (c) return -1
#define CHECK(e)	({ if (!(e)) printf("%d: %s\n", __LINE__ - first_line, #e); })
#define NARROW(x)	((unsigned char)(x))
#define WIDE(x)		((long long)(x) * 2)
#define FIELD(type, p, field)	(((type *)(p))->field)
#define NAMED(a)	number_##a
#define EMPTY(l)	((l)->next == (l))
#define INNER(x)	((x) + 1)
#define OUTER(x)	(INNER(x) * INNER((x) + 1))
#define IDENTITY(x)	x
#define TEXT(x)		#x
#define LOOSE(a, b)	a * b
#define CAPTURES(x)	((x) + local)
#define BIT(p, f)	((p)->f |= 1 << 2)
#define KIND(x)		(sizeof(x))
#define ORDER(a, b, c)	((c) * 100 + (b) * 10 + (a))

static int number_5 = 55;

static int leaves(int c)
{
	LEAVE_IF(c);
	return 0;
}

static void aliased(void)
{
	struct node a = { 0, 1, 2, 3 }, b = { &a, 5, 6, 7 };
	struct node *list = &b, **shared = &list;
	int x = 3, y = 4, *px = &x;

	CLEAR(list);
	printf("%d %d\n", a.n, b.n);
	CLEAR((*shared)->next);
	printf("%d %d\n", a.n, b.n);
	printf("%d\n", SECOND(*px, x));
	printf("%d\n", AFTER(x) + TWICE(*px));
	SWAP(int, x, y);
	printf("%d %d %d\n", x, y, *px);
	printf("%d\n", ASSIGN(x, *px + 1));
	printf("%d %d\n", POP(list)->n, list == &a);
	printf("%d\n", BIT(list, flags));
	printf("%d\n", FIELD(struct node, &a, small) + FIELD(struct node, &b, flags));
}

static int loops(int limit)
{
	int sum = 0, i;

	for (i = 0; i < limit; i++)
		SKIP_ODD(i, sum);
	while (MAX(limit--, 0))
		sum += limit;
	return sum + SUM(1, 5);
}

#define first_line 80
int main(void)
{
	int i = 3, j = 5, local = 100;
	unsigned u = 4000000000u;
	long long big = 1LL << 40;
	double d = 2.5;
	struct node *none = 0, self;
	const char *text = TEXT(a + "b");

	self.next = &self;
	self.n = 9;
	printf("%d %u %lld %.2f\n", MAX(i, j), MAX(u, 1u), MAX(big, (long long)j), MAX(d, 1.5));
	printf("%d %d %d\n", MAX(i++, j++), i, j);
	printf("%d %d\n", TWICE(act(2)), calls);
	printf("%d %d\n", SECOND(act(3), act(4)), calls);
	printf("%d\n", GUARDED(none, none->n));
	printf("%d\n", GUARDED(&self, (&self)->n));
	printf("%d %d\n", SWAPPED(act(5), act(6)), calls);
	calls = 0;
	printf("%d %d\n", ORDER(act(1), act(2), act(3)), calls);
	calls = 0;
	printf("%d %d\n", AFTER(act(8)), calls);
	printf("%d\n", AFTER(calls));
	printf("%d %lld %lld\n", NARROW(i * 100), WIDE(u), WIDE(i));
	printf("%d %s %d\n", NAMED(5), text, LOOSE(i + 1, j + 1));
	printf("%d %d\n", EMPTY(&self), !EMPTY(&self) + EMPTY(self.next));
	printf("%d %d\n", OUTER(i), OUTER(INNER(i)));
	printf("%d %d %d\n", IDENTITY(i) + 1, IDENTITY(act(9)), CAPTURES(i));
	printf("%d %d\n", leaves(0), leaves(1));
	printf("%d\n", (int)KIND(i++) + i);
	CHECK(i == 1);
	CHECK(i != 1 && none == 0);
	CHECK(self.next);
	CHECK(none);
	aliased();
	printf("%d\n", loops(7));
	return 0;
}
