namespace Mach.Vm;

/// <summary>Runs of pages with neighbouring addresses; see Zone.cs for the state they are found in.</summary>
internal unsafe partial struct Zone
{
    /// <summary>Lines of one set that are looked into before the search goes on to the next set.</summary>
    private const uint ProbesPerSet = 4;

    /// <summary>
    /// Take a run of <paramref name="sizePages"/> pages, all of them or none. Its first page is a multiple of
    /// <paramref name="align"/> (at least 1); it has no multiple of <paramref name="boundary"/> inside (0: no
    /// condition). False when there is none, which is exact: every place is looked at before that is said.
    /// </summary>
    /// <remarks>
    /// A whole line costs the look-up of the lowest one, or of none: a bounded number of steps. Shorter runs come from
    /// the most broken of the lines that are likely to have one; 16 sets of 4 lines are looked into at most. What is
    /// left, unaligned or longer than a line, walks the map by words and is in proportion to the zone.
    /// </remarks>
    public bool TryTakeRun(uint sizePages, uint align, uint boundary, out Pfn first)
    {
        first = default;
        if (sizePages == 0 || sizePages > Free)
            return false;
        Close();
        if (!MayHaveRun(sizePages))
            return false;

        uint start = _lines * Line.Pages;
        if (FitsLines(sizePages, align, boundary))
        {
            start = sizePages == Line.Pages ? WholeLine() : InMostBroken(sizePages, align);
            if (start == _lines * Line.Pages && sizePages == Line.Pages && align == Line.Pages)
                return false;
        }
        if (start == _lines * Line.Pages)
            start = InMap(sizePages, align, boundary);
        if (start >= End - _origin)
            return false;

        Clear(start, sizePages);
        first = new Pfn(_origin + start);
        return true;
    }

    // A run of n pages has the whole of a line in it, or else one half of it is within one line.
    private readonly bool MayHaveRun(uint sizePages)
    {
        uint least = sizePages >= 2 * Line.Pages - 1 ? Line.Pages : (sizePages + 1) / 2;
        return _sets.Present >> (int)least != 0;
    }

    // Whether a run inside one line meets every condition. Then no line has to be looked at together with the next.
    private static bool FitsLines(uint sizePages, uint align, uint boundary) =>
        sizePages <= Line.Pages
        && align <= Line.Pages
        && (align & (align - 1)) == 0
        && (boundary & (Line.Pages - 1)) == 0;

    private readonly uint WholeLine() =>
        _sets.Present >> (int)Line.Pages != 0 ? _sets.Lowest(Line.Pages) << Line.Shift : _lines * Line.Pages;

    // Bit number of a run inside one line, or the end of the map.
    private readonly uint InMostBroken(uint sizePages, uint align)
    {
        for (uint free = sizePages; free <= Line.Pages; free++)
        {
            if ((_sets.Present & (1u << (int)free)) == 0)
                continue;
            uint probes = ProbesPerSet;
            for (
                uint line = _sets.Lowest(free);
                line != _lines && probes != 0;
                line = _sets.Next(free, line, _lines), probes--
            )
            {
                uint mask = Map.Lines[line];
                uint starts = Line.RunStarts(mask, sizePages, align);
                if (starts != 0)
                    return (line << Line.Shift) + Line.BestStart(mask, sizePages, starts);
            }
        }
        return _lines * Line.Pages;
    }

    // The lowest run that begins with a line, so that no line is broken at its front, or else the lowest one.
    private readonly uint InMap(uint sizePages, uint align, uint boundary)
    {
        uint end = End - _origin;
        uint begin = First - _origin;
        if (sizePages > Line.Pages && align < Line.Pages && Line.Pages % align == 0)
        {
            uint start = Map.FindRun(begin, end, sizePages, Line.Pages, boundary, _origin);
            if (start != end)
                return start;
        }
        return Map.FindRun(begin, end, sizePages, align, boundary, _origin);
    }

    // Line by line: the pages leave the map, and each line moves to the set it belongs to now.
    private void Clear(uint start, uint sizePages)
    {
        Free -= sizePages;
        Counters.Grabbed += sizePages;
        while (sizePages != 0)
        {
            uint line = start >> Line.Shift;
            uint within = start & (Line.Pages - 1);
            uint count = Line.Pages - within < sizePages ? Line.Pages - within : sizePages;
            uint mask = Map.Lines[line];
            uint rest = mask & ~Line.Range(within, count);
            Map.Lines[line] = (ushort)rest;
            _sets.Remove(line, Line.CountFree(mask));
            if (rest != 0)
                _sets.Insert(line, Line.CountFree(rest));
            start += count;
            sizePages -= count;
        }
    }
}
