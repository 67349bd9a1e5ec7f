/* 64 bits on a 32-bit machine: products, quotients, shifts, a generator, fixed point, FNV-1a. */
#include "bench.h"

typedef unsigned long long u64;
typedef long long s64;

static u64 state = 88172645463325252ull;

static u64 next(void)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return state * 2685821657736338717ull;
}

static u64 fnv(const unsigned char *p, int count)
{
	u64 hash = 14695981039346656037ull;

	while (count--) {
		hash ^= *p++;
		hash *= 1099511628211ull;
	}
	return hash;
}

static u64 multiply_modulo(u64 a, u64 b, u64 modulus)
{
	u64 result = 0;

	for (a %= modulus; b; b >>= 1) {
		if (b & 1)
			result = (result + a) % modulus;
		a = (a << 1) % modulus;
	}
	return result;
}

static s64 square_root(s64 x)
{
	s64 guess = x > 1 ? x >> 1 : 1;

	for (int i = 0; i < 40; i++) {
		s64 better = (guess + x / guess) >> 1;

		if (better == guess)
			break;
		guess = better;
	}
	return guess;
}

/* Signed, 32 bits before the point and 32 behind it. */
static s64 fixed_multiply(s64 a, s64 b)
{
	s64 high = (a >> 32) * b;
	u64 low = (u64)(unsigned)a * (unsigned)b >> 32;

	return high + low + (s64)(unsigned)a * (b >> 32);
}

static int digits(char *to, u64 value)
{
	int count = 0;

	do
		to[count++] = '0' + value % 10;
	while (value /= 10);
	return count;
}

static unsigned work(void)
{
	u64 sum = 0;
	s64 fixed = 1ll << 32;
	char text[24];

	for (int i = 0; i < 3000; i++) {
		u64 v = next();

		sum += v ^ fnv((unsigned char *)&v, 8);
		sum = (sum << (v & 31)) | (sum >> (63 & (64 - (v & 31))));
		fixed = fixed_multiply(fixed, (1ll << 32) + (s64)(v >> 50));
		sum += fixed >> 3;
	}
	for (int i = 0; i < 300; i++) {
		sum ^= square_root((s64)(next() >> 20));
		sum += digits(text, next());
	}
	for (int i = 0; i < 20; i++) {
		u64 a = next();

		sum += multiply_modulo(a, next() >> 30, 1000000007ull + i);
	}
	return (unsigned)(sum ^ sum >> 32);
}
