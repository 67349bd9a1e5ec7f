/* Where comments stand in the C#: above types, behind members and constants, in front of statements; those inside a macro's definition nowhere. */
#include <stdio.h>

int before;

#define LIMIT 3 /* elements */
#define TABLE { \
	/* first */ 1, \
/* at the margin */ 2, /* third */ \
	/* fourth */ \
}

/* of the struct */
struct s {
	int a; /* of a */
	/* above b */
	int b;
}; /* behind the struct */

/* far above */

/* right above */
typedef struct {
	int c;
} t;

/* of the values */
static int values[LIMIT] = TABLE;

/* of main */
int main(void)
{
	/* of x */
	struct s x = { values[1], 5 };
	t y = { 1 }; /* behind y */

	/* of the call */
	printf("%d %d %d\n", x.a, x.b, y.c /* of y.c */);
	return before;
}
