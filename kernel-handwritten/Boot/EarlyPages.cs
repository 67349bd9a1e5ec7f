using Mach.Vm;

namespace Mach.Boot;

/// <summary>
/// Pages before there is an allocator: handed out one by one from the top of memory downward, past the areas that are
/// in use already. The direction is the point: page tables and page structures grow with memory, and taken from the
/// bottom they would eat the little memory that ISA DMA reaches.
///
/// <para>Input: the end of memory, then the areas in use, then requests. Holds after each request: no page was handed
/// out twice, none that touches an area in use, and never page 0.</para>
///
/// <para>Knows nothing of the kernel; runs on a development host.</para>
/// </summary>
internal unsafe struct EarlyPages
{
    /// <summary>Room for areas in use: holes, the kernel's own handful, and boot modules.</summary>
    public const int MaxAreas = 96;

    private fixed uint _areaFirst[MaxAreas];
    private fixed uint _areaEnd[MaxAreas];
    private int _areas;

    // Everything at or above this page is handed out, in use, or not there.
    private uint _end;

    /// <summary>Memory ends before <paramref name="end"/>; nothing is in use yet.</summary>
    public void Initialize(Pfn end)
    {
        _end = end.Value;
        _areas = 0;
    }

    /// <summary>
    /// Keep the pages that [start, end) touches. False when there is no room to remember that; an empty area needs
    /// none.
    /// </summary>
    public bool TryKeep(PhysAddr start, PhysAddr end)
    {
        if (start.Value >= end.Value)
            return true;
        if (_areas == MaxAreas)
            return false;
        _areaFirst[_areas] = start.Page.Value;
        _areaEnd[_areas] = new PhysAddr(end.Value - 1).Page.Value + 1;
        _areas++;
        return true;
    }

    /// <summary>The highest page that is left, or false when there is none.</summary>
    public bool TryTake(out Pfn page)
    {
        while (_end > 1)
        {
            uint candidate = _end - 1;
            int area = AreaOf(candidate);
            if (area < 0)
            {
                _end = candidate;
                page = new Pfn(candidate);
                return true;
            }
            _end = _areaFirst[area];
        }
        page = default;
        return false;
    }

    /// <summary>Whether a page is in an area that is kept.</summary>
    public readonly bool IsKept(Pfn page) => AreaOf(page.Value) >= 0;

    private readonly int AreaOf(uint page)
    {
        for (int i = 0; i < _areas; i++)
            if (page >= _areaFirst[i] && page < _areaEnd[i])
                return i;
        return -1;
    }
}
