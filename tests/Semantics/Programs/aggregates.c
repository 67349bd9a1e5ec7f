#include <stdio.h>
#include <string.h>
#include <stddef.h>
struct point { int x, y; };
struct line { struct point from, to; const char *name; };
union word { unsigned u; float f; unsigned char b[4]; struct { unsigned short lo, hi; }; };
struct __attribute__((packed)) odd { char c; int i; short s; long long l; };
struct flex { int n; int data[]; };
struct outer { int k; union { int a; float b; }; struct { char x, y; } in; struct { int deep; } arr[2]; };
struct over { char c; int v __attribute__((aligned(16))); };
static struct line lines[] = { [1] = { .to = { 3, 4 }, .name = "one" }, { { 1, 2 }, { 5 }, "two" } };
static struct outer o = { .k = 1, .a = 2, .in = { 'x', 'y' }, .arr[1].deep = 9 };
static int matrix[3][4] = { { 1 }, { 0, 2 }, [2][3] = 7 };
static const char *names[] = { "zero", "one", [4] = "four" };
static char text[] = "abc", fixed[5] = "ab", full[3] = "xyz";
static struct point make(int x, int y) { return (struct point){ .y = y, .x = x }; }
static struct line longer(struct line l, int by) { l.to.x += by; l.from = l.to; return l; }
static int area(struct point p) { return p.x * p.y; }
static struct { int a; struct point p[2]; } anon = { 1, { { 2, 3 }, { 4, 5 } } };
int main(void)
{
	for (int i = 0; i < 3; i++) printf("%d %d %d %d %s\n", lines[i].from.x, lines[i].from.y, lines[i].to.x, lines[i].to.y, lines[i].name ? lines[i].name : "-");
	printf("%d %d %c%c %d %d\n", o.k, o.a, o.in.x, o.in.y, o.arr[0].deep, o.arr[1].deep);
	int s = 0; for (int i = 0; i < 3; i++) for (int j = 0; j < 4; j++) s = s * 3 + matrix[i][j]; printf("%d\n", s);
	printf("%zu %zu %s %s %.3s %zu\n", sizeof names / sizeof *names, sizeof text, text, fixed, full, sizeof full);
	struct line l = longer(lines[1], 10); printf("%d %d %d\n", l.from.x, l.to.x, lines[1].to.x);
	printf("%d %d\n", area(make(6, 7)), make(8, 9).y);
	union word w; w.f = 1.5f; printf("%x %x %x %x\n", w.u, w.b[3], w.lo, w.hi); w.hi = 0x4080; printf("%g\n", w.f);
	printf("%zu %zu %zu %zu %zu\n", sizeof(struct odd), offsetof(struct odd, l), sizeof(struct flex), sizeof(struct over), offsetof(struct over, v));
	struct odd d = { 'a', 0x01020304, -2, 1LL << 40 }; struct odd *pd = &d; pd->i++; pd->l--; int *pi = &pd->i; printf("%x %d %lld\n", *pi, pd->s, pd->l);
	char buffer[sizeof(struct flex) + 4 * sizeof(int)]; struct flex *f = (struct flex *)buffer; f->n = 4; for (int i = 0; i < f->n; i++) f->data[i] = i * i; printf("%d %d\n", f->data[3], f->data[2]);
	struct point ps[2] = { make(1, 2) }, *pp = ps; pp[1] = *pp; pp++->x = 5; printf("%d %d %d\n", ps[0].x, ps[1].x, ps[1].y);
	struct point q = ps[0], r; r = q; r.y = 50; printf("%d %d\n", q.y, r.y); printf("%d\n", ((struct point){ 4, 6 }).y + anon.p[1].y);
	int arr[2][3][2] = { { { 1, 2 }, { 3, 4 }, { 5, 6 } }, { { 7, 8 } } }; int (*row)[3][2] = arr; int (*cell)[2] = arr[0]; row++; cell += 2; printf("%d %d %d %zu\n", (*row)[0][1], (*cell)[1], *(*(*(arr + 1) + 0) + 1), sizeof arr[0]);
	printf("%d %d\n", (int)(&arr[1] - &arr[0]), (int)(&arr[1][2][1] - &arr[0][0][0]));
	struct over ov; printf("%d\n", (int)((unsigned long)&ov.v & 15)); memset(&ov, 0, sizeof ov); struct outer o2 = o; o2.b = 1; printf("%x\n", o2.a);
	for (int i = 0; i < 3; i++) { int *lit = (int[]){ i, i + 1, i + 2 }; struct point *t = &(struct point){ i, 2 * i }; s += lit[2] + t->y; } printf("%d\n", s);
	const struct { char tag[4]; int v; } table[] = { { "ab", 1 }, { "cd", 2 } }; printf("%s %d\n", table[1].tag, table[0].v); struct { int e[0]; int n; } z = { .n = 3 }; printf("%d %zu\n", z.n, sizeof z);
	struct point copy[2]; memcpy(copy, ps, sizeof ps); struct { struct point a[2]; } wrap, wrap2; memcpy(wrap.a, ps, sizeof ps); wrap2 = wrap; printf("%d\n", wrap2.a[1].x + copy[0].x);
	return 0;
}
