using System.Runtime;
using System.Runtime.CompilerServices;
using Mach.Kmem;
using Mach.Vm;

namespace Bench;

/// <summary>All pages of the benchmark are ours but page numbers beyond its end, as the kernel's owner would
/// say.</summary>
internal struct AllPages : IPageOwner
{
    public uint End;

    public readonly bool IsManaged(Pfn page) => page.Value < End;
}

/// <summary>The kernel's allocator behind the benchmark's interface (pages.h), compiled as the kernel's is.</summary>
internal static unsafe class Exports
{
    private const uint Rows = 2;

    private static PageAllocator<AllPages> s_pages;
    private static BlockPool<BenchSource> s_blocks;

    public static ref PageAllocator<AllPages> Pages => ref s_pages;

    [MethodImpl(MethodImplOptions.InternalCall), Function("bench_memory", "i_i")]
    public static extern void* bench_memory(uint bytes);

    [MethodImpl(MethodImplOptions.InternalCall), Function("bench_pages", "_i")]
    public static extern byte* bench_pages();

    [Function("pages_init", "ii_v")]
    private static void Initialize(uint total, uint dma)
    {
        uint* limits = stackalloc uint[2];
        limits[0] = dma;
        limits[1] = uint.MaxValue;
        Zone* rows = (Zone*)bench_memory(Rows * (uint)sizeof(Zone));
        ZoneTable.Initialize(rows, limits, Rows, total, bench_memory(ZoneTable.BytesFor(limits, Rows, total)));
        s_pages.Initialize(rows, Rows, Rows - 1);
        s_pages.Owner.End = total;
        rows[0].Managed = dma;
        rows[1].Managed = total - dma;
        for (uint page = 0; page < total; page++)
            s_pages.Release(new Pfn(page));
        s_blocks.Source.Notes = (PageNote*)bench_memory(total * (uint)sizeof(PageNote));
        s_blocks.Source.Base = bench_pages();
    }

    [Function("pages_grab", "_i")]
    private static int Grab() => s_pages.TryGrab(GrabFlags.None, out Pfn page) ? (int)page.Value : -1;

    [Function("pages_grab_run", "ii_i")]
    private static int GrabRun(uint count, uint align) =>
        s_pages.TryGrabRun(count, GrabFlags.None, align, 0, out Pfn first) ? (int)first.Value : -1;

    [Function("pages_release", "i_v")]
    private static void Release(uint page)
    {
        if (s_pages.Release(new Pfn(page)) != ReleaseResult.Released)
            Porting.rt.trap();
    }

    [Function("pages_metadata", "i_i")]
    private static uint Metadata(uint total)
    {
        uint* limits = stackalloc uint[2];
        limits[0] = 4096;
        limits[1] = uint.MaxValue;
        return ZoneTable.BytesFor(limits, Rows, total) + Rows * (uint)sizeof(Zone);
    }

    [Function("blocks_allocate", "i_i")]
    private static void* AllocateBlock(uint size) => s_blocks.Allocate(size, true);

    [Function("blocks_held", "_i")]
    private static uint HeldPages()
    {
        s_blocks.Collect(true);
        s_blocks.Collect(false);
        return s_blocks.HeldBytes / Pfn.PageSize;
    }

    [Function("blocks_free", "i_v")]
    private static void FreeBlock(void* block)
    {
        if (s_blocks.Free(block) != FreeResult.Freed)
            Porting.rt.trap();
    }
}

/// <summary>kmalloc's pages: the DMA zone, which the benchmark has real memory for.</summary>
internal unsafe struct BenchSource : IPageSource
{
    public PageNote* Notes;
    public byte* Base;

    public readonly void* Take(uint sizePages, bool dma) =>
        Exports.Pages.TryGrabRun(sizePages, GrabFlags.Dma, 1, 0, out Pfn first) ? PageAt(first.Value) : null;

    public readonly void Give(void* pages, uint sizePages)
    {
        for (uint i = 0; i < sizePages; i++)
            Exports.Pages.Release(new Pfn(NumberOf(pages) + i));
    }

    public readonly PageNote* NoteOf(void* address) =>
        Exports.Pages.Owner.IsManaged(new Pfn(NumberOf(address))) ? Notes + NumberOf(address) : null;

    public readonly void* PageOf(PageNote* note) => PageAt((uint)(note - Notes));

    public readonly bool IsFree(void* page) => Exports.Pages.IsFree(new Pfn(NumberOf(page)));

    public readonly bool HasOther => false;

    public readonly bool IsDma(void* page) => true;

    private readonly void* PageAt(uint number) => Base + number * Pfn.PageSize;

    private readonly uint NumberOf(void* address) => (uint)((byte*)address - Base) >> Pfn.Shift;
}
