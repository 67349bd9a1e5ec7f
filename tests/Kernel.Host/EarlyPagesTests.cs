using CsCheck;
using Mach.Boot;
using Mach.Vm;

namespace Kernel.Host;

/// <summary>The boot allocator against a list of pages: descending, complete, and past every area in use.</summary>
public sealed class EarlyPagesTests
{
    private static readonly Gen<(uint Start, uint Size)> Area = Gen.Select(Gen.UInt[0, 70 * 4096], Gen.UInt[0, 20_000]);

    [Fact]
    public void Every_page_outside_the_areas_comes_once_from_the_top() =>
        Gen.Select(Gen.UInt[0, 64], Area.Array[0, 6])
            .Sample(
                (end, areas) =>
                {
                    EarlyPages early = default;
                    early.Initialize(new Pfn(end));
                    Assert.True(early.TryKeep(new PhysAddr(0), new PhysAddr(end * 4096 + 1))); // forgotten by the next
                    early.Initialize(new Pfn(end));
                    foreach ((uint start, uint size) in areas)
                        Assert.True(early.TryKeep(new PhysAddr(start), new PhysAddr(start + size)));
                    for (uint page = 0; page < end; page++)
                        Assert.Equal(IsIn(page, areas), early.IsKept(new Pfn(page)));

                    List<uint> taken = [];
                    while (early.TryTake(out Pfn page))
                        taken.Add(page.Value);

                    Assert.Equal(Expected(end, areas), taken);
                    Assert.False(early.TryTake(out _));
                },
                iter: 5000
            );

    [Fact]
    public void Too_many_areas_are_refused_and_empty_ones_need_no_room()
    {
        EarlyPages early = default;
        early.Initialize(new Pfn(1000));
        for (uint i = 0; i < EarlyPages.MaxAreas; i++)
            Assert.True(early.TryKeep(new PhysAddr(i * 8192), new PhysAddr(i * 8192 + 1)));
        Assert.False(early.TryKeep(new PhysAddr(0), new PhysAddr(1)));
        Assert.True(early.TryKeep(new PhysAddr(5), new PhysAddr(5)));
    }

    [Fact]
    public void The_last_byte_of_the_address_space_can_be_in_use()
    {
        EarlyPages early = default;
        early.Initialize(new Pfn(Pfn.Limit));
        Assert.True(early.TryKeep(new PhysAddr(0xFFFFF000), new PhysAddr(uint.MaxValue)));
        Assert.True(early.TryTake(out Pfn page));
        Assert.Equal(Pfn.Limit - 2, page.Value);
    }

    private static List<uint> Expected(uint end, (uint Start, uint Size)[] areas)
    {
        List<uint> pages = [];
        for (uint page = end; page-- > 1; )
            if (!IsIn(page, areas))
                pages.Add(page);
        return pages;
    }

    private static bool IsIn(uint page, (uint Start, uint Size)[] areas) =>
        areas.Any(area => area.Size != 0 && page * 4096 < area.Start + area.Size && (page + 1) * 4096 > area.Start);
}
