/* Function-like macros are methods of their names, where that is provably the same. */
struct node { struct node *next; int n; };
struct other { int key; struct node links; };

extern void fail(const char *file, int line, const char *text);
extern int act(int n);
extern void use(int *p);

/* An expression: arguments by value, of the types that the body makes of them. */
#define PAGE_MASK	4095
#define trunc_page(x)	((unsigned)(((unsigned)(x)) & ~PAGE_MASK))
/* The larger of two. */
#define MAX(a, b)	((a) > (b) ? (a) : (b))
/* An answer is a bool. */
#define EMPTY(l)	((l)->next == (l))
/* A statement. */
#define CLEAR(p)	do { (p)->n = 0; if ((p)->next) (p)->next->n++; } while (0)
/* A statement expression with a value. */
#define MIN(a, b)	({ int _a = (a), _b = (b); _a < _b ? _a : _b; })
/* Literals of the preprocessor are arguments, a condition is a bool. */
#define EXPECT(e)	({ if (!(e)) fail(__FILE__, __LINE__, #e); })
/* A variable that the body changes is passed as a place. */
#define SWAP(type, x, y)	do { type tmp = (x); (x) = (y); (y) = tmp; } while (0)
/* One method for each type and field. */
#define PUSH(list, elt, type, field)	do { (elt)->field.next = (list)->next; (list)->next = &(elt)->field; } while (0)
#define KEY(p, field)	((p)->field)
/* Macros in macros. */
#define STEP(l)		do { EXPECT(!EMPTY(l)); CLEAR(l); } while (0)
/* Not methods: it leaves its function, it uses a local, it is the start of a loop. */
#define LEAVE_IF(c)	if (c) return
#define WITH_LOCAL(x)	((x) + local)
#define EACH(l, p)	for ((p) = (l)->next; (p) != (l); (p) = (p)->next)

static unsigned static_base;
#define BASED(x)	((x) + static_base)

int expressions(struct node *l, int a, unsigned u)
{
	int local = 7;

	if (EMPTY(l) || !EMPTY(l->next))
		return MAX(a, 3);
	return MAX(l->n, a) + trunc_page(u) + MIN(a, 4) + WITH_LOCAL(a) + BASED(u) + KEY(l, n);
}

void statements(struct node *l, struct other *o, int a, int b)
{
	struct node *p;

	CLEAR(l);
	STEP(l);
	EXPECT(a == 5);
	EXPECT(l);
	SWAP(int, a, b);
	PUSH(l, o, struct other, links);
	LEAVE_IF(a);
	EACH(l, p)
		CLEAR(p);
}

/* What these do with their arguments is not what a call would do: they stay expanded. */
int expanded(struct node *l, int a)
{
	CLEAR(l->next);		/* it writes what its argument reads */
	return MAX(a++, 3) + MAX(act(1), 2);	/* once or twice */
}

/* Somebody else may change the variable meanwhile: it is passed as a place. */
int shared(struct node *l)
{
	struct node **where = &l;

	*where = l->next;
	CLEAR(l);
	return l->n;
}
