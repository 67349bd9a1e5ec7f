#include <stdio.h>
#include <string.h>
/* Addresses of symbols in arithmetic: the compiler behind must not take its own number for a symbol for the address. */
static char buf[200]; static int arr[50], one; static const char *text = "some words";
extern char c[], d[], e[]; extern int f;
__asm__(".data\n.globl c\nc: .long 0\n.globl d\nd: .long 0\n.globl e\ne: .long 0\n.globl f\nf: .long 0\n.text\n");
static void *volatile hidden; static char *hide(void *p) { hidden = p; return hidden; }
static int at(char *p) { return p - buf == 100; }
static int index_of(int *p) { return p - arr != 7; }
static int as_int(unsigned p) { return p - (unsigned)buf == 3; }
static int from_int(unsigned p) { return (unsigned)buf - p == 3; }
static int length(char *end, char *begin) { return end - begin; }
static int constant(char *p, char *o) { if (o == buf + 8) return p - o == 92; return 5; }
static int count(void) { int n = 0; for (char *p = c; p < e; p += 4) n++; return n; }
static int back(void) { int n = 0; char *p = e; while (p > c) { p--; n++; } return n; }
static int literal(void) { const char *s = "abc=def"; return strchr(s, '=') - s == 3; }
static int scalar(char *p) { return p - (char *)&one == 4; }
int main(void)
{
	printf("%d %d %d %d\n", at(hide(buf + 100)), index_of((int *)hide(arr + 7)), as_int((unsigned)hide(buf) + 3), from_int((unsigned)hide(buf) - 3));
	printf("%d %d %d %d\n", length(hide(buf + 50), buf) == 50, constant(hide(buf + 100), hide(buf + 8)), literal(), scalar(hide(&one + 1)));
	printf("%d %d %d %d %d\n", count(), back(), (int)(e - c), (int)(c - e), d - c == 4);
	printf("%d %d %d %d\n", c < d, e < c, (unsigned)e <= (unsigned)c, (unsigned)c + 4 == (unsigned)d);
	printf("%d %d %d\n", c + 4 == d, (char *)&f - c == 12, strlen(text) + text == strchr(text, 0));
	return 0;
}
