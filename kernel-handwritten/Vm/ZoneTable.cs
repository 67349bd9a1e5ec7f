namespace Mach.Vm;

/// <summary>
/// From limits to rows: where each zone ends is data, and a machine with one more kind of memory has one more number in
/// its list. Zone n is [limit n-1, limit n), cut off at the end of memory; zones beyond it are empty.
/// </summary>
internal static unsafe class ZoneTable
{
    /// <summary>Storage for the maps and sets of all zones, in bytes.</summary>
    public static uint BytesFor(uint* limits, uint count, uint end)
    {
        uint bytes = 0;
        for (uint row = 0; row < count; row++)
            bytes += Zone.BytesFor(FirstOf(limits, row, end), EndOf(limits, row, end));
        return bytes;
    }

    /// <summary>Set the rows up in storage of <see cref="BytesFor"/> bytes. No page is free afterwards.</summary>
    public static void Initialize(Zone* rows, uint* limits, uint count, uint end, void* storage)
    {
        byte* next = (byte*)storage;
        for (uint row = 0; row < count; row++)
        {
            uint first = FirstOf(limits, row, end);
            uint last = EndOf(limits, row, end);
            rows[row].Initialize(first, last, next);
            next += Zone.BytesFor(first, last);
        }
    }

    private static uint FirstOf(uint* limits, uint row, uint end) => row == 0 ? 0 : EndOf(limits, row - 1, end);

    private static uint EndOf(uint* limits, uint row, uint end) => limits[row] < end ? limits[row] : end;
}
