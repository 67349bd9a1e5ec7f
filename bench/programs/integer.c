/* 32-bit integers: a sieve, Collatz sequences, greatest common divisors, powers modulo a prime. */
#include "bench.h"

#define LIMIT 20000

static unsigned char composite[LIMIT];

static int count_primes(void)
{
	int count = 0;

	memset(composite, 0, sizeof composite);
	for (int i = 2; i < LIMIT; i++) {
		if (composite[i])
			continue;
		count++;
		for (int j = i + i; j < LIMIT; j += i)
			composite[j] = 1;
	}
	return count;
}

static int longest_collatz(int limit)
{
	int best = 0;

	for (int start = 1; start < limit; start++) {
		unsigned n = start;
		int steps = 0;

		while (n != 1) {
			n = n & 1 ? 3 * n + 1 : n >> 1;
			steps++;
		}
		if (steps > best)
			best = steps;
	}
	return best;
}

static int gcd(int a, int b)
{
	while (b) {
		int t = a % b;

		a = b;
		b = t;
	}
	return a;
}

static unsigned power_modulo(unsigned base, unsigned exponent, unsigned modulus)
{
	unsigned result = 1;

	for (base %= modulus; exponent; exponent >>= 1) {
		if (exponent & 1)
			result = result * base % modulus;
		base = base * base % modulus;
	}
	return result;
}

static unsigned work(void)
{
	unsigned sum = count_primes() + longest_collatz(1500);

	for (int i = 1; i < 120; i++)
		for (int j = 1; j < 60; j++)
			sum += gcd(i * 37, j * 91);
	for (unsigned i = 1; i < 2000; i++)
		sum ^= power_modulo(i, i + 12345, 40961);
	return sum;
}
