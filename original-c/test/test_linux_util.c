/*
 *	test/test_linux_util.c
 *
 *	What the tests of the drivers share.
 */
#define MACH_INCLUDE
#include <kern/printf.h>
#include <i386/i386at/machdep.h>
#include <test/test_linux_util.h>

#include <linux/types.h>
#include <asm/io.h>

/* The serial line's registers (16550). */
#define COM1_DATA	0x3f8
#define COM1_STATUS	0x3fd
#define COM1_RECEIVED	0x01

/*
 *	Four bits at a time.
 */
unsigned int
test_crc32(unsigned int crc, const char *data, unsigned long size)
{
	static unsigned int table[16];
	unsigned int i, bit;

	if (table[1] == 0)
		for (i = 0; i < 16; i++) {
			table[i] = i;
			for (bit = 0; bit < 4; bit++)
				table[i] = table[i] >> 1
					   ^ (table[i] & 1 ? 0xedb88320U : 0);
		}
	crc = ~crc;
	while (size-- > 0) {
		crc ^= (unsigned char) *data++;
		crc = crc >> 4 ^ table[crc & 15];
		crc = crc >> 4 ^ table[crc & 15];
	}
	return ~crc;
}

/*
 *	The upper bits of a linear congruential sequence (the constants of ISO C's
 *	example of rand).
 */
void
test_noise(char *data, unsigned int count, unsigned int seed)
{
	unsigned int i;

	for (i = 0; i < count; i++) {
		seed = seed * 1103515245U + 12345U;
		data[i] = seed >> 16;
	}
}

unsigned long
test_find_across(const unsigned long *block, int n)
{
	int i, k;

	for (i = 0; i < n; i++)
		for (k = 0; k < n; k++)
			if (block[k] == block[i] + 0x8000
			    && (virt_to_bus((void *) block[k]) & 0xffff) == 0)
				return block[i];
	return 0;
}

int
test_is_demo(void)
{
	return cmdline_value("demo") != NULL;
}

void
test_hold(const char *where)
{
	if (!test_is_demo())
		return;
	printf("# hold: %s\n", where);
	while (!(inb(COM1_STATUS) & COM1_RECEIVED))
		continue;
	(void) inb(COM1_DATA);
}
