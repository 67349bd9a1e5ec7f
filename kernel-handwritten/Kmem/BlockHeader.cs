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

/// <summary>Starts the pages of one grant from the page allocator; blocks tile the rest of it without gaps.</summary>
internal unsafe struct PageHeader
{
    /// <summary>Size of the grant in bytes, this header included; a power of two pages.</summary>
    public uint SizeBytes;

    /// <summary>The next grant of the same heap.</summary>
    public PageHeader* Next;
}
