/* flags: -fno-pie -no-pie */
/* Immediate operands of inline assembly that are addresses: offsets of members as files of offsets for assembler write
   them, numbers made pointers, places inside objects, functions. */
#include <stdio.h>

struct saved { char tag; int registers[4]; };
struct frame { short kind; struct saved saved; struct { long long wide; short last; } tail[2]; };

static int table[5] = { 10, 20, 30, 40, 50 };
static struct frame frames[2] = { { 1, { 'a', { 1, 2, 3, 4 } }, { { 5, 6 }, { 7, 8 } } } };
int visible = 77;

static int answer(void)
{
	return 42;
}

#define TOP 0x1000
#define ON_TOP(stack) ((struct saved *)((stack) + TOP) - 1)

static unsigned offset(void)
{
	unsigned a, b, c, d;
	asm("movl %1, %0" : "=r"(a) : "i"(&((struct frame *)0)->saved.registers[2]));
	asm("movl $%c1, %0" : "=r"(b) : "i"(&((struct frame *)0)->tail[1].last));
	asm("movl %1, %0" : "=r"(c) : "i"((unsigned)&((struct frame *)16)->saved));
	asm("movl %1, %0" : "=r"(d) : "n"(&ON_TOP(0)->registers[1]));
	return a + 100 * b + 10000 * c + 1000000 * (d & 0xff);
}

static int inside(int which)
{
	int value;
	asm("movl %1, %%ecx\n\tmovl (%%ecx), %0" : "=r"(value) : "i"(&table[3]) : "ecx");
	if (which == 1)
		asm("movl %c1, %0" : "=r"(value) : "i"(&frames[0].tail[1].last - 1), "m"(frames[0]));
	if (which == 2)
		asm("movl %c1, %0" : "=r"(value) : "i"(table + 5 - 1), "m"(table));
	if (which == 3)
		asm("movl %c1, %0" : "=r"(value) : "s"((char *)&visible), "m"(visible));
	if (which == 4)
		asm("call %P1" : "=a"(value) : "i"(answer) : "ecx", "edx");
	if (which == 5)
		asm("movl %1, %0" : "=r"(value) : "g"(&((struct saved *)0)->registers[3]));
	return value;
}

/* One text, another object. */
static int first(void)
{
	int value;
	asm("movl %c1, %0" : "=r"(value) : "i"(&table[1]), "m"(table));
	return value;
}

static int second(void)
{
	int value, more;
	asm("movl %c1, %0" : "=r"(value) : "i"(&table[2]), "m"(table));
	asm("movl %c1, %0" : "=r"(more) : "i"(&visible), "m"(visible));
	return value * 100 + more;
}

int main(void)
{
	printf("%d %d\n", first(), second());
	printf("%u\n", offset());
	for (int i = 0; i < 6; i++)
		printf("%d\n", inside(i));
	return 0;
}
