using Mach.Vm;

namespace Mach;

/// <summary>
/// Where the zones of physical memory part, and the two predicates that intel/pmap.c of the changed kernel has. The
/// bounds are pure functions of the end of memory, so they are not set anywhere: nothing has to run before they are
/// right, pmap_bootstrap stays as it is, and no call can come too early.
/// </summary>
internal static unsafe class PmapZones
{
    /// <summary>
    /// First address that the ISA DMA controller cannot reach: its page registers hold 8 bits above the 16 bits of the
    /// 8237's own address (Intel 8237A data sheet; AT page registers).
    /// </summary>
    public const uint DmaLimit = 16u << 20;

    /// <summary>End of the memory that the kernel sees at a fixed distance; beyond it a page has to be mapped
    /// first.</summary>
    public const uint DirectMapLimit = 800u << 20;

    /// <summary>Where the direct map of this machine ends.</summary>
    public static uint DirectMapEnd => phys_last_addr < DirectMapLimit ? phys_last_addr : DirectMapLimit;

    /// <summary>The rows of the zone table. One more kind of memory is one more row here and in
    /// <see cref="SetLimits"/>.</summary>
    public const uint DmaRow = 0;
    public const uint NormalRow = 1;
    public const uint HighRow = 2;
    public const uint RowCount = 3;

    /// <summary>The first page beyond each zone, lowest zone first; the last one has no end but that of
    /// memory.</summary>
    public static void SetLimits(uint* limits)
    {
        limits[DmaRow] = new PhysAddr(DmaLimit).Page.Value;
        limits[NormalRow] = new PhysAddr(DirectMapLimit).Page.Value;
        limits[HighRow] = Pfn.Limit;
    }

    /// <summary>The row of a page; what <see cref="SetLimits"/> says, without a search.</summary>
    public static uint RowOf(Pfn page)
    {
        if (page.Value >= DirectMapLimit >> Pfn.Shift)
            return HighRow;
        return page.Value >= DmaLimit >> Pfn.Shift ? NormalRow : DmaRow;
    }

    /// <summary>What the console calls a row.</summary>
    public static sbyte* NameOf(uint row) =>
        row switch
        {
            DmaRow => T("DMA"u8),
            NormalRow => T("normal"u8),
            _ => T("high"u8),
        };

    /// <summary>First address of each zone, and the first behind it. An empty zone has both equal.</summary>
    internal static uint vm_page_dma_first => 0;

    internal static uint vm_page_dma_last => phys_last_addr < DmaLimit ? phys_last_addr : DmaLimit;

    internal static uint vm_page_normal_first => vm_page_dma_last;

    internal static uint vm_page_normal_last => DirectMapEnd;

    internal static uint vm_page_high_first => vm_page_normal_last;

    internal static uint vm_page_high_last => phys_last_addr;

    /// <summary>Whether memory at this physical address is of the DMA zone; for any memory exactly one of the two
    /// holds.</summary>
    internal static int pmap_is_dma(uint pa) => pa < DmaLimit ? 1 : 0;

    internal static int pmap_is_normal(uint pa) => pa >= DmaLimit ? 1 : 0;
}
