using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mach.Vm;
using static Mach.KernelTest;
using static Mach.TestMemory;

namespace Mach;

/// <summary>
/// Suite "reclaim": what is freed when a zone is short, what moves, and who is woken. Cases that are about memory beyond
/// the direct map are skipped where there is none.
/// </summary>
internal static unsafe class ReclaimTests
{
    private const int Priority = 10;
    private const uint BlockBytes = 64 * 1024;
    private const int Blocks = 128;

    private static uint s_top;
    private static vm_page* s_got;
    private static bool s_done;

    /// <summary>The daemon frees pages of the zone that is short, although others' are older, and no more of them than
    /// it is short of.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void OnlyWhatIsShort()
    {
        ref Zone normal = ref VmFreePages.Normal;
        if (normal.Free <= 4 * normal.Target)
        {
            ktest_skip(T("no normal zone to speak of"u8));
            return;
        }
        bool hasHigh = VmFreePages.Rows[PmapZones.HighRow].Free > 200;
        vm_object* old = vm_object_allocate(1u << 30);
        vm_object* young = vm_object_allocate(1u << 30);
        uint spare = VmFreePages.Dma.Target + 200;
        uint olds = Fill(old, hasHigh ? GrabFlags.High : GrabFlags.Dma, spare);
        uint youngs = Fill(young, GrabFlags.None, normal.Free - 2 * (normal.Target - normal.Min));
        uint evicted = normal.Counters.Evicted;
        uint migrated = normal.Counters.Migrated;
        uint others = EvictedElsewhere();

        page_hoard hoard;
        hoard_init(&hoard);
        while (normal.Free > normal.Min && Hoard(&hoard, GrabFlags.NoFallback)) { }
        uint shortage = normal.Shortage;
        for (int i = 0; i < 100 && normal.Shortage != 0; i++)
            test_sleep(20);
        test_sleep(200);
        evicted = normal.Counters.Evicted - evicted;
        migrated = normal.Counters.Migrated - migrated;
        Print(T("# reclaim: %u pages short, %u evicted, %u moved, of %u\n"u8), shortage, evicted, migrated, youngs);
        Expect(shortage != 0 && olds != 0 && normal.Shortage == 0, "the zone has its target"u8);
        Expect(evicted <= shortage + shortage / 10, "no more is evicted than was short"u8);
        Expect(EvictedElsewhere() == others, "and nothing of other zones"u8);
        hoard_release(&hoard, hoard.count);
        vm_object_deallocate(old);
        vm_object_deallocate(young);
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    /// <summary>64 KiB blocks come out of a DMA zone that is full of pages which can move; these keep their contents, and
    /// their mappings.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void BlocksFromAFullZone()
    {
        ref Zone dma = ref VmFreePages.Dma;
        if (VmFreePages.Normal.Free < 3000)
        {
            ktest_skip(T("no place for what moves"u8));
            return;
        }
        linux_kmem_collect();
        vm_object* @object = vm_object_allocate(1u << 30);
        uint filled = Fill(@object, GrabFlags.Dma, dma.Free - dma.Managed / 100);
        for (uint i = 0; i < filled; i++)
            *(uint*)pmap_c.AddressOf(PageOf(@object, i)->phys_addr, 2) = Pattern(i);
        uint va;
        kmem_alloc_pageable(kernel_map, &va, Pfn.PageSize);
        pmap_enter(kernel_pmap, va, PageOf(@object, 7)->phys_addr, VM_PROT_READ | VM_PROT_WRITE, FALSE);
        uint seen = *(uint*)va;

        uint fullPercent = (dma.Managed - dma.Free) * 100 / dma.Managed;
        void** blocks = stackalloc void*[Blocks];
        uint got = 0;
        uint sleeps = KmemSleep.Sleeps;
        for (int i = 0; i < Blocks; i++)
        {
            blocks[i] = linux_kmalloc(BlockBytes, GFP_DMA | GFP_KERNEL);
            got += blocks[i] != null ? 1u : 0;
        }
        Print(
            T("# dma blocks: %u of %u from a zone %u %% full, %u pages moved\n"u8),
            got,
            Blocks,
            fullPercent,
            dma.Counters.Migrated
        );
        Expect(fullPercent >= 98 && got == Blocks, "all of them"u8);
        Expect(KmemSleep.Sleeps == sleeps, "made on demand, not waited for"u8);
        uint wrong = 0;
        for (uint i = 0; i < filled; i++)
        {
            vm_page* page = PageOf(@object, i);
            wrong += page == null || *(uint*)pmap_c.AddressOf(page->phys_addr, 2) != Pattern(i) ? 1u : 0;
        }
        Expect(wrong == 0, "what moved is as it was"u8);
        Expect(seen == Pattern(7) && *(uint*)va == seen, "also by its mapping"u8);
        *(uint*)va = 4711;
        Expect(*(uint*)pmap_c.AddressOf(PageOf(@object, 7)->phys_addr, 2) == 4711, "in both directions"u8);
        Expect(pmap_is_modified(PageOf(@object, 7)->phys_addr) != FALSE, "which is noted"u8);
        for (int i = 0; i < Blocks; i++)
            linux_kfree(blocks[i]);
        kmem_free(kernel_map, va, Pfn.PageSize);
        vm_object_deallocate(@object);
        Expect(VmCheck.Verify() == VmFault.None && kmem_c.VerifyBlocks(), "invariants"u8);
    }

    /// <summary>A request that cannot wait finds no block in a full zone; the daemon makes one, for the next.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void TheDaemonMakesABlock()
    {
        ref Zone dma = ref VmFreePages.Dma;
        if (VmFreePages.Normal.Free < 3000)
        {
            ktest_skip(T("no place for what moves"u8));
            return;
        }
        linux_kmem_collect();
        vm_object* @object = vm_object_allocate(1u << 30);
        uint filled = Fill(@object, GrabFlags.Dma, dma.Free);
        // What is left below the mark may be a block; and every other page goes back, so that there are pages and none.
        page_hoard hoard;
        hoard_init(&hoard);
        while (dma.WholeLines != 0 && Hoard(&hoard, GrabFlags.Dma | GrabFlags.Atomic)) { }
        for (uint i = 0; i < filled; i += 2)
            vm_page_free(PageOf(@object, i));
        void* first = linux_kmalloc(BlockBytes, GFP_DMA | GFP_ATOMIC);
        Expect(first == null && dma.WholeLines == 0, "none at first"u8);
        for (int i = 0; i < 50 && dma.WholeLines == 0; i++)
            test_sleep(20);
        void* second = linux_kmalloc(BlockBytes, GFP_DMA | GFP_ATOMIC);
        Expect(second != null, "one a little later"u8);
        uint moved = dma.Counters.Migrated;
        uint saved = Interrupts.SaveAndDisable();
        VmWakeups.NoteDaemon();
        Interrupts.Restore(saved);
        VmWakeups.Deliver(saved);
        test_sleep(200);
        Expect(dma.WholeLines == 0 && dma.Counters.Migrated == moved, "and one alone for that request"u8);
        linux_kfree(first);
        linux_kfree(second);
        hoard_release(&hoard, hoard.count);
        vm_object_deallocate(@object);
        Expect(VmCheck.Verify() == VmFault.None && kmem_c.VerifyBlocks(), "invariants"u8);
    }

    /// <summary>Wired pages never move, nor pages that somebody has in his hands.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void WhatMayMove()
    {
        vm_object* @object = vm_object_allocate(1u << 20);
        Expect(Fill(@object, GrabFlags.Dma, 1) == 1, "a page"u8);
        vm_page* page = PageOf(@object, 0);
        Expect(VmMigration.IsMovable(page), "it may"u8);
        page->busy = 1;
        bool busy = VmMigration.IsMovable(page);
        page->busy = 0;
        page->wanted = 1;
        bool wanted = VmMigration.IsMovable(page);
        page->wanted = 0;
        vm_page_wire(page);
        bool wired = VmMigration.IsMovable(page);
        vm_page_unwire(page);
        Expect(!busy && !wanted && !wired, "not busy, wanted, wired"u8);

        uint va;
        kmem_alloc_pageable(kernel_map, &va, Pfn.PageSize);
        pmap_enter(kernel_pmap, va, page->phys_addr, VM_PROT_READ, TRUE);
        vm_page* place = vm_page_grab(FALSE);
        Expect(!vm_resident_c.vm_page_migrate(page, place) && PageOf(@object, 0) == page, "nor with a wired mapping"u8);
        pmap_remove(kernel_pmap, va, va + Pfn.PageSize);
        page->dirty = 1;
        Expect(vm_resident_c.vm_page_migrate(page, place) && PageOf(@object, 0) == place, "without it does"u8);
        Expect(place->dirty != 0 && (place->active | place->inactive) != 0 && place->busy == 0, "with its flags"u8);
        Expect(page->tabled == 0 && page->@object == null, "and the old one is nobody's"u8);
        vm_page_release(page, FALSE);
        kmem_free(kernel_map, va, Pfn.PageSize);
        vm_object_deallocate(@object);
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    /// <summary>Who waits for a page of any kind is woken by one beyond the direct map.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void WokenByHighMemory()
    {
        if (VmFreePages.Rows[PmapZones.HighRow].Free == 0)
        {
            ktest_skip(T("no memory beyond the direct map, or none is left"u8));
            return;
        }
        WokenBy(GrabFlags.High, PmapZones.HighRow);
    }

    /// <summary>And who waits for an ordinary one by a page of the DMA zone, of which there are more than are
    /// kept.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void WokenByDmaMemory() => WokenBy(GrabFlags.None, PmapZones.DmaRow);

    private static void WokenBy(GrabFlags wish, uint row)
    {
        page_hoard others;
        page_hoard hoard;
        hoard_init(&others);
        hoard_init(&hoard);
        thread* waiter = StartWithoutPages(wish, row, &hoard, &others);
        Expect(!s_done && vm_page_free_wanted == 1, "it waits"u8);
        hoard_release(&hoard, hoard.count);
        test_sleep(100);
        Expect(s_done, "until there is such a page"u8);
        Expect(s_got != null && PmapZones.RowOf(new PhysAddr(s_got->phys_addr).Page) == row, "and has it"u8);
        hoard_release(&others, others.count);
        test_join(waiter);
        if (s_got != null)
            vm_page_release(s_got, FALSE);
        Expect(vm_page_free_wanted == 0 && VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    // A thread that gets a page all the same was lucky: the daemon has found one that somebody did not need.
    private static thread* StartWithoutPages(GrabFlags wish, uint row, page_hoard* hoard, page_hoard* others)
    {
        for (int i = 0; ; i++)
        {
            linux_kmem_collect();
            while (Hoard(hoard, FlagsOf(row) | GrabFlags.NoFallback)) { }
            while (hoard_one(others) != FALSE) { }
            s_top = (uint)wish;
            s_got = null;
            s_done = false;
            thread* waiter = test_thread(
                (delegate* unmanaged[Cdecl, SuppressGCTransition]<void>)(delegate* unmanaged[Cdecl]<void>)&GrabOrWait,
                null,
                Priority
            );
            test_sleep(100);
            if (!s_done || i == 50)
                return waiter;
            test_join(waiter);
            vm_page_release(s_got, FALSE);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void GrabOrWait()
    {
        while ((s_got = VmFreePages.Grab(FALSE, (GrabFlags)s_top)) == null)
            vm_page_wait(null);
        s_done = true;
    }

    /// <summary>A wait that begins when there is a page again is none.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void NoWaitInVain()
    {
        page_hoard hoard;
        hoard_init(&hoard);
        hoard_all(&hoard);
        Expect(vm_page_grab(FALSE) == null, "refused"u8);
        uint waits = VmFreePages.Normal.Counters.Waits;
        hoard_release(&hoard, 2);
        vm_page_wait(null);
        Expect(VmFreePages.Normal.Counters.Waits == waits, "and then not waiting"u8);
        hoard_release(&hoard, hoard.count);
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    private static uint Pattern(uint index) => (index + 1) * 2654435761u;

    private static uint EvictedElsewhere() =>
        VmFreePages.Dma.Counters.Evicted + VmFreePages.Rows[PmapZones.HighRow].Counters.Evicted;

    private static void Print(sbyte* format, uint first, uint second, uint third, uint fourth)
    {
        uint* arguments = stackalloc uint[4];
        arguments[0] = first;
        arguments[1] = second;
        arguments[2] = third;
        arguments[3] = fourth;
        printf__va(format, (byte*)arguments);
    }
}
