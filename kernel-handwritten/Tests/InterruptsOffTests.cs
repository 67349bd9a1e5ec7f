using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mach.Vm;
using static Mach.KernelTest;

namespace Mach;

/// <summary>
/// Suite "interrupts_off": how long interrupts are off, in instructions, on each way through the memory system, over
/// maps of free pages that make it long: all free; every other page; pairs that no line has three of, and pairs across
/// lines. The comment lines name the longest.
/// </summary>
internal static unsafe class InterruptsOffTests
{
    private const uint Most = 2000;
    private const uint LargeBytes = 4u << 20;

    private static vm_page* s_taken;
    private static sbyte* s_map;
    private static uint s_longest;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void AllFree()
    {
        if (TakesTooLong())
            return;
        linux_kmem_collect();
        s_map = T("all free"u8);
        Measure();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void EveryOther() => On(0xaaaaaaaa, T("every other page"u8));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Pairs() => On(0x66666666, T("pairs"u8));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Edges() => On(0x80018001, T("pairs across lines"u8));

    /// <summary>Long runs, of which the longest are asked for, with a hole each.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void LongRuns() => On(~0u, T("long runs"u8), hole: 1000);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void NoneFree() => On(0, T("none"u8));

    // Give back those pages whose bit in the pattern, by their number modulo 32, is set, but for one of `hole`.
    private static void On(uint pattern, sbyte* map, uint hole = ~0u)
    {
        if (TakesTooLong())
            return;
        linux_kmem_collect();
        int before = vm_page_free_count;
        s_map = map;
        s_taken = null;
        for (vm_page* page = Take(); page != null; page = Take())
        {
            page->pageq.next = (queue_entry*)s_taken;
            s_taken = page;
        }
        GiveBack(pattern, hole);
        Measure();
        GiveBack(~0u, ~0u);
        linux_kmem_collect();
        Expect(vm_page_free_count == before && VmCheck.Verify() == VmFault.None, "all as before"u8);
    }

    private static vm_page* Take() => VmFreePages.Grab(FALSE, GrabFlags.High);

    private static void GiveBack(uint pattern, uint hole)
    {
        vm_page* kept = null;
        for (vm_page* page = s_taken; page != null; )
        {
            vm_page* next = (vm_page*)page->pageq.next;
            uint number = page->phys_addr / Pfn.PageSize;
            if ((pattern >> (int)(number % 32) & 1) != 0 && number % hole != hole - 1)
            {
                vm_page_release(page, FALSE);
            }
            else
            {
                page->pageq.next = (queue_entry*)kept;
                kept = page;
            }
            page = next;
        }
        s_taken = kept;
    }

    // In proportion to the memory, and each instruction is a trap: where there is much of it, only if asked for.
    private static bool TakesTooLong()
    {
        if (PageGuard.IsOn)
        {
            ktest_skip(T("a debug boot fills pages with interrupts off"u8));
            return true;
        }
        if (phys_last_addr <= SmallMachine || cmdline_value(T("suite"u8)) != null)
            return false;
        ktest_skip(T("takes minutes; suite=interrupts_off"u8));
        return true;
    }

    private const uint SmallMachine = 64u << 20;

    private static void Measure()
    {
        s_longest = 0;
        Pages();
        Blocks();
        Runs();
        Others();
        uint* arguments = stackalloc uint[2];
        arguments[0] = (uint)s_map;
        arguments[1] = s_longest;
        printf__va(T("# interrupts off, %s: %u instructions at most\n"u8), (byte*)arguments);
        Expect(s_longest <= Most, "no way has them off for longer"u8);
    }

    private static void Pages()
    {
        SingleStep.BeginCount();
        vm_page* page = vm_page_grab(FALSE);
        if (page != null)
            vm_page_release(page, FALSE);
        End(T("grab and release"u8));
        SingleStep.BeginCount();
        page = vm_page_grab_flags(FALSE, vm_resident_c.VM_PAGE_DMA);
        if (page != null)
            vm_page_release(page, FALSE);
        End(T("grab and release, DMA"u8));
        SingleStep.BeginCount();
        page = VmFreePages.Grab(TRUE, GrabFlags.High);
        if (page != null)
            vm_page_release(page, TRUE);
        End(T("grab and release, external, high"u8));
    }

    private static void Blocks()
    {
        for (uint size = 20; size < 2000; size = size * 3)
        {
            SingleStep.BeginCount();
            void* block = linux_kmalloc(size, GFP_ATOMIC);
            void* other = linux_kmalloc(size, GFP_ATOMIC | GFP_DMA);
            linux_kfree(block);
            linux_kfree(other);
            End(T("kmalloc and kfree"u8));
        }
        Large(3 * Pfn.PageSize);
        Large(LinesBytes - 1);
        Large(LinesBytes + 1);
        Large(LargeBytes);
        SingleStep.BeginCount();
        linux_kmem_collect();
        End(T("collecting"u8));
    }

    private static void Large(uint size)
    {
        SingleStep.BeginCount();
        void* block = linux_kmalloc(size, GFP_ATOMIC);
        linux_kfree(block);
        End(T("kmalloc and kfree, large"u8));
        if (size > LinesBytes)
            return;
        SingleStep.BeginCount();
        block = linux_kmalloc(size, GFP_ATOMIC | GFP_DMA);
        linux_kfree(block);
        End(T("kmalloc and kfree, large, DMA"u8));
    }

    private const uint LinesBytes = 64 * 1024;

    private static void Runs()
    {
        for (uint order = 0; order <= 10; order += 2)
        {
            SingleStep.BeginCount();
            uint pages = __get_free_pages(GFP_ATOMIC, order, order <= 4 ? 1 : 0);
            if (pages != 0)
                free_pages(pages, order);
            End(T("__get_free_pages and free_pages"u8));
        }
        Run(15, 1, 0);
        Run(7, 4, 16);
        Run(5, 64, 0);
        Run(40, 3, 128);
    }

    private static void Run(uint count, uint align, uint boundary)
    {
        SingleStep.BeginCount();
        bool done = VmFreePages.TryGrabRun(count, FALSE, GrabFlags.High, align, boundary, out Pfn first);
        SingleStep.Finish();
        Note(T("a run"u8));
        for (uint i = 0; done && i < count; i++)
            vm_page_release(VmFreePages.Lookup(new Pfn(first.Value + i)), FALSE);
    }

    private static void Others()
    {
        host_zone_info_data info;
        SingleStep.BeginCount();
        for (uint row = 0; row < PmapZones.RowCount; row++)
            ZoneStatistics.host_zone_info(row, &info);
        kmem_c.MeasureBlocks(out _, out _);
        End(T("statistics"u8));
        SingleStep.BeginCount();
        linux_kfree((void*)0xfffff000);
        End(T("a report"u8));
        SingleStep.BeginCount();
        VmCompaction.MakeRuns();
        vm_page* page = VmFreePages.TakeForMove(0);
        if (page != null)
            vm_page_release(page, FALSE);
        End(T("compaction"u8));
    }

    private static void End(sbyte* path)
    {
        SingleStep.Finish();
        Note(path);
    }

    private static void Note(sbyte* path)
    {
        if (SingleStep.LongestOff <= s_longest)
            return;
        s_longest = SingleStep.LongestOff;
        uint* arguments = stackalloc uint[4];
        arguments[0] = (uint)s_map;
        arguments[1] = (uint)path;
        arguments[2] = s_longest;
        arguments[3] = SingleStep.LongestOffAt;
        printf__va(T("# interrupts off, %s, %s: %u instructions, until 0x%x\n"u8), (byte*)arguments);
    }
}
