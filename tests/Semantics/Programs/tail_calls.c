/* musttail: a call that takes its caller's place on the stack, or the stack is too small. */
#include <stdio.h>

struct pair { int a, b; };
struct many { int n[8]; };

static int odd(int n, int a);
static int even(int n, int a)
{
    if (n == 0)
        return a;
    __attribute__((musttail)) return odd(n - 1, a + 1);
}

static int odd(int n, int a)
{
    if (n == 0)
        return -a;
    __attribute__((musttail)) return even(n - 1, a + 1);
}

/* An interpreter whose operations call the next one. */
typedef long long operation(const unsigned char *at, long long value);
static operation *const operations[];

long long halt(const unsigned char *at, long long value) { return value; }

long long increase(const unsigned char *at, long long value)
{
    value++;
    __attribute__((musttail)) return operations[*at](at + 1, value);
}

static long long again(const unsigned char *at, long long value)
{
    const unsigned char *next = value < 2000000 ? at - 2 : at;
    __attribute__((musttail)) return operations[*next](next + 1, value * 1);
}

static operation *const operations[] = { halt, increase, again };

void down(unsigned *left, double d)
{
    if (--*left == 0) {
        printf("%g\n", d);
        return;
    }

    __attribute__((musttail)) return down(left, d + 1);
}

static struct many filled(int left, struct many so_far)
{
    so_far.n[left % 8] += left;
    if (left == 0)
        return so_far;
    __attribute__((musttail)) return filled(left - 1, so_far);
}

static unsigned char narrow(unsigned char c, signed char d, _Bool b)
{
    if (!b)
        return c + d;
    __attribute__((musttail)) return narrow(c + 200, d - 1, d > -120);
}

int main(void)
{
    printf("%d\n", even(3000001, 0));
    static const unsigned char code[] = { 1, 2, 0 };
    printf("%lld\n", increase(code + 1, 0));
    unsigned left = 1000000;
    down(&left, 0.5);
    struct many m = filled(20, (struct many){ { 1 } });
    printf("%d %d %d\n", m.n[0], m.n[4], m.n[7]);
    printf("%d\n", narrow(1, 0, 1));
    return 0;
}
