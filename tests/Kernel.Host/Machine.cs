using System.Runtime.InteropServices;
using Mach.Vm;

namespace Kernel.Host;

/// <summary>
/// A machine with a few pages of memory: the allocator under test with storage of its own, and beside it the naive
/// model that every answer is compared with. Every operation ends in <see cref="CheckAll"/>.
/// </summary>
internal sealed unsafe class Machine : IDisposable
{
    private readonly MachineShape _shape;
    private readonly NaivePages _model;
    private readonly void* _words;
    private readonly void* _entries;
    private PageAllocator _allocator;

    public Machine(MachineShape shape)
    {
        _shape = shape;
        _model = new NaivePages(shape);
        _words = NativeMemory.Alloc(FreeBitmap.BytesFor(shape.End));
        _entries = NativeMemory.Alloc(PageArray.BytesFor(shape.End));
        _allocator.Map.Initialize((uint*)_words, shape.End);
        _allocator.Pages.Initialize((void**)_entries, shape.End);
        _allocator.SetBounds(shape.End, shape.DmaEnd);
        _allocator.Dma.Reserve = shape.Reserve;
        for (uint page = 0; page < shape.End; page++)
            if (shape.IsManaged(page))
                Assert.Equal(page != 0, _allocator.TryAdd(new Pfn(page), Structure(page)));
    }

    public ref PageAllocator Allocator => ref _allocator;

    public uint End => _shape.End;

    public void Dispose()
    {
        NativeMemory.Free(_words);
        NativeMemory.Free(_entries);
    }

    /// <summary>Release every managed page, as the end of boot does.</summary>
    public Machine Fill()
    {
        return SetState(ulong.MaxValue);
    }

    /// <summary>Make the pages of <paramref name="free"/> (bit = page number modulo 64) free.</summary>
    public Machine SetState(ulong free)
    {
        for (uint page = 1; page < _shape.End; page++)
            if (_shape.IsManaged(page) && (free & (1ul << (int)(page % 64))) != 0)
            {
                _model.Release(page);
                _allocator.Release(new Pfn(page));
            }
        CheckAll();
        return this;
    }

    public uint? Grab(GrabFlags flags)
    {
        uint? expected = _model.Grab(flags);
        bool done = _allocator.TryGrab(flags, out Pfn page);
        Assert.Equal(expected, done ? page.Value : null);
        CheckAll();
        return expected;
    }

    public uint? GrabRun(uint count, GrabFlags flags, uint align, uint boundary)
    {
        uint? expected = _model.GrabRun(count, flags, align, boundary);
        bool done = _allocator.TryGrabRun(count, flags, align, boundary, out Pfn first);
        Assert.Equal(expected, done ? first.Value : null);
        CheckAll();
        return expected;
    }

    public ReleaseResult Release(uint page)
    {
        ReleaseResult expected = _model.Release(page);
        Assert.Equal(expected, _allocator.Release(new Pfn(page)));
        CheckAll();
        return expected;
    }

    /// <summary>The allocator's own check, and each page and count against the model.</summary>
    public void CheckAll()
    {
        Assert.Equal(AllocatorFault.None, _allocator.Verify());
        Assert.Equal(_model.FreeIn(dma: true), _allocator.Dma.Free);
        Assert.Equal(_model.FreeIn(dma: false), _allocator.Normal.Free);
        for (uint page = 0; page < _shape.End; page++)
        {
            if (_model.IsFree(page) != _allocator.Map.Test(page))
                Assert.Fail($"page {page}: the model says free is {_model.IsFree(page)}");
            bool managed = page != 0 && _shape.IsManaged(page);
            if (_allocator.Pages.Lookup(new Pfn(page)) != (managed ? Structure(page) : null))
                Assert.Fail($"page {page}: wrong structure");
        }
    }

    // Any value that differs from page to page will do: the allocator never looks behind the pointer.
    private static void* Structure(uint page) => (void*)(nuint)(0x1000 + page);
}

/// <summary>How many pages, where the zones part, which pages are not ours, how many the reserve keeps.</summary>
internal sealed record MachineShape(uint End, uint DmaEnd, uint HoleFirst, uint HoleEnd, uint Reserve)
{
    public bool IsManaged(uint page) => page < HoleFirst || page >= HoleEnd;
}
