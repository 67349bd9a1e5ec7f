using System.Numerics;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>
/// What translated code calls for what C has and C# lacks. The back end knows the imported symbols. Lower case, because
/// the callers are generated and read as C.
/// </summary>
internal static unsafe partial class rt
{
    /// <summary>C's struct assignment. The areas are the same or do not overlap.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.memcpy")]
    public static extern void copy(void* destination, void* source, uint sizeBytes);

    /// <summary>Copy between areas that may overlap.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.memmove")]
    public static extern void move(void* destination, void* source, uint sizeBytes);

    /// <summary>Fill with one byte.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.memset")]
    public static extern void fill(void* destination, int value, uint sizeBytes);

    /// <summary>All bits zero, as C initialises what an initialiser leaves out.</summary>
    public static void zero(void* destination, uint sizeBytes) => fill(destination, 0, sizeBytes);

    /// <summary>memcmp: the sign of the first difference, as unsigned bytes.</summary>
    public static int compare(void* left, void* right, uint sizeBytes)
    {
        byte* a = (byte*)left;
        byte* b = (byte*)right;
        for (uint i = 0; i < sizeBytes; i++)
            if (a[i] != b[i])
                return a[i] < b[i] ? -1 : 1;
        return 0;
    }

    /// <summary>ffs: one more than the index of the lowest bit set, 0 for 0.</summary>
    public static int ffs(int value) => value == 0 ? 0 : BitOperations.TrailingZeroCount((uint)value) + 1;

    public static int ffs(long value) => value == 0 ? 0 : BitOperations.TrailingZeroCount((ulong)value) + 1;

    /// <summary>1 when an odd number of bits is set.</summary>
    public static int parity(uint value) => BitOperations.PopCount(value) & 1;

    public static int parity(ulong value) => BitOperations.PopCount(value) & 1;

    /// <summary>How many bits below the sign bit are copies of it.</summary>
    public static int clrsb(int value) => BitOperations.LeadingZeroCount((uint)(value ^ (value >> 31))) - 1;

    public static int clrsb(long value) => BitOperations.LeadingZeroCount((ulong)(value ^ (value >> 63))) - 1;

    public static int abs(int value) => value < 0 ? -value : value;

    public static long abs(long value) => value < 0 ? -value : value;

    /// <summary>The value, which the C# compiler does not look through: constant division by zero, for one, is an error
    /// there.</summary>
    public static int opaque(int value) => value;

    public static uint opaque(uint value) => value;

    public static long opaque(long value) => value;

    public static ulong opaque(ulong value) => value;

    /// <summary>Memory as the compiler knows it is not known any more: C's empty asm with a memory clobber.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.barrier")]
    public static extern void barrier();

    /// <summary>The register of that name, now.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.stack_pointer")]
    public static extern void* stack_pointer();

    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.set_stack_pointer")]
    public static extern void set_stack_pointer(void* value);

    /// <summary>Takes a volatile object's value that nobody wants: C reads it all the same, once and in its whole
    /// width; the compiler would read one byte.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void read(int value) { }

    /// <inheritdoc cref="read(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void read(uint value) { }

    /// <inheritdoc cref="read(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void read(bool value) { }

    /// <inheritdoc cref="read(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void read(void* value) { }

    /// <inheritdoc cref="read(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void read(long value) { }

    /// <inheritdoc cref="read(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void read(ulong value) { }

    /// <summary>Where C promised never to come: an invalid instruction, which the trap handler reports. Does not
    /// return.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "rt.trap")]
    public static extern void trap();
}
