using Porting.Clang.Ast;
using Porting.Translator.CSharp;

namespace Porting.Translator.Lower;

/// <summary>C's comments, between the statements that they stood between.</summary>
internal sealed class StatementComments(FunctionScope scope) : Construct(scope)
{
    /// <summary>Own-line comments that stand before a statement, with the blank lines of the C behind an offset; gives
    /// the offset behind the last one.</summary>
    public int WriteComments(Span before, int from = 0)
    {
        if (before.File.Path != Function.Span.File.Path)
        {
            return from;
        }

        foreach (Comment comment in Scope.Comments.Before(before.StartOffset))
        {
            if (from == 0 || CommentText.BlankLine(before.File.Text, from, comment.StartOffset))
            {
                Out.Add(new BlankLine());
            }

            Out.Add(new CommentTrivia(CommentText.Dedent(comment.Text)));
            from = comment.EndOffset;
        }

        return from;
    }

    /// <summary>Comments before the closing brace.</summary>
    public void WriteRest(Span block)
    {
        if (block.File.Path == Function.Span.File.Path)
        {
            foreach (Comment comment in Scope.Comments.Before(block.EndOffset))
            {
                Out.Add(new CommentTrivia(CommentText.Dedent(comment.Text)));
            }
        }
    }

    public void WriteTrailingComment(Span statement)
    {
        if (
            statement.File.Path == Function.Span.File.Path
            && Scope.Comments.TrailingOn(statement.EndLine, statement.StartOffset) is { } comment
        )
        {
            Out.Add(new TrailingComment(CommentText.Dedent(comment.Text)));
        }
    }

    /// <summary><c>if (x) { /* why */</c>: behind the brace in C#, too.</summary>
    public void TrailBrace(Stmt body)
    {
        if (
            body is CompoundStmt { Span: var block }
            && block.File.Path == Function.Span.File.Path
            && (body is not CompoundStmt { Body: [var first, ..] } || first.Span.StartLine > block.StartLine)
            && Scope.Comments.TrailingOn(block.StartLine, block.StartOffset) is { } comment
        )
        {
            Out.Add(new TrailingComment(CommentText.Dedent(comment.Text)));
        }
    }
}
