using System.Numerics;
using Mach.Vm;

namespace Mach.Kmem;

/// <summary>Pages of the pool: how they come and go; see BlockPool.cs for the blocks in them.</summary>
internal unsafe partial struct BlockPool<TSource>
{
    /// <summary>Whether every list has the pages it should, and their notes agree with themselves; slow.</summary>
    public bool Verify()
    {
        uint spares = 0;
        for (uint sizeClass = 0; sizeClass < SizeClass.Count; sizeClass++)
            if (!ListAgrees(sizeClass, true, ref spares) || !ListAgrees(sizeClass, false, ref spares))
                return false;
        return HeldBytes - BusyBytes >= spares * Pfn.PageSize && BusyBytes <= HeldBytes;
    }

    /// <summary>Pages that are kept without a busy block.</summary>
    public uint SparePages()
    {
        uint pages = 0;
        for (uint sizeClass = 0; sizeClass < SizeClass.Count; sizeClass++)
            pages +=
                (ListOf(sizeClass, true)->Spare != null ? 1u : 0) + (ListOf(sizeClass, false)->Spare != null ? 1u : 0);
        return pages;
    }

    // A page of the kind that came, which need not be the kind that was asked for.
    private BlockList* AddPage(void* page, uint sizeClass)
    {
        BlockList* list = ListOf(sizeClass, Source.IsDma(page));
        PageNote* note = Source.NoteOf(page);
        note->SetBlocks(sizeClass);
        uint blocks = SizeClass.BlocksOf(sizeClass);
        for (uint index = 0; index < PageNote.MaxBlocks; index += 32)
            note->Busy[index >> 5] =
                blocks >= index + 32 ? 0
                : blocks <= index ? ~0u
                : ~0u << (int)(blocks - index);
        LinkFirst(list, note);
        HeldBytes += Pfn.PageSize;
        return list;
    }

    // A page that is on no list and has no busy block.
    private void DropPage(PageNote* note)
    {
        void* page = Source.PageOf(note);
        note->Forget();
        HeldBytes -= Pfn.PageSize;
        Source.Give(page, 1);
    }

    private void* AllocateLarge(uint sizePages, bool dma)
    {
        void* pages = Source.Take(sizePages, dma);
        if (pages == null)
            return null;
        NoteLarge(pages, sizePages);
        AddLarge(sizePages);
        return pages;
    }

    /// <summary>Pages that nobody knows yet are to be a block. No books are touched, so interrupts may be on.</summary>
    public readonly void NoteLarge(void* pages, uint sizePages)
    {
        Source.NoteOf(pages)->Set(PageUse.LargeFirst, sizePages);
        for (uint i = 1; i < sizePages; i++)
            Source.NoteOf((byte*)pages + i * Pfn.PageSize)->Set(PageUse.LargeRest, i);
    }

    /// <summary>They are one, and in the books.</summary>
    public void AddLarge(uint sizePages)
    {
        HeldBytes += sizePages * Pfn.PageSize;
        BusyBytes += sizePages * Pfn.PageSize;
    }

    private static void LinkFirst(BlockList* list, PageNote* note)
    {
        note->Previous = null;
        note->Next = list->First;
        if (list->First != null)
            list->First->Previous = note;
        list->First = note;
    }

    private static void Unlink(BlockList* list, PageNote* note)
    {
        if (note->Next != null)
            note->Next->Previous = note->Previous;
        if (note->Previous != null)
            note->Previous->Next = note->Next;
        else
            list->First = note->Next;
    }

    private bool ListAgrees(uint sizeClass, bool dma, ref uint spares)
    {
        BlockList* list = ListOf(sizeClass, dma);
        PageNote* previous = null;
        for (PageNote* note = list->First; note != null; previous = note, note = note->Next)
            if (note->Previous != previous || note->BusyCount == 0 || !NoteAgrees(note, sizeClass, dma))
                return false;
        if (list->Spare == null)
            return true;
        spares++;
        return list->Spare->BusyCount == 0 && NoteAgrees(list->Spare, sizeClass, dma);
    }

    private readonly bool NoteAgrees(PageNote* note, uint sizeClass, bool dma) =>
        note->Use == PageUse.Blocks
        && note->Class == sizeClass
        && Source.IsDma(Source.PageOf(note)) == dma
        && CountAgrees(note);

    // There is a free block, and the count is that of the bits.
    private static bool CountAgrees(PageNote* note)
    {
        uint blocks = SizeClass.BlocksOf(note->Class);
        uint set = 0;
        for (uint word = 0; word < PageNote.MaxBlocks / 32; word++)
            set += (uint)BitOperations.PopCount(note->Busy[word]);
        return set - (PageNote.MaxBlocks - blocks) == note->BusyCount && note->BusyCount < blocks;
    }
}
