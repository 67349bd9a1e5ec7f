using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Porting.Analyzer;
using Porting.Build.Compile;
using Porting.Build.Hosted;
using Porting.Tests;

namespace Porting.Backend.Tests;

/// <summary>The analyzer says while C# is written what the back end says of its IL: the same lines, and nothing of what
/// is compiled.</summary>
public sealed class AnalyzerTests
{
    private const string Types = """
        interface INumber { int Value(); }
        struct Seven : INumber { public int Value() => 7; }
        abstract class K { public abstract int M(); public virtual int P => 1; public int X; }
        sealed class L : K { public override int M() => 1; }
        static K k; const string Name = "n";
        static readonly int[] table = { 1, 2, 3 };
        [Function("put", "i_v"), MethodImpl(MethodImplOptions.InternalCall)] static extern void Put(int c);
        static void Take(object o) { }
        static int Of<T>(T t) where T : struct, INumber => t.Value();
        """;

    /// <summary>The body of a function of an int x that is compiled for itself.</summary>
    private static string Members(string body) =>
        Types.ReplaceLineEndings(" ") + "\n[Function(\"f\", \"i_i\")] static int F(int x) { " + body + " return x; }";

    [Theory]
    [InlineData("L l = new L();")]
    [InlineData("k = new L();")]
    [InlineData("object o = x; Take(o);")]
    [InlineData("INumber n = default(Seven); x = n.Value();")]
    [InlineData("Take(x);")]
    [InlineData("throw null;")]
    [InlineData("int[] a = new int[x]; a[0] = 1;")]
    [InlineData("int[] a = [x, 1];")]
    [InlineData("x = k.M();")]
    [InlineData("x = k.P;")]
    [InlineData("Take(\"text\");")]
    [InlineData("Take(Name);")]
    [InlineData("x = (int)(object)k;")]
    public void What_the_back_end_refuses_is_an_error_while_it_is_written(string body)
    {
        PortDiagnostic refused = NativeProgram.Refusals(Members(body))[0];
        Assert.Equal(("PORT5020", 9), (refused.Code, refused.Location.Line));
        Diagnostic[] found = [.. Analyze(Members(body))];
        Assert.NotEmpty(found);
        Assert.All(found, d => Assert.Equal((9, "PORT5020"), (Line(d), d.Id)));
    }

    /// <summary>What the core library has no types for is refused by the compiler, in one way or another.</summary>
    [Theory]
    [InlineData("Func<int> f = () => 1; x = f();")]
    [InlineData("lock (k) { x++; }")]
    [InlineData("x = typeof(int) == null ? 1 : 2;")]
    [InlineData("object s = $\"{x}\";")]
    [InlineData("try { x++; } catch { x--; }")]
    [InlineData("dynamic d = x; x = d.Y;")]
    [InlineData("var a = new { x }; x = a.x;")]
    public void What_needs_a_run_time_is_not_compiled(string body) =>
        Assert.NotEmpty(NativeProgram.Refusals(Members(body)));

    [Theory]
    [InlineData("Seven s = new Seven(); x = Of(s) + s.Value();")]
    [InlineData("try { x++; } finally { Put(x); }")]
    [InlineData("int* p = stackalloc int[4]; p[x & 3] = 1; x = p[0];")]
    [InlineData("ReadOnlySpan<byte> t = \"text\"u8; x = t[x & 3];")]
    [InlineData("ReadOnlySpan<int> t = [1, 2, 3]; x = t[x & 1];")]
    [InlineData("ReadOnlySpan<int> t = new int[] { 1, 2, 3 }; x = t[x & 1];")]
    [InlineData("delegate*<int, void> f = &Put; f(x);")]
    public void What_is_compiled_is_no_error(string body)
    {
        using ScratchFolder folder = new();
        NativeProgram.Compile(folder, Members(body), "-O1");
        Assert.Empty(Analyze(Members(body)));
    }

    /// <summary>The whole port of this repository is in the language.</summary>
    [Fact]
    public void The_kernel_has_no_error()
    {
        string[] folders =
        [
            "kernel-generated",
            "kernel-handwritten",
            "translator/Porting.Runtime/Corlib",
            "translator/Porting.Runtime/Porting",
        ];
        SyntaxTree[] trees =
        [
            .. folders
                .SelectMany(f => Directory.EnumerateFiles(Repository.At(f), "*.cs", SearchOption.AllDirectories))
                .Order(StringComparer.Ordinal)
                .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), Parsing, f)),
        ];
        Assert.True(trees.Length > 200);
        CSharpCompilation kernel = CSharpCompilation.Create("kernel", trees, [], Options);
        Assert.Empty(kernel.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Take(3));
        Assert.Empty(Found(kernel).Take(3));
    }

    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(
        LanguageVersion.Preview
    );

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: true,
        optimizationLevel: OptimizationLevel.Release
    );

    private static ImmutableArray<Diagnostic> Analyze(string members)
    {
        CSharpSource source = NativeProgram.Source(members);
        SyntaxTree[] trees =
        [
            .. new[] { source, HostedLibrary.Sources.Single(s => s.Path == "AssemblyAttributes.cs") }.Select(s =>
                CSharpSyntaxTree.ParseText(s.Text, Parsing, s.Path)
            ),
        ];
        return Found(
            CSharpCompilation.Create(
                "u",
                trees,
                [HostedLibrary.With(HostedLibrary.TypesOf([source])).Reference],
                Options
            )
        );
    }

    private static ImmutableArray<Diagnostic> Found(CSharpCompilation compilation) =>
        compilation.WithAnalyzers([new LanguageAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    private static int Line(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
}
