using Porting.Clang.Ast;

namespace Porting.Translator.Assembly;

/// <summary>Whether evaluating an expression can do something besides yielding a value. Errs on the side of
/// yes.</summary>
internal static class Effects
{
    public static bool Has(Expr expression) =>
        expression switch
        {
            IntegerLiteral
            or CharacterLiteral
            or FloatingLiteral
            or StringLiteral
            or DeclRefExpr
            or TypeTraitExpr
            or OffsetOfExpr => false,
            ParenExpr paren => Has(paren.Inner),
            CastExpr cast => Has(cast.Operand),
            MemberExpr member => Has(member.Base),
            SubscriptExpr subscript => Has(subscript.Base) || Has(subscript.Index),
            UnaryExpr { Op: not (UnaryOp.PreInc or UnaryOp.PreDec or UnaryOp.PostInc or UnaryOp.PostDec) } unary => Has(
                unary.Operand
            ),
            BinaryExpr { Op: not BinaryOp.Assign } binary => Has(binary.Left) || Has(binary.Right),
            ConditionalExpr conditional => Has(conditional.Condition) || Has(conditional.Then) || Has(conditional.Else),
            _ => true,
        };
}
