using Mach.Vm;

namespace Mach;

/// <summary>What the host interface tells about a zone, in pages unless it says otherwise.</summary>
internal struct host_zone_info_data
{
    /// <summary>The zone's pages [first, end), and how many of them are ours; the others are holes and
    /// boot's.</summary>
    public uint first;
    public uint end;
    public uint managed;

    /// <summary>Free and held together are what is managed.</summary>
    public uint free;
    public uint held;

    /// <summary>Free pages that requests for other zones leave alone, on top of the marks.</summary>
    public uint reserve;

    /// <summary>The marks: pages for who frees memory, pages that ordinary requests leave, where the daemon begins, where
    /// it ends.</summary>
    public uint floor;
    public uint min;
    public uint low;
    public uint target;

    /// <summary>64 KiB lines that are free from end to end.</summary>
    public uint whole_lines;

    /// <summary>Pages handed out and taken back since boot; what came back less what went out is what is
    /// free.</summary>
    public uint grabbed;
    public uint released;

    /// <summary>Of the pages handed out, those for requests that began with a higher zone.</summary>
    public uint stolen;

    /// <summary>Requests that began with this zone and were refused, and the columns that add up to it: too few pages
    /// free; kept for others; no such run; the share of external objects; by a test.</summary>
    public uint refused;
    public uint refused_empty;
    public uint refused_kept;
    public uint refused_broken;
    public uint refused_limit;
    public uint refused_test;

    /// <summary>Releases refused: double, foreign.</summary>
    public uint refused_double;
    public uint refused_foreign;

    /// <summary>Threads that began to wait and that were woken; those that wait now are the difference.</summary>
    public uint waits;
    public uint wakes;

    /// <summary>Pages evicted, moved away, collected from kmalloc.</summary>
    public uint evicted;
    public uint migrated;
    public uint collected;
}

/// <summary>Statistics of the zones: for programs by the host interface's convention, for people on the
/// console.</summary>
internal static unsafe class ZoneStatistics
{
    /// <summary>
    /// One consistent picture of a zone. KERN_INVALID_ARGUMENT where there is no such row. Interrupts stay on: it is
    /// taken again if something has happened meanwhile.
    /// </summary>
    internal static int host_zone_info(uint row, host_zone_info_data* info)
    {
        if (row >= VmFreePages.Pages.ZoneCount || info == null)
            return KERN_INVALID_ARGUMENT;
        uint changes;
        do
        {
            changes = VmFreePages.Changes;
            Copy(ref VmFreePages.Rows[row], info);
        } while (changes != VmFreePages.Changes);
        return KERN_SUCCESS;
    }

    private static void Copy(ref Zone zone, host_zone_info_data* info)
    {
        info->first = zone.First;
        info->end = zone.End;
        info->managed = zone.Managed;
        info->free = zone.Free;
        info->held = zone.Held;
        info->reserve = zone.Reserve;
        info->floor = zone.Floor;
        info->min = zone.Min;
        info->low = zone.Low;
        info->target = zone.Target;
        info->whole_lines = zone.WholeLines;
        info->grabbed = zone.Counters.Grabbed;
        info->released = zone.Released;
        info->stolen = zone.Counters.Stolen;
        info->refused = zone.Counters.Refused;
        info->refused_empty = zone.Counters.RefusedEmpty;
        info->refused_kept = zone.Counters.RefusedKept;
        info->refused_broken = zone.Counters.RefusedBroken;
        info->refused_limit = zone.Counters.RefusedLimit;
        info->refused_test = zone.Counters.RefusedTest;
        info->refused_double = zone.Counters.RefusedDouble;
        info->refused_foreign = zone.Counters.RefusedForeign;
        info->waits = zone.Counters.Waits;
        info->wakes = zone.Counters.Wakes;
        info->evicted = zone.Counters.Evicted;
        info->migrated = zone.Counters.Migrated;
        info->collected = zone.Counters.Collected;
    }

    /// <summary>
    /// The console command <c>zones</c> (ConsoleCommands): lines for each zone. Said on the kernel's command line it
    /// runs when boot is done; in the debugger, <c>call zones_print()</c>. The lines are comments to a reader of test
    /// results.
    /// </summary>
    internal static void zones_print()
    {
        for (uint row = 0; row < VmFreePages.Pages.ZoneCount; row++)
        {
            host_zone_info_data info;
            host_zone_info(row, &info);
            sbyte* name = PmapZones.NameOf(row);
            printf(T("# zone %s: pages %u-%u"u8), name, info.first, info.end);
            printf(T(", managed %u = free %u + held %u"u8), info.managed, info.free, info.held);
            printf(T(", reserve %u, low mark %u, whole lines %u"u8), info.reserve, info.low, info.whole_lines);
            printf(T(", grabbed %u, released %u\n"u8), info.grabbed, info.released);
            printf(T("# marks %s: floor %u, min %u"u8), name, info.floor, info.min);
            printf(T(", low %u, target %u"u8), info.low, info.target);
            printf(T(", waits %u, wakes %u"u8), info.waits, info.wakes);
            printf(T(", stolen %u, evicted %u"u8), info.stolen, info.evicted);
            printf(T(", migrated %u, collected %u\n"u8), info.migrated, info.collected);
            printf(T("# refusals %s: %u = empty %u"u8), name, info.refused, info.refused_empty);
            printf(T(" + kept %u + broken %u"u8), info.refused_kept, info.refused_broken);
            printf(T(" + limit %u + test %u"u8), info.refused_limit, info.refused_test);
            printf(T("; releases: double %u, foreign %u\n"u8), info.refused_double, info.refused_foreign);
        }
        kmem_c.PrintBlocks();
    }

    private static void printf(sbyte* format, sbyte* name, uint first, uint end)
    {
        uint* arguments = stackalloc uint[3];
        arguments[0] = (uint)name;
        arguments[1] = first;
        arguments[2] = end;
        printf__va(format, (byte*)arguments);
    }

    private static void printf(sbyte* format, uint a, uint b, uint c = 0, uint d = 0, uint e = 0)
    {
        uint* arguments = stackalloc uint[5];
        arguments[0] = a;
        arguments[1] = b;
        arguments[2] = c;
        arguments[3] = d;
        arguments[4] = e;
        printf__va(format, (byte*)arguments);
    }
}
