using System.Runtime.CompilerServices;
using Mach.Vm;

namespace Mach;

/// <summary>
/// Grabbing, releasing and waiting for pages: what vm/vm_resident.c offers to the rest of the kernel, on top of
/// <see cref="VmFreePages"/>. Names, parameters and results are those of the C; requests by zone are new.
/// </summary>
internal static unsafe partial class vm_resident_c
{
    /// <summary>Flag of the grab functions: memory that the ISA DMA controller reaches, or none.</summary>
    internal const uint VM_PAGE_DMA = (uint)GrabFlags.Dma;

    /// <summary>Free pages of the two zones, linked through pageq.</summary>
    internal static queue_entry* vm_page_queue_free_dma => VmFreePages.QueueOf(PmapZones.DmaRow);

    internal static queue_entry* vm_page_queue_free_normal => VmFreePages.QueueOf(PmapZones.NormalRow);

    /// <summary>
    /// Remove a page from the free list, or return null when only what is kept for others is left or an external object
    /// would exceed its share; the pageout daemon and others with the privilege are served as long as there is a page.
    /// Never blocks; may be called at interrupt level, and has the pages then that are kept for those who cannot wait.
    /// </summary>
    [Replaces("vm/vm_resident.c", "vm_page_grab", "2394cd83f16eb9c0")]
    internal static vm_page_t vm_page_grab(boolean_t external) => vm_page_grab_flags(external, 0);

    /// <summary>
    /// The same with a wish. Without VM_PAGE_DMA a normal page, or else one of the DMA zone above its reserve; with it
    /// a page of the DMA zone, or null.
    /// </summary>
    internal static vm_page_t vm_page_grab_flags(boolean_t external, uint flags) =>
        VmFreePages.Grab(external, (GrabFlags)(flags & VM_PAGE_DMA));

    /// <summary>
    /// Make a free page the resident copy at an offset of an object, which is locked. Null if no page can be had. Such
    /// pages are always mapped before they are used, so they come from beyond the direct map while there are any.
    /// </summary>
    [Replaces("vm/vm_resident.c", "vm_page_alloc", "6f742fe63a814ab5")]
    internal static vm_page_t vm_page_alloc(vm_object_t @object, vm_offset_t offset)
    {
        GrabFlags flags = phys_last_addr > DirectMapLimit ? GrabFlags.High : GrabFlags.None;
        vm_page* page = VmFreePages.Grab(@object->@internal == 0 ? TRUE : FALSE, flags);
        if (page != null)
            vm_page_insert(page, @object, offset);
        return page;
    }

    /// <summary>
    /// Grab pages that follow one another in physical memory and store them in ascending order. <paramref name="bits"/>
    /// was the scratch map of the search and may be anything: there is a standing map now.
    /// </summary>
    [Replaces("vm/vm_resident.c", "vm_page_grab_contiguous_pages", "f82ed0b9f6453a68")]
    internal static kern_return_t vm_page_grab_contiguous_pages(
        int npages,
        vm_page_t* pages,
        natural_t* bits,
        boolean_t external
    )
    {
        if (npages <= 0)
            return KERN_INVALID_ARGUMENT;

        if (!VmFreePages.TryGrabRun((uint)npages, external, GrabFlags.None, 0, 0, out Pfn first))
            return KERN_RESOURCE_SHORTAGE;

        for (int i = 0; i < npages; i++)
            pages[i] = VmFreePages.Lookup(new Pfn(first.Value + (uint)i));
        return KERN_SUCCESS;
    }

    /// <summary>
    /// The same by physical address. The number of the first page is a multiple of <paramref name="alignPages"/>; 0
    /// means anywhere. All pages are of one zone.
    /// </summary>
    internal static kern_return_t vm_page_grab_contiguous_pages_flags(
        int npages,
        vm_offset_t* paddr,
        boolean_t external,
        uint flags,
        uint alignPages
    ) => GrabContiguous(npages, paddr, external, (GrabFlags)(flags & VM_PAGE_DMA), alignPages);

    /// <summary>The same from the zone of one queue and from no other.</summary>
    internal static kern_return_t vm_page_grab_contiguous_pages_queue(
        int npages,
        vm_offset_t* paddr,
        boolean_t external,
        queue_entry* queue,
        uint alignPages
    ) =>
        GrabContiguous(
            npages,
            paddr,
            external,
            queue == vm_page_queue_free_dma ? GrabFlags.Dma : GrabFlags.NoFallback,
            alignPages
        );

    /// <summary>The structure of the page that holds a physical address, or null when that memory is not
    /// managed.</summary>
    internal static vm_page_t vm_page_physaddr_lookup(vm_offset_t paddr) =>
        VmFreePages.Lookup(new PhysAddr(paddr).Page);

    /// <summary>
    /// Return a page to the free list. A page that is free already, or whose memory another structure has, changes
    /// nothing; the console names the caller.
    /// </summary>
    [Replaces("vm/vm_resident.c", "vm_page_release", "a6dc3175d5da806c")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void vm_page_release(vm_page_t mem, boolean_t external)
    {
        ReleaseResult result = VmFreePages.TryRelease(mem, external);
        if (result != ReleaseResult.Released)
            BadUse.ReportRelease(
                mem,
                result,
                CallSite.OfCallTo((void*)(delegate* <vm_page*, int, void>)&vm_page_release)
            );
    }

    /// <summary>
    /// Give a fictitious page the memory of a real one. The address finds the structure that has the memory now; when
    /// it is released, the memory goes back to the structure it came from, and the other is fictitious again.
    /// </summary>
    [Replaces("vm/vm_resident.c", "vm_page_convert", "043abe7de59d1bf2")]
    internal static boolean_t vm_page_convert(vm_page_t m, boolean_t external)
    {
        vm_page* real = vm_page_grab(external);
        if (real == null)
            return FALSE;

        m->external = real->external;
        m->extcounted = real->extcounted;
        uint saved = Interrupts.SaveAndDisable();
        VmFreePages.Pages.Owner.Lend(real, m);
        Interrupts.Restore(saved);
        return TRUE;
    }

    /// <summary>
    /// Wait for a page that the current thread's last request, which was refused, can have; when there is one already,
    /// do not wait at all. Whether there is one is the question that refused it, asked again: a thread never waits while
    /// it could be served, nor spins because it could not.
    /// </summary>
    [Replaces("vm/vm_resident.c", "vm_page_wait", "4ba207a91fb9a750")]
    internal static void vm_page_wait(delegate* unmanaged[Cdecl, SuppressGCTransition]<void> continuation)
    {
        // A page released by an interrupt handler must find this thread on the wait queue: interrupts stay off until
        // assert_wait, which turns them on when it is done.
        uint saved = Interrupts.SaveAndDisable();
        bool mustWait = VmWaiters.MustWait(out void* @event);
        if (mustWait)
        {
            VmWakeups.NoteDaemon();
            assert_wait(@event, FALSE);
        }
        Interrupts.Restore(saved);
        if (!mustWait)
            return;
        VmWakeups.DeliverAtTick(); // whoever may block has interrupts on
        thread_block(continuation);
    }

    private static kern_return_t GrabContiguous(
        int npages,
        vm_offset_t* paddr,
        boolean_t external,
        GrabFlags flags,
        uint alignPages
    )
    {
        if (npages <= 0)
            return KERN_INVALID_ARGUMENT;
        if (!VmFreePages.TryGrabRun((uint)npages, external, flags, alignPages, 0, out Pfn first))
            return KERN_RESOURCE_SHORTAGE;
        *paddr = first.Start.Value;
        return KERN_SUCCESS;
    }
}
