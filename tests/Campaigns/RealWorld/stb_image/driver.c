/* Pictures that stb_image_write encodes, in each format, come back through stb_image; then damaged files, which it has to refuse or decode, but survive. */
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>
#include "../driver.h"

struct file {
	unsigned char bytes[1 << 20];
	int size;
};

static struct file encoded;

static void keep(void *context, void *data, int size)
{
	struct file *file = context;

	check(file->size + size <= (int)sizeof file->bytes, "the file fits");
	memcpy(file->bytes + file->size, data, size);
	file->size += size;
}

static void paint(unsigned char *pixels, int width, int height, int channels)
{
	for (int y = 0; y < height; y++)
		for (int x = 0; x < width; x++)
			for (int c = 0; c < channels; c++)
				*pixels++ = (unsigned char)(x * (c + 1) + ((y * y) >> c) + ((x / 16 + y / 16) & 1) * 60 + (random_below(8) == 0 ? next_random() : 0));
}

static void encode(int format, const unsigned char *pixels, int width, int height, int channels)
{
	encoded.size = 0;
	switch (format) {
	case 0: stbi_write_png_to_func(keep, &encoded, width, height, channels, pixels, width * channels); break;
	case 1: stbi_write_bmp_to_func(keep, &encoded, width, height, channels, pixels); break;
	case 2: stbi_write_tga_to_func(keep, &encoded, width, height, channels, pixels); break;
	case 3: stbi_write_jpg_to_func(keep, &encoded, width, height, channels, pixels, 85); break;
	}
}

static void round_trip(int format, int width, int height, int channels)
{
	static const char *const names[] = { "png", "bmp", "tga", "jpg" };
	unsigned char *pixels = malloc(width * height * channels), *back;
	int w, h, n;

	paint(pixels, width, height, channels);
	encode(format, pixels, width, height, channels);
	feed(encoded.bytes, encoded.size);
	check(stbi_info_from_memory(encoded.bytes, encoded.size, &w, &h, &n) && w == width && h == height, "the size is known");
	for (int wanted = 0; wanted <= 4; wanted++) {
		back = stbi_load_from_memory(encoded.bytes, encoded.size, &w, &h, &n, wanted);
		check(back != NULL && w == width && h == height, names[format]);
		if (format == 0 && wanted == 0)
			check(n == channels && memcmp(back, pixels, width * height * channels) == 0, "PNG loses nothing");
		feed(back, w * h * (wanted ? wanted : n));
		stbi_image_free(back);
	}
	free(pixels);
}

static void damaged(int format)
{
	int w, h, n, refused = 0;

	for (int i = 0; i < 60; i++) {
		struct file *copy = malloc(sizeof *copy);
		unsigned char *pixels;

		memcpy(copy->bytes, encoded.bytes, encoded.size);
		copy->size = i % 3 == 0 ? (int)random_below(encoded.size) : encoded.size;
		for (int k = 0; k < 3; k++)
			copy->bytes[random_below(encoded.size)] ^= 1 << random_below(8);
		pixels = stbi_load_from_memory(copy->bytes, copy->size, &w, &h, &n, 3);
		if (pixels == NULL) {
			refused++;
			feed(stbi_failure_reason(), strlen(stbi_failure_reason()));
		} else {
			feed_int(w * h + n);
		}
		stbi_image_free(pixels);
		free(copy);
	}
	feed_int(refused * 10 + format);
}

int main(void)
{
	for (int format = 0; format < 4; format++) {
		for (int channels = 1; channels <= 4; channels++) {
			round_trip(format, 1 + random_below(40), 1 + random_below(40), channels);
			round_trip(format, 160, 120, channels);
			report("round trip");
		}
		damaged(format);
		report("damaged");
	}
	return 0;
}
