using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Porting.Tests;

namespace Porting.Translator.Tests;

/// <summary>The tool's files and functions stay short enough to be read at once.</summary>
public sealed class LengthTests
{
    private const int LongestFile = 350;
    private const int MedianFile = 150;
    private const int LongestFunction = 60;
    private const int MedianFunction = 12;

    private static readonly (string Path, string Text)[] Sources =
    [
        .. Directory
            .EnumerateFiles(Repository.At("translator"), "*.cs", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(Repository.Root, f), File.ReadAllText(f))),
    ];

    [Fact]
    public void Files_are_short()
    {
        string[] tooLong = [.. Sources.Where(s => LinesOf(s.Text) > LongestFile).Select(s => s.Path)];
        Assert.Empty(tooLong);
        Assert.InRange(Median(Sources.Select(s => LinesOf(s.Text))), 1, MedianFile);
    }

    [Fact]
    public void Functions_are_short()
    {
        (string Name, int Lines)[] functions = [.. Sources.SelectMany(s => Functions(s.Text))];
        (string Name, int Lines)[] tooLong = [.. functions.Where(f => f.Lines > LongestFunction)];
        Assert.Empty(tooLong);
        Assert.InRange(Median(functions.Select(f => f.Lines)), 1, MedianFunction);
    }

    [Fact]
    public void Lines_are_counted_between_the_braces()
    {
        string body = string.Concat(Enumerable.Repeat("        F();\n", LongestFunction + 1));
        Assert.Equal(
            [("F", LongestFunction + 1), ("G", 1)],
            Functions(
                $"class C\n{{\n    void F()\n    {{\n{body}    }}\n\n    void G()\n    {{\n        F();\n    }}\n}}\n"
            )
        );
    }

    private static int LinesOf(string text) => text.AsSpan().Count('\n');

    private static int Median(IEnumerable<int> numbers)
    {
        int[] sorted = [.. numbers.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>Methods, constructors and local functions with braces.</summary>
    private static IEnumerable<(string Name, int Lines)> Functions(string text) =>
        CSharpSyntaxTree
            .ParseText(text)
            .GetRoot()
            .DescendantNodes()
            .Select(Body)
            .Where(f => f.Block != null)
            .Select(f => (f.Name, Lines(f.Block!)));

    private static (string Name, BlockSyntax? Block) Body(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax method => (method.Identifier.Text, method.Body),
            ConstructorDeclarationSyntax constructor => (constructor.Identifier.Text, constructor.Body),
            LocalFunctionStatementSyntax local => (local.Identifier.Text, local.Body),
            _ => ("", null),
        };

    private static int Lines(BlockSyntax body) => Line(body.CloseBraceToken) - Line(body.OpenBraceToken) - 1;

    private static int Line(SyntaxToken token) => token.GetLocation().GetLineSpan().StartLinePosition.Line;
}
