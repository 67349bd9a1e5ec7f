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
    public readonly uint FindRun(uint from, uint end, uint count, uint align, uint boundary, uint origin)
    {
        while (from < end)
        {
            uint start = StepRun(ref from, end, count, align, boundary, origin);
            if (start != end)
                return start;
        }
        return end;
    }

    /// <summary>
    /// A part of that search, of a bounded number of steps: the run if it is found, else <paramref name="end"/>, with
    /// <paramref name="from"/> where to go on; there is none when that has come to the end as well.
    /// </summary>
    /// <remarks>A word is looked at together with the next: runs of up to a word that begin in it are found by shifts.
    /// Of longer ones the first 32 pages are, and the rest is compared by words. A hole rules out every start before
    /// it.</remarks>
    public readonly uint StepRun(ref uint from, uint end, uint count, uint align, uint boundary, uint origin)
    {
        if (count == 0 || (boundary != 0 && count > boundary))
            from = end;
        uint last = (end - 1) >> WordShift;
        for (uint looks = 0; looks < LooksPerStep && from < end; looks++)
        {
            uint index = from >> WordShift;
            uint starts = StartsIn(index, last, count) & (~0u << (int)(from & WordMask));
            if (starts == 0)
            {
                from = (index + 1) << WordShift;
                continue;
            }
            uint start = (index << WordShift) + (uint)BitOperations.TrailingZeroCount(starts);
            if (start >= end || end - start < count)
            {
                from = end;
                continue;
            }
            uint hole = count > WordMask + 1 ? NextClear(start + WordMask + 1, start + count) : start + count;
            if (hole != start + count)
            {
                looks += (hole - start) / PagesPerLook;
                from = hole + 1;
                continue;
            }
            uint place = Place(origin + start, count, align, boundary);
            if (place == origin + start)
                return start;
            from = place < origin + start ? end : place - origin;
        }
        if (from > end)
            from = end;
        return end;
    }

    /// <summary>Looks at a word or a place that one step takes at most, and pages of a long run that take as long as a
    /// look.</summary>
    private const uint LooksPerStep = 6;
    private const uint PagesPerLook = 64;

    // A bit for each start of a run in a word; of a run of more than a word, for each start of one of a word.
    private readonly uint StartsIn(uint index, uint last, uint count)
    {
        uint low = _words[index];
        uint high = index == last ? 0 : _words[index + 1];
        if (count > WordMask + 1)
            count = WordMask + 1;
        int length = 1;
        for (; length * 2 <= count && low != 0; length *= 2)
        {
            low &= low >> length | high << (32 - length);
            high &= high >> length;
        }
        int rest = (int)count - length;
        return rest == 0 || low == 0 ? low : low & (low >> rest | high << (32 - rest));
    }

    // The first page from `start` on where a run may begin as far as its conditions go, or one before it; a smaller
    // number when there is none.
    private static uint Place(uint start, uint count, uint align, uint boundary)
    {
        uint place = AlignUp(start, align);
        return place == start && Crosses(start, count, boundary) ? AlignUp(start + 1, boundary) : place;
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
