using Mach;
using Mach.Kmem;
using Mach.Vm;

namespace Kernel.Host.Glue;

/// <summary>What requests of the glue ask for, and what is kept of reports.</summary>
[Collection(nameof(GlueMachine))]
public sealed unsafe class RequestTests
{
    /// <summary>The lines that a DMA block must not cross: 64 KiB for the 8-bit channels, 128 KiB for the others.</summary>
    [Theory]
    [InlineData(1, 16)]
    [InlineData(16, 16)]
    [InlineData(17, 32)]
    [InlineData(32, 32)]
    [InlineData(33, 0)]
    [InlineData(1024, 0)]
    public void Windows_of_one_transfer(uint pages, uint boundary)
    {
        Assert.Equal(boundary, new KmemRequest(pages, true, GFP_KERNEL, GrabFlags.None).Boundary);
        Assert.Equal(0u, new KmemRequest(pages, false, GFP_KERNEL, GrabFlags.None).Boundary);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    [InlineData(16, 16)]
    [InlineData(32, 1)]
    public void Powers_of_two_are_aligned_up_to_a_line(uint pages, uint align) =>
        Assert.Equal(align, new KmemRequest(pages, false, GFP_KERNEL, GrabFlags.None).Align);

    /// <summary>The daemon is poked when a zone comes below its low mark, and again at each page from halfway between it and
    /// the mark where ordinary requests end.</summary>
    [Fact]
    public void When_the_daemon_is_poked()
    {
        GlueMachine.Reset();
        ref Zone zone = ref VmFreePages.Normal;
        (zone.Min, zone.Low, zone.Target) = (2, 7, 8);
        List<uint> poked = [];
        uint saved = Interrupts.SaveAndDisable();
        while (VmFreePages.Grab(FALSE, GrabFlags.NoFallback) != null)
        {
            if (VmWakeups.Pending)
                poked.Add(zone.Free);
            VmWakeups.DeliverAtTick();
        }
        Interrupts.Restore(saved);
        Assert.Equal([6u, 4, 3, 2, 1], poked);
    }

    /// <summary>The first report of a place is a record, and the number whenever it has doubled; places do not disturb
    /// each other, and a full log loses records but no count.</summary>
    [Fact]
    public void The_first_of_each_place_and_then_numbers()
    {
        ReportLog* log = stackalloc ReportLog[1];
        *log = default;
        List<(ReportForm Form, nuint Number)> seen = [];
        for (int i = 0; i < 20; i++)
        {
            log->Enter(ReportForm.Free, 0x100, 7, 8, 9, 0);
            log->Enter(ReportForm.NoPages, 0x100, 5, 0x100, 0, 0);
        }
        for (Report* report = log->Oldest(); report != null; report = log->Oldest())
        {
            seen.Add((report->Form, report->Form == ReportForm.Again ? report->Second : report->First));
            log->Forget();
        }
        Assert.Equal((ReportForm.Free, (nuint)7), seen[0]);
        Assert.Equal((ReportForm.NoPages, (nuint)5), seen[1]);
        Assert.Equal([2, 2, 4, 4, 8, 8, 16, 16], seen.Skip(2).Select(r => (int)r.Number));
        Assert.Equal(0u, log->Dropped);
        for (uint place = 0; place < 2 * ReportLog.Capacity; place++)
            log->Append(ReportForm.Size, place, 0, 0, 0);
        Assert.Equal(ReportLog.Capacity, log->Dropped);
        Assert.Equal(0u, log->Oldest()->First);
    }
}
