/* Checksums: CRC-32 by bit and by table, Adler-32, Fletcher, the Internet's sum, RC4. */
#include "bench.h"

static unsigned table[256];

static unsigned crc_of_byte(unsigned v)
{
	for (int k = 0; k < 8; k++)
		v = v & 1 ? v >> 1 ^ 0xedb88320u : v >> 1;
	return v;
}

static unsigned crc(const unsigned char *p, unsigned count)
{
	unsigned c = ~0u;

	while (count--)
		c = table[(c ^ *p++) & 0xff] ^ c >> 8;
	return ~c;
}

static unsigned crc_by_bit(const unsigned char *p, unsigned count)
{
	unsigned c = ~0u;

	while (count--) {
		c ^= *p++;
		for (int k = 0; k < 8; k++)
			c = c >> 1 ^ (0xedb88320u & -(c & 1));
	}
	return ~c;
}

static unsigned adler(const unsigned char *p, unsigned count)
{
	unsigned a = 1, b = 0;

	for (unsigned i = 0; i < count; i++) {
		a = (a + p[i]) % 65521;
		b = (b + a) % 65521;
	}
	return b << 16 | a;
}

static unsigned short internet(const void *data, unsigned count)
{
	const unsigned short *p = data;
	unsigned sum = 0;

	for (; count > 1; count -= 2)
		sum += *p++;
	sum = (sum >> 16) + (sum & 0xffff);
	return (unsigned short)~(sum + (sum >> 16));
}

static void rc4(unsigned char *data, unsigned count, const char *key)
{
	unsigned char s[256], i = 0, j = 0;

	for (int k = 0; k < 256; k++)
		s[k] = k;
	for (int k = 0, length = strlen(key); k < 256; k++) {
		unsigned char swap = s[k];

		j += swap + key[k % length];
		s[k] = s[j];
		s[j] = swap;
	}
	for (j = 0; count--; data++) {
		unsigned char a = s[++i], b = s[j += a];

		s[i] = b;
		s[j] = a;
		*data ^= s[(unsigned char)(a + b)];
	}
}

static unsigned work(void)
{
	static unsigned char data[4096];
	unsigned sum;

	for (unsigned i = 0; i < 256; i++)
		table[i] = crc_of_byte(i);
	for (unsigned i = 0; i < sizeof data; i++)
		data[i] = noise() >> 9;
	rc4(data, sizeof data, "a key of no value");
	sum = crc(data, sizeof data);
	sum = sum * 31 + crc_by_bit(data, 512);
	sum = sum * 31 + adler(data, sizeof data);
	return sum * 31 + internet(data, sizeof data);
}
