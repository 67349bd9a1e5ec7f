/* Division of 64 bits, with and without a sign: greatest common divisors, decimal digits, calendar dates. */
#include "bench.h"

static unsigned long long gcd(unsigned long long a, unsigned long long b)
{
	while (b) {
		unsigned long long rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

static int digits(unsigned long long value)
{
	int sum = 0;

	for (; value; value /= 10)
		sum += value % 10;
	return sum;
}

static unsigned date(long long seconds)
{
	long long days = seconds / 86400, rest = seconds % 86400;

	if (rest < 0)
		rest += 86400, days--;
	long long era = (days >= 0 ? days : days - 146096) / 146097;
	unsigned day = days - era * 146097;
	return era * 400 + day / 365 + rest / 3600;
}

static unsigned work(void)
{
	unsigned sum = 0;

	for (int i = 0; i < 3000; i++) {
		unsigned long long a = (unsigned long long)noise() << 30 ^ noise(), b = (unsigned long long)noise() << 12 | 1;
		sum = sum * 31 + (unsigned)gcd(a, b);
		sum += digits(a * 7);
		sum += date((long long)(a >> 20) - (1ll << 41));
		sum ^= (unsigned)((long long)(a ^ b) / (int)(noise() | 1));
	}
	return sum;
}
