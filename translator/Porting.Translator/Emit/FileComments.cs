using Porting.Clang.Ast;
using Porting.Translator.Lower;

namespace Porting.Translator.Emit;

/// <summary>
/// The comments of a file in order, of which types and constants, which C# has in front, take theirs. Each is found by
/// its place, so that a type costs the same in a file of ten comments and in one of ten thousand.
/// </summary>
internal sealed class FileComments(IEnumerable<Comment> comments)
{
    private readonly List<Comment> _rest =
    [
        .. comments.Where(c => !IsOnSplicedLine(c) && !IsOfCondition(c)).OrderBy(c => c.StartOffset),
    ];

    /// <summary>Those that nobody has taken.</summary>
    public IReadOnlyList<Comment> Rest => _rest;

    /// <summary>The comments that open the file describe it: all that nothing stands between, but for a block apart from
    /// the first that belongs to what it stands upon.</summary>
    /// <param name="first">Where the first declaration begins.</param>
    public List<Comment> TakeHead(string text, int first)
    {
        List<Comment> head = [];
        foreach (Comment comment in _rest.TakeWhile(c => c.StartOffset < first))
        {
            bool isNext =
                head.Count == 0
                    ? comment.StartLine <= 3
                    : string.IsNullOrWhiteSpace(text[head[^1].EndOffset..comment.StartOffset]);
            if (!isNext)
            {
                break;
            }

            head.Add(comment);
        }

        int block = head.Count - 1;
        while (block > 0 && !CommentText.BlankLine(text, head[block - 1].EndOffset, head[block].StartOffset))
        {
            block--;
        }

        if (block > 0 && !CommentText.BlankLine(text, head[^1].EndOffset, text.Length))
        {
            head.RemoveRange(block, head.Count - block);
        }

        _rest.RemoveRange(0, head.Count);
        return head;
    }

    /// <summary>Comments on lines of their own with nothing but white space between them and a place, and
    /// "typedef".</summary>
    public List<Comment> TakeAbove(int place)
    {
        int end = FirstWhere(c => c.StartOffset >= place);
        int first = end;
        while (first > 0 && IsAbove(_rest[first - 1], place))
        {
            place = _rest[--first].StartOffset;
        }

        return Take(first, end, _ => true);
    }

    /// <summary>Those that start and end between two places.</summary>
    public List<Comment> TakeBetween(int start, int end) =>
        Take(FirstWhere(c => c.StartOffset >= start), FirstWhere(c => c.StartOffset >= end), c => c.EndOffset <= end);

    public List<Comment> TakeInside(Span span) =>
        Take(
            FirstWhere(c => c.StartOffset > span.StartOffset),
            FirstWhere(c => c.StartOffset >= span.EndOffset),
            c => c.EndOffset < span.EndOffset
        );

    /// <summary>The first of the comments that stand behind something on a line, from an offset on; the others go with
    /// it.</summary>
    public Comment? TakeTrailing(int line, int behind = -1) =>
        Take(
                FirstWhere(c => c.StartLine >= line),
                FirstWhere(c => c.StartLine > line),
                c => c.Placement == CommentPlacement.Trailing && c.StartOffset > behind
            )
            .FirstOrDefault();

    private List<Comment> Take(int first, int end, Predicate<Comment> predicate)
    {
        List<Comment> taken = [];
        for (int i = end - 1; i >= first; i--)
        {
            if (predicate(_rest[i]))
            {
                taken.Insert(0, _rest[i]);
                _rest.RemoveAt(i);
            }
        }

        return taken;
    }

    /// <summary>The number of the first comment of which the predicate holds, as it does of all behind it.</summary>
    private int FirstWhere(Predicate<Comment> holds)
    {
        (int low, int high) = (0, _rest.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = holds(_rest[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>On the further lines of a macro's definition, which says nothing where the macro is not.</summary>
    private static bool IsOnSplicedLine(Comment comment)
    {
        ReadOnlySpan<char> before = comment.File.Text.AsSpan(0, comment.StartOffset);
        int lineEnd = before.LastIndexOf('\n');
        return lineEnd > 0 && before[..lineEnd].TrimEnd('\r').EndsWith("\\");
    }

    /// <summary><c>#endif /* DEBUG */</c>: C# has no such line.</summary>
    private static bool IsOfCondition(Comment comment)
    {
        ReadOnlySpan<char> text = comment.File.Text;
        ReadOnlySpan<char> line = text[(text[..comment.StartOffset].LastIndexOf('\n') + 1)..comment.StartOffset]
            .TrimStart();
        return line is ['#', ..] && line[1..].TrimStart() is ['i' or 'e' or 'u', ..];
    }

    private static bool IsAbove(Comment comment, int place) =>
        comment.Placement == CommentPlacement.Own
        && comment.EndOffset <= place
        && comment.File.Text.AsSpan(comment.EndOffset..place).Trim() is { Length: 0 } or "typedef";
}
