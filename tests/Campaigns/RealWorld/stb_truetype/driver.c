/* A font of the system: names, metrics, kerning, outlines, bitmaps, distance fields, an atlas. Argument: the font. */
#define STB_RECT_PACK_IMPLEMENTATION
#define STB_TRUETYPE_IMPLEMENTATION
#include <stb/stb_rect_pack.h>
#include <stb/stb_truetype.h>
#include "../driver.h"

static stbtt_fontinfo font;

static void metrics(void)
{
	int ascent, descent, gap, x0, y0, x1, y1, advance, bearing;

	stbtt_GetFontVMetrics(&font, &ascent, &descent, &gap);
	stbtt_GetFontBoundingBox(&font, &x0, &y0, &x1, &y1);
	printf("ascent %d descent %d gap %d box %d %d %d %d\n", ascent, descent, gap, x0, y0, x1, y1);
	for (int c = 32; c < 1500; c++) {
		stbtt_GetCodepointHMetrics(&font, c, &advance, &bearing);
		feed_int(advance ^ bearing << 16);
		feed_int(stbtt_FindGlyphIndex(&font, c));
		feed_int(stbtt_GetCodepointKernAdvance(&font, c, 'A' + c % 26));
	}
	report("metrics");
}

static void outlines(void)
{
	for (int c = 33; c < 600; c++) {
		stbtt_vertex *vertices;
		int count = stbtt_GetCodepointShape(&font, c, &vertices);

		for (int i = 0; i < count; i++)
			feed_int(vertices[i].x * 31 + vertices[i].y * 17 + vertices[i].cx * 7 + vertices[i].cy * 3 + vertices[i].type);
		stbtt_FreeShape(&font, vertices);
	}
	report("outlines");
}

static void bitmaps(void)
{
	for (int c = 33; c < 300; c++) {
		float scale = stbtt_ScaleForPixelHeight(&font, 12.0f + c % 37);
		int width, height, dx, dy;
		unsigned char *bits = stbtt_GetCodepointBitmapSubpixel(&font, scale, scale, (c % 4) * 0.25f, 0.5f, c, &width, &height, &dx, &dy);

		feed_int(width * 1000 + height + dx * 7 + dy);
		feed(bits, (size_t)width * height);
		stbtt_FreeBitmap(bits, NULL);
	}
	report("bitmaps");
	for (int c = 'A'; c <= 'L'; c++) {
		int width, height, dx, dy;
		unsigned char *field = stbtt_GetCodepointSDF(&font, stbtt_ScaleForPixelHeight(&font, 24), c, 4, 128, 32.0f, &width, &height, &dx, &dy);

		feed(field, (size_t)width * height);
		stbtt_FreeSDF(field, NULL);
	}
	report("distance fields");
}

static void atlas(const unsigned char *bytes)
{
	static unsigned char pixels[512 * 512];
	static stbtt_packedchar packed[400];
	stbtt_pack_context context;
	float x = 0, y = 0;

	check(stbtt_PackBegin(&context, pixels, 512, 512, 0, 1, NULL), "an atlas");
	stbtt_PackSetOversampling(&context, 2, 2);
	feed_int(stbtt_PackFontRange(&context, bytes, 0, 20.0f, 32, 95, packed));
	feed_int(stbtt_PackFontRange(&context, bytes, 0, 11.0f, 160, 200, packed + 95));
	stbtt_PackEnd(&context);
	feed(pixels, sizeof pixels);
	for (int i = 0; i < 295; i++) {
		stbtt_aligned_quad quad;

		stbtt_GetPackedQuad(packed, 512, 512, i, &x, &y, &quad, i & 1);
		feed_int((int)(quad.x0 * 64) ^ (int)(quad.s1 * 4096) ^ (int)(x * 8));
	}
	report("atlas");
}

int main(int argc, char **argv)
{
	size_t size;
	unsigned char *bytes = read_file(argv[argc - 1], &size);
	int length;
	const char *name;

	check(stbtt_InitFont(&font, bytes, stbtt_GetFontOffsetForIndex(bytes, 0)), "a font");
	name = stbtt_GetFontNameString(&font, &length, STBTT_PLATFORM_ID_MICROSOFT, STBTT_MS_EID_UNICODE_BMP, STBTT_MS_LANG_ENGLISH, 1);
	check(name != NULL, "it has a name");
	feed(name, length);
	report("name");
	metrics();
	outlines();
	bitmaps();
	atlas(bytes);
	free(bytes);
	return 0;
}
