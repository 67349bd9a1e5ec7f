using System.Text.RegularExpressions;

namespace Porting.Clang.Ast;

/// <summary>Where a node stands. Start/End are offsets into the file as written (expansion location for macros);
/// IsMacro tells that the node came out of a macro expansion.</summary>
public readonly record struct Span(
    SourceFile File,
    int StartOffset,
    int EndOffset,
    int StartLine,
    int StartColumn,
    int EndLine,
    bool IsMacro
)
{
    public SourceLocation Location => new(File.Path, StartLine, StartColumn);
}

/// <summary>A file that took part in a unit. Path is relative to the source root when below it (with '/'), else
/// absolute.</summary>
public sealed class SourceFile
{
    public required string Path { get; init; }
    public required string AbsolutePath { get; init; }
    public bool IsBelowRoot { get; init; }

    /// <summary>A unit of the program, also where another one includes it.</summary>
    public bool IsUnit { get; init; }
    public bool IsSystemHeader { get; init; }

    /// <summary>The bytes as Latin-1, so that clang's byte offsets index it directly; <see cref="Slice"/> decodes. Read
    /// when first asked for, and of files below the root only.</summary>
    public string Text =>
        _text ??=
            IsBelowRoot && System.IO.File.Exists(AbsolutePath)
                ? System.IO.File.ReadAllText(AbsolutePath, System.Text.Encoding.Latin1)
                : "";

    private string? _text;

    /// <summary>The text between two byte offsets, decoded as UTF-8.</summary>
    public string Slice(int start, int end)
    {
        string raw = Text[Math.Min(start, Text.Length)..Math.Min(end, Text.Length)];
        return System.Text.Ascii.IsValid(raw)
            ? raw
            : System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(raw));
    }

    /// <summary>Whether only white space precedes the offset on its line.</summary>
    public bool IsFirstOnLine(int offset)
    {
        for (int i = offset - 1; i >= 0 && Text[i] != '\n'; i--)
        {
            if (!char.IsWhiteSpace(Text[i]))
            {
                return false;
            }
        }

        return true;
    }
}

public enum CommentPlacement
{
    Own,
    Trailing,
}

/// <summary>A comment, delimiters included. Own: nothing but white space before it on its line.</summary>
public sealed partial record Comment(SourceFile File, int StartOffset, int EndOffset, int StartLine, int EndLine)
{
    /// <summary>As C# may have it: a line comment that goes on behind a backslash (C11 5.1.1.2, phase 2), or that has a
    /// character which ends a line for C# alone (specification, 6.3.2), would let its rest be code.</summary>
    public string Text
    {
        get
        {
            string text = File.Slice(StartOffset, EndOffset);
            if (!IsDelimited(text))
            {
                text = Splice().Replace(text, "");
            }

            if (!text.StartsWith("//", StringComparison.Ordinal) || text.AsSpan().IndexOfAny(LineEnds) < 0)
            {
                return text;
            }

            IEnumerable<string> lines = text.Replace("\r\n", "\n", StringComparison.Ordinal)
                .Split(['\n', '\r', '\u0085', '\u2028', '\u2029']);
            return string.Join("\n// ", lines.Select(l => WithoutContinuation(l).Trim()));
        }
    }

    private static readonly System.Buffers.SearchValues<char> LineEnds = System.Buffers.SearchValues.Create(
        "\n\r\u0085\u2028\u2029"
    );

    /// <summary>No line ends inside of a delimiter, as C lets it behind a backslash.</summary>
    private static bool IsDelimited(string text) =>
        text.StartsWith("//", StringComparison.Ordinal)
        || (text.StartsWith("/*", StringComparison.Ordinal) && text.EndsWith("*/", StringComparison.Ordinal));

    [GeneratedRegex(@"(\\|\?\?/)[ \t\v\f]*\r?\n")]
    private static partial Regex Splice();

    /// <summary>Without the backslash, or its trigraph, that ends a line.</summary>
    private static string WithoutContinuation(string line)
    {
        string end = line.TrimEnd();
        return end.EndsWith('\\') ? end[..^1]
            : end.EndsWith("??/", StringComparison.Ordinal) ? end[..^3]
            : line;
    }

    public CommentPlacement Placement =>
        File.IsFirstOnLine(StartOffset) ? CommentPlacement.Own : CommentPlacement.Trailing;
}

/// <summary>A #define that stands in a file (built-ins and command-line ones have no file). Parameters is null for
/// object-like macros.</summary>
public sealed record MacroDefinition(
    string Name,
    SourceFile? File,
    int StartOffset,
    int StartLine,
    IReadOnlyList<string>? Parameters,
    bool IsVariadic,
    string Body
)
{
    /// <summary>Value, if the body is an integer constant expression where the unit ends (object-like macros only), and
    /// its C type.</summary>
    public ConstantValue? Value { get; init; }
    public CType? ValueType { get; init; }

    /// <summary>The macro is defined differently later, or #undef'ed: not fit to become a constant.</summary>
    public bool IsRedefined { get; init; }
}
