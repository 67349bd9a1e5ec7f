/* What every program here has: how often to do its work (the first argument; once without), repeatable noise, one line of output. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned noise_state = 2463534242u;

/* Marsaglia, "Xorshift RNGs", with the shifts 13, 17, 5. */
static __attribute__((unused)) unsigned noise(void)
{
	noise_state ^= noise_state << 13;
	noise_state ^= noise_state >> 17;
	noise_state ^= noise_state << 5;
	return noise_state;
}

static unsigned work(void);

int main(int argc, char **argv)
{
	int rounds = argc > 1 ? atoi(argv[1]) : 1;
	unsigned sum = 0;

	for (int i = 0; i < rounds; i++)
		sum = sum * 31 + work();
	printf("%08x\n", sum);
	return 0;
}
