using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary><c>x++</c> -> <c>x++</c>, or <c>x = x + 1</c> in front of the statement where C# has no such operator.</summary>
internal sealed class Steps(FunctionScope scope) : Construct(scope)
{
    public Ex Step(UnaryExpr unary, CsType type)
    {
        bool isIncrement = unary.Op is UnaryOp.PreInc or UnaryOp.PostInc;
        bool isPrefix = unary.Op is UnaryOp.PreInc or UnaryOp.PreDec;
        string op = isIncrement ? "++" : "--";
        if (IsAtomic(unary.Operand.Type))
        {
            return AtomicOperators.Step(unary, isIncrement, isPrefix, type);
        }

        if (unary.Operand.IsBitField && isPrefix && unary != Scope.Statement)
        {
            return Assignments.ReadBack(
                unary.Operand,
                field =>
                    unary.Check is { } check ? Cs.Assign(field, "=", Checks.Stepped(unary, check, field))
                    : type == CsType.Bool ? Cs.Assign(field, "=", isIncrement ? Cs.Bool(true) : Cs.Not(field))
                    : Cs.Postfix(field, op, type)
            );
        }

        if (type == CsType.Bool)
        {
            // true + 1 is true; true - 1 is false, false - 1 true.
            return SteppedByHand(unary, old => isIncrement ? Cs.Bool(true) : Cs.Not(old), isPrefix);
        }

        if (unary is { Check: not null, Operand.Type: { Canonical: PointerType, IsVolatile: false } })
        {
            return SteppedByHand(unary, old => Guards.Stepped(unary, old), isPrefix);
        }

        if (unary.Operand.Type.Canonical is PointerType pointer && PointerStep(pointer, isIncrement, type) is { } moved)
        {
            return SteppedByHand(unary, moved, isPrefix);
        }

        if (unary.Check is { } looked && !(unary.Operand.Type.IsVolatile && IsReadAtOnce(type)))
        {
            return SteppedByHand(unary, old => Checks.Stepped(unary, looked, old), isPrefix);
        }

        if (unary.Operand.Type.IsVolatile && !unary.Operand.IsBitField && IsReadAtOnce(type))
        {
            return VolatileStep(unary, isIncrement ? "+" : "-", isPrefix, type);
        }

        Ex place = Value(unary.Operand);
        return isPrefix ? Cs.Unary(op, place, type) : Cs.Postfix(place, op, type);
    }

    /// <summary>Of pointers that C# steps by another size, or by none; null for others.</summary>
    private Func<Ex, Ex>? PointerStep(PointerType pointer, bool isIncrement, CsType type)
    {
        string op = isIncrement ? "+" : "-";
        if (pointer.Pointee.Canonical is ArrayType inner)
        {
            Ex size = Members.Scaled(Cs.Number(1) with { Const = 1 }, inner);
            return old => Cs.Binary(old, op, size, Prec.Additive, type);
        }

        return IsBytePointer(pointer)
            ? old =>
            {
                Ex bytes = Cs.Cast(CsType.BytePointer, old);
                return Cs.Cast(type, Cs.Binary(bytes, op, Cs.Number(1), Prec.Additive, CsType.BytePointer));
            }
            : null;
    }

    /// <summary>One read and one write, which nobody may merge with others.</summary>
    private Ex VolatileStep(UnaryExpr unary, string op, bool isPrefix, CsType type)
    {
        Ex place = Places.FoundOnce(unary.Operand);
        Ex read = Cs.ReadVolatile(place, type);
        // of less than an int, the sum is an int
        Ex Stepped(Ex old) =>
            unary.Check is { } check
                ? type.IsAnyPointer
                    ? Guards.Stepped(unary, old)
                    : Checks.Stepped(unary, check, old)
                : Cs.Binary(old, op, Cs.Number(1), Prec.Additive, PromotedType(type)) is var sum && sum.Type != type
                    ? Cs.Cast(type, sum)
                    : sum;
        if (unary == Scope.Statement)
        {
            return Cs.WriteVolatile(place, Stepped(read));
        }

        Ex old = Save(read);
        Ex next = Stepped(old);
        Hoist(Cs.WriteVolatile(place, next));
        return isPrefix ? next : old;
    }

    /// <summary>A step that C# has no operator for: the assignment in front, the old or the new value as a temporary
    /// when somebody wants it.</summary>
    private Ex SteppedByHand(UnaryExpr unary, Func<Ex, Ex> next, bool isPrefix)
    {
        Ex place = Places.FoundOnce(unary.Operand);
        if (unary == Scope.Statement || isPrefix)
        {
            return Cs.Assign(place, "=", next(place)) with { Type = place.Type };
        }

        Ex old = Save(place);
        Hoist(Cs.Assign(place, "=", next(old)));
        return old;
    }
}
