namespace System;

// The compiler gives these types their contents: the keyword int IS System.Int32. Only constants that .NET has are
// declared.

public struct Void;

public readonly struct Boolean;

public readonly struct Char
{
    public const char MaxValue = '\uffff';
    public const char MinValue = '\0';
}

public readonly struct SByte
{
    public const sbyte MaxValue = 127;
    public const sbyte MinValue = -128;
}

public readonly struct Byte
{
    public const byte MaxValue = 255;
    public const byte MinValue = 0;
}

public readonly struct Int16
{
    public const short MaxValue = 32767;
    public const short MinValue = -32768;
}

public readonly struct UInt16
{
    public const ushort MaxValue = 65535;
    public const ushort MinValue = 0;
}

public readonly struct Int32
{
    public const int MaxValue = 0x7fffffff;
    public const int MinValue = unchecked((int)0x80000000);
}

public readonly struct UInt32
{
    public const uint MaxValue = 0xffffffff;
    public const uint MinValue = 0;
}

public readonly struct Int64
{
    public const long MaxValue = 0x7fffffffffffffff;
    public const long MinValue = unchecked((long)0x8000000000000000);
}

public readonly struct UInt64
{
    public const ulong MaxValue = 0xffffffffffffffff;
    public const ulong MinValue = 0;
}

// Floating point exists for programs that run hosted. Kernel text has none; the build checks it.

public readonly struct Single
{
    public const float MaxValue = 3.40282346638528859e+38f;
    public const float MinValue = -3.40282346638528859e+38f;
    public const float PositiveInfinity = 1.0f / 0.0f;
    public const float NegativeInfinity = -1.0f / 0.0f;
    public const float NaN = 0.0f / 0.0f;

    /// <summary>The processor's conversion, towards zero: what does not fit becomes its "integer indefinite" 0x80000000
    /// (Intel SDM, volume 1, 4.8.3.7). The compiler puts the instruction in its place.</summary>
    [System.Runtime.CompilerServices.Intrinsic]
    public static TInteger ConvertToIntegerNative<TInteger>(float value) => ConvertToIntegerNative<TInteger>(value);
}

public readonly struct Double
{
    public const double MaxValue = 1.7976931348623157E+308;
    public const double MinValue = -1.7976931348623157E+308;
    public const double PositiveInfinity = 1.0 / 0.0;
    public const double NegativeInfinity = -1.0 / 0.0;
    public const double NaN = 0.0 / 0.0;

    /// <summary>The processor's conversion, towards zero: what does not fit becomes its "integer indefinite" 0x80000000
    /// (Intel SDM, volume 1, 4.8.3.7). The compiler puts the instruction in its place.</summary>
    [System.Runtime.CompilerServices.Intrinsic]
    public static TInteger ConvertToIntegerNative<TInteger>(double value) => ConvertToIntegerNative<TInteger>(value);
}

/// <summary><c>nint</c>: as wide as a pointer.</summary>
public readonly unsafe struct IntPtr
{
    private readonly void* _value;
}

/// <summary><c>nuint</c>: as wide as a pointer.</summary>
public readonly unsafe struct UIntPtr
{
    private readonly void* _value;
}
