namespace Mach.Boot;

/// <summary>What is wrong with an option of the command line.</summary>
internal enum OptionFault : byte
{
    None,
    Unknown,
    Twice,
    NoValue,
    Value,
    NoDecimal,
    NoHexadecimal,
    TooLarge,
    NoDash,
    NoComma,
    EmptyRange,
    ReversedRange,
    TooManyRanges,
}

/// <summary>
/// Numbers and ranges of the command line. A reader starts at a place in the text and leaves it behind what it has
/// read, or, with a fault, where the fault is. A value ends at a blank or at the end of the text.
///
/// <para>Knows nothing of the kernel; runs on a development host.</para>
/// </summary>
internal static unsafe class OptionText
{
    /// <summary>Whether a value ends here.</summary>
    public static bool IsEnd(sbyte character) => character is 0 or (sbyte)' ';

    /// <summary>A decimal number that is the whole rest of a value.</summary>
    public static OptionFault ReadNumber(sbyte** at, out uint number)
    {
        sbyte* start = *at;
        OptionFault fault = ReadDigits(at, 10, out ulong value);
        number = (uint)value;
        if (fault == OptionFault.None && !IsEnd(**at))
            fault = OptionFault.NoDecimal;
        if (fault == OptionFault.None && value > uint.MaxValue)
        {
            *at = start;
            fault = OptionFault.TooLarge;
        }
        return fault;
    }

    /// <summary>
    /// <c>START-END,START-END,...</c>, hexadecimal numbers of up to 64 bits, as the whole rest of a value. The part of
    /// each range below <paramref name="limit"/> is added to <paramref name="ranges"/>.
    /// </summary>
    public static OptionFault ReadRanges(sbyte** at, uint limit, MemoryRanges* ranges)
    {
        while (true)
        {
            OptionFault fault = ReadRange(at, limit, ranges);
            if (fault != OptionFault.None || IsEnd(**at))
                return fault;
            if (**at != (sbyte)',')
                return OptionFault.NoComma;
            ++*at;
        }
    }

    private static OptionFault ReadRange(sbyte** at, uint limit, MemoryRanges* ranges)
    {
        sbyte* range = *at;
        OptionFault fault = ReadDigits(at, 16, out ulong start);
        if (fault != OptionFault.None)
            return fault;
        if (**at != (sbyte)'-')
            return OptionFault.NoDash;
        ++*at;
        fault = ReadDigits(at, 16, out ulong end);
        if (fault != OptionFault.None)
            return fault;
        if (start < end && ranges->TryAdd(start, end - start, limit))
            return OptionFault.None;
        *at = range;
        return start == end ? OptionFault.EmptyRange
            : start > end ? OptionFault.ReversedRange
            : OptionFault.TooManyRanges;
    }

    // Hexadecimal digits may have 0x in front, and both may be upper or lower case.
    private static OptionFault ReadDigits(sbyte** at, uint radix, out ulong number)
    {
        sbyte* start = *at;
        if (radix == 16 && start[0] == (sbyte)'0' && start[1] is (sbyte)'x' or (sbyte)'X')
            *at += 2;
        sbyte* first = *at;
        number = 0;
        for (uint digit = DigitOf(**at); digit < radix; digit = DigitOf(*++*at))
        {
            ulong times = radix == 16 ? number << 4 : number * 10;
            if (number > (radix == 16 ? ulong.MaxValue >> 4 : ulong.MaxValue / 10) || times > ulong.MaxValue - digit)
            {
                *at = start;
                return OptionFault.TooLarge;
            }
            number = times + digit;
        }
        return *at != first ? OptionFault.None
            : radix == 16 ? OptionFault.NoHexadecimal
            : OptionFault.NoDecimal;
    }

    // 255 for what is no digit.
    private static uint DigitOf(sbyte character) =>
        character switch
        {
            >= (sbyte)'0' and <= (sbyte)'9' => (uint)(character - (sbyte)'0'),
            >= (sbyte)'a' and <= (sbyte)'f' => (uint)(character - (sbyte)'a') + 10,
            >= (sbyte)'A' and <= (sbyte)'F' => (uint)(character - (sbyte)'A') + 10,
            _ => 255,
        };
}
