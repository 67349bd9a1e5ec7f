using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mach.Kmem;
using Mach.Vm;
using static Mach.KernelTest;

namespace Mach;

/// <summary>Of suite "kmem": runs of __get_free_pages are told apart.</summary>
internal static unsafe class KmemRunTests
{
    /// <summary>A run whose head was freed and is somebody else's now is not freed as a whole any more; nor is a page of
    /// the glue's released behind its back.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void AStaleRunIsNobodysToFree()
    {
        linux_kmem_collect();
        int before = vm_page_free_count;
        uint run = __get_free_pages(GFP_ATOMIC, 2, 1);
        Expect(run != 0 && kmem_c.TryFreePages(run, 0) == FreeResult.Freed, "the head of a run goes back"u8);
        uint others = TakeUntil(run, 0);
        Expect(others == run, "and is somebody else's"u8);
        Expect(kmem_c.TryFreePages(run, 2) == FreeResult.NotABlock, "who keeps it"u8);
        vm_page* page = VmFreePages.Lookup(DirectMap.ToPhysical((void*)run).Page);
        Expect(VmFreePages.TryRelease(page, FALSE) == ReleaseResult.NotManaged, "also from the page's structure"u8);
        Expect(TryFreeAll(others, 0), "each page once"u8);
        for (uint i = 1; i < 4; i++)
            Expect(kmem_c.TryFreePages(run + i * Pfn.PageSize, 0) == FreeResult.Freed, "and the rest of the run"u8);
        Expect(vm_page_free_count == before && VmCheck.Verify() == VmFault.None, "all as before"u8);
    }

    /// <summary>Two runs that lie beside each other, and are in a line each, are not freed as one.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void RunsBesideEachOther()
    {
        linux_kmem_collect();
        int before = vm_page_free_count;
        uint run = __get_free_pages(GFP_ATOMIC, 5, 1);
        uint half = run + Line.Pages * Pfn.PageSize;
        Expect(run != 0 && kmem_c.TryFreePages(half, 4) == FreeResult.Freed, "the upper half goes back"u8);
        uint others = TakeUntil(half, 4);
        Expect(others == half, "and is a run of its own"u8);
        Expect(kmem_c.TryFreePages(run, 5) == FreeResult.NotABlock, "not the rest of the other"u8);
        Expect(TryFreeAll(others, 4), "each by itself"u8);
        Expect(kmem_c.TryFreePages(run, 4) == FreeResult.Freed, "and the lower half"u8);
        Expect(vm_page_free_count == before && VmCheck.Verify() == VmFault.None, "all as before"u8);
    }

    // DMA runs until one is at an address, or there are none; the last one, each with the address of the one before in
    // its first word. How many it takes is up to how the free pages lie; no mark keeps this kind of request from any.
    private static uint TakeUntil(uint address, uint order)
    {
        uint last = 0;
        for (uint run; last != address && (run = __get_free_pages(GFP_ATOMIC, order, 1)) != 0; last = run)
            *(uint*)run = last;
        return last;
    }

    private static bool TryFreeAll(uint runs, uint order)
    {
        bool all = true;
        while (runs != 0)
        {
            uint before = *(uint*)runs;
            all &= kmem_c.TryFreePages(runs, order) == FreeResult.Freed;
            runs = before;
        }
        return all;
    }
}
