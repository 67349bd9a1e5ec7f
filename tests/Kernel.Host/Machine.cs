using System.Runtime.InteropServices;
using Mach.Vm;

namespace Kernel.Host;

/// <summary>What a machine's memory looks like.</summary>
/// <param name="End">One more than the last page number.</param>
/// <param name="Limits">The first page beyond each zone, lowest zone first; the last zone ends with memory.</param>
/// <param name="HoleFirst">Pages from here</param>
/// <param name="HoleEnd">to before here are not ours.</param>
/// <param name="Reserve">Pages of the lowest zone that fallback leaves alone.</param>
internal sealed record MachineShape(uint End, uint[] Limits, uint HoleFirst, uint HoleEnd, uint Reserve)
{
    /// <summary>The zones of the kernel without high memory: DMA and normal.</summary>
    public MachineShape(uint end, uint dmaEnd, uint holeFirst, uint holeEnd, uint reserve)
        : this(end, [dmaEnd, uint.MaxValue], holeFirst, holeEnd, reserve) { }

    /// <summary>Pages of each zone that only those who free memory may take, and those beside them that ordinary
    /// requests leave.</summary>
    public uint Floor { get; init; }
    public uint Min { get; init; }

    public uint ZoneCount => (uint)Limits.Length;

    public bool IsManaged(uint page) => page != 0 && page < End && (page < HoleFirst || page >= HoleEnd);

    public int ZoneOf(uint page) => page >= End ? -1 : Array.FindIndex(Limits, limit => page < limit);
}

/// <summary>The allocator's view of a shape: which pages are ours.</summary>
internal readonly struct ShapeOwner(MachineShape shape) : IPageOwner
{
    public bool IsManaged(Pfn page) => shape.IsManaged(page.Value);
}

/// <summary>
/// A machine with a few pages of memory: the allocator under test with storage of its own, and beside it the naive
/// model that every answer is compared with. Every operation ends in <see cref="CheckAll"/>.
/// </summary>
internal sealed unsafe class Machine : IDisposable
{
    /// <summary>The zone that requests without a wish begin with.</summary>
    public const uint DefaultZone = 1;

    private readonly MachineShape _shape;
    private readonly NaivePages _model;
    private readonly void* _storage;
    private readonly Zone* _rows;
    private PageAllocator<ShapeOwner> _allocator;

    public Machine(MachineShape shape)
    {
        _shape = shape;
        _model = new NaivePages(shape);
        _rows = (Zone*)NativeMemory.AllocZeroed(shape.ZoneCount, (nuint)sizeof(Zone));
        fixed (uint* limits = shape.Limits)
        {
            _storage = NativeMemory.Alloc(ZoneTable.BytesFor(limits, shape.ZoneCount, shape.End));
            ZoneTable.Initialize(_rows, limits, shape.ZoneCount, shape.End, _storage);
        }
        _allocator.Owner = new ShapeOwner(shape);
        _allocator.Initialize(_rows, shape.ZoneCount, DefaultZone);
        _rows[0].Reserve = shape.Reserve;
        for (uint row = 0; row < shape.ZoneCount; row++)
            (_rows[row].Floor, _rows[row].Min) = (shape.Floor, shape.Min);
        for (uint page = 0; page < shape.End; page++)
            if (page == 0 || shape.IsManaged(page))
                Assert.Equal(page != 0, _allocator.TryAdd(new Pfn(page)));
    }

    public ref PageAllocator<ShapeOwner> Allocator => ref _allocator;

    /// <summary>How much is compared after every operation; without it the pages one by one are left to the
    /// caller.</summary>
    public bool IsThorough { get; init; } = true;

    public void Dispose()
    {
        NativeMemory.Free(_storage);
        NativeMemory.Free(_rows);
    }

    /// <summary>Release every managed page, as the end of boot does.</summary>
    public Machine Fill() => SetState(ulong.MaxValue);

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

    /// <summary>One page. The model says which one.</summary>
    public uint? Grab(GrabFlags flags)
    {
        uint? expected = _model.Grab(flags);
        bool done = _allocator.TryGrab(flags, out Pfn page);
        Assert.Equal(expected, done ? page.Value : null);
        CheckAll();
        return expected;
    }

    /// <summary>A run. The model says from which zone, if any, and whether the place is a legal one.</summary>
    public uint? GrabRun(uint count, GrabFlags flags, uint align, uint boundary)
    {
        int expected = _model.ZoneForRun(count, flags, align, boundary);
        bool done = _allocator.TryGrabRun(count, flags, align, boundary, out Pfn first);
        Assert.Equal(expected, done ? _shape.ZoneOf(first.Value) : -1);
        if (done)
            Assert.True(_model.TryTakeRun(first.Value, count, align, boundary), $"{count} pages at {first.Value}");
        CheckAll();
        return done ? first.Value : null;
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
        if (IsThorough)
            CheckPages();
        for (uint row = 0; row < _shape.ZoneCount; row++)
        {
            ref Zone zone = ref _allocator[row];
            if (_model.FreeIn((int)row) != zone.Free)
                Assert.Fail($"zone {row}: the model has {_model.FreeIn((int)row)} free pages, the zone {zone.Free}");
        }
    }

    /// <summary>Every invariant and every page.</summary>
    public void CheckPages()
    {
        Assert.Equal(AllocatorFault.None, _allocator.Verify());
        for (uint page = 0; page < _shape.End; page++)
            if (_model.IsFree(page) != _allocator.IsFree(new Pfn(page)))
                Assert.Fail($"page {page}: the model says free is {_model.IsFree(page)}");
    }
}
