using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Porting;

/// <summary>
/// C's long double on i386: x87's 80-bit format in 12 bytes, of which 10 count (System V ABI i386, "Fundamental
/// Types"). The x87 computes, by way of memory: every operation rounds to 64 bits of mantissa as the control word says.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4, Size = 12)]
internal unsafe struct long_double
{
    private ulong mantissa;
    private ushort sign_exponent;

    /// <summary>A constant that no double holds, by its bits.</summary>
    public static long_double of(ushort sign_exponent, ulong mantissa)
    {
        Unsafe.SkipInit(out long_double value);
        value.mantissa = mantissa;
        value.sign_exponent = sign_exponent;
        return value;
    }

    public readonly bool is_negative => (sign_exponent & 0x8000) != 0;

    private readonly int exponent => sign_exponent & 0x7fff;

    public readonly bool is_nan => exponent == 0x7fff && mantissa << 1 != 0;

    public readonly bool is_infinite => exponent == 0x7fff && mantissa << 1 == 0;

    public readonly bool is_finite => exponent != 0x7fff;

    public readonly bool is_normal => exponent is not (0 or 0x7fff);

    // ---- the x87's part: the back end knows these symbols

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.add")]
    private static extern void add(long_double* result, long_double* a, long_double* b);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.sub")]
    private static extern void sub(long_double* result, long_double* a, long_double* b);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.mul")]
    private static extern void mul(long_double* result, long_double* a, long_double* b);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.div")]
    private static extern void div(long_double* result, long_double* a, long_double* b);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.neg")]
    private static extern void neg(long_double* result, long_double* a);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.fabs")]
    private static extern void fabs(long_double* result, long_double* a);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.copysign")]
    private static extern void copysign(long_double* result, long_double* a, long_double* sign);

    /// <summary>1 less, 2 equal, 4 greater, 8 not comparable.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.compare")]
    private static extern int compare(long_double* a, long_double* b);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.from_int")]
    private static extern void from(long_double* result, int value);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.from_long")]
    private static extern void from(long_double* result, long value);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.from_ulong")]
    private static extern void from(long_double* result, ulong value);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.from_float")]
    private static extern void from(long_double* result, float* value);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.from_double")]
    private static extern void from(long_double* result, double* value);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.to_int")]
    private static extern int to_int(long_double* value);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.to_long")]
    private static extern long to_long(long_double* value);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.to_ulong")]
    private static extern ulong to_ulong(long_double* value);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.to_float")]
    private static extern void to_float(float* result, long_double* value);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "ld.to_double")]
    private static extern void to_double(double* result, long_double* value);

    // ---- operators

    public static long_double operator +(long_double a, long_double b)
    {
        Unsafe.SkipInit(out long_double result);
        add(&result, &a, &b);
        return result;
    }

    public static long_double operator -(long_double a, long_double b)
    {
        Unsafe.SkipInit(out long_double result);
        sub(&result, &a, &b);
        return result;
    }

    public static long_double operator *(long_double a, long_double b)
    {
        Unsafe.SkipInit(out long_double result);
        mul(&result, &a, &b);
        return result;
    }

    public static long_double operator /(long_double a, long_double b)
    {
        Unsafe.SkipInit(out long_double result);
        div(&result, &a, &b);
        return result;
    }

    public static long_double operator -(long_double a)
    {
        Unsafe.SkipInit(out long_double result);
        neg(&result, &a);
        return result;
    }

    public static long_double magnitude(long_double a)
    {
        Unsafe.SkipInit(out long_double result);
        fabs(&result, &a);
        return result;
    }

    /// <summary>The magnitude of one with the sign of another.</summary>
    public static long_double with_sign(long_double a, long_double sign)
    {
        Unsafe.SkipInit(out long_double result);
        copysign(&result, &a, &sign);
        return result;
    }

    public static long_double operator ++(long_double a) => a + 1;

    public static long_double operator --(long_double a) => a - 1;

    public static bool operator <(long_double a, long_double b) => (compare(&a, &b) & 1) != 0;

    public static bool operator >(long_double a, long_double b) => (compare(&a, &b) & 4) != 0;

    public static bool operator <=(long_double a, long_double b) => (compare(&a, &b) & 3) != 0;

    public static bool operator >=(long_double a, long_double b) => (compare(&a, &b) & 6) != 0;

    public static bool operator ==(long_double a, long_double b) => (compare(&a, &b) & 2) != 0;

    public static bool operator !=(long_double a, long_double b) => (compare(&a, &b) & 2) == 0;

    public static bool unordered(long_double a, long_double b) => (compare(&a, &b) & 8) != 0;

    // ---- conversions: every integer and every double is exact in 64 bits of mantissa

    public static implicit operator long_double(int value)
    {
        Unsafe.SkipInit(out long_double result);
        from(&result, value);
        return result;
    }

    public static implicit operator long_double(long value)
    {
        Unsafe.SkipInit(out long_double result);
        from(&result, value);
        return result;
    }

    public static implicit operator long_double(ulong value)
    {
        Unsafe.SkipInit(out long_double result);
        from(&result, value);
        return result;
    }

    public static implicit operator long_double(float value)
    {
        Unsafe.SkipInit(out long_double result);
        from(&result, &value);
        return result;
    }

    public static implicit operator long_double(double value)
    {
        Unsafe.SkipInit(out long_double result);
        from(&result, &value);
        return result;
    }

    public static implicit operator long_double(uint value) => (long)value;

    public static implicit operator long_double(byte value) => (int)value;

    public static implicit operator long_double(ushort value) => (int)value;

    public static implicit operator long_double(char value) => (int)value;

    public static explicit operator sbyte(long_double value) => (sbyte)to_int(&value);

    public static explicit operator byte(long_double value) => (byte)to_int(&value);

    public static explicit operator short(long_double value) => (short)to_int(&value);

    public static explicit operator ushort(long_double value) => (ushort)to_int(&value);

    public static explicit operator int(long_double value) => to_int(&value);

    public static explicit operator uint(long_double value) => (uint)to_long(&value);

    public static explicit operator long(long_double value) => to_long(&value);

    public static explicit operator ulong(long_double value) => to_ulong(&value);

    public static explicit operator float(long_double value)
    {
        Unsafe.SkipInit(out float result);
        to_float(&result, &value);
        return result;
    }

    public static explicit operator double(long_double value)
    {
        Unsafe.SkipInit(out double result);
        to_double(&result, &value);
        return result;
    }
}

/// <summary>Floating point builtins of GCC on long double.</summary>
internal static unsafe partial class rt
{
    public static long_double fabs(long_double value) => long_double.magnitude(value);

    public static long_double copysign(long_double magnitude, long_double sign) =>
        long_double.with_sign(magnitude, sign);

    public static int signbit(long_double value) => value.is_negative ? 1 : 0;

    public static int isnan(long_double value) => value.is_nan ? 1 : 0;

    public static int isinf(long_double value) => value.is_infinite ? 1 : 0;

    public static int isinf_sign(long_double value) =>
        !value.is_infinite ? 0
        : value.is_negative ? -1
        : 1;

    public static int isfinite(long_double value) => value.is_finite ? 1 : 0;

    public static int isnormal(long_double value) => value.is_normal ? 1 : 0;

    public static int iszero(long_double value) => value == 0 ? 1 : 0;

    public static int issubnormal(long_double value) => value.is_finite && !value.is_normal && value != 0 ? 1 : 0;

    public static int fpclassify(int nan, int infinite, int normal, int subnormal, int zero, long_double value) =>
        value.is_nan ? nan
        : value.is_infinite ? infinite
        : value == 0 ? zero
        : value.is_normal ? normal
        : subnormal;

    public static int isgreater(long_double a, long_double b) => a > b ? 1 : 0;

    public static int isgreaterequal(long_double a, long_double b) => a >= b ? 1 : 0;

    public static int isless(long_double a, long_double b) => a < b ? 1 : 0;

    public static int islessequal(long_double a, long_double b) => a <= b ? 1 : 0;

    public static int islessgreater(long_double a, long_double b) => a < b || a > b ? 1 : 0;

    public static int isunordered(long_double a, long_double b) => long_double.unordered(a, b) ? 1 : 0;
}
