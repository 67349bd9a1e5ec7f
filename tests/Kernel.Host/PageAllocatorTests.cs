using CsCheck;
using Mach.Vm;

namespace Kernel.Host;

/// <summary>Random sequences on machines of every awkward shape, each step compared with the naive model.</summary>
public sealed class PageAllocatorTests
{
    private static readonly Gen<MachineShape> Shapes =
        from end in Gen.UInt[2, 150]
        from dmaEnd in Gen.UInt[0, 160]
        from holeFirst in Gen.UInt[0, 150]
        from holeSize in Gen.UInt[0, 20]
        from reserve in Gen.UInt[0, 12]
        select new MachineShape(end, dmaEnd, holeFirst, holeFirst + holeSize, reserve);

    private static readonly Gen<GrabFlags> Flags = Gen.UInt[0, 7].Select(bits => (GrabFlags)bits);

    [Fact]
    public void Random_sequences_agree_with_the_model() =>
        Gen.Select(Shapes, Gen.Select(Gen.Int[0, 9], Gen.UInt[0, 170], Flags, Gen.UInt[0, 20], Gen.UInt[0, 17], Gen.UInt[0, 40]).Array[0, 60])
            .Sample((shape, steps) =>
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
            }, iter: 3000);

    [Theory]
    [InlineData(2u, 4096u)] // one page besides page 0
    [InlineData(4064u, 4096u)] // 16 MiB less the last 128 KiB: no normal zone, a multiple of 32 pages
    [InlineData(4096u, 4096u)] // the zones part exactly at the end
    [InlineData(4097u, 4096u)] // one normal page
    [InlineData(4100u, 0u)] // no DMA zone
    [InlineData(4111u, 4093u)] // neither bound at a word of the map
    public void Every_page_of_a_shape_is_found_and_comes_back(uint end, uint dmaEnd)
    {
        using Machine machine = new(new MachineShape(end, dmaEnd, 160, 256, 0));
        ref PageAllocator pages = ref machine.Allocator;
        for (uint page = 0; page < end + 2; page++)
            pages.Release(new Pfn(page));
        uint all = pages.Free;
        Assert.Equal(pages.Dma.Managed + pages.Normal.Managed, all);

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
        Assert.Equal(1u, first.Value);
    }

    [Fact]
    public void The_reserve_is_kept_from_ordinary_requests_alone()
    {
        using Machine machine = new Machine(new MachineShape(40, 20, 0, 1, 5)).Fill();
        while (machine.Grab(GrabFlags.None) != null)
        {
        }
        Assert.Equal(5u, machine.Allocator.Dma.Free);
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
    public unsafe void A_page_is_added_once_and_never_beyond_the_end()
    {
        using Machine machine = new(new MachineShape(40, 20, 8, 12, 0));
        Assert.False(machine.Allocator.TryAdd(new Pfn(5), (void*)1));
        Assert.False(machine.Allocator.TryAdd(new Pfn(40), (void*)1));
        Assert.False(machine.Allocator.TryAdd(new Pfn(9), null));
        machine.CheckAll();
    }

    [Fact]
    public unsafe void A_page_changes_its_structure_only_from_the_one_it_has()
    {
        using Machine machine = new(new MachineShape(40, 20, 8, 12, 0));
        ref PageArray array = ref machine.Allocator.Pages;
        void* old = array.Lookup(new Pfn(5));
        Assert.False(array.TryReplace(new Pfn(5), (void*)1, (void*)2));
        Assert.False(array.TryReplace(new Pfn(9), null, (void*)2));
        Assert.False(array.TryReplace(new Pfn(5), old, null));
        Assert.True(array.TryReplace(new Pfn(5), old, (void*)2));
        Assert.True(array.Lookup(new Pfn(5)) == (void*)2);
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
}
