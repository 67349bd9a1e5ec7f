using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kernel.Proofs;

/// <summary>One small mistake: a stretch of a file and what stands there instead.</summary>
internal sealed record Mutant(string File, int Start, int Length, string Replacement)
{
    public string Apply()
    {
        string text = System.IO.File.ReadAllText(File);
        return string.Concat(text.AsSpan(0, Start), Replacement, text.AsSpan(Start + Length));
    }

    /// <summary>Why nobody can notice, for mistakes that are none; null for all others.</summary>
    public string? Harmless()
    {
        string text = System.IO.File.ReadAllText(File);
        int begin = text.LastIndexOf('\n', Start) + 1;
        string line = text[begin..text.IndexOf('\n', Start)].Trim();
        string what = text.Substring(Start, Length) + " -> " + Replacement;
        string rest = text[(Start + Length)..text.IndexOf('\n', Start + Length)].TrimEnd();
        return HarmlessMutants.Find(Path.GetFileName(File), line, what, rest);
    }

    /// <summary>Whether it is in one of these places, each FILE:LINE.</summary>
    public bool IsAt(IEnumerable<string> places) => places.Contains($"{Path.GetFileName(File)}:{LineNumber}");

    private int LineNumber => 1 + System.IO.File.ReadAllText(File).AsSpan(0, Start).Count('\n');

    public override string ToString()
    {
        string text = System.IO.File.ReadAllText(File);
        string before = text.Substring(Start, Math.Min(Length, 60)).ReplaceLineEndings(" ");
        return $"  {Path.GetFileName(File)}({LineNumber}): {before} -> {Replacement}";
    }
}

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

    public static IEnumerable<Mutant> Find(string file)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot();
        foreach (
            SyntaxNode node in root.DescendantNodes()
                .Where(n =>
                    n.FirstAncestorOrSelf<AttributeListSyntax>() == null
                    && n.FirstAncestorOrSelf<EnumMemberDeclarationSyntax>() == null
                )
        )
        foreach ((Microsoft.CodeAnalysis.Text.TextSpan span, string replacement) in Of(node))
            yield return new Mutant(file, span.Start, span.Length, replacement);
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
