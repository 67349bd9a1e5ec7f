using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary><c>-a</c>, <c>a + b</c>, <c>a &lt;&lt; b</c> -> the same, each operand in the type that C computes in.</summary>
internal sealed class Operators(FunctionScope scope) : Construct(scope)
{
    public Ex Unary(UnaryExpr unary)
    {
        CsType type = unary.Type.Canonical is FunctionType ? CsType.None : Canonical(unary.Type);
        bool isStep =
            unary.Op
            is UnaryOp.PreInc
                or UnaryOp.PreDec
                or UnaryOp.PostInc
                or UnaryOp.PostDec
                or UnaryOp.AddressOf
                or UnaryOp.Deref;
        if (!isStep && unary.Operand.Type.Canonical is VectorType)
        {
            return Vectors.Unary(unary);
        }

        if (
            unary.Op is UnaryOp.Real or UnaryOp.Imag
            || (!isStep && IsComplex(unary.Operand.Type) && unary.Op != UnaryOp.LogicalNot)
        )
        {
            return ComplexNumbers.Unary(unary);
        }

        switch (unary.Op)
        {
            case UnaryOp.Plus or UnaryOp.Extension:
                return To(Value(unary.Operand), type);
            case UnaryOp.Minus:
                return unary is { Check: { } check, Constant: null }
                    ? Checks.Negated(unary, check)
                    : Negated(unary, type);
            case UnaryOp.BitNot:
                Ex bits = Exact(Numeric(Value(unary.Operand)), type);
                return Cs.Unary("~", bits, type) with
                {
                    Known = (bits.Known ?? bits.Const) is { } plain
                        ? Folding.Wrapped(-1 - Folding.Exact(plain, type), type)
                        : null,
                    Const =
                        bits.Const != null && unary.Constant is { IsFloat: false } inverted && type == CsType.Int
                            ? inverted.Bits
                            : null,
                };
            case UnaryOp.LogicalNot:
                return Condition(unary);
            case UnaryOp.AddressOf:
                return Address(unary.Operand);
            case UnaryOp.Deref:
                return Deref(unary);
            case UnaryOp.PreInc or UnaryOp.PreDec or UnaryOp.PostInc or UnaryOp.PostDec:
                return Steps.Step(unary, type);
            default:
                throw new InvalidOperationException(unary.Op.ToString());
        }
    }

    /// <summary><c>-u</c> on unsigned is long in C#, and is not defined for ulong.</summary>
    private Ex Negated(UnaryExpr unary, CsType type)
    {
        Ex operand = Exact(Numeric(Value(unary.Operand)), type);
        if (type.Kind is TypeKind.UInt or TypeKind.ULong)
        {
            return unary.Constant is { IsFloat: false } constant
                ? Literals.Literal(constant.Bits, unary.Type)
                : Cs.Binary(Cs.Number(0, type), "-", operand, Prec.Additive, type);
        }

        if (operand.Known is { } least && (least == long.MinValue || (type == CsType.Int && least == int.MinValue)))
        {
            return Literals.Literal(least, unary.Type);
        }

        return Cs.Unary("-", operand, type) with
        {
            Known = (operand.Known ?? operand.Const) is { } known and not long.MinValue ? -known : null,
            Const = operand.Const is { } value && value != long.MinValue ? -value : null,
            IsStable = operand.IsStable,
        };
    }

    private Ex Deref(UnaryExpr unary)
    {
        if (unary.Type.Canonical is BuiltinType { Kind: BuiltinKind.Void })
        {
            Effects.HoistEffects([unary.Operand]);
            return Ex.Nothing;
        }

        bool isPlace = unary.Type.Canonical is not (ArrayType or FunctionType);
        Ex pointer = isPlace ? Members.Followed(unary.Operand) : Value(unary.Operand);
        return !isPlace ? pointer : Cs.Unary("*", pointer, Canonical(unary.Type));
    }

    public Ex Binary(BinaryExpr binary)
    {
        switch (binary.Op)
        {
            case BinaryOp.Assign:
                return Assignments.Assign(binary);
            case BinaryOp.Comma:
                return Effects.Comma(binary);
            case BinaryOp.LogicalAnd or BinaryOp.LogicalOr when binary.Type.Canonical is VectorType:
                return Vectors.Logic(binary);
            case not (BinaryOp.LogicalAnd or BinaryOp.LogicalOr)
                when IsStructValue(binary.Left.Type) || IsStructValue(binary.Right.Type):
                return ComplexNumbers.Arithmetic(binary);
            case var _ when binary.IsAnswer:
                return Condition(binary);
            case BinaryOp.Add
            or BinaryOp.Sub
                when binary.Left.Type.Canonical is PointerType || binary.Right.Type.Canonical is PointerType:
                return Pointers.PointerArithmetic(binary);
            case var _ when binary is { Check: not null, Constant: null }:
                return Checks.Operation(binary);
            case BinaryOp.Shl or BinaryOp.Shr:
                return Shift(binary);
            default:
                return Arithmetic(binary);
        }
    }

    private Ex Arithmetic(BinaryExpr binary)
    {
        (string op, Prec prec) = Operator(binary.Op);
        CsType type = Canonical(binary.Type);
        if (type == CsType.LongDouble && binary.Constant is { } extended)
        {
            return Literals.Floating(extended, binary.Type);
        }

        Ex[] sides = InOrder(() => Operand(binary.Left, type), () => Operand(binary.Right, type));
        if (
            binary.Op is BinaryOp.Div or BinaryOp.Rem
            && !type.IsFloating
            && (sides[1].Known == 0 || (sides[1].Known == -1 && sides[0].Known != null))
        )
        {
            // C# refuses what it can see to fail; C lets it stand where it is never reached.
            sides[1] = Cs.Call("rt.opaque", [Exact(sides[1], type)], type);
        }

        (Ex left, Ex right) = Balanced(sides[0], sides[1], type);
        Ex result = Cs.Binary(left, op, right, prec, type);
        return sides[0].Const is { } first && sides[1].Const is { } second && !type.IsFloating
            ? OfConstants(binary, result, first, second, IsExact(left, type) || IsExact(right, type))
            : OfKnown(binary, result, left.Known, right.Known);
    }

    /// <summary>What clang knows to overflow is written as what it comes to.</summary>
    private Ex OfKnown(BinaryExpr binary, Ex result, long? left, long? right)
    {
        if (Folding.Binary(binary.Op, result.Type, left, right) is not { } exact)
        {
            return result;
        }

        long wrapped = Folding.Wrapped(exact, result.Type);
        return Folding.Exact(wrapped, result.Type) == exact
            ? result with
            {
                Known = wrapped,
            }
            : Literals.Literal(wrapped, binary.Type) with
            {
                Known = wrapped,
            };
    }

    /// <summary>Two int constants are an int for C# even where C has converted them to something else, and overflow is
    /// an error there.</summary>
    private Ex OfConstants(BinaryExpr binary, Ex result, long left, long right, bool isExact)
    {
        CsType type = result.Type;
        long? known =
            binary.Constant is { IsFloat: false } folded ? folded.Bits
            : Folding.Binary(binary.Op, type, left, right) is { } computed ? Folding.Wrapped(computed, type)
            : null;
        return known is not { } value ? result
            : type == CsType.Int && !Overflows(binary.Op, left, right) ? result with { Const = value, IsStable = true }
            : type == CsType.UInt && value >= 0 && !Wraps(binary.Op, left, right)
                ? result with
                {
                    Type = CsType.UInt,
                    Const = value,
                    IsStable = true,
                    IsLoose = !isExact,
                }
            : Literals.Literal(value, binary.Type);
    }

    /// <summary>Whether the uint result is not the mathematical one, which C# refuses in constants.</summary>
    private static bool Wraps(BinaryOp op, long left, long right) =>
        Overflows(op, left, right) || (op == BinaryOp.Sub && left < right);

    private static bool Overflows(BinaryOp op, long left, long right)
    {
        decimal exact = op switch
        {
            BinaryOp.Add => (decimal)left + right,
            BinaryOp.Sub => (decimal)left - right,
            BinaryOp.Mul => (decimal)left * right,
            _ => 0,
        };
        return exact is < int.MinValue or > int.MaxValue
            || left is < int.MinValue or > int.MaxValue
            || right is < int.MinValue or > int.MaxValue;
    }

    /// <summary>An operand of an arithmetic operator whose C type is known to be <paramref name="type"/>: C# must see
    /// that type too, or a narrower one of the same signedness.</summary>
    private Ex Operand(Expr expr, CsType type)
    {
        Ex value = Numeric(Value(expr));
        if (value.Type == type || value.Const is >= 0 and <= int.MaxValue)
        {
            return value;
        }

        return To(value, type);
    }

    /// <summary><c>a &lt;&lt; n</c>: the count must be int; C# masks it as the processor does. A narrow left operand
    /// was promoted to int already.</summary>
    private Ex Shift(BinaryExpr binary)
    {
        CsType type = Canonical(binary.Type);
        Ex[] sides = InOrder(
            () => To(Numeric(Value(binary.Left)), type),
            () => To(Numeric(Value(binary.Right)), CsType.Int)
        );
        if (sides[0].Const is >= 0 && type.Kind is TypeKind.UInt or TypeKind.Long or TypeKind.ULong)
        {
            // "1 << n" with a literal 1 is an int shift in C#: give the literal its suffix back.
            sides[0] = sides[0].Node is IntegerNode { IsPlain: true } literal
                ? sides[0] with
                {
                    Node = literal with
                    {
                        Suffix = type.Kind switch
                        {
                            TypeKind.UInt => "u",
                            TypeKind.Long => "L",
                            _ => "UL",
                        },
                    },
                    IsLoose = false,
                }
                : Exact(sides[0], type);
        }

        sides[0] = Exact(sides[0], type);

        Ex shifted = Cs.Binary(sides[0], binary.Op == BinaryOp.Shl ? "<<" : ">>", sides[1], Prec.Shift, type);
        bool isConstant = sides[0].Const != null && sides[1].Const != null && binary.Constant is { IsFloat: false };
        return isConstant
            ? shifted with
            {
                Const = binary.Constant!.Value.Bits,
                IsStable = true,
            }
            : shifted with
            {
                Known = Folding.Shift(binary.Op, type, sides[0].Known, sides[1].Known),
            };
    }
}
