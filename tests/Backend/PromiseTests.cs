using Porting.Build;

namespace Porting.Backend.Tests;

/// <summary>
/// What LLVM leaves undefined and the language defines (docs/backend.md): each test is a function that the optimiser
/// would get wrong if the back end said what clang says of C.
/// </summary>
public sealed class PromiseTests
{
    private static string Print(string members, string prototypes, string statements) =>
        NativeProgram
            .Run(
                members,
                $"#include <stdio.h>\n#include <limits.h>\n{prototypes}\nint main(void) {{ {statements} return 0; }}\n"
            )
            .Output.TrimEnd('\n');

    [Fact]
    public void Overflow_wraps() =>
        Assert.Equal(
            "0 1",
            Print(
                """
                [Function("above", "i_i")] static int Above(int x) => x + 1 > x ? 1 : 0;
                [Function("odd", "i_i")] static int Odd(int x) => x * 2 / 2 != x ? 1 : 0;
                """,
                "int above(int), odd(int);",
                """printf("%d %d", above(INT_MAX), odd(INT_MAX));"""
            )
        );

    [Fact]
    public void Shifts_count_modulo_the_width() =>
        Assert.Equal(
            "2 1 8 -1",
            Print(
                """
                [Function("left", "ii_i")] static int Left(int x, int n) => x << n;
                [Function("wide", "li_l")] static long Wide(long x, int n) => x << n;
                [Function("right", "ii_i")] static int Right(int x, int n) => x >> n;
                """,
                "int left(int, int), right(int, int); long long wide(long long, int);",
                """printf("%d %d %lld %d", left(1, 33), left(1, 32), wide(1, 67), right(-1, 40));"""
            )
        );

    /// <summary>Where somebody wants the quotient, also when the divisor is a choice of which one is 0.</summary>
    [Theory]
    [InlineData("static int F(int x, int y) => x / y;", 1, 0)]
    [InlineData("static int F(int x, int y) => x / (y == 0 ? 0 : 3);", 1, 0)]
    [InlineData("static int F(int x, int y) => (int)((uint)x % (uint)y);", 1, 0)]
    [InlineData("static int F(int x, int y) => (int)((long)x / (long)y);", 1, 0)]
    [InlineData("static int F(int x, int y) => x / y;", int.MinValue, -1)]
    [InlineData("static int F(int x, int y) => x % y;", int.MinValue, -1)]
    [InlineData("static int F(int x, int y) { if (y == -1) { return x / y; } return 0; }", int.MinValue, -1)]
    public void What_cannot_be_divided_is_the_processors_error(string function, int x, int y)
    {
        const int DivideError = 128 + 8;
        ToolResult result = NativeProgram.Run(
            $"[Function(\"f\", \"ii_i\")] {function}",
            $$"""
            #include <signal.h>
            #include <stdlib.h>
            int f(int, int); volatile int x = {{(x == int.MinValue ? "-2147483647 - 1" : x)}}, y = {{y}};
            static void caught(int n) { _Exit(128 + n); }
            int main(void) { signal(SIGFPE, caught); return f(x, y) & 64; }
            """
        );
        Assert.Equal(DivideError, result.ExitStatus);
    }

    [Fact]
    public void Other_quotients_are_right() =>
        Assert.Equal(
            "-3 -1 5 -5 2147483647 1 -9 0 7",
            Print(
                """
                [Function("q", "ii_i")] static int Q(int x, int y) => x / y;
                [Function("r", "ii_i")] static int R(int x, int y) => x % y;
                [Function("u", "ii_i")] static int U(uint x, uint y) => (int)(x / y);
                [Function("w", "ll_l")] static long W(long x, long y) => x / y;
                """,
                "int q(int, int), r(int, int), u(int, int); long long w(long long, long long);",
                """printf("%d %d %d %d %d %d %lld %d %lld", q(-10, 3), r(-10, 3), q(-5, -1), q(5, -1), u(-1, 2), u(-1, -1), w(9, -1), r(7, -1), w(700, 100));"""
            )
        );

    [Fact]
    public void What_is_too_large_for_an_int_is_the_smallest_int() =>
        Assert.Equal(
            "-2147483648 -2147483648 -2147483648 -2147483648 7",
            Print(
                """
                [Function("f", "d_i")] static int F(double x) => rt.to_int(x);
                [Function("g", "f_i")] static int G(float x) => rt.to_int(x);
                [Function("c", "_i")] static int C() => rt.to_int(1e20);
                [Function("n", "_i")] static int N() => rt.to_int(double.NaN);
                """,
                "int f(double), g(float), c(void), n(void);",
                """printf("%d %d %d %d %d", f(3e9), g(-4e9f), c(), n(), f(7.9));"""
            )
        );

    [Fact]
    public void An_address_may_leave_its_object_and_wrap() =>
        Assert.Equal(
            "1 1",
            Print(
                """
                [Function("below", "ii_i")] static int Below(byte* p, uint n) => p + n < p ? 1 : 0;
                [Function("back", "ii_i")] static int Back(int* p, int n) => *(p + n + 1 - n);
                """,
                "int below(void *, unsigned), back(int *, int);",
                """int a[2] = { 0, 1 }; printf("%d %d", below(a, 0xfffffff0u), back(a, 1 << 28));"""
            )
        );

    [Fact]
    public void Memory_has_no_type() =>
        Assert.Equal(
            "1073741824 5",
            Print(
                """
                [Function("f", "ii_i")] static int F(int* i, float* f) { *i = 1; *f = 2; return *i; }
                [Function("g", "ii_i")] static int G(long* l, short* s) { *l = 1; *s = 5; return (int)*l; }
                """,
                "int f(int *, float *), g(long long *, short *);",
                """int a; long long b; printf("%d %d", f(&a, (float *)&a), g(&b, (short *)&b));"""
            )
        );

    [Fact]
    public void A_value_that_nobody_set_is_one_value() =>
        Assert.Equal(
            "1 0",
            Print(
                """
                [Function("same", "_i")] static int Same() { Unsafe.SkipInit(out int x); int y = x; return x == y && (x & 1) + (~y & 1) == 1 ? 1 : 0; }
                [Function("zero", "_i")] static int Zero() { Unsafe.SkipInit(out int x); return x ^ x; }
                """,
                "int same(void), zero(void);",
                """printf("%d %d", same(), zero());"""
            )
        );

    /// <summary>clang takes such a loop away, and the function's end with it.</summary>
    [Fact]
    public void A_loop_without_end_does_not_end()
    {
        ToolResult result = NativeProgram.Run(
            "[Function(\"f\", \"i_i\")] static int F(uint x) { while (x != 1) { x = (x & 1) == 0 ? x / 2 : x + 2; } return 7; }",
            """
            #include <signal.h>
            #include <stdlib.h>
            #include <unistd.h>
            int f(unsigned);
            static void late(int n) { _Exit(40); }
            int main(void) { signal(SIGALRM, late); alarm(1); f(0); return 1; }
            """
        );
        Assert.Equal(40, result.ExitStatus);
    }

    /// <summary>A kernel has memory there: its flag says so, and the check behind the access stays.</summary>
    [Fact]
    public void With_memory_at_null_an_access_says_nothing_of_the_pointer() =>
        Assert.Equal(
            "5",
            NativeProgram
                .Run(
                    "[Function(\"f\", \"i_i\")] static int F(int* p) { int x = *p; return p == null ? 5 : x; }",
                    """
                    #define _GNU_SOURCE
                    #include <signal.h>
                    #include <stdio.h>
                    #include <ucontext.h>
                    int f(int *);
                    static int there = 3;
                    static void mend(int n, siginfo_t *i, void *c) { greg_t *r = ((ucontext_t *)c)->uc_mcontext.gregs; r[REG_EIP] += 2; (void)there; }
                    int main(void) { struct sigaction a = { 0 }; a.sa_sigaction = mend; a.sa_flags = SA_SIGINFO; sigaction(SIGSEGV, &a, 0); printf("%d", f(0)); return 0; }
                    """,
                    "-fno-delete-null-pointer-checks",
                    "-O1"
                )
                .Output.TrimEnd('\n')
        );
}
