namespace Mach.Vm;

/// <summary>
/// What has happened in a zone since boot, in pages or in requests, modulo 2^32. A request that is refused is counted
/// once, in the zone that it began with, in exactly one of the columns that <see cref="Refused"/> adds up.
/// </summary>
internal struct ZoneCounters
{
    /// <summary>Pages handed out; and those of them that went to requests which began with a higher zone.</summary>
    public uint Grabbed;
    public uint Stolen;

    /// <summary>Requests refused since too few pages were free, or since those that were are kept for others.</summary>
    public uint RefusedEmpty;
    public uint RefusedKept;

    /// <summary>Requests refused since there is no such run, though there are pages.</summary>
    public uint RefusedBroken;

    /// <summary>Requests refused whatever is free: external objects have their share; a test wants it so.</summary>
    public uint RefusedLimit;
    public uint RefusedTest;

    /// <summary>Releases that were refused: the page was free, or nobody's.</summary>
    public uint RefusedDouble;
    public uint RefusedForeign;

    /// <summary>Threads that began to wait for a page of this zone or, failing that, of one below; and those that were
    /// woken, or gave up.</summary>
    public uint Waits;
    public uint Wakes;

    /// <summary>Pages that the pageout daemon took from their objects; that were moved away, to be free or to be part
    /// of a run; that kmalloc gave back when it was asked to.</summary>
    public uint Evicted;
    public uint Migrated;
    public uint Collected;

    /// <summary>All requests refused.</summary>
    public readonly uint Refused => RefusedEmpty + RefusedKept + RefusedBroken + RefusedLimit + RefusedTest;

    // Field by field: as one value it would be cleared with a vector register.
    public void Reset()
    {
        Grabbed = 0;
        Stolen = 0;
        RefusedEmpty = 0;
        RefusedKept = 0;
        RefusedBroken = 0;
        RefusedLimit = 0;
        RefusedTest = 0;
        RefusedDouble = 0;
        RefusedForeign = 0;
        Waits = 0;
        Wakes = 0;
        Evicted = 0;
        Migrated = 0;
        Collected = 0;
    }
}
