using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Porting.Translator.CSharp;
using Porting.Translator.Text;

namespace Porting.Translator.Tests;

/// <summary>The structure of an expression without its parentheses, the same of our tree and of Roslyn's:
/// <c>(+ a (* b c))</c>.</summary>
internal static class Shape
{
    public static string Of(Node node) =>
        node switch
        {
            ParenNode paren => Of(paren.Inner),
            NameNode name => OfName(name),
            IntegerNode integer => integer.Digits + integer.Suffix,
            RealNode real => $"{real.Digits}{real.Suffix}",
            CharacterNode character => character.Spelling,
            Utf8Node text => $"\"{StringText.Escape(text.Value)}\"u8",
            BooleanNode truth => truth.Value ? "true" : "false",
            NullNode => "null",
            DefaultNode => "default",
            SizeOfNode size => $"(sizeof {size.Type})",
            UnaryNode unary => $"({unary.Op} {Of(unary.Operand)})",
            PostfixNode postfix => $"(post{postfix.Op} {Of(postfix.Operand)})",
            BinaryNode binary => $"({binary.Op} {Of(binary.Left)} {Of(binary.Right)})",
            AssignmentNode assignment => $"({assignment.Op} {Of(assignment.Left)} {Of(assignment.Right)})",
            ConditionalNode c => $"(? {Of(c.Condition)} {Of(c.WhenTrue)} {Of(c.WhenFalse)})",
            CastNode cast => $"(cast {cast.Type} {Of(cast.Operand)})",
            CallNode call => $"(call {Of(call.Callee)}{All(call.Arguments.Select(Of))})",
            NewNode made => $"(new {made.Type}{All(made.Arguments.Select(Of))})",
            MemberNode member => $"({member.Op} {Of(member.Target)} {member.Name})",
            IndexNode element => $"([] {Of(element.Target)} {Of(element.Index)})",
            UncheckedNode inner => $"(unchecked {Of(inner.Operand)})",
            CollectionNode list => $"(list{All(list.Elements.Select(Of))})",
            OutDeclarationNode made => $"(out {made.Type} {made.Name})",
            StackAllocationNode room => $"(stackalloc {room.Element} {Of(room.Count)})",
            ByReferenceNode reference => $"({reference.Keyword} {Of(reference.Operand)})",
            _ => throw new InvalidOperationException(node.GetType().Name),
        };

    public static string Of(ExpressionSyntax expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax paren => Of(paren.Expression),
            LiteralExpressionSyntax or IdentifierNameSyntax => expression.ToString(),
            GenericNameSyntax generic => $"{generic.Identifier.Text}<{generic.TypeArgumentList.Arguments}>",
            SizeOfExpressionSyntax size => $"(sizeof {size.Type})",
            PrefixUnaryExpressionSyntax unary => $"({unary.OperatorToken.Text} {Of(unary.Operand)})",
            PostfixUnaryExpressionSyntax postfix => $"(post{postfix.OperatorToken.Text} {Of(postfix.Operand)})",
            BinaryExpressionSyntax b => $"({b.OperatorToken.Text} {Of(b.Left)} {Of(b.Right)})",
            AssignmentExpressionSyntax a => $"({a.OperatorToken.Text} {Of(a.Left)} {Of(a.Right)})",
            ConditionalExpressionSyntax c => $"(? {Of(c.Condition)} {Of(c.WhenTrue)} {Of(c.WhenFalse)})",
            CastExpressionSyntax cast => $"(cast {cast.Type} {Of(cast.Expression)})",
            InvocationExpressionSyntax call =>
                $"(call {Of(call.Expression)}{All(call.ArgumentList.Arguments.Select(Of))})",
            ObjectCreationExpressionSyntax made => $"(new {made.Type}{All(made.ArgumentList!.Arguments.Select(Of))})",
            MemberAccessExpressionSyntax m => $"({m.OperatorToken.Text} {Of(m.Expression)} {Of(m.Name)})",
            ElementAccessExpressionSyntax e =>
                $"([] {Of(e.Expression)} {string.Join(" ", e.ArgumentList.Arguments.Select(Of))})",
            CheckedExpressionSyntax { RawKind: (int)SyntaxKind.UncheckedExpression } inner =>
                $"(unchecked {Of(inner.Expression)})",
            CollectionExpressionSyntax list =>
                $"(list{All(list.Elements.Select(e => Of(((ExpressionElementSyntax)e).Expression)))})",
            StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax array } =>
                $"(stackalloc {array.ElementType} {Of(array.RankSpecifiers[0].Sizes[0])})",
            _ => $"<{expression.Kind()} {expression}>",
        };

    private static string Of(ArgumentSyntax argument) =>
        argument.Expression is DeclarationExpressionSyntax made ? $"(out {made.Type} {made.Designation})"
        : argument.RefKindKeyword.Text is { Length: > 0 } keyword ? $"({keyword} {Of(argument.Expression)})"
        : Of(argument.Expression);

    private static string All(IEnumerable<string> parts) => string.Concat(parts.Select(p => " " + p));

    /// <summary><c>C.a</c> is a member of a name.</summary>
    private static string OfName(NameNode name)
    {
        string[] parts = name.Name.Split('.');
        parts[^1] += name.TypeArgument == null ? "" : $"<{name.TypeArgument}>";
        return parts.Aggregate((target, member) => $"(. {target} {member})");
    }
}
