using System.Numerics;
using Porting.Clang.Ast;
using Porting.Translator.CSharp;

namespace Porting.Translator.Lower;

/// <summary>
/// What the C# compiler finds out about constants. It computes them as mathematics has them and refuses what the type
/// cannot hold; the translator has to know as much as it does, also where clang, because of a side effect beside, does
/// not call the whole a constant. Values of ulong beyond the range of long are their two's complement.
/// </summary>
internal static class Folding
{
    public static BigInteger Exact(long value, CsType type) => type == CsType.ULong ? (ulong)value : value;

    /// <summary>The value as the type holds it.</summary>
    public static long Wrapped(BigInteger value, CsType type) =>
        type.Kind switch
        {
            TypeKind.SByte => (sbyte)(long)(value & 0xff),
            TypeKind.Byte => (byte)(long)(value & 0xff),
            TypeKind.Short => (short)(long)(value & 0xffff),
            TypeKind.UShort or TypeKind.Char => (ushort)(long)(value & 0xffff),
            TypeKind.Int => (int)(uint)(value & uint.MaxValue),
            TypeKind.UInt => (uint)(value & uint.MaxValue),
            _ => (long)(ulong)(value & ulong.MaxValue),
        };

    /// <summary>The mathematical result of an operator on two values of a type; null where one is unknown or there is
    /// none.</summary>
    public static BigInteger? Binary(BinaryOp op, CsType type, long? left, long? right)
    {
        if (left == null || right == null || type.IsFloating)
        {
            return null;
        }

        BigInteger a = Exact(left.Value, type);
        BigInteger b = Exact(right.Value, type);
        return op switch
        {
            BinaryOp.Add => a + b,
            BinaryOp.Sub => a - b,
            BinaryOp.Mul => a * b,
            BinaryOp.Div => b.IsZero ? null : BigInteger.Divide(a, b),
            BinaryOp.Rem => b.IsZero ? null : BigInteger.Remainder(a, b),
            BinaryOp.And => a & b,
            BinaryOp.Or => a | b,
            BinaryOp.Xor => a ^ b,
            _ => null,
        };
    }

    /// <summary>A shift; the count is masked as C# does.</summary>
    public static long? Shift(BinaryOp op, CsType type, long? left, long? count)
    {
        if (left == null || count == null)
        {
            return null;
        }

        int by = (int)count.Value & (type.Is64Bits ? 63 : 31);
        BigInteger value = Exact(left.Value, type);
        return Wrapped(op == BinaryOp.Shl ? value << by : value >> by, type);
    }

    /// <summary>A comparison as 0 or 1.</summary>
    public static long? Compare(BinaryOp op, CsType leftType, long? left, CsType rightType, long? right)
    {
        if (
            left == null
            || right == null
            || leftType.IsNone
            || rightType.IsNone
            || leftType.IsFloating
            || rightType.IsFloating
        )
        {
            return null;
        }

        int order = Exact(left.Value, leftType).CompareTo(Exact(right.Value, rightType));
        bool holds = op switch
        {
            BinaryOp.Lt => order < 0,
            BinaryOp.Gt => order > 0,
            BinaryOp.Le => order <= 0,
            BinaryOp.Ge => order >= 0,
            BinaryOp.Eq => order == 0,
            _ => order != 0,
        };
        return holds ? 1 : 0;
    }
}
