using Porting.Translator.CSharp;

namespace Porting.Translator.Passes;

/// <summary><c>a; { b; c; } d;</c> -> <c>a; b; c; d;</c>, where the braces are those of a macro and nothing is declared
/// between them.</summary>
internal sealed class SpliceBlocks : Pass
{
    public override PassReason Reason => PassReason.Readable;

    protected override NodeList<Statement> Changed(NodeList<Statement> statements)
    {
        if (!statements.Any(IsGrouping))
        {
            return statements;
        }

        List<Statement> spliced = [];
        foreach (Statement statement in statements)
        {
            if (IsGrouping(statement))
            {
                spliced.AddRange(((Block)statement).Body.Select(Behind));
            }
            else
            {
                spliced.Add(statement);
            }
        }

        return new([.. spliced]);
    }

    private static bool IsGrouping(Statement statement) => statement is Block { Kind: BlockKind.Grouping };

    /// <summary>A comment behind the brace stands on a line of its own.</summary>
    private static Statement Behind(Statement statement, int index) =>
        index == 0 && statement is TrailingComment comment ? new CommentTrivia(comment.Text) : statement;
}
