using Mach.Vm;

namespace Mach;

/// <summary>What a record is about; tests/Kernel.Proofs/Operations reads them.</summary>
internal enum Operation : uint
{
    /// <summary>A page has gone to a request: flags, external; page.</summary>
    Take = 1,

    /// <summary>A page has gone in another way, as part of a run or for the contents of another: page.</summary>
    TakePart,

    /// <summary>The pages before it, of which there were so many, went to a request: flags; first page, pages.</summary>
    Run,

    /// <summary>A page has come back: external; page.</summary>
    Return,

    /// <summary>A request was refused: flags, external; pages, whether it was looked for a run.</summary>
    Refuse,

    /// <summary>A thread begins to wait for a page: class. Some of a class were woken: class, how many.</summary>
    Wait,
    Wake,

    /// <summary>A thread begins and ends its wait for memory of the glue: DMA or not.</summary>
    Sleep,
    Awake,

    /// <summary>The daemon begins and ends a round.</summary>
    Round,
    RoundEnd,

    /// <summary>What callers do: a block is there, or was refused: priority; address, bytes. One is given back: address.
    /// The same of __get_free_pages, with the order.</summary>
    Block,
    FreeBlock,
    Pages,
    FreePages,

    /// <summary>A handler begins and ends.</summary>
    Handler,
    HandlerEnd,

    /// <summary>What a zone says of itself: row and which figure; the figure.</summary>
    Figure,

    /// <summary>The bits of 32 pages: first page; bits.</summary>
    Map,
}

/// <summary>
/// A ring of records of all that the memory system does, written with interrupts off at the moment when it is done, for
/// a model beside the kernel. On while suite "operations" runs; whoever reads it empties it in time.
/// </summary>
internal static unsafe class OperationLog
{
    /// <summary>Four words: operation, flags and external; two words of its own; free pages of the machine.</summary>
    public const uint RecordBytes = 16;

    private static uint* s_records;
    private static uint s_capacity;
    private static uint s_count;
    private static uint s_lost;

    public static bool IsOn => s_records != null;

    /// <summary>Records since the last <see cref="Drop"/>, and those for which there was no room.</summary>
    public static uint Count => s_count;
    public static uint Lost => s_lost;

    /// <summary>From now on, in this memory.</summary>
    public static void Begin(void* memory, uint bytes)
    {
        s_capacity = bytes / RecordBytes;
        s_count = 0;
        s_lost = 0;
        s_records = (uint*)memory;
        PageWatch.IsOn = true;
    }

    public static void End()
    {
        s_records = null;
        PageWatch.IsOn = PageGuard.IsOn;
    }

    /// <summary>Where they are.</summary>
    public static void* Records => s_records;

    /// <summary>Forget the first so many records.</summary>
    public static void Drop(uint count)
    {
        uint saved = Interrupts.SaveAndDisable();
        const uint words = RecordBytes / sizeof(uint);
        for (uint i = 0; i < (s_count - count) * words; i++)
            s_records[i] = s_records[i + count * words];
        s_count -= count;
        Interrupts.Restore(saved);
    }

    /// <summary>Enter a record, if anybody wants it. Any context.</summary>
    public static void Note(Operation operation, GrabFlags flags, int external, uint first, uint second)
    {
        if (!IsOn)
            return;
        uint saved = Interrupts.SaveAndDisable();
        if (s_count == s_capacity)
        {
            s_lost++;
        }
        else
        {
            uint* record = s_records + s_count++ * (RecordBytes / sizeof(uint));
            record[0] = (uint)operation | (uint)flags << 8 | (external != 0 ? 1u << 16 : 0);
            record[1] = first;
            record[2] = second;
            record[3] = (uint)vm_page_free_count;
        }
        Interrupts.Restore(saved);
    }

    public static void Note(Operation operation, uint first, uint second) =>
        Note(operation, GrabFlags.None, 0, first, second);
}
