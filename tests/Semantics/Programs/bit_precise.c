/* flags: -std=c23 */
/* Bit-precise integers (C23 6.2.5, 6.3.1.1): no promotion, a conversion between widths wherever they meet. */
#include <stdio.h>

typedef _BitInt(37) b37;
typedef unsigned _BitInt(7) u7;
typedef _BitInt(129) b129;
typedef unsigned _BitInt(256) u256;

struct packet { _BitInt(5) low : 3; u7 middle : 7; unsigned _BitInt(12) high : 11; b37 whole; u256 wide; };

b37 global = -5;
static u7 table[4] = { 1, 127, 100 };
static struct packet first = { 3, 100, 2047, -1, 7 };
u256 big_constant = 0x1234567890abcdef1234567890abcdef1234567890abcdefuwb;
const _BitInt(3) least = -4;

b37 add(b37 a, u7 b) { return a + b; }
b129 square(b129 x) { return x * x; }
u256 twice(u256 x) { x += x; return x; }
static u7 increased(u7 x) { return ++x; }
_BitInt(2) two(_BitInt(2) x) { return x; }

static void print(const char *name, u256 value)
{
    printf("%s", name);
    for (int part = 3; part >= 0; part--)
        printf(" %016llx", (unsigned long long)(value >> (part * 64)));
    printf("\n");
}

static int chosen(b37 x)
{
    switch (x) {
    case -5: return 1;
    case 1000000000000 - 862561046528: return 2;
    case 3 ... 9: return 3;
    default: return 0;
    }
}

int main(void)
{
    b37 a = 1;
    a <<= 36;
    u7 u = 120;
    u += 10;
    printf("%lld %d %d\n", (long long)a, (int)u, (int)increased(127));
    for (u7 i = 125; i != 2; i++)
        printf("%d ", (int)i);
    printf("\n");

    b129 z = square((b129)1 << 64) >> 100;
    printf("%lld %d %d %d\n", (long long)z, (int)sizeof(b129), (int)sizeof(b37), (int)sizeof(struct packet));
    printf("%lld %d %lld %lld\n", (long long)add(global, table[2]), (int)(table[1] * table[1]), (long long)(global / 2 % 3),
           (long long)(-global * 7));
    printf("%d %d\n", (int)two(1), (int)least);

    struct packet p = first;
    p.low++;
    p.middle += 28;
    p.high ^= 5;
    p.wide = twice(p.wide) - 15;
    printf("%d %d %d %lld\n", (int)p.low, (int)p.middle, (int)p.high, (long long)p.whole);
    print("wide", p.wide);
    print("constant", big_constant);
    print("divided", big_constant / 1000000007 % 0xffffffffffffuwb);
    print("inverted", ~big_constant & (big_constant | 1));
    print("negative", (u256)(b129)-3);

    _BitInt(200) w = 123456789012345678901234567890wb;
    printf("%lld %d %d %d\n", (long long)(w % 1000000007wb), w > 0, !w, w < -w);
    printf("%d %d %d\n", (int)(3wb + 4uwb), (int)sizeof 15wb, (int)sizeof 16wb);
    printf("%d %d %d %d\n", chosen(global), chosen(137438953472), chosen(4), chosen(0));

    b37 sum;
    bool over = __builtin_add_overflow((b37)68719476735, (b37)1, &sum);
    u7 product;
    bool over2 = __builtin_mul_overflow(table[1], (u7)2, &product);
    printf("%d %lld %d %d\n", over, (long long)sum, over2, (int)product);
    printf("%d %d %d\n", __builtin_popcountg((unsigned _BitInt(65))-1), __builtin_clzg(u), __builtin_ctzg(big_constant));

    float f = a;
    double d = (double)big_constant;
    b37 back = 12345.75;
    printf("%g %g %lld %d\n", f, d, (long long)back, (int)(u7)f);
    f += u;
    u = u ? u : 5;
    a = u && over ? -1 : 1;
    volatile b37 v = a;
    v -= 2;
    b37 *at = &global;
    *at = v--;
    printf("%g %d %lld %lld %lld\n", f, (int)u, (long long)a, (long long)v, (long long)*at);
    bool truth = v;
    int shifted = 1 << u % 5;
    printf("%d %d\n", truth, shifted);
    return 0;
}
