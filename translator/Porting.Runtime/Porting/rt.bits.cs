using System.Numerics;
using System.Runtime.CompilerServices;

namespace Porting;

/// <summary>Bit operations of GCC and clang on integers ("Other Built-in Functions", "Builtin Functions" of clang's
/// language extensions).</summary>
internal static unsafe partial class rt
{
    public static int clzs(ushort value) => BitOperations.LeadingZeroCount((uint)value) - 16;

    /// <summary>Leading zeros of a value in a type of so many bits; another answer for 0.</summary>
    public static int clz_or(uint value, int bits, int otherwise) =>
        value == 0 ? otherwise : BitOperations.LeadingZeroCount(value) - (32 - bits);

    public static int clz_or(ulong value, int bits, int otherwise) =>
        value == 0 ? otherwise : BitOperations.LeadingZeroCount(value) - (64 - bits);

    public static int ctz_or(uint value, int otherwise) =>
        value == 0 ? otherwise : BitOperations.TrailingZeroCount(value);

    public static int ctz_or(ulong value, int otherwise) =>
        value == 0 ? otherwise : BitOperations.TrailingZeroCount(value);

    /// <summary>Neighbours change places: bits, then pairs, then groups of four; the bytes are turned round
    /// last.</summary>
    public static uint bitreverse(uint value)
    {
        value = ((value >> 1) & 0x55555555) | ((value & 0x55555555) << 1);
        value = ((value >> 2) & 0x33333333) | ((value & 0x33333333) << 2);
        value = ((value >> 4) & 0x0f0f0f0f) | ((value & 0x0f0f0f0f) << 4);
        return System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value);
    }

    public static byte bitreverse(byte value) => (byte)(bitreverse((uint)value) >> 24);

    public static ushort bitreverse(ushort value) => (ushort)(bitreverse((uint)value) >> 16);

    public static ulong bitreverse(ulong value) =>
        ((ulong)bitreverse((uint)value) << 32) | bitreverse((uint)(value >> 32));

    public static byte rotate_left(byte value, byte count) => (byte)((value << (count & 7)) | (value >> (-count & 7)));

    public static ushort rotate_left(ushort value, ushort count) =>
        (ushort)((value << (count & 15)) | (value >> (-count & 15)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rotate_left(uint value, uint count) => (value << (int)count) | (value >> -(int)count);

    public static ulong rotate_left(ulong value, ulong count) => (value << (int)count) | (value >> -(int)count);

    public static byte rotate_right(byte value, byte count) => rotate_left(value, (byte)-count);

    public static ushort rotate_right(ushort value, ushort count) => rotate_left(value, (ushort)-count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rotate_right(uint value, uint count) => (value >> (int)count) | (value << -(int)count);

    public static ulong rotate_right(ulong value, ulong count) => rotate_left(value, 0UL - count);

    /// <summary>Sum with the carry of the part below; the carry out is 0 or 1.</summary>
    public static uint addc(uint a, uint b, uint carry, uint* carry_out)
    {
        ulong sum = (ulong)a + b + carry;
        *carry_out = (uint)(sum >> 32);
        return (uint)sum;
    }

    public static byte addc(byte a, byte b, byte carry, byte* carry_out)
    {
        uint sum = (uint)(a + b + carry);
        *carry_out = (byte)(sum >> 8);
        return (byte)sum;
    }

    public static ushort addc(ushort a, ushort b, ushort carry, ushort* carry_out)
    {
        uint sum = (uint)(a + b + carry);
        *carry_out = (ushort)(sum >> 16);
        return (ushort)sum;
    }

    public static ulong addc(ulong a, ulong b, ulong carry, ulong* carry_out)
    {
        ulong half = a + b;
        ulong sum = half + carry;
        *carry_out = half < a || sum < half ? 1UL : 0;
        return sum;
    }

    public static uint subc(uint a, uint b, uint borrow, uint* borrow_out)
    {
        ulong difference = (ulong)a - b - borrow;
        *borrow_out = difference >> 32 != 0 ? 1u : 0;
        return (uint)difference;
    }

    public static byte subc(byte a, byte b, byte borrow, byte* borrow_out)
    {
        int difference = a - b - borrow;
        *borrow_out = (byte)(difference < 0 ? 1 : 0);
        return (byte)difference;
    }

    public static ushort subc(ushort a, ushort b, ushort borrow, ushort* borrow_out)
    {
        int difference = a - b - borrow;
        *borrow_out = (ushort)(difference < 0 ? 1 : 0);
        return (ushort)difference;
    }

    public static ulong subc(ulong a, ulong b, ulong borrow, ulong* borrow_out)
    {
        ulong half = a - b;
        *borrow_out = a < b || half < borrow ? 1UL : 0;
        return half - borrow;
    }

    public static bool is_aligned(uint value, uint alignment) => (value & (alignment - 1)) == 0;

    public static bool is_aligned(ulong value, ulong alignment) => (value & (alignment - 1)) == 0;

    public static uint align_down(uint value, uint alignment) => value & ~(alignment - 1);

    public static ulong align_down(ulong value, ulong alignment) => value & ~(alignment - 1);

    public static uint align_up(uint value, uint alignment) => (value + (alignment - 1)) & ~(alignment - 1);

    public static ulong align_up(ulong value, ulong alignment) => (value + (alignment - 1)) & ~(alignment - 1);
}
