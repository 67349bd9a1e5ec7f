namespace Mach;

/// <summary>The reports of debug boots: memory that was touched by who does not own it. See PageGuard and
/// BlockGuard.</summary>
internal static unsafe partial class BadUse
{
    /// <summary>A red zone of a block was written to; whoever asked for the block is named.</summary>
    public static void ReportRedZone(void* block, void* damage, void* owner)
    {
        bool isLeft = damage < block;
        sbyte* side = isLeft ? T("left of"u8) : T("right of"u8);
        MisuseKind kind = isLeft ? MisuseKind.WroteLeft : MisuseKind.WroteRight;
        Note(kind, ReportForm.RedZone, owner, (nuint)side, (nuint)block, (nuint)damage, (nuint)owner);
    }

    /// <summary>A block was written to after it was given back; whoever gave it back is named.</summary>
    public static void ReportWriteToBlock(void* damage, void* freer) =>
        Note(MisuseKind.WroteToFreeBlock, ReportForm.WriteToBlock, freer, (nuint)damage, (nuint)freer);

    /// <summary>An instruction touched a free page: it is the one to be named, and who gave the page back is
    /// said.</summary>
    public static void ReportTouch(uint address, bool isWrite, void* instruction, void* freer)
    {
        sbyte* what = isWrite ? T("written"u8) : T("read"u8);
        MisuseKind kind = isWrite ? MisuseKind.WroteFreePage : MisuseKind.ReadFreePage;
        Note(kind, ReportForm.Touch, instruction, (nuint)what, address, (nuint)instruction, (nuint)freer);
    }

    /// <summary>A free page was written to behind the processor's back; whoever gave it back is named.</summary>
    public static void ReportStrayWrite(uint paddr, void* freer) =>
        Note(MisuseKind.StrayWrite, ReportForm.StrayWrite, freer, paddr, (nuint)freer);

    /// <summary>A line before the report of a second free: who was the first. No report of its own; interrupts are
    /// off.</summary>
    public static void NoteFreedBefore(void* freer)
    {
        if (freer != null)
            s_log.Append(ReportForm.FreedBefore, (nuint)freer, 0, 0, 0);
    }

    private static sbyte* TextOfDamage(ReportForm form) =>
        form switch
        {
            ReportForm.RedZone => T("kmalloc: %s block %p was written to at %p; the block is of caller %p\n"u8),
            ReportForm.WriteToBlock => T("kmalloc: a free block was written to at %p; it was freed by caller %p\n"u8),
            ReportForm.Touch => T("free page: %s at %p by the instruction at %p; the page was freed by caller %p\n"u8),
            ReportForm.StrayWrite => T(
                "free page: written at 0x%x, not through the direct map; the page was freed by caller %p\n"u8
            ),
            ReportForm.FreedBefore => T("kfree: the first free was by caller %p\n"u8),
            _ => T("memory: a report without a text\n"u8),
        };
}
