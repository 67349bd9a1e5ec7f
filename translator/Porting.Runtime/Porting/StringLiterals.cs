using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>C's string literals: <c>"text"</c> in C is <c>T("text"u8)</c> here.</summary>
internal static unsafe class StringLiterals
{
    /// <summary>
    /// The address of a literal's first byte. The compiler lays <c>u8</c> literals out as read-only data with a zero
    /// byte behind them (C# reference, "UTF-8 string literals"), which is what C wants; nothing is copied.
    /// </summary>
    // SAFETY: holds for constant literals only. A span over other memory need not be terminated, nor stay where it is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static sbyte* T(System.ReadOnlySpan<byte> literal) =>
        (sbyte*)Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(literal));

    /// <summary>Wide literals, of 32 or 16 bits each, their terminating zero written out.</summary>
    // SAFETY: for constant arrays only, which the compiler lays out as read-only data.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int* W(System.ReadOnlySpan<int> literal) =>
        (int*)Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(literal));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort* W(System.ReadOnlySpan<ushort> literal) =>
        (ushort*)Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(literal));
}
