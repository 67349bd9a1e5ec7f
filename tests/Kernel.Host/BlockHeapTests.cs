using System.Runtime.InteropServices;
using CsCheck;
using Mach.Kmem;

namespace Kernel.Host;

/// <summary>
/// Random kmalloc traffic: blocks never overlap (each is filled with a byte of its own and looked at again before it
/// is freed), the headers always tile, and when all is freed every grant can be taken away again.
/// </summary>
public sealed unsafe class BlockHeapTests
{
    [Fact]
    public void Random_traffic_keeps_blocks_apart_and_gives_everything_back() =>
        Gen.Select(Gen.Int[0, 9], Gen.UInt[0, 9000], Gen.Int[0, 1000]).Array[0, 150].Sample(steps =>
        {
            using Arena arena = new();
            foreach ((int what, uint size, int pick) in steps)
            {
                if (what < 6)
                    arena.Allocate(what < 4 ? size % 400 : size);
                else if (what < 9)
                    arena.FreeOne(pick);
                else
                    arena.Collect();
            }
            arena.FreeAll();
            arena.Collect();
            Assert.True(arena.Heap->IsEmpty);
        }, iter: 1000);

    [Theory]
    [InlineData(0u, 12u)]
    [InlineData(1u, 12u)]
    [InlineData(12u, 12u)]
    [InlineData(13u, 16u)]
    [InlineData(65_537u, 65_540u)]
    public void Sizes_are_rounded(uint size, uint payload)
    {
        Assert.True(BlockHeap.TryRound(size, out uint rounded));
        Assert.Equal(payload, rounded);
    }

    [Fact]
    public void Sizes_over_the_limit_are_refused()
    {
        Assert.True(BlockHeap.TryRound(BlockHeap.MaxPayload & ~3u, out _));
        Assert.False(BlockHeap.TryRound(BlockHeap.MaxPayload + 1, out _));
        Assert.False(BlockHeap.TryRound(uint.MaxValue - 2, out _));
        Assert.False(BlockHeap.TryRound(uint.MaxValue, out _));
    }

    [Fact]
    public void Bad_frees_are_told_apart_and_change_nothing()
    {
        using Arena arena = new();
        byte* block = arena.Allocate(100);
        byte* other = arena.Allocate(100);
        byte foreign = 0;

        Assert.Equal(FreeResult.NotOurs, arena.Heap->Free(&foreign));
        Assert.Equal(FreeResult.NotOurs, arena.Heap->Free(null));
        Assert.Equal(FreeResult.NotABlock, arena.Heap->Free(block + 4));
        Assert.Equal(FreeResult.NotABlock, arena.Heap->Free(block - BlockHeap.Overhead));
        Assert.Equal(FreeResult.Freed, arena.Heap->Free(block));
        Assert.Equal(FreeResult.AlreadyFree, arena.Heap->Free(block));
        Assert.Equal(FreeResult.Freed, arena.Heap->Free(other));
        arena.Heap->Measure(out uint busyBytes, out _);
        Assert.Equal(0u, busyBytes);
    }

    [Fact]
    public void The_rest_of_a_block_is_split_off_only_when_it_can_be_used()
    {
        using Arena arena = new();
        uint whole = 4096 - BlockHeap.Overhead;
        uint header = (uint)sizeof(BlockHeader);

        Assert.Equal(whole, BusyAfter(arena, whole - 4));
        Assert.Equal(whole, BusyAfter(arena, whole - header - BlockHeap.MinPayload + 4));
        Assert.Equal(whole - header - BlockHeap.MinPayload, BusyAfter(arena, whole - header - BlockHeap.MinPayload));
    }

    [Fact]
    public void A_damaged_header_is_found()
    {
        using Arena arena = new();
        byte* block = arena.Allocate(100);
        Assert.True(arena.Heap->Verify() == null);
        ((BlockHeader*)block - 1)->SetBusy(5000);
        Assert.True(arena.Heap->Verify() == block - BlockHeap.Overhead);
        ((BlockHeader*)block - 1)->SetBusy(100);
    }

    private static uint BusyAfter(Arena arena, uint payload)
    {
        byte* block = arena.Allocate(payload);
        arena.Heap->Measure(out uint busyBytes, out _);
        arena.FreeAll();
        arena.Collect();
        Assert.True(block != null);
        return busyBytes;
    }

    /// <summary>A heap with pages from the host, and the list of what is allocated from it.</summary>
    private sealed class Arena : IDisposable
    {
        private readonly List<(nuint Address, uint Size, byte Fill)> _live = [];
        private readonly HashSet<nuint> _grants = [];

        public readonly BlockHeap* Heap = (BlockHeap*)NativeMemory.AllocZeroed((nuint)sizeof(BlockHeap));

        public byte* Allocate(uint size)
        {
            Assert.True(BlockHeap.TryRound(size, out uint payload));
            void* block = Heap->Allocate(payload);
            if (block == null)
            {
                Heap->Coalesce();
                block = Heap->Allocate(payload);
            }
            if (block == null)
            {
                Grow(payload);
                block = Heap->Allocate(payload);
            }
            Assert.True(block != null && (nuint)block % BlockHeap.Alignment == 0);

            byte fill = (byte)(_live.Count * 37 + 1);
            new Span<byte>(block, (int)payload).Fill(fill);
            _live.Add(((nuint)block, payload, fill));
            Assert.True(Heap->Verify() == null);
            return (byte*)block;
        }

        public void FreeOne(int pick)
        {
            if (_live.Count == 0)
                return;
            (nuint address, uint size, byte fill) = _live[pick % _live.Count];
            _live.RemoveAt(pick % _live.Count);
            Assert.Equal(-1, new Span<byte>((void*)address, (int)size).IndexOfAnyExcept(fill));
            Assert.Equal(FreeResult.Freed, Heap->Free((void*)address));
            Assert.True(Heap->Verify() == null);
        }

        public void FreeAll()
        {
            while (_live.Count > 0)
                FreeOne(0);
        }

        public void Collect()
        {
            Heap->Coalesce();
            for (void* pages = Heap->TakeEmptyPages(out uint size); pages != null; pages = Heap->TakeEmptyPages(out size))
            {
                Assert.True(_grants.Remove((nuint)pages));
                Assert.DoesNotContain(_live, block => block.Address - (nuint)pages < size);
                NativeMemory.AlignedFree(pages);
            }
            Assert.True(Heap->Verify() == null);
        }

        public void Dispose()
        {
            foreach (nuint grant in _grants)
                NativeMemory.AlignedFree((void*)grant);
            NativeMemory.Free(Heap);
        }

        private void Grow(uint payload)
        {
            uint size = 4096;
            while (size < payload + BlockHeap.Overhead)
                size <<= 1;
            void* pages = NativeMemory.AlignedAlloc(size, 4096);
            _grants.Add((nuint)pages);
            Heap->AddPages(pages, size);
        }
    }
}
