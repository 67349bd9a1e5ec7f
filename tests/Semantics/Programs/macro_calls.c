/* Macros as methods: blocks that only group, conditions through macros, what a macro computes is no call that could change a place, builtins of the library inside macros and with their value wanted. */
#include <stdio.h>
#include <string.h>

typedef unsigned Instruction;

struct frame { const Instruction *pc; int *top; int hooks; };

static const Instruction code[200000];
static int reloads;

static int hook(struct frame *f)
{
	f->pc++;	/* moves what the caller has at hand */
	return 1;
}

#define FIELD(i, at, size) ((int)(((i) >> (at)) & ((1u << (size)) - 1)))
#define ARG_A(i) FIELD(i, 6, 8)
#define ARG_B(i) FIELD(i, 14, 18)
#define OFFSET(i) (ARG_B(i) - 131071)
#define HOOKED(f, i) (hook(f) + ARG_A(i))
#define PROTECT(x) { { x; } reloads++; }
#define JUMP(f, i, more) { int a = ARG_A(i); if (a > 100) printf("%d\n", a); (f)->pc += OFFSET(i) + (more); }
#define IS_FALSE(o) ((o) == 0 || ((o) == 3 && *code == 0))
#define COPY(to, from, n) __builtin_memcpy(to, from, n)
#define ONE_MORE(x) ((x) + 1)
#define DECLARED(n) int kept##n;
#define DECLARED_TWICE(n) int first##n = n; int second##n = first##n + 1;

static void go(struct frame *f, Instruction i)
{
	if (i > 5) {
		int a = ARG_A(i);
		f->pc += OFFSET(i) + a;
		f->pc += HOOKED(f, i);
	}
	if (i & 1)
		PROTECT(f->hooks--)
	else
		PROTECT(PROTECT(f->hooks += ARG_A(i)))
	JUMP(f, i, 1);
	if (ARG_A(i) ? IS_FALSE(i) : !IS_FALSE(i))
		f->pc++;
	while (f->hooks > 3 && (reloads ? IS_FALSE(f->hooks - 4) : f->pc != code))
		PROTECT(f->hooks--);
}

static int copied(char *to, const char *from, int n)
{
	char *again = __builtin_memset(to + 8, 'x', (unsigned)n);

	COPY(to, from, (unsigned)n);
	again[n] = 0;
	char *found = __builtin_strchr(to, 'c');
	puts(__builtin_memmove(again + 1, again, 2));
	return ONE_MORE(n) + (int)__builtin_strlen(to) + (found ? (int)(found - to) : -1) + __builtin_strcmp(to, from);
}

static char *either(char *to, int n)
{
	return n ? __builtin_memcpy(to, "12", 3) : COPY(to, "3", 2u);
}

extern int nowhere(int);

/* Nobody calls it, so what it calls need not be anywhere. */
static inline int unused(int a)
{
	return nowhere(a) + 1;
}

static int declared(void)
{
	DECLARED(1)
	DECLARED(2)
	kept1 = 3;
	kept2 = 4;
	DECLARED_TWICE(5)
	return kept1 + kept2 + first5 * second5;
}

int main(void)
{
	int none = 0;
	struct frame f = { code + 1000, &none, 7 };
	char text[32] = "";

	for (Instruction i = 0x80001fc0u; i < 0x80001fc6u; i++) {
		go(&f, i & 2 ? i : i & 7);
		printf("%d %d %d\n", (int)(f.pc - code), f.hooks, reloads);
	}
	printf("%d %s %s ", copied(text, "abcd", 5), either(text, 1), text + 8);
	puts(either(text, 0));
	printf("%d\n", declared());
	return __builtin_printf("%s\n", text) - 2;
}
