using System.Numerics;

namespace Mach.Vm;

/// <summary>
/// One bit for each page of a zone, set while the page is free. This is the whole truth about which pages are free: all
/// else (sets of lines, counts, the queues and flags of the C structures) follows it, never the other way round.
///
/// <para>Input: storage of <see cref="BytesFor"/> bytes, which the owner provides and never moves. Bits are counted
/// from the start of the line that the zone begins in. Searches go by words of 32 pages and honour their bounds to the
/// bit: a bound in the middle of a word neither hides the pages before it nor lends pages of a neighbour.</para>
///
/// <para>Never does: locking. The caller has interrupts off.</para>
/// </summary>
internal unsafe struct FreeBitmap
{
    private const int WordShift = 5;
    private const uint WordMask = 31;

    private uint* _words;

    public readonly uint* Words => _words;

    /// <summary>
    /// The same bits by lines of 16 pages. i386 is little-endian: the halfword of a line holds its pages in order.
    /// </summary>
    public readonly ushort* Lines => (ushort*)_words;

    /// <summary>
    /// Storage for a map of <paramref name="bits"/> pages, in bytes: whole words, and one line more than there are,
    /// which stays empty.
    /// </summary>
    public static uint BytesFor(uint bits) => ((bits + Line.Pages + WordMask) >> WordShift) * sizeof(uint);

    /// <summary>Take over the storage and mark every page as not free.</summary>
    public void Initialize(uint* words, uint bits)
    {
        _words = words;
        for (uint i = 0; i < BytesFor(bits) / sizeof(uint); i++)
            words[i] = 0;
    }

    public readonly bool Test(uint bit) => (_words[bit >> WordShift] & (1u << (int)(bit & WordMask))) != 0;

    public readonly void Set(uint bit) => _words[bit >> WordShift] |= 1u << (int)(bit & WordMask);

    public readonly void Clear(uint bit) => _words[bit >> WordShift] &= ~(1u << (int)(bit & WordMask));

    /// <summary>The first set bit in [from, end), or <paramref name="end"/> when there is none.</summary>
    public readonly uint NextSet(uint from, uint end) => Next(from, end, 0);

    /// <summary>The first clear bit in [from, end), or <paramref name="end"/> when there is none.</summary>
    public readonly uint NextClear(uint from, uint end) => Next(from, end, ~0u);

    /// <summary>
    /// The lowest run of <paramref name="count"/> set bits inside [from, end) whose first page is a multiple of
    /// <paramref name="align"/> and which has no multiple of <paramref name="boundary"/> inside it. Bit 0 is page
    /// <paramref name="origin"/>. <paramref name="align"/> is at least 1; a <paramref name="boundary"/> of 0 means
    /// none.
    /// Returns <paramref name="end"/> when there is no such run.
    /// </summary>
    /// <remarks>
    /// A clear bit rules out every start up to and including itself, so the candidate jumps behind it; each bit is
    /// looked at no more than twice, by words.
    /// </remarks>
    public readonly uint FindRun(uint from, uint end, uint count, uint align, uint boundary, uint origin)
    {
        if (count == 0 || (boundary != 0 && count > boundary))
            return end;

        uint start = from;
        while (true)
        {
            uint first = NextSet(start, end);
            start = AlignUp(origin + first, align) - origin;
            if (start < first || start >= end || end - start < count)
                return end;

            if (Crosses(origin + start, count, boundary))
            {
                start = AlignUp(origin + start + 1, boundary) - origin;
                continue;
            }

            uint hole = NextClear(start, start + count);
            if (hole == start + count)
                return start;
            start = hole + 1;
        }
    }

    // `flip` is 0 to look for a set bit and all ones to look for a clear one.
    private readonly uint Next(uint from, uint end, uint flip)
    {
        if (from >= end)
            return end;

        uint index = from >> WordShift;
        uint last = (end - 1) >> WordShift;
        uint word = (_words[index] ^ flip) & (~0u << (int)(from & WordMask));
        while (word == 0)
        {
            if (index == last)
                return end;
            word = _words[++index] ^ flip;
        }

        uint bit = (index << WordShift) + (uint)BitOperations.TrailingZeroCount(word);
        return bit < end ? bit : end;
    }

    private static bool Crosses(uint start, uint count, uint boundary) =>
        boundary != 0 && start / boundary != (start + count - 1) / boundary;

    // Wraps to a smaller number when the multiple does not fit; the caller looks.
    private static uint AlignUp(uint value, uint align)
    {
        uint over = value % align;
        return over == 0 ? value : value + (align - over);
    }
}
