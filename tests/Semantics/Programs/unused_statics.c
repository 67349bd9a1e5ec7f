/* Statics that nothing reaches: what they name need not exist. */
#include <stdio.h>

extern int nowhere(int);
extern int nothing;

/* Wanted by the table alone, and nobody wants the table. */
static int helper(int x)
{
	return nowhere(x) + nothing;
}

static int (*const unused_table[])(int) = { nowhere, helper };
static int *unused_pointer = &nothing;

static int unused_function(void)
{
	static int (*local)(int) = nowhere;

	return local(1) + unused_table[0](2) + *unused_pointer;
}

/* Statics whose addresses only such functions take: one that nothing else reaches, and one that is called. */
static inline int never_called(void)
{
	return nothing;
}

static int eight(void)
{
	return 8;
}

static inline int unused_comparer(int (*with)(void))
{
	return with == never_called || with == eight ? 1 : never_called();
}

/* Reached through others, by way of data and of functions. */
static int value = 5;
static int *pointer = &value;
static int **chain = &pointer;

static int seven(void)
{
	static int count = 6;

	return ++count;
}

struct ops {
	int (*f)(void);
};

static struct ops ops = { seven };

struct ops *get(void)
{
	return &ops;
}

/* By attribute only. */
static int constructed;

__attribute__((constructor)) static void construct(void)
{
	static int by = 3;

	constructed += by;
}

int main(void)
{
	printf("%d %d %d %d\n", **chain, get()->f(), constructed, eight());
	return 0;
}
