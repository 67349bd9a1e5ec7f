using System.Text.Json;
using System.Text.RegularExpressions;
using Porting.Tests;

namespace Porting.Cli.Tests.Documents;

/// <summary>
/// README and CONTRIBUTING say what is true: files that they name are there, samples of code are what is in the files,
/// and each command is run as printed or, where it says so at the command, in the cheapest form that is still it.
/// Targets of build.sh take minutes to hours and cannot run below a test that one of them runs: that there is such a
/// target, with such options, is what is asked of them.
/// </summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Guides = ["README.md", "CONTRIBUTING.md"];

    public static TheoryData<string> Documents =>
        [.. Guides, "ARCHITECTURE.md", .. Directory.EnumerateFiles(Repository.At("docs")).Select(Relative).Order()];

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);

    private static readonly Lazy<string[]> Files = new(() =>
        [
            .. Shell
                .Run(Repository.Root, "git ls-files -co --exclude-standard")
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        ]
    );

    /// <summary>What a build makes.</summary>
    private static readonly string[] Made =
    [
        "compile_commands.json",
        "artifacts/demo/index.html",
        "artifacts/campaigns/csmith/00013",
        "artifacts/cache/emit",
        "artifacts/cache",
        "artifacts/facts",
        "artifacts/kernel",
        "artifacts/report",
        "handwritten/Replaced",
    ];

    /// <summary>A path in prose may begin anywhere in the tree, and may leave out its extension.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void Files_that_are_named_are_there(string document)
    {
        string folder = Path.GetDirectoryName(document)!;
        CodeSpan[] missing =
        [
            .. new DocumentText(document).Spans.Where(s =>
                FilePath().IsMatch(s.Text)
                && !Made.Contains(s.Text)
                && !Path.Exists(Path.GetFullPath(s.Text, Repository.At(folder)))
                && !Files.Value.Any(f => ("/" + f).Contains("/" + s.Text.TrimEnd('/'), StringComparison.Ordinal))
            ),
        ];
        Assert.True(missing.Length == 0, string.Join('\n', missing.Select(m => $"{m.Place}: no file '{m.Text}'")));
    }

    /// <summary>Each sample of C is in original-c, each of C# in kernel-generated or in handwritten code.</summary>
    [Theory]
    [InlineData("c", "original-c")]
    [InlineData("csharp", "kernel-")]
    public void Samples_of_code_are_in_the_tree(string language, string folder)
    {
        string[] samples = [.. Guides.SelectMany(g => new DocumentText(g).Blocks(language))];
        Assert.NotEmpty(samples);
        string[] texts =
        [
            .. Files
                .Value.Where(f => f.StartsWith(folder, StringComparison.Ordinal) && File.Exists(Repository.At(f)))
                .Select(f => Unindented().Replace(File.ReadAllText(Repository.At(f)), "")),
        ];
        Assert.All(
            samples,
            s => Assert.True(texts.Any(t => t.Contains(Unindented().Replace(s, ""), StringComparison.Ordinal)), s)
        );
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Verbs_and_options_of_the_tool_are_there(string document)
    {
        string[] wrong =
        [
            .. new DocumentText(document)
                .Commands()
                .Select(c => (c.Place, Words: Words(c.Text)))
                .Where(c => c.Words[0] is "./port" or "port" && c.Words[1] != "cc")
                .SelectMany(c =>
                    c.Words.Skip(2)
                        .TakeWhile(w => w != "--")
                        .Where(w => w.StartsWith('-') && !Help(c.Words[1]).Contains(w.Split('=')[0]))
                        .Concat(c.Words.Skip(1).Take(1).Where(w => !w.StartsWith('-') && !Help("").Contains($"  {w} ")))
                        .Select(w => $"{c.Place}: '{w}'")
                ),
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    private static readonly Dictionary<string, string> Helps = new(StringComparer.Ordinal);

    private static string Help(string verb)
    {
        lock (Helps)
        {
            return Helps.TryGetValue(verb, out string? known)
                ? known
                : Helps[verb] = PortTool
                    .Run(Repository.Root, [.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"])
                    .Output.Replace(",", "  ", StringComparison.Ordinal);
        }
    }

    private static string[] Words(string command) =>
        command.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The list of targets is itself one of the commands, and is run.</summary>
    [Fact]
    public void Targets_of_the_build_are_there_with_their_options()
    {
        Answer help = Shell.Run(Repository.Root, "./build.sh --target=Help");
        Assert.True(help.ExitStatus == 0, help.All);
        string[] targets = [.. Target().Matches(help.Output).Select(m => m.Groups[1].Value)];
        Assert.Contains("Test", targets);
        string build = File.ReadAllText(Repository.At("build.cake"));
        foreach (
            CodeSpan command in Documents
                .SelectMany(d => new DocumentText(d.Data).Commands())
                .Where(c => c.Text.StartsWith("./build.sh", StringComparison.Ordinal))
        )
        {
            foreach (string word in Words(command.Text).Skip(1))
            {
                string[] option = word.Split('=', 2);
                Assert.True(
                    option is ["--target", { } target]
                        ? targets.Contains(target)
                        : build.Contains($"(\"{option[0][2..]}\"", StringComparison.Ordinal),
                    $"{command.Place}: {word}"
                );
            }
        }
    }

    /// <summary>The table of keys is the schema's, and the table of exit status the tool's.</summary>
    [Fact]
    public void Tables_are_those_of_the_code()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Repository.At("port.schema.json")));
        string readme = File.ReadAllText(Repository.At("README.md"));
        string table = readme[readme.IndexOf("| key |", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("\n\n", StringComparison.Ordinal)];
        Assert.Equal(
            schema
                .RootElement.GetProperty("properties")
                .EnumerateObject()
                .Select(p => p.Name)
                .Where(n => n[0] != '$')
                .Order(),
            KeyRow().Matches(table).SelectMany(m => m.Groups[1].Value.Split(", ")).Select(k => k.Trim('`')).Order()
        );
        string exits = File.ReadAllText(Repository.At("translator/Porting.Cli/ExitCodes.cs"));
        Assert.Equal(
            ExitCode().Matches(exits).Select(m => m.Groups[1].Value),
            ExitRow().Matches(File.ReadAllText(Repository.At("CONTRIBUTING.md"))).Select(m => m.Groups[1].Value)
        );
    }

    /// <summary>A new command in README or CONTRIBUTING needs a test that runs it.</summary>
    [Fact]
    public void Every_command_is_run_by_a_test()
    {
        string[] unknown =
        [
            .. Guides
                .SelectMany(g => new DocumentText(g).Commands())
                .Where(c =>
                    !c.Text.StartsWith("./build.sh", StringComparison.Ordinal)
                    && !TourTests.Ran.Contains(c.Text)
                    && !BootSampleTests.Ran.Contains(c.Text)
                    && !CompileServerTests.Ran.Contains(c.Text)
                    && !EmitTests.Ran.Contains(c.Text)
                    && !WalkTests.Ran.Contains(string.Join(' ', c.Text.Split(' ').Take(2)))
                )
                .Select(c => $"{c.Place}: {c.Text}"),
        ];
        Assert.True(unknown.Length == 0, string.Join('\n', unknown));
    }

    [GeneratedRegex(@"^(?!/)[\w.-]*(/[\w.-]+)+/?$|^[\w-]+\.(cs|c|h|md|json|cake|sh|S|txt|cpp)$")]
    private static partial Regex FilePath();

    [GeneratedRegex(@"^\s+|\s+$", RegexOptions.Multiline)]
    private static partial Regex Unindented();

    [GeneratedRegex(@"^  (\w+) ", RegexOptions.Multiline)]
    private static partial Regex Target();

    [GeneratedRegex(@"^\| (`[^|]+`) \|", RegexOptions.Multiline)]
    private static partial Regex KeyRow();

    [GeneratedRegex(@"const int \w+ = (\d+);")]
    private static partial Regex ExitCode();

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex ExitRow();
}
