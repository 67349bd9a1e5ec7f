using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>
/// What ilc calls where .NET would throw. There are no exceptions here: each says why and does not come back. The names
/// are ilc's; it looks up those it needs.
/// </summary>
internal static unsafe class ThrowHelpers
{
    /// <summary>Defined by the kernel (or the hosted runtime): prints the reason and stops. Managed convention, the
    /// reason in ECX, a string with a zero at the end.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "corlib_panic")]
    private static extern void Panic(byte* reason);

    [DoesNotReturn]
    internal static void ThrowIndexOutOfRangeException() => Stop("index out of range"u8);

    [DoesNotReturn]
    internal static void ThrowArgumentOutOfRangeException() => Stop("argument out of range"u8);

    [DoesNotReturn]
    internal static void ThrowPlatformNotSupportedException() => Stop("not supported on this platform"u8);

    [DoesNotReturn]
    internal static void ThrowOverflowException() => Stop("arithmetic overflow in a checked expression"u8);

    [DoesNotReturn]
    private static void ThrowDivideByZeroException() => Stop("division by zero"u8);

    [DoesNotReturn]
    private static void ThrowNullReferenceException() => Stop("null reference"u8);

    [DoesNotReturn]
    private static void ThrowArgumentException() => Stop("bad argument"u8);

    [DoesNotReturn]
    private static void ThrowNotImplementedException() => Stop("not implemented"u8);

    // The rest stand in bodies that the compiler could not compile or took out as unreachable.

    [DoesNotReturn]
    private static void ThrowInvalidProgramException() => Stop("invalid program"u8);

    [DoesNotReturn]
    private static void ThrowInvalidProgramExceptionWithArgument() => Stop("invalid program"u8);

    [DoesNotReturn]
    private static void ThrowTypeLoadException() => Stop("a type could not be loaded"u8);

    [DoesNotReturn]
    private static void ThrowTypeLoadExceptionWithArgument() => Stop("a type could not be loaded"u8);

    [DoesNotReturn]
    private static void ThrowBodyRemoved() => Stop("this method body was removed as unreachable"u8);

    [DoesNotReturn]
    private static void ThrowInstanceBodyRemoved() => Stop("this method body was removed as unreachable"u8);

    [DoesNotReturn]
    private static void ThrowFeatureBodyRemoved() => Stop("this method body was removed as unreachable"u8);

    [DoesNotReturn]
    private static void ThrowUnavailableType() => Stop("a type is not available"u8);

    /// <summary>A stack frame's guard value was overwritten: the compiler calls it, in functions with buffers, before
    /// they return.</summary>
    [RuntimeExport("RhpFallbackFailFast")]
    [DoesNotReturn]
    private static void FailFast() => Stop("stack buffer overrun"u8);

    // SAFETY: u8 literals have a zero behind them and live in read-only data.
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stop(ReadOnlySpan<byte> reason)
    {
        Panic((byte*)Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(reason)));
        for (; ; ) { }
    }
}
