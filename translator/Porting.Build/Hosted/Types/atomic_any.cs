using System.Runtime;
using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>Atomic operations on objects of a size that the processor has no instruction for: by libatomic, which every
/// compiler's code calls for them, so that all take the same locks.</summary>
internal static unsafe class atomic_any
{
    /// <summary>__ATOMIC_SEQ_CST.</summary>
    private const int Order = 5;

    // "GCC Atomic Library Interface".

    [MethodImpl(MethodImplOptions.InternalCall), Function("__atomic_load", "iiii_v")]
    private static extern void load(uint size, void* place, void* result, int order);

    [MethodImpl(MethodImplOptions.InternalCall), Function("__atomic_store", "iiii_v")]
    private static extern void store(uint size, void* place, void* value, int order);

    [MethodImpl(MethodImplOptions.InternalCall), Function("__atomic_exchange", "iiiii_v")]
    private static extern void exchange(uint size, void* place, void* value, void* result, int order);

    [MethodImpl(MethodImplOptions.InternalCall), Function("__atomic_compare_exchange", "iiiiii_B")]
    private static extern bool compare_exchange(
        uint size,
        void* place,
        void* expected,
        void* desired,
        int success,
        int failure
    );

    public static T load<T>(T* place)
        where T : unmanaged
    {
        Unsafe.SkipInit(out T result);
        load((uint)sizeof(T), place, &result, Order);
        return result;
    }

    public static void store<T>(T* place, T value)
        where T : unmanaged => store((uint)sizeof(T), place, &value, Order);

    public static T exchange<T>(T* place, T value)
        where T : unmanaged
    {
        Unsafe.SkipInit(out T result);
        exchange((uint)sizeof(T), place, &value, &result, Order);
        return result;
    }

    public static bool compare_exchange<T>(T* place, T* expected, T desired)
        where T : unmanaged => compare_exchange((uint)sizeof(T), place, expected, &desired, Order, Order);
}
