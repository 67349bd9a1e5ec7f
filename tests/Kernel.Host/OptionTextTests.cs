using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using Mach.Boot;

namespace Kernel.Host;

/// <summary>Numbers and ranges of the command line against regular expressions and numbers of any length: every short
/// text of the characters that matter, and long ones.</summary>
public sealed unsafe partial class OptionTextTests
{
    private const uint Limit = 0xe0000000;

    private static readonly BigInteger Largest = ulong.MaxValue;

    [Fact]
    public void Every_short_text_is_read_as_ranges()
    {
        int wellFormed = 0;
        foreach (string text in Texts("01fAxX-,g ", 6))
            wellFormed += CheckRanges(text);
        Assert.True(wellFormed > 1_000, $"{wellFormed} texts were ranges");
    }

    [Fact]
    public void Every_short_text_is_read_as_a_number()
    {
        int wellFormed = 0;
        foreach (string text in Texts("0159a- x", 6))
            wellFormed += CheckNumber(text);
        Assert.True(wellFormed > 1_000, $"{wellFormed} texts were numbers");
    }

    /// <summary>Numbers of up to 20 digits, around 32 and 64 bits, and now and then a character that does not
    /// belong.</summary>
    [Fact]
    public void Long_texts_are_read_as_they_should_be()
    {
        Random random = new(1);
        int wellFormed = 0;
        for (int i = 0; i < 100_000; i++)
        {
            wellFormed += CheckNumber(LongNumber(random, "0123456789"));
            string text = string.Join(
                ',',
                Enumerable
                    .Range(0, random.Next(1, 6))
                    .Select(_ =>
                        $"{LongNumber(random, Hex)}{(random.Next(50) == 0 ? "" : "-")}{LongNumber(random, Hex)}"
                    )
            );
            wellFormed += CheckRanges(text);
        }
        Assert.True(wellFormed > 20_000, $"{wellFormed} texts were well formed");
    }

    [Theory]
    [InlineData("0-100000000", OptionFault.None, "")]
    [InlineData("0-10000000000000000", OptionFault.TooLarge, "10000000000000000")]
    [InlineData("0-0", OptionFault.EmptyRange, "0-0")]
    [InlineData("0-1000,2000-1000", OptionFault.ReversedRange, "2000-1000")]
    [InlineData("0-A0000,100000-FFFFFF", OptionFault.None, "")]
    [InlineData("0-1000,", OptionFault.NoHexadecimal, "")]
    [InlineData("1000", OptionFault.NoDash, "")]
    [InlineData("0-1000;2000-3000", OptionFault.NoComma, ";2000-3000")]
    public void Faults_have_their_place(string text, object fault, string place) =>
        Assert.Equal(((OptionFault)fault, place), ReadRanges(text, out _));

    [Fact]
    public void More_ranges_than_there_is_room_for_are_told()
    {
        string text = string.Join(',', Enumerable.Range(1, MemoryRanges.Max).Select(i => $"{i}000-{i}001"));
        Assert.Equal(OptionFault.None, ReadRanges(text, out _).Fault);
        Assert.Equal((OptionFault.TooManyRanges, "5-6"), ReadRanges(text + ",5-6", out _));
    }

    private const string Hex = "0123456789abcdefABCDEF";

    private static IEnumerable<string> Texts(string alphabet, int longest)
    {
        List<string> texts = [""];
        for (int at = 0; at < texts.Count; at++)
        {
            yield return texts[at];
            if (texts[at].Length < longest - 1)
                texts.AddRange(alphabet.Select(c => texts[at] + c));
            else if (texts[at].Length == longest - 1)
                foreach (char c in alphabet)
                    yield return texts[at] + c;
        }
    }

    private static string LongNumber(Random random, string digits)
    {
        StringBuilder text = new();
        if (digits.Length > 10 && random.Next(2) == 0)
            text.Append(random.Next(2) == 0 ? "0x" : "0X");
        if (random.Next(4) == 0)
            text.Append(digits[9], random.Next(30) / 2);
        for (int n = random.Next(1, random.Next(2) == 0 ? 9 : 20); n > 0; n--)
            text.Append(random.Next(200) == 0 ? 'z' : digits[random.Next(digits.Length)]);
        return text.ToString();
    }

    private static int CheckNumber(string text)
    {
        fixed (byte* bytes = Encoding.Latin1.GetBytes(text + "\0"))
        {
            sbyte* at = (sbyte*)bytes;
            OptionFault fault = OptionText.ReadNumber(&at, out uint number);
            Match match = DecimalNumber().Match(text);
            BigInteger value = match.Success ? BigInteger.Parse(match.Value, CultureInfo.InvariantCulture) : 0;
            bool fits = match.Success && value <= uint.MaxValue;
            Assert.True(fits == (fault == OptionFault.None), $"\"{text}\": {fault}");
            if (fits)
                Assert.Equal(value, number);
            else if (match.Success)
                Assert.Equal(OptionFault.TooLarge, fault);
            return fits ? 1 : 0;
        }
    }

    private static int CheckRanges(string text)
    {
        (OptionFault fault, string place) = ReadRanges(text, out MemoryRanges read);
        string value = text.Split(' ')[0];
        Match[] parts = [.. value.Split(',').Select(part => HexadecimalRange().Match(part))];
        bool isRight = parts.All(p => p.Success && Of(p, 1) < Of(p, 2) && Of(p, 2) <= Largest);
        Assert.True(isRight == (fault == OptionFault.None), $"\"{text}\": {fault} at \"{place}\"");
        if (!isRight)
        {
            Assert.EndsWith(place, text);
            return 0;
        }

        MemoryRanges expected = default;
        foreach (Match part in parts)
            Assert.True(expected.TryAdd((ulong)Of(part, 1), (ulong)(Of(part, 2) - Of(part, 1)), Limit));
        Assert.Equal(Bytes(expected), Bytes(read));
        return 1;
    }

    private static byte[] Bytes(MemoryRanges ranges) => new ReadOnlySpan<byte>(&ranges, sizeof(MemoryRanges)).ToArray();

    private static BigInteger Of(Match match, int group) =>
        BigInteger.Parse("0" + match.Groups[group].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static (OptionFault Fault, string Place) ReadRanges(string text, out MemoryRanges ranges)
    {
        MemoryRanges read = default;
        fixed (byte* bytes = Encoding.Latin1.GetBytes(text + "\0"))
        {
            sbyte* at = (sbyte*)bytes;
            OptionFault fault = OptionText.ReadRanges(&at, Limit, &read);
            ranges = read;
            int offset = (int)(at - (sbyte*)bytes);
            Assert.InRange(offset, 0, text.Length);
            return (fault, text[offset..]);
        }
    }

    [GeneratedRegex("^[0-9]+(?= |$)")]
    private static partial Regex DecimalNumber();

    [GeneratedRegex("^(?:0[xX])?([0-9a-fA-F]+)-(?:0[xX])?([0-9a-fA-F]+)$")]
    private static partial Regex HexadecimalRange();
}
