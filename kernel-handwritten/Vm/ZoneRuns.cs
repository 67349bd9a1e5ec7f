using System.Runtime.CompilerServices;

namespace Mach.Vm;

/// <summary>A search for a run of pages that can stop after each step and go on later.</summary>
internal struct RunSearch
{
    /// <summary>What is looked for; see <see cref="Zone.TryTakeRun"/>.</summary>
    public uint SizePages;
    public uint Align;
    public uint Boundary;

    /// <summary>Where the walk through the map goes on, and whether it looks at starts of lines alone.</summary>
    internal uint At;
    internal bool ByLines;

    public RunSearch(uint sizePages, uint align, uint boundary)
    {
        SizePages = sizePages;
        Align = align == 0 ? 1 : align;
        Boundary = boundary;
    }
}

/// <summary>What a step of a search came to.</summary>
internal enum SearchResult
{
    Found,

    /// <summary>There is no such run: every place was looked at.</summary>
    None,

    /// <summary>There are places that were not looked at.</summary>
    Unfinished,
}

/// <summary>Runs of pages with neighbouring addresses; see Zone.cs for the state they are found in.</summary>
internal unsafe partial struct Zone
{
    /// <summary>Lines of one set that are looked into before the search goes on to the next set, and of all
    /// together.</summary>
    private const uint ProbesPerSet = 4;
    private const uint ProbesInAll = 8;

    /// <summary>
    /// Take a run of <paramref name="sizePages"/> pages, all of them or none. Its first page is a multiple of
    /// <paramref name="align"/> (at least 1); it has no multiple of <paramref name="boundary"/> inside (0: no
    /// condition). False when there is none, which is exact: every place is looked at before that is said.
    /// </summary>
    public bool TryTakeRun(uint sizePages, uint align, uint boundary, out Pfn first)
    {
        // What the drivers ask for most: a line, without more ado.
        if (sizePages == Line.Pages && align == Line.Pages && FitsLines(sizePages, align, boundary))
            return TryTakeLine(out first);

        RunSearch search = new(sizePages, align, boundary);
        SearchResult result = Begin(ref search, out first);
        while (result == SearchResult.Unfinished)
            result = Continue(ref search, out first);
        if (result == SearchResult.Found)
            Take(first, sizePages);
        return result == SearchResult.Found;
    }

    /// <summary>
    /// Begin a search, which takes nothing. A whole line costs the look-up of the lowest one, or of none. Shorter runs
    /// are looked for in the most broken of the lines that are likely to have one. What is left, unaligned or longer
    /// than a line, is for <see cref="Continue"/>. A bounded number of steps.
    /// </summary>
    public SearchResult Begin(ref RunSearch search, out Pfn first)
    {
        first = default;
        uint sizePages = search.SizePages;
        search.At = First - _origin;
        search.ByLines = sizePages > Line.Pages && search.Align < Line.Pages && Line.Pages % search.Align == 0;
        if (sizePages == 0 || sizePages > Free)
            return SearchResult.None;
        Close();
        if (!MayHaveRun(sizePages))
            return SearchResult.None;

        uint none = _lines * Line.Pages;
        if (FitsLines(sizePages, search.Align, search.Boundary))
        {
            uint start = sizePages == Line.Pages ? WholeLine() : InMostBroken(sizePages, search.Align);
            first = new Pfn(_origin + start);
            if (start != none)
                return SearchResult.Found;
            if (sizePages == Line.Pages && search.Align == Line.Pages)
                return SearchResult.None;
        }
        return SearchResult.Unfinished;
    }

    /// <summary>
    /// Go on with it: a bounded number of steps through the map, by words. The lowest run that begins with a line comes
    /// first, so that no line is broken at its front, or else the lowest one. What is found was free a moment ago, and
    /// still is if nobody could come in between. A function of its own: what it keeps on the stack is gone when pages
    /// are taken, which goes deeper.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public SearchResult Continue(ref RunSearch search, out Pfn first)
    {
        uint end = End - _origin;
        uint align = search.ByLines ? Line.Pages : search.Align;
        uint start = Map.StepRun(ref search.At, end, search.SizePages, align, search.Boundary, _origin);
        first = new Pfn(_origin + start);
        if (start != end)
            return SearchResult.Found;
        if (search.At < end)
            return SearchResult.Unfinished;
        if (!search.ByLines)
            return SearchResult.None;
        search.ByLines = false;
        search.At = First - _origin;
        return SearchResult.Unfinished;
    }

    /// <summary>Go on at a page: of the run that was found some from there on are not free any more.</summary>
    public readonly void GoOnAt(ref RunSearch search, Pfn page) => search.At = page.Value - _origin;

    private bool TryTakeLine(out Pfn first)
    {
        Close();
        uint start = WholeLine();
        first = new Pfn(_origin + start);
        if (start == _lines * Line.Pages)
            return false;
        Take(first, Line.Pages);
        return true;
    }

    /// <summary>Take these pages, of which there are at most a line, if all of them are free.</summary>
    public bool TryTakeAt(Pfn first, uint sizePages)
    {
        uint start = first.Value - _origin;
        if (Map.NextClear(start, start + sizePages) != start + sizePages)
            return false;
        Close();
        Take(first, sizePages);
        return true;
    }

    /// <summary>The free pages of the line that a page is in; bit 0 is the first page of the line, which is a multiple
    /// of 16.</summary>
    public readonly uint FreeOfLine(Pfn page) => Map.Lines[(page.Value - _origin) >> Line.Shift];

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

    // Bit number of a run inside one line, or the end of the map. A function of its own as Continue is.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly uint InMostBroken(uint sizePages, uint align)
    {
        uint all = ProbesInAll;
        for (uint free = sizePages; free <= Line.Pages; free++)
        {
            if ((_sets.Present & (1u << (int)free)) == 0)
                continue;
            uint probes = ProbesPerSet;
            for (
                uint line = _sets.Lowest(free);
                line != _lines && probes != 0 && all != 0;
                line = _sets.Next(free, line, _lines), probes--, all--
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

    // Line by line: the pages, which are free, leave the map, and each line moves to the set it belongs to now. No line
    // is open.
    private void Take(Pfn first, uint sizePages)
    {
        uint start = first.Value - _origin;
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
