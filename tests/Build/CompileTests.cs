using Porting.Build.Compile;
using Porting.Tests;

namespace Porting.Build.Tests;

public sealed class CompileTests
{
    private static IEnumerable<CSharpSource> Corlib =>
        Directory
            .EnumerateFiles(Repository.At("translator/Porting.Runtime/Corlib"), "*.cs")
            .Order(StringComparer.Ordinal)
            .Select(f => new CSharpSource(Path.GetFileName(f), File.ReadAllText(f)));

    private static byte[] Compile(string text) =>
        CSharpCompiler.Compile("t", [.. Corlib, new CSharpSource("t.cs", text)], []);

    [Fact]
    public void The_same_sources_give_the_same_bytes() =>
        Assert.Equal(
            Compile("class A { static int F(int x) => x; }"),
            Compile("class A { static int F(int x) => x; }")
        );

    [Fact]
    public void An_error_is_at_its_place_in_the_file()
    {
        PortException exception = Assert.Throws<PortException>(() =>
            Compile("class A\n{\n    int F() => nothing;\n}\n")
        );
        PortDiagnostic error = Assert.Single(exception.Diagnostics);
        Assert.Equal(
            ("PORT5001", "t.cs", 3, 16),
            (error.Code, error.Location.File, error.Location.Line, error.Location.Column)
        );
    }

    [Fact]
    public void A_warning_of_handwritten_code_has_its_place()
    {
        List<PortDiagnostic> warnings = [];
        CSharpCompiler.Compile(
            "t",
            [.. Corlib, new CSharpSource("t.cs", "class A\n{\n#warning careful\n}\n")],
            warnings
        );
        PortDiagnostic warning = Assert.Single(warnings);
        Assert.Equal(
            ("PORT5002", PortSeverity.Warning, "t.cs", 3),
            (warning.Code, warning.Severity, warning.Location.File, warning.Location.Line)
        );
    }

    [Fact]
    public void A_source_map_reads_as_it_was_written()
    {
        SourceMap map = new([new(3, "a.c", 10), new(7, "b.h", 2)], "00ff", [12, 31]);
        SourceMap read = SourceMap.Parse(map.Write(), "m.json");
        Assert.Equal(map.Lines, read.Lines);
        Assert.Equal(map.Numbers, read.Numbers);
        Assert.Equal("00ff", read.Text);
        Assert.Equal(("a.c", 10), (read.Find(5)!.Value.CFile, read.Find(5)!.Value.CLine));
        Assert.Null(read.Find(2));
        Assert.Equal(
            "PORT5040",
            Assert
                .Single(Assert.Throws<PortException>(() => SourceMap.Parse("{\"version\":1", "m.json")).Diagnostics)
                .Code
        );
    }

    /// <summary>In comments and strings the name is no number; columns stay.</summary>
    [Fact]
    public void Line_numbers_of_the_C_stand_in_their_places()
    {
        SourceMap map = new([], "", [7, 1234]);
        Assert.Equal(
            "f(7       , T(\"__LINE__\"u8)); /* __LINE__ */ g(1234    ); x__LINE__ = 1;",
            LineNumbers.PutIn(
                "f(__LINE__, T(\"__LINE__\"u8)); /* __LINE__ */ g(__LINE__); x__LINE__ = 1;",
                map,
                "a.g.cs"
            )
        );
        foreach (string other in (string[])["f();", "f(__LINE__);", "f(__LINE__, __LINE__, __LINE__);"])
        {
            PortException refused = Assert.Throws<PortException>(() => LineNumbers.PutIn(other, map, "a.g.cs"));
            Assert.Equal("PORT5042", Assert.Single(refused.Diagnostics).Code);
        }
    }

    [Fact]
    public void A_missing_program_names_its_package()
    {
        PortDiagnostic error = Assert.Single(
            Assert.Throws<PortException>(() => new Tool("no-such-program", "some-package").Locate()).Diagnostics
        );
        Assert.Equal("PORT9301", error.Code);
        Assert.Contains("some-package", error.Message);
    }
}
