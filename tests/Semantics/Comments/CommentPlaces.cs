namespace Porting.Semantics.Tests;

/// <summary>A comment that does not stand where it stands in C.</summary>
public sealed record MisplacedComment(string Kind, int CLine, int CSharpLine, string Text);

/// <summary>
/// Compares where the comments of a C file stand in its C#. Of those that are kept:
/// <list type="bullet">
/// <item>"torn": lines that are one block of <c>//</c> are one in C#;</item>
/// <item>"order": where two subjects follow each other as in C, so do their comments;</item>
/// <item>"trailing": what stands behind something on a line of C stands behind, or directly below, the C# of that
/// line;</item>
/// <item>"subject": between a comment on lines of its own and the C# of the next line of C, or that of the line before
/// it, are comments only.</item>
/// </list>
/// What has no C# of its own (prototypes, typedefs) says nothing.
/// </summary>
public sealed class CommentPlaces
{
    private readonly CommentedText _c,
        _csharp;
    private readonly Dictionary<int, int> _lineOfC = [];
    private readonly Dictionary<int, int> _first = [],
        _last = [];
    private readonly List<MisplacedComment> _found = [];

    /// <param name="map">Lines of C# with the lines of the C file that they came from.</param>
    private CommentPlaces(string c, string csharp, IEnumerable<(int CSharp, int C)> map)
    {
        _c = new CommentedText(c);
        _csharp = new CommentedText(csharp);
        foreach ((int at, int of) in map.OrderBy(m => m.CSharp))
        {
            _lineOfC[at] = of;
            _first.TryAdd(of, at);
            _last[of] = at;
        }
    }

    /// <returns>How many comments are kept, and those that stand elsewhere.</returns>
    public static (int Kept, IReadOnlyList<MisplacedComment> Misplaced) Check(
        string c,
        string csharp,
        IEnumerable<(int CSharp, int C)> map
    )
    {
        CommentPlaces places = new(c, csharp, map);
        int kept = places.Compare();
        return (kept, places._found);
    }

    private sealed record Place(CommentedText.Comment InC, CommentedText.Comment InCSharp, int? Subject);

    private int Compare()
    {
        Dictionary<string, Queue<CommentedText.Comment>> where = _csharp
            .Comments.GroupBy(c => c.Words)
            .ToDictionary(g => g.Key, g => new Queue<CommentedText.Comment>(g));
        int kept = 0;
        Place? before = null;
        foreach (CommentedText.Comment comment in _c.Comments)
        {
            if (!where.TryGetValue(comment.Words, out Queue<CommentedText.Comment>? found) || found.Count == 0)
            {
                before = null;
                continue;
            }

            kept++;
            int? subject = comment.IsOwn ? _c.CodeBehind(comment) : comment.Line;
            Place place = new(comment, found.Dequeue(), subject);
            Judge(place, before);
            before = place;
        }

        return kept;
    }

    private void Judge(Place place, Place? before)
    {
        (CommentedText.Comment inC, CommentedText.Comment made, int? subject) = place;
        bool IsAmong(int? line) => line is { } known && _first.ContainsKey(known);
        if (
            before is { InC: { IsOwn: true, IsLine: true } above }
            && inC is { IsOwn: true, IsLine: true }
            && above.EndLine + 1 == inC.Line
            && made.Line != before.InCSharp.EndLine + 1
        )
        {
            Add("torn", place);
        }

        if (
            before != null
            && IsAmong(subject)
            && IsAmong(before.Subject)
            && _first[before.Subject!.Value] <= _first[subject!.Value]
            && made.Line < before.InCSharp.EndLine
        )
        {
            Add("order", place);
        }

        if (!inC.IsOwn)
        {
            bool isThere =
                !_first.ContainsKey(inC.Line)
                || _lineOfC.GetValueOrDefault(made.Line) == inC.Line
                || (Above(made) is { } line && _lineOfC.GetValueOrDefault(line) == inC.Line);
            if (!isThere)
            {
                Add("trailing", place);
            }
        }
        else if (IsAmong(subject) && !IsBeside(inC, made, subject!.Value))
        {
            Add("subject", place);
        }
    }

    private bool IsBeside(CommentedText.Comment inC, CommentedText.Comment made, int subject)
    {
        int? behind = _csharp.CodeBehind(made);
        while (behind is { } line && !_lineOfC.ContainsKey(line) && _csharp.IsFrame(line))
        {
            behind = line + 1;
        }

        return behind is { } next && _lineOfC.GetValueOrDefault(next) == subject
            || (
                _c.CodeBefore(inC) is { } above
                && _last.TryGetValue(above, out int last)
                && _csharp.CodeBefore(made) == last
            );
    }

    /// <summary>The line of C# above a comment that has one of C, behind braces only.</summary>
    private int? Above(CommentedText.Comment made)
    {
        int? line = _csharp.CodeBefore(made);
        while (line is { } frame && !_lineOfC.ContainsKey(frame) && _csharp.IsFrame(frame))
        {
            line = frame - 1;
        }

        return line;
    }

    private void Add(string kind, Place place) =>
        _found.Add(new MisplacedComment(kind, place.InC.Line, place.InCSharp.Line, place.InC.Words));
}
