using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>Atomic operations on structs of 3, 5, 6 and 7 bytes, whose objects clang pads to 4 or 8: on all of these, the
/// padding zero, so that equal values are equal objects.</summary>
internal static unsafe class atomic_padded
{
    public static T load<T>(T* place)
        where T : unmanaged
    {
        if (sizeof(T) < 4)
        {
            uint word = rt.load<uint>((uint*)place);
            return *(T*)&word;
        }

        ulong words = rt.load<ulong>((ulong*)place);
        return *(T*)&words;
    }

    public static void store<T>(T* place, T value)
        where T : unmanaged => exchange(place, value);

    public static T exchange<T>(T* place, T value)
        where T : unmanaged
    {
        ulong words = Padded(value);
        words = sizeof(T) < 4 ? rt.exchange<uint>((uint*)place, (uint)words) : rt.exchange<ulong>((ulong*)place, words);
        return *(T*)&words;
    }

    public static bool compare_exchange<T>(T* place, T* expected, T desired)
        where T : unmanaged
    {
        ulong wanted = Padded(*expected);
        ulong words = Padded(desired);
        bool isSame =
            sizeof(T) < 4
                ? rt.compare_exchange<uint>((uint*)place, (uint*)&wanted, (uint)words)
                : rt.compare_exchange<ulong>((ulong*)place, &wanted, words);
        if (!isSame)
        {
            *expected = *(T*)&wanted;
        }

        return isSame;
    }

    private static ulong Padded<T>(T value)
        where T : unmanaged
    {
        ulong words = 0;
        *(T*)&words = value;
        return words;
    }
}
