using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mach.Kmem;
using Mach.Vm;
using static Mach.KernelTest;
using static Mach.TestMemory;

namespace Mach;

/// <summary>
/// Suite "operations": so many random operations as <c>operations=N</c> on the command line says, of two threads and of
/// handlers that come behind any instruction, with little memory. All that the memory system does is logged, and read
/// from outside at <c># hold: operations</c> lines (<c>demo</c> on the command line), for a model beside the kernel.
/// </summary>
internal static unsafe class OperationTests
{
    private const int Priority = 10;
    private const uint LogOrder = 10;
    private const uint LogBytes = Pfn.PageSize << (int)LogOrder;

    // Of each zone, for the workers; all other pages are taken away.
    private const uint FreePages = 700;

    private const int Workers = 3;
    private const int Handler = 2;
    private const int SlotsOfWorker = 1024;

    // Operations between two pauses, in which the other thread and the daemon run.
    private const uint Turn = 256;

    private static Slot* s_slots;
    private static uint s_left;
    private static uint s_steps;
    private static bool s_ends;

    private enum Held : uint
    {
        Nothing,
        Block,
        Pages,
        Page,
    }

    private struct Slot
    {
        public Held Kind;
        public uint Address;
        public uint Order;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void AreLogged()
    {
        s_left = cmdline_number(T("operations"u8));
        if (s_left == 0)
        {
            ktest_skip(T("operations=N on the command line"u8));
            return;
        }
        s_slots = (Slot*)kalloc((uint)(Workers * SlotsOfWorker * sizeof(Slot)));
        for (int i = 0; i < Workers * SlotsOfWorker; i++)
            s_slots[i] = default;
        uint log = __get_free_pages(GFP_KERNEL, LogOrder, 0);
        page_hoard hoard;
        hoard_init(&hoard);
        for (uint row = 0; row < PmapZones.RowCount; row++)
            while (VmFreePages.Rows[row].Free > FreePages && Hoard(&hoard, FlagsOf(row) | GrabFlags.NoFallback)) { }
        s_ends = false;
        OperationLog.Begin((void*)log, LogBytes);
        Tell();
        thread* other = test_thread(
            (delegate* unmanaged[Cdecl, SuppressGCTransition]<void>)(delegate* unmanaged[Cdecl]<void>)&Other,
            null,
            Priority
        );
        while (s_left != 0)
        {
            Work(0);
            if (OperationLog.Count > LogBytes / OperationLog.RecordBytes / 4 * 3)
                Hold();
        }
        s_ends = true;
        test_join(other);
        for (int slot = 0; slot < Workers * SlotsOfWorker; slot++)
            GiveBack(&s_slots[slot]);
        linux_kmem_collect();
        Hold();
        bool lost = OperationLog.Lost != 0;
        OperationLog.End();
        Expect(!lost, "no record is lost"u8);
        Expect(VmCheck.Verify() == VmFault.None && kmem_c.VerifyBlocks(), "invariants"u8);
        hoard_release(&hoard, hoard.count);
        free_pages(log, LogOrder);
        kfree((uint)s_slots, (uint)(Workers * SlotsOfWorker * sizeof(Slot)));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Other()
    {
        while (!s_ends)
            Work(1);
    }

    private static void Work(int worker)
    {
        for (uint i = 0; i < Turn && s_left != 0; i++)
        {
            uint how = ktest_random() % 64;
            if (how == 0)
            {
                SingleStep.BeginOnce(1 + ktest_random() % 500, &InHandler);
                Step(worker, canWait: false);
                SingleStep.Finish();
            }
            else if (how < 4)
            {
                uint saved = Interrupts.SaveAndDisable();
                Step(worker, canWait: false);
                Interrupts.Restore(saved);
            }
            else
            {
                Step(worker, canWait: true);
            }
        }
        test_sleep(1);
    }

    private static void InHandler()
    {
        OperationLog.Note(Operation.Handler, 0, 0);
        Step(Handler, canWait: false);
        OperationLog.Note(Operation.HandlerEnd, 0, 0);
    }

    // An operation on a random slot. The phases lean towards full memory, towards empty memory, and to neither side.
    private static void Step(int worker, bool canWait)
    {
        if (s_left != 0)
            s_left--;
        uint bias = ((s_steps++ >> 13) & 3) switch
        {
            0 => 20u,
            1 => 90u,
            _ => 50u,
        };
        Slot* slot = s_slots + worker * SlotsOfWorker + ktest_random() % SlotsOfWorker;
        if (slot->Kind != Held.Nothing)
        {
            if (ktest_random() % 100 < bias)
                GiveBack(slot);
            return;
        }
        uint what = ktest_random() % 100;
        int priority =
            (canWait && ktest_random() % 8 == 0 ? GFP_KERNEL : GFP_ATOMIC) | (ktest_random() % 4 == 0 ? GFP_DMA : 0);
        if (what < 70)
            TakeBlock(slot, SizeFor(what), priority);
        else if (what < 85)
            TakePages(slot, ktest_random() % (what == 84 ? 6u : 3u), priority);
        else
            TakePage(slot);
    }

    private static uint SizeFor(uint what) =>
        what < 50 ? 1 + ktest_random() % 2048
        : what < 68 ? 1 + ktest_random() % 12288
        : 1 + ktest_random() % 131072;

    private static void TakeBlock(Slot* slot, uint bytes, int priority)
    {
        void* block = linux_kmalloc(bytes, priority);
        OperationLog.Note(Operation.Block, (GrabFlags)priority, 0, (uint)block, bytes);
        Keep(slot, Held.Block, (uint)block, 0);
    }

    private static void TakePages(Slot* slot, uint order, int priority)
    {
        uint pages = __get_free_pages(priority, order, priority & GFP_DMA);
        OperationLog.Note(Operation.Pages, (GrabFlags)priority, 0, pages, order);
        Keep(slot, Held.Pages, pages, order);
    }

    private static void TakePage(Slot* slot) =>
        Keep(slot, Held.Page, (uint)vm_page_grab_flags(FALSE, ktest_random() % 4 == 0 ? VM_PAGE_DMA : 0), 0);

    // Others may have used the slot while this one waited.
    private static void Keep(Slot* slot, Held kind, uint address, uint order)
    {
        Slot taken;
        taken.Kind = kind;
        taken.Address = address;
        taken.Order = order;
        if (address == 0)
            return;
        if (slot->Kind != Held.Nothing)
            GiveBack(&taken);
        else
            *slot = taken;
    }

    private static void GiveBack(Slot* slot)
    {
        Slot held = *slot;
        slot->Kind = Held.Nothing;
        switch (held.Kind)
        {
            case Held.Block:
                OperationLog.Note(Operation.FreeBlock, held.Address, 0);
                linux_kfree((void*)held.Address);
                break;
            case Held.Pages:
                OperationLog.Note(Operation.FreePages, held.Address, held.Order);
                free_pages(held.Address, held.Order);
                break;
            case Held.Page:
                vm_page_release((vm_page*)held.Address, FALSE);
                break;
        }
    }

    // The log so far is for whoever looks from outside; what comes in between is for the next time.
    private static void Hold()
    {
        Tell();
        uint* arguments = stackalloc uint[3];
        arguments[0] = DirectMap.ToPhysical(OperationLog.Records).Value;
        arguments[1] = OperationLog.Count;
        arguments[2] = OperationLog.Lost;
        uint count = arguments[1];
        printf__va(T("# operations: log at 0x%08x, %u records, %u lost\n"u8), (byte*)arguments);
        test_hold(T("operations"u8));
        OperationLog.Drop(count);
    }

    // What the kernel says of itself, at one moment.
    private static void Tell()
    {
        uint saved = Interrupts.SaveAndDisable();
        for (uint row = 0; row < PmapZones.RowCount; row++)
            TellZone(ref VmFreePages.Rows[row], row << 8);
        kmem_c.MeasureBlocks(out uint busy, out _);
        const uint machine = PmapZones.RowCount << 8;
        Figure(machine, busy);
        Figure(machine + 1, vm_page_free_wanted);
        Figure(machine + 2, KmemSleep.Sleepers);
        Figure(machine + 3, VmFreePages.Refusals);
        Figure(machine + 4, (uint)vm_page_external_count);
        Figure(machine + 5, (uint)vm_page_external_limit);
        for (uint first = 0; first < VmFreePages.Pages.End; first += 32)
        {
            uint bits = 0;
            for (uint i = 0; i < 32; i++)
                bits |= VmFreePages.Pages.IsFree(new Pfn(first + i)) ? 1u << (int)i : 0;
            OperationLog.Note(Operation.Map, first, bits);
        }
        Interrupts.Restore(saved);
    }

    private static void TellZone(ref Zone zone, uint which)
    {
        Figure(which, zone.First);
        Figure(which + 1, zone.End);
        Figure(which + 2, zone.Floor);
        Figure(which + 3, zone.Min);
        Figure(which + 4, zone.Reserve);
        Figure(which + 5, zone.Free);
        Figure(which + 6, zone.Counters.Grabbed);
        Figure(which + 7, zone.Counters.Stolen);
        Figure(which + 8, zone.Counters.RefusedEmpty);
        Figure(which + 9, zone.Counters.RefusedKept);
        Figure(which + 10, zone.Counters.RefusedBroken);
        Figure(which + 11, zone.Counters.RefusedLimit);
        Figure(which + 12, zone.Counters.Waits);
        Figure(which + 13, zone.Counters.Wakes);
    }

    private static void Figure(uint which, uint value) => OperationLog.Note(Operation.Figure, which, value);
}
