using Porting.Clang.Ast;

namespace Porting.Translator.Emit;

/// <summary>
/// The comments of a file in order, of which types and constants, which C# has in front, take theirs. Each is found by
/// its place, so that a type costs the same in a file of ten comments and in one of ten thousand.
/// </summary>
internal sealed class FileComments(IEnumerable<Comment> comments)
{
    private readonly List<Comment> _rest = [.. comments.Where(c => !IsOnSplicedLine(c)).OrderBy(c => c.StartOffset)];

    /// <summary>Those that nobody has taken.</summary>
    public IReadOnlyList<Comment> Rest => _rest;

    public void Remove(Comment comment) => _rest.Remove(comment);

    /// <summary>Comments on lines of their own with nothing but white space and at most one other comment between them
    /// and the type.</summary>
    public List<Comment> TakeAbove(RecordDecl record)
    {
        int end = FirstWhere(c => c.StartOffset >= record.Span.StartOffset);
        int first = Math.Max(0, end - 2);
        return Take(first, end, c => IsAbove(c, record));
    }

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

    private static bool IsAbove(Comment comment, RecordDecl record)
    {
        if (comment.Placement != CommentPlacement.Own || comment.EndOffset > record.Span.StartOffset)
        {
            return false;
        }

        ReadOnlySpan<char> between = comment.File.Text.AsSpan(comment.EndOffset..record.Span.StartOffset).Trim();
        return between.Length == 0
            || between is "typedef"
            || (between.StartsWith("/*") && between.IndexOf("*/") == between.Length - 2);
    }
}
