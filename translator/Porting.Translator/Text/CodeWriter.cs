using System.Text;

namespace Porting.Translator.Text;

/// <summary>One line of the source map: a line of C# and the C line that it came from.</summary>
public readonly record struct LineMapping(int CSharpLine, string CFile, int CLine);

/// <summary>Writes indented lines and remembers which C line each came from. Deterministic, LF line ends, no trailing
/// white space.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<LineMapping> _map = [];
    private int _line = 1;

    public int Indent { get; set; }
    public IReadOnlyList<LineMapping> Map => _map;

    /// <summary>Number of the line that comes next.</summary>
    public int LineNumber => _line;

    public bool EndsWithBlank { get; private set; } = true;

    public void Line(string text, string cFile = "", int cLine = 0)
    {
        if (cLine > 0)
        {
            _map.Add(new LineMapping(_line, cFile, cLine));
        }

        if (text.Length > 0)
        {
            // a label at the left end of a scratch text stands one step further left
            _text.Append(' ', 4 * Math.Max(0, Indent)).Append(text);
        }

        _text.Append('\n');
        _line++;
        EndsWithBlank = text.Length == 0 || text.EndsWith('{');
    }

    /// <summary>A blank line, unless there is one already or a block has just been opened.</summary>
    public void Blank()
    {
        if (!EndsWithBlank)
        {
            Line("");
        }
    }

    public void Open(string text, string cFile = "", int cLine = 0)
    {
        if (text.Length > 0)
        {
            Line(text, cFile, cLine);
        }

        Line("{");
        Indent++;
    }

    public void Close(string suffix = "", string cFile = "", int cLine = 0)
    {
        Indent--;
        Line("}" + suffix, cFile, cLine);
        EndsWithBlank = false;
    }

    /// <summary>Text of several lines (a comment), each indented; what the C had as indentation behind the first line
    /// is kept relative.</summary>
    public void Lines(string text)
    {
        foreach (string line in text.Replace("\r", "").Split('\n'))
        {
            Line(line.TrimEnd());
        }
    }

    /// <summary>Puts a comment behind the line written last; one of several lines gets lines of its own.</summary>
    public void Trail(string comment)
    {
        if (comment.Contains('\n') || _text.Length == 0)
        {
            Lines(comment);
            return;
        }

        bool isOpen = EndsWithBlank && _text.Length > 1 && _text[^2] == '{';
        _text.Length--;
        _text.Append(' ').Append(comment).Append('\n');
        EndsWithBlank = isOpen;
    }

    public override string ToString() => _text.ToString();
}
