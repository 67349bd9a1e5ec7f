using System.Text;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>One C# expression over several lines, each with the C line that it came from.</summary>
internal sealed class LineBuilder
{
    private readonly List<(string Text, int Indent, int CLine, bool IsComment)> _lines = [];
    private readonly StringBuilder _line = new();
    private int _cLine;

    public int Indent { get; set; }

    /// <summary>Lines that have been ended.</summary>
    public int Count => _lines.Count;

    /// <summary>What has been begun: all of it, where nothing was broken.</summary>
    public string Line => string.Concat(_lines.Where(l => !l.IsComment).Select(l => l.Text + " ")) + _line;

    public LineBuilder Append(string text)
    {
        _line.Append(text);
        return this;
    }

    public void Start(int cLine) => _cLine = cLine;

    /// <summary>What follows stands on a line of its own.</summary>
    public void Break(int cLine, int indent)
    {
        _lines.Add((_line.ToString().TrimEnd(), Indent, _cLine, false));
        _line.Clear();
        Indent = indent;
        _cLine = cLine;
    }

    /// <summary>A comment on lines of its own, in front of the line that has been begun.</summary>
    public void Comment(string text) => _lines.Add((text, Indent, 0, true));

    /// <summary>A comment behind what has been written so far.</summary>
    public void Trail(string comment)
    {
        if (comment.Contains('\n', StringComparison.Ordinal))
        {
            Comment(comment);
        }
        else
        {
            (string text, int indent, int cLine, bool isComment) = _lines[^1];
            _lines[^1] = ($"{text} {comment}", indent, cLine, isComment);
        }
    }

    public void WriteTo(CodeWriter output, string cFile)
    {
        Break(0, 0);
        int indent = output.Indent;
        foreach ((string text, int more, int cLine, bool isComment) in _lines)
        {
            output.Indent = indent + more;
            if (isComment)
            {
                output.Lines(text);
            }
            else
            {
                output.Line(text, cFile, cLine);
            }
        }

        output.Indent = indent;
    }
}
