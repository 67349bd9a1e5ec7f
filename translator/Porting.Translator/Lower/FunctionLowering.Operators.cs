using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

internal sealed partial class FunctionLowering
{
    private Ex Unary(UnaryExpr unary)
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
            return VectorUnary(unary);
        }

        if (
            unary.Op is UnaryOp.Real or UnaryOp.Imag
            || (!isStep && IsComplex(unary.Operand.Type) && unary.Op != UnaryOp.LogicalNot)
        )
        {
            return ComplexUnary(unary);
        }

        switch (unary.Op)
        {
            case UnaryOp.Plus or UnaryOp.Extension:
                return To(Value(unary.Operand), type);
            case UnaryOp.Minus:
                return Negated(unary, type);
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
                return Step(unary, type);
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
                ? Literal(constant.Bits, unary.Type)
                : Cs.Binary(Cs.Number(0, type), "-", operand, Prec.Additive, type);
        }

        if (operand.Known is { } least && (least == long.MinValue || (type == CsType.Int && least == int.MinValue)))
        {
            return Literal(least, unary.Type);
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
            HoistEffects([unary.Operand]);
            return Ex.Nothing;
        }

        bool isPlace = unary.Type.Canonical is not (ArrayType or FunctionType);
        Ex pointer = isPlace ? Followed(unary.Operand) : Value(unary.Operand);
        return !isPlace ? pointer : Cs.Unary("*", pointer, Canonical(unary.Type));
    }

    private Ex Step(UnaryExpr unary, CsType type)
    {
        bool isIncrement = unary.Op is UnaryOp.PreInc or UnaryOp.PostInc;
        bool isPrefix = unary.Op is UnaryOp.PreInc or UnaryOp.PreDec;
        string op = isIncrement ? "++" : "--";
        if (IsAtomic(unary.Operand.Type))
        {
            return AtomicStep(unary, isIncrement, isPrefix, type);
        }

        if (unary.Operand.IsBitField && isPrefix && unary != _statement)
        {
            return ReadBack(
                unary.Operand,
                field =>
                    type == CsType.Bool
                        ? Cs.Assign(field, "=", isIncrement ? Cs.Bool(true) : Cs.Not(field))
                        : Cs.Postfix(field, op, type)
            );
        }

        if (type == CsType.Bool)
        {
            // true + 1 is true; true - 1 is false, false - 1 true.
            return SteppedByHand(unary, old => isIncrement ? Cs.Bool(true) : Cs.Not(old), isPrefix);
        }

        if (unary.Operand.Type.Canonical is PointerType { Pointee.Canonical: ArrayType inner })
        {
            Ex size = Scaled(Cs.Number(1) with { Const = 1 }, inner);
            return SteppedByHand(
                unary,
                old => Cs.Binary(old, isIncrement ? "+" : "-", size, Prec.Additive, type),
                isPrefix
            );
        }

        if (unary.Operand.Type.Canonical is PointerType pointer && IsBytePointer(pointer))
        {
            return SteppedByHand(
                unary,
                old =>
                    Cs.Cast(
                        type,
                        Cs.Binary(
                            Cs.Cast(CsType.BytePointer, old) with
                            {
                                Type = CsType.BytePointer,
                            },
                            isIncrement ? "+" : "-",
                            Cs.Number(1),
                            Prec.Additive,
                            CsType.BytePointer
                        )
                    ),
                isPrefix
            );
        }

        if (unary.Operand.Type.IsVolatile && !unary.Operand.IsBitField && IsReadAtOnce(type))
        {
            return VolatileStep(unary, isIncrement ? "+" : "-", isPrefix, type);
        }

        Ex place = Value(unary.Operand);
        return isPrefix ? Cs.Unary(op, place, type) : Cs.Postfix(place, op, type);
    }

    /// <summary>One read and one write, which nobody may merge with others.</summary>
    private Ex VolatileStep(UnaryExpr unary, string op, bool isPrefix, CsType type)
    {
        Ex place = FoundOnce(unary.Operand);
        Ex read = Cs.ReadVolatile(place, type);
        // of less than an int, the sum is an int
        Ex Stepped(Ex old) =>
            Cs.Binary(old, op, Cs.Number(1), Prec.Additive, PromotedType(type)) is var sum && sum.Type != type
                ? Cs.Cast(type, sum)
                : sum;
        if (unary == _statement)
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
        Ex place = FoundOnce(unary.Operand);
        if (unary == _statement || isPrefix)
        {
            return Cs.Assign(place, "=", next(place)) with { Type = place.Type };
        }

        Ex old = Save(place);
        Hoist(Cs.Assign(place, "=", next(old)));
        return old;
    }

    private Ex Binary(BinaryExpr binary)
    {
        switch (binary.Op)
        {
            case BinaryOp.Assign:
                return Assign(binary);
            case BinaryOp.Comma:
                return Comma(binary);
            case BinaryOp.LogicalAnd or BinaryOp.LogicalOr when binary.Type.Canonical is VectorType:
                return VectorLogic(binary);
            case not (BinaryOp.LogicalAnd or BinaryOp.LogicalOr)
                when IsStructValue(binary.Left.Type) || IsStructValue(binary.Right.Type):
                return StructArithmetic(binary);
            case BinaryOp.LogicalAnd
            or BinaryOp.LogicalOr
            or BinaryOp.Lt
            or BinaryOp.Gt
            or BinaryOp.Le
            or BinaryOp.Ge
            or BinaryOp.Eq
            or BinaryOp.Ne:
                return Condition(binary);
            case BinaryOp.Add
            or BinaryOp.Sub
                when binary.Left.Type.Canonical is PointerType || binary.Right.Type.Canonical is PointerType:
                return PointerArithmetic(binary);
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
            return Floating(extended, binary.Type);
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
        bool isConstant = sides[0].Const != null && sides[1].Const != null && !type.IsFloating;
        if (!isConstant)
        {
            if (Folding.Binary(binary.Op, type, left.Known, right.Known) is not { } exact)
            {
                return result;
            }

            long wrapped = Folding.Wrapped(exact, type);
            return Folding.Exact(wrapped, type) == exact
                ? result with
                {
                    Known = wrapped,
                }
                : Literal(wrapped, binary.Type) with
                {
                    Known = wrapped,
                };
        }

        // Two int constants are an int for C# even where C has converted them to something else, and overflow is an
        // error there.
        long? known =
            binary.Constant is { IsFloat: false } folded ? folded.Bits
            : Folding.Binary(binary.Op, type, sides[0].Const, sides[1].Const) is { } computed
                ? Folding.Wrapped(computed, type)
            : null;
        return known is not { } value ? result
            : type == CsType.Int && !Overflows(binary.Op, sides[0].Const!.Value, sides[1].Const!.Value)
                ? result with
                {
                    Const = value,
                    IsStable = true,
                }
            : type == CsType.UInt && value >= 0 && !Wraps(binary.Op, sides[0].Const!.Value, sides[1].Const!.Value)
                ? result with
                {
                    Type = CsType.UInt,
                    Const = value,
                    IsStable = true,
                    IsLoose = !IsExact(left, type) && !IsExact(right, type),
                }
            : Literal(value, binary.Type);
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
            _context.Diagnostics.Add(
                PortDiagnostic.Warning(
                    "PORT3047",
                    at.Span.Location,
                    $"an address beyond the parameter '{parameter.Name}': the other arguments are not there, va_start finds them"
                )
            );
        }
    }

    private Ex PointerArithmetic(BinaryExpr binary)
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
                ? InOrder(() => Value(pointer), () => IndexValue(index))
                : InOrder(() => IndexValue(index), () => Value(pointer));
        (Ex from, Ex by) = left is PointerType ? (sides[0], sides[1]) : (sides[1], sides[0]);
        from = Typed(from, type);
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
            type.Pointee.Canonical is ArrayType inner ? Scaled(by, inner) : by,
            Prec.Additive,
            Canonical(type)
        );
    }

    private static bool IsBytePointer(PointerType type) =>
        type.Pointee.Canonical is BuiltinType { Kind: BuiltinKind.Void } or FunctionType;

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
            return Cs.Binary(difference, "/", Scaled(Cs.Number(1), variable), Prec.Multiplicative, CsType.Int);
        }

        return
            type.Pointee.Canonical is ArrayType inner
            && Scaled(Cs.Number(1), inner).Node is not IntegerNode { IsPlain: true, Digits: "1" }
            ? Cs.Binary(difference, "/", Cs.Number(inner.Size / InnermostSize(inner)), Prec.Multiplicative, CsType.Int)
            : difference;
    }

    private static long InnermostSize(CType type) =>
        type.Canonical is ArrayType array ? InnermostSize(array.Element) : type.Size;

    private static (string Op, Prec Prec) Operator(BinaryOp op) =>
        op switch
        {
            BinaryOp.Mul => ("*", Prec.Multiplicative),
            BinaryOp.Div => ("/", Prec.Multiplicative),
            BinaryOp.Rem => ("%", Prec.Multiplicative),
            BinaryOp.Add => ("+", Prec.Additive),
            BinaryOp.Sub => ("-", Prec.Additive),
            BinaryOp.Shl => ("<<", Prec.Shift),
            BinaryOp.Shr => (">>", Prec.Shift),
            BinaryOp.Lt => ("<", Prec.Relational),
            BinaryOp.Gt => (">", Prec.Relational),
            BinaryOp.Le => ("<=", Prec.Relational),
            BinaryOp.Ge => (">=", Prec.Relational),
            BinaryOp.Eq => ("==", Prec.Equality),
            BinaryOp.Ne => ("!=", Prec.Equality),
            BinaryOp.And => ("&", Prec.And),
            BinaryOp.Xor => ("^", Prec.Xor),
            BinaryOp.Or => ("|", Prec.Or),
            BinaryOp.LogicalAnd => ("&&", Prec.AndAlso),
            BinaryOp.LogicalOr => ("||", Prec.OrElse),
            _ => throw new InvalidOperationException(op.ToString()),
        };
}
