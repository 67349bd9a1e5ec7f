using System.Text.RegularExpressions;

namespace Porting.Review.Tests;

/// <summary>C text that is changed without being understood.</summary>
internal static partial class CSource
{
    /// <summary>The offset of the name as a word; -1 if there is none.</summary>
    public static int WordAt(string text, string name, int from = 0)
    {
        Match match = new Regex($@"\b{Regex.Escape(name)}\b").Match(text, from);
        return match.Success ? match.Index : -1;
    }

    /// <summary>The offset behind the bracket that closes the one at an offset.</summary>
    public static int Behind(string text, int open)
    {
        int depth = 0;
        for (int i = open; i < text.Length; i++)
        {
            depth +=
                text[i] == '{' ? 1
                : text[i] == '}' ? -1
                : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        throw new InvalidDataException("a bracket is not closed");
    }

    /// <summary>Blanks instead of comments, all else at its place.</summary>
    public static string WithoutComments(string text) =>
        Token()
            .Replace(
                text,
                match =>
                    match.Value.StartsWith("/*", StringComparison.Ordinal)
                    || match.Value.StartsWith("//", StringComparison.Ordinal)
                        ? new string(match.Value.Select(c => c == '\n' ? c : ' ').ToArray())
                        : match.Value
            );

    /// <summary>The same C in another shape: a comment before each line, every blank twice, tabs as blanks. Strings,
    /// comments, and lines that go on are left alone.</summary>
    public static string Reformatted(string text) =>
        Token()
            .Replace(
                text,
                match =>
                    match.Value switch
                    {
                        " " => "  ",
                        "\t" => " ",
                        "\n" => " // reformatted\n/* moved */\n\n",
                        _ => match.Value,
                    }
            );

    [GeneratedRegex(
        """/\*[\s\S]*?\*/|//[^\n]*|"(\\[\s\S]|[^"\\\n])*"|'(\\.|[^'\\\n])*'|\\[ \t]*\n|^[ \t]*#[ \t]*error[^\n]*|[\s\S]""",
        RegexOptions.Multiline
    )]
    private static partial Regex Token();
}
