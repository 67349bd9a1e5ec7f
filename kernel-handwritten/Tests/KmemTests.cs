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

        // A grant that survives collecting has a busy block, so it cannot outnumber the blocks of the smallest size.
        Expect(heldBytes <= busyBytes / BlockHeap.MinPayload * BlockHeap.MaxGrant, "no page without a block"u8);
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

    /// <summary>DMA blocks suit the controller, others spare its memory.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void BlocksAreOfTheZoneAskedFor()
    {
        for (uint size = 12; size <= LineBytes - BlockHeap.Overhead; size = size * 3 / 2)
        {
            void* dma = linux_kmalloc(size, GFP_DMA);
            void* any = linux_kmalloc(size, GFP_KERNEL);
            Expect(dma != null && any != null, "two blocks"u8);
            uint start = DirectMap.ToPhysical(dma).Value;
            Expect(start + size <= DmaLimit, "DMA is below 16 MiB"u8);
            Expect(start / LineBytes == (start + size - 1) / LineBytes, "within one 64 KiB line"u8);
            if (VmFreePages.Normal.Free > LinePages)
                Expect(pmap_is_normal(DirectMap.ToPhysical(any).Value) != FALSE, "ordinary blocks spare the DMA zone"u8);
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
        Expect(linux_kmalloc(BlockHeap.MaxPayload + 1, GFP_KERNEL) == null, "one byte too many"u8);
        Expect(linux_kmalloc(~0u, GFP_KERNEL) == null && linux_kmalloc(~0u - 3, GFP_DMA) == null, "sizes that would wrap"u8);
        void* large = linux_kmalloc(BlockHeap.MaxPayload, GFP_KERNEL);
        Expect(large != null, "the limit itself"u8);
        Expect(kmem_c.VerifyBlocks(), "its header holds its size"u8);
        if (large != null)
            linux_kfree(large);
    }

    /// <summary>A block freed twice, its middle, or a foreign address changes nothing.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void BadFreesAreRefused()
    {
        byte* block = (byte*)linux_kmalloc(100, GFP_KERNEL);
        byte onStack = 0;
        Expect(kmem_c.TryFreeBlock(block + 4) == FreeResult.NotABlock, "the middle of a block"u8);
        Expect(kmem_c.TryFreeBlock(&onStack) == FreeResult.NotOurs, "a foreign address"u8);
        Expect(kmem_c.TryFreeBlock(block) == FreeResult.Freed, "the block"u8);
        Expect(kmem_c.TryFreeBlock(block) == FreeResult.AlreadyFree, "the block again"u8);
        Expect(kmem_c.VerifyBlocks(), "nothing else has changed"u8);
    }

    /// <summary>
    /// With interrupts off and the daemon to be woken, nothing turns them on; the wakeup is delivered when they are.
    /// </summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void InterruptsStayOff()
    {
        int freeMin = vm_page_free_min;
        uint saved = Interrupts.SaveAndDisable();
        vm_page_free_min = int.MaxValue;

        void* block = linux_kmalloc(6000, GFP_ATOMIC);
        bool afterAllocate = Interrupts.WereOn(Interrupts.Flags());
        uint pages = __get_free_pages(GFP_ATOMIC, 2, 1);
        bool afterPages = Interrupts.WereOn(Interrupts.Flags());
        bool owed = VmWakeups.Pending;
        free_pages(pages, 2);
        linux_kfree(block);
        linux_kmem_collect();
        bool afterFree = Interrupts.WereOn(Interrupts.Flags());

        vm_page_free_min = freeMin;
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
        void* block = linux_kmalloc(60000, GFP_KERNEL);
        if (block != null)
            linux_kfree(block);
        kmem_c.MeasureBlocks(out _, out uint hoarded);
        Expect(hoarded > before, "pages are hoarded"u8);

        // Wake the daemon and let it run: it is done when it waits again.
        thread_wakeup_prim(addr_vm_page_free_wanted, FALSE, THREAD_AWAKENED);
        uint after = hoarded;
        for (int i = 0; i < 100 && after != before; i++)
        {
            test_sleep(10);
            kmem_c.MeasureBlocks(out _, out after);
        }
        Expect(after == before, "and given up"u8);
    }
}
