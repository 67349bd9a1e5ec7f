using CsCheck;
using Mach.Vm;

namespace Kernel.Host;

/// <summary>The word-wise searches against searches bit by bit, for bounds at every place of a word.</summary>
public sealed unsafe class FreeBitmapTests
{
    private const int Bits = 100;

    private static readonly Gen<bool[]> Maps = Gen.OneOf(
        Gen.Bool.Array[Bits],
        Gen.Int[0, 9].Select(n => n != 0).Array[Bits]
    );

    [Fact]
    public void Next_set_and_next_clear_are_the_first_within_the_bounds() =>
        Maps.Sample(
            bits =>
                WithMap(
                    bits,
                    map =>
                    {
                        for (uint from = 0; from <= Bits; from++)
                        for (uint end = from; end <= Bits; end += 7)
                        {
                            Assert.Equal(First(bits, from, end, true), map.NextSet(from, end));
                            Assert.Equal(First(bits, from, end, false), map.NextClear(from, end));
                        }
                    }
                ),
            iter: 200
        );

    [Fact]
    public void Find_run_is_the_lowest_run_that_meets_every_condition() =>
        Gen.Select(Maps, Gen.Int[0, 20], Gen.Int[1, 9], Gen.Int[0, 20], Gen.Int[0, 40])
            .Sample(
                (bits, count, align, boundary, origin) =>
                    WithMap(
                        bits,
                        map =>
                        {
                            for (uint from = 0; from <= Bits; from += 9)
                                Assert.Equal(
                                    FirstRun(bits, from, count, align, boundary, origin),
                                    map.FindRun(from, Bits, (uint)count, (uint)align, (uint)boundary, (uint)origin)
                                );
                        }
                    ),
                iter: 1000
            );

    private delegate void MapCheck(FreeBitmap map);

    private static void WithMap(bool[] bits, MapCheck check)
    {
        uint* words = stackalloc uint[(int)FreeBitmap.BytesFor(Bits) / sizeof(uint)];
        FreeBitmap map = default;
        map.Initialize(words, Bits);
        for (uint i = 0; i < Bits; i++)
            if (bits[i])
                map.Set(i);
        check(map);
    }

    private static uint First(bool[] bits, uint from, uint end, bool wanted)
    {
        for (uint i = from; i < end; i++)
            if (bits[i] == wanted)
                return i;
        return end;
    }

    private static uint FirstRun(bool[] bits, uint from, int count, int align, int boundary, int origin)
    {
        for (int start = (int)from; count != 0 && start + count <= Bits; start++)
        {
            int page = origin + start;
            bool crosses = boundary != 0 && Enumerable.Range(page + 1, count - 1).Any(p => p % boundary == 0);
            if (page % align == 0 && !crosses && bits[start..(start + count)].All(bit => bit))
                return (uint)start;
        }
        return Bits;
    }
}
