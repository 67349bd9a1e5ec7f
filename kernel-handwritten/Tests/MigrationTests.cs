using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mach.Vm;
using static Mach.KernelTest;
using static Mach.TestMemory;

namespace Mach;

/// <summary>Suite "migration": what moving pages leaves behind when it does not come to its end, and where it
/// stops.</summary>
internal static unsafe class MigrationTests
{
    /// <summary>Contents move to a zone only as long as it has more than its daemon wants.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void NotBelowTheTarget()
    {
        vm_object* @object = vm_object_allocate(1u << 20);
        Expect(Fill(@object, GrabFlags.Dma, 1) == 1, "a page"u8);
        page_hoard hoard;
        hoard_init(&hoard);
        bool hasPlace = false;
        for (uint row = PmapZones.NormalRow; row < PmapZones.RowCount; row++)
        {
            ref Zone zone = ref VmFreePages.Rows[row];
            while (zone.Free > zone.Target && Hoard(&hoard, FlagsOf(row) | GrabFlags.NoFallback))
                hasPlace = true;
        }
        Expect(!VmMigration.TryMoveUp(PageOf(@object, 0)), "it stays where it is"u8);
        hoard_release(&hoard, hoard.count);
        vm_page* page = PageOf(@object, 0);
        Expect(page == null || VmMigration.TryMoveUp(page) == hasPlace, "until there is a place"u8);
        vm_object_deallocate(@object);
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
    }

    /// <summary>A window of which a part cannot be emptied after all is given back as it was.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void WhatWasHeldComesBack()
    {
        const uint window = 2 * Line.Pages;
        ref Zone dma = ref VmFreePages.Dma;
        if (VmFreePages.Normal.Free < 4000)
        {
            ktest_skip(T("no place for what moves"u8));
            return;
        }
        linux_kmem_collect();
        vm_object* @object = vm_object_allocate(1u << 30);
        uint filled = Fill(@object, GrabFlags.Dma | GrabFlags.UseReserve, dma.Free);
        const uint mostWindows = 4096 / window;
        uint va;
        kmem_alloc_pageable(kernel_map, &va, mostWindows * Pfn.PageSize);
        uint mapped = 0;
        for (uint i = 0; i < filled && mapped < mostWindows; i++)
            if (PageOf(@object, i)->phys_addr / Pfn.PageSize % window == window - 1)
                pmap_enter(
                    kernel_pmap,
                    va + mapped++ * Pfn.PageSize,
                    PageOf(@object, i)->phys_addr,
                    VM_PROT_READ,
                    TRUE
                );

        int free = vm_page_free_count;
        bool wired = VmCompaction.TryTakeRun(GrabFlags.UseReserve, window, GrabFlags.Dma, 1, window, out _);
        Expect(!wired && vm_page_free_count == free, "all of it"u8);
        pmap_remove(kernel_pmap, va, va + mostWindows * Pfn.PageSize);
        bool done = VmCompaction.TryTakeRun(GrabFlags.UseReserve, window, GrabFlags.Dma, 1, window, out Pfn first);
        Expect(done, "and it is one when nothing is wired"u8);
        for (uint i = 0; done && i < window; i++)
            vm_page_release(VmFreePages.Lookup(new Pfn(first.Value + i)), FALSE);
        kmem_free(kernel_map, va, mostWindows * Pfn.PageSize);
        vm_object_deallocate(@object);
        Expect(VmCheck.Verify() == VmFault.None, "invariants"u8);
    }
}
