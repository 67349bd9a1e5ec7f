/* Statics that no expression reaches, but an attribute names: they are wanted, and so is what they use. */
#include <stdio.h>

static int counter = 40;
static int hidden = 2;

static int target(void)
{
	return counter + hidden;
}

extern int other(void) __attribute__((alias("target")));

static int plain = 11;
extern int again __attribute__((alias("plain")));

static int closed = 3;

static void close_it(int *p)
{
	closed += *p;
}

static int work(void)
{
	int v __attribute__((cleanup(close_it))) = 7;

	return v;
}

static int q = 9;
static int *const *holder = (int *const[]){ &q };

int main(void)
{
	work();
	printf("%d %d %d %d\n", other(), again, closed, **holder);
	return 0;
}
