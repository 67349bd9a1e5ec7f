/* Bit-fields that lie in nine bytes, as packed structs may have them. */
#include <stdio.h>

struct nine {
	int x : 12;
	char y : 6;
	long long z : 63;
	__attribute__((aligned(1))) char a : 4;
	long long b : 2;
} __attribute__((packed));

struct behind {
	unsigned char first : 7;
	unsigned long long all : 64;
	unsigned char last : 7;
} __attribute__((packed));

static struct nine fixed = { -3, 30, -0x123456789abcdef0, 5, -2 };
static struct behind known = { 0x55, 0xfedcba9876543210, 0x2a };

static void show(const void *p, unsigned size)
{
	const unsigned char *bytes = p;
	while (size-- > 0)
		printf("%02x", bytes[size]);
	printf("\n");
}

int main(int argc, char **argv)
{
	struct nine n = { 0 };
	n.x = -1, n.y = -1, n.z = -1, n.a = -1, n.b = -1;
	show(&n, sizeof n);
	n.z = 0;
	show(&n, sizeof n);
	n.x = 3, n.y = 30, n.z = 0x123456789abcdef0 * argc, n.a += 5, ++n.a, n.b = 2;
	show(&n, sizeof n);
	printf("%d %d %llx %d %d\n", n.x, n.y, (long long)n.z, n.a, (int)n.b);
	show(&fixed, sizeof fixed);
	printf("%d %d %llx %d %d\n", fixed.x, fixed.y, (long long)fixed.z, fixed.a, (int)fixed.b);
	struct behind b = known;
	show(&b, sizeof b);
	b.all = ~b.all + argc, b.all >>= 1, b.all--;
	show(&b, sizeof b);
	printf("%u %llx %u\n", b.first, (unsigned long long)b.all, b.last);
	return 0;
}
