using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace System;

/// <summary>
/// Integer arithmetic. The four methods named Div/Mod are what the compiler calls for <c>/</c> and <c>%</c> on 64 bits:
/// the processor divides 64 bits by 32 at most. Division by zero raises #DE in the processor, as it does for 32 bits.
/// </summary>
public static class Math
{
    public static int Abs(int value) => value < 0 ? -value : value;

    public static int Max(int val1, int val2) => val1 >= val2 ? val1 : val2;

    public static uint Max(uint val1, uint val2) => val1 >= val2 ? val1 : val2;

    public static long Max(long val1, long val2) => val1 >= val2 ? val1 : val2;

    public static ulong Max(ulong val1, ulong val2) => val1 >= val2 ? val1 : val2;

    public static int Min(int val1, int val2) => val1 <= val2 ? val1 : val2;

    public static uint Min(uint val1, uint val2) => val1 <= val2 ? val1 : val2;

    public static long Min(long val1, long val2) => val1 <= val2 ? val1 : val2;

    public static ulong Min(ulong val1, ulong val2) => val1 <= val2 ? val1 : val2;

    /// <summary>The processor's square root; the compiler puts the instruction in its place.</summary>
    [System.Runtime.CompilerServices.Intrinsic]
    public static double Sqrt(double d) => Sqrt(d);

    internal static ulong DivUInt64(ulong dividend, ulong divisor) => Divide(dividend, divisor);

    internal static ulong ModUInt64(ulong dividend, ulong divisor) => dividend - Divide(dividend, divisor) * divisor;

    internal static long DivInt64(long dividend, long divisor)
    {
        ulong quotient = Divide(Magnitude(dividend), Magnitude(divisor));
        return (dividend ^ divisor) < 0 ? -(long)quotient : (long)quotient;
    }

    /// <summary>The remainder has the sign of the dividend (C11 6.5.5).</summary>
    internal static long ModInt64(long dividend, long divisor)
    {
        ulong remainder = ModUInt64(Magnitude(dividend), Magnitude(divisor));
        return dividend < 0 ? -(long)remainder : (long)remainder;
    }

    /// <summary>What the compiler calls for checked products; the size of a stackalloc is one.</summary>
    private static long MultiplyChecked(long left, long right)
    {
        long product = left * right;
        bool isNegative = (left ^ right) < 0;
        ulong magnitude = MultiplyChecked(Magnitude(left), Magnitude(right));
        if (magnitude > (ulong)long.MaxValue + (isNegative ? 1UL : 0UL))
        {
            Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowOverflowException();
        }

        return product;
    }

    private static ulong MultiplyChecked(ulong left, ulong right)
    {
        ulong product = left * right;
        if (left != 0 && Divide(product, left) != right)
        {
            Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowOverflowException();
        }

        return product;
    }

    private static ulong Magnitude(long value) => value < 0 ? (ulong)-value : (ulong)value;

    private static ulong Divide(ulong dividend, ulong divisor) =>
        divisor >> 32 == 0 ? DivideByWord(dividend, (uint)divisor) : DivideByLong(dividend, divisor);

    /// <summary>School division with digits of 32 bits: the remainder of the high digit goes in front of the low one,
    /// so that neither step can overflow.</summary>
    private static ulong DivideByWord(ulong dividend, uint divisor)
    {
        uint high = (uint)(dividend >> 32);
        uint quotientHigh = high / divisor;
        uint quotientLow = X86Base.DivRem((uint)dividend, high - quotientHigh * divisor, divisor).Quotient;
        return ((ulong)quotientHigh << 32) | quotientLow;
    }

    /// <summary>
    /// The quotient has one digit. It is estimated from the divisor's upper 32 significant bits and half the dividend
    /// (so that the processor's division cannot overflow); the estimate is never too small and too large by one at
    /// most, which one multiplication finds out. Warren, Hacker's Delight, section 9-5.
    /// </summary>
    private static ulong DivideByLong(ulong dividend, ulong divisor)
    {
        int shift = BitOperations.LeadingZeroCount((uint)(divisor >> 32));
        uint digit = (uint)(divisor << shift >> 32);
        ulong half = dividend >> 1;
        ulong estimate = X86Base.DivRem((uint)half, (uint)(half >> 32), digit).Quotient;
        ulong quotient = estimate << shift >> 31;
        if (quotient != 0)
        {
            quotient--;
        }

        return dividend - quotient * divisor >= divisor ? quotient + 1 : quotient;
    }
}
