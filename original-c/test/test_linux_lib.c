/*
 *	test_linux_lib.c: formatting, strings, bits, and the two tables of what
 *	is in use (I/O ports, DMA channels).
 */
#include <test/ktest.h>
#include <test/suites_linux.h>

#include <linux/types.h>
#include <linux/mm.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/ctype.h>
#include <linux/errno.h>
#include <linux/ioport.h>
#include <asm/bitops.h>
#include <asm/dma.h>

static char out[128];

/* Format and compare, length included. */
#define EXPECT_FORMAT(expected, ...)					\
	({								\
		int n_ = sprintf(out, __VA_ARGS__);			\
		KTEST_EXPECT_EQ(n_, (int) strlen(expected));		\
		KTEST_EXPECT(strcmp(out, expected) == 0);		\
	})

static void
sprintf_numbers(void)
{
	EXPECT_FORMAT("0 -1 2147483647", "%d %d %d", 0, -1, 0x7fffffff);
	EXPECT_FORMAT("4294967295", "%u", ~0U);
	EXPECT_FORMAT("[   42][42   ][00042]", "[%5d][%-5d][%05d]", 42, 42, 42);
	EXPECT_FORMAT("[+7][ 7][-0007]", "[%+d][% d][%05d]", 7, 7, -7);
	EXPECT_FORMAT("ff FF 0xff 0XFF 017", "%x %X %#x %#X %#o",
		      255, 255, 255, 255, 15);
	EXPECT_FORMAT("[  0x1f][0x001f]", "[%#6x][%#06x]", 31, 31);
	EXPECT_FORMAT("[ 0012]", "[%5.4d]", 12);
	EXPECT_FORMAT("[00c0ffee]", "[%p]", (void *) 0xc0ffee);
	EXPECT_FORMAT("[  9]", "[%*d]", 3, 9);
	EXPECT_FORMAT("[9  ]", "[%*d]", -3, 9);
}

static void
sprintf_sizes(void)
{
	EXPECT_FORMAT("-1 65535", "%hd %hu", (short) -1,
		      (unsigned short) 0xffff);
	EXPECT_FORMAT("18446744073709551615", "%llu", ~0ULL);
	EXPECT_FORMAT("-9223372036854775808", "%lld", 1LL << 63);
	EXPECT_FORMAT("4294967296", "%llu", 1ULL << 32);
	EXPECT_FORMAT("fedcba9876543210", "%llx", 0xfedcba9876543210ULL);
}

static void
sprintf_text(void)
{
	int where = 0;

	EXPECT_FORMAT("a[  bc][bc  ][b]%", "%c[%4s][%-4s][%.1s]%%",
		      'a', "bc", "bc", "bc");
	EXPECT_FORMAT("[  x][x  ]", "[%3c][%-3c]", 'x', 'x');
	EXPECT_FORMAT("12345", "123%n45", &where);
	KTEST_EXPECT_EQ(where, 3);
}

static void
strtoul(void)
{
	char *end;

	KTEST_EXPECT_EQ(simple_strtoul("1234", NULL, 10), 1234UL);
	KTEST_EXPECT_EQ(simple_strtoul("0x1Fz", &end, 0), 31UL);
	KTEST_EXPECT_EQ(*end, 'z');
	KTEST_EXPECT_EQ(simple_strtoul("0755", NULL, 0), 493UL);
	KTEST_EXPECT_EQ(simple_strtoul("ff", NULL, 16), 255UL);
	KTEST_EXPECT_EQ(simple_strtoul("0x", &end, 0), 0UL);
	KTEST_EXPECT_EQ(*end, 'x');
	KTEST_EXPECT_EQ(simple_strtoul("zz", &end, 10), 0UL);
	KTEST_EXPECT_EQ(*end, 'z');
}

static void
ctype_classes(void)
{
	int c, letters = 0, digits = 0, hex = 0, printing = 0;

	for (c = -1; c < 256; c++) {
		letters += isalpha(c);
		digits += isdigit(c);
		hex += isxdigit(c);
		printing += isprint(c);
	}
	KTEST_EXPECT_EQ(letters, 52);
	KTEST_EXPECT_EQ(digits, 10);
	KTEST_EXPECT_EQ(hex, 22);
	KTEST_EXPECT_EQ(printing, 95);
	KTEST_EXPECT(isspace(' ') && isspace('\n') && !isspace('a'));
	KTEST_EXPECT_EQ(toupper('q'), 'Q');
	KTEST_EXPECT_EQ(tolower('Q'), 'q');
	KTEST_EXPECT_EQ(toupper('1'), '1');
}

static void
string_functions(void)
{
	char text[] = "  one,two;;three ";

	KTEST_EXPECT_EQ(strnlen("hello", 3), (size_t) 3);
	KTEST_EXPECT_EQ(strnlen("hi", 9), (size_t) 2);
	KTEST_EXPECT_EQ(strspn("aabbc", "ab"), (size_t) 4);
	KTEST_EXPECT(strpbrk("xyz", "zy") != NULL);
	KTEST_EXPECT(strpbrk("xyz", "abc") == NULL);
	KTEST_EXPECT(strcmp(strtok(text, " ,;"), "one") == 0);
	KTEST_EXPECT(strcmp(strtok(NULL, " ,;"), "two") == 0);
	KTEST_EXPECT(strcmp(strtok(NULL, " ,;"), "three") == 0);
	KTEST_EXPECT(strtok(NULL, " ,;") == NULL);
	KTEST_EXPECT_EQ((char *) memscan(out, out[0], 4) - out, 0);
	memset(out, 1, sizeof out);
	out[5] = 2;
	KTEST_EXPECT_EQ((char *) memscan(out, 2, sizeof out) - out, 5);
	KTEST_EXPECT_EQ((char *) memscan(out, 3, 16) - out, 16);
}

static void
bit_operations(void)
{
	unsigned long map[4] = { 0, 0, 0, 0 };
	int i;

	KTEST_EXPECT(!set_bit(0, map));
	KTEST_EXPECT(set_bit(0, map));
	KTEST_EXPECT(!set_bit(77, map));
	KTEST_EXPECT_EQ(map[2], 1UL << 13);
	KTEST_EXPECT(test_bit(77, map));
	KTEST_EXPECT(!test_bit(78, map));
	KTEST_EXPECT(clear_bit(77, map));
	KTEST_EXPECT(!clear_bit(77, map));
	KTEST_EXPECT(!change_bit(127, map));
	KTEST_EXPECT(change_bit(127, map));
	KTEST_EXPECT_EQ(map[3], 0UL);
	for (i = 0; i < 32; i++)
		KTEST_EXPECT_EQ(ffz((1UL << i) - 1), (unsigned long) i);
}

/*
 *	The port table keeps regions apart and forgets what is released.
 */
static void
port_regions(void)
{
	KTEST_EXPECT_EQ(check_region(0x7000, 16), 0);
	request_region(0x7000, 16, "test-a");
	request_region(0x7020, 16, "test-b");
	KTEST_EXPECT_EQ(check_region(0x7000, 1), -EBUSY);
	KTEST_EXPECT_EQ(check_region(0x700f, 4), -EBUSY);
	KTEST_EXPECT_EQ(check_region(0x6ff0, 64), -EBUSY);
	KTEST_EXPECT_EQ(check_region(0x7010, 16), 0);
	KTEST_EXPECT_EQ(check_region(0x7010, 17), -EBUSY);
	request_region(0x7010, 16, "test-c");
	KTEST_EXPECT_EQ(check_region(0x7018, 1), -EBUSY);
	release_region(0x7000, 16);
	KTEST_EXPECT_EQ(check_region(0x7000, 16), 0);
	KTEST_EXPECT_EQ(check_region(0x7000, 17), -EBUSY);
	release_region(0x7020, 16);
	release_region(0x7010, 16);
	KTEST_EXPECT_EQ(check_region(0x7000, 64), 0);
}

/*
 *	A DMA channel has one owner; the cascade belongs to nobody.
 */
static void
dma_channels(void)
{
	KTEST_EXPECT_EQ(request_dma(4, "test"), -EBUSY);
	KTEST_EXPECT_EQ(request_dma(8, "test"), -EINVAL);
	KTEST_EXPECT_EQ(request_dma(7, "test"), 0);
	KTEST_EXPECT_EQ(request_dma(7, "other"), -EBUSY);
	free_dma(7);
	KTEST_EXPECT_EQ(request_dma(7, "other"), 0);
	free_dma(7);
}

/*
 *	What is written to a channel's registers can be read back.
 */
static void
dma_registers(void)
{
	KTEST_EXPECT_EQ(request_dma(3, "test"), 0);
	disable_dma(3);
	clear_dma_ff(3);
	set_dma_mode(3, DMA_MODE_READ);
	set_dma_addr(3, 0x123456);
	set_dma_count(3, 0x4800);
	clear_dma_ff(3);
	KTEST_EXPECT_EQ(inb(6), 0x56);
	KTEST_EXPECT_EQ(inb(6), 0x34);
	KTEST_EXPECT_EQ(inb(dma_page_port[3]), 0x12);
	KTEST_EXPECT_EQ(get_dma_residue(3), 0x4800U);
	free_dma(3);

	KTEST_EXPECT_EQ(request_dma(5, "test"), 0);
	disable_dma(5);
	clear_dma_ff(5);
	set_dma_mode(5, DMA_MODE_WRITE);
	set_dma_addr(5, 0x234566);
	set_dma_count(5, 0x9000);
	clear_dma_ff(5);
	KTEST_EXPECT_EQ(inb(0xc4), (0x234566 >> 1) & 0xff);
	KTEST_EXPECT_EQ(inb(0xc4), (0x234566 >> 9) & 0xff);
	KTEST_EXPECT_EQ(inb(dma_page_port[5]), 0x22);
	KTEST_EXPECT_EQ(get_dma_residue(5), 0x9000U);
	free_dma(5);

	KTEST_EXPECT(DMA_CROSSES_64KB(0x1ff00UL, 512));
	KTEST_EXPECT(!DMA_CROSSES_64KB(0x1fe00UL, 512));
	KTEST_EXPECT(DMA_REACHES(MAX_DMA_ADDRESS - 512, 512));
	KTEST_EXPECT(!DMA_REACHES(MAX_DMA_ADDRESS - 511, 512));
}

/*
 *	Copying, joining and searching.
 */
static void
more_strings(void)
{
	char buf[16];

	memset(buf, 'x', sizeof buf);
	KTEST_EXPECT(strncpy(buf, "abc", 6) == buf);
	KTEST_EXPECT(memcmp(buf, "abc\0\0\0x", 7) == 0);
	KTEST_EXPECT(strncpy(buf, "defgh", 3) == buf && buf[3] == '\0');
	(void) strcpy(buf, "ab");
	(void) strcat(buf, "ca");
	KTEST_EXPECT(strcmp(strncat(buf, "bcd", 2), "abcabc") == 0);
	KTEST_EXPECT(strchr(buf, 'b') == buf + 1);
	KTEST_EXPECT(strrchr(buf, 'b') == buf + 4);
	KTEST_EXPECT(strchr(buf, '\0') == buf + 6);
	KTEST_EXPECT(strchr(buf, 'z') == NULL && strrchr(buf, 'z') == NULL);
	KTEST_EXPECT(strstr(buf, "cab") == buf + 2);
	KTEST_EXPECT(strstr(buf, "") == buf && strstr(buf, "abcd") == NULL);
}

/*
 *	A caller's memory: the kernel's, whole.
 */
static void
areas(void)
{
	static char area[16];

	KTEST_EXPECT_EQ(verify_area(VERIFY_WRITE, area, sizeof area), 0);
	KTEST_EXPECT_EQ(verify_area(VERIFY_READ, NULL, 1), -EFAULT);
	KTEST_EXPECT_EQ(verify_area(VERIFY_READ, NULL, 0), 0);
	KTEST_EXPECT_EQ(verify_area(VERIFY_READ, area, ~0UL), -EFAULT);
	KTEST_EXPECT_EQ(verify_area(VERIFY_READ, (void *) 0xf0000000, 4),
			-EFAULT);
}

static const struct ktest_case cases[] = {
	{ "sprintf_numbers", sprintf_numbers },
	{ "sprintf_sizes", sprintf_sizes },
	{ "sprintf_text", sprintf_text },
	{ "strtoul", strtoul },
	{ "ctype", ctype_classes },
	{ "strings", string_functions },
	{ "more_strings", more_strings },
	{ "areas", areas },
	{ "bitops", bit_operations },
	{ "port_regions", port_regions },
	{ "dma_channels", dma_channels },
	{ "dma_registers", dma_registers },
};

const struct ktest_suite linux_lib_suite = KTEST_SUITE("linux_lib", cases);
