/* Bit twiddling: counting, reversing, Gray codes, Morton order, queens on a board of bits, a bitmap allocator. */
#include "bench.h"

static int ones(unsigned v)
{
	v = v - (v >> 1 & 0x55555555);
	v = (v & 0x33333333) + (v >> 2 & 0x33333333);
	return ((v + (v >> 4)) & 0x0f0f0f0f) * 0x01010101 >> 24;
}

static unsigned reversed(unsigned v)
{
	v = (v >> 1 & 0x55555555) | (v & 0x55555555) << 1;
	v = (v >> 2 & 0x33333333) | (v & 0x33333333) << 2;
	v = (v >> 4 & 0x0f0f0f0f) | (v & 0x0f0f0f0f) << 4;
	v = (v >> 8 & 0x00ff00ff) | (v & 0x00ff00ff) << 8;
	return v >> 16 | v << 16;
}

static unsigned spread(unsigned v)
{
	v &= 0xffff;
	v = (v | v << 8) & 0x00ff00ff;
	v = (v | v << 4) & 0x0f0f0f0f;
	v = (v | v << 2) & 0x33333333;
	return (v | v << 1) & 0x55555555;
}

static int lowest(unsigned v)
{
	int n = 0;

	while (!(v & 1)) {
		v >>= 1;
		n++;
	}
	return n;
}

static int queens(unsigned all, unsigned columns, unsigned left, unsigned right)
{
	int count = 0;
	unsigned free = all & ~(columns | left | right);

	if (columns == all)
		return 1;
	while (free) {
		unsigned place = free & -free;

		free ^= place;
		count += queens(all, columns | place, (left | place) << 1, (right | place) >> 1);
	}
	return count;
}

#define WORDS 64
static unsigned map[WORDS];

static int take(int count)
{
	int run = 0;

	for (int i = 0; i < WORDS * 32; i++) {
		run = map[i >> 5] & 1u << (i & 31) ? 0 : run + 1;
		if (run == count) {
			for (int j = i - count + 1; j <= i; j++)
				map[j >> 5] |= 1u << (j & 31);
			return i - count + 1;
		}
	}
	return -1;
}

static unsigned work(void)
{
	unsigned sum = 0;

	for (int i = 0; i < 10000; i++) {
		unsigned v = noise();

		sum += ones(v) + reversed(v ^ v >> 1) + (spread(v) | spread(v >> 16) << 1);
		sum = sum << 7 | sum >> 25;
		sum += lowest(v | 1u << 31);
	}
	sum += queens((1 << 8) - 1, 0, 0, 0);
	memset(map, 0, sizeof map);
	for (int i = 0; i < 120; i++) {
		unsigned word = noise() % WORDS;

		sum = sum * 5 + take(1 + (noise() & 15));
		map[word] &= noise();
	}
	return sum;
}
