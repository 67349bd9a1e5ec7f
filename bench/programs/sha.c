/* SHA-256 (FIPS 180-4) and SipHash-2-4 (Aumasson, Bernstein): rotations, additions, 64-bit rounds. */
#include "bench.h"

typedef unsigned int u32;
typedef unsigned long long u64;

static u32 k[64];

static u32 rotated(u32 v, int n)
{
	return v >> n | v << (32 - n);
}

static void block(u32 h[8], const unsigned char *p)
{
	u32 w[64], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], i = h[7];

	for (int t = 0; t < 16; t++, p += 4)
		w[t] = (u32)p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3];
	for (int t = 16; t < 64; t++) {
		u32 x = w[t - 15], y = w[t - 2];

		w[t] = w[t - 16] + (rotated(x, 7) ^ rotated(x, 18) ^ x >> 3) + w[t - 7] + (rotated(y, 17) ^ rotated(y, 19) ^ y >> 10);
	}
	for (int t = 0; t < 64; t++) {
		u32 s = i + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g)) + k[t] + w[t];
		u32 u = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));

		i = g;
		g = f;
		f = e;
		e = d + s;
		d = c;
		c = b;
		b = a;
		a = s + u;
	}
	h[0] += a;
	h[1] += b;
	h[2] += c;
	h[3] += d;
	h[4] += e;
	h[5] += f;
	h[6] += g;
	h[7] += i;
}

#define ROTL(x, b) (u64)((x) << (b) | (x) >> (64 - (b)))
#define ROUND do { \
	v0 += v1; v1 = ROTL(v1, 13) ^ v0; v0 = ROTL(v0, 32); \
	v2 += v3; v3 = ROTL(v3, 16) ^ v2; \
	v0 += v3; v3 = ROTL(v3, 21) ^ v0; \
	v2 += v1; v1 = ROTL(v1, 17) ^ v2; v2 = ROTL(v2, 32); \
	} while (0)

static u64 siphash(const unsigned char *p, unsigned count, u64 k0, u64 k1)
{
	u64 v0 = k0 ^ 0x736f6d6570736575ull, v1 = k1 ^ 0x646f72616e646f6dull, v2 = k0 ^ 0x6c7967656e657261ull, v3 = k1 ^ 0x7465646279746573ull;
	u64 last = (u64)count << 56;

	for (; count >= 8; count -= 8, p += 8) {
		u64 m;

		memcpy(&m, p, 8);
		v3 ^= m;
		ROUND;
		ROUND;
		v0 ^= m;
	}
	for (unsigned i = 0; i < count; i++)
		last |= (u64)p[i] << 8 * i;
	v3 ^= last;
	ROUND;
	ROUND;
	v0 ^= last;
	v2 ^= 0xff;
	ROUND;
	ROUND;
	ROUND;
	ROUND;
	return v0 ^ v1 ^ v2 ^ v3;
}

static unsigned work(void)
{
	static unsigned char data[2048 + 5];
	u32 h[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
	u64 sip;

	for (int t = 0; t < 64; t++)
		k[t] = noise();
	for (unsigned i = 0; i < sizeof data; i++)
		data[i] = noise() >> 9;
	for (int i = 0; i < 2048; i += 64)
		block(h, data + i);
	sip = siphash(data, sizeof data, 1, 2);
	return h[0] ^ h[7] ^ (u32)sip ^ (u32)(sip >> 32);
}
