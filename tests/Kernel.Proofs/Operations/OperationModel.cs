namespace Kernel.Proofs;

/// <summary>A record of the kernel's log (kernel-handwritten/Diag/OperationLog.cs).</summary>
internal readonly record struct OperationRecord(uint Head, uint First, uint Second, uint FreePages)
{
    public const int Bytes = 16;

    public Kind Operation => (Kind)(Head & 0xff);

    public uint Flags => (Head >> 8) & 0xff;

    public bool IsExternal => (Head >> 16 & 1) != 0;

    public enum Kind
    {
        Take = 1,
        TakePart,
        Run,
        Return,
        Refuse,
        Wait,
        Wake,
        Sleep,
        Awake,
        Round,
        RoundEnd,
        Block,
        FreeBlock,
        Pages,
        FreePages,
        Handler,
        HandlerEnd,
        Figure,
        Map,
    }
}

/// <summary>
/// The memory system in the simplest form that can say what comes out of each operation: a truth value for each page,
/// counts, and who owns which bytes. It begins with what the kernel tells of itself first; from then on each record has
/// to be what it expects, and each figure and each bit that the kernel tells again has to be its own.
/// </summary>
internal sealed class OperationModel
{
    private const uint PageBytes = 4096;
    private const uint Dma = 1;
    private const uint UseReserve = 2;
    private const uint NoFallback = 4;
    private const uint High = 8;
    private const uint Atomic = 16;
    private const int NormalRow = 1;
    private const int Rows = 3;
    private const uint MachineFigures = Rows << 8;
    private const uint Classes = 4;
    private const uint Window = 64 * 1024;
    private const uint LargestBlock = 2048;

    private readonly ModelZone[] _zones = [new(), new(), new()];
    private readonly Dictionary<uint, uint> _machine = [];
    private readonly List<bool> _free = [];
    private readonly Dictionary<uint, uint> _blocks = [];
    private readonly Dictionary<uint, uint> _runs = [];
    private readonly Dictionary<uint, uint> _owners = [];
    private readonly uint[] _waiting = new uint[Rows * Classes];
    private readonly SortedDictionary<uint, uint> _byAddress = [];
    private uint _sleepers;
    private bool _isInHandler;
    private bool _isTold;

    /// <summary>Operations of callers so far, and of them those in handlers; waits of both kinds; refusals.</summary>
    public long Operations { get; private set; }
    public long InHandlers { get; private set; }
    public long Waits { get; private set; }
    public long Refusals { get; private set; }
    public long Records { get; private set; }

    /// <summary>Blocks, runs that nobody has given back.</summary>
    public int Held => _blocks.Count + _runs.Count;

    public override string ToString() =>
        $"{Operations:N0} operations, {InHandlers:N0} in handlers, {Waits:N0} waits, {Refusals:N0} refusals,"
        + $" {Records:N0} records";

    /// <summary>Look at one record.</summary>
    public void Step(OperationRecord record)
    {
        Records++;
        switch (record.Operation)
        {
            case OperationRecord.Kind.Figure:
                Figure(record.First, record.Second);
                return;
            case OperationRecord.Kind.Map:
                Map(record.First, record.Second);
                return;
        }
        _isTold = true;
        switch (record.Operation)
        {
            case OperationRecord.Kind.Take:
                Expect(RowFor(1, record.Flags) == RowOf(record.First), record, "the page is of another zone");
                Take(record.First, record.IsExternal);
                if (RowOf(record.First) != TopOf(record.Flags))
                    _zones[RowOf(record.First)].Counts[Column.Stolen]++;
                break;
            case OperationRecord.Kind.TakePart:
                Take(record.First, record.IsExternal);
                break;
            case OperationRecord.Kind.Run:
                if (RowOf(record.First) != TopOf(record.Flags))
                    _zones[RowOf(record.First)].Counts[Column.Stolen] += record.Second;
                break;
            case OperationRecord.Kind.Return:
                // It is told before it is counted.
                Expect(record.FreePages == FreePages, record, "the number of free pages");
                Return(record);
                return;
            case OperationRecord.Kind.Refuse:
                Refuse(record);
                break;
            case OperationRecord.Kind.Wait:
                Wait(record);
                break;
            case OperationRecord.Kind.Wake:
                Expect(_waiting[record.First] >= record.Second, record, "woken who do not wait");
                _waiting[record.First] -= record.Second;
                _zones[record.First / Classes].Counts[Column.Wakes] += record.Second;
                break;
            case OperationRecord.Kind.Sleep:
                Waits++;
                _sleepers++;
                break;
            case OperationRecord.Kind.Awake:
                Expect(_sleepers-- > 0, record, "awake who did not sleep");
                break;
            case OperationRecord.Kind.Block:
                Caller(record.First == 0 ? null : () => TakeBlock(record));
                break;
            case OperationRecord.Kind.FreeBlock:
                Caller(() => Give(_blocks, record));
                break;
            case OperationRecord.Kind.Pages:
                Caller(record.First == 0 ? null : () => TakeRun(record));
                break;
            case OperationRecord.Kind.FreePages:
                Caller(() => Give(_runs, record));
                break;
            case OperationRecord.Kind.Handler:
            case OperationRecord.Kind.HandlerEnd:
                _isInHandler = record.Operation == OperationRecord.Kind.Handler;
                break;
        }
        Expect(record.FreePages == FreePages, record, "the number of free pages");
    }

    private uint FreePages => (uint)_zones.Sum(z => z.Free);

    private void Caller(Action? effect)
    {
        Operations++;
        InHandlers += _isInHandler ? 1 : 0;
        effect?.Invoke();
    }

    private void Take(uint page, bool external)
    {
        Check.That(_free[(int)page], $"record {Records}: page {page} goes out twice");
        _free[(int)page] = false;
        _zones[RowOf(page)].Free--;
        _zones[RowOf(page)].Counts[Column.Grabbed]++;
        if (external)
            _machine[MachineFigures + 4]++;
    }

    private void Return(OperationRecord record)
    {
        uint page = record.First;
        Expect(!_free[(int)page], record, "the page is free");
        Expect(!_owners.ContainsKey(page), record, "somebody has a block in the page");
        _free[(int)page] = true;
        _zones[RowOf(page)].Free++;
        if (record.IsExternal)
            _machine[MachineFigures + 4]--;
    }

    // Who is refused would have got nothing by the rules; the column is that of the zone it began with.
    private void Refuse(OperationRecord record)
    {
        Refusals++;
        _machine[MachineFigures + 3]++;
        uint pages = record.First;
        bool searched = record.Second != 0;
        Dictionary<Column, uint> counts = _zones[TopOf(record.Flags)].Counts;
        if (
            record.IsExternal
            && (record.Flags & UseReserve) == 0
            && (int)_machine[MachineFigures + 4] > (int)_machine[MachineFigures + 5]
        )
        {
            counts[Column.RefusedLimit]++;
            return;
        }
        if (searched)
        {
            counts[Column.RefusedBroken]++;
            return;
        }
        Expect(RowFor(pages, record.Flags) < 0, record, "there was one");
        bool any = Chain(record.Flags).Any(row => _zones[row].Free >= pages && _zones[row].Free != 0);
        counts[any ? Column.RefusedKept : Column.RefusedEmpty]++;
    }

    // Nobody waits for whom there is a page.
    private void Wait(OperationRecord record)
    {
        Waits++;
        uint top = record.First / Classes;
        uint flags =
            (
                top == 0 ? Dma
                : top == 2 ? High
                : 0
            ) | ((record.First & 2) != 0 ? UseReserve : 0);
        bool external = (record.First & 1) != 0 && (flags & UseReserve) == 0;
        bool isBarred = external && (int)_machine[MachineFigures + 4] > (int)_machine[MachineFigures + 5];
        Expect(isBarred || RowFor(1, flags) < 0, record, "it waits although there is a page");
        _waiting[record.First]++;
        _zones[top].Counts[Column.Waits]++;
    }

    private void TakeBlock(OperationRecord record)
    {
        uint address = record.First;
        uint bytes = Math.Max(1, record.Second);
        Expect(address % 16 == 0, record, "the block is not aligned");
        bool dma = (record.Flags & 0x80) != 0;
        Expect(!dma || address + bytes <= 16 << 20, record, "the block is not DMA memory");
        Expect(
            !dma || bytes > Window || address / Window == (address + bytes - 1) / Window,
            record,
            "the block crosses a line"
        );
        Own(record, address, RoomOf(bytes));
        _blocks.Add(address, RoomOf(bytes));
    }

    private void TakeRun(OperationRecord record)
    {
        uint bytes = PageBytes << (int)record.Second;
        Expect(record.First % Math.Min(bytes, Window) == 0, record, "the run is not aligned");
        Expect((record.Flags & 0x80) == 0 || record.First + bytes <= 16 << 20, record, "the run is not DMA memory");
        Own(record, record.First, bytes);
        _runs.Add(record.First, bytes);
    }

    // Its pages are nobody's any more, and it lies over nobody else's bytes.
    private void Own(OperationRecord record, uint address, uint bytes)
    {
        for (uint page = address / PageBytes; page <= (address + bytes - 1) / PageBytes; page++)
        {
            Expect(!_free[(int)page], record, "a page of it is free");
            uint owners = _owners[page] = _owners.GetValueOrDefault(page) + 1;
            if (owners > 1)
                Expect(!Overlaps(address, bytes), record, "it lies over another");
        }
        _byAddress.Add(address, bytes);
    }

    // Blocks that share a page are small: they begin less than a page below.
    private bool Overlaps(uint address, uint bytes)
    {
        for (
            uint at = address >= LargestBlock ? (address - LargestBlock + 15) / 16 * 16 : 0;
            at < address + bytes;
            at += 16
        )
            if (_byAddress.TryGetValue(at, out uint others) && at + others > address)
                return true;
        return false;
    }

    private void Give(Dictionary<uint, uint> from, OperationRecord record)
    {
        Expect(from.Remove(record.First, out uint bytes), record, "nobody has that");
        _byAddress.Remove(record.First);
        for (uint page = record.First / PageBytes; page <= (record.First + bytes - 1) / PageBytes; page++)
            if (--_owners[page] == 0)
                _owners.Remove(page);
    }

    // Bytes that a block of kmalloc has: one of its size classes, or whole pages.
    private static uint RoomOf(uint bytes)
    {
        if (bytes > LargestBlock)
            return (bytes + PageBytes - 1) / PageBytes * PageBytes;
        uint[] sizes = [32, 48, 64, 96, 128, 192, 256, 384, 512, 816, 1024, 1360, 2048];
        return sizes.First(size => size >= bytes);
    }

    private int RowOf(uint page) => Array.FindIndex(_zones, zone => page >= zone.First && page < zone.End);

    private static int TopOf(uint flags) =>
        (flags & Dma) != 0 ? 0
        : (flags & High) != 0 ? Rows - 1
        : NormalRow;

    private static IEnumerable<int> Chain(uint flags)
    {
        for (int row = TopOf(flags); row >= 0; row--)
        {
            yield return row;
            if ((flags & NoFallback) != 0)
                yield break;
        }
    }

    // The zone that a request gets its pages from, or -1.
    private int RowFor(uint pages, uint flags)
    {
        foreach (int row in Chain(flags))
        {
            ModelZone zone = _zones[row];
            uint reserve = row == TopOf(flags) ? 0 : zone.Reserve;
            uint kept =
                (flags & UseReserve) != 0 ? 0
                : (flags & Atomic) != 0 ? zone.Floor + reserve / 2
                : zone.Min + reserve;
            if (zone.Free >= pages + kept)
                return row;
        }
        return -1;
    }

    // Believed the first time, and compared from then on.
    private void Figure(uint which, uint value)
    {
        if (which >= MachineFigures)
            Machine(which, value);
        else
            _zones[which >> 8].Tell(which & 0xff, value, _isTold, Records);
    }

    private void Machine(uint which, uint value)
    {
        if (!_isTold)
            _machine[which] = value;
        uint expected = (which - MachineFigures) switch
        {
            0 => _isTold ? _machine[which] + BusyBytes : value,
            1 => (uint)_waiting.Sum(w => w),
            2 => _sleepers,
            _ => _machine[which],
        };
        Check.That(value == expected, $"record {Records}: figure {which - MachineFigures} is {value}, not {expected}");
    }

    private uint BusyBytes => (uint)_blocks.Values.Sum(b => b);

    private void Map(uint first, uint bits)
    {
        for (uint i = 0; i < 32; i++)
        {
            bool isFree = (bits >> (int)i & 1) != 0;
            if (!_isTold && _free.Count == first + i)
                _free.Add(isFree);
            else
                Check.That(_free[(int)(first + i)] == isFree, $"record {Records}: page {first + i} is free: {isFree}");
        }
    }

    private void Expect(bool condition, OperationRecord record, string what) =>
        Check.That(condition, $"record {Records}, {record}: {what}");
}

/// <summary>What is counted of a zone, in the order in which the kernel tells it.</summary>
internal enum Column : uint
{
    Grabbed = 6,
    Stolen,
    RefusedEmpty,
    RefusedKept,
    RefusedBroken,
    RefusedLimit,
    Waits,
    Wakes,
}

/// <summary>A zone of the model.</summary>
internal sealed class ModelZone
{
    public uint First;
    public uint End;
    public uint Floor;
    public uint Min;
    public uint Reserve;
    public uint Free;

    public Dictionary<Column, uint> Counts { get; } = [];

    /// <summary>What the kernel says of it.</summary>
    public void Tell(uint which, uint value, bool isTold, long records)
    {
        if (!isTold)
            Believe(which, value);
        uint own = which switch
        {
            0 => First,
            1 => End,
            2 => Floor,
            3 => Min,
            4 => Reserve,
            5 => Free,
            _ => Counts[(Column)which],
        };
        Check.That(own == value, $"record {records}: figure {which} of the zone at {First} is {value}, not {own}");
    }

    private void Believe(uint which, uint value)
    {
        switch (which)
        {
            case 0:
                First = value;
                break;
            case 1:
                End = value;
                break;
            case 2:
                Floor = value;
                break;
            case 3:
                Min = value;
                break;
            case 4:
                Reserve = value;
                break;
            case 5:
                Free = value;
                break;
            default:
                Counts[(Column)which] = value;
                break;
        }
    }
}
