#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct inner { int a; double d; char c[4]; };
union both { int i; double d; };
struct whole {
    char k; struct inner in; int bits : 3; struct inner list[3]; struct whole *next; struct inner *other;
    struct { int x, y; }; union { int u; float v; }; union both both; int (*call)(int, struct whole *);
};
struct __attribute__((packed)) tight { char c; int i; struct inner in; };
typedef int (*function)(int, struct whole *);

static int other(long a) { return (int)a; }
static int same(int a, struct whole *p) { return a + (p != 0); }
static int bare() { return 7; }

void *keep(void *p) __attribute__((nonnull));
void *keep(void *p) { return 0; }
int second(int a, char *p, char *q) __attribute__((nonnull(2)));
int second(int a, char *p, char *q) { return a + (q != 0); }
static int third(int a, double b, char *p __attribute__((nonnull))) { return a + (b > 2); }
void *sure(int n) __attribute__((returns_nonnull));
void *sure(int n) {
    static int x;
    if (n) return &x;
    return 0;
}

__attribute__((noinline)) static int members(struct whole *p, struct whole v, int i) {
    struct whole l = v;
    int r = p->k;
    r += p->in.a;
    r += (*p).in.c[i];
    p->bits = 3; r += p->bits++;
    p->x = 4; r += p->y; p->u = 3; r += p->both.i;
    l = *p;
    p->in = v.in;
    p->in.d *= 2;
    r += p->list[i].a + p->next->list[1].c[2] + p->other->a;
    struct whole *n = &p->next[i];
    int *to = &p->list[i].a;
    (*to)++; ++*to; *to += 5; r += (p->list + 1)->a;
    return r + (p ? p : n)->k + v.in.a + *(to + 1) + l.in.a;
}

__attribute__((noinline)) static int pointers(int *q, int i, volatile int *v, void *any) {
    int local[4] = {0, 1, 2, 3}, r = *q;
    int (*rows)[3] = (int (*)[3])q;
    r += q[i] + *v + v[1] + i[q];
    *q += 2; (*q)++;
    q++; q--; ++q; --q; q += i; q -= i; q = q - i; q = i + q;
    r += local[i] + *(local + i) + *(int *)any;
    any = (char *)any + 1; any++; any -= i;
    r += rows[i][1]; rows++; rows += i; rows -= i + 1; r += rows[0][i] + (*rows)[2] + *rows[0];
    int vla[i + 2][i + 1]; vla[1][0] = 5; vla[0][0] = 2;
    int (*row)[i + 1] = vla; row++; r += (*row)[0]; row -= 1; r += row[1][0] + (*(row + i))[0];
    memcpy(local, q, 4); memmove(q, local, 4); memset(q, 0, 4);
    return r + *(const char *)q + "text"[i] + ((struct inner){ 1, 2, "ab" }).c[i];
}

static int calls(function h, struct whole *p, int (*old)(), int c) {
    int (*list[2])(int, struct whole *) = { h, same };
    p->call = h;
    return h(1, p) + (*h)(2, p) + list[c - 1](3, p) + p->call(4, p) + (c ? h : same)(5, p) + old(1, 2) + same(6, p);
}

static int packed(struct tight *t, int i) { t->i = 5; t->in.a = i; t->in.d++; return t->i + t->in.a + t->in.c[i]; }

__attribute__((no_sanitize("alignment", "null"))) static int unseen(int *p, int i) { return *p + p[i]; }

static unsigned sums(char *p, size_t n, long long far) {
    char *q = p + n; q -= n; q = p + far; q = p - far;
    return (unsigned)(q - p);
}

int main(int c, char **arguments) {
    static struct whole t; static double memory[200]; static int list[30];
    char *odd = (char *)memory + 1;
    t.next = &t; t.other = &t.in;
    printf("%d\n", members(&t, t, 1));
    printf("%d\n", pointers(list, 1, list, list));
    printf("%d\n", packed((struct tight *)odd, c));
    printf("%d\n", calls(same, &t, bare, c));
    memory[1] = 3;
    struct whole *p = (struct whole *)odd;
    memcpy(odd, &t, sizeof t);
    printf("%d\n", members(p, t, 1));
    printf("%d\n", pointers((int *)((char *)memory + 2), 1, (volatile int *)odd, odd));
    printf("%d\n", calls((function)other, &t, (int (*)())same, c));
    printf("%d\n", unseen((int *)odd, c));
    printf("%d\n", packed((struct tight *)(memory + 4), c));
    int *a = __builtin_assume_aligned((char *)memory + 4, 16), *b = __builtin_assume_aligned(memory, 8, c + 3);
    printf("%d %d\n", a != b, sums(odd, (size_t)-16, 0x7fffffff00LL) != 0);
    sure(1); sure(0); keep(0); third(1, 2, 0);
    printf("%d\n", second(1, 0, "") + second(2, "", 0));
    char *null = 0; null++; null = null - 1; null += c; null = 0; null = null + (c - 1); null = &null[c];
    struct whole *none = 0; char *c1 = &none->in.c[1]; int *x = &none->x; printf("%d %d\n", c1 != 0, x != 0);
    int *far = list; far += 0x7fffffff; printf("%d\n", far != list);
    return 0;
}
