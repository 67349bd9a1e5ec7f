using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Mach.KernelTest;

namespace Mach;

/// <summary>Suite "reports": what is said about mistakes, wherever they are made.</summary>
internal static unsafe class ReportTests
{
    private const uint Nobody = 0xfffff000;

    /// <summary>A handler reports while a thread's report is printed: both are whole, and the kernel goes on.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void OneWithinAnother()
    {
        uint before = BadUse.Count;
        SingleStep.BeginReports();
        free_pages(Nobody, 0);
        SingleStep.Finish();
        Expect(SingleStep.InterruptCount > 10, "the handler has run"u8);
        Expect(BadUse.Count == before + SingleStep.InterruptCount + 1, "each report is counted"u8);
        Expect(!BadUse.HasRecords, "and none is left unprinted"u8);
    }

    /// <summary>Reports of one place: the first is a record, then only their number when it has doubled.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void ManyOfOnePlace()
    {
        const uint many = 100;
        uint before = BadUse.Count;
        uint dropped = BadUse.Dropped;
        uint saved = Interrupts.SaveAndDisable();
        for (uint i = 0; i < many; i++)
            linux_kfree((void*)Nobody);
        bool isWaiting = BadUse.HasRecords;
        Interrupts.Restore(saved);
        Expect(BadUse.Count == before + many && BadUse.Dropped == dropped, "all are counted"u8);
        Expect(isWaiting, "nothing is printed with interrupts off"u8);
        BadUse.PrintRecords();
        Expect(!BadUse.HasRecords, "but later"u8);
    }

    /// <summary>A report from a handler is printed by the daemon.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void OneOfAHandler()
    {
        intr_count++;
        linux_kfree((void*)(Nobody + 16));
        bool isWaiting = BadUse.HasRecords;
        intr_count--;
        Expect(isWaiting, "not by the handler"u8);
        for (int i = 0; i < 50 && BadUse.HasRecords; i++)
            test_sleep(20);
        Expect(!BadUse.HasRecords, "but by the daemon"u8);
    }
}
