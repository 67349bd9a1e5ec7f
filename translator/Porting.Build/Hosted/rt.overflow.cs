namespace Porting;

/// <summary>
/// Arithmetic that tells whether it went beyond the type (GCC manual, "Built-in Functions to Perform Arithmetic with
/// Overflow Checking"): computed in 128 bits, which hold every sum, difference and product of two 64-bit numbers of
/// either signedness, and compared with what the result's type keeps of it.
/// </summary>
internal static unsafe partial class rt
{
    /// <summary>A two's complement number of 128 bits.</summary>
    internal struct wide
    {
        public ulong low;
        public ulong high;

        public wide(ulong low, ulong high)
        {
            this.low = low;
            this.high = high;
        }

        public static implicit operator wide(long value) => new wide((ulong)value, value < 0 ? ~0UL : 0);

        public static implicit operator wide(ulong value) => new wide(value, 0);

        public static wide operator +(wide a, wide b)
        {
            ulong low = a.low + b.low;
            return new wide(low, a.high + b.high + (low < a.low ? 1UL : 0));
        }

        public static wide operator -(wide a) => new wide(0UL - a.low, ~a.high + (a.low == 0 ? 1UL : 0));

        /// <summary>Modulo 2^128, which loses nothing here: the operands come from 64 bits.</summary>
        public static wide operator *(wide a, wide b)
        {
            ulong a0 = (uint)a.low,
                a1 = a.low >> 32,
                b0 = (uint)b.low,
                b1 = b.low >> 32;
            ulong p00 = a0 * b0,
                p01 = a0 * b1,
                p10 = a1 * b0,
                p11 = a1 * b1;
            ulong middle = (p00 >> 32) + (uint)p01 + (uint)p10;
            ulong low = (middle << 32) | (uint)p00;
            ulong high = p11 + (p01 >> 32) + (p10 >> 32) + (middle >> 32);
            return new wide(low, high + (a.high * b.low) + (a.low * b.high));
        }

        public bool is_signed(int bits)
        {
            long top = (long)low << (64 - bits) >> (64 - bits);
            return (ulong)top == low && high == (top < 0 ? ~0UL : 0);
        }

        public bool is_unsigned(int bits) => high == 0 && (bits == 64 || low >> bits == 0);
    }

    private static bool put(wide value, sbyte* result)
    {
        *result = (sbyte)value.low;
        return !value.is_signed(8);
    }

    private static bool put(wide value, byte* result)
    {
        *result = (byte)value.low;
        return !value.is_unsigned(8);
    }

    private static bool put(wide value, short* result)
    {
        *result = (short)value.low;
        return !value.is_signed(16);
    }

    private static bool put(wide value, ushort* result)
    {
        *result = (ushort)value.low;
        return !value.is_unsigned(16);
    }

    private static bool put(wide value, int* result)
    {
        *result = (int)value.low;
        return !value.is_signed(32);
    }

    private static bool put(wide value, uint* result)
    {
        *result = (uint)value.low;
        return !value.is_unsigned(32);
    }

    private static bool put(wide value, long* result)
    {
        *result = (long)value.low;
        return !value.is_signed(64);
    }

    private static bool put(wide value, ulong* result)
    {
        *result = (ulong)value.low;
        return !value.is_unsigned(64);
    }

    public static bool add_overflow(wide a, wide b, sbyte* result) => put(a + b, result);

    public static bool sub_overflow(wide a, wide b, sbyte* result) => put(a + (-b), result);

    public static bool mul_overflow(wide a, wide b, sbyte* result) => put(a * b, result);

    public static bool add_overflow(wide a, wide b, byte* result) => put(a + b, result);

    public static bool sub_overflow(wide a, wide b, byte* result) => put(a + (-b), result);

    public static bool mul_overflow(wide a, wide b, byte* result) => put(a * b, result);

    public static bool add_overflow(wide a, wide b, short* result) => put(a + b, result);

    public static bool sub_overflow(wide a, wide b, short* result) => put(a + (-b), result);

    public static bool mul_overflow(wide a, wide b, short* result) => put(a * b, result);

    public static bool add_overflow(wide a, wide b, ushort* result) => put(a + b, result);

    public static bool sub_overflow(wide a, wide b, ushort* result) => put(a + (-b), result);

    public static bool mul_overflow(wide a, wide b, ushort* result) => put(a * b, result);

    public static bool add_overflow(wide a, wide b, int* result) => put(a + b, result);

    public static bool sub_overflow(wide a, wide b, int* result) => put(a + (-b), result);

    public static bool mul_overflow(wide a, wide b, int* result) => put(a * b, result);

    public static bool add_overflow(wide a, wide b, uint* result) => put(a + b, result);

    public static bool sub_overflow(wide a, wide b, uint* result) => put(a + (-b), result);

    public static bool mul_overflow(wide a, wide b, uint* result) => put(a * b, result);

    public static bool add_overflow(wide a, wide b, long* result) => put(a + b, result);

    public static bool sub_overflow(wide a, wide b, long* result) => put(a + (-b), result);

    public static bool mul_overflow(wide a, wide b, long* result) => put(a * b, result);

    public static bool add_overflow(wide a, wide b, ulong* result) => put(a + b, result);

    public static bool sub_overflow(wide a, wide b, ulong* result) => put(a + (-b), result);

    public static bool mul_overflow(wide a, wide b, ulong* result) => put(a * b, result);
}
