using Mach.Vm;

namespace Kernel.Host;

/// <summary>
/// The contract of the page allocator in the simplest code that can say it: one array, every search from the start of
/// the zone, one page at a time. Shares nothing with the allocator but the names of its results.
/// </summary>
internal sealed class NaivePages(MachineShape shape)
{
    private readonly bool[] _free = new bool[shape.End];

    public bool IsFree(uint page) => page < shape.End && _free[page];

    public uint FreeIn(bool dma) => (uint)Zone(dma).Count(IsFree);

    public uint? Grab(GrabFlags flags) => GrabRun(1, flags, 1, 0);

    public uint? GrabRun(uint count, GrabFlags flags, uint align, uint boundary)
    {
        bool dmaOnly = flags.HasFlag(GrabFlags.Dma);
        uint? first = dmaOnly ? null : Find(Zone(dma: false), count, align, boundary);
        uint left = dmaOnly || flags.HasFlag(GrabFlags.UseReserve) ? 0 : shape.Reserve;
        if (first == null && (dmaOnly || !flags.HasFlag(GrabFlags.Normal)) && FreeIn(dma: true) >= (ulong)count + left)
            first = Find(Zone(dma: true), count, align, boundary);
        for (uint i = 0; first != null && i < count; i++)
            _free[first.Value + i] = false;
        return first;
    }

    public ReleaseResult Release(uint page)
    {
        if (page == 0 || page >= shape.End || !shape.IsManaged(page))
            return ReleaseResult.NotManaged;
        if (_free[page])
            return ReleaseResult.AlreadyFree;
        _free[page] = true;
        return ReleaseResult.Released;
    }

    private List<uint> Zone(bool dma)
    {
        List<uint> pages = [];
        for (uint page = 0; page < shape.End; page++)
            if (page < shape.DmaEnd == dma)
                pages.Add(page);
        return pages;
    }

    private uint? Find(List<uint> zone, uint count, uint align, uint boundary)
    {
        if (count == 0)
            return null;
        foreach (uint start in zone)
            if (Fits(zone, start, count, align, boundary))
                return start;
        return null;
    }

    private bool Fits(List<uint> zone, uint start, uint count, uint align, uint boundary)
    {
        if (align != 0 && start % align != 0)
            return false;
        for (ulong page = start; page < (ulong)start + count; page++)
        {
            if (page > zone[^1] || !_free[page])
                return false;
            if (boundary != 0 && page != start && page % boundary == 0)
                return false;
        }
        return true;
    }
}
