using System.Numerics;
using System.Runtime;
using System.Runtime.Intrinsics.X86;

namespace Porting;

/// <summary>64-bit division under the names that every C compiler calls it by (libgcc, "Routines for integer
/// arithmetic"), for kernels that do not bring them: the processor divides 64 bits by 32 at most. Division by zero raises
/// #DE in the processor, as it does for 32 bits.</summary>
internal static class LongDivision
{
    [Function("__udivdi3", "ll_l", IsWeak = true)]
    private static ulong Quotient(ulong dividend, ulong divisor) => Divide(dividend, divisor);

    [Function("__umoddi3", "ll_l", IsWeak = true)]
    private static ulong Remainder(ulong dividend, ulong divisor) => dividend - Divide(dividend, divisor) * divisor;

    [Function("__divdi3", "ll_l", IsWeak = true)]
    private static long QuotientSigned(long dividend, long divisor)
    {
        ulong quotient = Divide(Magnitude(dividend), Magnitude(divisor));
        return (dividend ^ divisor) < 0 ? -(long)quotient : (long)quotient;
    }

    /// <summary>The remainder has the sign of the dividend (C11 6.5.5).</summary>
    [Function("__moddi3", "ll_l", IsWeak = true)]
    private static long RemainderSigned(long dividend, long divisor)
    {
        ulong remainder = Remainder(Magnitude(dividend), Magnitude(divisor));
        return dividend < 0 ? -(long)remainder : (long)remainder;
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
