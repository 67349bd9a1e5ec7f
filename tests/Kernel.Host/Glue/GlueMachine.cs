using System.Reflection;
using System.Runtime.InteropServices;
using Mach;
using Mach.Vm;

namespace Kernel.Host.Glue;

/// <summary>
/// The glue of the kernel over a machine of a few pages: eight of each zone, at the zones' edges. All state, that of the
/// glue's static variables, of the maps and of the page structures, can be put back to what it was at the beginning, so
/// that one machine serves any number of runs.
/// </summary>
internal static unsafe class GlueMachine
{
    public const uint PagesOfZone = 8;
    private const uint DmaFirst = 4096 - PagesOfZone;
    private const uint NormalFirst = 4096;
    private const uint HighFirst = 800 * 256;
    private const uint End = HighFirst + PagesOfZone;

    private static readonly Type[] Stateful =
    [
        typeof(VmFreePages),
        typeof(VmWaiters),
        typeof(VmWakeups),
        typeof(KmemSleep),
        typeof(kmem_c),
        typeof(BadUse),
        typeof(HostKernel),
        typeof(Interrupts),
    ];

    private static readonly List<(FieldInfo Field, object? Value)> Statics = [];
    private static byte* s_storage;
    private static uint s_storageBytes;
    private static byte[] s_maps = [];
    private static vm_page* s_homes;
    private static readonly List<(uint Page, vm_page Value)> Pages = [];

    /// <summary>The first page of each zone.</summary>
    public static uint FirstOf(uint row) =>
        row == PmapZones.DmaRow ? DmaFirst
        : row == PmapZones.NormalRow ? NormalFirst
        : HighFirst;

    /// <summary>Put everything back; the first time, make it.</summary>
    public static void Reset()
    {
        if (s_storage == null)
            Create();
        foreach ((FieldInfo field, object? value) in Statics)
            field.SetValue(null, value);
        s_maps.AsSpan().CopyTo(new Span<byte>(s_storage, (int)s_storageBytes));
        foreach ((uint page, vm_page value) in Pages)
            s_homes[page] = value;
        vm_page_free_wanted = 0;
    }

    private static void Create()
    {
        Scheduler = new NoScheduler();
        phys_last_addr = End << Pfn.Shift;
        uint* limits = stackalloc uint[(int)PmapZones.RowCount];
        PmapZones.SetLimits(limits);
        s_storageBytes = ZoneTable.BytesFor(limits, PmapZones.RowCount, End);
        s_storage = (byte*)NativeMemory.AllocZeroed(s_storageBytes);
        ZoneTable.Initialize(VmFreePages.Rows, limits, PmapZones.RowCount, End, s_storage);
        VmFreePages.Pages.Initialize(VmFreePages.Rows, PmapZones.RowCount, PmapZones.NormalRow);
        s_homes = (vm_page*)NativeMemory.AllocZeroed(VmPageTable.BytesFor(End));
        VmFreePages.Pages.Owner.Initialize(s_homes, End);
        for (uint row = 0; row < PmapZones.RowCount; row++)
            PageQueue.Initialize(VmFreePages.QueueOf(row));
        for (uint row = 0; row < PmapZones.RowCount; row++)
        for (uint i = 0; i < PagesOfZone; i++)
            vm_page_release(VmFreePages.TryAdd(new Pfn(FirstOf(row) + i)), FALSE);
        for (uint row = 0; row < PmapZones.RowCount; row++)
            (
                VmFreePages.Rows[row].Floor,
                VmFreePages.Rows[row].Min,
                VmFreePages.Rows[row].Low,
                VmFreePages.Rows[row].Target
            ) = (1, 2, 3, 4);
        VmFreePages.Rows[PmapZones.DmaRow].Reserve = 2;
        vm_page_free_reserved = 6;
        vm_page_external_limit = 4;
        for (uint row = 0; row < PmapZones.RowCount; row++)
        for (uint i = 0; i < PagesOfZone; i++)
            Pages.Add((FirstOf(row) + i, s_homes[FirstOf(row) + i]));
        s_maps = new ReadOnlySpan<byte>(s_storage, (int)s_storageBytes).ToArray();
        foreach (Type type in Stateful)
        foreach (FieldInfo field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            if (!field.IsLiteral && !field.IsInitOnly && field.FieldType != typeof(IScheduler))
                Statics.Add((field, field.GetValue(null)));
    }

    /// <summary>Nothing ever comes in between, and nobody sleeps.</summary>
    private sealed class NoScheduler : IScheduler
    {
        public void Point() { }

        public void AssertWait(nint @event) => throw new InvalidOperationException("nobody sleeps here");

        public bool Wakeup(nint @event, bool one) => false;

        public void SetTimeout(int ticks) { }

        public void Block() => throw new InvalidOperationException("nobody sleeps here");

        public void Print(sbyte* format, nuint* arguments) { }
    }
}
