using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>
/// Atomic operations on objects of 1, 2, 4 and 8 bytes (C11 7.17, GCC manual "Built-in Functions for Memory Model Aware
/// Atomic Operations"), all sequentially consistent. The back end knows them by name (AtomicIntrinsics).
/// </summary>
internal static unsafe partial class rt
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T load<T>(T* place)
        where T : unmanaged;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void store<T>(T* place, T value)
        where T : unmanaged;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T exchange<T>(T* place, T value)
        where T : unmanaged;

    /// <summary>The value found; desired was stored if that is the expected one.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T compare_value<T>(T* place, T expected, T desired)
        where T : unmanaged;

    /// <summary>C11 atomic_compare_exchange: on failure the value found goes to *expected.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool compare_exchange<T>(T* place, T* expected, T desired)
        where T : unmanaged;

    // fetch_add gives what was there, add_fetch what is there then.

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T fetch_add<T>(T* place, T value)
        where T : unmanaged;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T add_fetch<T>(T* place, T value)
        where T : unmanaged;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T fetch_sub<T>(T* place, T value)
        where T : unmanaged;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T sub_fetch<T>(T* place, T value)
        where T : unmanaged;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T fetch_and<T>(T* place, T value)
        where T : unmanaged;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T and_fetch<T>(T* place, T value)
        where T : unmanaged;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T fetch_or<T>(T* place, T value)
        where T : unmanaged;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T or_fetch<T>(T* place, T value)
        where T : unmanaged;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T fetch_xor<T>(T* place, T value)
        where T : unmanaged;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T xor_fetch<T>(T* place, T value)
        where T : unmanaged;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T fetch_nand<T>(T* place, T value)
        where T : unmanaged;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T nand_fetch<T>(T* place, T value)
        where T : unmanaged;
}
