using Mach.Vm;

namespace Kernel.Host;

/// <summary>
/// The contract of the page allocator in the simplest code that can say it: one array, every search through all of it.
/// Shares nothing with the allocator but the names of its flags and results.
/// </summary>
internal sealed class NaivePages(MachineShape shape)
{
    private const uint LinePages = 16;

    private readonly bool[] _free = new bool[shape.End];
    private readonly uint[] _freeIn = new uint[shape.ZoneCount];

    // The line that each zone takes single pages from, by its first page; null before there is one.
    private readonly uint?[] _open = new uint?[shape.ZoneCount];

    public bool IsFree(uint page) => page < shape.End && _free[page];

    public uint FreeIn(int zone) => _freeIn[zone];

    /// <summary>
    /// The lowest page of the open line, while it has one; else of the line that has the fewest free pages, the lowest
    /// of several. A line with no free page that gets one is opened when the open line has none.
    /// </summary>
    public uint? Grab(GrabFlags flags)
    {
        int zone = Candidates(1, flags).FirstOrDefault(-1);
        if (zone < 0)
            return null;
        uint[] free = [.. PagesOf(zone).Where(IsFree)];
        if (!free.Any(page => page / LinePages * LinePages == _open[zone]))
            _open[zone] = free.GroupBy(page => page / LinePages * LinePages)
                .MinBy(line => (line.Count(), line.Key))!
                .Key;
        uint taken = free.First(page => page / LinePages * LinePages == _open[zone]);
        Mark(taken, false);
        return taken;
    }

    /// <summary>Which zone a run comes from, or -1. A zone that searched for a run has no open line any more.</summary>
    public int ZoneForRun(uint count, GrabFlags flags, uint align, uint boundary)
    {
        foreach (int zone in count == 0 ? [] : Candidates(count, flags))
        {
            _open[zone] = null;
            if (PagesOf(zone).Any(start => Fits(start, count, align, boundary)))
                return zone;
        }
        return -1;
    }

    /// <summary>Take a run if it is a legal answer.</summary>
    public bool TryTakeRun(uint start, uint count, uint align, uint boundary)
    {
        if (!Fits(start, count, align, boundary))
            return false;
        for (uint page = start; page < start + count; page++)
            Mark(page, false);
        return true;
    }

    public ReleaseResult Release(uint page)
    {
        if (!shape.IsManaged(page))
            return ReleaseResult.NotManaged;
        if (_free[page])
            return ReleaseResult.AlreadyFree;
        int zone = shape.ZoneOf(page);
        if (!AnyFree(zone, page / LinePages * LinePages) && !(_open[zone] is uint open && AnyFree(zone, open)))
            _open[zone] = page / LinePages * LinePages;
        Mark(page, true);
        return ReleaseResult.Released;
    }

    // Zones in the order a request asks them, as far as they have enough pages besides what they keep.
    private IEnumerable<int> Candidates(uint count, GrabFlags flags)
    {
        int top =
            flags.HasFlag(GrabFlags.Dma) ? 0
            : flags.HasFlag(GrabFlags.High) ? (int)shape.ZoneCount - 1
            : (int)Machine.DefaultZone;
        int last = flags.HasFlag(GrabFlags.NoFallback) ? top : 0;
        for (int zone = top; zone >= last; zone--)
        {
            uint reserve = zone == 0 && zone != top ? shape.Reserve : 0;
            uint kept =
                flags.HasFlag(GrabFlags.UseReserve) ? 0
                : flags.HasFlag(GrabFlags.Atomic) ? shape.Floor + reserve / 2
                : shape.Min + reserve;
            if (_freeIn[zone] >= (ulong)count + kept)
                yield return zone;
        }
    }

    private bool AnyFree(int zone, uint line)
    {
        for (uint page = line; page < line + LinePages; page++)
            if (IsFree(page) && shape.ZoneOf(page) == zone)
                return true;
        return false;
    }

    private void Mark(uint page, bool free)
    {
        _free[page] = free;
        _freeIn[shape.ZoneOf(page)] += free ? 1 : uint.MaxValue;
    }

    private IEnumerable<uint> PagesOf(int zone)
    {
        for (uint page = 0; page < shape.End; page++)
            if (shape.ZoneOf(page) == zone)
                yield return page;
    }

    private bool Fits(uint start, uint count, uint align, uint boundary)
    {
        if (align != 0 && start % align != 0)
            return false;
        for (ulong page = start; page < (ulong)start + count; page++)
        {
            if (page >= shape.End || !_free[page] || shape.ZoneOf((uint)page) != shape.ZoneOf(start))
                return false;
            if (boundary != 0 && page != start && page % boundary == 0)
                return false;
        }
        return true;
    }
}
