/* A file that is included several times, each time with other names and other lines. */
#ifdef T
/* of every type */
typedef struct {
	T v; /* what it holds */
#ifdef LINKED
	/* the one behind */
	void *next;
#else
	/* no other */
	int n;
#endif
} HELD(NAME);

struct NAME {
	T left, right;
};

static int FUNCTION(NAME)(T v)
{
	/* each function's own */
	struct local { T a, b; } l = { v, v };
	HELD(NAME) h = { v };
	struct NAME pair = { v, v };
	return (int)sizeof(struct local) * 1000 + (int)sizeof h * 100 + (int)(l.b + h.v + pair.right);
}

#undef T
#undef NAME
#undef LINKED
#elif defined BLOCK
{
	struct part {
		BLOCK x;
		char y;
	};
	struct part p = { 5, 6 };
	/* of a block */
	sum = sum * 100 + (int)sizeof p + (int)p.x;
}
#undef BLOCK
#else

#include <stdio.h>

#define HELD_(x) held_##x
#define HELD(x) HELD_(x)
#define FUNCTION_(x) size_##x
#define FUNCTION(x) FUNCTION_(x)
#define SELF "included_again.c"

#define T char
#define NAME small
#include SELF
#define T long long
#define NAME wide
#define LINKED
#include SELF
#define T short
#define NAME middle
#include SELF

/* Names with a dollar, wherever a name stands. */
struct s$ {
	int a$, b$;
};
static int counted;

static void drop$(struct s$ *s)
{
	counted += s->a$;
}

/\
/ Begins on the line before.
static int first = 1; /* Ends on the line behind. *\
/
/\
* Begins on the line before. */ static int second = 2;

int main(void)
{
	int sum = 0;
#define BLOCK char
#include SELF
#define BLOCK long long
#include SELF
#define BLOCK short
#include SELF
	{
		__attribute__((cleanup(drop$))) struct s$ v = { 5, 6 };
		sum += v.b$;
	}
	printf("%d %d %d\n", size_small(1), size_wide(2), size_middle(3));
	printf("%d %d %d\n", sum, counted, first + second);
	return 0;
}
#endif
