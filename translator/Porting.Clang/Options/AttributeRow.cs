namespace Porting.Clang.Options;

/// <summary>What comes of an attribute (Attributes.txt, which says how it is read).</summary>
/// <param name="Kind">clang's name of it (clang/Basic/AttrList.inc).</param>
public sealed record AttributeRow(string Kind, OptionVerdict Verdict, string Reason)
{
    public static IReadOnlyList<AttributeRow> Read() => [.. Read(OptionTable.Text("Attributes.txt"))];

    private static IEnumerable<AttributeRow> Read(string text)
    {
        foreach (string section in text.Split("\n\n").Where(s => s.StartsWith('[')))
        {
            int end = section.IndexOf(']', StringComparison.Ordinal);
            string[] lines = section[(end + 1)..].Split('\n');
            OptionVerdict verdict = Enum.Parse<OptionVerdict>(section[1..end], ignoreCase: true);
            foreach (string kind in lines.Skip(1).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                yield return new AttributeRow(kind, verdict, lines[0].Trim());
            }
        }
    }
}
