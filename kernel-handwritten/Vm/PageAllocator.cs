namespace Mach.Vm;

/// <summary>What a request for pages may and may not take.</summary>
[System.Flags]
internal enum GrabFlags : uint
{
    /// <summary>Any zone will do: normal first, then DMA down to its reserve.</summary>
    None = 0,

    /// <summary>The DMA zone and no other. Same bit as <c>VM_PAGE_DMA</c>.</summary>
    Dma = 1,

    /// <summary>The reserve of the DMA zone is open too: boot, and threads that work to free memory.</summary>
    UseReserve = 2,

    /// <summary>The normal zone and no other.</summary>
    Normal = 4,
}

/// <summary>Why a page was not taken back.</summary>
internal enum ReleaseResult
{
    Released,

    /// <summary>No structure was ever entered for this page number.</summary>
    NotManaged,

    /// <summary>Its bit is set already: a double free. Nothing was changed.</summary>
    AlreadyFree,
}

/// <summary>First disagreement that <see cref="PageAllocator.Verify"/> found.</summary>
internal enum AllocatorFault
{
    None,
    DmaZone,
    NormalZone,
    FreePageNotManaged,
    ManagedCount,
}

/// <summary>
/// Which page a request gets. Knows page numbers, two zones and a bitmap; knows nothing of threads, thresholds, queues
/// or <c>struct vm_page</c>, so the same source runs on a development host against a naive model.
///
/// <para>Holds after every operation (checked by <see cref="Verify"/>): the number of set bits of a zone is its free
/// count; a set bit belongs to a managed page; every managed page is in exactly one zone, for life; a request that is
/// refused has changed nothing.</para>
///
/// <para>Never does: blocking, locking, allocation of its own memory. The caller has interrupts off.</para>
/// </summary>
internal unsafe struct PageAllocator
{
    public FreeBitmap Map;
    public PageArray Pages;
    public Zone Dma;
    public Zone Normal;

    /// <summary>
    /// Divide the pages [0, end) at <paramref name="dmaEnd"/>, the first page the ISA DMA controller cannot reach.
    /// Where the machine ends before that page, the normal zone is empty.
    /// </summary>
    public void SetBounds(uint end, uint dmaEnd)
    {
        uint split = dmaEnd < end ? dmaEnd : end;
        Dma.Initialize(0, split);
        Normal.Initialize(split, end);
    }

    /// <summary>
    /// Put a page under management, held by the caller, who releases it next. Page 0 is refused: its address is the
    /// number by which drivers are told "no memory". So are pages beyond the end and pages added before.
    /// </summary>
    public bool TryAdd(Pfn page, void* structure)
    {
        if (page.Value == 0 || page.Value >= Map.Bits || structure == null || !Pages.TryAdd(page, structure))
            return false;
        if (Dma.Contains(page))
            Dma.Managed++;
        else
            Normal.Managed++;
        return true;
    }

    public bool TryGrab(GrabFlags flags, out Pfn page)
    {
        if ((flags & GrabFlags.Dma) != 0)
            return Dma.TryTake(in Map, true, out page);
        if (Normal.TryTake(in Map, true, out page))
            return true;
        return (flags & GrabFlags.Normal) == 0 && Dma.TryTake(in Map, MayUseReserve(flags), out page);
    }

    /// <summary>
    /// A run of pages with neighbouring addresses, all from one zone. <paramref name="align"/> and
    /// <paramref name="boundary"/> are in pages; 0 means no condition.
    /// </summary>
    public bool TryGrabRun(uint sizePages, GrabFlags flags, uint align, uint boundary, out Pfn first)
    {
        uint step = align == 0 ? 1 : align;
        if ((flags & GrabFlags.Dma) != 0)
            return Dma.TryTakeRun(in Map, true, sizePages, step, boundary, out first);
        if (Normal.TryTakeRun(in Map, true, sizePages, step, boundary, out first))
            return true;
        return (flags & GrabFlags.Normal) == 0
            && Dma.TryTakeRun(in Map, MayUseReserve(flags), sizePages, step, boundary, out first);
    }

    public ReleaseResult Release(Pfn page)
    {
        if (Pages.Lookup(page) == null)
            return ReleaseResult.NotManaged;
        if (Map.Test(page.Value))
            return ReleaseResult.AlreadyFree;
        if (Dma.Contains(page))
            Dma.Put(in Map, page);
        else
            Normal.Put(in Map, page);
        return ReleaseResult.Released;
    }

    public readonly uint Free => Dma.Free + Normal.Free;

    /// <summary>Free pages that requests without <see cref="GrabFlags.Dma"/> may take.</summary>
    public readonly uint OrdinaryFree => Normal.Free + Dma.Available(false);

    /// <summary>Check everything that must hold between two operations; slow, for tests and panics.</summary>
    public readonly AllocatorFault Verify()
    {
        if (!Dma.Agrees(in Map))
            return AllocatorFault.DmaZone;
        if (!Normal.Agrees(in Map))
            return AllocatorFault.NormalZone;

        uint managed = 0;
        for (uint number = 0; number < Map.Bits; number++)
        {
            if (Pages.Lookup(new Pfn(number)) != null)
                managed++;
            else if (Map.Test(number))
                return AllocatorFault.FreePageNotManaged;
        }
        return managed == Dma.Managed + Normal.Managed ? AllocatorFault.None : AllocatorFault.ManagedCount;
    }

    private static bool MayUseReserve(GrabFlags flags) => (flags & GrabFlags.UseReserve) != 0;
}
