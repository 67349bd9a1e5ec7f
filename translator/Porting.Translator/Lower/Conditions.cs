using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>Where C asks "is it zero": <c>if (p)</c> -> <c>if (p != null)</c>, <c>!x</c> -> <c>x == 0</c>, <c>a
/// &amp;&amp; b</c>.</summary>
internal sealed class Conditions(FunctionScope scope) : Construct(scope)
{
    /// <summary>An expression where C asks "is it zero": <c>if (p)</c> -> <c>p != null</c>, <c>!x</c> -> <c>x == 0</c>.
    /// Always of type bool.</summary>
    public Ex Lower(Expr expr)
    {
        Expr inner = StripConversions(expr);
        switch (inner)
        {
            case UnaryExpr { Op: UnaryOp.LogicalNot } not:
                return Negation(not.Operand);
            case BinaryExpr { Op: BinaryOp.LogicalAnd or BinaryOp.LogicalOr } logical:
                return ShortCircuit(logical);
            case BinaryExpr { IsComparison: true } comparison:
                return Comparison(comparison);
            case IntegerLiteral literal when inner.MacroName == null:
                return Cs.Bool(literal.Value != 0) with { IsStable = true, Known = literal.Value != 0 ? 1 : 0 };
            case ConditionalExpr { Constant: null } conditional
                when IsBoolean(conditional.Then) && IsBoolean(conditional.Else):
                return Conditionals.ConditionalAs(conditional, CsType.Bool, Lower);
            default:
                return Test(Value(inner), "!=");
        }
    }

    private Ex Negation(Expr operand)
    {
        Expr inner = StripConversions(operand);
        return inner is UnaryExpr { Op: UnaryOp.LogicalNot } or BinaryExpr { IsAnswer: true } or IntegerLiteral
            ? Cs.Not(Lower(inner))
            : Test(Value(inner), "==");
    }

    private Ex Comparison(BinaryExpr comparison)
    {
        (string op, Prec prec) = Operator(comparison.Op);
        Ex[] sides = InOrder(
            () => Compared(comparison.Left, comparison.Right),
            () => Compared(comparison.Right, comparison.Left)
        );
        // Pointers of different C# types compare as void* in C; C# compares any two object pointers.
        long? nulls =
            sides[0].IsNull && sides[1].IsNull
                ? comparison.Op is BinaryOp.Eq or BinaryOp.Le or BinaryOp.Ge
                    ? 1
                    : 0
                : null;
        (Ex left, Ex right) = InOneType(sides[0], sides[1], Canonical(comparison.Left.Type));
        return Cs.Binary(left, op, right, prec, CsType.Bool) with
        {
            Known =
                nulls
                ?? Folding.Compare(
                    comparison.Op,
                    sides[0].Type,
                    sides[0].Known ?? sides[0].Const,
                    sides[1].Type,
                    sides[1].Known ?? sides[1].Const
                ),
        };
    }

    /// <summary>Operands of a comparison such that C# compares in a type that has both values: <c>(double)i &gt; f</c>
    /// keeps its cast, without which C# would make a float of i.</summary>
    private static (Ex Left, Ex Right) InOneType(Ex left, Ex right, CsType type) =>
        type.IsFloating && left.Type != right.Type ? Balanced(left, right, type) : Shown(left, right);

    private Ex Compared(Expr side, Expr other)
    {
        if (
            side is CastExpr { Kind: CastKind.IntegralCast, IsImplicit: true } promoted
            && FieldOf(promoted.Operand) is { BitWidth: > 0 and < 32 }
            && other.Constant is { IsFloat: false, Bits: >= 0 and <= int.MaxValue }
        )
        {
            // an unsigned field that C makes an int compares with a constant as it is
            return Numeric(Value(promoted.Operand));
        }

        Ex value = Numeric(Value(side));
        CType type = side.Type.Canonical;
        if (type is PointerType)
        {
            return value;
        }

        CsType wanted = Canonical(side.Type);
        return value.Type == wanted || value.Const is >= 0 and <= int.MaxValue ? value : To(value, wanted);
    }

    /// <summary><c>a &amp;&amp; b</c> where b needs statements in front of it: <c>bool t = a; if (t) { ...; t = b;
    /// }</c>.</summary>
    private Ex ShortCircuit(BinaryExpr logical)
    {
        (string op, Prec prec) = Operator(logical.Op);
        Ex left = Lower(logical.Left);
        (Ex right, List<Statement> before) = Out.Captured(() => Lower(logical.Right));
        bool isAnd = logical.Op == BinaryOp.LogicalAnd;
        if (before.Count == 0)
        {
            long? known =
                left.Known == null || right.Known == null ? null
                : isAnd ? left.Known & right.Known
                : left.Known | right.Known;
            return Cs.Binary(left, op, right, prec, CsType.Bool) with { Known = known };
        }

        Ex name = Cs.Name(NewTemporary(), CsType.Bool) with { IsStable = true };
        Hoist(Cs.Declare(CsType.Bool, name.Text, left));
        Ex isOpen = isAnd ? name : Cs.Unary("!", name, CsType.Bool);
        Hoist(new IfStatement(isOpen.Node, Conditionals.Branch(before, Cs.Assign(name, "=", right).Node)));
        return name;
    }
}
