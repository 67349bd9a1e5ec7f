namespace Kernel.Proofs;

/// <summary>Who has which bytes: blocks of kmalloc and runs of pages that callers were given and have not given
/// back.</summary>
internal sealed class ModelBlocks
{
    private const uint PageBytes = 4096;
    private const uint Window = 64 * 1024;
    private const uint LargestBlock = 2048;
    private const uint DmaLimit = 16 << 20;
    private const uint GfpDma = 0x80;

    private readonly Dictionary<uint, uint> _blocks = [];
    private readonly Dictionary<uint, uint> _runs = [];

    // How many have bytes of a page; and all by their address.
    private readonly Dictionary<uint, uint> _owners = [];
    private readonly Dictionary<uint, uint> _byAddress = [];

    public int Count => _blocks.Count + _runs.Count;

    /// <summary>Bytes of all blocks of kmalloc, as it counts them.</summary>
    public uint BusyBytes => (uint)_blocks.Values.Sum(b => b);

    /// <summary>Whether somebody has bytes of a page.</summary>
    public bool IsIn(uint page) => _owners.ContainsKey(page);

    public void GiveBlock(OperationModel model, OperationRecord record) => Give(model, _blocks, record);

    public void GiveRun(OperationModel model, OperationRecord record) => Give(model, _runs, record);

    public void TakeBlock(OperationModel model, OperationRecord record)
    {
        uint address = record.First;
        uint bytes = Math.Max(1, record.Second);
        model.Expect(address % 16 == 0, record, "the block is not aligned");
        bool dma = (record.Flags & GfpDma) != 0;
        model.Expect(!dma || address + bytes <= DmaLimit, record, "the block is not DMA memory");
        model.Expect(
            !dma || bytes > Window || address / Window == (address + bytes - 1) / Window,
            record,
            "the block crosses a line"
        );
        Own(model, record, address, RoomOf(bytes));
        _blocks.Add(address, RoomOf(bytes));
    }

    public void TakeRun(OperationModel model, OperationRecord record)
    {
        uint bytes = PageBytes << (int)record.Second;
        model.Expect(record.First % Math.Min(bytes, Window) == 0, record, "the run is not aligned");
        model.Expect(
            (record.Flags & GfpDma) == 0 || record.First + bytes <= DmaLimit,
            record,
            "the run is not DMA memory"
        );
        Own(model, record, record.First, bytes);
        _runs.Add(record.First, bytes);
    }

    // Its pages are nobody's any more, and it lies over nobody else's bytes.
    private void Own(OperationModel model, OperationRecord record, uint address, uint bytes)
    {
        for (uint page = address / PageBytes; page <= (address + bytes - 1) / PageBytes; page++)
        {
            model.Expect(!model.IsFree(page), record, "a page of it is free");
            uint owners = _owners[page] = _owners.GetValueOrDefault(page) + 1;
            if (owners > 1)
                model.Expect(!Overlaps(address, bytes), record, "it lies over another");
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

    private void Give(OperationModel model, Dictionary<uint, uint> from, OperationRecord record)
    {
        model.Expect(from.Remove(record.First, out uint bytes), record, "nobody has that");
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
}
