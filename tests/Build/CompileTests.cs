using Porting.Build.Compile;
using Porting.Build.Link;
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

    private static List<PortDiagnostic> Ilc(string text)
    {
        using ScratchFolder folder = new();
        string assembly = folder.At("t.dll");
        File.WriteAllBytes(assembly, Compile(text));
        try
        {
            IlcRunner.Locate().Run(assembly, folder.At("t.obj"), optimize: true);
            return [];
        }
        catch (PortException exception)
        {
            return [.. exception.Diagnostics];
        }
    }

    /// <summary>What ilc makes of a struct and a function.</summary>
    internal static byte[] SmallObject
    {
        get
        {
            using ScratchFolder folder = new();
            File.WriteAllBytes(
                folder.At("t.dll"),
                Compile(
                    "using System.Runtime; struct P { public int X, Y; } unsafe class A { [RuntimeExport(\"f\")] static int F(P* p) => p->X + p->Y; }"
                )
            );
            IlcRunner.Locate().Run(folder.At("t.dll"), folder.At("t.obj"), optimize: true);
            return File.ReadAllBytes(folder.At("t.obj"));
        }
    }

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
    public void What_the_core_library_lacks_is_named() =>
        Assert.Contains(
            Ilc("using System.Runtime; class A { [RuntimeExport(\"f\")] static int F(double d) => checked((int)d); }"),
            d => d.Code == "PORT5010"
        );

    [Fact]
    public void A_static_constructor_left_for_run_time_is_an_error() =>
        Assert.Contains(
            "PORT5012",
            Ilc(
                    "using System.Runtime; unsafe class A { static int s_x = *(int*)16; [RuntimeExport(\"f\")] static int F() => s_x; }"
                )
                .Select(d => d.Code)
        );

    [Fact]
    public void A_method_that_cannot_be_compiled_is_named()
    {
        PortDiagnostic error = Assert.Single(
            IlcRunner.Problems("warning: Method 'int A::F()' will always throw because: Invalid IL or CLR metadata\n")
        );
        Assert.Equal("PORT5011", error.Code);
        Assert.Contains("int A::F()", error.Message);
    }

    [Fact]
    public void A_compiler_that_fails_otherwise_says_so()
    {
        using ScratchFolder folder = new();
        string assembly = folder.Write("t.dll", "not an assembly");
        PortDiagnostic error = Assert.Single(
            Assert
                .Throws<PortException>(() => IlcRunner.Locate().Run(assembly, folder.At("t.obj"), optimize: true))
                .Diagnostics
        );
        Assert.Equal("PORT5013", error.Code);
        Assert.False(File.Exists(folder.At("t.obj")));
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
    public void Assembly_symbols_are_read_from_the_attributes()
    {
        AssemblySymbols symbols = AssemblySymbols.Read(
            Compile(
                """
                using System.Runtime;
                using System.Runtime.CompilerServices;
                using System.Runtime.InteropServices;
                static class A
                {
                    [RuntimeExport("offered.m")] static void F() { }
                    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "asked")] static extern void G();
                    [DllImport("*", EntryPoint = "foreign", CallingConvention = CallingConvention.Cdecl)] static extern void H();
                }
                """
            )
        );
        Assert.Contains("offered.m", symbols.Exports);
        Assert.Contains("asked", symbols.Imports);
        Assert.Contains("foreign", symbols.Foreign);
    }

    [Fact]
    public void A_symbol_that_two_imports_could_mean_is_refused()
    {
        AssemblySymbols symbols = AssemblySymbols.Read(
            Compile(
                """
                using System.Runtime;
                using System.Runtime.CompilerServices;
                using System.Runtime.InteropServices;
                static class A
                {
                    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "_x")] static extern void G();
                    [DllImport("*", EntryPoint = "x", CallingConvention = CallingConvention.Cdecl)] static extern void H();
                }
                """
            )
        );
        PortException refused = Assert.Throws<PortException>(() =>
            new SymbolPolicy(symbols).NameOf(new CoffSymbol(0, "_x", 0, 0, CoffStorageClass.External, false))
        );
        Assert.Equal("PORT6012", Assert.Single(refused.Diagnostics).Code);
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
