namespace Porting.Translator.Tests;

/// <summary>What cannot be translated right is an error with its code at its place, never a guess.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData("__float128 f(\n  __float128 x) { return x; }", "PORT3001", 1)]
    [InlineData(
        "struct s { int a[8]; };\nint f(_Atomic(struct s) *p, struct s *q) {\n  return __c11_atomic_load(p, 5).a[0]; }",
        "PORT3070",
        3
    )]
    [InlineData("void *f(void) {\n  return __builtin_thread_pointer(); }", "PORT3046", 2)]
    [InlineData("int f(int (*__attribute__((vectorcall)) p)(int, int)) {\n  return p(1, 2); }", "PORT3211", 2)]
    [InlineData(
        "static int __attribute__((vectorcall)) g(int x) { return x; }\nint (__attribute__((vectorcall)) *f(void))(int) { return g; }",
        "PORT3211",
        1
    )]
    [InlineData(
        "typedef int two __attribute__((vector_size(8)));\nstatic __attribute__((target(\"sse2\"))) two f(two a) { return a; }\ntwo (*g(void))(two) { return f; }",
        "PORT3210",
        2
    )]
    public void Unsupported_constructs(string c, string code, int line)
    {
        List<PortDiagnostic> errors = [.. Translated.Text(c).Diagnostics.Where(d => d.Severity == PortSeverity.Error)];
        Assert.NotEmpty(errors);
        PortDiagnostic error =
            errors.FirstOrDefault(e => e.Code.StartsWith(code, StringComparison.Ordinal)) ?? errors[0];
        Assert.StartsWith(code, error.Code);
        Assert.Equal("t.c", error.Location.File);
        Assert.True(line == 0 || error.Location.Line == line, error.ToString());
    }

    [Fact]
    public void Two_definitions_of_a_name()
    {
        TranslatorOutput output = Translated.Program([
            ("a.c", "int f(void) { return 1; }"),
            ("b.c", "int f(void) { return 2; }"),
        ]);
        PortDiagnostic error = Assert.Single(output.Diagnostics);
        Assert.Equal("PORT2001", error.Code);
        Assert.Contains("'f' is defined here and in a.c(1)", error.Message);
    }

    [Fact]
    public void One_struct_with_two_layouts()
    {
        TranslatorOutput output = Translated.Program([
            ("s.h", "struct s {\n#ifdef WIDE\n  long long x;\n#else\n  int x;\n#endif\n};\n"),
            ("a.c", "#include \"s.h\"\nint f(struct s *p) { return p->x; }"),
            ("b.c", "#define WIDE\n#include \"s.h\"\nint g(struct s *p) { return p->x; }"),
        ]);
        Assert.Contains(output.Diagnostics, d => d.Code == "PORT2002" && d.Location.File == "s.h");
    }
}
