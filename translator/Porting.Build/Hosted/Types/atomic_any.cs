using System.Runtime;
using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>Atomic operations on objects of a size that the processor has no instruction for: by libatomic, which every
/// compiler's code calls for them, so that all take the same locks.</summary>
internal static unsafe class atomic_any
{
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "atomic_any.load")]
    private static extern void load(void* place, void* result, uint size);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "atomic_any.store")]
    private static extern void store(void* place, void* value, uint size);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "atomic_any.exchange")]
    private static extern void exchange(void* place, void* value, uint size, void* result);

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "atomic_any.compare_exchange")]
    private static extern bool compare_exchange(void* place, void* expected, uint size, void* desired);

    public static T load<T>(T* place)
        where T : unmanaged
    {
        Unsafe.SkipInit(out T result);
        load(place, &result, (uint)sizeof(T));
        return result;
    }

    public static void store<T>(T* place, T value)
        where T : unmanaged => store(place, &value, (uint)sizeof(T));

    public static T exchange<T>(T* place, T value)
        where T : unmanaged
    {
        Unsafe.SkipInit(out T result);
        exchange(place, &value, (uint)sizeof(T), &result);
        return result;
    }

    public static bool compare_exchange<T>(T* place, T* expected, T desired)
        where T : unmanaged => compare_exchange(place, expected, (uint)sizeof(T), &desired);
}
