using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mach.Kmem;

/// <summary>
/// The block sizes of kmalloc below a page: powers of two and one size between each two, all multiples of 16, chosen so
/// that a page has as many as can be. Larger requests get whole pages.
/// </summary>
internal static class SizeClass
{
    public const uint Count = 13;

    private const int SmallestShift = 5;

    // Division by a block size is a multiplication by its share of 2^16, rounded up; exact for multiples below 4 KiB.
    private const int ShareShift = 16;

    // Three columns of one table. That they agree is a test; to compute two of them from the first takes divisions.
    private static System.ReadOnlySpan<ushort> Sizes =>
        [32, 48, 64, 96, 128, 192, 256, 384, 512, 816, 1024, 1360, 2048];

    private static System.ReadOnlySpan<ushort> Shares =>
        [2048, 1366, 1024, 683, 512, 342, 256, 171, 128, 81, 64, 49, 32];

    private static System.ReadOnlySpan<byte> Blocks => [128, 85, 64, 42, 32, 21, 16, 10, 8, 5, 4, 3, 2];

    /// <summary>Smallest and largest block that is not whole pages, in bytes.</summary>
    public const uint Smallest = 32;
    public const uint Largest = 2048;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint SizeOf(uint sizeClass) => Sizes[(int)sizeClass];

    /// <summary>Blocks that a page has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint BlocksOf(uint sizeClass) => Blocks[(int)sizeClass];

    /// <summary>The class of the smallest blocks that hold so many bytes, at most <see cref="Largest"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint For(uint sizeBytes)
    {
        if (sizeBytes <= Smallest)
            return 0;

        // (2^k, 2^(k+1)] has two classes: the size between, and the upper end.
        uint between = 2 * (uint)(BitOperations.Log2(sizeBytes - 1) - SmallestShift) + 1;
        return sizeBytes <= SizeOf(between) ? between : between + 1;
    }

    /// <summary>The number of the block that begins at an offset in its page; false when none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(uint sizeClass, uint offset, out uint index)
    {
        index = offset * Shares[(int)sizeClass] >> ShareShift;
        return index * SizeOf(sizeClass) == offset && index < BlocksOf(sizeClass);
    }
}
