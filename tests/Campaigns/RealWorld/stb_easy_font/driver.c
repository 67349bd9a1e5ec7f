/* Text into quads. */
#include <stdlib.h>
#include <stdio.h>
#include <stb/stb_easy_font.h>
#include "../driver.h"

int main(void)
{
	static char room[400000];
	char text[200];

	for (int i = 0; i < 2000; i++) {
		int quads;
		unsigned char colour[4] = { (unsigned char)i, 2, 3, 255 };

		for (int k = 0; k < 199; k++)
			text[k] = (char)(k % 40 == 39 ? '\n' : 32 + random_below(95));
		text[199] = 0;
		stb_easy_font_spacing((float)(i % 3) - 1.0f);
		quads = stb_easy_font_print(i * 0.5f, 10.0f, text, colour, room, sizeof room);
		feed_int(quads);
		feed_int(stb_easy_font_width(text) * 1000 + stb_easy_font_height(text));
		feed(room, (size_t)quads * 64);
	}
	report("quads");
	return 0;
}
