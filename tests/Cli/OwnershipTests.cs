using System.Text;
using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>The tool overwrites and removes what it wrote, and nothing else.</summary>
public sealed class OwnershipTests
{
    private static void Done(Answer answer) => Assert.True(answer.ExitStatus == 0, answer.All);

    private static void Refused(SmallPort port, string code, string place, params string[] arguments)
    {
        SortedDictionary<string, string> before = port.Everything();
        Answer answer = port.Port(arguments);
        Assert.True(answer.ExitStatus == 4, answer.All);
        Assert.Contains($"{place}: error {code}: ", answer.Errors);
        Assert.Equal(before, port.Everything());
    }

    /// <summary>What a user has beside and among the tool's files.</summary>
    private static void AddForeignFiles(SmallPort port, string folder)
    {
        foreach (string name in (string[])[".git/HEAD", ".git/objects/00/1", "notes.md", "sub/own.g.cs", ".hidden"])
        {
            port.Write(Path.Combine(folder, name), $"{folder}/{name}");
        }

        Directory.CreateDirectory(Path.Combine(port.Root, folder, "empty"));
        File.CreateSymbolicLink(Path.Combine(port.Root, folder, "link"), "nowhere");
    }

    private static void AssertIsThere(SortedDictionary<string, string> before, SmallPort port)
    {
        SortedDictionary<string, string> after = port.Everything();
        Assert.All(before, f => Assert.Equal((f.Key, f.Value), (f.Key, after.GetValueOrDefault(f.Key))));
    }

    /// <summary>A port with nothing stale, of which there can be a report.</summary>
    private static SmallPort Emitted()
    {
        SmallPort port = new();
        Done(port.Port("accept", "--all"));
        Done(port.Port("emit"));
        return port;
    }

    [Theory]
    [InlineData(".")]
    [InlineData("docs")]
    [InlineData("c")]
    [InlineData("hand")]
    public void A_report_leaves_the_files_of_its_folder_alone(string folder)
    {
        using SmallPort port = Emitted();
        AddForeignFiles(port, folder);
        SortedDictionary<string, string> before = port.Everything();
        Done(port.Port("report", "-o", folder));
        Assert.Contains("counter += twice(by);", port.Read(Path.Combine(folder, "main.c.html")));
        AssertIsThere(before, port);
        port.WriteCommands("main.c");
        port.Edit("twice(by)", "by");
        Done(port.Port("emit"));
        before = port.Everything();
        Done(port.Port("report", "-o", folder));
        Assert.False(File.Exists(Path.Combine(port.Root, folder, "lib.c.html")));
        Assert.All(
            before.Keys.Where(k => !k.EndsWith("lib.c.html", StringComparison.Ordinal)),
            f => Assert.True(port.Everything().ContainsKey(f), f)
        );
    }

    [Fact]
    public void A_page_that_somebody_else_has_written_is_in_the_way()
    {
        using SmallPort port = Emitted();
        port.Write("docs/main.c.html", "mine");
        Refused(port, "PORT4011", "docs/main.c.html", "report", "-o", "docs");
        Refused(port, "PORT4011", "docs/main.c.html", "report", "-o", "docs", "--force");
    }

    [Fact]
    public void Foreign_files_in_the_generated_folder_stay()
    {
        using SmallPort port = new();
        port.Write("c/sub/extra.c", "int extra(void) { return 3; }\n");
        port.WriteCommands("main.c", "lib.c", "sub/extra.c");
        port.Write("generated/sub/notes.md", "mine");
        port.Write("generated/.gitignore", "mine");
        Done(port.Port("emit"));
        Assert.True(File.Exists(Path.Combine(port.Root, "generated/sub/extra.g.cs")));
        port.WriteCommands("main.c", "lib.c");
        Done(port.Port("emit"));
        Assert.False(File.Exists(Path.Combine(port.Root, "generated/sub/extra.g.cs")));
        Assert.Equal("minemine", port.Read("generated/sub/notes.md") + port.Read("generated/.gitignore"));
        File.Delete(Path.Combine(port.Root, "generated/port.lock.json"));
        port.Write("generated/main.g.cs", "mine");
        Refused(port, "PORT4011", "generated/main.g.cs", "emit", "--force");
    }

    [Fact]
    public void Folders_that_become_empty_go()
    {
        using SmallPort port = new();
        port.Write("c/sub/deep/extra.c", "int extra(void) { return 3; }\n");
        port.WriteCommands("main.c", "lib.c", "sub/deep/extra.c");
        Done(port.Port("emit"));
        port.WriteCommands("main.c", "lib.c");
        Done(port.Port("emit"));
        Assert.False(Directory.Exists(Path.Combine(port.Root, "generated/sub")));
    }

    [Fact]
    public void An_edited_file_that_would_be_removed_is_named()
    {
        using SmallPort port = new();
        port.Write("c/extra.c", "int extra(void) { return 3; }\n");
        port.WriteCommands("main.c", "lib.c", "extra.c");
        Done(port.Port("emit"));
        port.Write("generated/extra.g.cs", "edited");
        port.Write("generated/main.g.cs", "edited as well");
        port.WriteCommands("main.c", "lib.c");
        Refused(port, "PORT4012", "generated/extra.g.cs", "emit");
        Refused(port, "PORT4012", "generated/main.g.cs", "emit");
        Done(port.Port("emit", "--force"));
        Assert.False(File.Exists(Path.Combine(port.Root, "generated/extra.g.cs")));
    }

    [Fact]
    public void Links_are_not_followed()
    {
        using SmallPort port = new();
        Done(port.Port("emit"));
        string text = port.Read("generated/main.g.cs");
        port.Write("elsewhere/main.g.cs", "mine");
        File.Delete(Path.Combine(port.Root, "generated/main.g.cs"));
        File.CreateSymbolicLink(Path.Combine(port.Root, "generated/main.g.cs"), "../elsewhere/main.g.cs");
        Refused(port, "PORT4012", "generated/main.g.cs", "emit");
        Done(port.Port("emit", "--force"));
        Assert.Equal((text, "mine"), (port.Read("generated/main.g.cs"), port.Read("elsewhere/main.g.cs")));
    }

    [Fact]
    public void A_folder_that_is_a_link_is_in_the_way()
    {
        using SmallPort port = new();
        port.Write("c/sub/extra.c", "int extra(void) { return 3; }\n");
        port.WriteCommands("main.c", "lib.c", "sub/extra.c");
        Directory.CreateDirectory(Path.Combine(port.Root, "elsewhere"));
        Directory.CreateDirectory(Path.Combine(port.Root, "generated"));
        File.CreateSymbolicLink(Path.Combine(port.Root, "generated/sub"), "../elsewhere");
        Refused(port, "PORT4011", "generated/sub", "emit", "--force");
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(port.Root, "elsewhere")));
    }

    /// <summary>Both sides of a merge are the tool's work, so force mends it; nothing else is taken for that.</summary>
    [Fact]
    public void A_lock_file_with_conflicts_is_mended_by_force()
    {
        using SmallPort port = new();
        port.Write("c/extra.c", "int extra(void) { return 3; }\n");
        port.WriteCommands("main.c", "lib.c", "extra.c");
        Done(port.Port("emit"));
        port.Write("generated/own.g.cs", "mine");
        string[] lines = port.Read("generated/port.lock.json").Split('\n');
        int at = Array.FindIndex(lines, l => l.Contains("\"main.g.cs\"", StringComparison.Ordinal));
        string merged = string.Join(
            '\n',
            (string[])
                [
                    .. lines[..at],
                    "<<<<<<< ours",
                    lines[at],
                    "=======",
                    lines[at],
                    ">>>>>>> theirs",
                    .. lines[(at + 1)..],
                ]
        );
        port.Write("generated/port.lock.json", merged);
        port.WriteCommands("main.c", "lib.c");
        Refused(port, "PORT4012", "generated/port.lock.json", "emit");
        Done(port.Port("emit", "--force"));
        Assert.False(File.Exists(Path.Combine(port.Root, "generated/extra.g.cs")));
        Assert.Equal("mine", port.Read("generated/own.g.cs"));
        Done(port.Port("emit", "--check", "--stale=warn"));
    }

    [Fact]
    public void A_lock_file_cannot_name_files_of_other_folders()
    {
        using SmallPort port = new();
        Done(port.Port("emit"));
        port.Write("precious", "mine");
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("mine"u8));
        port.Write(
            "generated/port.lock.json",
            port.Read("generated/port.lock.json")
                .Replace(
                    "\"outputs\": {\n",
                    $"\"outputs\": {{\n    \"../precious\": \"{hash}\",\n    \"{port.Root}/precious\": \"{hash}\",\n",
                    StringComparison.Ordinal
                )
        );
        port.Edit("twice(by)", "twice(by + 1)");
        Done(port.Port("emit"));
        Assert.Equal("mine", port.Read("precious"));
    }

    [Fact]
    public void Other_line_endings_are_an_edit_with_a_name_of_its_own()
    {
        using SmallPort port = new();
        Done(port.Port("emit"));
        port.Write(
            "generated/main.g.cs",
            port.Read("generated/main.g.cs").Replace("\n", "\r\n", StringComparison.Ordinal)
        );
        Refused(port, "PORT4012", "generated/main.g.cs", "emit");
        Assert.Contains("has other line endings", port.Port("emit").Errors);
    }

#pragma warning disable CA1416 // the tool runs on Linux
    [Fact]
    public void Permissions_are_the_users()
    {
        using SmallPort port = new();
        Done(port.Port("emit"));
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead;
        string file = Path.Combine(port.Root, "generated/main.g.cs");
        File.SetUnixFileMode(file, Mode);
        port.Edit("twice(by)", "twice(by + 1)");
        Done(port.Port("emit"));
        Assert.Contains("twice(by + 1)", port.Read("generated/main.g.cs"));
        Assert.Equal(Mode, File.GetUnixFileMode(file));
    }

#pragma warning restore CA1416

    /// <summary>All but the hash in the attribute stays as it was, byte for byte.</summary>
    [Theory]
    [InlineData("\uFEFF// caf\u00e9\r\n", true)]
    [InlineData("// caf\u00e9\r\n", false)]
    public void Accepting_keeps_the_bytes_of_handwritten_files(string head, bool isUtf8)
    {
        using SmallPort port = new();
        Encoding encoding = isUtf8 ? new UTF8Encoding(false) : Encoding.Latin1;
        string file = Path.Combine(port.Root, "hand/Replaced.cs");
        string text = head + port.Read("hand/Replaced.cs").Replace("\n", "\r\n", StringComparison.Ordinal);
        File.WriteAllBytes(file, encoding.GetBytes(text));
        Done(port.Port("accept", "--all"));
        string now = encoding.GetString(File.ReadAllBytes(file));
        int at = text.IndexOf("\"\")", StringComparison.Ordinal);
        Assert.Equal(text[..at], now[..at]);
        Assert.Equal(text[(at + 2)..], now[^(text.Length - at - 2)..]);
        Assert.Matches("^\"[0-9a-f]{16}\"$", now[at..^(text.Length - at - 2)]);
    }

    [Fact]
    public void A_journal_that_is_none_stops_every_verb()
    {
        using SmallPort port = new();
        port.Write(".port-journal", "somebody's notes\n");
        Refused(port, "PORT4013", ".port-journal", "emit");
        Refused(port, "PORT4013", ".port-journal", "status");
    }
}
