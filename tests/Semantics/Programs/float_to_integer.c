/* Numbers that their integer cannot hold are undefined in C and left to the processor by compilers: cvttss2si, cvttsd2si, fistp. */
#include <stdio.h>

static volatile float numbers[] = {
	0, 1.5f, -1.5f, 300, -300, 70000, 1e9f, 2147483520.0f, 2147483648.0f, -2147483648.0f, 2.5e9f, -2.5e9f, 4294967040.0f, 4294967296.0f,
	5e9f, 1e20f, -1e20f, 9.3e18f, 1.9e19f, 1 / 0.0f, -1 / 0.0f, 0 / 0.0f,
};
static volatile double others[] = {
	0.999, -0.999, 2147483647.5, -2147483648.5, 2147483648.0, 4294967295.5, 4294967296.5, -4294967297.0, 9007199254740993.0, 1e300, -1e300,
};

static int of_float(float x)
{
	return x;
}

static unsigned unsigned_of_double(double x)
{
	return x;
}

static void print_float(float x)
{
	printf("%g: %d %u %lld %llu", (double)x, (int)x, (unsigned)x, (long long)x, (unsigned long long)x);
	printf(" | %d %d %d %d %d\n", (short)x, (unsigned short)x, (signed char)x, (unsigned char)x, (_Bool)x);
}

static void print_double(double x)
{
	printf("%g: %d %u %lld %llu", x, (int)x, (unsigned)x, (long long)x, (unsigned long long)x);
	printf(" | %d %d %d %d %d\n", (short)x, (unsigned short)x, (signed char)x, (unsigned char)x, (_Bool)x);
}

static void compute(float x, double y)
{
	int i = 3;
	unsigned u = 7;
	short s = 3;
	unsigned char c = 1;
	long long l = 3;
	struct { unsigned low : 5; int high : 9; } bits = { 1, 2 };

	i += x;
	u *= y;
	s += y;
	c -= x;
	l += x;
	bits.low = x;
	bits.high += y;
	printf("  %d %u %d %d %lld %d %d %d %u\n", i, u, s, c, l, bits.low, bits.high, of_float(x), unsigned_of_double(y));
}

int main(void)
{
	for (unsigned k = 0; k < sizeof numbers / sizeof numbers[0]; k++) {
		print_float(numbers[k]);
		print_double(numbers[k]);
		compute(numbers[k], numbers[k]);
	}

	for (unsigned k = 0; k < sizeof others / sizeof others[0]; k++) {
		print_double(others[k]);
		compute(others[k], others[k]);
	}

	int index = 2.75, table[4] = { 1.25, (int)2.5, -3.5f, 'a' * 0.5 };
	printf("%d %d %d %d %d\n", index, table[0], table[1], table[2], table[3]);
	return 0;
}
