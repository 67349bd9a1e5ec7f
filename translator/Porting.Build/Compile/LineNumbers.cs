using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Porting.Build.Compile;

/// <summary>
/// C's <c>__LINE__</c>. Generated text has it by name, so that a line put into the C changes one line of C# and not
/// every assertion below it. <c>__LINE__</c> -> <c>31</c>, before the C# is compiled: the compiler, and what it makes,
/// see the number of the C. Holds after: no <c>__LINE__</c> is left, and every character behind is in its old column.
/// </summary>
public static class LineNumbers
{
    private const string Name = "__LINE__";

    /// <summary>The text with its numbers. PORT5042 where they are not of this text.</summary>
    public static string PutIn(string text, SourceMap map, string path)
    {
        if (map.Numbers.Count == 0 && !text.Contains(Name, StringComparison.Ordinal))
        {
            return text;
        }

        int[] places =
        [
            .. SyntaxFactory
                .ParseTokens(text)
                .Where(t => t.IsKind(SyntaxKind.IdentifierToken) && t.Text == Name)
                .Select(t => t.SpanStart),
        ];
        if (places.Length != map.Numbers.Count)
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT5042",
                    new SourceLocation(path, 0, 0),
                    $"has {places.Length} times __LINE__, and its source map {map.Numbers.Count}; run 'port emit'"
                )
            );
        }

        StringBuilder put = new(text);
        for (int i = 0; i < places.Length; i++)
        {
            string number = map.Numbers[i].ToString(CultureInfo.InvariantCulture).PadRight(Name.Length);
            put.Remove(places[i], Name.Length).Insert(places[i], number[..Name.Length]);
        }

        return put.ToString();
    }
}
