/* flags: -fheinous-gnu-extensions -w */
/* Outputs of inline assembly under casts, which gcc takes for the objects themselves, and 64-bit operands in registers,
   whose name is that of the low half. */
#include <stdio.h>

static char status;
static int length = 3;
static void *place = "abc";

static int copied(char *to)
{
	__asm__ volatile("movb (%2), %b0\n\tmovb %b0, (%3)\n\tincl %2\n\tdecl %1"
			 : "=q"((unsigned char) status), "=c"((long) length), "=S"((unsigned long) place)
			 : "D"(to), "1"((long) length), "2"((unsigned long) place));
	return status;
}

static unsigned low(unsigned long long wide)
{
	unsigned half;
	__asm__("movl %1, %0" : "=r"(half) : "r"(wide));
	return half;
}

static unsigned long long raised(unsigned long long wide, int by)
{
	__asm__("addl %1, %0" : "+r"(wide) : "r"(by));
	return wide;
}

static unsigned past(unsigned long start, unsigned by)
{
	register unsigned long at = start;
	__asm__ volatile("1:\taddl %2, %0\n\tcmpl %1, %0\n\tjb 1b" : "+r"(at) : "r"(start + 10000ULL), "i"(4096));
	return at - start + by;
}

_Static_assert(sizeof(int) == 4);

int main(void)
{
	char out[2] = "";
	int c = copied(out);
	printf("%c %d %s %s\n", c, length, (char *)place, out);
	printf("%x %llx %u\n", low(0x1122334455667788ULL), raised(0x100000001ULL, 5), past(0x1000, 1));
	return 0;
}
