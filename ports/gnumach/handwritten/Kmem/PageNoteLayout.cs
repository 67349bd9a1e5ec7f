using System.Runtime.InteropServices;

namespace Mach.Kmem;

/// <summary>
/// Where the fields of a note are in struct vm_page of GNU Mach: over node, listq, next, object and offset. A page of
/// the glue is on no list and in no object, so they are nobody else's; phys_addr between them stays.
/// </summary>
[StructLayout(LayoutKind.Explicit)]
internal unsafe partial struct PageNote
{
    /// <summary>Pages of the same class that have a free block.</summary>
    [FieldOffset(0)]
    public PageNote* Next;

    [FieldOffset(4)]
    public PageNote* Previous;

    /// <summary>A bit for each block that is in use; bits beyond the last block of the page are set.</summary>
    [FieldOffset(24)]
    public fixed uint Busy[(int)MaxBlocks / 32];

    // In place of offset, which is a multiple of the page size: the lower 12 bits of other people's pages are 0.
    [FieldOffset(40)]
    private uint _word;
}
