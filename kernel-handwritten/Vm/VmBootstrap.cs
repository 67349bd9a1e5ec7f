using Mach.Vm;

namespace Mach;

/// <summary>
/// How memory gets under management: the parts of vm/vm_resident.c that run at boot, and vm_page_create. Order of
/// initialisation: zone bounds, bitmap, then (in pmap_startup) the page array, then each page as the machine supplies
/// it. The order of the pages does not matter; the bitmap sorts them.
/// </summary>
internal static unsafe partial class vm_resident_c
{
    /// <summary>
    /// Share of a zone that its marks are made of: a thirty-second, at most half a megabyte. So much of the DMA zone is
    /// kept for requests that name it: eight transfers of 64 KiB, more than the drivers of one machine have in flight.
    /// </summary>
    private const uint MarkDivisor = 32;

    private const uint MarkMaxPages = 128;

    // The table of a debug boot.
    private static uint* s_callers;

    /// <summary>
    /// Initialize the resident memory module: steal what has to exist before the page structures do, make those, and
    /// release all that is left of the memory. Returns the kernel virtual memory that is still unused.
    /// </summary>
    [Replaces("vm/vm_resident.c", "vm_page_bootstrap", "7e5fb0bcbf7b1b98")]
    internal static void vm_page_bootstrap(vm_offset_t* startp, vm_offset_t* endp)
    {
        // Whoever grabs a page owns it, and says so to others by the busy bit. All else in the template is zero.
        vm_page* template = addr_vm_page_template;
        template->busy = 1;
        template->page_lock = VM_PROT_NONE;
        template->unlock_request = VM_PROT_NONE;

        vm_page_queue_fictitious = null;
        for (uint row = 0; row < PmapZones.RowCount; row++)
            PageQueue.Initialize(VmFreePages.QueueOf(row));
        PageQueue.Initialize(addr_vm_page_queue_active);
        PageQueue.Initialize(addr_vm_page_queue_inactive);
        vm_page_free_wanted = 0;

        kentry_data_size = (uint)kentry_count * (uint)sizeof(vm_map_entry);
        kentry_data = pmap_steal_memory(kentry_data_size);
        zdata = pmap_steal_memory(zdata_size);
        StealBuckets();

        vm_page_free_bitmap_alloc();
        pmap_startup(startp, endp);

        *startp = RoundPage(*startp);
        *endp &= ~(Pfn.PageSize - 1);
        vm_page_free_count_minimum = (uint)vm_page_free_count;

        for (uint row = 0; row < PmapZones.RowCount; row++)
            VmFreePages.Rows[row].SetMarks(MarkDivisor, MarkMaxPages, isFallback: row < PmapZones.NormalRow);
        BootOptions.SetFailingRequest();
        if (s_callers != null)
            PageGuard.Begin(s_callers, EndOfMemory.Value);
    }

    /// <summary>
    /// Make a page structure for each page of memory, and release all pages that are left, in no particular order.
    /// </summary>
    [Replaces("vm/vm_resident.c", "pmap_startup", "d5f0e8c02a1e813f")]
    internal static void pmap_startup(vm_offset_t* startp, vm_offset_t* endp)
    {
        vm_page_array_init();

        vm_offset_t paddr;
        while (pmap_next_page(&paddr) != FALSE)
            vm_page_array_add(paddr);

        // Boot takes nothing from beyond the direct map, so all of that is left.
        for (paddr = DirectMapEnd; paddr < phys_last_addr; paddr += Pfn.PageSize)
            if (!model_dep_c.IsKept(new PhysAddr(paddr).Page))
                vm_page_array_add(paddr);

        *startp = virtual_space_start;
        *endp = virtual_space_end;
    }

    /// <summary>
    /// Put the whole pages of a range of physical memory at the system's disposal; for machine code that finds memory
    /// after boot. Pages beyond the end of memory that was known at boot are left alone, and so are pages that are
    /// managed already: there is room for neither in the map.
    /// </summary>
    [Replaces("vm/vm_resident.c", "vm_page_create", "154fc2431625f461")]
    internal static void vm_page_create(vm_offset_t start, vm_offset_t end)
    {
        uint last = new PhysAddr(end).Page.Value;
        for (Pfn page = new(Pfn.PagesFor(start)); page.Value < last; page = new Pfn(page.Value + 1))
            vm_page_array_add(page.Start.Value);
    }

    /// <summary>
    /// The map of free pages of the zone that page 0 is in: one word of 32 bits for 32 pages, bit = page number. Each
    /// zone has a map of its own, so that a bound in the middle of a word is nobody's trouble.
    /// </summary>
    internal static uint* vm_page_free_bitmap => VmFreePages.Dma.Map.Words;

    /// <summary>Number of bits in the maps of all zones together.</summary>
    internal static uint vm_page_free_bitmap_bitsz => VmFreePages.Pages.End;

    /// <summary>
    /// Steal the memory of the maps, and of the sets that searches go by; all pages start as not free.
    /// </summary>
    private static void vm_page_free_bitmap_alloc()
    {
        uint* limits = stackalloc uint[(int)PmapZones.RowCount];
        PmapZones.SetLimits(limits);
        uint size = ZoneTable.BytesFor(limits, PmapZones.RowCount, EndOfMemory.Value);
        void* storage = (void*)pmap_steal_memory(size);
        ZoneTable.Initialize(VmFreePages.Rows, limits, PmapZones.RowCount, EndOfMemory.Value, storage);
        VmFreePages.Pages.Initialize(VmFreePages.Rows, PmapZones.RowCount, PmapZones.NormalRow);
        s_callers = BootOptions.WantsDebugging ? (uint*)pmap_steal_memory(PageGuard.BytesFor(EndOfMemory.Value)) : null;
    }

    /// <summary>Mark a page free in the map, and nowhere else. For tests that plant a fault; see VmCheck.</summary>
    internal static void vm_page_free_bitmap_set(Pfn page) => VmFreePages.Pages.ZoneOf(page)->MarkOnly(page, true);

    /// <summary>Mark a page not free in the map, and nowhere else.</summary>
    internal static void vm_page_free_bitmap_unset(Pfn page) => VmFreePages.Pages.ZoneOf(page)->MarkOnly(page, false);

    /// <summary>
    /// Steal the memory of the page structures: an array by page number, which finds the structure of an address.
    /// </summary>
    private static void vm_page_array_init()
    {
        uint length = EndOfMemory.Value;
        VmFreePages.Pages.Owner.Initialize((vm_page*)pmap_steal_memory(VmPageTable.BytesFor(length)), length);
    }

    /// <summary>Put the page of an address under management and release it. False if the page cannot be
    /// managed.</summary>
    private static bool vm_page_array_add(vm_offset_t paddr)
    {
        vm_page* page = VmFreePages.TryAdd(new PhysAddr(paddr).Page);
        if (page == null)
            return false;
        vm_page_release(page, FALSE);
        return true;
    }

    // The object/offset table, empty.
    private static void StealBuckets()
    {
        vm_page_hash_size();
        vm_page_buckets = (vm_page_bucket_t*)pmap_steal_memory(vm_page_bucket_count * (uint)sizeof(vm_page_bucket_t));
        for (uint i = 0; i < vm_page_bucket_count; i++)
            vm_page_buckets[i].pages = null;
    }

    // Maps are sized by the end of memory as the machine reported it at boot; page numbers start at 0.
    private static Pfn EndOfMemory => new PhysAddr(phys_last_addr).Page;

    private static uint RoundPage(uint address) => (address + Pfn.PageSize - 1) & ~(Pfn.PageSize - 1);
}
