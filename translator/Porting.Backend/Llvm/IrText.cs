using System.Globalization;
using System.Text;

namespace Porting.Backend.Llvm;

/// <summary>Spelling of LLVM's assembly language (LangRef): names, strings, numbers.</summary>
public static partial class IrText
{
    /// <summary>Number of the metadata node that says a branch is hardly ever taken.</summary>
    public const int Unlikely = 0;

    /// <summary>Of the node that says it is nearly always taken; far from those that are counted.</summary>
    public const int Likely = 1_000_000_000;

    /// <summary>A global's name. Quoted always: C's names may have any character.</summary>
    public static string Global(string symbol) => $"@\"{Escape(Decoded(symbol))}\"";

    /// <summary>The translator writes characters beyond ASCII as their numbers.</summary>
    public static string Decoded(string symbol) =>
        !symbol.Contains("__u", StringComparison.Ordinal)
            ? symbol
            : Encoded().Replace(symbol, m => ((char)System.Convert.ToInt32(m.Groups[1].Value, 16)).ToString());

    [System.Text.RegularExpressions.GeneratedRegex("__u([0-9a-f]{4})__")]
    private static partial System.Text.RegularExpressions.Regex Encoded();

    /// <summary>A word that may be missing, with a space behind it.</summary>
    public static string Word(string? word) => string.IsNullOrEmpty(word) ? "" : word + " ";

    /// <summary>The inside of a quoted string.</summary>
    public static string Escape(string text)
    {
        if (text.All(c => c is >= ' ' and < (char)127 and not ('"' or '\\')))
        {
            return text;
        }

        StringBuilder escaped = new();
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            Append(escaped, b);
        }

        return escaped.ToString();
    }

    /// <summary>A constant of bytes.</summary>
    public static string Bytes(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new("c\"");
        foreach (byte b in bytes)
        {
            Append(text, b);
        }

        return text.Append('"').ToString();
    }

    private static void Append(StringBuilder text, byte b)
    {
        if (b is >= 32 and < 127 and not (byte)'"' and not (byte)'\\')
        {
            text.Append((char)b);
        }
        else
        {
            text.Append('\\').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }
    }

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A double, or a float as the double of the same value: exact, by its bits. A float's NaN keeps its
    /// payload.</summary>
    public static string Real(double value) =>
        $"0x{BitConverter.DoubleToInt64Bits(value).ToString("X16", CultureInfo.InvariantCulture)}";

    public static bool IsNumber(string operand) => char.IsAsciiDigit(operand[0]) || operand[0] == '-';

    /// <summary>The module's flags, as metadata from number 1 on.</summary>
    public static string Flags(IReadOnlyList<string> flags)
    {
        IEnumerable<string> nodes = flags.Select((flag, i) => $"!{i + 1} = {flag}\n");
        IEnumerable<string> numbers = flags.Select((_, i) => $"!{i + 1}");
        return $"{string.Concat(nodes)}!llvm.module.flags = !{{{string.Join(", ", numbers)}}}\n";
    }
}
