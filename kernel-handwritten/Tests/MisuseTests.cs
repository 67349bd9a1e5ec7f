using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mach.Vm;
using static Mach.KernelTest;

namespace Mach;

/// <summary>
/// Suite "misuse": each kind of mistake is made once; there has to be one report, of that kind, that names the method
/// that made it. What was refused has changed nothing. Some kinds are noticed in every boot, the others with
/// <c>memdebug</c>. The line that each case prints is for the host, which looks the caller up by its symbol.
/// </summary>
internal static unsafe class MisuseTests
{
    private const uint LongestSeed = 0x200;

    private static uint s_reports;
    private static int s_before;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FreeTwice()
    {
        Begin();
        MisuseSeeds.FreesTwice();
        End(MisuseKind.FreedTwice, (delegate* <void>)&MisuseSeeds.FreesTwice, T("FreesTwice"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FreeForeign()
    {
        Begin();
        MisuseSeeds.FreesForeign();
        End(MisuseKind.Foreign, (delegate* <void>)&MisuseSeeds.FreesForeign, T("FreesForeign"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FreeInterior()
    {
        Begin();
        byte* block = MisuseSeeds.FreesInterior();
        Expect(kmem_c.TryFreeBlock(block) == Kmem.FreeResult.Freed, "the block is still there"u8);
        End(MisuseKind.NotWhole, (delegate* <byte*>)&MisuseSeeds.FreesInterior, T("FreesInterior"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FreeWrongOrder()
    {
        Begin();
        uint pages = MisuseSeeds.FreesWrongOrder();
        Expect(kmem_c.TryFreePages(pages, 1) == Kmem.FreeResult.Freed, "the pages are still there"u8);
        End(MisuseKind.NotWhole, (delegate* <uint>)&MisuseSeeds.FreesWrongOrder, T("FreesWrongOrder"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void ReleasePageTwice()
    {
        Begin();
        MisuseSeeds.ReleasesPageTwice();
        End(MisuseKind.FreedTwice, (delegate* <void>)&MisuseSeeds.ReleasesPageTwice, T("ReleasesPageTwice"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void PagesAsBlock()
    {
        Begin();
        uint pages = MisuseSeeds.FreesPagesAsBlock();
        Expect(kmem_c.TryFreePages(pages, 1) == Kmem.FreeResult.Freed, "the pages are still there"u8);
        End(MisuseKind.Foreign, (delegate* <uint>)&MisuseSeeds.FreesPagesAsBlock, T("FreesPagesAsBlock"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void BlockAsPages()
    {
        Begin();
        byte* block = MisuseSeeds.FreesBlockAsPages();
        Expect(kmem_c.TryFreeBlock(block) == Kmem.FreeResult.Freed, "the block is still there"u8);
        End(MisuseKind.Foreign, (delegate* <byte*>)&MisuseSeeds.FreesBlockAsPages, T("FreesBlockAsPages"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void OverflowRight()
    {
        if (!BeginDebug())
            return;
        MisuseSeeds.WritesOneToTheRight();
        End(MisuseKind.WroteRight, (delegate* <void>)&MisuseSeeds.WritesOneToTheRight, T("WritesOneToTheRight"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void OverflowLeft()
    {
        if (!BeginDebug())
            return;
        MisuseSeeds.WritesOneToTheLeft();
        End(MisuseKind.WroteLeft, (delegate* <void>)&MisuseSeeds.WritesOneToTheLeft, T("WritesOneToTheLeft"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void OverflowLarge()
    {
        if (!BeginDebug())
            return;
        MisuseSeeds.WritesBesideLarge();
        End(MisuseKind.WroteRight, (delegate* <void>)&MisuseSeeds.WritesBesideLarge, T("WritesBesideLarge"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void WriteToFreeBlock()
    {
        if (!BeginDebug())
            return;
        linux_kfree(MisuseSeeds.WritesToFreeBlock());
        End(MisuseKind.WroteToFreeBlock, (delegate* <byte*>)&MisuseSeeds.WritesToFreeBlock, T("WritesToFreeBlock"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void WriteToFreePage()
    {
        if (!BeginDebug())
            return;
        MisuseSeeds.WritesToFreePage();
        End(MisuseKind.WroteFreePage, (delegate* <void>)&MisuseSeeds.WritesToFreePage, T("WritesToFreePage"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void ReadFreePage()
    {
        if (!BeginDebug())
            return;
        Expect(MisuseSeeds.ReadsFreePage() == Poison.Freed, "it reads poison"u8);
        End(MisuseKind.ReadFreePage, (delegate* <byte>)&MisuseSeeds.ReadsFreePage, T("ReadsFreePage"u8));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void StrayWrite()
    {
        if (!BeginDebug())
            return;
        MisuseSeeds.LetsDeviceWriteToFreePage();
        Expect(BadUse.Count == s_reports, "nobody has looked yet"u8);
        GrabAllOfDma();
        End(
            MisuseKind.StrayWrite,
            (delegate* <void>)&MisuseSeeds.LetsDeviceWriteToFreePage,
            T("LetsDeviceWriteToFreePage"u8)
        );
    }

    /// <summary>No report of its own: the list of holders has the caller with what it leaks, and no more.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Leak()
    {
        if (!BeginDebug())
            return;
        const int count = 3;
        void** blocks = stackalloc void*[count];
        uint start = (uint)(delegate* <void**, int, void>)&MisuseSeeds.Leaks;
        Holder before = Holders.Of(start, start + LongestSeed);
        MisuseSeeds.Leaks(blocks, count);
        Holder after = Holders.Of(start, start + LongestSeed);
        Expect(
            before.Blocks == 0 && after.Blocks == count && after.Bytes == count * MisuseSeeds.BlockBytes,
            "three blocks of this caller"u8
        );
        Print(after.Caller, T("Leaks"u8));
        for (int i = 0; i < count; i++)
            linux_kfree(blocks[i]);
        Expect(Holders.Of(start, start + LongestSeed).Blocks == 0, "and none when they are freed"u8);
    }

    private static void Begin()
    {
        linux_kmem_collect();
        s_before = vm_page_free_count;
        s_reports = BadUse.Count;
    }

    private static bool BeginDebug()
    {
        Begin();
        if (PageGuard.IsOn)
            return true;
        ktest_skip(T("booted without memdebug"u8));
        return false;
    }

    // One report, of the right kind, about the right method; and the kernel is as it was.
    private static void End(MisuseKind kind, void* seed, sbyte* name)
    {
        Expect(BadUse.Count == s_reports + 1, "one report"u8);
        Expect(BadUse.LastKind == kind, "of the kind"u8);
        uint caller = (uint)BadUse.LastCaller;
        Expect(caller >= (uint)seed && caller < (uint)seed + LongestSeed, "that names the caller"u8);
        Print(BadUse.LastCaller, name);
        linux_kmem_collect();
        Expect(
            vm_page_free_count == s_before && VmCheck.Verify() == VmFault.None && kmem_c.VerifyBlocks(),
            "nothing else has changed"u8
        );
    }

    private static void Print(void* caller, sbyte* seed)
    {
        uint* arguments = stackalloc uint[2];
        arguments[0] = (uint)seed;
        arguments[1] = (uint)caller;
        printf__va(T("# misuse: %s by %p\n"u8), (byte*)arguments);
    }

    private static void GrabAllOfDma()
    {
        vm_page* taken = null;
        for (
            vm_page* page = vm_page_grab_flags(FALSE, vm_resident_c.VM_PAGE_DMA);
            page != null;
            page = vm_page_grab_flags(FALSE, vm_resident_c.VM_PAGE_DMA)
        )
        {
            page->pageq.next = (queue_entry*)taken;
            taken = page;
        }
        while (taken != null)
        {
            vm_page* next = (vm_page*)taken->pageq.next;
            vm_page_release(taken, FALSE);
            taken = next;
        }
    }
}
