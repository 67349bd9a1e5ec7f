/* flags: -std=c23 -msse2 */
/* _Float16: no promotion to float; __bf16 and __fp16: what is stored. */
#include <stdio.h>

_Float16 global = 1.5f16;
static const _Float16 table[3] = { 1, -2.5f16, 65504.f16 };
struct pair { char c; _Float16 h; };

_Float16 add(_Float16 a, _Float16 b) { return a + b; }
static double widened(struct pair p) { return p.h * 2; }

static float upper(unsigned short bits)
{
    union { unsigned short bits; __bf16 b; } u = { bits };
    return (float)u.b;
}

int main(void)
{
    _Float16 x = global * 2, y = (_Float16)0.1;
    x += y;
    x++;
    float f = x;
    printf("%g %g %d %d %zu\n", f, (double)add(x, y), (int)x, x > y, sizeof x);
    _Float16 a[3] = { 1, 2, 3 };
    a[1] = -a[1];
    a[0] /= a[2];
    a[2] *= 1.5f;
    printf("%g %g %g\n", (double)a[0], (double)a[1], (double)a[2]);
    _Float16 large = table[2] + table[2];
    printf("%g %d %d\n", (double)large, large == large - 1, !(x - x));
    int whole = 7;
    whole += (_Float16)2.75;
    printf("%d %g %g\n", whole, widened((struct pair){ 'c', -0.25f16 }), (double)(whole ? x : whole));
    printf("%g %g\n", upper(0x4049), upper(0xff80));
    __fp16 stored = 3.14159f;
    printf("%g %zu\n", stored * 1.0, sizeof stored);
    return 0;
}
