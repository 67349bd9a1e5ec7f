namespace Mach.Vm;

/// <summary>
/// What has happened in a zone since boot, in pages or in requests, modulo 2^32. Every refusal is in exactly one
/// column.
/// </summary>
internal struct ZoneCounters
{
    /// <summary>Pages handed out.</summary>
    public uint Grabbed;

    /// <summary>Requests that the zone refused: no free page but the reserve; free pages, but no such run.</summary>
    public uint RefusedEmpty;
    public uint RefusedBroken;

    /// <summary>Releases that were refused: the page was free, or nobody's.</summary>
    public uint RefusedDouble;
    public uint RefusedForeign;

    // Field by field: as one value it would be cleared with a vector register.
    public void Reset()
    {
        Grabbed = 0;
        RefusedEmpty = 0;
        RefusedBroken = 0;
        RefusedDouble = 0;
        RefusedForeign = 0;
    }
}
