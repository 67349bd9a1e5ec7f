using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using static Porting.Translator.Lower.CForms;

namespace Porting.Translator.Lower;

/// <summary><c>p + i</c>, <c>p - q</c> -> the same; GNU C's <c>void*</c> counts bytes.</summary>
internal sealed class Pointers(FunctionScope scope) : Construct(scope)
{
    public Ex PointerArithmetic(BinaryExpr binary)
    {
        CType left = binary.Left.Type.Canonical;
        CType right = binary.Right.Type.Canonical;
        if (left is PointerType && right is PointerType)
        {
            return PointerDifference(binary, (PointerType)left);
        }

        (Expr pointer, Expr index) = left is PointerType ? (binary.Left, binary.Right) : (binary.Right, binary.Left);
        PointerType type = (PointerType)pointer.Type.Canonical;
        WarnBeyondParameter(binary, pointer, index, binary.Op == BinaryOp.Sub);
        Ex[] sides =
            left is PointerType
                ? InOrder(
                    () => Value(pointer),
                    () => CheckedAccesses.Index(binary, pointer, index, binary.Op == BinaryOp.Sub)
                )
                : InOrder(() => CheckedAccesses.Index(binary, pointer, index), () => Value(pointer));
        (Ex from, Ex by) = left is PointerType ? (sides[0], sides[1]) : (sides[1], sides[0]);
        from = Members.Typed(from, type);
        string op = binary.Op == BinaryOp.Add ? "+" : "-";
        if (IsBytePointer(type))
        {
            // GNU C: void* and function pointers count bytes.
            return Cs.Cast(
                Canonical(type),
                Cs.Binary(
                    Cs.Cast(CsType.BytePointer, from) with
                    {
                        Type = CsType.BytePointer,
                    },
                    op,
                    by,
                    Prec.Additive,
                    CsType.BytePointer
                )
            ) with
            {
                Type = Canonical(type),
            };
        }

        return Cs.Binary(
            from,
            op,
            type.Pointee.Canonical is ArrayType inner ? Members.Scaled(by, inner) : by,
            Prec.Additive,
            Canonical(type)
        );
    }

    /// <summary>C# subtracts pointers to a long.</summary>
    private Ex PointerDifference(BinaryExpr binary, PointerType type)
    {
        Ex[] sides = InOrder(() => Value(binary.Left), () => Value(binary.Right));
        if (IsBytePointer(type))
        {
            sides = [Cs.Cast(CsType.BytePointer, sides[0]), Cs.Cast(CsType.BytePointer, sides[1])];
        }

        Ex difference = Cs.Cast(CsType.Int, Cs.Binary(sides[0], "-", sides[1], Prec.Additive, CsType.Long)) with
        {
            Type = CsType.Int,
        };
        if (type.Pointee.Canonical is ArrayType { Size: < 0 } variable)
        {
            return Cs.Binary(difference, "/", Members.Scaled(Cs.Number(1), variable), Prec.Multiplicative, CsType.Int);
        }

        return
            type.Pointee.Canonical is ArrayType inner
            && Members.Scaled(Cs.Number(1), inner).Node is not IntegerNode { IsPlain: true, Digits: "1" }
            ? Cs.Binary(difference, "/", Cs.Number(inner.Size / InnermostSize(inner)), Prec.Multiplicative, CsType.Int)
            : difference;
    }

    /// <summary><c>&amp;last + 1</c>, the way to variable arguments of before <c>stdarg.h</c>: parameters are variables
    /// of the function, behind which there is nothing.</summary>
    private void WarnBeyondParameter(Expr at, Expr pointer, Expr index, bool isBack)
    {
        while (Strip(pointer) is CastExpr cast)
        {
            pointer = cast.Operand;
        }

        if (
            Strip(pointer) is UnaryExpr { Op: UnaryOp.AddressOf } address
            && Strip(address.Operand) is DeclRefExpr { Decl: ParameterDecl parameter }
            && index.Constant?.Bits is { } steps
            && at.Type.Canonical is PointerType { Pointee: var pointee }
            && (steps * (isBack ? -1 : 1) < 0 || Math.Abs(steps) * Math.Max(1, pointee.Size) >= parameter.Type.Size)
            && steps != 0
        )
        {
            Context.Diagnostics.Add(
                PortDiagnostic.Warning(
                    "PORT3047",
                    at.Span.Location,
                    $"an address beyond the parameter '{parameter.Name}': the other arguments are not there, va_start finds them"
                )
            );
        }
    }
}
