using System.Text.RegularExpressions;

namespace Porting.Clang.Options;

/// <summary>An option as it stands on a command line.</summary>
/// <param name="Words">The words that it takes up.</param>
public sealed record FoundOption(CompilerOption Option, IReadOnlyList<string> Words)
{
    /// <summary>What stands behind the name, in the same word or the next one.</summary>
    public string Value => Words.Count > 1 ? Words[1] : Words[0][Math.Min(Option.Name.Length, Words[0].Length)..];

    /// <summary>-f options with their values joined to them: what is for the code generator is told by how a word
    /// begins.</summary>
    public IReadOnlyList<string> JoinedWords => Words is [['-', 'f', ..] name, var value] ? [$"{name}={value}"] : Words;
}

/// <summary>
/// Every option of clang's driver with what comes of it: the text CompilerOptions.txt, which says how it is read. An
/// option that is not there is unknown. Errors are PORT9001 (unknown, or without its value) and PORT9012 (refused).
/// </summary>
public sealed partial class OptionTable
{
    private readonly Dictionary<string, CompilerOption> _flags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompilerOption> _joined = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompilerOption> _separate = new(StringComparer.Ordinal);

    public static OptionTable Clang { get; } = Read(Text("CompilerOptions.txt"));

    public List<CompilerOption> All { get; } = [];

    internal static string Text(string name)
    {
        using Stream stream = typeof(OptionTable).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    public static OptionTable Read(string text)
    {
        OptionTable table = new();
        foreach ((string verdict, string destination, string reason, string[] names) in Sections(text))
        {
            foreach (string name in names.SelectMany(WithNegation))
            {
                table.Add(
                    name,
                    Enum.Parse<OptionVerdict>(verdict, ignoreCase: true),
                    Enum.Parse<OptionDestination>(destination, ignoreCase: true),
                    reason
                );
            }
        }

        return table;
    }

    /// <summary><c>[verdict destination] reason</c>, which may go on in lines that begin with a blank, then
    /// names.</summary>
    private static IEnumerable<(string Verdict, string Destination, string Reason, string[] Names)> Sections(
        string text
    ) =>
        from Match match in SectionText().Matches(text.Replace("\r", "", StringComparison.Ordinal))
        select (
            match.Groups["verdict"].Value,
            match.Groups["to"].Value,
            Blanks().Replace(match.Groups["reason"].Value.Trim(), " "),
            match.Groups["names"].Value.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        );

    [GeneratedRegex(
        @"^\[(?<verdict>\w+) (?<to>\w+)\](?<reason>.*\n(?: .*\n)*)(?<names>(?:-.*\n)+)",
        RegexOptions.Multiline
    )]
    private static partial Regex SectionText();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private static IEnumerable<string> WithNegation(string name) =>
        name.Split("[no-]") is [var front, var back] ? [front + back, $"{front}no-{back}"] : [name];

    private void Add(string written, OptionVerdict verdict, OptionDestination destination, string reason)
    {
        OptionForm form = written[^1] switch
        {
            '+' => OptionForm.Joined,
            '_' => OptionForm.Separate,
            '*' => OptionForm.Either,
            ',' => OptionForm.CommaJoined,
            '@' => OptionForm.TwoWords,
            '?' or '!' => OptionForm.Other,
            _ => OptionForm.Flag,
        };
        CompilerOption option = new(
            form == OptionForm.Flag && written[^1] != '.' ? written : written[..^1],
            form,
            verdict,
            destination,
            reason
        );
        All.Add(option);
        if (form is OptionForm.Flag)
        {
            _flags.Add(option.Name, option);
        }

        if (form is OptionForm.Joined or OptionForm.Either or OptionForm.CommaJoined or OptionForm.Other)
        {
            _joined.Add(option.Name, option);
        }

        if (form is OptionForm.Separate or OptionForm.Either or OptionForm.TwoWords or OptionForm.Other)
        {
            _separate.Add(option.Name, option);
        }
    }

    /// <summary>The option that a word is, and the words that it takes; null when there is none.</summary>
    public FoundOption? Find(IReadOnlyList<string> words, int at)
    {
        string word = words[at];
        if (_flags.TryGetValue(word, out CompilerOption? flag))
        {
            return new FoundOption(flag, [word]);
        }

        if (_separate.TryGetValue(word, out CompilerOption? separate))
        {
            int count = separate.Form == OptionForm.TwoWords ? 2 : 1;
            return at + count < words.Count
                ? new FoundOption(separate, [.. words.Skip(at).Take(count + 1)])
                : throw Wrong($"argument to '{word}' is missing");
        }

        if (
            word.StartsWith("--", StringComparison.Ordinal)
            && Find([word[1..], ""], 0) is { Option.Destination: OptionDestination.Driver } query
        )
        {
            return query with { Words = [word] }; // --help and --print-...
        }

        // The longest name that the word begins with: -fsanitize-trap= before -fsanitize=, -std= before -s.
        for (int length = word.Length; length > 1; length--)
        {
            if (_joined.TryGetValue(word[..length], out CompilerOption? joined))
            {
                return new FoundOption(joined, [word]);
            }
        }

        return null;
    }

    /// <summary>The option at a place of a command line; an exception when it is unknown or refused.</summary>
    public FoundOption Accept(IReadOnlyList<string> words, int at)
    {
        FoundOption found = Find(words, at) ?? throw Wrong($"unknown argument: '{words[at]}'");
        CompilerOption option = found.Option;
        return option.Verdict switch
        {
            OptionVerdict.Refused => throw Refused(words[at], option.Reason),
            OptionVerdict.Checked => Checked(found, words),
            _ => found,
        };
    }

    private FoundOption Checked(FoundOption found, IReadOnlyList<string> words)
    {
        if (found.Option.Name == "-Xclang")
        {
            string word = found.Value;
            // A value of the word before, or an option that the driver has as well and that is the front end's.
            bool isFront =
                !word.StartsWith('-') || Find([word, ""], 0) is { Option.Destination: OptionDestination.Front };
            return isFront ? found : throw Refused($"-Xclang {word}", "of clang's front end alone");
        }

        if (found.Option.Name.StartsWith("-f", StringComparison.Ordinal))
        {
            return
                found.Option.Name != "-fsanitize=" || OperationChecks.Missing(found.Value.Split(',')) is not { } other
                ? found
                : throw Refused($"-fsanitize={other}", found.Option.Reason);
        }

        bool isNarrowed = words.Any(w => w is "-m32" or "-m16");
        return TargetName().IsMatch(isNarrowed ? Wide().Replace(found.Value, "i386") : found.Value)
            ? found
            : throw Refused(string.Join(' ', found.Words), "the target is i386 Linux");
    }

    /// <summary>The processor that -m32 makes an i386.</summary>
    [GeneratedRegex("^x86_64(?=-)|^amd64(?=-)")]
    private static partial Regex Wide();

    [GeneratedRegex(@"^i[3-6]86(-\w+)?(-linux(-gnu)?|-elf|-none-elf|-unknown-none)$")]
    private static partial Regex TargetName();

    private static PortException Refused(string word, string reason) =>
        new(PortDiagnostic.Error("PORT9012", SourceLocation.None, $"{word} is not supported: {reason}"));

    private static PortException Wrong(string message) =>
        new(PortDiagnostic.Error("PORT9001", SourceLocation.None, message));
}
