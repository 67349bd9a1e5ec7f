using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kernel.Proofs;

/// <summary>Where mistakes can be made: operators, conditions, constants, statements that are left out.</summary>
internal static class MutantFinder
{
    private static readonly Dictionary<SyntaxKind, string> Operators = new()
    {
        [SyntaxKind.AddExpression] = "-",
        [SyntaxKind.SubtractExpression] = "+",
        [SyntaxKind.MultiplyExpression] = "+",
        [SyntaxKind.DivideExpression] = "*",
        [SyntaxKind.ModuloExpression] = "*",
        [SyntaxKind.LessThanExpression] = "<=",
        [SyntaxKind.LessThanOrEqualExpression] = "<",
        [SyntaxKind.GreaterThanExpression] = ">=",
        [SyntaxKind.GreaterThanOrEqualExpression] = ">",
        [SyntaxKind.EqualsExpression] = "!=",
        [SyntaxKind.NotEqualsExpression] = "==",
        [SyntaxKind.LogicalAndExpression] = "||",
        [SyntaxKind.LogicalOrExpression] = "&&",
        [SyntaxKind.BitwiseAndExpression] = "|",
        [SyntaxKind.BitwiseOrExpression] = "&",
        [SyntaxKind.ExclusiveOrExpression] = "|",
        [SyntaxKind.LeftShiftExpression] = ">>",
        [SyntaxKind.RightShiftExpression] = "<<",
        [SyntaxKind.AddAssignmentExpression] = "-=",
        [SyntaxKind.SubtractAssignmentExpression] = "+=",
        [SyntaxKind.OrAssignmentExpression] = "&=",
        [SyntaxKind.AndAssignmentExpression] = "|=",
        [SyntaxKind.RightShiftAssignmentExpression] = "<<=",
        [SyntaxKind.MultiplyAssignmentExpression] = "+=",
    };

    /// <summary>The edits of a file of kernel-handwritten, each with its name.</summary>
    public static IEnumerable<(string Name, Edit Edit)> Find(string file, string text)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(text).GetRoot();
        Dictionary<string, int> seen = [];
        foreach (
            SyntaxNode node in root.DescendantNodes()
                .Where(n =>
                    n.FirstAncestorOrSelf<AttributeListSyntax>() == null
                    && n.FirstAncestorOrSelf<EnumMemberDeclarationSyntax>() == null
                )
        )
        foreach ((Microsoft.CodeAnalysis.Text.TextSpan span, string replacement) in Of(node))
        {
            Edit edit = new(file, span.Start, span.Length, replacement);
            string name = NameOf(text, edit);
            int nth = seen[name] = seen.GetValueOrDefault(name) + 1;
            yield return (nth == 1 ? name : $"{name} #{nth}", edit);
        }
    }

    // The line as it is, and the change; a line number would be another one after the next edit above it.
    private static string NameOf(string text, Edit edit)
    {
        int begin = text.LastIndexOf('\n', edit.Start) + 1;
        string line = text[begin..text.IndexOf('\n', edit.Start)].Trim();
        string before = text.Substring(edit.Start, Math.Min(edit.Length, 60)).ReplaceLineEndings(" ");
        string after = edit.Replacement.Length > 60 ? edit.Replacement[..60].ReplaceLineEndings(" ") : edit.Replacement;
        return $"{edit.File}: {line} | {before} -> {after}";
    }

    private static IEnumerable<(Microsoft.CodeAnalysis.Text.TextSpan Span, string Replacement)> Of(SyntaxNode node)
    {
        switch (node)
        {
            case BinaryExpressionSyntax binary when Operators.TryGetValue(binary.Kind(), out string? other):
                yield return (binary.OperatorToken.Span, other);
                break;
            case AssignmentExpressionSyntax assignment when Operators.TryGetValue(assignment.Kind(), out string? other):
                yield return (assignment.OperatorToken.Span, other);
                break;
            case PrefixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.LogicalNotExpression or (int)SyntaxKind.BitwiseNotExpression
            } not:
                yield return (not.OperatorToken.Span, "");
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } up:
                yield return (up.OperatorToken.Span, "--");
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostDecrementExpression } down:
                yield return (down.OperatorToken.Span, "++");
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } literal:
                yield return (literal.Span, "false");
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } literal:
                yield return (literal.Span, "true");
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } number:
                yield return (number.Span, $"({number.Token.Text} + 1)");
                break;
            case IfStatementSyntax choice:
                yield return (choice.Condition.Span, $"!({choice.Condition})");
                break;
            case ExpressionStatementSyntax
            {
                Expression: AssignmentExpressionSyntax or InvocationExpressionSyntax or PostfixUnaryExpressionSyntax
            } statement:
                yield return (statement.Span, ";");
                break;
            case BreakStatementSyntax or ContinueStatementSyntax:
                yield return (node.Span, ";");
                break;
        }
    }
}
