namespace Kernel.Proofs;

/// <summary>
/// The memory system in the simplest form that can say what comes out of each operation: a truth value for each page,
/// counts, and who owns which bytes. It begins with what the kernel tells of itself first; from then on each record has
/// to be what it expects, and each figure and each bit that the kernel tells again has to be its own.
/// </summary>
internal sealed class OperationModel
{
    private const uint Dma = 1;
    private const uint UseReserve = 2;
    private const uint NoFallback = 4;
    private const uint High = 8;
    private const uint Atomic = 16;
    private const int NormalRow = 1;
    private const int Rows = 3;
    private const uint MachineFigures = Rows << 8;
    private const uint Classes = 4;

    private readonly ModelZone[] _zones = [new(), new(), new()];
    private readonly Dictionary<uint, uint> _machine = [];
    private readonly List<bool> _free = [];
    private readonly ModelBlocks _held = new();
    private readonly uint[] _waiting = new uint[Rows * Classes];
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
    public int Held => _held.Count;

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
                Caller(record.First == 0 ? null : () => _held.TakeBlock(this, record));
                break;
            case OperationRecord.Kind.FreeBlock:
                Caller(() => _held.GiveBlock(this, record));
                break;
            case OperationRecord.Kind.Pages:
                Caller(record.First == 0 ? null : () => _held.TakeRun(this, record));
                break;
            case OperationRecord.Kind.FreePages:
                Caller(() => _held.GiveRun(this, record));
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
        Expect(!_held.IsIn(page), record, "somebody has a block in the page");
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
            0 => _isTold ? _machine[which] + _held.BusyBytes : value,
            1 => (uint)_waiting.Sum(w => w),
            2 => _sleepers,
            _ => _machine[which],
        };
        Check.That(value == expected, $"record {Records}: figure {which - MachineFigures} is {value}, not {expected}");
    }

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

    /// <summary>Whether a page is free, as far as the model knows.</summary>
    internal bool IsFree(uint page) => _free[(int)page];

    internal void Expect(bool condition, OperationRecord record, string what) =>
        Check.That(condition, $"record {Records}, {record}: {what}");
}
