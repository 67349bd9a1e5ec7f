/* switches of more labels than the C# compiler takes well: halves of halves lead to labels */
#include <stdio.h>

#define TEN(m, n) m((n) + 0) m((n) + 1) m((n) + 2) m((n) + 3) m((n) + 4) m((n) + 5) m((n) + 6) m((n) + 7) m((n) + 8) m((n) + 9)
#define HUNDRED(m, n) TEN(m, n) TEN(m, (n) + 10) TEN(m, (n) + 20) TEN(m, (n) + 30) TEN(m, (n) + 40) TEN(m, (n) + 50) TEN(m, (n) + 60) TEN(m, (n) + 70) TEN(m, (n) + 80) TEN(m, (n) + 90)
#define THOUSAND(m, n) HUNDRED(m, n) HUNDRED(m, (n) + 100) HUNDRED(m, (n) + 200) HUNDRED(m, (n) + 300) HUNDRED(m, (n) + 400) \
	HUNDRED(m, (n) + 500) HUNDRED(m, (n) + 600) HUNDRED(m, (n) + 700) HUNDRED(m, (n) + 800) HUNDRED(m, (n) + 900)

/* sparse, negative and falling through, with ranges, a default in the middle and variables of its own */
static int sparse(int x)
{
	int sum = 0;

	switch (x) {
#define ADD(n) case (n) * 3 - 1000: sum += (n) % 7; break;
	THOUSAND(ADD, 0)
	case 5000 ... 5999:
		sum += 40;
		/* falls through */
	default: {
		int more = sum + 1;
		sum += more;
		break;
	}
#define NEXT(n) case 10000 + (n): sum++;
	HUNDRED(NEXT, 0)
		for (int i = 0; ; i++) {
			if (i == 3)
				break;
			if (i == 1)
				continue;
			sum += i;
		}
	}
	return sum;
}

static unsigned wide(unsigned long long x)
{
	switch (x) {
#define WIDE(n) case 0xfffffffffffff000ull + (n): return (n) * 2;
	THOUSAND(WIDE, 0)
#define LOW(n) case (n): return (n) + 1;
	HUNDRED(LOW, 0)
	}
	return 7;
}

static int narrow(unsigned short x)
{
	switch (x) {
#define NARROW(n) case (n) * 5: return (n) & 15;
	THOUSAND(NARROW, 0)
	case 60000:
		return -2;
	}
	return -1;
}

static int evaluations;
static int once(int x) { evaluations++; return x; }

int main(void)
{
	unsigned hash = 0;

	for (int x = -1100; x < 10200; x++)
		hash = hash * 31 + (unsigned)sparse(x);
	printf("%u %d %d %d %d\n", hash, sparse(-1000), sparse(-997), sparse(5500), sparse(10050));
	for (unsigned x = 0; x < 1100; x++)
		hash = hash * 31 + wide(x) + wide(0xfffffffffffff000ull + x) + wide((unsigned long long)x << 32);
	printf("%u\n", hash);
	for (unsigned x = 0; x < 65536; x += 3)
		hash = hash * 31 + (unsigned)narrow((unsigned short)x);
	printf("%u %d\n", hash, narrow(60000));
	switch (once(1234)) {
#define ONCE(n) case (n) + 500: hash += (n); break;
	THOUSAND(ONCE, 0) TEN(ONCE, 1000)
	}
	printf("%u %d\n", hash, evaluations);
	return 0;
}
