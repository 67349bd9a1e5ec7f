/* Builtins on vectors, element by element and of all elements, and vectors of some elements that are assigned. */
#include <stdio.h>

typedef float f4 __attribute__((ext_vector_type(4)));
typedef float f2 __attribute__((ext_vector_type(2)));
typedef int i4 __attribute__((ext_vector_type(4)));
typedef unsigned char u16 __attribute__((vector_size(16)));
typedef double d2 __attribute__((vector_size(16)));

static f4 global = { 9, 8, 7, 6 };
struct holder { int before; f4 v; };

static void show(const char *name, f4 v) { printf("%s %g %g %g %g\n", name, v.x, v.y, v.z, v.w); }
static f4 *counted(int *calls, f4 *v) { ++*calls; return v; }

static void elementwise(void)
{
    f4 a = { 1.5f, -2.5f, 3.7f, -4.2f };
    i4 b = { 1, -2, 3, -4 };
    show("max", __builtin_elementwise_max(a, -a));
    show("min", __builtin_elementwise_min(a, (f4)2.0f));
    show("abs", __builtin_elementwise_abs(a));
    show("trunc", __builtin_elementwise_trunc(a));
    show("ceil", __builtin_elementwise_ceil(a));
    show("floor", __builtin_elementwise_floor(a));
    show("rint", __builtin_elementwise_rint(a));
    show("sqrt", __builtin_elementwise_sqrt(a * a));
    show("copysign", __builtin_elementwise_copysign((f4)1.0f, a));
    show("fma", __builtin_elementwise_fma(a, a, a));
    i4 c = __builtin_elementwise_abs(b);
    i4 d = __builtin_elementwise_add_sat(b, (i4)2147483647);
    i4 e = __builtin_elementwise_bitreverse(b);
    printf("%d %d %x %x\n", c[1], d[0], d[1], e[0]);
    printf("%d %u %g %d\n", __builtin_elementwise_sub_sat(-2147483647, 5), __builtin_elementwise_sub_sat(1u, 2u),
           __builtin_elementwise_max(1.5, 2.5), __builtin_elementwise_min(4, 3));
}

static void reduced(void)
{
    i4 b = { 1, -2, 3, -4 };
    u16 bytes = { 200, 100, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
    f4 a = { 1.5f, -2.5f, 3.7f, -4.2f };
    printf("%d %d %d %d\n", __builtin_reduce_add(b), __builtin_reduce_mul(b), __builtin_reduce_max(b), __builtin_reduce_min(b));
    printf("%x %x %x %d %d\n", __builtin_reduce_and(b), __builtin_reduce_or(b), __builtin_reduce_xor(b),
           __builtin_reduce_add(bytes), __builtin_reduce_max(bytes));
    printf("%g %g\n", __builtin_reduce_max(a), __builtin_reduce_min(a));
}

static void assigned(void)
{
    f4 a = { 1, 2, 3, 4 };
    f2 b = a.wx;
    a.xy = b;
    a.zw += 10.0f;
    show("parts", a);
    a.lo = a.hi;
    f4 c = a.wzyx;
    c.s13 = a.s20;
    c.wx = c.xw; /* both sides one vector */
    show("mixed", c);
    c.even = (f2){ -1, -2 };
    f2 kept = (c.odd *= 2.0f);
    show("halves", c);
    int calls = 0;
    counted(&calls, &global)->yz = kept;
    counted(&calls, &global)->xw -= 1.0f;
    struct holder h = { 1, global };
    h.v.xyz = h.v.zyx;
    struct holder *p = &h;
    p->v.wz = p->v.xx / 2.0f;
    show("held", h.v);
    f2 before = h.v.xy += 1.0f;
    f2 behind = (h.v.zw -= h.v.x);
    printf("%d %g %g %g %g\n", calls, before.x, before.y, behind.x, behind.y);
    show("stepped", h.v);
    i4 n = { 1, 2, 3, 4 };
    n.yw <<= 4;
    n.xz |= n.yw;
    printf("%d %d %d %d\n", n.x, n.y, n.z, n.w);
    i4 both = n && (i4){ 0, 1, -1, 0 }, either = (n - n) || (i4){ 5, 0, 0, 1 };
    printf("%d %d %d %d %d %d\n", both.x, both.y, both.w, either.x, either.y, (!both).x);
}

int main(void)
{
    elementwise();
    reduced();
    assigned();
    return 0;
}
