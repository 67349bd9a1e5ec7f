/* Compression: LZ77 with a hash of three bytes, and back; canonical code lengths of bytes. */
#include "bench.h"

#define SIZE 6000

static unsigned char plain[SIZE], packed[SIZE * 2], again[SIZE];

static int pack(const unsigned char *from, int count, unsigned char *to)
{
	static int heads[1024];
	unsigned char *out = to;
	int at = 0;

	for (int i = 0; i < 1024; i++)
		heads[i] = -1;
	while (at < count) {
		int best = 0, distance = 0;

		if (at + 3 <= count) {
			unsigned h = (from[at] << 6 ^ from[at + 1] << 3 ^ from[at + 2]) & 1023;
			int candidate = heads[h];

			heads[h] = at;
			if (candidate >= 0 && at - candidate < 4096) {
				while (best < 18 && at + best < count && from[candidate + best] == from[at + best])
					best++;
				distance = at - candidate;
			}
		}
		if (best >= 3) {
			*out++ = 0x80 | (best - 3);
			*out++ = distance >> 8;
			*out++ = distance;
			at += best;
		} else {
			*out++ = from[at++] & 0x7f;
		}
	}
	return out - to;
}

static int unpack(const unsigned char *from, int count, unsigned char *to)
{
	const unsigned char *end = from + count;
	unsigned char *out = to;

	while (from < end) {
		int c = *from++;

		if (c & 0x80) {
			int length = (c & 0x7f) + 3;
			const unsigned char *p = out - (from[0] << 8 | from[1]);

			from += 2;
			do
				*out++ = *p++;
			while (--length);
		} else {
			*out++ = c;
		}
	}
	return out - to;
}

/* Huffman's code lengths: the two lightest trees become one until there is one. */
static unsigned code_bits(const unsigned char *p, int count)
{
	unsigned weight[256] = { 0 }, bits = 0;
	int live = 0, alive[128];

	for (int i = 0; i < count; i++)
		weight[p[i]]++;
	for (int i = 0; i < 128; i++)
		if (weight[i])
			alive[live++] = i;
	while (live > 1) {
		int a = 0, b = 1;

		if (weight[alive[b]] < weight[alive[a]]) {
			a = 1;
			b = 0;
		}
		for (int i = 2; i < live; i++) {
			unsigned w = weight[alive[i]];

			if (w < weight[alive[a]]) {
				b = a;
				a = i;
			} else if (w < weight[alive[b]]) {
				b = i;
			}
		}
		weight[alive[a]] += weight[alive[b]];
		bits += weight[alive[a]];
		alive[b] = alive[--live];
	}
	return bits;
}

static unsigned work(void)
{
	static const char *const parts[] = { "the ", "port ", "of a kernel ", "in C ", "is ", "read ", "and ", "compiled ", "again. " };
	unsigned sum = 0;
	int n = 0, length;

	while (n < SIZE) {
		const char *part = parts[noise() % 9];

		while (*part && n < SIZE)
			plain[n++] = *part++;
	}
	length = pack(plain, SIZE, packed);
	if (unpack(packed, length, again) != SIZE || memcmp(plain, again, SIZE))
		return 0xbad;
	for (int i = 0; i < length; i++)
		sum = sum * 31 + packed[i];
	return sum + length + code_bits(plain, SIZE);
}
