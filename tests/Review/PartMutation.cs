using System.Text.RegularExpressions;
using Porting.Clang.Parse;

namespace Porting.Review.Tests;

/// <summary>A change of the C that changes one part of some definitions, and compiles.</summary>
/// <param name="File">The changed file below the source root.</param>
/// <param name="Begin">Where text is taken out.</param>
/// <param name="End">Where that ends.</param>
/// <param name="Text">What stands there instead.</param>
/// <param name="Member">Of a struct, the member that changes; it concerns those alone that name it. Empty: the
/// whole.</param>
internal sealed record PartMutation(string File, int Begin, int End, string Text, string Member = "")
{
    /// <summary>Vanishes when the preprocessor is done.</summary>
    private const string Nothing = "port_nothing";

    /// <summary>The changes for a part: more than one where it can change in several ways.</summary>
    /// <param name="unit">The C file of a definition that has it.</param>
    /// <param name="read">The text of a file.</param>
    public static IEnumerable<PartMutation> Of(DefinitionPart part, string unit, Func<string, string> read)
    {
        string file = part.File.StartsWith('<') || part.File.Length == 0 ? unit : part.File;
        string text = read(file);
        string code = CSource.WithoutComments(text);
        int at = text.IndexOf(part.Text, StringComparison.Ordinal);
        switch (part.Kind)
        {
            case PartKind.Text when part.Text.Contains('{', StringComparison.Ordinal) && !part.Text.Contains('='):
            case PartKind.Text when part.Text.EndsWith('}') && part.Text.Contains(')'):
            case PartKind.Inline:
                return [Inserted(file, at + part.Text.IndexOf('{', StringComparison.Ordinal) + 1, " ;")];
            case PartKind.Text:
                return [Replaced(file, text, part.Name, at, $"({part.Name})")];
            case PartKind.Declaration or PartKind.Prototype or PartKind.Object:
                return [WithAttribute(part, file, code)];
            case PartKind.Macro when part.File.StartsWith('<'):
                return
                [
                    Inserted(
                        file,
                        FirstDefinition(text),
                        $"#undef {part.Name}\n{part.Text} {Nothing}\n#define {Nothing}\n"
                    ),
                ];
            case PartKind.Macro:
                return Macro(part, file, text);
            case PartKind.Layout:
                return Layout(part, file, code);
            case PartKind.Typedef when part.File.StartsWith('<'):
                Assert.Equal("size_t", part.Name); // the only one of the compiler's that is in use
                return [Inserted(file, 0, "#undef __SIZE_TYPE__\n#define __SIZE_TYPE__ volatile unsigned int\n")];
            case PartKind.Typedef:
                return Typedef(part, file, code);
            case PartKind.Enumeration:
                int body = text.IndexOf('{', CSource.WordAt(text, part.Name));
                return [Inserted(file, CSource.Behind(text, body) - 1, ", port_minus = -1")];
            case PartKind.Enumerator:
                return [Enumerator(part, file, code)];
            case PartKind.Initializer when part.Text.EndsWith('}'):
                int close = at + part.Text.Length - 1;
                int last = text[..close].TrimEnd().Length - 1;
                return [text[last] == ',' ? new PartMutation(file, last, last + 1, "") : Inserted(file, close, ",")];
            case PartKind.Initializer:
                int value = text.IndexOf(
                    part.Text,
                    text.IndexOf('=', CSource.WordAt(code, part.Name)),
                    StringComparison.Ordinal
                );
                return [new PartMutation(file, value, value + part.Text.Length, $"({part.Text})")];
            default:
                return [];
        }
    }

    /// <summary>Whether a part of the same name has what changes.</summary>
    public bool Concerns(DefinitionPart part) =>
        Member.Length == 0 || new Regex($@"\b{Member}(\[[^\]]*\])*( : \d+)?; // at").IsMatch(part.Text);

    public string Applied(string text) => text[..Begin] + Text + text[End..];

    private static PartMutation Inserted(string file, int at, string text) => new(file, at, at, text);

    private static PartMutation Replaced(string file, string text, string name, int from, string by)
    {
        int at = CSource.WordAt(text, name, from);
        return new PartMutation(file, at, at + name.Length, by);
    }

    /// <summary>Before the first line that is none of the preprocessor's: everything is included by then.</summary>
    private static int FirstDefinition(string text) =>
        text.LastIndexOf("\n#include", StringComparison.Ordinal) is var last && last >= 0
            ? text.IndexOf('\n', last + 1) + 1
            : 0;

    /// <summary>Where it is declared first, an attribute more: later ones clang does not heed.</summary>
    private static PartMutation WithAttribute(DefinitionPart part, string file, string code)
    {
        bool isFunction = new Regex($@"\b{Regex.Escape(part.Name)}\(").IsMatch(part.Text);
        string name = Regex.Escape(part.Name);
        Match match = new Regex(
            isFunction ? $@"^(?![ \t#]).*?\b(?={name}\s*\()" : $@"^(?![ \t#]).*?\b{name}\b(\s*\[[^\]]*\])*",
            RegexOptions.Multiline
        ).Match(code);
        Assert.True(match.Success, $"{file} does not declare {part.Name}");
        string attribute = isFunction ? "__attribute__((cold)) " : " __attribute__((unused))";
        return Inserted(file, match.Index + match.Length, attribute);
    }

    /// <summary>All definitions of it, for one of them is in force.</summary>
    private static IEnumerable<PartMutation> Macro(DefinitionPart part, string file, string text)
    {
        string definition = part.Text["#define ".Length..];
        Match match = new Regex(@"#[ \t]*define[ \t]+(" + Regex.Escape(definition) + ")").Match(text);
        Assert.True(match.Success, $"{file} does not define {part.Name}");
        int line = text.LastIndexOf('\n', match.Index) + 1;
        string fresh = $"#define {Nothing}\n{text[line..(match.Index + match.Length)]} {Nothing}";
        return [new PartMutation(file, line, match.Index + match.Length, fresh)];
    }

    /// <summary>One member more, and each named one volatile.</summary>
    private static IEnumerable<PartMutation> Layout(DefinitionPart part, string file, string text)
    {
        string tag = part.Name[(part.Name.IndexOf(' ') + 1)..];
        Match match = new Regex($@"\b(struct|union)\s+{Regex.Escape(tag)}\s*\{{").Match(text);
        int open = match.Success ? match.Index + match.Length - 1 : OpenOfTypedef(text, tag);
        int end = CSource.Behind(text, open) - 1;
        yield return Inserted(file, end, " int port_more; ");
        foreach (Match member in new Regex(@"\b(\w+)(\[[^\]]*\])*( : \d+)?; // at").Matches(part.Text))
        {
            int at = CSource.WordAt(text[..end], member.Groups[1].Value, open);
            int begin = text.LastIndexOfAny([';', '{', '}'], at) + 1;
            yield return Inserted(file, begin, " volatile ") with
            {
                Member = member.Groups[1].Value,
            };
        }
    }

    private static int OpenOfTypedef(string text, string name)
    {
        Match match = new Regex($@"\}}\s*{Regex.Escape(name)}\s*;").Match(text);
        Assert.True(match.Success, $"no type {name}");
        int depth = 0;
        for (int i = match.Index; i >= 0; i--)
        {
            depth +=
                text[i] == '}' ? 1
                : text[i] == '{' ? -1
                : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        throw new InvalidDataException("a bracket is not opened");
    }

    /// <summary>Qualified: nothing that is computed with it changes.</summary>
    private static IEnumerable<PartMutation> Typedef(DefinitionPart part, string file, string text)
    {
        Match match = new Regex($@"\btypedef\b[^;]*?\b({Regex.Escape(part.Name)})\b\s*(;|\(|\[|,|\))").Match(text);
        if (!match.Success)
        {
            match = new Regex($@"\}}\s*\**\s*({Regex.Escape(part.Name)})\s*;").Match(text);
        }

        Assert.True(match.Success, $"{file} does not define {part.Name}");
        yield return Inserted(file, match.Groups[1].Index, "volatile ");
    }

    private static PartMutation Enumerator(DefinitionPart part, string file, string text)
    {
        Match match = new Regex($@"\b{Regex.Escape(part.Name)}\b(\s*=[^,}}/\n]*)?").Match(text);
        Assert.True(match.Success, $"{file} does not define {part.Name}");
        return new PartMutation(file, match.Index, match.Index + match.Length, $"{part.Name} = {1000 + match.Index}");
    }
}
