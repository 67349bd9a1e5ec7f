namespace Mach.Kmem;

/// <summary>Where the fields of a note are: from the start of the page's structure on, over pageq, listq, next, object
/// and offset of vm_page.</summary>
internal unsafe partial struct PageNote
{
    /// <summary>Pages of the same class that have a free block.</summary>
    public PageNote* Next;
    public PageNote* Previous;

    /// <summary>A bit for each block that is in use; bits beyond the last block of the page are set.</summary>
    public fixed uint Busy[(int)MaxBlocks / 32];

    // Blocks: use, class, number of busy blocks. Else: use, and a number of 20 bits. The place is that of an offset in
    // an object, which is a multiple of the page size: the lower 12 bits of other people's pages are 0.
    private uint _word;
}
