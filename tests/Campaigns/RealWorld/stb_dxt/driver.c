/* Blocks of 4 by 4 pixels compressed, with and without alpha, in both qualities. */
#define STB_DXT_IMPLEMENTATION
#include <string.h>
#include <stb/stb_dxt.h>
#include "../driver.h"

int main(void)
{
	for (int kind = 0; kind < 3; kind++) {
		for (int block = 0; block < 8000; block++) {
			unsigned char pixels[64], packed[16];
			unsigned base = next_random();

			for (int i = 0; i < 64; i++)
				pixels[i] = (unsigned char)((base >> (i % 4 * 8)) + (kind == 0 ? random_below(4) : kind == 1 ? (unsigned)i * 3 : next_random()));
			memset(packed, 0, sizeof packed);
			stb_compress_dxt_block(packed, pixels, block & 1, block & 2 ? STB_DXT_HIGHQUAL : STB_DXT_NORMAL);
			feed(packed, sizeof packed);
			stb_compress_bc4_block(packed, pixels);
			stb_compress_bc5_block(packed, pixels);
			feed(packed, sizeof packed);
		}
		report("blocks");
	}
	return 0;
}
