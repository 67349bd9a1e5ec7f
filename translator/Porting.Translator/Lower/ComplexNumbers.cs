using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>Complex arithmetic -> operators of complex_T (<see cref="Emit.ComplexEmitter"/>). A real operand beside a
/// complex one stays real, as in clang.</summary>
internal sealed class ComplexNumbers(FunctionScope scope) : Construct(scope)
{
    public Ex New(CsType type, Ex real, Ex imag) => Cs.New(type, [real, imag]);

    /// <summary>An operand of a complex operator: complex, or real in the element's type.</summary>
    public Ex Operand(Expr operand) =>
        IsComplex(operand.Type) ? Value(operand) : Exact(Numeric(Value(operand)), Canonical(operand.Type));

    /// <summary><c>a op b</c> on complex numbers and on vectors.</summary>
    public Ex Arithmetic(BinaryExpr binary)
    {
        (string op, Prec prec) = Operator(binary.Op);
        Ex[] sides = InOrder(
            () => Operand(binary.Left),
            () => IsShift(binary.Op) ? Vectors.ShiftCounts(binary.Right, binary.Left.Type) : Operand(binary.Right)
        );
        bool isComparison = binary.IsComparison;
        if (binary.Type.Canonical is VectorType)
        {
            return isComparison
                ? Vectors.Mask(Cs.Binary(sides[0], op, sides[1], prec, Vectors.MaskOf(binary.Left.Type)), binary.Type)
                : Cs.Binary(sides[0], op, sides[1], prec, Canonical(binary.Type));
        }

        return Cs.Binary(sides[0], op, sides[1], prec, isComparison ? CsType.Bool : Canonical(binary.Type));
    }

    /// <summary>-z, ~z (the conjugate), and <c>__real__ z</c>, <c>__imag__ z</c>, which are places when z is
    /// one.</summary>
    public Ex Unary(UnaryExpr unary)
    {
        switch (unary.Op)
        {
            case UnaryOp.Real or UnaryOp.Imag when IsComplex(unary.Operand.Type):
                return Cs.Member(
                    Value(unary.Operand),
                    ".",
                    unary.Op == UnaryOp.Real ? "real" : "imag",
                    Canonical(unary.Type)
                );
            case UnaryOp.Real:
                return Value(unary.Operand);
            case UnaryOp.Imag:
                Effects.HoistEffect(Value(unary.Operand));
                return To(Cs.Constant(0), Canonical(unary.Type));
            case UnaryOp.Plus or UnaryOp.Extension:
                return Value(unary.Operand);
            default:
                return Cs.Unary(unary.Op == UnaryOp.Minus ? "-" : "~", Value(unary.Operand), Canonical(unary.Type));
        }
    }

    /// <summary>Conversions between complex types, and between them and real ones (C11 6.3.1.6, 6.3.1.7).</summary>
    public Ex Cast(CastExpr cast)
    {
        CsType type = Canonical(cast.Type);
        if (cast.Type.Canonical is ComplexType to)
        {
            CsType element = Canonical(to.Element);
            if (!IsComplex(cast.Operand.Type))
            {
                return New(type, To(Numeric(Value(cast.Operand)), element), Zero(element));
            }

            Ex from = Stable(Value(cast.Operand));
            CsType source = Canonical(((ComplexType)cast.Operand.Type.Canonical).Element);
            return source == element
                ? from
                : New(
                    type,
                    To(Cs.Member(from, ".", "real", source), element),
                    To(Cs.Member(from, ".", "imag", source), element)
                );
        }

        Ex value = Value(cast.Operand);
        return type == CsType.Bool
            ? Test(value, "!=")
            : To(Cs.Member(value, ".", "real", Canonical(((ComplexType)cast.Operand.Type.Canonical).Element)), type);
    }

    public static Ex Zero(CsType element) => To(Cs.Constant(0), element);

    /// <summary><c>1.0i</c></summary>
    public Ex Imaginary(ImaginaryLiteral literal)
    {
        CsType element = Canonical(((ComplexType)literal.Type.Canonical).Element);
        return New(Canonical(literal.Type), Zero(element), To(Value(literal.Operand), element)) with
        {
            IsStable = true,
        };
    }

    /// <summary><c>a op= b</c> where one of them is complex or a vector: with C#'s own where the types are the same,
    /// written out elsewhere.</summary>
    public Ex Compound(CompoundAssignExpr assign)
    {
        (string op, Prec prec) = Operator(assign.Op);
        CsType type = Canonical(assign.Left.Type);
        CsType computation = Canonical(assign.ComputationResultType);
        if (type == computation)
        {
            Ex[] sides = InOrder(
                () => IsShift(assign.Op) ? Vectors.ShiftCounts(assign.Right, assign.Left.Type) : Operand(assign.Right),
                () => Value(assign.Left)
            );
            return Cs.Assign(sides[1], op + "=", sides[0]) with { Type = type };
        }

        Ex right = Stable(Operand(assign.Right));
        Ex address = Stable(Address(assign.Left) with { Type = PointerTo(assign.Left.Type) });
        Ex place = Cs.Unary("*", address, type);
        Ex left = Converted(place, assign.Left.Type, assign.ComputationLeftType);
        return Cs.Assign(
            place,
            "=",
            Converted(Cs.Binary(left, op, right, prec, computation), assign.ComputationResultType, assign.Left.Type)
        ) with
        {
            Type = type,
        };
    }

    /// <summary>A lowered value from one arithmetic type to another; either may be complex.</summary>
    private Ex Converted(Ex value, CType from, CType to)
    {
        CsType type = Canonical(to);
        switch (from.Canonical, to.Canonical)
        {
            case (ComplexType a, ComplexType b) when Canonical(a) != type:
                Ex saved = Stable(value);
                return New(
                    type,
                    To(Cs.Member(saved, ".", "real", Canonical(a.Element)), Canonical(b.Element)),
                    To(Cs.Member(saved, ".", "imag", Canonical(a.Element)), Canonical(b.Element))
                );
            case (ComplexType a, not ComplexType):
                return To(Cs.Member(value, ".", "real", Canonical(a.Element)), type);
            case (not ComplexType, ComplexType b):
                return New(type, To(value, Canonical(b.Element)), Zero(Canonical(b.Element)));
            default:
                return value.Type == type ? value : Exact(To(value, type), type);
        }
    }

    /// <summary><c>{ re, im }</c>, as CMPLX of complex.h and initialisers have it.</summary>
    public Ex List(InitListExpr list)
    {
        CsType element = Canonical(((ComplexType)list.Type.Canonical).Element);
        Ex[] parts = InOrder([.. list.Elements.Select(e => (Func<Ex>)(() => To(Numeric(Value(e)), element)))]);
        return parts.Length == 1 && IsComplex(list.Elements[0].Type)
            ? Value(list.Elements[0])
            : New(
                Canonical(list.Type),
                parts.Length > 0 ? parts[0] : Zero(element),
                parts.Length > 1 ? parts[1] : Zero(element)
            );
    }
}
