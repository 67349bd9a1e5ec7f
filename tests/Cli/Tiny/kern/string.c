#include "tiny.h"

size_t
strlen(const char *s)
{
	const char *end = s;

	while (*end)
		end++;
	return end - s;
}

/* Fletcher's, modulo 65535. */
unsigned int
checksum(const void *data, size_t size)
{
	const unsigned char *p = data;
	unsigned int a = 1, b = 0;

	while (size-- > 0) {
		a = (a + *p++) % 65535;
		b = (b + a) % 65535;
	}
	return b << 16 | a;
}
