using Porting.Clang.Ast;

namespace Porting.Translator.Lower;

/// <summary>Hands out the comments of a file in order, each once, as emission passes their places.</summary>
internal sealed class CommentFeed(IReadOnlyList<Comment> comments)
{
    private int _next;

    /// <summary>The comments that start before an offset and have not been handed out.</summary>
    public IEnumerable<Comment> Before(int offset)
    {
        while (_next < comments.Count && comments[_next].StartOffset < offset)
        {
            yield return comments[_next++];
        }
    }

    /// <summary>The comments that start above a line and have not been handed out.</summary>
    public IEnumerable<Comment> BeforeLine(int line)
    {
        while (_next < comments.Count && comments[_next].StartLine < line)
        {
            yield return comments[_next++];
        }
    }

    /// <summary>A trailing comment on this line behind this offset, if it is the next one.</summary>
    public Comment? TrailingOn(int line, int behind)
    {
        if (
            _next < comments.Count
            && comments[_next] is { Placement: CommentPlacement.Trailing } next
            && next.StartLine == line
            && next.StartOffset >= behind
        )
        {
            _next++;
            return next;
        }

        return null;
    }
}
