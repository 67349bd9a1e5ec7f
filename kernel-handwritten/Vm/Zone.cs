namespace Mach.Vm;

/// <summary>
/// A half-open interval [First, End) of page numbers with its counts. First == End is an empty zone, which is legal:
/// a machine of 16 MiB or less has no normal zone, and every search of it ends before it begins.
/// </summary>
internal struct Zone
{
    public uint First;
    public uint End;

    /// <summary>Pages of this zone that the page array knows; grows only.</summary>
    public uint Managed;

    /// <summary>Pages of this zone whose bit is set in the map.</summary>
    public uint Free;

    /// <summary>
    /// The last free pages of the zone that requests which could live elsewhere must leave alone. Without it ordinary
    /// memory use drains the DMA zone, and no device can be opened any more although memory is plentiful.
    /// </summary>
    public uint Reserve;

    // No page of the zone below this number is free. Makes the lowest free page cheap to find.
    private uint _lowest;

    public void Initialize(uint first, uint end)
    {
        First = first;
        End = end;
        Managed = 0;
        Free = 0;
        Reserve = 0;
        _lowest = end;
    }

    public readonly bool Contains(Pfn page) => page.Value >= First && page.Value < End;

    /// <summary>Free pages that a request with or without the right to the reserve may still take.</summary>
    public readonly uint Available(bool mayUseReserve)
    {
        if (mayUseReserve)
            return Free;
        return Free > Reserve ? Free - Reserve : 0;
    }

    /// <summary>
    /// Take the lowest free page. Single pages are packed towards the start of the zone on purpose: the runs that
    /// multi-page requests need then survive at its end.
    /// </summary>
    public bool TryTake(in FreeBitmap map, bool mayUseReserve, out Pfn page)
    {
        page = default;
        if (Available(mayUseReserve) == 0)
            return false;

        uint bit = map.NextSet(_lowest, End);
        map.Clear(bit);
        Free--;
        _lowest = bit + 1;
        page = new Pfn(bit);
        return true;
    }

    /// <summary>Take a run of pages, all of them or none; see <see cref="FreeBitmap.FindRun"/> for the conditions.</summary>
    public bool TryTakeRun(in FreeBitmap map, bool mayUseReserve, uint sizePages, uint align, uint boundary, out Pfn first)
    {
        first = default;
        if (sizePages == 0 || Available(mayUseReserve) < sizePages)
            return false;

        uint start = map.FindRun(_lowest, End, sizePages, align, boundary);
        if (start == End)
            return false;

        for (uint bit = start; bit < start + sizePages; bit++)
            map.Clear(bit);
        Free -= sizePages;
        if (start == _lowest)
            _lowest = start + sizePages;
        first = new Pfn(start);
        return true;
    }

    /// <summary>Put a page back. The caller has checked that it is of this zone, managed, and not free.</summary>
    public void Put(in FreeBitmap map, Pfn page)
    {
        map.Set(page.Value);
        Free++;
        if (page.Value < _lowest)
            _lowest = page.Value;
    }

    /// <summary>Whether counts, hint and map agree.</summary>
    public readonly bool Agrees(in FreeBitmap map) =>
        map.CountSet(First, End) == Free && Free <= Managed && map.NextSet(First, End) >= _lowest;
}
