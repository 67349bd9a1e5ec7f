namespace Mach.Vm;

/// <summary>
/// A page frame number: physical address divided by the page size. Page numbers of the 32-bit machine have 20 bits,
/// so sums of a page number and a page count never wrap; addresses would, at the last page below 4 GiB.
/// </summary>
internal readonly struct Pfn
{
    public const int Shift = 12;
    public const uint PageSize = 1u << Shift;

    /// <summary>One more than the last page number a 32-bit physical address can name.</summary>
    public const uint Limit = 1u << (32 - Shift);

    public readonly uint Value;

    public Pfn(uint value) => Value = value;

    /// <summary>The address of the page's first byte.</summary>
    public PhysAddr Start => new(Value << Shift);

    /// <summary>Number of pages needed to hold <paramref name="bytes"/> bytes.</summary>
    public static uint PagesFor(uint bytes) => (bytes >> Shift) + ((bytes & (PageSize - 1)) != 0 ? 1u : 0u);
}
