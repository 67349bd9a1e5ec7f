#include <setjmp.h>
#include <stdio.h>

/* Known by its attribute alone: a C library that is not known by the names of its functions has such. */
extern int again(jmp_buf) __asm__("_setjmp") __attribute__((returns_twice));
static jmp_buf place;

static __attribute__((noinline)) void back(int value) { longjmp(place, value); }

static int tries(int n)
{
	volatile int count = 0;
	int before = n * 3;
	int got = again(place);

	count++;
	printf("%d %d %d\n", got, count, before);
	if (got < 3)
		back(got + 1);
	return count + before;
}

int main(int argc, char **argv)
{
	(void)argv;
	printf("%d\n", tries(argc));
	printf("%d\n", tries(argc + 4));
	return 0;
}
