using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>Floating point builtins of GCC (manual, "Floating-Point Classification"). Not for kernels, which have no
/// floating point.</summary>
internal static unsafe partial class rt
{
    private const ulong SignBit = 0x8000000000000000UL;
    private const ulong ExponentBits = 0x7ff0000000000000UL;

    private static ulong bits(double value) => *(ulong*)&value;

    private static double from_bits(ulong value) => *(double*)&value;

    /// <summary>What is no number, with its sign and payload (IEEE 754, 6.2.1).</summary>
    public static double nan(ulong bits) => from_bits(bits);

    public static float nan(uint bits) => *(float*)&bits;

    /// <summary>Takes a volatile object's value that nobody wants (rt.cs).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void read(double value) { }

    /// <summary>
    /// C's conversion of a number to int, of which the narrower types keep the low bits. C# would give the nearest int
    /// for a number that does not fit, which C leaves undefined (C11 6.3.1.4) and compilers leave to the processor.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int to_int(double value) => double.ConvertToIntegerNative<int>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int to_int(float value) => float.ConvertToIntegerNative<int>(value);

    /// <summary>What fits in an int is converted as one, -1.5 becomes 0xffffffff as well; the upper half of the range
    /// goes through the lower one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint to_uint(double value)
    {
        int low = double.ConvertToIntegerNative<int>(value);
        return (uint)(low | ((low >> 31) & double.ConvertToIntegerNative<int>(value - 2147483648.0)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint to_uint(float value)
    {
        int low = float.ConvertToIntegerNative<int>(value);
        return (uint)(low | ((low >> 31) & float.ConvertToIntegerNative<int>(value - 2147483648.0f)));
    }

    public static double fabs(double value) => from_bits(bits(value) & ~SignBit);

    public static float fabs(float value)
    {
        uint magnitude = *(uint*)&value & 0x7fffffff;
        return *(float*)&magnitude;
    }

    public static double copysign(double magnitude, double sign) =>
        from_bits((bits(magnitude) & ~SignBit) | (bits(sign) & SignBit));

    public static float copysign(float magnitude, float sign)
    {
        uint joined = (*(uint*)&magnitude & 0x7fffffff) | (*(uint*)&sign & 0x80000000);
        return *(float*)&joined;
    }

    public static int signbit(double value) => (bits(value) & SignBit) != 0 ? 1 : 0;

    public static int isnan(double value) => value != value ? 1 : 0;

    public static int isinf(double value) => (bits(value) & ~SignBit) == ExponentBits ? 1 : 0;

    public static int isinf_sign(double value) =>
        isinf(value) == 0 ? 0
        : signbit(value) != 0 ? -1
        : 1;

    public static int isfinite(double value) => (bits(value) & ExponentBits) != ExponentBits ? 1 : 0;

    public static int isnormal(double value) => isfinite(value) != 0 && (bits(value) & ExponentBits) != 0 ? 1 : 0;

    /// <summary>A float's own smallest normal number is not that of the double it converts to.</summary>
    public static int isnormal(float value) => ((*(uint*)&value >> 23) & 0xff) is not (0 or 0xff) ? 1 : 0;

    public static int iszero(double value) => value == 0 ? 1 : 0;

    public static int issubnormal(double value) => isfinite(value) != 0 && isnormal(value) == 0 && value != 0 ? 1 : 0;

    public static int issubnormal(float value) => isfinite(value) != 0 && isnormal(value) == 0 && value != 0 ? 1 : 0;

    public static int fpclassify(int nan, int infinite, int normal, int subnormal, int zero, double value) =>
        value != value ? nan
        : isinf(value) != 0 ? infinite
        : value == 0 ? zero
        : isnormal(value) != 0 ? normal
        : subnormal;

    public static int fpclassify(int nan, int infinite, int normal, int subnormal, int zero, float value) =>
        value != value ? nan
        : isinf(value) != 0 ? infinite
        : value == 0 ? zero
        : isnormal(value) != 0 ? normal
        : subnormal;

    public static int isgreater(double a, double b) => a > b ? 1 : 0;

    public static int isgreaterequal(double a, double b) => a >= b ? 1 : 0;

    public static int isless(double a, double b) => a < b ? 1 : 0;

    public static int islessequal(double a, double b) => a <= b ? 1 : 0;

    public static int islessgreater(double a, double b) => a < b || a > b ? 1 : 0;

    public static int isunordered(double a, double b) => a != a || b != b ? 1 : 0;
}
