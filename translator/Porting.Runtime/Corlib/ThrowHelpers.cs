using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>What is called where .NET would throw. There are no exceptions here: each says why and does not come
/// back.</summary>
internal static unsafe class ThrowHelpers
{
    /// <summary>Defined by the kernel: says the reason, a string with a zero at the end, and stops. In programs a
    /// trap.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "corlib_panic")]
    private static extern void Panic(byte* reason);

    [DoesNotReturn]
    internal static void ThrowIndexOutOfRangeException() => Stop("index out of range"u8);

    [DoesNotReturn]
    internal static void ThrowArgumentOutOfRangeException() => Stop("argument out of range"u8);

    [DoesNotReturn]
    internal static void ThrowPlatformNotSupportedException() => Stop("not supported on this platform"u8);

    // SAFETY: u8 literals have a zero behind them and live in read-only data.
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stop(ReadOnlySpan<byte> reason)
    {
        Panic((byte*)Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(reason)));
        for (; ; ) { }
    }
}
