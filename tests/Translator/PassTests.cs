using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Porting.Tests;
using Porting.Translator.CSharp;
using Porting.Translator.Passes;

namespace Porting.Translator.Tests;

/// <summary>The passes over statements: each does what it says, alone in its file, and nobody else writes text.</summary>
public sealed class PassTests
{
    private static readonly string Folder = Repository.At("translator/Porting.Translator/Passes");

    public static IEnumerable<TheoryDataRow<string>> Names() =>
        PassDump.Passes.Select(p => new TheoryDataRow<string>(p));

    [Theory, MemberData(nameof(Names))]
    public void A_pass_is_a_file_with_what_it_does_on_top(string pass)
    {
        string text = File.ReadAllText(Path.Combine(Folder, pass + ".cs"));
        Assert.Matches(new Regex("/// <summary><c>[^<]*</c>(, by which [^<]*)? -> <c>", RegexOptions.None), text);
    }

    [Theory]
    [InlineData("JoinElseIf", "else if (b != 0)", "void f(int a, int b) { if (a) g(); else if (b) g(); }")]
    [InlineData("UnwrapOnce", "{\n        g();\n        g();\n    }", "void f(void) { do { g(); g(); } while (0); }")]
    [InlineData("SpliceBlocks", "{\n        g();\n", "void f(int a) { M(a) h(); }")]
    [InlineData("DeclareInHeaders", "for (int i = 0;", "void f(int n) { for (int i = 0; i < n; i++) g(); }")]
    [InlineData("TurnNegations", "if (a == 0)", "void f(int a) { if (!(a != 0)) g(); }")]
    public void A_pass_makes_what_it_says(string pass, string made, string function)
    {
        string c = $"#define M(x) {{ g(); if (x) return; }}\nextern void g(void), h(void);\n{function}\n";
        string whole = With([], c);
        Assert.True(whole.Contains(made, StringComparison.Ordinal), whole);
        Assert.DoesNotContain(made, With([pass], c));
    }

    [Fact]
    public void A_label_gets_a_statement()
    {
        string c = "#define NOTHING do { } while (0)\nvoid f(int a) { if (a) goto l; a = 1; l: NOTHING; }\n";
        Assert.Matches(@"l:\n\s*;\n", With([], c));
    }

    /// <summary>Only the printer knows how lines are made.</summary>
    [Fact]
    public void Lowering_and_passes_write_no_lines()
    {
        Compilation compilation = TranslatorSources.Compilation(null);
        IEnumerable<string> found = compilation
            .SyntaxTrees.Where(t =>
                t.FilePath.StartsWith("Lower/", StringComparison.Ordinal)
                || t.FilePath.StartsWith("Passes/", StringComparison.Ordinal)
            )
            .SelectMany(t => t.GetRoot().DescendantNodes())
            .Where(n =>
                n is IdentifierNameSyntax { Identifier.Text: "CodeWriter" or "Indent" }
                || (n is LiteralExpressionSyntax { Token.Value: string text } && IsLine(text))
                || (n is InterpolatedStringTextSyntax { TextToken.ValueText: var part } && part.EndsWith(';'))
            )
            .Select(n => $"{n.SyntaxTree.FilePath}: {n}");
        Assert.Empty(found);
    }

    private static bool IsLine(string text) => text is "{" or "}" || text.EndsWith(";", StringComparison.Ordinal);

    private static string With(IReadOnlyList<string> without, string c)
    {
        TranslatorOutput output = Translated.Program([("t.c", c)], without);
        Assert.Empty(output.Diagnostics);
        return output.File("t.g.cs");
    }
}
