using System.Text.RegularExpressions;

namespace Porting.Semantics.Tests;

/// <summary>The comments of a text of C or C#, and the lines of code around them.</summary>
internal sealed partial class CommentedText
{
    /// <param name="Line">From 1.</param>
    /// <param name="IsOwn">Nothing but white space stands in front of it on its line.</param>
    /// <param name="IsLine">One of <c>//</c>.</param>
    /// <param name="Words">Its text without what the layout of lines adds.</param>
    public sealed record Comment(int Start, int End, int Line, int EndLine, bool IsOwn, bool IsLine, string Words);

    private readonly string _text;
    private readonly List<int> _starts = [0];

    public IReadOnlyList<Comment> Comments { get; }

    public CommentedText(string text)
    {
        _text = text;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                _starts.Add(i + 1);
            }
        }

        Comments = [.. Tokens().Matches(text).Where(m => m.Value.StartsWith('/')).Select(Make)];
    }

    /// <summary>Comments and literals: what looks like one inside of the other is none.</summary>
    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'""", RegexOptions.Singleline)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"^\s*\*(?!/)|\s+", RegexOptions.Multiline)]
    private static partial Regex Layout();

    private Comment Make(Match match)
    {
        int line = LineOf(match.Index);
        return new Comment(
            match.Index,
            match.Index + match.Length,
            line,
            LineOf(match.Index + match.Length - 1),
            string.IsNullOrWhiteSpace(_text[_starts[line - 1]..match.Index]),
            match.Value.StartsWith("//", StringComparison.Ordinal),
            Layout().Replace(match.Value, " ").Replace("  ", " ", StringComparison.Ordinal).Trim()
        );
    }

    private int LineOf(int offset)
    {
        int found = _starts.BinarySearch(offset);
        return found >= 0 ? found + 1 : ~found;
    }

    private int IndexOf(Comment comment) => Comments.TakeWhile(c => c.Start < comment.Start).Count();

    /// <summary>The line of the first code behind a comment.</summary>
    public int? CodeBehind(Comment comment)
    {
        int at = comment.End;
        for (int next = IndexOf(comment) + 1; ; next++)
        {
            while (at < _text.Length && char.IsWhiteSpace(_text[at]))
            {
                at++;
            }

            if (at == _text.Length)
            {
                return null;
            }

            if (next >= Comments.Count || Comments[next].Start != at)
            {
                return LineOf(at);
            }

            at = Comments[next].End;
        }
    }

    /// <summary>The line of the last code before a comment.</summary>
    public int? CodeBefore(Comment comment)
    {
        int at = comment.Start;
        for (int previous = IndexOf(comment) - 1; ; previous--)
        {
            while (at > 0 && char.IsWhiteSpace(_text[at - 1]))
            {
                at--;
            }

            if (at == 0)
            {
                return null;
            }

            if (previous < 0 || Comments[previous].End != at)
            {
                return LineOf(at - 1);
            }

            at = Comments[previous].Start;
        }
    }

    /// <summary>A line of C# that is a brace, an attribute, or nothing, which no line of C stands behind.</summary>
    public bool IsFrame(int line) =>
        line < _starts.Count && _text[_starts[line - 1].._starts[line]].Trim() is "" or ['{' or '[', ..];
}
