namespace Mach.Kmem;

/// <summary>
/// The word in front of every kmalloc block: payload size in bytes, with the lowest bit telling a free block from a
/// busy one. Sizes are multiples of 4, so the bit is to spare; a full word, because a block may be larger than the
/// 65,535 bytes that the two 16-bit fields of <c>struct blkhdr</c> (linux/dev/glue/kmem.c) can tell apart.
/// </summary>
internal struct BlockHeader
{
    private const uint FreeBit = 1;

    private uint _word;

    public readonly uint SizeBytes => _word & ~FreeBit;

    public readonly bool IsFree => (_word & FreeBit) != 0;

    public void SetFree(uint sizeBytes) => _word = sizeBytes | FreeBit;

    public void SetBusy(uint sizeBytes) => _word = sizeBytes;
}

/// <summary>
/// Starts the pages of one grant from the page allocator; blocks tile the rest of it without gaps. Two words: a grant of
/// 64 KiB has to have room for the largest block that a driver may put into one DMA window.
/// </summary>
internal unsafe struct PageHeader
{
    private const int PagesShift = 24;
    private const int PageShift = 12;
    private const uint LargestMask = (1u << PagesShift) - 1;

    // Number of pages above, bound of the free blocks below.
    private uint _word;

    /// <summary>The next grant of the same heap.</summary>
    public PageHeader* Next;

    /// <summary>Size of the grant in bytes, this header included; whole pages, at most 255.</summary>
    public readonly uint SizeBytes => _word >> PagesShift << PageShift;

    /// <summary>No free block of this grant has a larger payload; searches skip a grant that cannot serve them.</summary>
    public uint LargestFree
    {
        readonly get => _word & LargestMask;
        set => _word = (_word & ~LargestMask) | value;
    }

    public void Initialize(uint sizeBytes, PageHeader* next)
    {
        _word = sizeBytes >> PageShift << PagesShift;
        Next = next;
    }
}
