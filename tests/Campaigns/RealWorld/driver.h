/* What the drivers of the libraries share: random numbers, a hash over what a library made, checks. The arguments of a driver are its data files. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned driver_state = 2463534242u;

/* Xorshift (Marsaglia, "Xorshift RNGs", 2003). */
static unsigned next_random(void)
{
	driver_state ^= driver_state << 13;
	driver_state ^= driver_state >> 17;
	driver_state ^= driver_state << 5;
	return driver_state;
}

static unsigned random_below(unsigned bound)
{
	return next_random() % bound;
}

static unsigned driver_hash = 2166136261u;

/* FNV-1a over bytes. */
static void feed(const void *bytes, size_t count)
{
	const unsigned char *p = bytes;
	unsigned hash = driver_hash;	/* the library shall take the time, not this loop */

	while (count-- > 0)
		hash = (hash ^ *p++) * 16777619u;
	driver_hash = hash;
}

static void feed_int(int value)
{
	feed(&value, sizeof value);
}

/* Prints what was fed since the last report. */
static void report(const char *what)
{
	printf("%s: %08x\n", what, driver_hash);
	driver_hash = 2166136261u;
}

static void check(int holds, const char *what)
{
	if (!holds) {
		printf("FAILED: %s\n", what);
		exit(1);
	}
}

/* A whole file in memory of malloc, with a zero behind it. */
static unsigned char *read_file(const char *path, size_t *size)
{
	FILE *file = fopen(path, "rb");
	unsigned char *bytes;
	long length;

	check(file != NULL, path);
	fseek(file, 0, SEEK_END);
	length = ftell(file);
	rewind(file);
	bytes = malloc(length + 1);
	check(bytes != NULL && fread(bytes, 1, length, file) == (size_t)length, path);
	bytes[length] = 0;
	fclose(file);
	*size = length;
	return bytes;
}
