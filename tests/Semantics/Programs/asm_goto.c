/* asm goto: numbered and named labels, outputs on both ways, labels in sections that the template fills, jumps out of loops and blocks */
#include <stdio.h>
static int sign(int x)
{
	asm goto("testl %0, %0\n\tjs %l[negative]\n\tjz %l[zero]" : : "r"(x) : "cc" : negative, zero);
	return 1;
zero:
	return 0;
negative:
	return -1;
}
static int bit(unsigned word, int n)
{
	asm goto("btl %1, %0\n\tjc %l2" : : "r"(word), "r"(n) : "cc" : yes);
	return 0;
yes:
	return 1;
}
static int add(int a, int b, int *sum)
{
	int s = a;
	asm goto("addl %2, %0\n\tjo %l[overflow]" : "=r"(s) : "0"(a), "r"(b) : "cc" : overflow);
	*sum = s;
	return 0;
overflow:
	*sum = s + 1;
	return 1;
}
static int numbered(int a, int b)
{
	unsigned c;
	int s = a;
	asm goto("addl %2, %0\n\tsetc %b1\n\tjo %l4" : "+r"(s), "=&q"(c) : "r"(b) : "cc" : overflow);
	return s * 4 + (c & 1);
overflow:
	return (c & 1) * 1000 + 7;
}
static int first(const int *p, int n)
{
	int i;
	for (i = 0; i < n; i++) {
		asm goto("cmpl $0, %0\n\tje %l[found]" : : "m"(p[i]) : "cc" : found);
		if (p[i] == 99)
			asm goto("jmp %l[out]" : : : : out);
	}
out:
	return -i;
found:
	return i;
}
struct entry { int site, target; };
extern struct entry table_start[], table_end[];
static int branch(void)
{
	asm goto("1: nop\n\t.pushsection entries, \"aw\"\n\t.long 1b, %l[taken]\n\t.popsection" : : : : taken);
	return 0;
taken:
	return 1;
}
asm(".pushsection entries, \"aw\"\n.globl table_start\ntable_start:\n.popsection");
int main(void)
{
	int v[] = { 3, 4, 0, 5, 99, 0 };
	int s = 0, over;
	for (int i = -2; i < 3; i++)
		printf("%d ", sign(i));
	printf("%d%d%d\n", bit(5, 0), bit(5, 1), bit(5, 2));
	over = add(2, 3, &s);
	printf("%d %d\n", over, s);
	over = add(0x7fffffff, 3, &s);
	printf("%d %d\n", over, s);
	printf("%d %d %d\n", numbered(1, 2), numbered(-1, 3), numbered((int)0x80000000, -1));
	printf("%d %d\n", first(v, 6), first(v + 3, 3));
	printf("%d %d\n", branch(), (unsigned)table_start[0].site < (unsigned)table_start[0].target);
	return 0;
}
