namespace Porting.Translator.Tests;

/// <summary>What holds for a program of several units.</summary>
public sealed class ProgramTests
{
    private const string Replacing =
        "namespace Test;\ninternal static unsafe partial class a_c\n{\n    [Replaces(\"a.c\", \"f\", \"\")]\n    internal static int f(int x) => x;\n}\n";

    [Fact]
    public void Static_functions_of_equal_names_stay_apart()
    {
        TranslatorOutput output = Translated.Program([
            ("a.c", "static int f(void) { return 1; }\nint a(void) { return f(); }"),
            ("b.c", "static int f(void) { return 2; }\nint a(void);\nint b(void) { return f() + a(); }"),
        ]);
        Assert.DoesNotContain(output.Diagnostics, d => d.Code == "PORT2001");
        Assert.Contains("private static int f()", output.File("a.g.cs"));
        Assert.Contains("private static int f()", output.File("b.g.cs"));
    }

    [Fact]
    public void Every_function_is_in_exactly_one_column_of_the_coverage()
    {
        TranslatorOutput output = Translated.Program(
            [("a.c", "int f(int x) { return x; }\nint g(int x) { return f(x); }\nint h(void) { return 0; }")],
            ("r.cs", Replacing),
            ("d.cs", "[assembly: Drops(\"a.c\", \"h\", \"not needed\")]")
        );
        Assert.Empty(output.Diagnostics);
        FileCoverage file = Assert.Single(output.Coverage.Files);
        Assert.Equal((1, 1, 1, 3), (file.Generated, file.Replaced, file.Dropped, file.Total));
    }

    [Fact]
    public void A_replaced_function_is_not_generated_and_its_callers_reach_the_handwritten_one()
    {
        TranslatorOutput output = Translated.Program(
            [("a.c", "int f(int x) { return x; }\nint g(int x) { return f(x); }")],
            ("r.cs", Replacing)
        );
        Assert.DoesNotContain("int f(", output.File("a.g.cs"));
        Assert.Contains("f(x)", output.File("a.g.cs"));
        Assert.Equal("f", Assert.Single(output.Handwritten.Replacements).Name);
    }

    [Theory]
    [InlineData("[Replaces(\"a.c\", \"nothing\", \"\")] internal static int nothing() => 0;", "PORT2010")]
    [InlineData("[Replaces(\"a.c\", \"f\", \"\")] internal static int f(int x, int y) => x;", "PORT2011")]
    [InlineData(
        "[Replaces(\"a.c\", \"f\", \"\")] internal static int f(int x) => x; [Replaces(\"a.c\", \"f\", \"\")] internal static int f_(int x) => x;",
        "PORT2012"
    )]
    public void A_wrong_replacement_is_an_error_at_the_handwritten_method(string member, string code)
    {
        TranslatorOutput output = Translated.Program(
            [("a.c", "int f(int x) { return x; }")],
            ("hand/r.cs", $"namespace Test;\ninternal static unsafe class R\n{{\n    {member}\n}}\n")
        );
        PortDiagnostic error = Assert.Single(output.Diagnostics);
        Assert.Equal((code, "hand/r.cs", 4), (error.Code, error.Location.File, error.Location.Line));
    }

    [Fact]
    public void What_is_dropped_must_not_be_used()
    {
        TranslatorOutput output = Translated.Program(
            [("a.c", "int v;\nint f(void) { return 1; }\nint g(void) { return f() + v; }")],
            (
                "d.cs",
                "[assembly: Drops(\"a.c\", \"f\", \"\")]\n[assembly: Drops(\"a.c\", \"v\", \"\")]\n[assembly: Drops(\"a.c\", \"w\", \"\")]"
            )
        );
        Assert.Equal(
            ["PORT2020", "PORT2021", "PORT2021"],
            output.Diagnostics.Select(d => d.Code).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_output_is_the_same_every_time()
    {
        (string, string)[] files =
        [
            ("a.c", "struct s { int x; };\nint f(struct s *p) { return p->x; }"),
            ("b.c", "extern int printf(const char *, ...);\nint g(void) { return 1; }"),
        ];
        Assert.Equal(
            Translated.Program(files).Files.Select(f => f.Path + f.Text),
            Translated.Program(files).Files.Select(f => f.Path + f.Text)
        );
    }

    [Fact]
    public void Lines_of_CSharp_map_to_the_lines_of_the_C()
    {
        TranslatorOutput output = Translated.Text("int f(int x)\n{\n\tx += 1;\n\n\treturn x;\n}\n");
        OutputFile file = output.Files.First(f => f.Path == "t.g.cs");
        string[] lines = file.Text.Split('\n');
        Assert.Equal(5, file.Map.First(m => lines[m.CSharpLine - 1].Trim() == "return x;").CLine);
        Assert.Equal(3, file.Map.First(m => lines[m.CSharpLine - 1].Trim() == "x += 1;").CLine);
    }

    /// <summary>A plain import would pass structs and registers as C# does.</summary>
    [Fact]
    public void Assembler_routines_are_called_in_the_convention_that_they_are_declared_with()
    {
        TranslatorOutput output = Translated.Text(
            "struct p { int a, b; };\n__attribute__((regparm(3))) int down(int a, int b);\nstruct p both(struct p v);\nint plain(int a);\nint f(struct p *p) { *p = both(*p); return down(p->a, p->b) + plain(3); }"
        );
        string foreign = output.File("Foreign.g.cs");
        Assert.Contains("Function(\"plain\", \"i_i\")] internal static extern int plain(int a0);", foreign);
        Assert.Contains("Function(\"down\", \"ii_i_regparm3\")] internal static extern int down(", foreign);
        Assert.Contains("Function(\"both\", \"s8_s8\")] internal static extern p both(p a0);", foreign);
    }

    /// <summary>Types that C# lacks are the program's: one struct each, whichever units use them.</summary>
    [Fact]
    public void Types_that_CSharp_lacks()
    {
        TranslatorOutput output = Translated.Program([
            (
                "a.c",
                "typedef int v4 __attribute__((vector_size(16)));\nv4 f(v4 a, v4 b) { return a * b + (a < b); }\nlong double g(long double x) { return x * x; }\n"
            ),
            (
                "b.c",
                "unsigned _BitInt(70) h(_BitInt(9) a, unsigned _BitInt(70) b) { return b << a; }\ndouble _Complex k(double _Complex z) { return z * z; }\nstruct s { char a[5]; };\nstruct s m(_Atomic(struct s) *p) { return *p; }\nint n();\nint o(void) { return n(1); }\nint n(a, b) int a, b; { return a + b; }\n"
            ),
        ]);
        Assert.Empty(output.Diagnostics);
        Assert.Contains("struct int_x4", output.File("Vectors.g.cs"));
        Assert.Contains("struct complex_double", output.File("Complex.g.cs"));
        string numbers = output.File("Numbers.g.cs");
        Assert.Contains("struct _BitInt9", numbers);
        Assert.Contains("struct _UBitInt70", numbers);
        Assert.Contains("explicit operator _UBitInt70(_BitInt9 a)", numbers);
        Assert.Contains("explicit operator long_double(_BitInt9 a)", numbers);
        Assert.Contains("struct s_atomic", numbers);
        Assert.Contains("n(1, default)", output.File("b.g.cs"));
    }
}
