using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

/// <summary>Complex arithmetic -> operators of complex_T (<see cref="Emit.ComplexEmitter"/>). A real operand beside a
/// complex one stays real, as in clang.</summary>
internal sealed partial class FunctionLowering
{
    private static bool IsComplex(CType type) => type.Canonical is ComplexType;

    /// <summary>Types that are structs for C# and have operators of their own.</summary>
    private static bool IsStructValue(CType type) => type.Canonical is ComplexType or VectorType;

    private Ex NewComplex(CsType type, Ex real, Ex imag) => Cs.New(type, [real, imag]);

    /// <summary>An operand of a complex operator: complex, or real in the element's type.</summary>
    private Ex ComplexOperand(Expr operand) =>
        IsComplex(operand.Type) ? Value(operand) : Exact(Numeric(Value(operand)), Canonical(operand.Type));

    /// <summary><c>a op b</c> on complex numbers and on vectors.</summary>
    private Ex StructArithmetic(BinaryExpr binary)
    {
        (string op, Prec prec) = Operator(binary.Op);
        Ex[] sides = InOrder(
            () => ComplexOperand(binary.Left),
            () => IsShift(binary.Op) ? ShiftCounts(binary.Right, binary.Left.Type) : ComplexOperand(binary.Right)
        );
        bool isComparison =
            binary.Op is BinaryOp.Eq or BinaryOp.Ne or BinaryOp.Lt or BinaryOp.Gt or BinaryOp.Le or BinaryOp.Ge;
        if (binary.Type.Canonical is VectorType)
        {
            return isComparison
                ? Mask(Cs.Binary(sides[0], op, sides[1], prec, MaskOf(binary.Left.Type)), binary.Type)
                : Cs.Binary(sides[0], op, sides[1], prec, Canonical(binary.Type));
        }

        return Cs.Binary(sides[0], op, sides[1], prec, isComparison ? CsType.Bool : Canonical(binary.Type));
    }

    /// <summary>-z, ~z (the conjugate), and <c>__real__ z</c>, <c>__imag__ z</c>, which are places when z is
    /// one.</summary>
    private Ex ComplexUnary(UnaryExpr unary)
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
                HoistEffect(Value(unary.Operand));
                return To(Cs.Constant(0), Canonical(unary.Type));
            case UnaryOp.Plus or UnaryOp.Extension:
                return Value(unary.Operand);
            default:
                return Cs.Unary(unary.Op == UnaryOp.Minus ? "-" : "~", Value(unary.Operand), Canonical(unary.Type));
        }
    }

    /// <summary>Conversions between complex types, and between them and real ones (C11 6.3.1.6, 6.3.1.7).</summary>
    private Ex ComplexCast(CastExpr cast)
    {
        CsType type = Canonical(cast.Type);
        if (cast.Type.Canonical is ComplexType to)
        {
            CsType element = Canonical(to.Element);
            if (!IsComplex(cast.Operand.Type))
            {
                return NewComplex(type, To(Numeric(Value(cast.Operand)), element), Zero(element));
            }

            Ex from = Stable(Value(cast.Operand));
            CsType source = Canonical(((ComplexType)cast.Operand.Type.Canonical).Element);
            return source == element
                ? from
                : NewComplex(
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

    private static Ex Zero(CsType element) => To(Cs.Constant(0), element);

    private Ex Stable(Ex value) => value.IsStable ? value : Save(value);

    /// <summary><c>1.0i</c></summary>
    private Ex Imaginary(ImaginaryLiteral literal)
    {
        CsType element = Canonical(((ComplexType)literal.Type.Canonical).Element);
        return NewComplex(Canonical(literal.Type), Zero(element), To(Value(literal.Operand), element)) with
        {
            IsStable = true,
        };
    }

    /// <summary><c>a op= b</c> where one of them is complex or a vector: with C#'s own where the types are the same,
    /// written out elsewhere.</summary>
    private Ex StructCompound(CompoundAssignExpr assign)
    {
        (string op, Prec prec) = Operator(assign.Op);
        CsType type = Canonical(assign.Left.Type);
        CsType computation = Canonical(assign.ComputationResultType);
        if (type == computation)
        {
            Ex[] sides = InOrder(
                () => IsShift(assign.Op) ? ShiftCounts(assign.Right, assign.Left.Type) : ComplexOperand(assign.Right),
                () => Value(assign.Left)
            );
            return Cs.Assign(sides[1], op + "=", sides[0]) with { Type = type };
        }

        Ex right = Stable(ComplexOperand(assign.Right));
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
                return NewComplex(
                    type,
                    To(Cs.Member(saved, ".", "real", Canonical(a.Element)), Canonical(b.Element)),
                    To(Cs.Member(saved, ".", "imag", Canonical(a.Element)), Canonical(b.Element))
                );
            case (ComplexType a, not ComplexType):
                return To(Cs.Member(value, ".", "real", Canonical(a.Element)), type);
            case (not ComplexType, ComplexType b):
                return NewComplex(type, To(value, Canonical(b.Element)), Zero(Canonical(b.Element)));
            default:
                return value.Type == type ? value : Exact(To(value, type), type);
        }
    }

    /// <summary><c>{ re, im }</c>, as CMPLX of complex.h and initialisers have it.</summary>
    private Ex ComplexList(InitListExpr list)
    {
        CsType element = Canonical(((ComplexType)list.Type.Canonical).Element);
        Ex[] parts = InOrder([.. list.Elements.Select(e => (Func<Ex>)(() => To(Numeric(Value(e)), element)))]);
        return parts.Length == 1 && IsComplex(list.Elements[0].Type)
            ? Value(list.Elements[0])
            : NewComplex(
                Canonical(list.Type),
                parts.Length > 0 ? parts[0] : Zero(element),
                parts.Length > 1 ? parts[1] : Zero(element)
            );
    }
}
