using System.Numerics;

namespace Mach.Vm;

/// <summary>
/// A line is 16 pages at a multiple of 64 KiB: what one 8-bit ISA transfer reaches (Intel 8237A data sheet), and the
/// unit by which the allocator tells whole memory from broken memory. Its state is one 16-bit mask, a set bit for each
/// free page, so all questions about it are questions about a number.
///
/// <para>Pure functions; the tests run them through all 65,536 masks.</para>
/// </summary>
internal static class Line
{
    public const int Shift = 4;
    public const uint Pages = 1u << Shift;

    /// <summary>The mask of a line that is free from end to end.</summary>
    public const uint Whole = 0xffff;

    /// <summary>Free pages of a line.</summary>
    public static uint CountFree(uint mask)
    {
        mask -= (mask >> 1) & 0x5555;
        mask = (mask & 0x3333) + ((mask >> 2) & 0x3333);
        mask = (mask + (mask >> 4)) & 0x0f0f;
        return (mask + (mask >> 8)) & 0x1f;
    }

    /// <summary>The free page with the lowest number; the mask is not 0. The bit above says so to the compiler, which
    /// asks for 0 otherwise.</summary>
    public static uint Lowest(uint mask) => (uint)BitOperations.TrailingZeroCount(mask | (Whole + 1));

    /// <summary>Mask of the pages [start, start + count) of a line, count at most 16.</summary>
    public static uint Range(uint start, uint count) => ((1u << (int)count) - 1) << (int)start;

    /// <summary>
    /// Where runs of <paramref name="count"/> free pages begin (a bit for each start), at multiples of
    /// <paramref name="align"/>, a power of two up to 16. Both are at least 1, and no run leaves the line.
    /// </summary>
    /// <remarks>
    /// Each step doubles the length of the runs whose starts the mask holds, as long as that is no more than what is
    /// asked for; one last step, which overlaps, makes up the rest. Four steps at most, whatever the mask.
    /// </remarks>
    public static uint RunStarts(uint mask, uint count, uint align)
    {
        uint length = 1;
        for (; length * 2 <= count; length *= 2)
            mask &= mask >> (int)length;
        mask &= mask >> (int)(count - length);
        return mask & StartsAt(align);
    }

    /// <summary>
    /// The run to take among those of <see cref="RunStarts"/>: the first one in a half of its surroundings that is
    /// broken anyway, or else the lowest. Keeps the larger blocks of the line whole for longer.
    /// </summary>
    public static uint BestStart(uint mask, uint count, uint starts)
    {
        for (uint rest = starts; rest != 0; rest &= rest - 1)
        {
            uint start = Lowest(rest);
            uint buddy = start ^ count;
            if ((count & (count - 1)) == 0 && start % count == 0 && (mask & Range(buddy, count)) != Range(buddy, count))
                return start;
        }
        return Lowest(starts);
    }

    // A bit at every multiple of a power of two: the whole mask divided by 2^align - 1.
    private static uint StartsAt(uint align) => Whole / ((1u << (int)align) - 1);
}
