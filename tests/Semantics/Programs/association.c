#include <stdio.h>

/* Sums and products that are grouped to the right: where the grouping makes no difference, C# has them without
   parentheses. */
#define QUIET __attribute__((noinline))

typedef unsigned u32;
typedef unsigned long long u64;

QUIET static int sum(int a, int b, int c) { return a + (b + c); }
QUIET static int sum_of_difference(int a, int b, int c, int d) { return a + (b - c + d); }
QUIET static int difference_of_sum(int a, int b, int c) { return a - (b + c); }
QUIET static u32 product(u32 a, u32 b, u32 c) { return a * (b * c); }
QUIET static int product_of_quotient(int a, int b, int c, int d) { return a * (b / c * d); }
QUIET static int product_of_remainder(int a, int b, int c, int d) { return a * (b % c * d); }
QUIET static u64 wide_sum_of_narrow(u64 a, u32 b, u32 c, u64 d) { return a + (b + c + d); }
QUIET static u64 wide_product_of_narrow(u64 a, u32 b, u32 c, u64 d) { return a * (b * c * d); }
QUIET static long long wrapped(long long a, int b, int c, long long d) { return a + (b - c + d); }
QUIET static double real(double a, double b, double c) { return a + (b + c); }
QUIET static int logic(int a, int b, int c) { return a && (b && c) || (a || (b || c)) << 1; }

int main(void)
{
    printf("%d %d %d\n", sum(1, 2, 3), sum_of_difference(1, 2, 3, 4), difference_of_sum(1, 2, 3));
    printf("%u %d %d\n", product(70000, 70000, 3), product_of_quotient(2, 3, 2, 1), product_of_remainder(5, 7, 4, 2));
    printf("%llu\n", wide_sum_of_narrow(1, 0xffffffffu, 2, 3));
    printf("%llu\n", wide_product_of_narrow(3, 0x10000u, 0x10000u, 2));
    printf("%lld\n", wrapped(1, 5, 7, 3));
    printf("%d\n", real(1e16, 1.0, 1.0) == 1e16 + 2.0);
    printf("%d %d\n", logic(1, 1, 0), logic(1, 1, 1));
    return 0;
}
