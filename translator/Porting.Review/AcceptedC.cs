using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Porting.Clang.Parse;

namespace Porting.Review;

/// <summary>
/// The C that a handwritten replacement was ported from, or that a drop was decided on, with all that its meaning
/// depends on. As a file: a line <c>//: inline function queue_init (kern/queue.h) 0123456789abcdef</c> in front of the
/// text of each part; before the first of them, what the file is.
/// </summary>
public sealed partial class AcceptedC
{
    private static readonly Comparer<(PartKind Kind, string Name)> ByKindAndName = Comparer<(
        PartKind Kind,
        string Name
    )>.Create((a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : string.CompareOrdinal(a.Name, b.Name));

    private readonly SortedDictionary<(PartKind Kind, string Name), DefinitionPart> _parts = new(ByKindAndName);

    public AcceptedC(IEnumerable<DefinitionPart> parts)
    {
        foreach (DefinitionPart part in parts)
        {
            _parts[(part.Kind, part.Name)] = part;
        }
    }

    public IReadOnlyCollection<DefinitionPart> Parts => _parts.Values;

    /// <summary>16 hexadecimal digits that tell the meaning from any other: over kind, name and hash of each
    /// part.</summary>
    public string Hash
    {
        get
        {
            StringBuilder all = new();
            foreach (DefinitionPart part in Parts)
            {
                all.Append(part.Kind).Append(' ').Append(part.Name).Append(' ').Append(part.Hash).Append('\n');
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..16];
        }
    }

    /// <summary>What is not the same any more, in the order of the parts.</summary>
    public IReadOnlyList<PartChange> ChangesTo(AcceptedC now) =>
        [
            .. _parts
                .Keys.Union(now._parts.Keys)
                .Order(ByKindAndName)
                .Select(k => new PartChange(_parts.GetValueOrDefault(k), now._parts.GetValueOrDefault(k)))
                .Where(c => c.IsChange),
        ];

    public string Write(string title)
    {
        StringBuilder text = new($"// {title}\n");
        foreach (DefinitionPart part in Parts)
        {
            text.Append($"//: {PartNames.Of(part)} {part.Hash}\n");
            text.Append(LineOfPart().Replace(part.Text.TrimEnd('\n'), " $0")).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; a file of anything else has no parts.</summary>
    public static AcceptedC Read(string file)
    {
        Match[] lines = [.. LineOfPart().Matches(file).Cast<Match>()];
        List<DefinitionPart> parts = [];
        for (int i = 0; i < lines.Length; i++)
        {
            int begin = Math.Min(lines[i].Index + lines[i].Length + 1, file.Length);
            int end = i + 1 < lines.Length ? lines[i + 1].Index : file.Length;
            if (PartNames.Read(lines[i].Groups["part"].Value) is { } part)
            {
                parts.Add(
                    new DefinitionPart(
                        part.Kind,
                        part.Name,
                        part.File,
                        lines[i].Groups["hash"].Value,
                        file[begin..end].TrimEnd('\n')
                    )
                );
            }
        }

        return new AcceptedC(parts);
    }

    [GeneratedRegex("^//: (?<part>.+) (?<hash>[0-9a-f]{16})$", RegexOptions.Multiline)]
    private static partial Regex LineOfPart();
}

/// <summary>One part that has changed, come or gone.</summary>
public sealed record PartChange(DefinitionPart? Before, DefinitionPart? Now)
{
    private DefinitionPart Known => (Now ?? Before)!;

    /// <summary>Types are compared as what they come to, so a typedef more or less between is none.</summary>
    internal bool IsChange =>
        Before?.Hash != Now?.Hash && (Known.Kind != PartKind.Typedef || (Before != null && Now != null));

    /// <summary><c>macro splvm (i386/spl.h) changed</c></summary>
    public string Words =>
        PartNames.Of(Known)
        + (
            Before == null ? " is new"
            : Now == null ? " is used no more"
            : " changed"
        );

    /// <summary>The difference of its C; empty where the same text has another meaning, which another part
    /// explains.</summary>
    public string Difference
    {
        get
        {
            string file = Known.File.Length == 0 ? Known.Name : Known.File;
            return UnifiedDiff.Between(Before?.Text ?? "", Now?.Text ?? "", $"{file} as accepted", $"{file} now");
        }
    }
}
