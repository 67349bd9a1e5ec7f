using CsCheck;
using Mach.Vm;

namespace Kernel.Host;

/// <summary>The word-wise searches against searches bit by bit, for bounds at every place of a word.</summary>
public sealed unsafe class FreeBitmapTests
{
    private const int Bits = 100;

    private static readonly Gen<bool[]> Maps = Gen.OneOf(Gen.Bool.Array[Bits], Gen.Int[0, 9].Select(n => n != 0).Array[Bits]);

    [Fact]
    public void Next_set_and_next_clear_are_the_first_within_the_bounds() =>
        Maps.Sample(bits => WithMap(bits, map =>
        {
            for (uint from = 0; from <= Bits; from++)
                for (uint end = from; end <= Bits; end += 7)
                {
                    Assert.Equal(First(bits, from, end, true), map.NextSet(from, end));
                    Assert.Equal(First(bits, from, end, false), map.NextClear(from, end));
                }
        }), iter: 200);

    [Fact]
    public void Count_is_the_number_of_set_bits() =>
        Maps.Sample(bits => WithMap(bits, map =>
        {
            for (int from = 0; from <= Bits; from += 3)
                Assert.Equal((uint)bits[from..].Count(bit => bit), map.CountSet((uint)from, Bits));
        }), iter: 200);

    [Fact]
    public void Bits_beyond_the_end_are_not_free() => WithMap(Enumerable.Repeat(true, Bits).ToArray(), map =>
    {
        Assert.True(map.Test(Bits - 1));
        Assert.False(map.Test(Bits));
        Assert.False(map.Test(uint.MaxValue));
    });

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
}
