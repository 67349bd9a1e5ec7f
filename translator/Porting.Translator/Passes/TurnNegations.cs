using Porting.Translator.CSharp;

namespace Porting.Translator.Passes;

/// <summary><c>!(a != 0)</c> -> <c>a == 0</c>, <c>!(p == null)</c> -> <c>p != null</c>, <c>!!c</c> -> <c>c</c>,
/// <c>!true</c> -> <c>false</c>.</summary>
internal sealed class TurnNegations : Pass
{
    public override PassReason Reason => PassReason.Readable;

    private static readonly ExpressionRewriter Turn = new(Turned);

    protected override Node Changed(Node expression) => Turn.Visit(expression);

    /// <summary>An expression that stands outside of any statement.</summary>
    public static Node Of(Node expression) => Turn.Visit(expression);

    private static Node Turned(Node expression) =>
        expression is UnaryNode { Op: "!", Operand: var condition }
            ? condition switch
            {
                BooleanNode truth => truth.Value ? BooleanNode.False : BooleanNode.True,
                BinaryNode { Op: "!=" or "==", Right: NullNode or IntegerNode { IsZero: true } } zero => zero with
                {
                    Op = zero.Op == "!=" ? "==" : "!=",
                },
                UnaryNode { Op: "!" } not => not.Operand,
                _ => expression,
            }
            : expression;
}
