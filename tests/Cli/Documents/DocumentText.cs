using System.Text.RegularExpressions;
using Porting.Tests;

namespace Porting.Cli.Tests.Documents;

/// <summary>A command as a document prints it, with the output that is printed below; empty when there is none.</summary>
/// <param name="Place">Document and line.</param>
internal sealed record Transcript(string Place, string Command, IReadOnlyList<string> Output);

/// <summary>Text that a document sets as code.</summary>
internal sealed record CodeSpan(string Place, string Text);

/// <summary>A page of Markdown: the code that it prints.</summary>
internal sealed partial class DocumentText
{
    private readonly string _name;
    private readonly List<(string Language, int Line, string[] Lines)> _blocks = [];
    private readonly List<CodeSpan> _spans = [];

    /// <param name="name">Path in the repository.</param>
    public DocumentText(string name)
    {
        _name = name;
        List<string>? block = null;
        (string language, int first, int number) = ("", 0, 0);
        foreach (string line in File.ReadAllLines(Repository.At(name)))
        {
            number++;
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (block == null)
                {
                    (block, language, first) = ([], line[3..], number + 1);
                }
                else
                {
                    _blocks.Add((language, first, [.. block]));
                    block = null;
                }
            }
            else if (block != null)
            {
                block.Add(line);
            }
            else
            {
                string place = $"{name}:{number}";
                _spans.AddRange(Span().Matches(line).Select(m => new CodeSpan(place, m.Groups[1].Value)));
                _spans.AddRange(Link().Matches(line).Select(m => new CodeSpan(place, m.Groups[1].Value)));
            }
        }
    }

    /// <summary>Inline code, and where links lead.</summary>
    public IReadOnlyList<CodeSpan> Spans => _spans;

    /// <summary>The blocks of a language.</summary>
    public IEnumerable<string> Blocks(string language) =>
        _blocks.Where(b => b.Language == language).Select(b => string.Join('\n', b.Lines));

    /// <summary>Commands with their output: lines that begin with <c>$</c>, and those below. One that goes on in the
    /// background stays with the one that follows.</summary>
    public IEnumerable<Transcript> Transcripts()
    {
        foreach ((_, int first, string[] lines) in _blocks.Where(b => b.Language.Length == 0))
        {
            string begun = "";
            for (int i = 0; i < lines.Length; i++)
            {
                if (!lines[i].StartsWith("$ ", StringComparison.Ordinal))
                {
                    continue;
                }

                string command = begun + lines[i][2..];
                begun = command.EndsWith('&') ? command + "\n" : "";
                if (begun.Length == 0)
                {
                    string[] output =
                    [
                        .. lines.Skip(i + 1).TakeWhile(l => !l.StartsWith("$ ", StringComparison.Ordinal)),
                    ];
                    yield return new Transcript($"{_name}:{first + i}", command, output);
                }
            }
        }
    }

    /// <summary>Every command line: transcripts, lines of blocks and inline code that begin with a program.</summary>
    public IEnumerable<CodeSpan> Commands() =>
        [
            .. Transcripts().Select(t => new CodeSpan(t.Place, t.Command)),
            .. _blocks
                .Where(b => b.Language.Length == 0)
                .SelectMany(b =>
                    b.Lines.Select((l, i) => new CodeSpan($"{_name}:{b.Line + i}", Comment().Replace(l, "")))
                )
                .Concat(_spans)
                .Where(s => Program().IsMatch(s.Text)),
        ];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"\]\(([^)#]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+# .*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(\./|(port|make|qemu-\S+|gdb|git|dotnet|addr2line|apt-get) )")]
    private static partial Regex Program();
}
