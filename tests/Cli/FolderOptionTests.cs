using System.Text.RegularExpressions;
using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>
/// Every verb with every folder option and every kind of folder: of what is not the tool's nothing is lost and nothing
/// is changed, whatever the verb says to it.
/// </summary>
public sealed class FolderOptionTests
{
    /// <summary>Each verb that looks at a project, in an order in which each has something to do. Those that write are
    /// in the suites, by force, which does what the others do and more; the target Kills runs all.</summary>
    private static readonly string[][] Verbs =
        Environment.GetEnvironmentVariable("PORT_EVERY") == "1"
            ?
            [
                ["emit"],
                ["accept", "--all"],
                ["emit", "--force"],
                ["emit", "--check"],
                ["status"],
                ["report"],
                ["report", "--force"],
                ["build"],
                ["boot"],
            ]
            :
            [
                ["accept", "--all"],
                ["emit", "--force"],
                ["report", "--force"],
            ];

    private static readonly string[] Folders =
    [
        ".",
        "..",
        "c",
        "hand",
        "generated",
        "artifacts",
        "docs",
        "full",
        "link",
        "new/deep",
        "c/main.c",
    ];

    public static TheoryData<string, string> Keys =>
        new(
            ((string[])["original", "handwritten", "generated", "artifacts"]).SelectMany(
                _ => Folders,
                (key, folder) => (key, folder)
            )
        );

    public static TheoryData<string> All => [.. Folders];

    /// <summary>Names that the tool itself uses, and others; a repository in one of the folders.</summary>
    private static readonly string[] Foreign =
    [
        "notes.md",
        "sub/notes.md",
        ".hidden",
        "lib.g.cs",
        "sub/own.g.cs",
        "Layout.g.cs",
        "coverage.md",
        "index.html",
        "main.c.html",
        "report/index.html",
        "main.port/main.g.cs",
        "cache/emit/units/0123",
        "cache/emit/lock",
        "cache/references/0.o",
        "facts/main.g.cs.map",
        "kernel/port.elf",
        "port/kernel.o",
    ];

    private static SmallPort Port()
    {
        SmallPort port = new("project");
        foreach (string folder in (string[])["docs", "full", "../beside"])
        {
            foreach (string name in Foreign)
            {
                port.Write($"{folder}/{name}", $"somebody's {folder}/{name}");
            }
        }

        foreach (string file in (string[])["notes.md", "c/sub/notes.md", "hand/notes.md", "../notes.md"])
        {
            port.Write(file, $"somebody's {file}");
        }

        port.Write("generated/notes.md", "somebody's");
        port.Write("artifacts/notes.md", "somebody's");
        port.Write(".git/HEAD", "ref");
        port.Write("docs/.git/HEAD", "ref");
        port.Write("artifacts/deep/.git/HEAD", "ref");
        File.CreateSymbolicLink(Path.Combine(port.Root, "link"), "full");
        File.CreateSymbolicLink(Path.Combine(port.Root, "full/away"), "../../beside");
        return port;
    }

    /// <summary>What there was is there, with the same bytes; but for what accepting is there for.</summary>
    private static void AssertIsThere(SortedDictionary<string, string> before, SmallPort port, string what)
    {
        SortedDictionary<string, string> after = Everything(port);
        string[] lost = [.. before.Where(f => after.GetValueOrDefault(f.Key) != f.Value).Select(f => f.Key)];
        Assert.True(lost.Length == 0, $"{what}: {string.Join(", ", lost)}");
    }

    private static SortedDictionary<string, string> Everything(SmallPort port)
    {
        string around = Path.GetDirectoryName(port.Root)!;
        EnumerationOptions all = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        return new SortedDictionary<string, string>(
            Directory
                .EnumerateFileSystemEntries(around, "*", all)
                .Where(e => File.Exists(e) || new FileInfo(e).LinkTarget != null)
                .ToDictionary(e => Path.GetRelativePath(around, e), Identity),
            StringComparer.Ordinal
        );
    }

    private static string Identity(string path) =>
        new FileInfo(path).LinkTarget is { } target
            ? target
            : Regex.Replace(File.ReadAllText(path), "(\\[Replaces\\(\"main.c\", \"replaced\", )\"\\w*\"", "$1\"\"");

    /// <summary>Whatever it says, it says it by a status of the list and with a code.</summary>
    private static int Run(SmallPort port, string[] arguments)
    {
        Answer answer = port.Port(arguments);
        string words = string.Join(' ', arguments);
        Assert.True(answer.ExitStatus is >= 0 and < 70, $"{words}: {answer.All}");
        Assert.True(answer.ExitStatus == 0 || answer.Errors.Contains(": error PORT"), $"{words}: {answer.All}");
        return answer.ExitStatus;
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_folder_of_the_project_file(string key, string folder)
    {
        using SmallPort port = Port();
        string text = Regex.Replace(port.Read("port.json"), $"\"{key}\":\"[^\"]*\"", $"\"{key}\":\"{folder}\"");
        port.Write("port.json", text);
        SortedDictionary<string, string> before = Everything(port);
        foreach (string[] verb in Verbs)
        {
            Run(port, verb);
            AssertIsThere(before, port, string.Join(' ', verb));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_folder_for_pages(string folder)
    {
        using SmallPort port = Port();
        Assert.Equal(0, Run(port, ["accept", "--all"]));
        Assert.Equal(0, Run(port, ["emit"]));
        SortedDictionary<string, string> before = Everything(port);
        foreach (
            string[] more in (string[][])
                [
                    [],
                    ["--force"],
                    [],
                ]
        )
        {
            Run(port, ["report", "-o", folder, .. more]);
            AssertIsThere(before, port, "report");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_folder_for_the_CSharp_of_programs(string folder)
    {
        using SmallPort port = Port();
        port.Write("main.c", "int main(void) { return 0; }\n");
        SortedDictionary<string, string> before = Everything(port);
        Run(port, ["run", "--keep-csharp", folder, "main.c"]);
        AssertIsThere(before, port, "run");
        port.Port("cc", "--keep-csharp", folder, "-c", "main.c", "-o", "made.o");
        AssertIsThere(before, port, "cc");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_folder_of_a_project(string folder)
    {
        using SmallPort port = Port();
        SortedDictionary<string, string> before = Everything(port);
        foreach (string[] verb in Verbs)
        {
            Run(port, [.. verb, "--project", folder]);
            AssertIsThere(before, port, string.Join(' ', verb));
        }
    }
}
