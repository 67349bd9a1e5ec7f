using Mach.Kmem;
using Mach.Vm;

namespace Mach;

/// <summary>What stands in front of a block in a debug boot; the block begins behind it.</summary>
internal unsafe struct BlockHeader
{
    /// <summary>Bytes that were asked for; <see cref="BlockGuard.FreedSize"/> in a block that was given back.</summary>
    public uint Size;

    /// <summary>Who asked for it, or gave it back.</summary>
    public void* Caller;

    /// <summary>The red zone to the left.</summary>
    public fixed byte Zone[8];
}

/// <summary>
/// Blocks of kmalloc in a debug boot: 8 bytes of red zone on both sides and the rest of the block behind, the caller in
/// front. Looked at when the block is given back; what is free is full of poison, which is looked at when it is handed
/// out. A red zone that was written to names who asked for the block; poison that was, who gave it back.
///
/// <para>A DMA block of nearly 64 KiB would leave its window with anything in front of it: it has no red zone, and its
/// size and caller are in the note of its page.</para>
///
/// <para>Guard: interrupts are off.</para>
/// </summary>
internal static unsafe class BlockGuard
{
    public const uint FreedSize = 0xdeadb10c;

    private const uint ZoneBytes = 8;

    // What the glue gives at least, however little is asked for (linux/dev/glue/kmem.c, MIN_ALLOC): all of it may be
    // written.
    private const uint MinBytes = 12;
    private const uint LineBytes = Line.Pages * Pfn.PageSize;

    // Words of a large block's note that hold nothing else.
    private const int NakedMark = 0;
    private const int NakedSize = 1;
    private const int NakedCaller = 2;

    private static uint HeaderBytes => (uint)sizeof(BlockHeader);

    /// <summary>kmalloc with all that is said above.</summary>
    public static void* Allocate(ref BlockPool<KmemSource> pool, uint sizeBytes, bool dma, void* caller)
    {
        if (sizeBytes < MinBytes)
            sizeBytes = MinBytes;
        uint whole = HeaderBytes + sizeBytes + ZoneBytes;
        if (dma && sizeBytes <= LineBytes && whole > LineBytes)
            return AllocateNaked(ref pool, sizeBytes, caller);

        BlockHeader* header = (BlockHeader*)pool.Allocate(whole, dma);
        if (header == null)
            return null;
        uint room = pool.SizeOf(header);
        CheckPoison(header, room);
        header->Size = sizeBytes;
        header->Caller = caller;
        Poison.Fill(header->Zone, ZoneBytes, Poison.RedZone);
        byte* block = (byte*)(header + 1);
        Poison.Fill(block, sizeBytes, Poison.Fresh);
        Poison.Fill(block + sizeBytes, room - HeaderBytes - sizeBytes, Poison.RedZone);
        return block;
    }

    /// <summary>kfree. Damage is reported; the block is given back all the same.</summary>
    public static FreeResult Free(ref BlockPool<KmemSource> pool, void* block, void* caller)
    {
        FreeResult result = Find(ref pool, block, out BlockHeader* header);
        if (result == FreeResult.AlreadyFree)
            BadUse.NoteFreedBefore(FreerOf(block, header));
        if (result != FreeResult.Freed)
            return result;
        if (header != null)
            Clear(header, pool.SizeOf(header), caller);
        return pool.Free(header == null ? block : header);
    }

    /// <summary>Bytes that were asked for, 0 for what is no busy block.</summary>
    public static uint SizeOf(ref BlockPool<KmemSource> pool, void* block)
    {
        if (Find(ref pool, block, out BlockHeader* header) != FreeResult.Freed)
            return 0;
        return header == null ? pool.Source.NoteOf(block)->Busy[NakedSize] : header->Size;
    }

    /// <summary>Who asked for the large block that begins with this page, and for how many bytes.</summary>
    public static void* CallerOfLarge(ref BlockPool<KmemSource> pool, void* page, out uint bytes)
    {
        PageNote* note = pool.Source.NoteOf(page);
        bool isNaked = note->Busy[NakedMark] != 0;
        bytes = isNaked ? note->Busy[NakedSize] : ((BlockHeader*)page)->Size;
        return isNaked ? (void*)note->Busy[NakedCaller] : ((BlockHeader*)page)->Caller;
    }

    // The pool's answer about the place where a block's header is; null for a block without one. A header lies in the
    // same page as the first byte of its block.
    private static FreeResult Find(ref BlockPool<KmemSource> pool, void* block, out BlockHeader* header)
    {
        header = null;
        FreeResult result = pool.ResultOf(block);
        if (((uint)block & (Pfn.PageSize - 1)) < HeaderBytes)
        {
            PageNote* note = pool.Source.NoteOf(block);
            bool isNaked = result == FreeResult.Freed && note->Use == PageUse.LargeFirst && note->Busy[NakedMark] != 0;
            return result == FreeResult.Freed && !isNaked ? FreeResult.NotABlock : result;
        }
        if (result == FreeResult.NotOurs || !pool.Owns(block))
            return result;
        header = (BlockHeader*)block - 1;
        result = pool.ResultOf(header);
        return result;
    }

    // Who freed a block, or all of its page; of a page that is free the header cannot be read.
    private static void* FreerOf(void* block, BlockHeader* header)
    {
        if (header == null)
            return PageGuard.CallerOf(DirectMap.ToPhysical(block).Page);
        return header->Size == FreedSize ? header->Caller : null;
    }

    // The rest of the room behind a block is red zone as well.
    private static void Clear(BlockHeader* header, uint room, void* caller)
    {
        byte* block = (byte*)(header + 1);
        byte* left = Poison.FirstOther(header->Zone, ZoneBytes, Poison.RedZone);
        bool isSane = header->Size <= room - HeaderBytes - ZoneBytes;
        byte* right = isSane
            ? Poison.FirstOther(block + header->Size, room - HeaderBytes - header->Size, Poison.RedZone)
            : null;
        if (left != null || !isSane)
            BadUse.ReportRedZone(block, left == null ? (byte*)header : left, isSane ? header->Caller : caller);
        if (right != null)
            BadUse.ReportRedZone(block, right, header->Caller);
        Poison.Fill(header, room, Poison.Freed);
        header->Size = FreedSize;
        header->Caller = caller;
    }

    // The red zone of a free block is poison as the rest is, the size and the caller are not.
    private static void CheckPoison(BlockHeader* header, uint room)
    {
        bool wasFreed = header->Size == FreedSize;
        byte* start = wasFreed ? header->Zone : (byte*)header;
        byte* damage = Poison.FirstOther(start, room - (uint)(start - (byte*)header), Poison.Freed);
        if (damage != null)
            BadUse.ReportWriteToBlock(damage, wasFreed ? header->Caller : null);
    }

    private static void* AllocateNaked(ref BlockPool<KmemSource> pool, uint sizeBytes, void* caller)
    {
        void* block = pool.Allocate(sizeBytes, true);
        if (block == null)
            return null;
        PageNote* note = pool.Source.NoteOf(block);
        note->Busy[NakedMark] = 1;
        note->Busy[NakedSize] = sizeBytes;
        note->Busy[NakedCaller] = (uint)caller;
        Poison.Fill(block, pool.SizeOf(block), Poison.Fresh);
        return block;
    }
}
