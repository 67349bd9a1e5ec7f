using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

internal sealed partial class FunctionLowering
{
    /// <summary>An expression where C asks "is it zero": <c>if (p)</c> -> <c>p != null</c>, <c>!x</c> -> <c>x == 0</c>.
    /// Always of type bool.</summary>
    private Ex Condition(Expr expr)
    {
        Expr inner = StripConversions(expr);
        switch (inner)
        {
            case UnaryExpr { Op: UnaryOp.LogicalNot } not:
                return Negation(not.Operand);
            case BinaryExpr { Op: BinaryOp.LogicalAnd or BinaryOp.LogicalOr } logical:
                return ShortCircuit(logical);
            case BinaryExpr
            {
                Op: BinaryOp.Lt or BinaryOp.Gt or BinaryOp.Le or BinaryOp.Ge or BinaryOp.Eq or BinaryOp.Ne
            } comparison:
                return Comparison(comparison);
            case IntegerLiteral literal when inner.MacroName == null:
                return Cs.Bool(literal.Value != 0) with { IsStable = true, Known = literal.Value != 0 ? 1 : 0 };
            case ConditionalExpr { Constant: null } conditional
                when IsBoolean(conditional.Then) && IsBoolean(conditional.Else):
                return ConditionalAs(conditional, CsType.Bool, Condition);
            default:
                return Test(Value(inner), "!=");
        }
    }

    private Ex Negation(Expr operand)
    {
        Expr inner = StripConversions(operand);
        return
            inner
                is UnaryExpr
                    or BinaryExpr
                    {
                        Op: BinaryOp.LogicalAnd
                            or BinaryOp.LogicalOr
                            or BinaryOp.Lt
                            or BinaryOp.Gt
                            or BinaryOp.Le
                            or BinaryOp.Ge
                            or BinaryOp.Eq
                            or BinaryOp.Ne
                    }
                    or IntegerLiteral
            && inner is not UnaryExpr { Op: not UnaryOp.LogicalNot }
            ? Cs.Not(Condition(inner))
            : Test(Value(inner), "==");
    }

    /// <summary>value != 0, or value != null, or just the bool.</summary>
    private static Ex Test(Ex value, string op)
    {
        if (value.Type == CsType.Bool)
        {
            return op == "!=" ? value : Cs.Not(value);
        }

        if (value.Type.Kind == TypeKind.Complex || value.Type.IsNumber)
        {
            Ex isTrue = Cs.Member(value, ".", "is_true", CsType.Bool);
            return op == "!=" ? isTrue : Cs.Not(isTrue);
        }

        bool isPointer = value.Type.IsAnyPointer || value.Type.IsNone;
        long? known = value.IsNull
            ? op == "=="
                ? 1
                : 0
            : (value.Known ?? value.Const) is { } number
                ? (op == "!=") == (number != 0)
                    ? 1
                    : 0
                : null;
        return Cs.Binary(value, op, isPointer ? Cs.Null : Cs.Number(0, CsType.None), Prec.Equality, CsType.Bool) with
        {
            Known = known,
        };
    }

    /// <summary>Also where a macro says it.</summary>
    private static bool IsBoolean(Expr expr) =>
        StripConversions(expr) is var inner
        && (IsComparison(inner) || inner.Type.Canonical is BuiltinType { Kind: BuiltinKind.Bool });

    /// <summary>Parentheses and conversions that keep zero zero and the rest not.</summary>
    private static Expr StripConversions(Expr expr)
    {
        for (; ; )
        {
            switch (expr)
            {
                case ParenExpr paren when expr.MacroName == null || paren.Inner.MacroName == expr.MacroName:
                    expr = paren.Inner;
                    continue;
                case ParenExpr paren when expr.Constant == null:
                    expr = paren.Inner;
                    continue;
                case CastExpr
                {
                    Kind: CastKind.IntegralToBoolean or CastKind.PointerToBoolean or CastKind.FloatingToBoolean
                } cast:
                    expr = cast.Operand;
                    continue;
                case CastExpr { Kind: CastKind.IntegralCast, IsImplicit: true } cast
                    when cast.Operand.Type.Size <= cast.Type.Size || IsComparison(cast.Operand):
                    expr = cast.Operand;
                    continue;
                case UnaryExpr { Op: UnaryOp.Extension } extension:
                    expr = extension.Operand;
                    continue;
                case CallExpr { Builtin: "__builtin_expect" } expect
                    when !EvaluationOrder.HasEffect(expect.Arguments[1]):
                    expr = expect.Arguments[0];
                    continue;
                default:
                    return expr;
            }
        }
    }

    private static bool IsComparison(Expr expr) =>
        Strip(expr)
            is BinaryExpr
                {
                    Op: BinaryOp.LogicalAnd
                        or BinaryOp.LogicalOr
                        or BinaryOp.Lt
                        or BinaryOp.Gt
                        or BinaryOp.Le
                        or BinaryOp.Ge
                        or BinaryOp.Eq
                        or BinaryOp.Ne
                }
                or UnaryExpr { Op: UnaryOp.LogicalNot };

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

    private static FieldDecl? FieldOf(Expr load) =>
        Strip(load is CastExpr { Kind: CastKind.LValueToRValue } cast ? cast.Operand : load) is MemberExpr member
            ? member.Field
            : null;

    /// <summary><c>a &amp;&amp; b</c> where b needs statements in front of it: <c>bool t = a; if (t) { ...; t = b;
    /// }</c>.</summary>
    private Ex ShortCircuit(BinaryExpr logical)
    {
        (string op, Prec prec) = Operator(logical.Op);
        Ex left = Condition(logical.Left);
        (Ex right, List<Statement> before) = _out.Captured(() => Condition(logical.Right));
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
        Hoist(new IfStatement(isOpen.Node, Branch(before, Cs.Assign(name, "=", right).Node)));
        return name;
    }

    private Ex Conditional(ConditionalExpr conditional)
    {
        CsType type = conditional.Type.Canonical is BuiltinType { Kind: BuiltinKind.Void }
            ? CsType.None
            : Canonical(conditional.Type);
        if (type.IsNone)
        {
            return VoidConditional(conditional);
        }

        return ConditionalAs(conditional, type, e => To(Numeric(Value(e)), type));
    }

    private Ex ConditionalAs(ConditionalExpr conditional, CsType type, Func<Expr, Ex> lower)
    {
        Ex condition = Condition(conditional.Condition);
        (Ex whenTrue, List<Statement> beforeTrue) = _out.Captured(() => lower(conditional.Then));
        (Ex whenFalse, List<Statement> beforeFalse) = _out.Captured(() => lower(conditional.Else));
        return beforeTrue.Count + beforeFalse.Count == 0
            ? Choice(condition, whenTrue, whenFalse, type)
            : HoistChoice(condition, whenTrue, beforeTrue, whenFalse, beforeFalse, type);
    }

    /// <summary><c>T t; if (c) { ...; t = a; } else { ...; t = b; }</c></summary>
    private Ex HoistChoice(
        Ex condition,
        Ex whenTrue,
        List<Statement> beforeTrue,
        Ex whenFalse,
        List<Statement> beforeFalse,
        CsType type
    )
    {
        Ex name = Cs.Name(NewTemporary(), type) with { IsStable = true };
        Hoist(Cs.Declare(type, name.Text));
        Hoist(
            new IfStatement(
                condition.Node,
                Branch(beforeTrue, Cs.Assign(name, "=", whenTrue).Node),
                Branch(beforeFalse, Cs.Assign(name, "=", whenFalse).Node)
            )
        );
        return name;
    }

    /// <summary><c>c ? a : b</c> such that C# finds its type, whatever it is used for.</summary>
    private static Ex Choice(Ex condition, Ex whenTrue, Ex whenFalse, CsType type)
    {
        bool typeless = whenTrue.Type.IsNone && whenFalse.Type.IsNone;
        bool isNumber = type.IsWide || type.IsFloating;
        CsType? pointer = CommonPointer(whenTrue, whenFalse);
        bool shows = isNumber
            ? HaveCommonType(whenTrue.Type, whenFalse.Type) && (IsExact(whenTrue, type) || IsExact(whenFalse, type))
            : type != CsType.VoidPointer || pointer != null;
        if (whenTrue.IsCharacter != whenFalse.IsCharacter)
        {
            (whenTrue, whenFalse) = (
                BesideCharacter(whenTrue, whenFalse, type),
                BesideCharacter(whenFalse, whenTrue, type)
            );
        }

        (whenTrue, whenFalse) = (
            IsExact(whenFalse, type) ? WithoutCast(whenTrue) : whenTrue,
            IsExact(whenTrue, type) ? WithoutCast(whenFalse) : whenFalse
        );
        (whenTrue, whenFalse) = isNumber ? Shown(whenTrue, whenFalse) : (whenTrue, whenFalse);
        Ex first = typeless || !shows ? Cs.Cast(type, whenTrue) : whenTrue;
        Ex chosen = condition.Known == 0 ? whenFalse : whenTrue;
        Ex plain = Cs.Conditional(condition, whenTrue, whenFalse, type);
        bool isWidened =
            type.Is64Bits
            && !shows
            && HaveCommonType(whenTrue.Type, whenFalse.Type)
            && whenTrue.Const == null
            && whenFalse.Const == null;
        bool isNarrow =
            type == CsType.Int
            && whenTrue.Type == whenFalse.Type
            && whenTrue.Type.IsNarrow
            && first.Type == whenTrue.Type; // for C#, which computes on it as int
        return Cs.Conditional(condition, first, whenFalse, isNarrow ? whenTrue.Type : type) with
        {
            Known = condition.Known == null ? null : chosen.Known ?? chosen.Const,
            Uncast = isWidened ? plain.Node : null,
            Implicit = !isNumber && !shows ? plain.Node : null,
            Natural = shows && type == CsType.VoidPointer && pointer != type ? pointer : null,
        };
    }

    /// <summary>Whether C# finds a type for <c>c ? a : b</c>: among the small integers only where one converts to the
    /// other by itself (C# specification, 12.18).</summary>
    private static bool HaveCommonType(CsType one, CsType other) =>
        (one.Kind, other.Kind)
            is not (

                (TypeKind.SByte, TypeKind.Byte or TypeKind.UShort)
                or
                (TypeKind.Byte, TypeKind.SByte)
                or
                (TypeKind.UShort, TypeKind.SByte or TypeKind.Short)
                or
                (TypeKind.Short, TypeKind.UShort)
            );

    /// <summary>The type of <c>c ? a : b</c> in C# where both become <c>void*</c>; null where they have none in
    /// common.</summary>
    private static CsType? CommonPointer(Ex one, Ex other)
    {
        (CsType first, CsType second) = (one.Natural ?? one.Type, other.Natural ?? other.Type);
        return first == second || second.IsNone ? first
            : first.IsNone ? second
            : first == CsType.VoidPointer || second == CsType.VoidPointer ? CsType.VoidPointer
            : null;
    }

    /// <summary>A char literal has no type in common with small integers: <c>c ? 'a' : x</c> -> <c>c ? (int)'a' :
    /// x</c>.</summary>
    private static Ex BesideCharacter(Ex operand, Ex other, CsType type) =>
        operand.IsCharacter
        && (
            other.Type.Kind is TypeKind.SByte or TypeKind.Byte or TypeKind.Short
            // a constant that a cast or a name gives a narrow type
            || (other.Const != null && !IsPlain(other.Node))
        )
            ? Cs.Cast(type, operand) with
            {
                Const = operand.Const,
                IsStable = true,
            }
            : operand;

    private static bool IsPlain(Node number) =>
        number is IntegerNode { IsPlain: true } or UnaryNode { Op: "-", Operand: IntegerNode { IsPlain: true } };

    /// <summary>The arm of a conditional whose other arm has the type already.</summary>
    private static Ex WithoutCast(Ex arm) =>
        arm is { Node: ConditionalNode, Uncast: { } plain } ? arm with { Node = plain } : arm;

    private static Block Branch(List<Statement> before, Node? last) =>
        new(new([.. before, .. last == null ? Array.Empty<Statement>() : [new ExpressionStatement(last)]]));

    /// <summary>A conditional for its effects: <c>if</c> in front of the statement.</summary>
    private Ex VoidConditional(ConditionalExpr conditional)
    {
        Ex condition = Condition(conditional.Condition);
        (Ex whenTrue, List<Statement> beforeTrue) = _out.Captured(() => Value(conditional.Then));
        (Ex whenFalse, List<Statement> beforeFalse) = _out.Captured(() => Value(conditional.Else));
        Hoist(
            new IfStatement(
                condition.Node,
                Branch(beforeTrue, Effect(whenTrue)),
                Branch(beforeFalse, Effect(whenFalse))
            )
        );
        return Ex.Nothing;
    }

    /// <summary>GNU <c>a ?: b</c>: a once.</summary>
    private Ex ConditionalWithoutMiddle(BinaryConditionalExpr conditional)
    {
        CsType type = Canonical(conditional.Type);
        CsType commonType = Canonical(conditional.Common.Type);
        Ex common = Save(To(Value(conditional.Common), commonType) with { Type = commonType });
        foreach (
            OpaqueValueExpr opaque in Program
                .BodyWalker.All(conditional.Then)
                .Concat(Program.BodyWalker.All(conditional.Condition))
                .OfType<OpaqueValueExpr>()
        )
        {
            _opaque[opaque.SourceId] = common;
        }

        Ex condition = Condition(conditional.Condition);
        (Ex otherwise, List<Statement> before) = _out.Captured(() => To(Value(conditional.Else), type));
        Ex same = To(Value(conditional.Then), type);
        return before.Count == 0
            ? Choice(condition, same, otherwise, type)
            : HoistChoice(condition, same, [], otherwise, before, type);
    }
}
