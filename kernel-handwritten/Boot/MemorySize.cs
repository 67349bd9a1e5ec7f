using Mach.Vm;

namespace Mach;

/// <summary>How much memory there is: mem_size_init of i386at/model_dep.c.</summary>
internal static unsafe partial class model_dep_c
{
    /// <summary>Devices are above it on any PC of today; memory there is not looked for.</summary>
    private const uint LargestMemory = 0xe0000000;

    /// <summary>
    /// What the kernel keeps about each page below the end of memory, there or not: its structure, its place in the
    /// tables of objects and mappings, its bits. Rounded up.
    /// </summary>
    private const uint BytesPerPage = 96;

    /// <summary>
    /// Set the end of memory: that of the highest range, but where memory is far between no higher than half of the
    /// memory with an address can keep books of. Memory beyond the direct map is memory like other memory; what boot
    /// itself needs comes from below, so only that is counted as available to it.
    /// </summary>
    [Replaces("i386/i386at/model_dep.c", "mem_size_init", "a960b5a09b163669")]
    private static void mem_size_init()
    {
        FindRanges(LargestMemory);
        phys_first_addr = 0;
        phys_last_addr = s_ranges.End & ~(Pfn.PageSize - 1);
        uint mostPages = s_ranges.BytesBelow(DirectMapEnd) / 2 / BytesPerPage;
        if (phys_last_addr / Pfn.PageSize > mostPages)
            phys_last_addr = mostPages * Pfn.PageSize;
        printf(T("AT386 boot: physical memory from 0x%x to 0x%x\n"u8), (int)phys_first_addr, (int)phys_last_addr);
        if (phys_last_addr < (s_ranges.End & ~(Pfn.PageSize - 1)))
            printf(T("memory above is not used: to keep books of it takes more than half of what has an address\n"u8));
        if (phys_last_addr > DirectMapLimit)
            printf(T("beyond 0x%x it is for pages that are mapped when they are used\n"u8), (int)DirectMapLimit);

        avail_remaining = s_ranges.BytesBelow(DirectMapEnd) - FIRST_AVAIL;
    }
}
