using Mach.Kmem;
using Mach.Vm;

namespace Mach;

/// <summary>
/// The kernel's pages for kmalloc: by address of the direct map, with the notes in the page structures. Interrupts are
/// off, and stay so.
/// </summary>
internal unsafe struct KmemSource : IPageSource
{
    /// <summary>Who asks the pool.</summary>
    public GrabFlags Requester;

    public readonly void* Take(uint sizePages, bool dma) =>
        kmem_c.TakePages(new KmemRequest(sizePages, dma, GFP_ATOMIC, Requester));

    public readonly void Give(void* pages, uint sizePages)
    {
        Pfn first = DirectMap.ToPhysical(pages).Page;
        for (uint i = 0; i < sizePages; i++)
            vm_page_release(VmFreePages.Lookup(new Pfn(first.Value + i)), FALSE);
    }

    // SAFETY: a page of the glue is wired and in no object, so listq, next, object and offset are nobody else's; the
    // note covers these and pageq, which a page that is neither free nor pageable does not use. LayoutTests compares.
    public readonly PageNote* NoteOf(void* address) =>
        DirectMap.Has(address) ? (PageNote*)VmFreePages.Lookup(DirectMap.ToPhysical(address).Page) : null;

    public readonly void* PageOf(PageNote* note) => DirectMap.ToVirtual(new PhysAddr(((vm_page*)note)->phys_addr));

    public readonly bool IsFree(void* page) => VmFreePages.Pages.IsFree(DirectMap.ToPhysical(page).Page);

    public readonly bool HasOther => VmFreePages.Normal.Free != 0;

    public readonly bool IsDma(void* page) => pmap_is_dma(DirectMap.ToPhysical(page).Value) != FALSE;
}
