using System.Reflection.Metadata;
using Porting.Backend.Il;
using Porting.Backend.Types;

namespace Porting.Backend.Data;

/// <summary>Numbers, as the target computes with them; of addresses what the linker can do: adding a number, and the
/// distance between two places of one object.</summary>
internal sealed partial class Evaluator
{
    private bool Arithmetic(Frame frame, Instruction i)
    {
        if (Conversion(i.Op) is { } to)
        {
            frame.Push(Convert(frame.Pop(), to, i.Op == ILOpCode.Conv_r_un));
            return true;
        }

        switch (i.Op)
        {
            case ILOpCode.Neg:
                Datum negated = Plain(frame.Pop());
                frame.Push(
                    negated.IsFloat
                        ? (negated.Kind == Kind.F32 ? Datum.Real32(-(float)negated.Real) : Datum.Real64(-negated.Real))
                        : Datum.Whole(negated.Kind, unchecked(-negated.Number))
                );
                return true;
            case ILOpCode.Not:
                Datum inverted = Plain(frame.Pop());
                frame.Push(Datum.Whole(inverted.Kind, ~inverted.Number));
                return true;
            case ILOpCode.Ceq or ILOpCode.Cgt or ILOpCode.Cgt_un or ILOpCode.Clt or ILOpCode.Clt_un:
                Datum second = frame.Pop(),
                    first = frame.Pop();
                frame.Push(Datum.Int(Holds(Branching(i.Op), first, second) ? 1 : 0));
                return true;
            case >= ILOpCode.Add and <= ILOpCode.Shr_un:
                Datum right = frame.Pop(),
                    left = frame.Pop();
                frame.Push(Binary(i.Op, left, right));
                return true;
            default:
                return false;
        }
    }

    private static ILOpCode Branching(ILOpCode comparison) =>
        comparison switch
        {
            ILOpCode.Ceq => ILOpCode.Beq,
            ILOpCode.Cgt => ILOpCode.Bgt,
            ILOpCode.Cgt_un => ILOpCode.Bgt_un,
            ILOpCode.Clt => ILOpCode.Blt,
            _ => ILOpCode.Blt_un,
        };

    private static Datum Plain(Datum value) =>
        value.Base == null
            ? value
            : throw new EvaluationException("an address is computed with in a way that the linker cannot follow");

    private static Datum Binary(ILOpCode op, Datum left, Datum right)
    {
        if (left.Base != null || right.Base != null)
        {
            return OfAddresses(op, left, right);
        }

        if (left.IsFloat)
        {
            return Reals(op, left, right);
        }

        Kind kind =
            op is ILOpCode.Shl or ILOpCode.Shr or ILOpCode.Shr_un ? left.Kind
            : left.Kind == Kind.I64 || right.Kind == Kind.I64 ? Kind.I64
            : left.Kind == Kind.Ptr || right.Kind == Kind.Ptr ? Kind.Ptr
            : Kind.I32;
        return Datum.Whole(kind, Wholes(op, left, right));
    }

    private static Datum OfAddresses(ILOpCode op, Datum left, Datum right) =>
        op switch
        {
            ILOpCode.Add when right.Base == null => left with { Number = left.Number + right.Number },
            ILOpCode.Add when left.Base == null => right with { Number = left.Number + right.Number },
            ILOpCode.Sub when right.Base == null => left with { Number = left.Number - right.Number },
            ILOpCode.Sub when Equals(left.Base, right.Base) => Datum.Int(left.Number - right.Number),
            _ => Plain(left.Base == null ? right : left),
        };

    private static long Wholes(ILOpCode op, Datum left, Datum right)
    {
        bool isWide = left.Kind == Kind.I64;
        int count = (int)right.Number & (isWide ? 63 : 31);
        if (op is ILOpCode.Div or ILOpCode.Rem or ILOpCode.Div_un or ILOpCode.Rem_un && right.Number == 0)
        {
            throw new EvaluationException("a number is divided by zero");
        }

        return unchecked(
            op switch
            {
                ILOpCode.Add => left.Number + right.Number,
                ILOpCode.Sub => left.Number - right.Number,
                ILOpCode.Mul => left.Number * right.Number,
                ILOpCode.Div => right.Number == -1 ? -left.Number : left.Number / right.Number,
                ILOpCode.Rem => right.Number == -1 ? 0 : left.Number % right.Number,
                ILOpCode.Div_un => (long)(left.Unsigned / right.Unsigned),
                ILOpCode.Rem_un => (long)(left.Unsigned % right.Unsigned),
                ILOpCode.And => left.Number & right.Number,
                ILOpCode.Or => left.Number | right.Number,
                ILOpCode.Xor => left.Number ^ right.Number,
                ILOpCode.Shl => left.Number << count,
                ILOpCode.Shr => left.Number >> count,
                _ => (long)(left.Unsigned >> count),
            }
        );
    }

    private static Datum Reals(ILOpCode op, Datum left, Datum right)
    {
        double value = op switch
        {
            ILOpCode.Add => left.Real + right.Real,
            ILOpCode.Sub => left.Real - right.Real,
            ILOpCode.Mul => left.Real * right.Real,
            ILOpCode.Div => left.Real / right.Real,
            _ => left.Real % right.Real,
        };
        if (double.IsNaN(value) && !double.IsNaN(left.Real) && !double.IsNaN(right.Real))
        {
            value = BitConverter.Int64BitsToDouble(0x7ff8000000000000); // clang's; the processor's has a sign
        }

        return left.Kind == Kind.F32 && right.Kind == Kind.F32 ? Datum.Real32((float)value) : Datum.Real64(value);
    }

    private static bool Holds(ILOpCode op, Datum left, Datum right)
    {
        if (left.IsFloat)
        {
            return op switch
            {
                ILOpCode.Beq => left.Real == right.Real,
                ILOpCode.Bne_un => left.Real != right.Real,
                ILOpCode.Bge => left.Real >= right.Real,
                ILOpCode.Bgt => left.Real > right.Real,
                ILOpCode.Ble => left.Real <= right.Real,
                ILOpCode.Blt => left.Real < right.Real,
                ILOpCode.Bge_un => !(left.Real < right.Real),
                ILOpCode.Bgt_un => !(left.Real <= right.Real),
                ILOpCode.Ble_un => !(left.Real > right.Real),
                _ => !(left.Real >= right.Real),
            };
        }

        if (!Equals(left.Base, right.Base))
        {
            Datum address = left.Base != null ? left : right,
                other = left.Base != null ? right : left;
            return other is { Base: null, Number: 0 } && op is ILOpCode.Beq or ILOpCode.Bne_un or ILOpCode.Bgt_un
                ? IsTrue(address) == (op != ILOpCode.Beq)
                : throw new EvaluationException("addresses of different objects are compared");
        }

        return op switch
        {
            ILOpCode.Beq => left.Number == right.Number,
            ILOpCode.Bne_un => left.Number != right.Number,
            ILOpCode.Bge => left.Number >= right.Number,
            ILOpCode.Bgt => left.Number > right.Number,
            ILOpCode.Ble => left.Number <= right.Number,
            ILOpCode.Blt => left.Number < right.Number,
            ILOpCode.Bge_un => left.Unsigned >= right.Unsigned,
            ILOpCode.Bgt_un => left.Unsigned > right.Unsigned,
            ILOpCode.Ble_un => left.Unsigned <= right.Unsigned,
            _ => left.Unsigned < right.Unsigned,
        };
    }

    private static Primitive? Conversion(ILOpCode op) =>
        op switch
        {
            ILOpCode.Conv_i1 => Primitive.SByte,
            ILOpCode.Conv_u1 => Primitive.Byte,
            ILOpCode.Conv_i2 => Primitive.Int16,
            ILOpCode.Conv_u2 => Primitive.UInt16,
            ILOpCode.Conv_i4 => Primitive.Int32,
            ILOpCode.Conv_u4 => Primitive.UInt32,
            ILOpCode.Conv_i8 => Primitive.Int64,
            ILOpCode.Conv_u8 => Primitive.UInt64,
            ILOpCode.Conv_i => Primitive.IntPtr,
            ILOpCode.Conv_u => Primitive.UIntPtr,
            ILOpCode.Conv_r4 => Primitive.Single,
            ILOpCode.Conv_r8 or ILOpCode.Conv_r_un => Primitive.Double,
            _ => null,
        };

    private Datum Convert(Datum value, Primitive to, bool isUnsigned)
    {
        if (value.Base != null)
        {
            return Layouts.Of(new PrimitiveType(to)).Size == module.Target.PointerSize && to is not Primitive.Single
                ? value
                : Plain(value);
        }

        if (value.IsFloat)
        {
            return FromReal(value.Real, to);
        }

        long number = value.Number;
        return to switch
        {
            Primitive.SByte => Datum.Int((sbyte)number),
            Primitive.Byte => Datum.Int((byte)number),
            Primitive.Int16 => Datum.Int((short)number),
            Primitive.UInt16 => Datum.Int((ushort)number),
            Primitive.Int64 => Datum.Whole(Kind.I64, number),
            Primitive.UInt64 => Datum.Whole(Kind.I64, (long)value.Unsigned),
            Primitive.Single => Datum.Real32(isUnsigned ? value.Unsigned : number),
            Primitive.Double => Datum.Real64(isUnsigned ? value.Unsigned : number),
            _ => Datum.Whole(
                module.Target.PointerSize == 8 && to is Primitive.IntPtr or Primitive.UIntPtr ? Kind.I64 : Kind.I32,
                number
            ),
        };
    }

    private static Datum FromReal(double real, Primitive to) =>
        to switch
        {
            Primitive.Single => Datum.Real32((float)real),
            Primitive.Double => Datum.Real64(real),
            Primitive.Int64 => Datum.Whole(Kind.I64, (long)real),
            Primitive.UInt64 => Datum.Whole(Kind.I64, (long)(ulong)real),
            Primitive.SByte => Datum.Int((sbyte)(int)real),
            Primitive.Byte => Datum.Int((byte)(int)real),
            Primitive.Int16 => Datum.Int((short)(int)real),
            Primitive.UInt16 => Datum.Int((ushort)(int)real),
            Primitive.UInt32 => Datum.Int((int)(uint)(long)real),
            _ => Datum.Int((int)(long)real),
        };
}
