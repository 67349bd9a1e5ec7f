namespace Mach.Kmem;

/// <summary>Whose a page is, as far as the glue is concerned. Never 0 for a page that the glue has.</summary>
internal enum PageUse : uint
{
    /// <summary>Not the glue's: free, or somebody else's.</summary>
    None,

    /// <summary>Cut into blocks of one size class.</summary>
    Blocks,

    /// <summary>First page of a block that has pages of its own; the value is their number.</summary>
    LargeFirst,

    /// <summary>Any other page of such a block; the value is the number of pages back to the first.</summary>
    LargeRest,

    /// <summary>A page of __get_free_pages; see <see cref="PageNote.Run"/>.</summary>
    Pages,
}

/// <summary>
/// What the glue notes about a page that it has: 28 bytes, kept in the fields of the page's own structure that only
/// pages of objects use (PageNoteLayout.cs says in which, since that is up to the kernel). Nothing stands in front of a
/// block or between blocks, so a driver that writes past its block damages its neighbour but never these books, and
/// blocks of 2 KiB fill a page.
/// </summary>
internal unsafe partial struct PageNote
{
    /// <summary>Blocks that one page can have, bits in <see cref="Busy"/>.</summary>
    public const uint MaxBlocks = 128;

    private const int UseBits = 3;
    private const int ClassBits = 5;
    private const uint UseMask = (1 << UseBits) - 1;
    private const uint ClassMask = (1 << ClassBits) - 1;
    private const int CountShift = UseBits + ClassBits;
    private const int ValueShift = 12;

    public readonly PageUse Use => (PageUse)(_word & UseMask);

    public readonly uint Value => _word >> ValueShift;

    public readonly uint Class => (_word >> UseBits) & ClassMask;

    public readonly uint BusyCount => _word >> CountShift;

    public void Set(PageUse use, uint value) => _word = (uint)use | value << ValueShift;

    /// <summary>Which run of __get_free_pages a page belongs to. No two runs that are alive at a time have the same
    /// number.</summary>
    public readonly uint Run => Busy[0];

    public void SetRun(uint run)
    {
        Set(PageUse.Pages, 0);
        Busy[0] = run;
    }

    public void SetBlocks(uint sizeClass) => _word = (uint)PageUse.Blocks | sizeClass << UseBits;

    public void CountUp() => _word += 1u << CountShift;

    public void CountDown() => _word -= 1u << CountShift;

    /// <summary>Nothing of the glue's is left in the structure.</summary>
    public void Forget()
    {
        Next = null;
        Previous = null;
        for (int i = 0; i < MaxBlocks / 32; i++)
            Busy[i] = 0;
        _word = 0;
    }
}
