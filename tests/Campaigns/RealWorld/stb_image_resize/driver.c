/* A picture made larger and smaller by every filter, with every treatment of edges, for bytes, words and floats. */
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#include <stb/stb_image_resize.h>
#include "../driver.h"

enum { Width = 61, Height = 47, Largest = 100 };

static unsigned char bytes[Width * Height * 4], small[Largest * Largest * 4];
static unsigned short words[Width * Height * 4], word_result[Largest * Largest * 4];
static float floats[Width * Height * 4], float_result[Largest * Largest * 4];

int main(void)
{
	for (int i = 0; i < Width * Height * 4; i++) {
		bytes[i] = (unsigned char)(i * 7 + (random_below(4) == 0 ? next_random() : 0));
		words[i] = (unsigned short)(i * 131);
		floats[i] = (float)bytes[i] / 255.0f;
	}
	for (int filter = STBIR_FILTER_BOX; filter <= STBIR_FILTER_MITCHELL; filter++)
		for (int edge = STBIR_EDGE_CLAMP; edge <= STBIR_EDGE_ZERO; edge++) {
			int width = 64 + (int)random_below(Largest - 64), height = 50 + (int)random_below(Largest - 50);

			check(stbir_resize_uint8_generic(bytes, Width, Height, 0, small, width, height, 0, 4, 3, 0, edge, filter, STBIR_COLORSPACE_SRGB, NULL), "bytes");
			check(stbir_resize_uint16_generic(words, Width, Height, 0, word_result, width, height, 0, 3, STBIR_ALPHA_CHANNEL_NONE, 0, edge, filter, STBIR_COLORSPACE_LINEAR, NULL), "words");
			check(stbir_resize_float_generic(floats, Width, Height, 0, float_result, width, height, 0, 4, 3, STBIR_FLAG_ALPHA_PREMULTIPLIED, edge, filter, STBIR_COLORSPACE_LINEAR, NULL), "floats");
			feed(small, (size_t)width * height * 4);
			feed(word_result, (size_t)width * height * 6);
			feed(float_result, (size_t)width * height * 16);
			report("resized");
		}
	return 0;
}
