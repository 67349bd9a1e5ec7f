using System.Text.RegularExpressions;
using Porting.Backend.Llvm;

namespace Porting.Backend.Lower;

/// <summary>
/// What is local to a module, in its text: shared where another module asks for it, and otherwise by its name in C, if
/// that is nobody else's there.
/// </summary>
internal sealed partial class LocalNames
{
    private readonly Dictionary<string, (string Name, bool IsOfC)> _inC = new(StringComparer.Ordinal);

    /// <summary>C's name of something static, which has another one that tells it from those of other modules.</summary>
    /// <param name="isOfC">It is a symbol in C too, which assembler of the file knows by that name.</param>
    public void Add(string symbol, string inC, bool isOfC) => _inC[symbol] = (inC, isOfC);

    /// <param name="asked">Symbols that other modules refer to.</param>
    /// <param name="mentioned">Words of assembler: what is no symbol in C does not get such a name.</param>
    public string Finish(string text, IReadOnlySet<string> asked, IReadOnlySet<string> mentioned)
    {
        text = Shared(text, asked);
        if (_inC.Count == 0)
        {
            return text;
        }

        HashSet<string> taken = [.. Quoted().Matches(text).Select(m => m.Groups["name"].Value)];
        Dictionary<string, string> names = _inC.Where(n => !asked.Contains(n.Key))
            .GroupBy(n => n.Value.Name)
            .Where(g =>
                g.Count() == 1
                && !taken.Contains(g.Key)
                && !mentioned.Contains(g.First().Key)
                && (!mentioned.Contains(g.Key) || g.First().Value.IsOfC)
            )
            .ToDictionary(g => g.First().Key, g => g.Key, StringComparer.Ordinal);
        return Quoted()
            .Replace(
                text,
                m => names.TryGetValue(m.Groups["name"].Value, out string? inC) ? IrText.Global(inC) : m.Value
            );
    }

    /// <summary>A symbol, or a string, in which an at sign is nothing but a character.</summary>
    [GeneratedRegex("@\"(?<name>[^\"\n]*)\"|\"[^\"\n]*\"")]
    private static partial Regex Quoted();

    private static string Shared(string text, IReadOnlySet<string> asked) =>
        asked.Count == 0
            ? text
            : LocalDefinition()
                .Replace(
                    text,
                    match =>
                        asked.Contains(match.Groups["name"].Value.Trim('"'))
                            ? $"{match.Groups["head"].Value}dso_local {match.Groups["tail"].Value}"
                            : match.Value
                );

    [GeneratedRegex(
        """^(?<head>define )internal (?<tail>[^@\n]*@(?<name>"[^"]*"|[^(\n]*)\()|^(?<head>@(?<name>"[^"]*"|[^ \n]*) = )internal (?<tail>)""",
        RegexOptions.Multiline
    )]
    private static partial Regex LocalDefinition();
}
