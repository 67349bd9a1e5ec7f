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

    /// <summary>Free pages that requests for other zones leave alone.</summary>
    public uint reserve;

    /// <summary>Coming below so many free pages wakes the pageout daemon.</summary>
    public uint low;

    /// <summary>64 KiB lines that are free from end to end.</summary>
    public uint whole_lines;

    /// <summary>Pages handed out and taken back since boot; what came back less what went out is what is
    /// free.</summary>
    public uint grabbed;
    public uint released;

    /// <summary>Requests refused for want of pages and for want of a run; releases refused: double, foreign.</summary>
    public uint refused_empty;
    public uint refused_broken;
    public uint refused_double;
    public uint refused_foreign;
}

/// <summary>Statistics of the zones: for programs by the host interface's convention, for people on the
/// console.</summary>
internal static unsafe class ZoneStatistics
{
    /// <summary>One consistent picture of a zone. KERN_INVALID_ARGUMENT where there is no such row.</summary>
    internal static int host_zone_info(uint row, host_zone_info_data* info)
    {
        if (row >= VmFreePages.Pages.ZoneCount || info == null)
            return KERN_INVALID_ARGUMENT;
        uint saved = Interrupts.SaveAndDisable();
        ref Zone zone = ref VmFreePages.Rows[row];
        info->first = zone.First;
        info->end = zone.End;
        info->managed = zone.Managed;
        info->free = zone.Free;
        info->held = zone.Held;
        info->reserve = zone.Reserve;
        info->low = zone.Low;
        info->whole_lines = zone.WholeLines;
        info->grabbed = zone.Counters.Grabbed;
        info->released = zone.Released;
        info->refused_empty = zone.Counters.RefusedEmpty;
        info->refused_broken = zone.Counters.RefusedBroken;
        info->refused_double = zone.Counters.RefusedDouble;
        info->refused_foreign = zone.Counters.RefusedForeign;
        Interrupts.Restore(saved);
        return KERN_SUCCESS;
    }

    /// <summary>
    /// The console command <c>zones</c> (ConsoleCommands): a line for each zone. Said on the kernel's command line it
    /// runs when boot is done; in the debugger, <c>call zones_print()</c>. The lines are comments to a reader of test
    /// results.
    /// </summary>
    internal static void zones_print()
    {
        for (uint row = 0; row < VmFreePages.Pages.ZoneCount; row++)
        {
            host_zone_info_data info;
            host_zone_info(row, &info);
            printf(T("# zone %s: pages %u-%u"u8), PmapZones.NameOf(row), info.first, info.end);
            printf(T(", managed %u = free %u + held %u"u8), info.managed, info.free, info.held);
            printf(T(", reserve %u, low mark %u, whole lines %u"u8), info.reserve, info.low, info.whole_lines);
            printf(T(", grabbed %u, released %u"u8), info.grabbed, info.released);
            printf(
                T(", refused %u empty, %u broken, %u double, %u foreign\n"u8),
                info.refused_empty,
                info.refused_broken,
                info.refused_double,
                info.refused_foreign
            );
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
