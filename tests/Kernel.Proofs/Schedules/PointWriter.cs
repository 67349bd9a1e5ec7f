using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kernel.Proofs;

/// <summary>
/// Puts a point, at which an interrupt may come if they are on, in front of each statement that looks at memory which
/// others see: a static variable, what a pointer leads to, a row of the zones. Statements about locals alone need none:
/// an interrupt in front of one has the effect of one in front of the next (the reduction).
/// </summary>
internal static class PointWriter
{
    public static string Write(string file, string text)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(text).GetRoot();
        List<Edit> edits = [];
        foreach (StatementSyntax statement in root.DescendantNodes().OfType<StatementSyntax>().Where(IsShared))
            if (statement.Parent is BlockSyntax or SwitchSectionSyntax)
            {
                edits.Add(new Edit(file, statement.SpanStart, 0, "Mach.MemoryPoint.At(); "));
            }
            else if (statement is not BlockSyntax && statement.Parent is not LabeledStatementSyntax)
            {
                edits.Add(new Edit(file, statement.SpanStart, 0, "{ Mach.MemoryPoint.At(); "));
                edits.Add(new Edit(file, statement.Span.End, 0, " }"));
            }
        return Apply(text, edits);
    }

    // What it does itself; statements in it have points of their own.
    private static bool IsShared(StatementSyntax statement) =>
        statement is not (BlockSyntax or LocalFunctionStatementSyntax)
        && statement
            .DescendantNodes(n => n == statement || n is not StatementSyntax)
            .Any(n =>
                n switch
                {
                    MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.PointerMemberAccessExpression } => true,
                    PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } => true,
                    IdentifierNameSyntax name => name.Identifier.Text.StartsWith("s_", StringComparison.Ordinal)
                        || name.Identifier.Text.StartsWith("vm_page_", StringComparison.Ordinal)
                        || name.Identifier.Text is "Rows" or "jiffies" or "intr_count",
                    _ => false,
                }
            );

    // Ends of statements at one place stand in the order in which these were found: the outer one's comes last.
    private static string Apply(string text, List<Edit> edits)
    {
        System.Text.StringBuilder result = new();
        int at = 0;
        foreach (
            Edit edit in edits
                .Select((edit, i) => (edit, i))
                .OrderBy(e => e.edit.Start)
                .ThenBy(e => e.edit.Replacement == " }" ? -e.i : int.MaxValue)
                .Select(e => e.edit)
        )
        {
            result.Append(text, at, edit.Start - at).Append(edit.Replacement);
            at = edit.Start;
        }
        return result.Append(text, at, text.Length - at).ToString();
    }
}
