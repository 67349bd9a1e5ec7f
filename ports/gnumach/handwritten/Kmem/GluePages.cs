using System.Numerics;
using Mach.Kmem;
using Mach.Vm;

namespace Gnumach;

/// <summary>GNU Mach's pages for the glue: by their address in the direct map, with the notes in their
/// structures.</summary>
internal unsafe struct GluePages : IPageSource
{
    public readonly void* Take(uint sizePages, bool dma)
    {
        uint order = (uint)BitOperations.Log2(sizePages * 2 - 1);
        vm_page* first = vm_page_c.TakeForGlue(order, dma);
        if (first == null)
            return null;
        for (uint i = sizePages; i < 1u << (int)order; i++)
            vm_page_free_pa(first + i, 0);
        return (void*)phystokv(first->phys_addr);
    }

    public readonly void Give(void* pages, uint sizePages)
    {
        vm_page* first = PageAt(pages);
        for (uint i = 0; i < sizePages; i++)
            vm_page_free_pa(first + i, 0);
    }

    public readonly PageNote* NoteOf(void* address) => (PageNote*)PageAt(address);

    public readonly void* PageOf(PageNote* note) => (void*)phystokv(((vm_page*)note)->phys_addr);

    public readonly bool IsFree(void* page) => PageAt(page)->type == VM_PT_FREE;

    public readonly bool IsDma(void* page) => _kvtophys((uint)page) < VM_PAGE_DMA_LIMIT;

    public readonly bool HasOther => vm_page_c.HasOther;

    private static vm_page* PageAt(void* address) => vm_page_lookup_pa(_kvtophys((uint)address & ~(Pfn.PageSize - 1)));
}
