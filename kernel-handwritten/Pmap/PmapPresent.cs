using Mach.Vm;

namespace Mach;

/// <summary>Taking pages out of the direct map for a while: what a debug boot does with those that are free.</summary>
internal static unsafe partial class pmap_c
{
    /// <summary>Whether a page of the direct map can be touched.</summary>
    internal static bool IsPresent(PhysAddr paddr) => (*EntryOf(paddr) & INTEL_PTE_VALID) != 0;

    /// <summary>Let a page of the direct map be there or not; its entry keeps its address and rights.</summary>
    internal static void SetPresent(PhysAddr paddr, bool present)
    {
        uint* entry = EntryOf(paddr);
        *entry = present ? *entry | INTEL_PTE_VALID : *entry & ~(uint)INTEL_PTE_VALID;
        update_tlb(kernel_pmap, (uint)DirectMap.ToVirtual(paddr));
    }

    private static uint* EntryOf(PhysAddr paddr) => pmap_pte(kernel_pmap, (uint)DirectMap.ToVirtual(paddr));
}
