/* Radiance pictures (floats) and PNG with every filter and several levels, flipped and not. */
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>
#include "../driver.h"

static long long total;

static void count(void *context, void *data, int size)
{
	(void)context;
	total += size;
	feed(data, size);
}

int main(void)
{
	enum { Width = 128, Height = 96 };
	static float light[Width * Height * 3];
	static unsigned char pixels[Width * Height * 4];

	for (int i = 0; i < Width * Height * 3; i++)
		light[i] = (float)(i % 977) / 31.0f + (random_below(9) == 0 ? 1000.0f : 0.0f);
	for (int i = 0; i < Width * Height * 4; i++)
		pixels[i] = (unsigned char)((i >> 4) + (random_below(5) == 0 ? random_below(32) : 0));
	for (int channels = 1; channels <= 3; channels++)
		check(stbi_write_hdr_to_func(count, NULL, Width, Height, channels, light), "hdr");
	report("hdr");
	for (int filter = -1; filter < 5; filter++) {
		stbi_write_force_png_filter = filter;
		stbi_flip_vertically_on_write(filter & 1);
		for (stbi_write_png_compression_level = 2; stbi_write_png_compression_level <= 10; stbi_write_png_compression_level += 4)
			check(stbi_write_png_to_func(count, NULL, Width, Height, 4, pixels, Width * 4), "png");
		report("png");
	}
	for (int quality = 1; quality <= 100; quality += 33)
		check(stbi_write_jpg_to_func(count, NULL, Width, Height, 4, pixels, quality), "jpg");
	report("jpg");
	printf("%lld bytes\n", total);
	return 0;
}
