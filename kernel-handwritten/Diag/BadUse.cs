using System.Runtime.CompilerServices;
using Mach.Kmem;
using Mach.Vm;

namespace Mach;

/// <summary>
/// Lines on the console about requests that cannot be meant, with the address of the caller; <c>addr2line -e
/// port.elf</c> or gdb turns it into a line of source. The kernel goes on: what was refused has changed nothing.
///
/// <para>A report may come from anywhere, also from an interrupt handler that interrupts the printing of another: it
/// is a record in a <see cref="ReportLog"/>, and printed by the next thread that comes by with interrupts on, by the
/// pageout daemon, which is woken for it, or when the machine stops.</para>
/// </summary>
internal static unsafe partial class BadUse
{
    private static ReportLog s_log;
    private static bool s_isPrinting;
    private static uint s_count;

    /// <summary>Reports so far, printed or not.</summary>
    public static uint Count => s_count;

    /// <summary>What the last report was about, and whom it named; for tests.</summary>
    public static MisuseKind LastKind { get; private set; }

    public static void* LastCaller { get; private set; }

    public static void ReportFree(void* block, FreeResult result, void* caller) =>
        Note(KindOf(result), ReportForm.Free, caller, (nuint)block, (nuint)Reason(result), (nuint)caller);

    public static void ReportFreePages(uint address, uint order, FreeResult result, void* caller) =>
        Note(KindOf(result), ReportForm.FreePages, caller, order, address, (nuint)Reason(result), (nuint)caller);

    public static void ReportSize(uint size, void* caller) =>
        Note(MisuseKind.OddSize, ReportForm.Size, caller, size, (nuint)caller);

    public static void ReportNoBlock(uint size, bool dma, void* caller)
    {
        sbyte* kind = dma ? T("DMA memory"u8) : T("memory"u8);
        Note(MisuseKind.NoMemory, ReportForm.NoBlock, caller, (nuint)kind, size, (nuint)caller);
    }

    public static void ReportNoPages(uint order, void* caller) =>
        Note(MisuseKind.NoMemory, ReportForm.NoPages, caller, order, (nuint)caller);

    public static void ReportRelease(vm_page* page, ReleaseResult result, void* caller)
    {
        sbyte* reason = result == ReleaseResult.AlreadyFree ? T("is free already"u8) : T("is not a page of ours"u8);
        MisuseKind kind = result == ReleaseResult.AlreadyFree ? MisuseKind.FreedTwice : MisuseKind.Foreign;
        Note(kind, ReportForm.Release, caller, page->phys_addr, (nuint)reason, (nuint)caller);
    }

    /// <summary>Whether a record waits to be printed.</summary>
    public static bool HasRecords => s_log.Oldest() != null;

    /// <summary>Reports that were neither printed nor counted for their place.</summary>
    public static uint Dropped => s_log.Dropped;

    /// <summary>
    /// Print the records that wait. For threads, with interrupts on, and for the end of the machine. An interrupt may
    /// come at any moment and add records: it finds that somebody prints, and leaves that to him.
    /// </summary>
    public static void PrintRecords()
    {
        if (s_isPrinting)
            return;
        s_isPrinting = true;
        for (Report* report = s_log.Oldest(); report != null; report = s_log.Oldest())
        {
            Print(report);
            uint saved = Interrupts.SaveAndDisable();
            s_log.Forget();
            Interrupts.Restore(saved);
        }
        s_isPrinting = false;
    }

    /// <summary>The machine stops: whatever waits is printed, also if the end came amid the printing.</summary>
    public static void PrintLastRecords()
    {
        s_isPrinting = false;
        PrintRecords();
    }

    // The record first, then the printing, if this is a place for it.
    private static void Note(
        MisuseKind kind,
        ReportForm form,
        void* caller,
        nuint first,
        nuint second,
        nuint third = 0,
        nuint fourth = 0
    )
    {
        uint saved = Interrupts.SaveAndDisable();
        LastKind = kind;
        LastCaller = caller;
        s_count++;
        bool isNew = s_log.Enter(form, (nuint)caller, first, second, third, fourth);
        Interrupts.Restore(saved);
        if (isNew)
            PrintSoon(saved);
    }

    // Here if this is a thread that could be interrupted; else the daemon does it.
    private static void PrintSoon(uint saved)
    {
        if (Interrupts.WereOn(saved) && !Interrupts.InHandler)
            PrintRecords();
        else
            VmWakeups.NoteReport();
    }

    // The argument area of a variadic function is the words of the record, in order.
    private static void Print(Report* report)
    {
        if (report->Form == ReportForm.Again)
            report->First = (nuint)NameOf((ReportForm)report->First);
        printf__va(TextOf(report->Form), (byte*)&report->First);
    }

    private static sbyte* NameOf(ReportForm form) =>
        form switch
        {
            ReportForm.Free or ReportForm.FreedBefore => T("kfree"u8),
            ReportForm.FreePages => T("free_pages"u8),
            ReportForm.NoPages => T("__get_free_pages"u8),
            ReportForm.Release => T("vm_page_release"u8),
            ReportForm.Touch or ReportForm.StrayWrite => T("free page"u8),
            _ => T("kmalloc"u8),
        };

    private static sbyte* TextOf(ReportForm form) =>
        form switch
        {
            ReportForm.Free => T("kfree: %p %s; caller %p\n"u8),
            ReportForm.FreePages => T("free_pages: order %d at %p %s; caller %p\n"u8),
            ReportForm.Size => T("kmalloc: %u bytes asked for; caller %p\n"u8),
            ReportForm.NoBlock => T("kmalloc: no %s for %u bytes; caller %p\n"u8),
            ReportForm.NoPages => T("__get_free_pages: ran out of pages (order %u); caller %p\n"u8),
            ReportForm.Release => T("vm_page_release: 0x%x %s; caller %p\n"u8),
            ReportForm.Again => T("%s: %u reports until now; caller %p\n"u8),
            _ => TextOfDamage(form),
        };

    private static MisuseKind KindOf(FreeResult result) =>
        result switch
        {
            FreeResult.AlreadyFree => MisuseKind.FreedTwice,
            FreeResult.NotABlock => MisuseKind.NotWhole,
            _ => MisuseKind.Foreign,
        };

    private static sbyte* Reason(FreeResult result) =>
        result switch
        {
            FreeResult.AlreadyFree => T("is free already"u8),
            FreeResult.NotABlock => T("is not the start of a block"u8),
            _ => T("is not memory of the glue's"u8),
        };
}
