using System.Runtime.CompilerServices;

namespace Mach.Vm;

/// <summary>What a request for pages may and may not take.</summary>
[System.Flags]
internal enum GrabFlags : uint
{
    /// <summary>Memory of the direct map: the default zone first, then those below it down to their reserves.</summary>
    None = 0,

    /// <summary>The lowest zone and no other. Same bit as <c>VM_PAGE_DMA</c>.</summary>
    Dma = 1,

    /// <summary>Everything is open: boot, and threads that work to free memory.</summary>
    UseReserve = 2,

    /// <summary>The zone that the request begins with and no other.</summary>
    NoFallback = 4,

    /// <summary>Begin with the highest zone: the caller does not need the direct map.</summary>
    High = 8,

    /// <summary>The request cannot wait: it may go below the marks where ordinary ones end, down to each zone's
    /// floor.</summary>
    Atomic = 16,
}

/// <summary>What became of a page that was given back.</summary>
internal enum ReleaseResult
{
    Released,

    /// <summary>Nobody's page, or in no zone. Nothing was changed.</summary>
    NotManaged,

    /// <summary>Its bit is set already: a double free. Nothing was changed.</summary>
    AlreadyFree,
}

/// <summary>First disagreement that <see cref="PageAllocator{TOwner}.Verify"/> found.</summary>
internal enum AllocatorFault
{
    None,
    Zone,
    Tiling,
    FreePageNotManaged,
    ManagedCount,
}

/// <summary>Who knows which pages are the allocator's to hand out. Asked for every page that is given back.</summary>
internal interface IPageOwner
{
    bool IsManaged(Pfn page);
}

/// <summary>
/// Which page a request gets. Knows page numbers and zones; knows nothing of threads, thresholds, queues or
/// <c>struct vm_page</c>, so the same source runs on a development host against a naive model. The owner is a type
/// argument and not an object: the compiler makes a copy of the code for it, with its test in place.
///
/// <para>Zones are rows of a table, from the lowest addresses and the most sought after memory upwards. A request
/// begins with the zone it names and goes down the table; it never goes up. What a request may take of a zone is said
/// by the request alone (<see cref="Zone.KeptFrom"/>), and because the higher rows are asked first, a lower one fills up
/// again as its pages come back.</para>
///
/// <para>Holds after every operation (checked by <see cref="Verify"/>): the zones tile [0, end); what holds of each
/// zone; a set bit belongs to a managed page; a request that is refused has changed nothing but its counter.</para>
///
/// <para>Never does: blocking, locking, allocation of its own memory. The caller has interrupts off.</para>
/// </summary>
internal unsafe struct PageAllocator<TOwner>
    where TOwner : struct, IPageOwner
{
    /// <summary>Room for rows.</summary>
    public const uint MaxZones = 4;

    public TOwner Owner;

    private Zone* _zones;
    private Zone* _last;
    private uint _count;

    // The row that requests without a wish begin with.
    private Zone* _default;

    public readonly uint ZoneCount => _count;

    /// <summary>A row by its number, 0 to <c>ZoneCount - 1</c>.</summary>
    public readonly ref Zone this[uint row] => ref _zones[row];

    /// <summary>
    /// Take over the rows, which the owner has initialised so that they tile [0, end) upwards.
    /// </summary>
    public void Initialize(Zone* zones, uint count, uint defaultZone)
    {
        _zones = zones;
        _last = zones + count - 1;
        _count = count;
        _default = zones + defaultZone;
    }

    /// <summary>
    /// Put a page under management, held by the caller, who releases it next. Page 0 is refused: its address is the
    /// number by which drivers are told "no memory". So are pages beyond the end.
    /// </summary>
    public readonly bool TryAdd(Pfn page)
    {
        Zone* zone = ZoneOf(page);
        if (page.Value == 0 || zone == null)
            return false;
        zone->Managed++;
        return true;
    }

    /// <summary>One page.</summary>
    public readonly bool TryGrab(GrabFlags flags, out Pfn page)
    {
        Zone* top = TopOf(flags);
        if (top->Free <= top->Min)
            return TryGrabScarce(top, flags, out page);
        page = top->Take();
        return true;
    }

    /// <summary>
    /// A run of pages with neighbouring addresses, all from one zone. <paramref name="align"/> and
    /// <paramref name="boundary"/> are in pages; 0 means no condition.
    /// </summary>
    public readonly bool TryGrabRun(uint sizePages, GrabFlags flags, uint align, uint boundary, out Pfn first)
    {
        bool searched = false;
        Zone* top = TopOf(flags);
        for (Zone* zone = top; ; zone--)
        {
            if (zone->Available(flags, zone == top) >= sizePages)
            {
                searched = true;
                if (zone->TryTakeRun(sizePages, align, boundary, out first))
                {
                    if (zone != top)
                        zone->Counters.Stolen += sizePages;
                    return true;
                }
            }
            if (zone == _zones || (flags & GrabFlags.NoFallback) != 0)
                break;
        }
        if (searched)
            top->Counters.RefusedBroken++;
        else
            CountRefusal(sizePages, flags, searched);
        first = default;
        return false;
    }

    /// <summary>The zone that a request begins with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Zone* TopOf(GrabFlags flags)
    {
        if ((flags & (GrabFlags.Dma | GrabFlags.High)) == 0)
            return _default;
        return (flags & GrabFlags.Dma) != 0 ? _zones : _last;
    }

    /// <summary>The zone that a request goes on with, or null.</summary>
    public readonly Zone* Below(Zone* zone, GrabFlags flags) =>
        zone == _zones || (flags & GrabFlags.NoFallback) != 0 ? null : zone - 1;

    /// <summary>Whether a zone has so many pages that a request may take, in a run or not.</summary>
    public readonly bool MayTakeFrom(Zone* zone, uint sizePages, GrabFlags flags) =>
        zone->Available(flags, zone == TopOf(flags)) >= sizePages;

    /// <summary>Whether there is a page for a request.</summary>
    public readonly bool MayGrab(GrabFlags flags)
    {
        for (Zone* zone = TopOf(flags); zone != null; zone = Below(zone, flags))
            if (MayTakeFrom(zone, 1, flags))
                return true;
        return false;
    }

    /// <summary>Pages of a zone have gone to a request.</summary>
    public readonly void NoteTaken(Zone* zone, GrabFlags flags, uint sizePages)
    {
        if (zone != TopOf(flags))
            zone->Counters.Stolen += sizePages;
    }

    /// <summary>
    /// Count a request that is refused, in the zone that it began with: some zone had pages for it, but no such run; had
    /// pages, but not for it; or none has so many.
    /// </summary>
    public readonly void CountRefusal(uint sizePages, GrabFlags flags, bool searched)
    {
        ref ZoneCounters counters = ref TopOf(flags)->Counters;
        if (searched)
        {
            counters.RefusedBroken++;
            return;
        }
        for (Zone* zone = TopOf(flags); zone != null; zone = Below(zone, flags))
            if (zone->Free >= sizePages && zone->Free != 0)
            {
                counters.RefusedKept++;
                return;
            }
        counters.RefusedEmpty++;
    }

    /// <summary>Give one page back.</summary>
    public ReleaseResult Release(Pfn page)
    {
        Zone* zone = ZoneOf(page);
        if (zone == null)
            return ReleaseResult.NotManaged;
        if (!Owner.IsManaged(page))
        {
            zone->Counters.RefusedForeign++;
            return ReleaseResult.NotManaged;
        }
        if (zone->TryPut(page))
            return ReleaseResult.Released;
        zone->Counters.RefusedDouble++;
        return ReleaseResult.AlreadyFree;
    }

    /// <summary>Count a release that the owner of the page's memory refuses. The page is of some zone.</summary>
    public readonly ReleaseResult RefuseForeign(Pfn page)
    {
        ZoneOf(page)->Counters.RefusedForeign++;
        return ReleaseResult.NotManaged;
    }

    /// <summary>The zone of a page, or null beyond the end. The lowest zone begins at page 0, so there is one that begins
    /// no later than the page.</summary>
    /// <remarks>The last zone is asked first, and outside of the loop: most pages are there.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Zone* ZoneOf(Pfn page)
    {
        Zone* zone = _last;
        if (page.Value < zone->First)
            zone = LowerZoneOf(page);
        return page.Value < zone->End ? zone : null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly Zone* LowerZoneOf(Pfn page)
    {
        Zone* zone = _last - 1;
        while (page.Value < zone->First)
            zone--;
        return zone;
    }

    /// <summary>Whether a page is free. A page of no zone is not.</summary>
    public readonly bool IsFree(Pfn page)
    {
        Zone* zone = ZoneOf(page);
        return zone != null && zone->IsFree(page);
    }

    /// <summary>One more than the last page number of any zone.</summary>
    public readonly uint End => _last->End;

    public readonly uint Free
    {
        get
        {
            uint free = 0;
            for (uint row = 0; row < _count; row++)
                free += _zones[row].Free;
            return free;
        }
    }

    /// <summary>Free pages that requests without a wish may take.</summary>
    public readonly uint OrdinaryFree
    {
        get
        {
            uint free = 0;
            for (Zone* zone = _zones; zone <= _default; zone++)
                free += zone->Available(GrabFlags.None, zone == _default);
            return free;
        }
    }

    /// <summary>Check everything that must hold between two operations; slow, for tests and panics.</summary>
    public AllocatorFault Verify()
    {
        uint end = 0;
        for (uint row = 0; row < _count; row++)
        {
            ref Zone zone = ref _zones[row];
            if (zone.First != end || zone.End < zone.First)
                return AllocatorFault.Tiling;
            end = zone.End;
            if (!zone.Agrees())
                return AllocatorFault.Zone;
            AllocatorFault fault = VerifyOwner(ref zone);
            if (fault != AllocatorFault.None)
                return fault;
        }
        return AllocatorFault.None;
    }

    private AllocatorFault VerifyOwner(ref Zone zone)
    {
        uint managed = 0;
        for (uint number = zone.First; number < zone.End; number++)
        {
            if (Owner.IsManaged(new Pfn(number)))
                managed++;
            else if (zone.IsFree(new Pfn(number)))
                return AllocatorFault.FreePageNotManaged;
        }
        return managed == zone.Managed ? AllocatorFault.None : AllocatorFault.ManagedCount;
    }

    // The first zone has no page above the mark: those below the mark for who may, then the zones below.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool TryGrabScarce(Zone* top, GrabFlags flags, out Pfn page)
    {
        for (Zone* zone = top; zone != null; zone = Below(zone, flags))
            if (MayTakeFrom(zone, 1, flags))
            {
                page = zone->Take();
                NoteTaken(zone, flags, 1);
                return true;
            }
        CountRefusal(1, flags, searched: false);
        page = default;
        return false;
    }
}
