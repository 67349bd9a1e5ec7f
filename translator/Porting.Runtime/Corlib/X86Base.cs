using System.Runtime.CompilerServices;

namespace System.Runtime.Intrinsics.X86;

/// <summary>Single instructions that every i386 processor has. The bodies are replaced by the instruction.</summary>
[Intrinsic]
public abstract class X86Base
{
    public static bool IsSupported
    {
        [Intrinsic]
        get => IsSupported;
    }

    [Intrinsic]
    public static void Pause() => Pause();

    [Intrinsic]
    internal static uint BitScanForward(uint value) => BitScanForward(value);

    [Intrinsic]
    internal static uint BitScanReverse(uint value) => BitScanReverse(value);

    /// <summary>64 bits by 32. Raises #DE where the quotient does not fit, so <paramref name="upper"/> has to be less
    /// than the divisor.</summary>
    [Intrinsic]
    public static (uint Quotient, uint Remainder) DivRem(uint lower, uint upper, uint divisor) =>
        DivRem(lower, upper, divisor);
}
