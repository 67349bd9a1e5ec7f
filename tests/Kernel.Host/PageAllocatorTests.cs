using CsCheck;
using Mach.Vm;

namespace Kernel.Host;

/// <summary>Random sequences on machines of every awkward shape, each step compared with the naive model.</summary>
public sealed class PageAllocatorTests
{
    private static readonly Gen<MachineShape> Shapes =
        from end in Gen.UInt[2, 150]
        from dmaEnd in Gen.UInt[0, 160]
        from more in Gen.UInt[0, 60].Array[0, 2] // no row, one, or two above the normal zone
        from holeFirst in Gen.UInt[0, 150]
        from holeSize in Gen.UInt[0, 20]
        from reserve in Gen.UInt[0, 12]
        select new MachineShape(end, LimitsOf(dmaEnd, more), holeFirst, holeFirst + holeSize, reserve);

    private static readonly Gen<GrabFlags> Flags = Gen.UInt[0, 15].Select(bits => (GrabFlags)bits);

    [Fact]
    public void Random_sequences_agree_with_the_model() =>
        Gen.Select(
                Shapes,
                Gen.Select(
                    Gen.Int[0, 9],
                    Gen.UInt[0, 170],
                    Flags,
                    Gen.UInt[0, 20],
                    Gen.UInt[0, 17],
                    Gen.UInt[0, 40]
                ).Array[0, 60]
            )
            .Sample(
                (shape, steps) =>
                {
                    using Machine machine = new Machine(shape).Fill();
                    foreach ((int what, uint page, GrabFlags flags, uint count, uint align, uint boundary) in steps)
                    {
                        if (what < 3)
                            machine.Grab(flags);
                        else if (what < 6)
                            machine.GrabRun(count, flags, align, boundary);
                        else
                            machine.Release(page);
                    }
                },
                iter: 3000
            );

    [Theory]
    [InlineData(2u, 4096u)] // one page besides page 0
    [InlineData(4064u, 4096u)] // 16 MiB less the last 128 KiB: no normal zone, a multiple of 32 pages
    [InlineData(4096u, 4096u)] // the zones part exactly at the end
    [InlineData(4097u, 4096u)] // one normal page
    [InlineData(4100u, 0u)] // no DMA zone
    [InlineData(4111u, 4093u)] // neither bound at a line
    public void Every_page_of_a_shape_is_found_and_comes_back(uint end, uint dmaEnd)
    {
        using Machine machine = new(new MachineShape(end, dmaEnd, 160, 256, 0));
        ref PageAllocator<ShapeOwner> pages = ref machine.Allocator;
        for (uint page = 0; page < end + 2; page++)
            pages.Release(new Pfn(page));
        uint all = pages.Free;
        Assert.Equal(pages[0].Managed + pages[1].Managed, all);

        HashSet<uint> taken = [];
        while (pages.TryGrab(GrabFlags.None, out Pfn page))
            Assert.True(taken.Add(page.Value));
        Assert.Equal(all, (uint)taken.Count);
        Assert.Equal(0u, pages.Free);

        foreach (uint page in taken)
            Assert.Equal(ReleaseResult.Released, pages.Release(new Pfn(page)));
        Assert.Equal(AllocatorFault.None, pages.Verify());
        Assert.Equal(all, pages.Free);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_is_found_where_there_is_no_normal_zone(bool dma)
    {
        GrabFlags flags = dma ? GrabFlags.Dma : GrabFlags.None;
        using Machine machine = new Machine(new MachineShape(4064, 4096, 160, 256, 0));
        for (uint page = 1; page < 4064; page++)
            machine.Allocator.Release(new Pfn(page));
        Assert.True(machine.Allocator.TryGrabRun(2, flags, 1, 0, out Pfn first));
        Assert.Equal(2u, first.Value); // beside page 1, which has no neighbour on its other side
        Assert.False(machine.Allocator.TryGrabRun(2, flags | GrabFlags.NoFallback, 1, 0, out _) && !dma);
    }

    [Fact]
    public void The_reserve_is_kept_from_ordinary_requests_alone()
    {
        using Machine machine = new Machine(new MachineShape(40, 20, 0, 1, 5)).Fill();
        while (machine.Grab(GrabFlags.None) != null) { }
        Assert.Equal(5u, machine.Allocator[0].Free);
        Assert.Equal(0u, machine.Allocator.OrdinaryFree);
        Assert.Null(machine.GrabRun(2, GrabFlags.None, 1, 0));
        Assert.NotNull(machine.Grab(GrabFlags.UseReserve));
        Assert.NotNull(machine.GrabRun(4, GrabFlags.Dma, 1, 0));
        Assert.Null(machine.Grab(GrabFlags.Dma));
    }

    [Fact]
    public void A_double_free_changes_nothing()
    {
        using Machine machine = new Machine(new MachineShape(40, 20, 0, 1, 0)).Fill();
        uint page = machine.Grab(GrabFlags.None)!.Value;
        Assert.Equal(ReleaseResult.Released, machine.Release(page));
        uint before = machine.Allocator.Free;
        Assert.Equal(ReleaseResult.AlreadyFree, machine.Release(page));
        Assert.Equal(before, machine.Allocator.Free);
    }

    [Theory]
    [InlineData(0u)] // page 0 is never handed out
    [InlineData(10u)] // in the hole
    [InlineData(40u)] // just beyond the end
    [InlineData(0xFFFFFu)] // the last page of the address space
    public void A_foreign_page_is_refused(uint page)
    {
        using Machine machine = new Machine(new MachineShape(40, 20, 8, 12, 0)).Fill();
        Assert.Equal(ReleaseResult.NotManaged, machine.Release(page));
    }

    [Fact]
    public void No_page_is_added_beyond_the_end()
    {
        using Machine machine = new(new MachineShape(40, 20, 8, 12, 0));
        Assert.False(machine.Allocator.TryAdd(new Pfn(40)));
        Assert.False(machine.Allocator.TryAdd(new Pfn(0)));
        machine.CheckPages();
    }

    [Fact]
    public void Zones_are_rows_and_one_more_is_one_more_number()
    {
        // ISA DMA, the direct map, what 32-bit bus masters reach, and the rest, scaled down.
        using Machine machine = new Machine(new MachineShape(160, [32, 64, 128, uint.MaxValue], 0, 1, 4)).Fill();
        Assert.Equal([31u, 32u, 64u, 32u], Enumerable.Range(0, 4).Select(row => machine.Allocator[(uint)row].Free));
        Assert.Equal(128u, machine.Grab(GrabFlags.High));
        Assert.Equal(32u, machine.Grab(GrabFlags.None));
        Assert.Equal(64u, machine.GrabRun(32, GrabFlags.High | GrabFlags.UseReserve, 32, 0));
        while (machine.Grab(GrabFlags.None) != null) { }
        Assert.Equal([4u, 0u], [machine.Allocator[0].Free, machine.Allocator[1].Free]);
        Assert.NotEqual(0u, machine.Allocator[2].Free);
    }

    [Fact]
    public void The_lowest_zone_fills_up_again_while_there_is_another()
    {
        using Machine machine = new Machine(new MachineShape(96, 32, 0, 1, 0)).Fill();
        List<uint> held = [];
        while (machine.Grab(GrabFlags.None) is uint page)
            held.Add(page);
        foreach (uint page in held.Where(page => page % 2 == 0))
            machine.Release(page);

        // Everyone who lets a page go takes another one: those of the lowest zone are not asked for any more.
        foreach (uint page in held.Where(page => page % 2 == 1))
        {
            machine.Release(page);
            machine.Grab(GrabFlags.None);
        }
        Assert.Equal(31u, machine.Allocator[0].Free);
    }

    [Fact]
    public void Blocks_for_dma_stay_within_sixty_four_kilobytes()
    {
        using Machine machine = new(new MachineShape(600, 512, 160, 256, 0));
        for (uint page = 3; page < 600; page++)
            machine.Allocator.Release(new Pfn(page));
        for (uint count = 1; count <= 16; count++)
            while (machine.Allocator.TryGrabRun(count, GrabFlags.Dma, 0, 16, out Pfn first))
            {
                Assert.Equal(first.Value / 16, (first.Value + count - 1) / 16);
                Assert.True(first.Value + count <= 512);
            }
        Assert.Equal(AllocatorFault.None, machine.Allocator.Verify());
    }

    private static uint[] LimitsOf(uint dmaEnd, uint[] more)
    {
        List<uint> limits = [dmaEnd];
        foreach (uint size in more)
            limits.Add(limits[^1] + size);
        return [.. limits, uint.MaxValue];
    }
}
