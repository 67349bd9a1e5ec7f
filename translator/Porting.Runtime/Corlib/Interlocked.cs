using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>
/// Atomic read-modify-write: one instruction with a LOCK prefix each (Intel SDM vol. 3, "Locked Atomic Operations").
/// The bodies are replaced by the instruction. There are no 64-bit ones: the compiler has none for this processor.
/// </summary>
public static class Interlocked
{
    [Intrinsic]
    public static int CompareExchange(ref int location1, int value, int comparand) =>
        CompareExchange(ref location1, value, comparand);

    [Intrinsic]
    public static uint CompareExchange(ref uint location1, uint value, uint comparand) =>
        CompareExchange(ref location1, value, comparand);

    [Intrinsic]
    public static byte CompareExchange(ref byte location1, byte value, byte comparand) =>
        CompareExchange(ref location1, value, comparand);

    [Intrinsic]
    public static int Exchange(ref int location1, int value) => Exchange(ref location1, value);

    [Intrinsic]
    public static byte Exchange(ref byte location1, byte value) => Exchange(ref location1, value);

    public static uint Exchange(ref uint location1, uint value) =>
        (uint)Exchange(ref Unsafe.As<uint, int>(ref location1), (int)value);

    [Intrinsic]
    internal static int ExchangeAdd(ref int location1, int value) => ExchangeAdd(ref location1, value);

    /// <summary>The new value.</summary>
    public static int Add(ref int location1, int value) => ExchangeAdd(ref location1, value) + value;

    public static uint Add(ref uint location1, uint value) =>
        (uint)Add(ref Unsafe.As<uint, int>(ref location1), (int)value);

    public static int Increment(ref int location) => Add(ref location, 1);

    public static int Decrement(ref int location) => Add(ref location, -1);

    /// <summary>The value before.</summary>
    [Intrinsic]
    public static int And(ref int location1, int value) => And(ref location1, value);

    /// <summary>The value before.</summary>
    [Intrinsic]
    public static int Or(ref int location1, int value) => Or(ref location1, value);

    [Intrinsic]
    public static void MemoryBarrier() => MemoryBarrier();
}
