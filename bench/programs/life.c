/* Grids of bytes and words: Life on a torus, a flood fill with a stack, a box filter, shortest paths. */
#include "bench.h"

#define W 48
#define H 32

static unsigned char now[H][W], then[H][W];

static void generation(void)
{
	for (int y = 0; y < H; y++)
		for (int x = 0; x < W; x++) {
			int n = 0;

			for (int dy = -1; dy <= 1; dy++)
				for (int dx = -1; dx <= 1; dx++)
					if (dx || dy)
						n += now[(y + dy + H) % H][(x + dx + W) % W];
			then[y][x] = n == 3 || (n == 2 && now[y][x]);
		}
	memcpy(now, then, sizeof now);
}

static int fill(int x, int y, unsigned char from, unsigned char to)
{
	static short stack[4 * W * H][2];
	int top = 0, count = 0;

	stack[top][0] = x;
	stack[top++][1] = y;
	while (top) {
		x = stack[--top][0];
		y = stack[top][1];
		if (x < 0 || y < 0 || x >= W || y >= H || now[y][x] != from)
			continue;
		now[y][x] = to;
		count++;
		for (int d = 0; d < 4; d++) {
			stack[top][0] = x + (d == 0) - (d == 1);
			stack[top++][1] = y + (d == 2) - (d == 3);
		}
	}
	return count;
}

static void blur(unsigned char *to, const unsigned char *from, int width, int height)
{
	for (int y = 1; y < height - 1; y++)
		for (int x = 1; x < width - 1; x++) {
			const unsigned char *p = from + y * width + x;

			to[y * width + x] = (p[-width] + p[-1] + 4 * p[0] + p[1] + p[width]) >> 3;
		}
}

static unsigned cheapest(void)
{
	static unsigned short cost[H][W];
	int changed = 1;

	memset(cost, 0xff, sizeof cost);
	cost[0][0] = 0;
	while (changed) {
		changed = 0;
		for (int y = 0; y < H; y++)
			for (int x = 0; x < W; x++) {
				unsigned best = cost[y][x];

				if (x && cost[y][x - 1] + now[y][x] + 1u < best)
					best = cost[y][x - 1] + now[y][x] + 1;
				if (y && cost[y - 1][x] + now[y][x] + 1u < best)
					best = cost[y - 1][x] + now[y][x] + 1;
				if (best < cost[y][x]) {
					cost[y][x] = best;
					changed = 1;
				}
			}
	}
	return cost[H - 1][W - 1];
}

static unsigned work(void)
{
	unsigned sum = 0;

	for (int y = 0; y < H; y++)
		for (int x = 0; x < W; x++)
			now[y][x] = noise() >> 7 & 1;
	for (int i = 0; i < 6; i++)
		generation();
	sum = fill(0, 0, now[0][0], 9);
	for (int y = 0; y < H; y++)
		for (int x = 0; x < W; x++)
			now[y][x] *= 20;
	for (int i = 0; i < 4; i++) {
		blur(&then[0][0], &now[0][0], W, H);
		blur(&now[0][0], &then[0][0], W, H);
	}
	for (int y = 0; y < H; y++)
		for (int x = 0; x < W; x++)
			sum = sum * 31 + now[y][x];
	return sum + cheapest();
}
