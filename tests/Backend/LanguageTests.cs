using Porting.Build;
using Porting.Tests;

namespace Porting.Backend.Tests;

/// <summary>The language that is compiled: what is in it does what C# says, what is outside is an error at its
/// line.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("class K { } [Function(\"f\", \"_v\")] static void F() { K k = new K(); }", "makes an object")]
    [InlineData("[Function(\"f\", \"i_v\")] static object F(int x) => x;", "boxed")]
    [InlineData("[Function(\"f\", \"_v\")] static void F() { throw null; }", "cannot be thrown")]
    [InlineData("[Function(\"f\", \"i_i\")] static int F(int x) { int[] a = new int[x]; return 0; }", "arrays")]
    [InlineData("[Function(\"f\", \"_v\")] static object F() => \"x\";", "u8 literal")]
    [InlineData(
        "abstract class K { public abstract int M(); } static K k; [Function(\"f\", \"_i\")] static int F(K k) => k.M();",
        "called on an object"
    )]
    public void What_is_outside_is_an_error_at_its_line(string members, string words)
    {
        PortDiagnostic error = Assert.Single(NativeProgram.Refusals($"\n{members}"));
        Assert.Equal(("PORT5020", "unit.g.cs", 9), (error.Code, error.Location.File, error.Location.Line));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Assembly_that_nobody_can_assemble_is_an_error()
    {
        PortDiagnostic error = Assert.Single(
            NativeProgram.Refusals(
                "[MethodImpl(MethodImplOptions.InternalCall), InlineAssembly(\"no such\", \"\", \"volatile\")] static extern void A(); [Function(\"f\", \"_v\")] static void F() => A();"
            )
        );
        Assert.Equal("PORT5021", error.Code);
    }

    private static string Print(string members, string prototypes, string statements) =>
        NativeProgram
            .Run(
                members,
                $"#include <stdio.h>\n#include <stdarg.h>\n{prototypes}\nint main(void) {{ {statements} return 0; }}\n"
            )
            .Output.TrimEnd('\n');

    [Fact]
    public void Every_way_out_of_a_try_goes_through_its_finally() =>
        Assert.Equal(
            "1f2 3f3 6ff1 ",
            Print(
                """
                [Function("put", "i_v"), MethodImpl(MethodImplOptions.InternalCall)] static extern void Put(int c);
                [Function("f", "i_i")] static int F(int x)
                {
                    for (;;)
                    {
                        try
                        {
                            if (x == 1) return 2;
                            try { if (x == 6) break; } finally { if (x == 6) Put('f'); }
                            if (x == 3) goto end;
                        }
                        finally { Put('f'); }
                    }
                    return 1;
                    end:
                    return 3;
                }
                """,
                "int f(int); void put(int c) { putchar(c); }",
                """for (int i = 1; i < 7; i++) if (i == 1 || i == 3 || i == 6) { printf("%d", i); int r = f(i); printf("%d ", r); }"""
            )
        );

    [Fact]
    public void Generics_over_structs_are_compiled_for_each() =>
        Assert.Equal(
            "7 8 12",
            Print(
                """
                interface INumber { int Value(); }
                struct Seven : INumber { public int Value() => 7; }
                struct Eight : INumber { public int Value() => 8; }
                struct Pair<T> where T : unmanaged { public T A, B; }
                static int Of<T>() where T : struct, INumber => default(T).Value();
                static int Size<T>() where T : unmanaged => sizeof(Pair<T>);
                [Function("f", "i_i")] static int F(int x) => x == 0 ? Of<Seven>() : x == 1 ? Of<Eight>() : Size<short>() + Size<int>();
                """,
                "int f(int);",
                """printf("%d %d %d", f(0), f(1), f(2));"""
            )
        );

    [Fact]
    public void Structs_and_variable_arguments_travel_as_in_C() =>
        Assert.Equal(
            "6 1 2 3.5 | 10 20 a 1.50",
            Print(
                """
                struct Three { public int A, B; public float C; }
                [Function("make", "iif_s12")] static Three Make(int a, int b, float c) => new Three { A = a, B = b, C = c };
                [Function("sum", "s12_i")] static int Sum(Three t) => t.A + t.B + (int)t.C;
                [Function("printf", "iiid_i", IsVariadic = true, Named = 1), MethodImpl(MethodImplOptions.InternalCall)]
                static extern int Printf(sbyte* format, int a, int b, double c);
                [Function("vprintf", "ii_i"), MethodImpl(MethodImplOptions.InternalCall)]
                static extern int Vprintf(sbyte* format, byte* list);
                [Function("show", "i_i", IsVariadic = true)] static int Show(sbyte* format, byte* list) => Vprintf(format, list);
                """,
                "struct t { int a, b; float c; }; struct t make(int, int, float); int sum(struct t), show(const char *, ...);",
                """struct t x = make(1, 2, 3.5f); printf("%d %d %d %.1f | ", sum(x), x.a, x.b, x.c); fflush(stdout); show("%d %d %c %.2f", 10, 20, 'a', 1.5);"""
            )
        );

    /// <summary>The object of a function without a runtime has nothing to link.</summary>
    [Theory]
    [InlineData("[Function(\"f\", \"ii_i\")] static int F(int a, int b) => a + b;", "")]
    [InlineData("[Function(\"f\", \"ii_i\")] static int F(int a, int b) => BitOperations.PopCount((uint)a) << b;", "")]
    [InlineData("[Function(\"f\", \"ll_l\")] static long F(long a, long b) => a / b;", "__divdi3")]
    [InlineData("[Function(\"f\", \"ii_v\")] static void F(void* a, void* b) => rt.copy(a, b, 100000);", "memcpy")]
    public void An_object_refers_to_what_a_C_compiler_refers_to(string members, string expected)
    {
        using ScratchFolder folder = new();
        NativeProgram.Compile(folder, members, "-O2");
        ToolResult symbols = ToolRunner.Run(new Tool("nm", "binutils").Locate(), ["-u", folder.At("unit.o")]);
        Assert.Equal(
            expected,
            string.Join(' ', symbols.Output.Split('\n').Select(l => l.Trim()[Math.Min(2, l.Trim().Length)..])).Trim()
        );
    }

    [Fact]
    public void Without_SSE_no_vector_register_is_used()
    {
        using ScratchFolder folder = new();
        NativeProgram.Compile(
            folder,
            "struct S { public fixed int A[40]; } [Function(\"f\", \"ii_v\")] static void F(S* a, S* b) => *a = *b;",
            "-O2",
            "-mno-sse",
            "-mno-mmx",
            "-mfpmath=387"
        );
        ToolResult code = ToolRunner.Run(new Tool("objdump", "binutils").Locate(), ["-d", folder.At("unit.o")]);
        Assert.Contains("<f>", code.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("xmm", code.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_input_gives_the_same_object()
    {
        using ScratchFolder folder = new();
        const string Members =
            "static int G<T>() where T : unmanaged => sizeof(T); [Function(\"f\", \"_i\")] static int F() => G<int>() + G<long>();";
        NativeProgram.Compile(folder, Members, "-O2");
        byte[] first = File.ReadAllBytes(folder.At("unit.o"));
        NativeProgram.Compile(folder, Members, "-O2");
        Assert.Equal(first, File.ReadAllBytes(folder.At("unit.o")));
    }
}
