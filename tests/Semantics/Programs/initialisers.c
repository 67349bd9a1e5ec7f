/* what an initialiser may be: nested designators, ranges, later ones over earlier ones, unions, strings, compound literals */
#include <stdio.h>
#include <string.h>

struct point { int x, y; };
struct shape { const char *name; struct { struct point from, to[2]; } box; union { int i; float f; char c[4]; } tag; int tail[3]; };

static int calls;
static int called(int x) { calls++; return x; }

static const struct shape shapes[] = {
	{ "plain", { { 1, 2 }, { { 3, 4 }, { 5, 6 } } }, { 7 }, { 8, 9, 10 } },
	{ .box.to[1].y = 11, .box.from = { .y = 12 }, .tag.c = "abc", .name = "designated" },
	[5] = { .tail = { [0 ... 1] = 13, [2] = 14 }, .name = "later" },
	[3] = { .name = "earlier", .tag = { .f = 1.5f } },
};

/* C11 6.7.9p19: the later one wins, and what it does not name of the earlier whole stays or not as the standard says */
static const int overlapping[6] = { 1, 2, 3, [1] = 20, 30, [0] = 10, [2 ... 4] = 7, [3] = 8 };
static const struct point twice[] = { { .x = 1, .x = 2, .y = 3 }, [0].y = 4, [1] = { 5, 6 }, [1].x = 7 };
static struct { struct point p; int last; } whole = { .p = { 1, 2 }, .p.x = 9, .last = 3 };

static const char words[][6] = { "one", { 't', 'w', 'o' }, [3] = "three" };
static const char exact[3] = "abc";
static int *const pointers[] = { (int[]){ 1, 2, 3 }, &(int){ 4 }, [3] = (int *)&whole.p.y };

static void print(const struct shape *s)
{
	printf("%s %d,%d %d,%d %d,%d %d %d %d %d\n", s->name ? s->name : "-", s->box.from.x, s->box.from.y, s->box.to[0].x, s->box.to[0].y,
		s->box.to[1].x, s->box.to[1].y, s->tag.i, s->tail[0], s->tail[1], s->tail[2]);
}

static int locals(int n)
{
	struct shape s = { .box = { .to = { [1] = { called(n), called(n + 1) } } }, .tail = { called(1), [2] = n } };
	struct point line[] = { { n, n }, [2] = { .y = n }, { 1, 1 } };
	int table[][2] = { [2] = { n }, [0] = { [1] = n * 2 } };
	struct point moved = *&(struct point){ n, .y = called(5) };

	print(&s);
	s = (struct shape){ .name = "assigned", .tag.c = { [3] = 1 } };
	print(&s);
	return (int)(sizeof line / sizeof *line) * 1000 + (int)(sizeof table / sizeof *table) * 100 + table[0][1] + table[2][0] + line[2].y + line[3].x + moved.y;
}

int main(void)
{
	for (unsigned i = 0; i < sizeof shapes / sizeof *shapes; i++)
		print(&shapes[i]);
	for (unsigned i = 0; i < 6; i++)
		printf("%d ", overlapping[i]);
	printf("%d %d %d %d %d %d %d\n", twice[0].x, twice[0].y, twice[1].x, twice[1].y, whole.p.x, whole.p.y, whole.last);
	printf("%s %s [%s] %s %d\n", words[0], words[1], words[2], words[3], memcmp(exact, "abc", 3));
	printf("%d %d %d %d\n", pointers[0][2], *pointers[1], pointers[2] == NULL, *pointers[3]);
	printf("%d %d\n", locals(3), calls);
	return 0;
}
