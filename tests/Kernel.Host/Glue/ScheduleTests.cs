using Mach;
using Mach.Kmem;
using Mach.Vm;

namespace Kernel.Host.Glue;

/// <summary>
/// Every schedule of threads, the daemon and interrupts over a machine of eight pages a zone, one after the other: no
/// wakeup is lost, nobody who can be served waits, nobody is served what is kept for others, no report is garbled.
/// </summary>
[Collection(nameof(GlueMachine))]
public sealed unsafe class ScheduleTests
{
    private const int MaxSchedules = 200_000;

    // What has been taken away at the beginning, by row.
    private readonly Stack<nint>[] _hoard = [new(), new(), new()];

    /// <summary>A thread that waits for any page is woken by one of whatever zone.</summary>
    [Theory]
    [InlineData(PmapZones.HighRow)]
    [InlineData(PmapZones.NormalRow)]
    public void Who_waits_for_any_page_is_woken_by_each(uint row) =>
        Explore(schedule =>
        {
            Take(row, down: 2);
            TakeOthers(row);
            schedule.AddThread("waiter", () => GrabOrWait(GrabFlags.High));
            schedule.AddInterrupt(() => Give(row));
        });

    /// <summary>Two who wait for different pages: a wakeup goes to who has no choice first, so that nobody waits beside a
    /// page that he could have. Who asked first may have it all the same.</summary>
    [Fact]
    public void Nobody_waits_beside_a_page() =>
        Explore(
            schedule =>
            {
                TakeAll();
                schedule.AddThread("any", () => GrabOrWait(GrabFlags.High));
                schedule.AddThread("normal", () => GrabOrWait(GrabFlags.None));
                schedule.AddInterrupt(() => Give(PmapZones.NormalRow));
                schedule.AddInterrupt(() => Give(PmapZones.HighRow));
            },
            mustEnd: false
        );

    /// <summary>Who frees memory has the last pages, and is woken by each of them.</summary>
    [Theory]
    [InlineData(PmapZones.NormalRow)]
    [InlineData(PmapZones.DmaRow)]
    public void Who_frees_memory_is_woken_by_the_last_page(uint row) =>
        Explore(schedule =>
        {
            for (uint each = 0; each < PmapZones.RowCount; each++)
                Take(each, down: 0);
            schedule.AddThread("privileged", () => GrabOrWait(GrabFlags.None), privileged: true);
            schedule.AddInterrupt(() => Give(row));
        });

    /// <summary>A thread whose wait is ended by somebody else is none that waits, as soon as there is a page.</summary>
    [Fact]
    public void A_wait_that_was_ended_is_forgotten() =>
        Explore(schedule =>
        {
            TakeAll();
            schedule.AddThread(
                "waiter",
                () =>
                {
                    if (VmFreePages.Grab(FALSE, GrabFlags.None) == null)
                        vm_page_wait(null);
                }
            );
            schedule.AddThread("other", () => schedule.EndWait("waiter"));
            schedule.AddInterrupt(() => Give(PmapZones.NormalRow));
        });

    /// <summary>The daemon gives pages back until each zone has its target; nobody who can be served is left waiting, and
    /// no poke is lost between its round and its sleep.</summary>
    [Fact]
    public void The_daemon_serves_all_who_wait() =>
        Explore(schedule =>
        {
            TakeAll();
            schedule.AddThread("daemon", Daemon, privileged: true, daemon: true);
            schedule.AddThread("waiter", () => GrabOrWait(GrabFlags.None));
            schedule.AddInterrupt(() => Hold(VmFreePages.Grab(FALSE, GrabFlags.None), PmapZones.NormalRow));
        });

    /// <summary>A handler that finds no page wakes the daemon, whenever it comes.</summary>
    [Fact]
    public void A_refusal_in_a_handler_wakes_the_daemon() =>
        Explore(
            schedule =>
            {
                schedule.AddThread("daemon", Daemon, privileged: true, daemon: true);
                schedule.AddInterrupt(() => DrainNormal());
            },
            atRest: () => Assert.Equal(0u, VmFreePages.Normal.Shortage)
        );

    /// <summary>Nor is its poke lost in the delivery of what somebody else has owed.</summary>
    [Fact]
    public void A_poke_amid_a_delivery_is_kept() =>
        Explore(
            schedule =>
            {
                schedule.AddThread("daemon", Daemon, privileged: true, daemon: true);
                schedule.AddThread(
                    "driver",
                    () =>
                    {
                        uint saved = Interrupts.SaveAndDisable();
                        VmWakeups.NoteKmem(isDma: true);
                        Interrupts.Restore(saved);
                        VmWakeups.Deliver(saved);
                    }
                );
                schedule.AddInterrupt(() => DrainNormal());
            },
            atRest: () => Assert.Equal(0u, VmFreePages.Normal.Shortage)
        );

    /// <summary>What the glue waits for is not missed, whenever it comes back.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_request_of_the_glue_sees_what_comes_back(bool dma) =>
        Explore(schedule =>
        {
            TakeAll();
            uint page = 0;
            schedule.AddThread(
                "driver",
                () =>
                {
                    page = __get_free_pages(dma ? GFP_KERNEL | GFP_DMA : GFP_KERNEL, 0, dma ? 1 : 0);
                    if (page == 0 || schedule.TimedOut != 0)
                        throw new ScheduleFailure("it waited for the clock");
                }
            );
            schedule.AddInterrupt(() =>
            {
                Give(dma ? PmapZones.DmaRow : PmapZones.NormalRow);
                Give(dma ? PmapZones.DmaRow : PmapZones.NormalRow);
            });
        });

    /// <summary>What a handler may take does not depend on whom it interrupts.</summary>
    [Fact]
    public void A_handler_leaves_the_pages_of_those_who_free_memory() =>
        Explore(schedule =>
        {
            schedule.AddThread("privileged", () => GrabAndRelease(), privileged: true);
            schedule.AddThread("ordinary", () => GrabAndRelease());
            schedule.AddInterrupt(() =>
            {
                while (VmFreePages.Grab(FALSE, GrabFlags.None) is var page && page != null) { }
                if (VmFreePages.Normal.Free < VmFreePages.Normal.Floor)
                    throw new ScheduleFailure("a handler has what is not for it");
            });
        });

    /// <summary>A thread's report is whole although a handler reports.</summary>
    [Fact]
    public void Reports_are_printed_as_they_were_made() =>
        Explore(
            schedule =>
            {
                schedule.AddThread("daemon", Daemon, privileged: true, daemon: true);
                schedule.AddThread("driver", () => BadUse.ReportFree((void*)0x123000, FreeResult.NotOurs, (void*)0x44));
                schedule.AddInterrupt(() => BadUse.ReportFreePages(0x456000, 3, FreeResult.NotABlock, (void*)0x88));
            },
            atRest: () => Assert.False(BadUse.HasRecords)
        );

    // Every path of a machine made anew for each; what holds at rest is asked of each. VmCheck knows whether somebody
    // waits who could be served.
    private void Explore(Action<Schedule> scenario, Action? atRest = null, bool mustEnd = true)
    {
        int schedules = 0;
        for (List<int>? path = []; path != null; schedules++)
        {
            Assert.True(schedules < MaxSchedules, "more schedules than were meant");
            GlueMachine.Reset();
            foreach (Stack<nint> row in _hoard)
                row.Clear();
            using Schedule schedule = new(path);
            scenario(schedule);
            schedule.AtRest = () =>
            {
                if (mustEnd)
                    Assert.Empty(schedule.Unfinished);
                Assert.Equal(VmFault.None, VmCheck.Verify());
                atRest?.Invoke();
            };
            path = schedule.Run();
        }
        Assert.True(schedules > 1, "there is more than one schedule");
    }

    private void GrabOrWait(GrabFlags flags)
    {
        vm_page* page;
        while ((page = VmFreePages.Grab(FALSE, flags)) == null)
            vm_page_wait(null);
    }

    private static void GrabAndRelease()
    {
        vm_page* page = VmFreePages.Grab(FALSE, GrabFlags.None);
        if (page != null)
            vm_page_release(page, FALSE);
    }

    // The daemon's loop with the pages of the test for what it evicts.
    private void Daemon()
    {
        while (true)
        {
            VmWakeups.BeginRound();
            BadUse.PrintRecords();
            for (uint row = 0; row < PmapZones.RowCount; row++)
                while (VmFreePages.Rows[row].Shortage != 0 && _hoard[row].Count != 0)
                    Give(row);
            if (VmWakeups.TryEndRound())
                thread_block(null);
        }
    }

    private void DrainNormal()
    {
        while (VmFreePages.Grab(FALSE, GrabFlags.NoFallback) is var page && page != null)
            Hold(page, PmapZones.NormalRow);
    }

    private void TakeAll()
    {
        for (uint row = 0; row < PmapZones.RowCount; row++)
            Take(row, down: 2);
    }

    private void TakeOthers(uint but)
    {
        for (uint row = 0; row < PmapZones.RowCount; row++)
            if (row != but)
                Take(row, down: 2);
    }

    // As boot does, down to so many: nobody else runs yet.
    private void Take(uint row, uint down)
    {
        IScheduler schedule = Scheduler;
        Scheduler = new Quiet();
        while (VmFreePages.Rows[row].Free > down)
            _hoard[row]
                .Push((nint)VmFreePages.GrabAs(GrabFlags.UseReserve, FALSE, FlagsOf(row) | GrabFlags.NoFallback));
        VmWakeups.DeliverAtTick();
        Scheduler = schedule;
    }

    private void Give(uint row) => vm_page_release((vm_page*)_hoard[row].Pop(), FALSE);

    private void Hold(vm_page* page, uint row)
    {
        if (page != null)
            _hoard[row].Push((nint)page);
    }

    private static GrabFlags FlagsOf(uint row) =>
        row == PmapZones.DmaRow ? GrabFlags.Dma
        : row == PmapZones.HighRow ? GrabFlags.High
        : GrabFlags.None;

    private sealed class Quiet : IScheduler
    {
        public void Point() { }

        public void AssertWait(nint @event) { }

        public bool Wakeup(nint @event, bool one) => false;

        public void SetTimeout(int ticks) { }

        public void Block() { }

        public void Print(sbyte* format, nuint* arguments) { }
    }
}
