using CsCheck;
using Mach.Kmem;
using Mach.Vm;

namespace Kernel.Host;

/// <summary>kmalloc's blocks: apart from each other, of the right kind, and nothing lost, whatever the order of
/// requests.</summary>
public sealed unsafe class BlockPoolTests
{
    [Fact]
    public void Every_size_gets_the_smallest_class_that_holds_it()
    {
        for (uint size = 1; size <= SizeClass.Largest; size++)
        {
            uint sizeClass = SizeClass.For(size);
            Assert.True(SizeClass.SizeOf(sizeClass) >= size);
            Assert.True(sizeClass == 0 || SizeClass.SizeOf(sizeClass - 1) < size);
        }
    }

    [Fact]
    public void An_offset_is_a_block_exactly_at_its_multiples()
    {
        for (uint sizeClass = 0; sizeClass < SizeClass.Count; sizeClass++)
        {
            uint size = SizeClass.SizeOf(sizeClass);
            Assert.Equal(0u, size % 16);
            Assert.Equal(Pfn.PageSize / size, SizeClass.BlocksOf(sizeClass));
            for (uint offset = 0; offset < Pfn.PageSize; offset++)
            {
                bool expected = offset % size == 0 && offset / size < Pfn.PageSize / size;
                Assert.Equal(expected, SizeClass.TryIndex(sizeClass, offset, out uint index));
                if (expected)
                    Assert.Equal(offset / size, index);
            }
        }
    }

    [Fact]
    public void Random_requests_agree_with_a_list_of_what_is_out() =>
        Gen.Select(Gen.Int[0, 9], Gen.UInt[0, 5000], Gen.Bool)
            .Array[0, 120]
            .Sample(
                steps =>
                {
                    using PoolMachine machine = new(200, 64);
                    List<(nint Address, uint Size)> blocks = [];
                    foreach ((int what, uint number, bool dma) in steps)
                    {
                        if (what < 6)
                            Allocate(machine, blocks, what < 5 ? number % 700 + 1 : number * 10 + 1, dma);
                        else if (what < 9 && blocks.Count != 0)
                            FreeOne(machine, blocks, (int)(number % blocks.Count));
                        else
                            machine.Blocks.Collect(dma);
                        Assert.True(machine.Blocks.Verify());
                        Assert.Equal(
                            machine.FreeAtStart * Pfn.PageSize,
                            machine.Free * Pfn.PageSize + machine.Blocks.HeldBytes
                        );
                    }
                    while (blocks.Count != 0)
                        FreeOne(machine, blocks, 0);
                    machine.Blocks.Collect(true);
                    machine.Blocks.Collect(false);
                    Assert.Equal(
                        (machine.FreeAtStart, 0u, 0u),
                        (machine.Free, machine.Blocks.HeldBytes, machine.Blocks.BusyBytes)
                    );
                },
                iter: 400
            );

    [Fact]
    public void A_page_without_blocks_goes_back_except_for_one_of_its_class()
    {
        using PoolMachine machine = new(200, 64);
        void*[] blocks = new void*[64];
        for (int i = 0; i < blocks.Length; i++)
            blocks[i] = machine.Blocks.Allocate(1024, false);
        foreach (void* block in blocks)
            Assert.Equal(FreeResult.Freed, machine.Blocks.Free(block));
        Assert.Equal(machine.FreeAtStart - 1, machine.Free);
        Assert.Equal(1u, machine.Blocks.Collect(false));
        Assert.Equal(machine.FreeAtStart, machine.Free);
    }

    [Fact]
    public void Ordinary_blocks_take_dma_memory_last_and_use_what_is_broken_there()
    {
        using PoolMachine machine = new(48, 32);
        Assert.True(machine.Blocks.Allocate(64, true) != null);
        while (machine.Pages.Allocator.TryGrab(GrabFlags.None, out _)) { }
        void* block = machine.Blocks.Allocate(64, false);
        Assert.True(block != null && machine.PageNumber(block) < 32);
        Assert.True(machine.Blocks.Allocate(128, false) == null);
    }

    /// <summary>A machine of 16 MiB: were a page taken for each block, kmalloc would be out of memory after some
    /// thousand.</summary>
    [Fact]
    public void Ordinary_blocks_share_pages_where_there_is_dma_memory_alone()
    {
        using PoolMachine machine = new(64, 64);
        for (int i = 0; i < 64; i++)
            Assert.True(machine.Blocks.Allocate(100, dma: false) != null);
        Assert.Equal(64 * 128 / Pfn.PageSize, machine.FreeAtStart - machine.Free);
        Assert.True(machine.Blocks.Verify());
    }

    /// <summary>Other pages are there, and refused all the same, as a reserve is: a free block of a DMA page is better
    /// than none.</summary>
    [Fact]
    public void Where_pages_are_refused_an_ordinary_block_comes_from_a_DMA_page()
    {
        using PoolMachine machine = new(120, 40);
        void* dma = machine.Blocks.Allocate(100, dma: true);
        machine.FailAfter = 0;
        Assert.True(machine.Blocks.Source.HasOther);
        void* block = machine.Blocks.Allocate(100, dma: false);
        Assert.True(block != null && machine.PageNumber(block) == machine.PageNumber(dma));
        Assert.True(machine.Blocks.Verify());
    }

    [Fact]
    public void A_failing_request_for_pages_changes_nothing()
    {
        uint total = Soak(-1);
        for (int n = 0; n < (int)total; n++)
            Soak(n);
    }

    // A fixed sequence during which request n for pages fails; returns how many there were. Ends with everything back.
    private static uint Soak(int failing)
    {
        using PoolMachine machine = new(120, 40) { FailAfter = failing };
        List<(nint Address, uint Size)> blocks = [];
        uint refused = 0;
        for (uint i = 0; i < 150; i++)
        {
            void* block = machine.Blocks.Allocate(i * 37 % 2600 + 1, i % 3 == 0);
            if (block == null)
                refused++;
            else
                blocks.Add(((nint)block, 1));
            if (i % 4 == 3)
                FreeOne(machine, blocks, (int)(i % blocks.Count));
            Assert.True(machine.Blocks.Verify());
        }
        // an ordinary request may find a block of DMA memory instead
        Assert.InRange(refused, 0u, failing >= 0 ? 1u : 0);
        while (blocks.Count != 0)
            FreeOne(machine, blocks, 0);
        machine.Blocks.Collect(true);
        machine.Blocks.Collect(false);
        Assert.Equal(machine.FreeAtStart, machine.Free);
        return machine.Requests;
    }

    private static void Allocate(PoolMachine machine, List<(nint Address, uint Size)> blocks, uint size, bool dma)
    {
        byte* block = (byte*)machine.Blocks.Allocate(size, dma);
        if (block == null)
            return;
        Assert.True(machine.Blocks.SizeOf(block) >= size && (nuint)block % 16 == 0);
        Assert.DoesNotContain(
            blocks,
            other => (nint)block < other.Address + (nint)other.Size && other.Address < (nint)block + (nint)size
        );
        if (dma)
        {
            Assert.True(machine.PageNumber(block + size - 1) < 64);
            Assert.True(size > 65536 || machine.PageNumber(block) / 16 == machine.PageNumber(block + size - 1) / 16);
        }
        blocks.Add(((nint)block, size));
    }

    private static void FreeOne(PoolMachine machine, List<(nint Address, uint Size)> blocks, int which)
    {
        byte* block = (byte*)blocks[which].Address;
        blocks.RemoveAt(which);
        Assert.Equal(FreeResult.NotABlock, machine.Blocks.Free(block + 4));
        Assert.Equal(FreeResult.Freed, machine.Blocks.Free(block));
        Assert.Equal(FreeResult.AlreadyFree, machine.Blocks.Free(block));
        Assert.Equal(0u, machine.Blocks.SizeOf(block));
    }
}
