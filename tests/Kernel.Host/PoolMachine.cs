using System.Runtime.InteropServices;
using Mach.Kmem;
using Mach.Vm;

namespace Kernel.Host;

/// <summary>
/// A few hundred pages of real memory, the real page allocator over them and the real pool of blocks on top. The pages
/// lie at their numbers times the page size from a base that is a multiple of 64 KiB.
/// </summary>
internal sealed unsafe class PoolMachine : IDisposable
{
    private readonly void* _memory;
    private readonly PoolState* _state;

    public PoolMachine(uint pages, uint dmaPages)
    {
        Pages = new Machine(new MachineShape(pages, dmaPages, 0, 1, 0)) { IsThorough = false }.Fill();
        _memory = NativeMemory.AlignedAlloc(pages * Pfn.PageSize, 65536);
        _state = (PoolState*)NativeMemory.AllocZeroed((nuint)sizeof(PoolState));
        _state->Notes = (PageNote*)NativeMemory.AllocZeroed(pages, (nuint)sizeof(PageNote));
        _state->Base = (byte*)_memory;
        _state->Count = pages;
        Owner = GCHandle.Alloc(this);
        _state->Blocks.Source = new HostSource { State = _state, Machine = GCHandle.ToIntPtr(Owner) };
        FreeAtStart = Free;
    }

    public Machine Pages { get; }

    public ref BlockPool<HostSource> Blocks => ref _state->Blocks;

    /// <summary>How many requests for pages are served before one fails; negative for all.</summary>
    public int FailAfter { get; set; } = -1;

    public uint Requests { get; private set; }

    public uint Free => Pages.Allocator.Free;

    public uint FreeAtStart { get; }

    private GCHandle Owner { get; }

    public void* TakePages(uint count, bool dma)
    {
        Requests++;
        if (FailAfter >= 0 && FailAfter-- == 0)
            return null;
        uint align = count <= 16 && (count & (count - 1)) == 0 ? count : 1;
        uint boundary = dma && count <= 16 ? 16u : 0;
        return Pages.Allocator.TryGrabRun(count, dma ? GrabFlags.Dma : GrabFlags.None, align, boundary, out Pfn first)
            ? _state->Base + first.Value * Pfn.PageSize
            : null;
    }

    public void GivePages(void* pages, uint count)
    {
        uint first = PageNumber(pages);
        for (uint i = 0; i < count; i++)
            Assert.Equal(ReleaseResult.Released, Pages.Allocator.Release(new Pfn(first + i)));
    }

    public uint PageNumber(void* address) => (uint)(((byte*)address - _state->Base) >> Pfn.Shift);

    public void Dispose()
    {
        Owner.Free();
        NativeMemory.Free(_state->Notes);
        NativeMemory.Free(_state);
        NativeMemory.AlignedFree(_memory);
        Pages.Dispose();
    }
}

/// <summary>What has to stay where it is.</summary>
internal unsafe struct PoolState
{
    public BlockPool<HostSource> Blocks;
    public PageNote* Notes;
    public byte* Base;
    public uint Count;
}

/// <summary>The pool's view of a <see cref="PoolMachine"/>.</summary>
internal unsafe struct HostSource : IPageSource
{
    public PoolState* State;
    public nint Machine;

    private readonly PoolMachine Owner => (PoolMachine)GCHandle.FromIntPtr(Machine).Target!;

    public readonly void* Take(uint sizePages, bool dma) => Owner.TakePages(sizePages, dma);

    public readonly void Give(void* pages, uint sizePages) => Owner.GivePages(pages, sizePages);

    public readonly PageNote* NoteOf(void* address)
    {
        nint offset = (nint)((byte*)address - State->Base);
        return offset < Pfn.PageSize || offset >= (nint)(State->Count * Pfn.PageSize)
            ? null
            : State->Notes + (offset >> Pfn.Shift);
    }

    public readonly void* PageOf(PageNote* note) => State->Base + (note - State->Notes) * Pfn.PageSize;

    public readonly bool IsFree(void* page) => Owner.Pages.Allocator.IsFree(new Pfn(Owner.PageNumber(page)));

    public readonly bool HasOther => Owner.Pages.Allocator[1].Free != 0;

    public readonly bool IsDma(void* page) => Owner.Pages.Allocator[0].Contains(new Pfn(Owner.PageNumber(page)));
}
