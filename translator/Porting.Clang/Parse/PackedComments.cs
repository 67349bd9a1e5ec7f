using System.Collections;
using Porting.Clang.Ast;

namespace Porting.Clang.Parse;

/// <summary>Comments as the numbers that tell where they are: of each the file, the offsets and the lines. A comment is
/// made when it is asked for; trees have many.</summary>
internal sealed class PackedComments(SourceFile[] files, int[] numbers) : IReadOnlyList<Comment>
{
    /// <summary>How many tell of one.</summary>
    public const int Numbers = 5;

    public int Count => numbers.Length / Numbers;

    public Comment this[int index] =>
        numbers.AsSpan(index * Numbers, Numbers) is [var file, var start, var end, var line, var endLine]
            ? new Comment(files[file], start, end, line, endLine)
            : throw new InvalidOperationException();

    public IEnumerator<Comment> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
