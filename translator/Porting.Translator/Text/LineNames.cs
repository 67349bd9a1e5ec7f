using System.Globalization;
using System.Text.RegularExpressions;

namespace Porting.Translator.Text;

/// <summary>
/// <c>__LINE__</c> -> <c>__LINE__</c>: the text has the name, so that it does not change when lines above it come and
/// go; what it stands for is told beside it. While a file is put together its pieces move about, so each carries its
/// number with it, between characters that no source has.
/// </summary>
internal static partial class LineNames
{
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    public static string Of(long line) => string.Create(CultureInfo.InvariantCulture, $"__LINE__{Open}{line}{Close}");

    /// <summary>The text without the numbers, and the numbers in its order.</summary>
    public static (string Text, IReadOnlyList<int> Numbers) Settle(string text)
    {
        if (!text.Contains(Open))
        {
            return (text, []);
        }

        List<int> numbers = [];
        string settled = Number()
            .Replace(
                text,
                m =>
                {
                    numbers.Add(int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
                    return "";
                }
            );
        return (settled, numbers);
    }

    [GeneratedRegex("(?<=__LINE__)\uE000([0-9]+)\uE001")]
    private static partial Regex Number();
}
