/* Rectangles of random sizes into a square: none overlaps another, none sticks out; both heuristics. */
#define STB_RECT_PACK_IMPLEMENTATION
#include <stb/stb_rect_pack.h>
#include "../driver.h"

enum { Side = 1024, Count = 1500 };

static stbrp_rect rects[Count];
static unsigned char used[Side * Side];

static void paint(const stbrp_rect *r)
{
	check(r->x >= 0 && r->y >= 0 && r->x + r->w <= Side && r->y + r->h <= Side, "inside");
	for (int y = r->y; y < r->y + r->h; y++)
		for (int x = r->x; x < r->x + r->w; x++)
			check(used[y * Side + x]++ == 0, "no overlap");
}

static void pack(int heuristic, int largest)
{
	static stbrp_node nodes[Side];
	stbrp_context context;
	int placed = 0;

	memset(used, 0, sizeof used);
	stbrp_init_target(&context, Side, Side, nodes, Side);
	stbrp_setup_heuristic(&context, heuristic);
	for (int i = 0; i < Count; i++) {
		rects[i].id = i;
		rects[i].w = (stbrp_coord)(1 + random_below(largest));
		rects[i].h = (stbrp_coord)(1 + random_below(largest));
	}
	feed_int(stbrp_pack_rects(&context, rects, Count));
	for (int i = 0; i < Count; i++) {
		check(rects[i].id == i, "the order is kept");
		if (!rects[i].was_packed)
			continue;
		placed++;
		feed_int(rects[i].x << 12 ^ rects[i].y);
		paint(&rects[i]);
	}
	printf("heuristic %d, up to %d: %d of %d\n", heuristic, largest, placed, Count);
	report("places");
}

int main(void)
{
	for (int heuristic = STBRP_HEURISTIC_Skyline_BL_sortHeight; heuristic <= STBRP_HEURISTIC_Skyline_BF_sortHeight; heuristic++)
		for (int largest = 8; largest <= 128; largest += 24)
			pack(heuristic, largest);
	return 0;
}
