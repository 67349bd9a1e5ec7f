namespace Porting.Translator.Lower;

/// <summary>The text of C's comments, and the blank lines between them.</summary>
internal static class CommentText
{
    /// <summary>Continuation lines lose the indentation that C gave them; stars are lined up under the first.</summary>
    public static string Dedent(string comment) =>
        string.Join(
                '\n',
                comment
                    .Split('\n')
                    .Select(
                        (line, i) =>
                            i == 0 || comment.StartsWith("//", StringComparison.Ordinal) ? line.Trim()
                            : line.TrimStart().StartsWith('*') ? " " + line.Trim()
                            : "   " + line.Trim()
                    )
            )
            .Replace("\t", " ");

    /// <summary>Whether there is one in a part of a text.</summary>
    public static bool BlankLine(string text, int from, int to)
    {
        int newlines = 0;
        for (int i = from; i < Math.Min(to, text.Length); i++)
        {
            newlines =
                text[i] == '\n' ? newlines + 1
                : char.IsWhiteSpace(text[i]) ? newlines
                : 0;
            if (newlines > 1)
            {
                return true;
            }
        }

        return false;
    }
}
