/* Sounds of the freedesktop theme: decoded at once, in frames, pushed in pieces, and after seeking. Arguments: the files. */
#include <stb/stb_vorbis.h>
#include "../driver.h"

static void at_once(const unsigned char *bytes, int size)
{
	int channels, rate;
	short *samples;
	int count = stb_vorbis_decode_memory(bytes, size, &channels, &rate, &samples);

	check(count > 0, "decoded");
	printf("%d samples of %d channels at %d Hz\n", count, channels, rate);
	feed(samples, (size_t)count * channels * sizeof *samples);
	free(samples);
	report("samples");
}

static void with_seeks(const unsigned char *bytes, int size)
{
	int error;
	stb_vorbis *sound = stb_vorbis_open_memory(bytes, size, &error, NULL);
	unsigned length;
	float room[2 * 512];

	check(sound != NULL, "opened");
	length = stb_vorbis_stream_length_in_samples(sound);
	feed_int(length);
	for (int i = 0; i < 40; i++) {
		int count;

		check(stb_vorbis_seek(sound, random_below(length)), "seek");
		count = stb_vorbis_get_samples_float_interleaved(sound, 2, room, 2 * 512);
		feed_int(count);
		for (int k = 0; k < count * 2; k++)
			feed_int((int)(room[k] * 32768));
	}
	stb_vorbis_close(sound);
	report("seeks");
}

static void pushed(const unsigned char *bytes, int size)
{
	int used, error, at = 0, total = 0;
	stb_vorbis *sound = stb_vorbis_open_pushdata(bytes, size, &used, &error, NULL);

	check(sound != NULL, "opened for pushing");
	for (at = used; at < size; at += used) {
		float **output;
		int channels, count;

		used = stb_vorbis_decode_frame_pushdata(sound, bytes + at, size - at, &channels, &output, &count);
		if (used == 0)
			break;
		total += count;
		if (count > 0)
			feed(output[0], count * sizeof(float));
	}
	stb_vorbis_close(sound);
	printf("%d samples pushed\n", total);
	report("pushed");
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		size_t size;
		unsigned char *bytes = read_file(argv[i], &size);

		at_once(bytes, (int)size);
		with_seeks(bytes, (int)size);
		pushed(bytes, (int)size);
		free(bytes);
	}
	return 0;
}
