namespace Mach;

/// <summary>The reports of debug boots: memory that was touched by who does not own it. See PageGuard and
/// BlockGuard.</summary>
internal static unsafe partial class BadUse
{
    /// <summary>A red zone of a block was written to; whoever asked for the block is named.</summary>
    public static void ReportRedZone(void* block, void* damage, void* owner)
    {
        bool isLeft = damage < block;
        if (Note(isLeft ? MisuseKind.WroteLeft : MisuseKind.WroteRight, owner))
            printf__va(
                T("kmalloc: %s block %p was written to at %p; the block is of caller %p\n"u8),
                Arguments(isLeft ? T("left of"u8) : T("right of"u8), block, damage, owner)
            );
    }

    /// <summary>A block was written to after it was given back; whoever gave it back is named.</summary>
    public static void ReportWriteToBlock(void* damage, void* freer)
    {
        if (Note(MisuseKind.WroteToFreeBlock, freer))
            printf__va(
                T("kmalloc: a free block was written to at %p; it was freed by caller %p\n"u8),
                Arguments(damage, freer, null)
            );
    }

    /// <summary>An instruction touched a free page: it is the one to be named, and who gave the page back is
    /// said.</summary>
    public static void ReportTouch(uint address, bool isWrite, void* instruction, void* freer)
    {
        if (Note(isWrite ? MisuseKind.WroteFreePage : MisuseKind.ReadFreePage, instruction))
            printf__va(
                T("free page: %s at %p by the instruction at %p; the page was freed by caller %p\n"u8),
                Arguments(isWrite ? T("written"u8) : T("read"u8), (void*)address, instruction, freer)
            );
    }

    /// <summary>A free page was written to behind the processor's back; whoever gave it back is named.</summary>
    public static void ReportStrayWrite(uint paddr, void* freer)
    {
        if (Note(MisuseKind.StrayWrite, freer))
            printf__va(
                T("free page: written at 0x%x, not through the direct map; the page was freed by caller %p\n"u8),
                Arguments((void*)paddr, freer, null)
            );
    }

    /// <summary>A line before the report of a second free: who was the first. No report of its own.</summary>
    public static void NoteFreedBefore(void* freer)
    {
        if (freer != null && s_count < MaxLines)
            printf__va(T("kfree: the first free was by caller %p\n"u8), Arguments(freer, null, null));
    }
}
