using System.Runtime.CompilerServices;
using Mach.Vm;

namespace Mach;

/// <summary>
/// The mistakes that suite "misuse" makes on purpose, each in a method of its own: it is the one that a report has to
/// name. Each returns what is left to be tidied up.
/// </summary>
internal static unsafe class MisuseSeeds
{
    public const uint BlockBytes = 100;
    public const uint LargeBytes = 8100;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void FreesTwice()
    {
        void* block = linux_kmalloc(BlockBytes, GFP_KERNEL);
        linux_kfree(block);
        linux_kfree(block);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void FreesForeign()
    {
        byte onStack = 0;
        linux_kfree(&onStack);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static byte* FreesInterior()
    {
        byte* block = (byte*)linux_kmalloc(BlockBytes, GFP_KERNEL);
        linux_kfree(block + 32);
        return block;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint FreesWrongOrder()
    {
        uint pages = __get_free_pages(GFP_KERNEL, 1, 0);
        free_pages(pages, 2);
        return pages;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ReleasesPageTwice()
    {
        vm_page* page = vm_page_grab(FALSE);
        vm_page_release(page, FALSE);
        vm_page_release(page, FALSE);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint FreesPagesAsBlock()
    {
        uint pages = __get_free_pages(GFP_KERNEL, 1, 0);
        linux_kfree((void*)pages);
        return pages;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static byte* FreesBlockAsPages()
    {
        byte* block = (byte*)linux_kmalloc(LargeBytes, GFP_KERNEL);
        free_pages((uint)block & ~(Pfn.PageSize - 1), 1);
        return block;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void WritesOneToTheRight()
    {
        byte* block = (byte*)linux_kmalloc(BlockBytes, GFP_KERNEL);
        block[BlockBytes] = 1;
        linux_kfree(block);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void WritesOneToTheLeft()
    {
        byte* block = (byte*)linux_kmalloc(BlockBytes, GFP_KERNEL);
        block[-1] = 1;
        linux_kfree(block);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void WritesBesideLarge()
    {
        byte* block = (byte*)linux_kmalloc(LargeBytes, GFP_KERNEL);
        block[LargeBytes] = 1;
        linux_kfree(block);
    }

    /// <summary>The neighbour keeps the page; the block is the lowest free one, so the next request gets it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static byte* WritesToFreeBlock()
    {
        byte* block = (byte*)linux_kmalloc(BlockBytes, GFP_KERNEL);
        byte* neighbour = (byte*)linux_kmalloc(BlockBytes, GFP_KERNEL);
        linux_kfree(block);
        block[5] = 1;
        linux_kfree(linux_kmalloc(BlockBytes, GFP_KERNEL));
        return neighbour;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void WritesToFreePage()
    {
        uint page = __get_free_pages(GFP_KERNEL, 0, 0);
        free_pages(page, 0);
        *(byte*)(page + 7) = 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static byte ReadsFreePage()
    {
        uint page = __get_free_pages(GFP_KERNEL, 0, 0);
        free_pages(page, 0);
        return *(byte*)(page + 9);
    }

    /// <summary>A device that was told to write there, and does not know that the page is free.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void LetsDeviceWriteToFreePage()
    {
        uint page = __get_free_pages(GFP_KERNEL, 0, 1);
        uint paddr = DirectMap.ToPhysical((void*)page).Value;
        free_pages(page, 0);
        *(byte*)(pmap_c.MapInWindow(paddr, 2) + 11) = 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Leaks(void** blocks, int count)
    {
        for (int i = 0; i < count; i++)
            blocks[i] = linux_kmalloc(BlockBytes, GFP_KERNEL);
    }
}
