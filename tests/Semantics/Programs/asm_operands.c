/* Operands of inline assembly in each kind of place: any register, a fixed one, a pair, bytes, memory, constants, flags;
   tied, read and written, early clobbered, named, with modifiers. */
#include <stdio.h>

static int lowest(unsigned word)
{
	int n;
	asm("bsfl %1, %0" : "=r"(n) : "r"(word));
	return n;
}

static int through_memory(int value)
{
	int copy;
	asm("movl %1, %0" : "=r"(copy) : "m"(value));
	return copy;
}

static unsigned exchanged(unsigned value, unsigned *place)
{
	asm("xchgl %0, %1" : "+r"(value), "+m"(*place));
	return value;
}

static unsigned divided(unsigned low, unsigned high, unsigned divisor, unsigned *remainder)
{
	unsigned quotient;
	asm("divl %4" : "=a"(quotient), "=d"(*remainder) : "0"(low), "1"(high), "rm"(divisor));
	return quotient;
}

static unsigned long long product(unsigned a, unsigned b)
{
	unsigned long long both;
	asm("mull %2" : "=A"(both) : "a"(a), "r"(b));
	return both;
}

static unsigned long long plus_one(unsigned long long value)
{
	asm("addl $1, %%eax\n\tadcl $0, %%edx" : "=A"(value) : "0"(value));
	return value;
}

static unsigned four(void)
{
	unsigned a, b, c, d;
	asm("movl $1, %%eax\n\tmovl $2, %%ebx\n\tmovl $3, %%ecx\n\tmovl $4, %%edx" : "=a"(a), "=b"(b), "=c"(c), "=d"(d));
	return a * 1000 + b * 100 + c * 10 + d;
}

static int bytes(void)
{
	unsigned char without;
	signed char with;
	asm("movb $0xf0, %b0" : "=q"(without));
	asm("movb $0xf0, %b0" : "=q"(with));
	return without * 1000 + with;
}

static unsigned short widths(unsigned short in)
{
	unsigned short out;
	asm("movw %w[in], %w[out]\n\taddw %[add], %w[out]\n\txchgb %b[out], %h[out]" : [out] "=Q"(out) : [in] "q"(in), [add] "i"(3));
	return out;
}

static unsigned clobbered(unsigned value)
{
	unsigned more;
	asm("movl %1, %%ebx\n\tmovl $0, %%esi\n\tleal 1(%%ebx), %0" : "=r"(more) : "r"(value) : "ebx", "esi");
	return more;
}

static unsigned alternatives(unsigned value)
{
	unsigned copy;
	asm("{movl %1, %0|mov %0, %1}" : "=r"(copy) : "r"(value));
	return copy;
}

static unsigned five(unsigned a, unsigned b, unsigned c, unsigned d)
{
	unsigned all;
	asm("movl %1, %0\n\tshll $4, %0\n\taddl %2, %0\n\tshll $4, %0\n\taddl %3, %0\n\tshll $4, %0\n\taddl %4, %0"
	    : "=&r"(all) : "r"(a), "r"(b), "r"(c), "rm"(d));
	return all;
}

/* Seven operands and six registers: inputs go where outputs come out. */
static unsigned shared(unsigned a, unsigned b, unsigned c, unsigned d)
{
	unsigned x, y, z;
	asm("leal (%3,%4), %0\n\tleal (%5,%6), %1\n\tmovl %0, %2" : "=&r"(x), "=&r"(y), "=m"(z) : "r"(a), "r"(b), "r"(c), "r"(d));
	return x * 10000 + y * 100 + z;
}

/* One register for two widths: the larger operand's; above a smaller value are zeros. */
static unsigned char answer(unsigned service, unsigned *entry)
{
	unsigned char code;
	asm("movl %%eax, %%edx\n\tincb %%al" : "=a"(code), "=d"(*entry) : "0"(service));
	return code;
}

static signed char second_byte(unsigned word)
{
	signed char byte;
	asm("shrl $8, %%ecx" : "=c"(byte) : "0"(word));
	return byte;
}

static unsigned with_zeros(signed char byte)
{
	unsigned word;
	asm("addl $1, %0" : "=r"(word) : "0"(byte));
	return word;
}

static int flags(unsigned a, unsigned b)
{
	int below;
	unsigned char same;
	asm("cmpl %3, %2" : "=@ccb"(below), "=@ccz"(same) : "r"(a), "r"(b));
	return below * 10 + same;
}

static void copied(void *to, const void *from, unsigned long count)
{
	asm volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(count) : : "memory");
}

int main(void)
{
	unsigned place = 9, rest;
	char text[8] = "";

	printf("%d %d\n", lowest(32), through_memory(77));
	rest = exchanged(3, &place);
	printf("%u %u\n", rest, place);
	place = divided(5, 7, 9, &rest);
	printf("%u %u\n", place, rest);
	printf("%llx %llx\n", product(0xffffffff, 0xfffffff1), plus_one(0x1ffffffffULL));
	printf("%u %d %x\n", four(), bytes(), widths(0x1434));
	printf("%u %u %x %u\n", clobbered(5), alternatives(4), five(1, 2, 3, 4), shared(1, 2, 3, 4));
	printf("%d %d %d\n", flags(3, 7), flags(7, 7), flags(8, 7));
	place = answer(0x49435024, &rest);
	printf("%x %x\n", place, rest);
	printf("%d %x\n", second_byte(0x1298a), with_zeros(-3));
	copied(text, "seven", 6);
	printf("%s\n", text);
	return 0;
}
