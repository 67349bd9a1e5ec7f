using Porting.Hosted;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>What <c>port cc</c> cannot do right is an error with its code, at its line and column; nothing is written.
/// Refusals that kernels share are in tests/Translator.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("union u { int i; };\nstatic union u g = (union u)7;\nint f(void) { return g.i; }", "PORT2090", 2, 1)]
    [InlineData("int f(void) {\n int x = 1;\n return ^(int y) { return x + y; }(2); }", "PORT3000", 3, 9)]
    [InlineData("double f(double x) {\n asm(\"fabs\" : \"+f\"(x)); return x; }", "PORT3201", 2, 2)]
    [InlineData("typedef int v2 __attribute__((vector_size(8)));\nint f(v2 a) { return a[0]; }", "PORT3210", 2, 1)]
    [InlineData(
        "typedef int v2 __attribute__((vector_size(8)));\nextern int g(v2 a);\nint f(void) { v2 a = { 1, 2 };\n return g(a); }",
        "PORT3210",
        4,
        9
    )]
    [InlineData("__attribute__((fastcall)) int f(long long a, int b) { return a + b; }", "PORT3211", 1, 1)]
    [InlineData(
        "struct s { int a, b; };\nextern __attribute__((fastcall)) int g(struct s);\nint main(void) {\n struct s s = { 1, 2 };\n return g(s); }",
        "PORT3211",
        5,
        9
    )]
    [InlineData("int f(int (*__attribute__((vectorcall)) p)(int, int)) {\n return p(1, 2); }", "PORT3211", 2, 9)]
    [InlineData("static __float128 g;\nint f(void) {\n return g > 0; }", "PORT3001", 1, 1)]
    [InlineData("struct s { _BitInt(200) b : 100; };\nint f(struct s *s) { return (int)s->b; }", "PORT3001", 1, 12)]
    [InlineData("int f(_BitInt(70) x) {\n switch (x) { case 1: return 1; } return 0; }", "PORT3001", 2, 2)]
    [InlineData("int f(void) {\n __seg_gs int *p = 0; return *p; }", "PORT3001", 2, 2)]
    [InlineData("int g __attribute__((retain)) = 1;", "PORT3220", 1, 1)]
    public void Is_refused_at_its_place(string text, string code, int line, int column)
    {
        using ScratchFolder folder = new();
        folder.Write("p.c", text);
        PortException refused = Assert.Throws<PortException>(() =>
            HostedCompiler.Compile(
                new HostedUnit(folder.Path, folder.At("p.c"), ["-fno-builtin", "-fblocks"]),
                folder.At("p.o")
            )
        );
        PortDiagnostic first = refused.Diagnostics[0];
        Assert.Equal((code, line, column), (first.Code, first.Location.Line, first.Location.Column));
        Assert.False(File.Exists(folder.At("p.o")));
    }

    /// <summary>Old ways to variable arguments that find nothing: said once, at their place, and only of what is beyond
    /// the parameter.</summary>
    [Theory]
    [InlineData("int f(char *fmt, ...) {\n int *p = (int *)(&fmt + 1);\n return *p; }", 2)]
    [InlineData("int f(int n, ...) {\n int *p = &n;\n return *((char *)&n + 4); }", 3)]
    [InlineData("int f(int n) {\n return ((char *)&n + 1)[0] + *(&n + 0); }", 0)]
    public void An_address_beyond_a_parameter_is_a_warning(string text, int line)
    {
        using ScratchFolder folder = new();
        folder.Write("p.c", text);
        IReadOnlyList<PortDiagnostic> warnings = HostedCompiler.Compile(
            new HostedUnit(folder.Path, folder.At("p.c"), []),
            folder.At("p.o")
        );
        Assert.Equal(
            line == 0 ? [] : new[] { line },
            warnings.Where(w => w.Code == "PORT3047").Select(w => w.Location.Line)
        );
    }

    [Fact]
    public void An_object_that_cannot_be_written_is_an_error()
    {
        using ScratchFolder folder = new();
        folder.Write("p.c", "int f(void) { return 1; }");
        PortException refused = Assert.Throws<PortException>(() =>
            HostedCompiler.Compile(new HostedUnit(folder.Path, folder.At("p.c"), []), "/proc/p.o")
        );
        Assert.Equal("PORT9010", Assert.Single(refused.Diagnostics).Code);
    }
}
