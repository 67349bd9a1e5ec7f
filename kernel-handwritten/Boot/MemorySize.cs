using Mach.Vm;

namespace Mach;

/// <summary>How much memory there is: mem_size_init of i386at/model_dep.c.</summary>
internal static unsafe partial class model_dep_c
{
    /// <summary>Devices are above it on any PC of today; memory there is not looked for.</summary>
    private const uint LargestMemory = 0xe0000000;

    /// <summary>
    /// Set the end of memory from the boot loader's number of KiB above 1 MiB. Memory beyond the direct map is memory
    /// like other memory; what boot itself needs comes from below, so only that is counted as available to it.
    /// </summary>
    [Replaces("i386/i386at/model_dep.c", "mem_size_init", "198f9055ede0c69c")]
    private static void mem_size_init()
    {
        uint upper = boot_info.mem_upper;
        if (upper > (LargestMemory - LOW_MEMORY_END) / 1024)
            upper = (LargestMemory - LOW_MEMORY_END) / 1024;
        phys_first_addr = 0;
        phys_last_addr = (LOW_MEMORY_END + upper * 1024) & ~(Pfn.PageSize - 1);
        printf(T("AT386 boot: physical memory from 0x%x to 0x%x\n"u8), (int)phys_first_addr, (int)phys_last_addr);
        if (phys_last_addr > DirectMapLimit)
            printf(T("beyond 0x%x it is for pages that are mapped when they are used\n"u8), (int)DirectMapLimit);

        avail_remaining = DirectMapEnd - (LOW_MEMORY_END - boot_info.mem_lower * 1024 - FIRST_AVAIL);
    }
}
