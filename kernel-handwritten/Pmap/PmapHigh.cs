using System.Runtime.CompilerServices;
using Mach.Vm;

namespace Mach;

/// <summary>
/// The parts of intel/pmap.c that have to know about memory beyond the direct map. Such a page has no kernel address of
/// its own; to be cleared or copied it is mapped in a window for the moment. Two windows for the kernel, one for tests,
/// one for debug boots.
/// </summary>
internal static unsafe partial class pmap_c
{
    private const uint WindowPages = 4;

    /// <summary>The window of <see cref="PageGuard"/>, which comes from interrupt handlers as well, with interrupts
    /// off.</summary>
    internal const uint GuardWindow = 3;

    /// <summary>
    /// Kernel virtual memory for each page beyond the direct map: its structure, its entry in the table of mappings,
    /// its attributes, and a margin.
    /// </summary>
    private const uint TableBytesPerHighPage = 64;

    private static uint s_windows;

    /// <summary>
    /// Make the kernel's map, with paging still off: the direct map, the kernel's own virtual memory, which is larger
    /// where there are more pages to keep books of, and the windows. The kernel's text is mapped for reading only.
    /// </summary>
    [Replaces("i386/intel/pmap.c", "pmap_bootstrap", "bf005216ce29ded2")]
    internal static void pmap_bootstrap()
    {
        kernel_pmap = (pmap*)Unsafe.AsPointer(ref kernel_pmap_store);
        kernel_pmap->ref_count = 1;
        kernel_pmap->dirbase_phys = pmap_grab_page();
        kernel_pmap->dirbase = (uint*)DirectMap.ToVirtual(new PhysAddr(kernel_pmap->dirbase_phys));
        zero_words((uint)kernel_pmap->dirbase, Pfn.PageSize);

        uint highPages = (phys_last_addr - DirectMapEnd) / Pfn.PageSize;
        kernel_virtual_start = (uint)DirectMap.ToVirtual(new PhysAddr(DirectMapEnd));
        kernel_virtual_end =
            kernel_virtual_start + MOREVM + Pfn.PagesFor(highPages * TableBytesPerHighPage) * Pfn.PageSize;
        s_windows = kernel_virtual_end;

        for (
            uint va = (uint)DirectMap.ToVirtual(default);
            va < s_windows + WindowPages * Pfn.PageSize;
            va += NPTES * Pfn.PageSize
        )
            MakeTable(va);
    }

    /// <summary>Fill a page with zeros.</summary>
    [Replaces("i386/intel/pmap.c", "pmap_zero_page", "b0f75270853e41ac")]
    internal static void pmap_zero_page(uint p) => zero_words(AddressOf(p, 0), Pfn.PageSize);

    /// <summary>Copy a page.</summary>
    [Replaces("i386/intel/pmap.c", "pmap_copy_page", "438ddb3718e8a2e6")]
    internal static void pmap_copy_page(uint src, uint dst) =>
        Porting.rt.copy((void*)AddressOf(dst, 0), (void*)AddressOf(src, 1), Pfn.PageSize);

    /// <summary>
    /// An address at which a page can be read and written until the window is used again: that of the direct map, or
    /// else the window. Threads are not preempted, and no interrupt handler comes here.
    /// </summary>
    internal static uint AddressOf(uint paddr, uint window)
    {
        if (paddr < DirectMapLimit)
            return (uint)DirectMap.ToVirtual(new PhysAddr(paddr));
        return MapInWindow(paddr, window);
    }

    /// <summary>The same through the window, wherever the page is.</summary>
    internal static uint MapInWindow(uint paddr, uint window)
    {
        uint va = s_windows + window * Pfn.PageSize;
        *pmap_pte(kernel_pmap, va) = paddr | INTEL_PTE_VALID | INTEL_PTE_WRITE;
        update_tlb(kernel_pmap, va);
        return va;
    }

    // One page table: direct map, text without the right to write, and nothing yet in the kernel's own part.
    private static void MakeTable(uint va)
    {
        uint table = pmap_grab_page();
        kernel_pmap->dirbase[(va + LINEAR_MIN_KERNEL_ADDRESS) >> PDESHIFT] = table | INTEL_PTE_VALID | INTEL_PTE_WRITE;
        uint* entries = (uint*)DirectMap.ToVirtual(new PhysAddr(table));
        for (uint i = 0; i < NPTES; i++, va += Pfn.PageSize)
        {
            bool isText = va >= ((uint)_start & ~(Pfn.PageSize - 1)) && va + Pfn.PageSize <= (uint)etext;
            uint entry = DirectMap.ToPhysical((void*)va).Value | INTEL_PTE_VALID | (isText ? 0u : INTEL_PTE_WRITE);
            entries[i] = va < kernel_virtual_start ? entry : 0;
        }
    }
}
