using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Porting.Translator.Tests;

/// <summary>What an expression or a type looks like is the printer's alone: the translator puts its text into lines,
/// and decides nothing by it.</summary>
public sealed class TextComparisonTests
{
    private const string Planted = """
        namespace Porting.Translator.CSharp;

        internal static class Planted
        {
            private static bool Equal(Ex ex) => ex.Text == "null";

            private static bool Ends(Ex ex) => ex.Text.EndsWith(" != 0", System.StringComparison.Ordinal);

            private static bool Pattern(Ex ex) => ex is { Text: "null" };

            private static bool Is(Ex ex) => ex.Text is "0" or "1";

            private static char Element(Node node) => node.ToString()[0];

            private static int Choice(Node node) => Printer.Print(node) switch { "" => 0, _ => 1 };

            private static bool Later(Ex ex)
            {
                string text = ex.Text;
                return text == "null";
            }

            private static bool Foreign(Ex ex) => string.IsNullOrEmpty(ex.Text);

            private static bool Spelled(Ex ex) => $"{ex}" == "null";

            private static bool Typed(Ex ex) => ex.Type.Text.EndsWith('*');

            private static bool Returned(Ex ex) => Later2(ex) == "null";

            private static string Later2(Ex ex) => ex.Text + ";";

            private static string Fine(Ex ex) => Line($"{ex.Text};") + Line(ex.Text + ";");

            private static string Line(string text) => text;
        }
        """;

    [Fact]
    public void Nothing_is_decided_by_text() => Assert.Empty(Found());

    [Fact]
    public void What_is_planted_is_found()
    {
        string[] lines = Planted.Split('\n');
        IEnumerable<string> methods = Found(Planted)
            .Select(f => lines.Take(f.Line).Last(l => l.Contains("private static", StringComparison.Ordinal)))
            .Select(l => l.Split('(')[0].Split(' ')[^1]);
        Assert.Equal(
            ["Equal", "Ends", "Pattern", "Is", "Element", "Choice", "Later", "Foreign", "Spelled", "Typed", "Returned"],
            methods.Distinct()
        );
    }

    /// <summary>Places that ask something of a text, in the order of the files.</summary>
    private static List<(string File, int Line, string Code)> Found(string? planted = null)
    {
        CSharpCompilation compilation = TranslatorSources.Compilation(planted);
        SyntaxTree[] trees =
        [
            .. compilation.SyntaxTrees.Where(t =>
                planted == null
                    ? Path.GetFileName(t.FilePath) is not ("Printer.cs" or "CsType.cs")
                    : t.FilePath == "Planted.cs"
            ),
        ];
        ExpressionTexts texts = new(compilation, trees);
        return
        [
            .. texts.Decisions.Select(d =>
                (
                    d.SyntaxTree.FilePath,
                    d.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
                    (d.Parent ?? d).ToString()
                )
            ),
        ];
    }
}
