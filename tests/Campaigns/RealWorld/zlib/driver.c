/* Data of several kinds compressed at each level with each strategy, whole and in pieces, and back; checksums; damaged streams. Linked with the libz.a that the project's own build made. */
#include <zlib.h>
#include "../driver.h"

enum { Size = 60000 };

static unsigned char plain[Size], packed[2 * Size], back[Size];

static void fill(int kind)
{
	static const char *const words[] = { "the ", "compressor ", "finds ", "what ", "comes ", "back ", "\n" };
	int at = 0;

	while (at < Size)
		switch (kind) {
		case 0:
			for (const char *word = words[random_below(7)]; *word != 0 && at < Size; word++)
				plain[at++] = (unsigned char)*word;
			break;
		case 1: plain[at++] = (unsigned char)next_random(); break;
		case 2: plain[at] = (unsigned char)(at / 300); at++; break;
		default: plain[at] = (unsigned char)((at * at) >> 7 & random_below(3)); at++;
		}
}

static uLong pack(int level, int strategy, int bits, uInt piece)
{
	z_stream stream = { 0 };
	int status = Z_OK;

	check(deflateInit2(&stream, level, Z_DEFLATED, bits, 8, strategy) == Z_OK, "deflateInit2");
	stream.next_in = plain;
	stream.next_out = packed;
	while (status != Z_STREAM_END) {
		uInt left = (uInt)(Size - stream.total_in);

		stream.avail_in = left < piece ? left : piece;
		stream.avail_out = (uInt)(sizeof packed - stream.total_out);
		status = deflate(&stream, left <= piece ? Z_FINISH : random_below(4) == 0 ? Z_SYNC_FLUSH : Z_NO_FLUSH);
		check(status == Z_OK || status == Z_STREAM_END, "deflate");
	}
	deflateEnd(&stream);
	return stream.total_out;
}

static int unpack(uLong length, int bits, uInt piece)
{
	z_stream stream = { 0 };
	int status = Z_OK;

	check(inflateInit2(&stream, bits) == Z_OK, "inflateInit2");
	stream.next_in = packed;
	stream.next_out = back;
	while (status == Z_OK && stream.total_in < length) {
		uLong left = length - stream.total_in;

		stream.avail_in = left < piece ? (uInt)left : piece;
		stream.avail_out = (uInt)(Size - stream.total_out);
		status = inflate(&stream, Z_NO_FLUSH);
		if (status == Z_BUF_ERROR && stream.avail_out > 0)
			status = Z_OK;
	}
	feed_int((int)stream.total_out);
	if (status == Z_DATA_ERROR)
		feed(stream.msg, strlen(stream.msg));
	inflateEnd(&stream);
	return status;
}

int main(void)
{
	printf("zlib %s\n", zlibVersion());
	for (int kind = 0; kind < 4; kind++) {
		fill(kind);
		printf("crc %08lx adler %08lx\n", crc32(0, plain, Size), adler32(1, plain, Size));
		for (int level = 0; level <= 9; level++) {
			int bits = level % 3 == 0 ? -15 : level % 3 == 1 ? 15 : 31;
			uLong length = pack(level, level % 5, bits, 500 + random_below(20000));

			feed(packed, length);
			check(unpack(length, bits, 1 + random_below(3000)) == Z_STREAM_END && memcmp(plain, back, Size) == 0, "comes back");
			printf("kind %d level %d: %lu\n", kind, level, length);
		}
		for (int i = 0; i < 50; i++) {
			uLong length = pack(6, Z_DEFAULT_STRATEGY, 15, Size);

			for (int k = 0; k < 3; k++)
				packed[random_below((unsigned)length)] ^= 1 << random_below(8);
			feed_int(unpack(length - random_below(100), 15, 4096));
		}
		report("streams");
	}
	return 0;
}
