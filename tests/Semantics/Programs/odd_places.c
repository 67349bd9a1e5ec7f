/* Objects of type void, which have an address and nothing else; what they point to, evaluated for nothing; calls of null and of numbers; labels in front of a switch's first case. */
#include <stdio.h>

extern void _end, _start;

static unsigned long below = (unsigned long)&_end - 0x10000L - 1;
static void *ends[] = { &_end, &_start };
static int stepped;
typedef void (*nothing)(void);

static void followed(void *p, int i)
{
	volatile void *q = p;

	*p;
	i ? *p : *p;
	*p, *p;
	*(void *)(stepped++, p);
	*q;
}

static int up(int v, int m)
{
	int n = 0;

	switch (v) {
	up:
		n += 100;
	case 0:
		n += m;
	case 1:
		if (n < 5 && m) {
			m = 0;
			goto up;
		}
		break;
	mid:
		n++;
	default:
		if (n++ < 3)
			goto mid;
	}
	return n;
}

static int again(int *p)
{
	for (; *p; ) {
		switch (*p) {
			do {} while (0);
		again:
			(*p)--;
			continue;
		case 8:
			p[1]++;
			goto again;
		}
		break;
	}
	return *p + p[1];
}

int main(void)
{
	int a[2] = { 8, 0 };
	char code[4];

	if (stepped > 5)
		((nothing)0)();
	if (stepped > 6)
		(*(void (*)(int))0)(3);
	if (stepped > 7)
		((int (*)())0x1234)(2, 3);
	followed(&stepped, 3);
	printf("%d %d %d\n", (unsigned long)&_end > (unsigned long)&_start, ends[0] == &_end, below == (unsigned long)&_end - 0x10001);
	printf("%d %d %d %d\n", up(0, 2), up(1, 3), up(2, 0), up(1, 0));
	printf("%d %d\n", again(a), stepped);
	__builtin___clear_cache(code, code + (stepped++, 4));
	return stepped;
}
