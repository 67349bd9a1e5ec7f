using System.Numerics;
using System.Runtime.CompilerServices;
using Mach.Vm;

namespace Mach.Kmem;

/// <summary>What became of a block that was given back. Every refusal has changed nothing.</summary>
internal enum FreeResult
{
    Freed,

    /// <summary>The address is in no page of kmalloc's.</summary>
    NotOurs,

    /// <summary>The address is in a page of kmalloc's, but no block begins there.</summary>
    NotABlock,

    /// <summary>The block, or all of its page, is free already.</summary>
    AlreadyFree,
}

/// <summary>Where pages come from, and where notes about them are kept.</summary>
internal unsafe interface IPageSource
{
    /// <summary>Adjacent pages at a multiple of the page size, or null. Of the DMA kind on demand, else of
    /// either.</summary>
    void* Take(uint sizePages, bool dma);

    void Give(void* pages, uint sizePages);

    /// <summary>The note of the page that an address is in; null where there is no memory of ours.</summary>
    PageNote* NoteOf(void* address);

    /// <summary>The page that a note is about.</summary>
    void* PageOf(PageNote* note);

    /// <summary>Whether a page is free, in the page allocator's books.</summary>
    bool IsFree(void* page);

    /// <summary>Whether a page is of the DMA kind.</summary>
    bool IsDma(void* page);

    /// <summary>Whether there are free pages that are not of the DMA kind.</summary>
    bool HasOther { get; }
}

/// <summary>The pages of one class that have both free and busy blocks.</summary>
internal unsafe struct BlockList
{
    public PageNote* First;

    /// <summary>A page without a busy block that is kept for when the list is empty, or null; not on the
    /// list.</summary>
    public PageNote* Spare;
}

/// <summary>One list for each class.</summary>
[InlineArray((int)SizeClass.Count)]
internal struct BlockLists
{
    private BlockList _first;
}

/// <summary>
/// The blocks of kmalloc: pages cut into blocks of one size, and runs of whole pages for what is larger. Two sets of
/// lists, one whose pages are all of the DMA kind and one whose pages are all not.
///
/// <para>A block is found by the first clear bit of the first page of its class, and freed by arithmetic on its address
/// and the note of its page: both take a bounded number of steps, however many blocks there are. A page whose last
/// block is freed goes back at once, except for one of each class.</para>
///
/// <para>Holds after every operation (<see cref="Verify"/>): a page is on the list of its class if and only if it has
/// both a free block and a busy one; its count is the number of its busy bits.</para>
///
/// <para>Never does: blocking, locking, writing into a free block. The caller has interrupts off.</para>
/// </summary>
internal unsafe partial struct BlockPool<TSource>
    where TSource : struct, IPageSource
{
    /// <summary>Largest request, in bytes: 4 MiB. Above it the request is a mistake and not a wish.</summary>
    public const uint MaxBytes = 4u << 20;

    public TSource Source;

    /// <summary>Bytes of blocks in use and of pages held for them, for statistics and tests.</summary>
    public uint BusyBytes;
    public uint HeldBytes;

    private BlockLists _dma;
    private BlockLists _other;

    /// <summary>
    /// A block of at least so many bytes, at most <see cref="MaxBytes"/>, or null when no page is left. It is aligned
    /// to 16 bytes; one of DMA memory of up to 64 KiB lies in one 64 KiB window, because its pages do.
    /// </summary>
    public void* Allocate(uint sizeBytes, bool dma)
    {
        if (sizeBytes > SizeClass.Largest)
            return AllocateLarge(Pfn.PagesFor(sizeBytes), dma);

        uint sizeClass = SizeClass.For(sizeBytes);
        if (HasBlock(ListOf(sizeClass, dma)))
            return TakeBlock(ListOf(sizeClass, dma));

        // Where no other page is left, or there never was one, blocks of DMA pages that are there come before new
        // pages.
        if (!dma && !Source.HasOther && HasBlock(ListOf(sizeClass, true)))
            return TakeBlock(ListOf(sizeClass, true));
        void* page = Source.Take(1, dma);
        if (page != null)
            return TakeBlock(AddPage(page, sizeClass));

        // Pages may be refused although there are some: the reserves.
        return !dma && HasBlock(ListOf(sizeClass, true)) ? TakeBlock(ListOf(sizeClass, true)) : null;
    }

    /// <summary>Give a block back. An address that is not the start of a busy block changes nothing.</summary>
    public FreeResult Free(void* block)
    {
        FreeResult result = BeginFree(block, out uint largePages);
        for (uint i = 0; i < largePages; i++)
            FreePage((byte*)block + i * Pfn.PageSize);
        return result;
    }

    /// <summary>
    /// The same, but the pages of a large block are still there: so many, for <see cref="FreePage"/>, one by one. Nobody
    /// can free the block any more.
    /// </summary>
    public FreeResult BeginFree(void* block, out uint largePages)
    {
        largePages = 0;
        FreeResult result = Find(block, out PageNote* note, out uint index);
        if (result != FreeResult.Freed)
            return result;
        if (note->Use == PageUse.LargeFirst)
        {
            largePages = note->Value;
            HeldBytes -= largePages * Pfn.PageSize;
            BusyBytes -= largePages * Pfn.PageSize;
            note->Set(PageUse.LargeRest, 0);
        }
        else
        {
            PutBlock(note, index);
        }
        return FreeResult.Freed;
    }

    /// <summary>Give back a page of a block that is being freed.</summary>
    public void FreePage(void* page)
    {
        Source.NoteOf(page)->Forget();
        Source.Give(page, 1);
    }

    /// <summary>What <see cref="Free"/> would answer.</summary>
    public readonly FreeResult ResultOf(void* block) => Find(block, out _, out _);

    /// <summary>Whether an address is in a page of this pool.</summary>
    public readonly bool Owns(void* address)
    {
        PageNote* note = Source.NoteOf(address);
        return note != null && note->Use is PageUse.Blocks or PageUse.LargeFirst or PageUse.LargeRest;
    }

    /// <summary>Bytes that a busy block really has, 0 for any other address.</summary>
    public readonly uint SizeOf(void* block)
    {
        if (Find(block, out PageNote* note, out _) != FreeResult.Freed)
            return 0;
        return note->Use == PageUse.LargeFirst ? note->Value * Pfn.PageSize : SizeClass.SizeOf(note->Class);
    }

    /// <summary>Give back the pages of one kind that are kept for later; returns how many.</summary>
    public uint Collect(bool dma)
    {
        uint pages = 0;
        for (uint sizeClass = 0; sizeClass < SizeClass.Count; sizeClass++)
            pages += Collect(sizeClass, dma);
        return pages;
    }

    /// <summary>The same of one class: a page or none.</summary>
    public uint Collect(uint sizeClass, bool dma)
    {
        PageNote* spare = ListOf(sizeClass, dma)->Spare;
        if (spare == null)
            return 0;
        ListOf(sizeClass, dma)->Spare = null;
        DropPage(spare);
        return 1;
    }

    // Which busy block begins at an address.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly FreeResult Find(void* block, out PageNote* note, out uint index)
    {
        index = 0;
        note = Source.NoteOf(block);
        if (note == null)
            return FreeResult.NotOurs;

        uint offset = (uint)((nuint)block & (Pfn.PageSize - 1));
        switch (note->Use)
        {
            case PageUse.Blocks:
                if (!SizeClass.TryIndex(note->Class, offset, out index))
                    return FreeResult.NotABlock;
                return (note->Busy[index >> 5] & Bit(index)) != 0 ? FreeResult.Freed : FreeResult.AlreadyFree;
            case PageUse.LargeFirst:
                return offset == 0 ? FreeResult.Freed : FreeResult.NotABlock;
            case PageUse.LargeRest:
                return FreeResult.NotABlock;
            default:
                return Source.IsFree(block) ? FreeResult.AlreadyFree : FreeResult.NotOurs;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void* TakeBlock(BlockList* list)
    {
        PageNote* note = list->First;
        uint index = TakeBit(note);
        note->CountUp();
        if (note->BusyCount == SizeClass.BlocksOf(note->Class))
            Unlink(list, note);

        uint size = SizeClass.SizeOf(note->Class);
        BusyBytes += size;
        return (byte*)Source.PageOf(note) + index * size;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PutBlock(PageNote* note, uint index)
    {
        BlockList* list = ListOf(note->Class, Source.IsDma(Source.PageOf(note)));
        if (note->BusyCount == SizeClass.BlocksOf(note->Class))
            LinkFirst(list, note);
        note->Busy[index >> 5] &= ~Bit(index);
        note->CountDown();
        BusyBytes -= SizeClass.SizeOf(note->Class);
        if (note->BusyCount != 0)
            return;
        Unlink(list, note);
        if (list->Spare != null)
            DropPage(note);
        else
            list->Spare = note;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasBlock(BlockList* list)
    {
        if (list->First == null && list->Spare != null)
        {
            LinkFirst(list, list->Spare);
            list->Spare = null;
        }
        return list->First != null;
    }

    // The lowest free block of a page that has one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint TakeBit(PageNote* note)
    {
        uint word = 0;
        while (note->Busy[word] == ~0u)
            word++;
        uint index = (word << 5) + (uint)BitOperations.TrailingZeroCount(~note->Busy[word]);
        note->Busy[word] |= Bit(index);
        return index;
    }

    private static uint Bit(uint index) => 1u << (int)(index & 31);

    // SAFETY: the pool is a static of the kernel, or pinned on the host; its lists do not move.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private BlockList* ListOf(uint sizeClass, bool dma) =>
        (BlockList*)Unsafe.AsPointer(ref dma ? ref _dma : ref _other) + sizeClass;
}
