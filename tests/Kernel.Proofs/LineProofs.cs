using System.Numerics;
using Mach.Vm;

namespace Kernel.Proofs;

/// <summary>The functions on a line for all 65,536 masks, against counting bit by bit.</summary>
public static class LineProofs
{
    public static void Run()
    {
        for (uint mask = 0; mask <= Line.Whole; mask++)
        {
            Check.That(Line.CountFree(mask) == BitOperations.PopCount(mask), $"count of {mask:x}");
            for (uint count = 1; count <= Line.Pages; count++)
            for (uint align = 1; align <= Line.Pages; align *= 2)
                CheckRuns(mask, count, align);
        }
    }

    private static void CheckRuns(uint mask, uint count, uint align)
    {
        uint starts = Line.RunStarts(mask, count, align);
        uint expected = 0;
        for (uint start = 0; start + count <= Line.Pages; start += align)
            if ((mask >> (int)start & ((1u << (int)count) - 1)) == (1u << (int)count) - 1)
                expected |= 1u << (int)start;
        Check.That(starts == expected, $"runs of {count} at {align} in {mask:x}");
        if (starts == 0)
            return;
        uint best = Line.BestStart(mask, count, starts);
        Check.That((starts >> (int)best & 1) != 0, $"the best of them in {mask:x}");

        // No run is broken out of a free block twice its size while there is one whose other half is broken.
        bool IsHalf(uint start) =>
            BitOperations.IsPow2(count)
            && count < Line.Pages
            && start % count == 0
            && (mask >> (int)(start ^ count) & ((1u << (int)count) - 1)) != (1u << (int)count) - 1;
        for (uint start = 0; start < Line.Pages; start++)
            if ((starts >> (int)start & 1) != 0 && IsHalf(start))
            {
                Check.That(best == start, $"the half of {count} pages to take in {mask:x}");
                return;
            }
        Check.That(best == (uint)BitOperations.TrailingZeroCount(starts), $"the lowest of {count} pages in {mask:x}");
    }
}
