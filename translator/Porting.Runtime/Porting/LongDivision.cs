using System;
using System.Runtime;

namespace Porting;

/// <summary>64-bit division under the names that every C compiler calls it by (libgcc, "Routines for integer
/// arithmetic"), for kernels that do not bring them.</summary>
internal static class LongDivision
{
    [Function("__udivdi3", "ll_l", IsWeak = true)]
    private static ulong Divide(ulong dividend, ulong divisor) => Math.DivUInt64(dividend, divisor);

    [Function("__umoddi3", "ll_l", IsWeak = true)]
    private static ulong Remainder(ulong dividend, ulong divisor) => Math.ModUInt64(dividend, divisor);

    [Function("__divdi3", "ll_l", IsWeak = true)]
    private static long DivideSigned(long dividend, long divisor) => Math.DivInt64(dividend, divisor);

    [Function("__moddi3", "ll_l", IsWeak = true)]
    private static long RemainderSigned(long dividend, long divisor) => Math.ModInt64(dividend, divisor);
}
