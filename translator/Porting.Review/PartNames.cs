using Porting.Clang.Parse;

namespace Porting.Review;

/// <summary>Parts of a definition in words: <c>inline function queue_init (kern/queue.h)</c>.</summary>
internal static class PartNames
{
    private static readonly (PartKind Kind, string Words)[] Words =
    [
        (PartKind.Text, "text of"),
        (PartKind.Declaration, "declaration of"),
        (PartKind.Macro, "macro"),
        (PartKind.Layout, "layout of"),
        (PartKind.Typedef, "typedef"),
        (PartKind.Enumeration, "enumeration"),
        (PartKind.Enumerator, "enumerator"),
        (PartKind.Inline, "inline function"),
        (PartKind.Prototype, "prototype of"),
        (PartKind.Object, "object"),
        (PartKind.Initializer, "initialiser of"),
        (PartKind.Include, "included file"),
    ];

    public static string Of(DefinitionPart part)
    {
        string name = $"{Words.First(w => w.Kind == part.Kind).Words} {part.Name}";
        return part.File.Length == 0 ? name : $"{name} ({part.File})";
    }

    /// <summary>Reads what <see cref="Of"/> gives; null for anything else.</summary>
    public static (PartKind Kind, string Name, string File)? Read(string words)
    {
        foreach ((PartKind kind, string start) in Words)
        {
            if (words.StartsWith(start + " ", StringComparison.Ordinal))
            {
                string rest = words[(start.Length + 1)..];
                int open = rest.EndsWith(')') ? rest.LastIndexOf(" (", StringComparison.Ordinal) : -1;
                return open < 0 ? (kind, rest, "") : (kind, rest[..open], rest[(open + 2)..^1]);
            }
        }

        return null;
    }
}
