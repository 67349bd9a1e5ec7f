using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mach.Kmem;
using Mach.Vm;
using static Mach.KernelTest;

namespace Mach;

/// <summary>
/// Suite "kmem": promises of the glue without a pool. The suite "linux_kmem", in C, has those that both systems keep.
/// </summary>
internal static unsafe class KmemTests
{
    private const uint LineBytes = 64 * 1024;

    private const uint LinePages = LineBytes / Pfn.PageSize;

    /// <summary>Room for the addresses of the blocks that a case holds.</summary>
    private const int Slots = 400;

    /// <summary>Nothing is set aside: pages are held for blocks that are in use and for nothing else.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void HoldsNoMoreThanItNeeds()
    {
        linux_kmem_collect();
        kmem_c.MeasureBlocks(out uint busyBytes, out uint heldBytes);
        Expect(busyBytes != 0 || heldBytes == 0, "no block, no page"u8);

        // Pages of whole runs: the PCI devices' one, and what drivers that are open have; linux_init gave 127 of 128
        // back.
        uint runs = 0;
        for (uint number = 1; number < VmFreePages.Pages.End && new Pfn(number).Start.Value < DirectMapLimit; number++)
        {
            PageNote* note = (PageNote*)VmFreePages.Lookup(new Pfn(number));
            runs += note != null && note->Use == PageUse.Pages ? 1u : 0;
        }
        Expect(runs <= 16, "no run is kept for later"u8);

        // A page that survives collecting has a busy block, so pages cannot outnumber blocks of the smallest size.
        Expect(heldBytes <= busyBytes / SizeClass.Smallest * Pfn.PageSize, "no page without a block"u8);
        Expect(VmCheck.Verify() == VmFault.None && kmem_c.VerifyBlocks(), "invariants"u8);
    }

    /// <summary>Blocks of all sizes and both kinds; after they are freed and collected every page is back.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void EverythingComesBack()
    {
        linux_kmem_collect();
        int before = vm_page_free_count;
        void** blocks = (void**)kalloc(Slots * (uint)sizeof(void*));
        int afterTable = vm_page_free_count;

        uint random = 1;
        for (int i = 0; i < Slots; i++)
        {
            random = random * 1103515245 + 12345;
            uint size = (random >> 8) % (i % 16 == 0 ? 40000u : 1500u);
            blocks[i] = linux_kmalloc(size, i % 3 == 0 ? GFP_DMA : GFP_KERNEL);
            Expect(blocks[i] != null, "a block"u8);
        }
        Expect(vm_page_free_count < afterTable, "pages are in use"u8);
        Expect(kmem_c.VerifyBlocks(), "blocks tile their pages"u8);

        for (int i = 0; i < Slots; i++)
            linux_kfree(blocks[i * 7 % Slots]);
        linux_kmem_collect();
        Expect(vm_page_free_count == afterTable, "every page is back"u8);
        kfree((uint)blocks, Slots * (uint)sizeof(void*));
        Expect(before - afterTable <= 1 && VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    /// <summary>Blocks of one size share pages, also where all memory is of the DMA zone.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void BlocksSharePages()
    {
        const int count = 32;
        void** blocks = stackalloc void*[count];
        linux_kmem_collect();
        int before = vm_page_free_count;
        for (int i = 0; i < count; i++)
            blocks[i] = linux_kmalloc(100, GFP_KERNEL);
        Expect(before - vm_page_free_count <= 2, "32 blocks of 100 bytes need a page or two"u8);
        for (int i = 0; i < count; i++)
            linux_kfree(blocks[i]);
        linux_kmem_collect();
        Expect(vm_page_free_count == before, "all as before"u8);
    }

    /// <summary>DMA blocks suit the controller, others spare its memory.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void BlocksAreOfTheZoneAskedFor()
    {
        for (uint size = 12; size <= LineBytes; size = size * 3 / 2)
        {
            void* dma = linux_kmalloc(size, GFP_DMA);
            void* any = linux_kmalloc(size, GFP_KERNEL);
            Expect(dma != null && any != null, "two blocks"u8);
            uint start = DirectMap.ToPhysical(dma).Value;
            Expect(start + size <= DmaLimit, "DMA is below 16 MiB"u8);
            Expect(start / LineBytes == (start + size - 1) / LineBytes, "within one 64 KiB line"u8);
            if (VmFreePages.Normal.Free > LinePages)
                Expect(
                    pmap_is_normal(DirectMap.ToPhysical(any).Value) != FALSE,
                    "ordinary blocks spare the DMA zone"u8
                );
            linux_kfree(any);
            linux_kfree(dma);
        }
    }

    /// <summary>Blocks of pages of all orders, given back page by page; impossible orders are refused.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void PagesOfAllOrders()
    {
        int before = vm_page_free_count;
        for (uint order = 0; order <= 7; order++)
        {
            uint size = Pfn.PageSize << (int)order;
            uint address = __get_free_pages(GFP_ATOMIC, order, 1);
            Expect(address != 0, "DMA pages"u8);
            uint start = DirectMap.ToPhysical((void*)address).Value;
            Expect(start + size <= DmaLimit, "below 16 MiB"u8);
            if (size <= LineBytes)
                Expect(start / LineBytes == (start + size - 1) / LineBytes, "within one 64 KiB line"u8);
            else if (size == 2 * LineBytes)
                Expect(start % size == 0, "or just one of 128 KiB"u8);

            // Back page by page, the last first: a block need not be freed as it was asked for.
            for (uint offset = size; offset != 0; offset -= Pfn.PageSize)
                free_pages(address + offset - Pfn.PageSize, 0);
        }
        Expect(__get_free_pages(GFP_ATOMIC, 31, 0) == 0 && __get_free_pages(GFP_ATOMIC, 11, 1) == 0, "too large"u8);
        linux_kmem_collect();
        Expect(vm_page_free_count >= before && VmCheck.Verify() == VmFault.None, "all as before"u8);
    }

    /// <summary>The limit is exact, and sizes near the end of the number range do not wrap.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void SizesOverTheLimitAreRefused()
    {
        uint reports = BadUse.Count;
        Expect(linux_kmalloc(BlockPool<KmemSource>.MaxBytes + 1, GFP_KERNEL) == null, "one byte too many"u8);
        Expect(linux_kmalloc(1u << 30, GFP_KERNEL) == null, "1 GiB"u8);
        Expect(
            linux_kmalloc(~0u, GFP_KERNEL) == null && linux_kmalloc(~0u - 3, GFP_DMA) == null,
            "sizes that would wrap"u8
        );
        Expect(BadUse.Count == reports + 4 && BadUse.LastCaller != null, "reported"u8);

        // Defect A2: 100,000 bytes do not fit 16 bits.
        uint* large = (uint*)linux_kmalloc(100000, GFP_KERNEL);
        Expect(large != null && kmem_c.SizeOfBlock(large) >= 100000, "its size is known"u8);
        large[100000 / sizeof(uint) - 1] = 0xffffffff;
        Expect(kmem_c.VerifyBlocks(), "and no book is within it"u8);
        linux_kfree(large);

        void* nothing = linux_kmalloc(0, GFP_KERNEL);
        Expect(nothing != null && BadUse.Count == reports + 5, "0 bytes get a block and a report"u8);
        linux_kfree(nothing);
        linux_kfree(null);
        Expect(BadUse.Count == reports + 5, "null is no mistake"u8);
    }

    /// <summary>GFP_DMA with nothing left in the zone: null and a line that names the caller, while other memory is
    /// plentiful; then all is well again.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void EmptyDmaZoneIsReported()
    {
        linux_kmem_collect();
        vm_page* taken = null;
        intr_count++; // as a handler, which has the pages too that are kept for requests that cannot wait
        for (
            vm_page* page = vm_page_grab_flags(FALSE, vm_resident_c.VM_PAGE_DMA);
            page != null;
            page = vm_page_grab_flags(FALSE, vm_resident_c.VM_PAGE_DMA)
        )
        {
            page->pageq.next = (queue_entry*)taken;
            taken = page;
        }
        intr_count--;
        uint reports = BadUse.Count;
        void* block = linux_kmalloc(5000, GFP_ATOMIC | GFP_DMA);
        uint pages = __get_free_pages(GFP_ATOMIC, 0, 1);
        Expect(block == null && pages == 0, "null"u8);
        Expect(
            BadUse.Count == reports + 2 && BadUse.LastKind == MisuseKind.NoMemory && IsInThisTest(BadUse.LastCaller),
            "and two lines with the caller"u8
        );
        while (taken != null)
        {
            vm_page* next = (vm_page*)taken->pageq.next;
            vm_page_release(taken, FALSE);
            taken = next;
        }
        block = linux_kmalloc(5000, GFP_ATOMIC | GFP_DMA);
        Expect(block != null && VmCheck.Verify() == VmFault.None, "the kernel goes on"u8);
        linux_kfree(block);
    }

    /// <summary>A block freed twice, its middle, or a foreign address changes nothing; the console names the
    /// caller.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void BadFreesAreRefused()
    {
        byte* block = (byte*)linux_kmalloc(100, GFP_KERNEL);
        byte* large = (byte*)linux_kmalloc(9000, GFP_KERNEL);
        vm_page* page = vm_page_grab(FALSE);
        byte onStack = 0;
        Expect(kmem_c.TryFreeBlock(block + 4) == FreeResult.NotABlock, "the middle of a block"u8);
        Expect(kmem_c.TryFreeBlock(large + Pfn.PageSize) == FreeResult.NotABlock, "the middle of a large one"u8);
        Expect(kmem_c.TryFreeBlock(&onStack) == FreeResult.NotOurs, "a foreign address"u8);
        Expect(
            kmem_c.TryFreeBlock(DirectMap.ToVirtual(new PhysAddr(page->phys_addr))) == FreeResult.NotOurs,
            "somebody's page"u8
        );
        Expect(kmem_c.TryFreeBlock((void*)0xfffff000) == FreeResult.NotOurs, "no memory"u8);
        Expect(kmem_c.TryFreeBlock(block) == FreeResult.Freed, "the block"u8);
        Expect(kmem_c.TryFreeBlock(block) == FreeResult.AlreadyFree, "the block again"u8);
        Expect(kmem_c.TryFreeBlock(large) == FreeResult.Freed, "the large one"u8);
        Expect(kmem_c.TryFreeBlock(large) == FreeResult.AlreadyFree, "the large one again"u8);
        Expect(kmem_c.VerifyBlocks() && VmCheck.Verify() == VmFault.None, "nothing else has changed"u8);

        uint reports = BadUse.Count;
        linux_kfree(block);
        Expect(BadUse.Count == reports + 1 && IsInThisTest(BadUse.LastCaller), "reported with the caller"u8);
        vm_page_release(page, FALSE);
        vm_page_release(page, FALSE);
        Expect(BadUse.Count == reports + 2 && IsInThisTest(BadUse.LastCaller), "and so is a page"u8);
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    /// <summary>Pages go back as runs, parts of runs, but never across runs, twice, or as what they are not.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void BadPageFreesAreRefused()
    {
        linux_kmem_collect();
        int before = vm_page_free_count;
        uint pages = __get_free_pages(GFP_KERNEL, 2, 0);
        byte* block = (byte*)linux_kmalloc(8192, GFP_KERNEL);
        Expect(kmem_c.TryFreePages(pages, 3) == FreeResult.NotABlock, "more than the run"u8);
        Expect(kmem_c.TryFreePages(pages + 12, 0) == FreeResult.NotABlock, "not the start of a page"u8);
        Expect(kmem_c.TryFreePages((uint)block & ~(Pfn.PageSize - 1), 0) == FreeResult.NotOurs, "kmalloc's"u8);
        Expect(kmem_c.TryFreePages(0xb8000, 0) == FreeResult.NotOurs, "the display"u8);
        Expect(kmem_c.TryFreeBlock((void*)pages) == FreeResult.NotOurs, "no block of kmalloc's"u8);
        Expect(kmem_c.TryFreePages(pages + 3 * Pfn.PageSize, 0) == FreeResult.Freed, "the last page"u8);
        Expect(kmem_c.TryFreePages(pages, 2) == FreeResult.NotABlock, "not the whole any more"u8);
        Expect(
            kmem_c.TryFreePages(pages, 1) == FreeResult.Freed
                && kmem_c.TryFreePages(pages + 2 * Pfn.PageSize, 0) == FreeResult.Freed,
            "the rest"u8
        );
        Expect(kmem_c.TryFreePages(pages, 0) == FreeResult.AlreadyFree, "twice"u8);

        uint reports = BadUse.Count;
        free_pages(pages, 0);
        Expect(BadUse.Count == reports + 1 && IsInThisTest(BadUse.LastCaller), "reported with the caller"u8);
        linux_kfree(block);
        linux_kmem_collect();
        Expect(vm_page_free_count == before && VmCheck.Verify() == VmFault.None, "all as before"u8);
    }

    // The cases of this file lie beside each other in the text; none is longer than this.
    private static bool IsInThisTest(void* caller)
    {
        const uint longest = 0x2000;
        uint start = (uint)(delegate* unmanaged[Cdecl]<void>)&BadPageFreesAreRefused;
        return (uint)caller > start - longest && (uint)caller < start + longest;
    }

    /// <summary>
    /// With interrupts off and the daemon to be woken, nothing turns them on; the wakeup is delivered when they are.
    /// </summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void InterruptsStayOff()
    {
        // As if each zone were nearly empty.
        uint* marks = stackalloc uint[(int)PmapZones.RowCount];
        uint saved = Interrupts.SaveAndDisable();
        for (uint row = 0; row < PmapZones.RowCount; row++)
        {
            marks[row] = VmFreePages.Rows[row].Low;
            VmFreePages.Rows[row].Low = int.MaxValue;
        }

        void* block = linux_kmalloc(6000, GFP_ATOMIC);
        bool afterAllocate = Interrupts.WereOn(Interrupts.Flags());
        uint pages = __get_free_pages(GFP_ATOMIC, 2, 1);
        bool afterPages = Interrupts.WereOn(Interrupts.Flags());
        bool owed = VmWakeups.Pending;
        free_pages(pages, 2);
        linux_kfree(block);
        linux_kmem_collect();
        bool afterFree = Interrupts.WereOn(Interrupts.Flags());

        for (uint row = 0; row < PmapZones.RowCount; row++)
            VmFreePages.Rows[row].Low = marks[row];
        Interrupts.Restore(saved);

        Expect(block != null && pages != 0, "memory"u8);
        Expect(!afterAllocate && !afterPages && !afterFree, "interrupts stayed off"u8);
        Expect(owed, "a wakeup is owed"u8);
        Expect(Interrupts.WereOn(saved), "they were on before"u8);
        vm_page_release(vm_page_grab(FALSE), FALSE);
        Expect(!VmWakeups.Pending, "and is delivered"u8);
    }

    /// <summary>The pageout daemon collects what kmalloc does not need, before it takes pages from anybody.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void TheDaemonCollects()
    {
        linux_kmem_collect();
        kmem_c.MeasureBlocks(out _, out uint before);
        void* block = linux_kmalloc(200, GFP_KERNEL);
        void* other = linux_kmalloc(2000, GFP_KERNEL);
        linux_kfree(block);
        linux_kfree(other);
        kmem_c.MeasureBlocks(out _, out uint hoarded);
        Expect(hoarded > before, "pages are hoarded"u8);

        // Wake the daemon and let it run: it is done when it waits again.
        thread_wakeup_prim(Unsafe.AsPointer(ref vm_page_free_wanted), FALSE, THREAD_AWAKENED);
        uint after = hoarded;
        for (int i = 0; i < 100 && after != before; i++)
        {
            test_sleep(10);
            kmem_c.MeasureBlocks(out _, out after);
        }
        Expect(after == before, "and given up"u8);
    }
}
