using Mach.Vm;

namespace Mach;

/// <summary>Mappings that follow a page to other memory.</summary>
internal static unsafe partial class pmap_c
{
    /// <summary>
    /// Let all that maps one page map another, which nothing maps; what the hardware has noted of the first is true of
    /// the second. False, with nothing changed, if one of the mappings is wired. The contents are the same already, and
    /// nobody writes in between: threads are not preempted, and handlers know no mapped pages.
    /// </summary>
    internal static bool TryMoveMappings(PhysAddr from, PhysAddr to)
    {
        int level = splvm();
        pv_entry* old = pv_head_table + from.Page.Value;
        bool isWired = false;
        if (old->pmap != null)
            for (pv_entry* pv = old; pv != null; pv = pv->next)
                isWired |= (*pmap_pte(pv->pmap, pv->va) & INTEL_PTE_WIRED) != 0;
        if (!isWired)
            Move(old, from, to);
        splx(level);
        return !isWired;
    }

    private static void Move(pv_entry* old, PhysAddr from, PhysAddr to)
    {
        pmap_phys_attributes[to.Page.Value] = pmap_phys_attributes[from.Page.Value];
        pmap_phys_attributes[from.Page.Value] = 0;
        if (old->pmap == null)
            return;
        pv_entry* moved = pv_head_table + to.Page.Value;
        moved->pmap = old->pmap;
        moved->va = old->va;
        moved->next = old->next;
        old->pmap = null;
        old->next = null;
        for (pv_entry* pv = moved; pv != null; pv = pv->next)
        {
            uint* entry = pmap_pte(pv->pmap, pv->va);
            *entry = *entry & (Pfn.PageSize - 1) | to.Value;
            update_tlb(pv->pmap, pv->va);
        }
    }
}
