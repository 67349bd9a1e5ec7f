#include <stdio.h>
#include <limits.h>
#include <stdint.h>
/* Promotions, conversions, wrap-around, shifts, division, comparisons of mixed signs. */
static volatile int vi = -7;
static volatile unsigned vu = 7;
static signed char sc = -128;
static unsigned char uc = 255;
static short ss = -32768;
static unsigned short us = 65535;
static long long ll = LLONG_MIN;
static unsigned long long ull = ULLONG_MAX;
static _Bool flag;
enum color { RED = -1, GREEN, BLUE = 5 };
struct bits { int a : 3; unsigned b : 5; signed char c : 4; unsigned long long d : 40; _Bool e : 1; };
int main(void)
{
	printf("%d %d %d %d\n", sc + uc, ss * us, (signed char)(sc - 1), (unsigned char)(uc + 1));
	printf("%d %d %d\n", -7 / 2, -7 % 2, vi / 2);
	printf("%u %d %d\n", vi + vu, vi < vu, (int)vu > vi);
	printf("%d %u %lld\n", vi >> 1, vu << 30, ll >> 3);
	printf("%lld %llu %lld\n", ll - 1, ull + 2, ll / 3);
	printf("%llu %llu\n", ull / 10, ull % 1000003u);
	printf("%d %d\n", (int)ull, (short)0x12345678);
	printf("%d %d %d\n", INT_MAX + vi + 8, INT_MIN - 1 + (int)vu * 0, -INT_MIN + vi - vi);
	flag = 5;
	printf("%d %d %zu\n", flag, (_Bool)0.5, sizeof flag);
	flag++;
	printf("%d ", flag);
	flag--;
	printf("%d\n", flag);
	enum color c = RED;
	printf("%d %d %d\n", c, c < GREEN, BLUE | c);
	struct bits b = { -1, 33, 7, 0x123456789aULL, 3 };
	printf("%d %u %d %llx %d\n", b.a, b.b, b.c, (unsigned long long)b.d, b.e);
	b.a++; b.b -= 2; b.c <<= 1; b.d *= 3; b.e ^= 1;
	printf("%d %u %d %llx %d\n", b.a, b.b, b.c, (unsigned long long)b.d, b.e);
	printf("%d\n", (b.a = 12));
	sc += 200; us *= us; uc >>= 1; ss /= -1; ll += 1.5; 
	printf("%d %u %u %d %lld\n", sc, us, uc, ss, ll);
	unsigned char k = 200; k += k; k = -k; k = ~k; printf("%d %d %d\n", k, !k, ~k);
	uint8_t w = 0x80; printf("%d %d\n", (w << 1) & 0xff, (uint8_t)(w << 1));
	int i = 3; i = i++ + ++i * 0; i = (i, i + 1, i + 2); printf("%d\n", i);
	int a[5] = { 1, 2, 3 }; int n = 0; a[n++] = 4; a[n] += a[0]; printf("%d %d %d %d\n", a[0], a[1], n, 2[a]);
	printf("%d %d\n", 'a', '\377'); printf("%d %d\n", '\x41', '\101'); printf("%u\n", 4294967295u); printf("%d\n", sizeof(long) == 4);
	printf("%lld\n", 1LL << 40 | 1); printf("%llu\n", (unsigned long long)-1 >> 1); printf("%d\n", 077 + 0xff);
	long long big = 0x7fffffffffffffffLL; big += 1; printf("%lld\n", big);
	unsigned sh = 33; printf("%d\n", 1 << (sh & 31)); printf("%d %d\n", 5 == 5.0, 5 != 'x');
	return 0;
}
