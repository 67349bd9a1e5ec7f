#include <stdio.h>
/* Every way to go from here to there. */
static int duff(const char *from, char *to, int n)
{
	int rounds = (n + 3) / 4;
	switch (n % 4) {
	case 0: do { *to++ = *from++;
	case 3:      *to++ = *from++;
	case 2:      *to++ = *from++;
	case 1:      *to++ = *from++;
		} while (--rounds > 0);
	}
	return n;
}
static int into(int n)
{
	int s = 0;
	if (n > 3)
		goto inside;
	for (int i = 0; i < 5; i++) {
		s += i;
		if (s > 100) {
inside:
			s += 1000;
			n = 0;
			continue;
		}
		if (i == 3)
			break;
	}
	if (n == 1) {
		s += 1;
		goto other;
	} else {
		s += 2;
other:
		s += 4;
	}
	return s;
}
static int threaded(const unsigned char *code)
{
	static const void *const ops[] = { &&op_add, &&op_mul, &&op_neg, &&op_end };
	int acc = 1;
	goto *ops[*code++];
op_add: acc += *code++; goto *ops[*code++];
op_mul: acc *= *code++; goto *ops[*code++];
op_neg: acc = -acc; goto *ops[*code++];
op_end: return acc;
}
static int relative(int n)
{
	static const int offsets[] = { &&a - &&a, &&b - &&a, &&c - &&a };
	void *to = &&a + offsets[n];
	int r = 0;
	goto *to;
a:	r += 1;
b:	r += 10;
c:	r += 100;
	return r;
}
static int fall(int x)
{
	int r = 0;
	switch (x) {
	case 1: r++;
	case 2: r += 10;
		/* fall through */
	default: r += 100;
	case 3: r += 1000; break;
	case 10 ... 20: r = 7; break;
	case -5: { int y = x; r = y; }
	}
	return r;
}
static int nested(int a, int b)
{
	int r = 0;
	switch (a) {
		int shared;
	case 0:
		shared = 4;
		switch (b) { case 1: r = 1; break; case 2: goto out; default: r = 9; }
		r += shared;
		break;
	case 1:
		shared = 3;
		while (b--) { if (b == 2) continue; if (b == 1) break; r += shared; }
		break;
	case 2: if (b) case 3: r = 33; else case 4: r = 44;
		break;
	}
	return r;
out:
	return -r - 1;
}
static int back(int n) { int k = 0; again: if (k < n) { k += 2; goto again; } return k; }
static int skips(int n) { if (n) goto end; int x = 5; printf("x %d\n", x); end: x = n; return x + 1; }
static int loops(void)
{
	int i = 0, s = 0;
	do { if (i == 2) continue; s += i; } while (++i < 5);
	while (1) { if (s-- < 3) break; }
	for (;;) { if (s++ > 9) break; else continue; }
	for (int a = 0, b = 10; a < b; a++, b--) s += b - a;
	return s;
}
int main(void)
{
	char to[32] = { 0 };
	for (int n = 1; n < 12; n++) { duff("hello, world", to, n); printf("%s\n", to); }
	for (int n = 0; n < 6; n++) printf("%d ", into(n));
	printf("%d\n", threaded((const unsigned char[]){ 0, 5, 1, 7, 2, 0, 2, 3 }));
	printf("%d %d %d\n", relative(0), relative(1), relative(2));
	for (int i = -5; i < 22; i += 3) printf("%d ", fall(i)); printf("%d %d %d\n", fall(1), fall(2), fall(3));
	for (int a = 0; a < 5; a++) for (int b = 0; b < 4; b++) printf("%d ", nested(a, b)); printf("\n");
	printf("%d %d %d %d\n", back(7), skips(0), skips(3), loops());
	return 0;
}
