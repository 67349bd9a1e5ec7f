/* Where the lengths of variable-length types are evaluated, how long they last, and what such arrays are aligned to. */
#include <stdint.h>
#include <stdio.h>

static int same(int i)
{
	return i;
}

/* A type of a statement expression's block outlives the block. */
static int outlived(int i)
{
	void *p = same(i) + ({ volatile int j = i * 11; (char (*)[j])0; });
	void *q = ({ volatile int j = i + 4; (char (*)[j])0; }) + same(i * 2);
	char *r = (char *)(({ int m = i * 3; char (*a)[m] = 0; a; }) + 1);
	return (int)(intptr_t)p * 1000 + (int)(intptr_t)q + (int)(intptr_t)r;
}

/* A cast evaluates its type before its operand, also where nobody wants the value. */
static int cast(int i)
{
	int seen;
	(int (*)[i++])(void *)0;
	void *p = (int (*)[i++])(seen = i, (void *)0);
	return seen * 100 + i + (p != 0);
}

static int chosen(int n)
{
	char *base = 0;
	char *r = n > 2 ? (char *)((char (*)[n * 5])base + 1) : (char *)((char (*)[n * 7])base + 1);
	return (int)(r - base);
}

/* Each time round. */
static int repeated(int n)
{
	int s = 0;
	for (int i = 1; i < n; i++)
		s = s * 10 + (int)(intptr_t)((char (*)[i])0 + 1);
	while ((intptr_t)((char (*)[n--])0 + 1) > 2)
		s += 3;
	return s;
}

static int beyond(void *p, unsigned bytes)
{
	return (int)((uintptr_t)p % bytes);
}

static int aligned(int n)
{
	_Alignas(256) char a[n];
	_Alignas(64) int b[n][3];
	char c[n] __attribute__((aligned(1024)));
	a[0] = c[0] = 1;
	b[0][0] = 1;
	return beyond(a, 256) | beyond(b, 64) | beyond(c, 1024);
}

struct wide {
	_Alignas(128) int x;
};

/* Compound literals are as aligned as variables. */
static int literal(int n)
{
	struct wide *one = &(struct wide){ n };
	struct wide *all = (struct wide[2]){ { n }, { n + 1 } };
	return beyond(one, 128) + beyond(all, 128) + one->x * 10 + all[1].x + (struct wide){ 100 }.x;
}

int main(void)
{
	printf("%d %d %d %d %d\n", outlived(9), cast(4), chosen(4), chosen(1), repeated(5));
	for (int i = 1; i < 40; i += 13)
		printf("%d %d\n", aligned(i), literal(i));
	return 0;
}
