/* A grid whose cells open and close: who is connected with whom, beside a flood fill. */
#define STBCC_GRID_COUNT_X_LOG2 7
#define STBCC_GRID_COUNT_Y_LOG2 7
#define STB_CONNECTED_COMPONENTS_IMPLEMENTATION
#include <string.h>
#include <stdlib.h>
#include <stb/stb_connected_components.h>
#include "../driver.h"

enum { Side = 128 };

static unsigned char solid[Side * Side];
static int colour[Side * Side], stack[Side * Side];

static void fill(int start, int with)
{
	static const int dx[] = { 1, -1, 0, 0 }, dy[] = { 0, 0, 1, -1 };
	int top = 0;

	stack[top++] = start;
	colour[start] = with;
	while (top > 0) {
		int at = stack[--top];

		for (int k = 0; k < 4; k++) {
			int x = at % Side + dx[k], y = at / Side + dy[k];

			if (x < 0 || y < 0 || x >= Side || y >= Side || solid[y * Side + x] || colour[y * Side + x])
				continue;
			colour[y * Side + x] = with;
			stack[top++] = y * Side + x;
		}
	}
}

static void compare(stbcc_grid *grid)
{
	int areas = 0, connected = 0;

	memset(colour, 0, sizeof colour);
	for (int i = 0; i < Side * Side; i++)
		if (!solid[i] && !colour[i])
			fill(i, ++areas);
	for (int i = 0; i < 4000; i++) {
		int a = random_below(Side * Side), b = random_below(Side * Side);
		int expected = !solid[a] && !solid[b] && colour[a] == colour[b];

		check(stbcc_query_grid_node_connection(grid, a % Side, a / Side, b % Side, b / Side) == expected, "connected");
		connected += expected;
	}
	feed_int(areas);
	feed_int(connected);
}

int main(void)
{
	stbcc_grid *grid = malloc(stbcc_grid_sizeof());

	for (int i = 0; i < Side * Side; i++)
		solid[i] = random_below(100) < 38;
	stbcc_init_grid(grid, solid, Side, Side);
	compare(grid);
	report("at first");
	for (int round = 0; round < 10; round++) {
		stbcc_update_batch_begin(grid);
		for (int i = 0; i < 300; i++) {
			int at = random_below(Side * Side);

			solid[at] ^= 1;
			stbcc_update_grid(grid, at % Side, at / Side, solid[at]);
		}
		stbcc_update_batch_end(grid);
		compare(grid);
	}
	report("after changes");
	free(grid);
	return 0;
}
