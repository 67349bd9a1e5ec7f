using Mach.Vm;

namespace Mach;

/// <summary>
/// Where the zones of physical memory part, and the two predicates that intel/pmap.c of the changed kernel has. The
/// bounds are pure functions of the end of memory, so they are not set anywhere: nothing has to run before they are
/// right, pmap_bootstrap stays as it is, and no call can come too early.
/// </summary>
internal static class PmapZones
{
    /// <summary>
    /// First address that the ISA DMA controller cannot reach: its page registers hold 8 bits above the 16 bits of the
    /// 8237's own address (Intel 8237A data sheet; AT page registers).
    /// </summary>
    public const uint DmaLimit = 16u << 20;

    /// <summary>The first page beyond the reach of DMA.</summary>
    public static Pfn DmaEnd => new PhysAddr(DmaLimit).Page;

    /// <summary>First address of each zone, and the first behind it. An empty zone has both equal.</summary>
    internal static uint vm_page_dma_first => 0;

    internal static uint vm_page_dma_last => phys_last_addr < DmaLimit ? phys_last_addr : DmaLimit;

    internal static uint vm_page_normal_first => vm_page_dma_last;

    internal static uint vm_page_normal_last => phys_last_addr;

    /// <summary>Whether memory at this physical address is of the DMA zone; for any memory exactly one of the two holds.</summary>
    internal static int pmap_is_dma(uint pa) => pa < DmaLimit ? 1 : 0;

    internal static int pmap_is_normal(uint pa) => pa >= DmaLimit ? 1 : 0;
}
