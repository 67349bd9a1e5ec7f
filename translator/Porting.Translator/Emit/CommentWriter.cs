using Porting.Clang.Ast;
using Porting.Translator.Lower;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>C's comments in a file of C#, outside of functions.</summary>
internal static class CommentWriter
{
    /// <summary>Comments with the blank lines that C has between them.</summary>
    /// <param name="behind">The offset behind what was written before; 0 where that is something else.</param>
    /// <returns>The offset behind the last one.</returns>
    public static int Comments(this CodeWriter output, IEnumerable<Comment> comments, int behind = 0)
    {
        foreach (Comment comment in comments)
        {
            if (behind > 0 && CommentText.BlankLine(comment.File.Text, behind, comment.StartOffset))
            {
                output.Blank();
            }

            output.Lines(CommentText.Dedent(comment.Text));
            behind = comment.EndOffset;
        }

        return behind;
    }

    /// <summary>The comment behind what was written last, if there is one.</summary>
    public static void Trail(this CodeWriter output, Comment? comment)
    {
        if (comment != null)
        {
            output.Trail(CommentText.Dedent(comment.Text));
        }
    }
}
