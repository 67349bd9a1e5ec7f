using Mach.Kmem;
using Mach.Vm;

namespace Mach;

/// <summary>
/// Lines on the console about requests that cannot be meant, with the address of the caller; <c>addr2line -e
/// port.elf</c> or gdb turns it into a line of source. The kernel goes on: what was refused has changed nothing. Every
/// refusal is counted; a driver that misbehaves in a loop fills the counter and not the console.
/// </summary>
internal static unsafe partial class BadUse
{
    /// <summary>Lines that are printed before only the count goes on.</summary>
    private const uint MaxLines = 200;

    private static uint s_count;

    /// <summary>Reports so far, printed or not.</summary>
    public static uint Count => s_count;

    /// <summary>What the last report was about, and whom it named; for tests.</summary>
    public static MisuseKind LastKind { get; private set; }

    public static void* LastCaller { get; private set; }

    public static void ReportFree(void* block, FreeResult result, void* caller)
    {
        if (Note(KindOf(result), caller))
            printf__va(T("kfree: %p %s; caller %p\n"u8), Arguments(block, Reason(result), caller));
    }

    public static void ReportFreePages(uint address, uint order, FreeResult result, void* caller)
    {
        if (Note(KindOf(result), caller))
            printf__va(
                T("free_pages: order %d at %p %s; caller %p\n"u8),
                Arguments((void*)order, (void*)address, Reason(result), caller)
            );
    }

    public static void ReportSize(uint size, void* caller)
    {
        if (Note(MisuseKind.OddSize, caller))
            printf__va(T("kmalloc: %u bytes asked for; caller %p\n"u8), Arguments((void*)size, caller, null));
    }

    public static void ReportNoBlock(uint size, bool dma, void* caller)
    {
        sbyte* kind = dma ? T("DMA memory"u8) : T("memory"u8);
        if (Note(MisuseKind.NoMemory, caller))
            printf__va(T("kmalloc: no %s for %u bytes; caller %p\n"u8), Arguments(kind, (void*)size, caller));
    }

    public static void ReportNoPages(uint order, void* caller)
    {
        if (Note(MisuseKind.NoMemory, caller))
            printf__va(
                T("__get_free_pages: ran out of pages (order %u); caller %p\n"u8),
                Arguments((void*)order, caller, null)
            );
    }

    public static void ReportRelease(vm_page* page, ReleaseResult result, void* caller)
    {
        sbyte* reason = result == ReleaseResult.AlreadyFree ? T("is free already"u8) : T("is not a page of ours"u8);
        if (Note(result == ReleaseResult.AlreadyFree ? MisuseKind.FreedTwice : MisuseKind.Foreign, caller))
            printf__va(T("vm_page_release: 0x%x %s; caller %p\n"u8), Arguments((void*)page->phys_addr, reason, caller));
    }

    private static bool Note(MisuseKind kind, void* caller)
    {
        LastKind = kind;
        LastCaller = caller;
        return s_count++ < MaxLines;
    }

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

    // The argument area of a variadic function: words in order. Static, since messages come one at a time.
    private static byte* Arguments(void* first, void* second, void* third, void* fourth = null)
    {
        s_arguments.First = first;
        s_arguments.Second = second;
        s_arguments.Third = third;
        s_arguments.Fourth = fourth;
        return (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref s_arguments);
    }

    private static ArgumentArea s_arguments;

    private struct ArgumentArea
    {
        public void* First;
        public void* Second;
        public void* Third;
        public void* Fourth;
    }
}
