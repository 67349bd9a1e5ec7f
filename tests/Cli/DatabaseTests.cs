using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>A compilation database that cannot be meant is an error with its cause; nothing generated is lost by
/// it.</summary>
public sealed class DatabaseTests : IDisposable
{
    private readonly SmallPort _port = new();

    public void Dispose() => _port.Dispose();

    private void Refused(string code, string place, string message)
    {
        SortedDictionary<string, string> before = _port.Everything();
        foreach (string verb in (string[])["emit", "status"])
        {
            Answer answer = _port.Port(verb);
            Assert.True(answer.ExitStatus == 1, answer.All);
            Assert.Contains($"{place}: error {code}: ", answer.Errors);
            Assert.Contains(message, answer.Errors);
            Assert.DoesNotContain("C functions", answer.Output);
        }

        Assert.Equal(before, _port.Everything());
    }

    private void Emit() => Assert.Equal(0, _port.Port("emit").ExitStatus);

    private void WriteCommands(string directory, params string[] files) =>
        _port.Write("compile_commands.json", $"[{string.Join(',', files.Select(f => Entry(directory, f, "-DX=1")))}]");

    private static string Entry(string directory, string file, string flag) =>
        $$"""{"directory":"{{directory}}","file":"{{file}}","arguments":["clang-19","-m32","-ffreestanding","{{flag}}","-c","{{file}}"]}""";

    [Fact]
    public void An_empty_one()
    {
        Emit();
        _port.Write("compile_commands.json", "[]");
        Refused("PORT1012", "compile_commands.json", "has no C unit");
        WriteCommands("c", "boot.S");
        Refused("PORT1012", "compile_commands.json", "only assembler");
    }

    /// <summary>A checkout that was copied, with the database of the one it was copied from.</summary>
    [Fact]
    public void One_of_another_checkout()
    {
        using SmallPort other = new();
        Emit();
        File.Copy(
            Path.Combine(other.Root, "compile_commands.json"),
            Path.Combine(_port.Root, "compile_commands.json"),
            overwrite: true
        );
        Refused("PORT1013", "compile_commands.json", "all of its 2 C units lie outside of " + _port.Root + "/c");
    }

    [Fact]
    public void One_whose_checkout_is_gone()
    {
        Emit();
        WriteCommands("/nowhere/c", "main.c", "lib.c");
        Refused("PORT1013", "compile_commands.json", "none of its 2 C units exists, the first is /nowhere/c/main.c");
    }

    [Fact]
    public void One_with_a_unit_that_is_gone()
    {
        Emit();
        WriteCommands(_port.Root + "/c", "main.c", "lib.c", "gone.c");
        Refused("PORT1003", "c/gone.c", "removed or renamed");
    }

    [Fact]
    public void One_with_a_unit_of_elsewhere()
    {
        Emit();
        _port.Write("other/extra.c", "int extra;\n");
        WriteCommands(_port.Root + "/c", "main.c", "lib.c", "../other/extra.c");
        Refused("PORT1014", "other/extra.c", "outside of");
    }

    [Theory]
    [InlineData("c/Makefile")]
    [InlineData("c/sub/rules.mk")]
    [InlineData("c/CMakeLists.txt")]
    public void One_older_than_the_build_files(string build)
    {
        Emit();
        _port.Write(build, "");
        string database = Path.Combine(_port.Root, "compile_commands.json");
        File.SetLastWriteTimeUtc(database, DateTime.UtcNow.AddMinutes(-1));
        Refused("PORT1015", "compile_commands.json", $"is older than {build}");
        File.SetLastWriteTimeUtc(database, DateTime.UtcNow.AddMinutes(1));
        Emit();
    }

    [Fact]
    public void A_file_compiled_in_two_ways_is_taken_as_the_last_one_says()
    {
        _port.Write("c/lib.c", "int twice(int x) { return X * x; }\n");
        string folder = _port.Root + "/c";
        _port.Write(
            "compile_commands.json",
            $"[{Entry(folder, "lib.c", "-DX=2")},{Entry(folder, "main.c", "-DX=1")},{Entry(folder, "main.c", "-DX=1")},{Entry(folder, "lib.c", "-DX=3")}]"
        );
        Answer answer = _port.Port("emit");
        Assert.True(answer.ExitStatus == 0, answer.All);
        Assert.Equal("c/lib.c: warning PORT1016", answer.Errors[..25]);
        Assert.DoesNotContain("main.c: warning PORT1016", answer.Errors);
        Assert.Contains("3 * x", _port.Read("generated/lib.g.cs"));
    }

    /// <summary>Relative folders are those beside the database; the port may be reached through a link.</summary>
    [Fact]
    public void A_database_with_relative_folders_holds_for_a_copy()
    {
        WriteCommands("c", "main.c", "lib.c");
        Emit();
        SortedDictionary<string, string> here = _port.Everything();
        using ScratchFolder other = new();
        foreach (string file in Directory.EnumerateFiles(_port.Root, "*", SearchOption.AllDirectories))
        {
            string target = other.At(Path.Combine("real", Path.GetRelativePath(_port.Root, file)));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Directory.CreateSymbolicLink(other.At("link"), "real");
        Directory.Delete(other.At("real/generated"), recursive: true);
        Answer answer = PortTool.Run(other.Path, "emit", "--project", "link/port.json");
        Assert.True(answer.ExitStatus == 0, answer.All);
        string generated = File.ReadAllText(other.At("real/generated/main.g.cs"));
        Assert.Equal(here["generated/main.g.cs"], Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(generated)));
    }

    [Fact]
    public void Names_through_links_are_the_same_files()
    {
        Directory.CreateSymbolicLink(Path.Combine(_port.Root, "way"), "c");
        WriteCommands(_port.Root + "/way", "main.c", _port.Root + "/way/lib.c");
        Answer answer = _port.Port("emit");
        Assert.True(answer.ExitStatus == 0, answer.All);
        Assert.Contains("2 generated", answer.Output);
    }

    /// <summary>The kernel's own database is made again when a file comes or goes, and names no folder of this
    /// machine.</summary>
    [Fact]
    public void The_reference_database_follows_the_files()
    {
        using ScratchFolder kernel = new();
        foreach (string name in (string[])["Makefile", "kern/strings.c", "kern/printf.c", "i386/i386/cswitch.S"])
        {
            kernel.Write(
                "c/" + name,
                name == "Makefile" ? File.ReadAllText(Repository.At("original-c/Makefile")) : "\n"
            );
        }

        string[] Made()
        {
            System.Diagnostics.ProcessStartInfo make = new("make");
            Answer answer = PortTool.Start(make, kernel.Path, ["-s", "-C", "c", "O=../out", "compile_commands.json"]);
            Assert.True(answer.ExitStatus == 0, answer.All);
            string text = File.ReadAllText(kernel.At("out/compile_commands.json"));
            Assert.DoesNotContain(kernel.Path, text);
            using System.Text.Json.JsonDocument database = System.Text.Json.JsonDocument.Parse(text);
            return
            [
                .. database
                    .RootElement.EnumerateArray()
                    .Select(e =>
                        Path.GetFullPath(
                            Path.Combine(
                                kernel.At("out"),
                                e.GetProperty("directory").GetString()!,
                                e.GetProperty("file").GetString()!
                            )
                        )
                    ),
            ];
        }

        Assert.Equal(
            [kernel.At("c/kern/printf.c"), kernel.At("c/kern/strings.c"), kernel.At("c/i386/i386/cswitch.S")],
            Made()
        );
        DateTime first = File.GetLastWriteTimeUtc(kernel.At("out/compile_commands.json"));
        Made();
        Assert.Equal(first, File.GetLastWriteTimeUtc(kernel.At("out/compile_commands.json")));
        File.Move(kernel.At("c/kern/strings.c"), kernel.At("c/kern/text.c"));
        Assert.Contains(kernel.At("c/kern/text.c"), Made());
        File.Delete(kernel.At("c/kern/text.c"));
        Assert.Equal([kernel.At("c/kern/printf.c"), kernel.At("c/i386/i386/cswitch.S")], Made());
        Assert.Equal(["compile_commands.json"], Directory.EnumerateFiles(kernel.At("out")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_name_with_a_line_break_is_refused()
    {
        using SmallPort port = new();
        port.Write("c/two\nlines.c", "int two(void) { return 2; }\n");
        port.WriteCommands("main.c", "lib.c", "two\\nlines.c");
        Answer answer = port.Port("emit");
        Assert.Equal(1, answer.ExitStatus);
        Assert.Contains("compile_commands.json: error PORT1017: has a file with a control character", answer.Errors);
        Assert.Contains("/two?lines.c)", answer.Errors);
        Assert.Empty(port.Generated());
    }

    [Fact]
    public void A_folder_of_handwritten_code_that_is_not_there_is_no_empty_one()
    {
        using SmallPort port = new();
        Assert.Equal(0, port.Port("emit").ExitStatus);
        Directory.Move(Path.Combine(port.Root, "hand"), Path.Combine(port.Root, "elsewhere"));
        Answer answer = port.Port("emit");
        Assert.Equal(1, answer.ExitStatus);
        Assert.Contains("error PORT9024: there is no folder 'hand'", answer.Errors);
    }
}
