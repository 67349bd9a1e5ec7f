using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mach.Vm;

/// <summary>
/// A half-open interval [First, End) of page numbers with its free pages. First == End is an empty zone, which is
/// legal: a machine of 16 MiB or less has no normal zone.
///
/// <para>Placement: single pages come from the most broken line there is, the one with the fewest free pages, so that
/// lines which a chance release has opened are filled up again and the others have the time to become whole. The line
/// that single pages come from at the moment is <em>open</em>: it is in no set, so that taking a page from it and
/// putting one back cost no more than the bit.</para>
///
/// <para>Holds between operations (<see cref="Agrees"/>): each line that is not open is in the set of its number of
/// free pages and in no other; <see cref="Free"/> is the number of bits set.</para>
///
/// <para>Never does: locking, checking whom a page belongs to, deciding who may have one.</para>
/// </summary>
internal unsafe partial struct Zone
{
    public uint First;
    public uint End;

    /// <summary>Pages of this zone that are ours to hand out, free or not; grows only.</summary>
    public uint Managed;

    /// <summary>Pages of this zone whose bit is set.</summary>
    public uint Free;

    /// <summary>
    /// The last free pages of the zone, which requests that could live elsewhere must leave alone, on top of what all
    /// must. Without it ordinary memory use drains the DMA zone, and no device can be opened any more although memory
    /// is plentiful.
    /// </summary>
    public uint Reserve;

    /// <summary>
    /// The marks, from below: under <see cref="Floor"/> are the pages of those who work to free memory; up to
    /// <see cref="Min"/> those of requests that cannot wait; below <see cref="Low"/> the pageout daemon runs, until
    /// <see cref="Target"/> are free. Ordinary requests end at Min.
    /// </summary>
    public uint Floor;
    public uint Min;
    public uint Low;
    public uint Target;

    public ZoneCounters Counters;

    public FreeBitmap Map;
    private LineSets _sets;

    // First page of the first line, which may be before First; lines are counted from it.
    private uint _origin;
    private uint _lines;

    // The line that single pages come from, or _lines when there is none: the map has an empty line there.
    private uint _open;

    /// <summary>Storage for a zone of these pages, in bytes: the map and behind it the sets.</summary>
    public static uint BytesFor(uint first, uint end) =>
        FreeBitmap.BytesFor(LinesOf(first, end) * Line.Pages) + LineSets.BytesFor(LinesOf(first, end));

    /// <summary>Take over the storage. No page is managed, none is free.</summary>
    public void Initialize(uint first, uint end, void* storage)
    {
        First = first;
        End = end;
        Managed = 0;
        Free = 0;
        Reserve = 0;
        Floor = 0;
        Min = 0;
        Low = 0;
        Target = 0;
        Counters.Reset();
        _origin = first & ~(Line.Pages - 1);
        _lines = LinesOf(first, end);
        _open = _lines;
        Map.Initialize((uint*)storage, _lines * Line.Pages);
        _sets.Initialize((uint*)((byte*)storage + FreeBitmap.BytesFor(_lines * Line.Pages)), _lines);
    }

    public readonly bool Contains(Pfn page) => page.Value >= First && page.Value < End;

    /// <summary>
    /// Free pages that a request must leave; <paramref name="isTop"/>: it begins with this zone, and has not come down
    /// to it from a higher one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint KeptFrom(GrabFlags flags, bool isTop)
    {
        if ((flags & GrabFlags.UseReserve) != 0)
            return 0;
        uint reserve = isTop ? 0 : Reserve;
        return (flags & GrabFlags.Atomic) != 0 ? Floor + reserve / 2 : Min + reserve;
    }

    /// <summary>Free pages that a request may still take.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint Available(GrabFlags flags, bool isTop)
    {
        uint kept = KeptFrom(flags, isTop);
        return Free > kept ? Free - kept : 0;
    }

    /// <summary>Whether the last so many pages that left the zone took it below its low mark.</summary>
    public readonly bool HasComeBelowLow(uint sizePages) => Free < Low && Free + sizePages >= Low;

    /// <summary>Pages that the daemon has to free.</summary>
    public readonly uint Shortage => Free < Target ? Target - Free : 0;

    /// <summary>
    /// Set the reserve by the zone's size, before there is a daemon: a share of its pages, up to a limit, for those who
    /// name the zone, and a first low mark at half of the same share. A zone that requests begin with has no such
    /// reserve: what is left in it is theirs.
    /// </summary>
    public void SetMarks(uint divisor, uint maxPages, bool isFallback)
    {
        uint share = Managed / divisor;
        if (share > maxPages)
            share = maxPages;
        Reserve = isFallback ? share : 0;
        Low = share / 2;
    }

    /// <summary>
    /// Set the marks to this zone's share of what the machine of <paramref name="total"/> pages is to keep. Low mark and
    /// target lie above the reserve, so that a zone at its target has pages for every request that may use it at all.
    /// </summary>
    public void ShareMarks(uint min, uint low, uint target, uint total)
    {
        if (Managed == 0)
            return;
        Min = ShareOf(min, total);
        Floor = Min / 2;
        uint least = Reserve + ShareOf(low, total);
        if (Low < least)
            Low = least;
        if (Low <= Reserve + Min)
            Low = Reserve + Min + 1;
        Target = Reserve + ShareOf(target, total);
        if (Target < Low + Low / 4)
            Target = Low + Low / 4;
    }

    // Rounded up. The shifts keep products of a mark (16 bits) and a number of pages (20 bits) in a word.
    private readonly uint ShareOf(uint pages, uint total)
    {
        int shift = 0;
        while (total >> shift > ushort.MaxValue)
            shift++;
        uint whole = total >> shift;
        return (pages * (Managed >> shift) + whole - 1) / whole;
    }

    /// <summary>Pages that came back since boot, modulo 2^32, their first release included.</summary>
    public readonly uint Released => Counters.Grabbed + Free;

    /// <summary>Pages that somebody has.</summary>
    public readonly uint Held => Managed - Free;

    /// <summary>Lines that are free from end to end: so many 64 KiB blocks can be had at once.</summary>
    public readonly uint WholeLines => _sets.Full + (Map.Lines[_open] == Line.Whole ? 1u : 0);

    /// <summary>Whether a page of this zone is free.</summary>
    public readonly bool IsFree(Pfn page) => Map.Test(page.Value - _origin);

    /// <summary>Write a page's bit and nothing else: how tests plant a fault.</summary>
    public readonly void MarkOnly(Pfn page, bool free)
    {
        if (free)
            Map.Set(page.Value - _origin);
        else
            Map.Clear(page.Value - _origin);
    }

    /// <summary>Take a page of the open line, and open another one first when it has none. There is a free
    /// page.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pfn Take()
    {
        ushort* line = Map.Lines + _open;
        if (*line == 0)
            line = OpenMostBroken();
        uint mask = *line;
        *line = (ushort)(mask & (mask - 1));
        Free--;
        Counters.Grabbed++;
        return new Pfn(_origin + (_open << Line.Shift) + Line.Lowest(mask));
    }

    /// <summary>
    /// Put a page of this zone back; false, with nothing changed, when it is there already.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPut(Pfn page)
    {
        uint offset = page.Value - _origin;
        uint line = offset >> Line.Shift;
        uint bit = 1u << (int)(offset & (Line.Pages - 1));
        uint mask = Map.Lines[line];
        if ((mask & bit) != 0)
            return false;

        Map.Lines[line] = (ushort)(mask | bit);
        Free++;
        if (line != _open)
            Promote(line, mask);
        return true;
    }

    /// <summary>Whether map, sets, open line and counts agree; slow.</summary>
    public readonly bool Agrees()
    {
        uint free = 0;
        for (uint line = 0; line < _lines; line++)
        {
            uint count = Line.CountFree(Map.Lines[line]);
            free += count;
            for (uint set = 1; set <= LineSets.Sets; set++)
                if (_sets.Contains(line, set) != (set == count && line != _open))
                    return false;
        }
        return free == Free && Free <= Managed && Map.Lines[_lines] == 0 && EdgesAreClear() && _sets.Agrees();
    }

    // The line moves one set up. Its mask had one page less. A line that had none is as broken as can be: when the open
    // line has run dry it becomes the next one, and never gets to see a set.
    private void Promote(uint line, uint before)
    {
        if (before == 0)
        {
            if (Map.Lines[_open] == 0)
                _open = line;
            else
                _sets.Insert(line, 1);
            return;
        }
        uint count = Line.CountFree(before);
        _sets.Remove(line, count);
        _sets.Insert(line, count + 1);
    }

    private ushort* OpenMostBroken()
    {
        uint count = (uint)BitOperations.TrailingZeroCount(_sets.Present);
        _open = _sets.Lowest(count);
        _sets.Remove(_open, count);
        return Map.Lines + _open;
    }

    // Searches for runs look at the sets alone, so the open line has to be in one.
    private void Close()
    {
        uint mask = Map.Lines[_open];
        if (mask != 0)
            _sets.Insert(_open, Line.CountFree(mask));
        _open = _lines;
    }

    // The zone may begin and end in the middle of a line; the rest of it is never free here.
    private readonly bool EdgesAreClear()
    {
        uint begin = First - _origin;
        uint end = End - _origin;
        return Map.NextSet(0, begin) == begin && Map.NextSet(end, _lines * Line.Pages) == _lines * Line.Pages;
    }

    private static uint LinesOf(uint first, uint end) =>
        end <= first ? 0 : ((end + Line.Pages - 1) >> Line.Shift) - (first >> Line.Shift);
}
