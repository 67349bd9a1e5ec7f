/* Atomic structs of 3, 5, 6 and 7 bytes have padding that their values have not. */
#include <stdatomic.h>
#include <stdio.h>

struct s3 { char a[3]; };
struct s5 { char a[5]; };
typedef struct { short a[3]; } s6;
struct s7 { char a[7]; };

_Atomic struct s3 global3;
static _Atomic(s6) global6;
struct holder { char c; _Atomic(struct s3) held; char d; };
static _Atomic(struct s3) several[3];

static struct s3 taken(_Atomic(struct s3) *from) { return *from; }

int main(void)
{
    struct s3 x = { { 1, 2, 3 } };
    atomic_store(&global3, x);
    struct s3 y = atomic_load(&global3);
    y.a[1] = 9;
    x = atomic_exchange(&global3, y);
    printf("%d %d %d\n", x.a[1], y.a[0], taken(&global3).a[1]);

    _Atomic struct s5 local5;
    atomic_init(&local5, ((struct s5){ { 5, 4, 3, 2, 1 } }));
    struct s5 z = local5;
    printf("%d %d\n", z.a[0], z.a[4]);

    s6 expected = { { 1, 2, 3 } }, next = { { 7, 8, 9 } };
    atomic_init(&global6, expected);
    int first = atomic_compare_exchange_strong(&global6, &expected, next);
    int second = atomic_compare_exchange_strong(&global6, &expected, next);
    s6 found = global6;
    printf("%d %d %d\n", first, second, found.a[0]);

    struct s7 seven = { { 1, 2, 3, 4, 5, 6, 7 } };
    _Atomic struct s7 local7 = seven;
    seven.a[6] = 70;
    local7 = seven;
    struct s7 back = atomic_load_explicit(&local7, memory_order_relaxed);
    printf("%d %d\n", back.a[6], back.a[0]);

    struct holder h = { 'c' };
    h.held = x;
    h.d = 'd';
    several[2] = several[1] = y;
    struct s3 last = several[2];
    printf("%c %c %d %d\n", h.c, h.d, taken(&h.held).a[2], last.a[1]);
    printf("%zu %zu %zu %zu %zu %zu\n", sizeof global3, sizeof local5, sizeof global6, sizeof local7, sizeof h, sizeof several);
    return 0;
}
