namespace Mach.Kmem;

/// <summary>What became of a block that was given back.</summary>
internal enum FreeResult
{
    Freed,

    /// <summary>The address lies in no page of this heap.</summary>
    NotOurs,

    /// <summary>The address lies in a page of this heap, but no block begins there.</summary>
    NotABlock,

    /// <summary>The block is free already. Nothing was changed.</summary>
    AlreadyFree,
}

/// <summary>
/// The blocks of kmalloc: first fit inside grants of whole pages, newest grant first. The heap neither gets pages nor
/// gives them back by itself: <see cref="AddPages"/> and <see cref="TakeEmptyPages"/> are called by the glue, which
/// knows where pages come from. That keeps this file free of the kernel, and it runs on a development host.
///
/// <para>Holds after every operation (checked by <see cref="Verify"/>): the blocks of a grant tile it exactly; sizes
/// are multiples of <see cref="Alignment"/> and at least <see cref="MinPayload"/>; no free block of a grant is larger
/// than its bound.</para>
///
/// <para>Never does: blocking, locking, calling out. The caller has interrupts off.</para>
/// </summary>
internal unsafe struct BlockHeap
{
    public const uint Alignment = 4;

    /// <summary>The smallest payload; smaller requests are rounded up to it.</summary>
    public const uint MinPayload = 12;

    /// <summary>The largest grant asked for: 128 KiB, the limit of kmalloc in the Linux that the drivers come from.</summary>
    public const uint MaxGrant = 128 * 1024;

    private PageHeader* _first;

    // Whether a block was freed since the last merging; without one there is nothing to merge.
    private bool _freed;

    /// <summary>Bytes in front of the first payload of a grant: 12 on the target.</summary>
    public static uint Overhead => (uint)(sizeof(PageHeader) + sizeof(BlockHeader));

    public static uint MaxPayload => MaxGrant - Overhead;

    public readonly bool IsEmpty => _first == null;

    /// <summary>
    /// The payload a request really gets: at least the minimum, a multiple of the alignment. False for a request over
    /// the limit, checked before rounding, which could wrap.
    /// </summary>
    public static bool TryRound(uint sizeBytes, out uint payload)
    {
        payload = 0;
        if (sizeBytes > MaxPayload)
            return false;
        payload = sizeBytes < MinPayload ? MinPayload : (sizeBytes + Alignment - 1) & ~(Alignment - 1);
        return payload <= MaxPayload;
    }

    /// <summary>A block of the given rounded payload, or null when no free block is large enough.</summary>
    public readonly void* Allocate(uint payload)
    {
        for (PageHeader* page = _first; page != null; page = page->Next)
        {
            if (page->LargestFree < payload)
                continue;
            BlockHeader* block = FirstFit(page, payload);
            if (block == null)
                continue;
            Split(block, payload);
            return block + 1;
        }
        return null;
    }

    // A search in vain has seen every block of the grant, so that the bound is exact after it.
    private static BlockHeader* FirstFit(PageHeader* page, uint payload)
    {
        uint largest = 0;
        for (BlockHeader* block = FirstBlock(page); block < End(page); block = NextBlock(block))
        {
            if (!block->IsFree)
                continue;
            if (block->SizeBytes >= payload)
                return block;
            if (block->SizeBytes > largest)
                largest = block->SizeBytes;
        }
        page->LargestFree = largest;
        return null;
    }

    /// <summary>Take in a grant: all of it becomes one free block, and it is searched first from now on.</summary>
    public void AddPages(void* memory, uint sizeBytes)
    {
        // SAFETY: the caller owns [memory, memory + sizeBytes), whole pages, and does not touch it until
        // TakeEmptyPages hands it back.
        PageHeader* page = (PageHeader*)memory;
        page->Initialize(sizeBytes, _first);
        _first = page;
        page->LargestFree = sizeBytes - Overhead;
        FirstBlock(page)->SetFree(page->LargestFree);
    }

    /// <summary>
    /// Give a block back. Its neighbours are not merged here: that happens when a request finds no room. An address
    /// that is not the start of a busy block changes nothing.
    /// </summary>
    public FreeResult Free(void* payload)
    {
        PageHeader* page = OwnerOf(payload);
        if (page == null)
            return FreeResult.NotOurs;

        for (BlockHeader* block = FirstBlock(page); block < End(page); block = NextBlock(block))
        {
            if (block + 1 != payload)
                continue;
            if (block->IsFree)
                return FreeResult.AlreadyFree;
            block->SetFree(block->SizeBytes);
            RaiseBound(page, block);
            _freed = true;
            return FreeResult.Freed;
        }
        return FreeResult.NotABlock;
    }

    /// <summary>Whether the address lies in a page of this heap.</summary>
    public readonly bool Owns(void* address) => OwnerOf(address) != null;

    /// <summary>Merge neighbouring free blocks everywhere; returns how many were swallowed by the one before them.</summary>
    public uint Coalesce()
    {
        uint merged = 0;
        if (!_freed)
            return merged;
        _freed = false;
        for (PageHeader* page = _first; page != null; page = page->Next)
            for (BlockHeader* block = FirstBlock(page); block < End(page); block = NextBlock(block))
                while (block->IsFree && NextBlock(block) < End(page) && NextBlock(block)->IsFree)
                {
                    block->SetFree(block->SizeBytes + (uint)sizeof(BlockHeader) + NextBlock(block)->SizeBytes);
                    RaiseBound(page, block);
                    merged++;
                }
        return merged;
    }

    private static void RaiseBound(PageHeader* page, BlockHeader* free)
    {
        if (free->SizeBytes > page->LargestFree)
            page->LargestFree = free->SizeBytes;
    }

    /// <summary>
    /// Unlink one grant that holds no busy block and hand it out, or null when there is none. Finds only grants whose
    /// free blocks are merged: call <see cref="Coalesce"/> first.
    /// </summary>
    public void* TakeEmptyPages(out uint sizeBytes)
    {
        PageHeader* before = null;
        for (PageHeader* page = _first; page != null; before = page, page = page->Next)
        {
            BlockHeader* block = FirstBlock(page);
            if (!block->IsFree || NextBlock(block) != End(page))
                continue;

            if (before == null)
                _first = page->Next;
            else
                before->Next = page->Next;
            sizeBytes = page->SizeBytes;
            return page;
        }
        sizeBytes = 0;
        return null;
    }

    /// <summary>Busy payload bytes and pages held, for statistics and tests.</summary>
    public readonly void Measure(out uint busyBytes, out uint heldBytes)
    {
        busyBytes = 0;
        heldBytes = 0;
        for (PageHeader* page = _first; page != null; page = page->Next)
        {
            heldBytes += page->SizeBytes;
            for (BlockHeader* block = FirstBlock(page); block < End(page); block = NextBlock(block))
                busyBytes += block->IsFree ? 0 : block->SizeBytes;
        }
    }

    /// <summary>
    /// The first grant whose blocks do not tile it, or null when all is well. The walk stops at the first size that
    /// leads out of the grant, so that damaged headers are reported and not followed.
    /// </summary>
    public readonly void* Verify()
    {
        for (PageHeader* page = _first; page != null; page = page->Next)
        {
            uint offset = (uint)sizeof(PageHeader);
            while (offset != page->SizeBytes)
            {
                uint room = page->SizeBytes - offset;
                if (room < sizeof(BlockHeader) + MinPayload)
                    return page;
                BlockHeader* block = (BlockHeader*)((byte*)page + offset);
                uint size = block->SizeBytes;
                if (size < MinPayload || size % Alignment != 0 || size > room - sizeof(BlockHeader))
                    return page;
                if (block->IsFree && size > page->LargestFree)
                    return page;
                offset += (uint)sizeof(BlockHeader) + size;
            }
        }
        return null;
    }

    // Make the block busy; cut the rest off when it can hold a header and the smallest payload.
    private static void Split(BlockHeader* block, uint payload)
    {
        uint rest = block->SizeBytes - payload;
        if (rest < sizeof(BlockHeader) + MinPayload)
        {
            block->SetBusy(block->SizeBytes);
            return;
        }
        block->SetBusy(payload);
        NextBlock(block)->SetFree(rest - (uint)sizeof(BlockHeader));
    }

    private readonly PageHeader* OwnerOf(void* address)
    {
        for (PageHeader* page = _first; page != null; page = page->Next)
            if (address >= page && address < End(page))
                return page;
        return null;
    }

    private static BlockHeader* FirstBlock(PageHeader* page) => (BlockHeader*)(page + 1);

    private static BlockHeader* NextBlock(BlockHeader* block) => (BlockHeader*)((byte*)(block + 1) + block->SizeBytes);

    private static BlockHeader* End(PageHeader* page) => (BlockHeader*)((byte*)page + page->SizeBytes);
}
