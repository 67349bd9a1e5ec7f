using Porting.Clang.Parse;
using Xunit;

namespace Porting.Clang.Tests;

/// <summary>Bad input gives messages at its place and no tree, and never takes the tool down.</summary>
public class BadInputTests
{
    [Fact]
    public void Syntax_error_has_its_place()
    {
        Parsed c = Parsed.Text("int a;\nint f(void) { return 1 + ; }\n");
        Assert.Null(c.Unit);
        Assert.Equal("t.c(2,26): error PORT1001: expected expression", c.Diagnostics[0].ToString());
    }

    [Fact]
    public void Missing_include_has_its_own_code()
    {
        Parsed c = Parsed.Text("#include <no/such.h>\n");
        Assert.Equal(("PORT1002", 1), (c.Diagnostics[0].Code, c.Diagnostics[0].Location.Line));
    }

    [Fact]
    public void A_warning_has_its_place()
    {
        string folder = Directory.CreateTempSubdirectory("clang").FullName;
        File.WriteAllText(Path.Combine(folder, "t.c"), "int f(void)\n{\n\treturn 1 << 40;\n}\n");
        List<PortDiagnostic> diagnostics = [];
        Assert.NotNull(
            new ClangParser(new ClangParserOptions(folder) { ShowsWarnings = true }).ParseAll(
                [new CompileCommand(folder, "t.c", ["-m32", "-c", "t.c"])],
                1,
                diagnostics
            )[0]
        );
        Directory.Delete(folder, recursive: true);
        PortDiagnostic warning = Assert.Single(diagnostics);
        Assert.Equal(
            ("PORT1100", PortSeverity.Warning, 3, 11),
            (warning.Code, warning.Severity, warning.Location.Line, warning.Location.Column)
        );
    }

    [Fact]
    public void Missing_file_is_named()
    {
        List<PortDiagnostic> diagnostics = [];
        new ClangParser(new ClangParserOptions("/")).ParseAll(
            [new CompileCommand("/", "no-such.c", ["-c", "no-such.c"])],
            1,
            diagnostics
        );
        Assert.Equal("PORT1003", Assert.Single(diagnostics).Code);
    }

    [Theory]
    [InlineData("int f(void) { if (1) {")]
    [InlineData("\"never closed")]
    [InlineData("/* never closed")]
    [InlineData("#if 1\n")]
    [InlineData("struct s { struct s x; };")]
    [InlineData("int a[-1];")]
    [InlineData("_Static_assert(0, \"no\");")]
    [InlineData("\u0001\u0002\u0003 not C at all")]
    public void Broken_text_is_an_error(string c)
    {
        Parsed parsed = Parsed.Text(c);
        Assert.Null(parsed.Unit);
        Assert.Contains(parsed.Diagnostics, d => d.Severity == PortSeverity.Error);
    }

    [Fact]
    public void Empty_file_is_a_unit() => Assert.Empty(Parsed.Text("").Good.Decls);

    [Fact]
    public void Nul_and_random_bytes_do_not_crash()
    {
        Random random = new(1);
        byte[] bytes = new byte[4096];
        for (int i = 0; i < 20; i++)
        {
            random.NextBytes(bytes);
            Parsed parsed = Parsed.Bytes(bytes);
            Assert.Null(parsed.Unit);
        }
    }

    [Fact]
    public void Bad_flag_is_an_error() => Assert.NotEmpty(Parsed.Text("int a;", "--no-such-flag").Diagnostics);

    [Theory]
    [InlineData("{}")]
    [InlineData("[{\"file\": 1}]")]
    [InlineData("[{\"directory\": \"/\"}]")]
    [InlineData("not json")]
    public void Bad_compilation_database_is_one_error(string json)
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, json);
        PortException thrown = Assert.Throws<PortException>(() => CompileCommands.Load(file));
        PortDiagnostic wrong = Assert.Single(thrown.Diagnostics);
        Assert.Equal("PORT1011", wrong.Code);
        Assert.Equal(json == "not json" ? (1, 2) : (0, 0), (wrong.Location.Line, wrong.Location.Column));
        File.Delete(file);
    }

    [Fact]
    public void Commands_are_split_as_a_shell_does() =>
        Assert.Equal(
            ["clang", "-DX=\"a b\"", "it's", "a b"],
            CompileCommands.SplitCommand("clang -DX=\\\"a\\ b\\\" \"it's\" 'a b'")
        );
}
