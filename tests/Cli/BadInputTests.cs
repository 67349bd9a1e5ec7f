using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>Everything that can be wrong gives one clear error, its exit status, and leaves the tree as it
/// was.</summary>
public sealed class BadInputTests
{
    private static void Refused(SmallPort port, Answer answer, int status, string code, string place)
    {
        Assert.True(answer.ExitStatus == status, answer.All);
        Assert.True(answer.Errors.Contains($"error {code}: ", StringComparison.Ordinal), answer.All);
        Assert.Contains(place, answer.Errors);
        Assert.DoesNotContain("   at ", answer.Errors); // a stack trace
        Assert.DoesNotContain(port.TopLevel(), name => name.Contains(".new", StringComparison.Ordinal));
    }

    private static void RefusedC(string from, string to, string code, string place)
    {
        using SmallPort port = new();
        Assert.Equal(0, port.Port("emit").ExitStatus);
        SortedDictionary<string, string> before = port.Generated();
        port.Edit(from, to);
        Refused(port, port.Port("emit"), 1, code, place);
        Assert.Equal(before, port.Generated());
    }

    [Fact]
    public void A_syntax_error() => RefusedC("return counter;", "return counter", "PORT1001", "c/main.c(9,16)");

    /// <summary>clang 19 crashes on the call once it has named what is wrong with the struct.</summary>
    [Fact]
    public void C_on_which_clang_crashes() =>
        RefusedC(
            "return counter;",
            "struct o { int a; enum color c; } v; __builtin_dump_struct(&v, printf); return counter;",
            "PORT1001",
            "c/main.c(9,"
        );

    [Fact]
    public void A_missing_include() => RefusedC("\"lib.h\"", "\"lob.h\"", "PORT1002", "c/main.c(1,10)");

    [Fact]
    public void An_unsupported_construct() =>
        RefusedC("counter += twice(by);", "counter += (int)__builtin_thread_pointer();", "PORT3046", "c/main.c(8,18)");

    [Fact]
    public void A_unit_that_is_not_there()
    {
        using SmallPort port = new();
        port.WriteCommands("main.c", "gone.c");
        Refused(port, port.Port("emit"), 1, "PORT1003", "c/gone.c");
        Assert.Empty(port.Generated());
    }

    [Theory, InlineData("-ftrapv"), InlineData("-fprofile-instr-generate"), InlineData("-fcoverage-mapping")]
    public void An_option_that_has_no_effect_here(string option)
    {
        using SmallPort port = new();
        port.Write(
            "compile_commands.json",
            port.Read("compile_commands.json").Replace("-ffreestanding", option, StringComparison.Ordinal)
        );
        Refused(port, port.Port("emit"), 1, "PORT9012", "c/main.c");
        Assert.Empty(port.Generated());
    }

    [Fact]
    public void Units_that_differ_in_whether_char_has_a_sign()
    {
        using SmallPort port = new();
        string commands = port.Read("compile_commands.json");
        int second = commands.LastIndexOf("-ffreestanding", StringComparison.Ordinal);
        port.Write(
            "compile_commands.json",
            commands[..second] + "-funsigned-char" + commands[(second + "-ffreestanding".Length)..]
        );
        Refused(port, port.Port("emit"), 1, "PORT2004", "c/lib.c");
        Assert.Empty(port.Generated());
    }

    [Fact]
    public void No_compilation_database()
    {
        using SmallPort port = new();
        File.Delete(Path.Combine(port.Root, "compile_commands.json"));
        Refused(port, port.Port("emit"), 3, "PORT1010", "compile_commands.json");
    }

    [Fact]
    public void A_broken_compilation_database()
    {
        using SmallPort port = new();
        port.Write("compile_commands.json", "[{");
        Refused(port, port.Port("emit"), 1, "PORT1011", "compile_commands.json");
    }

    [Fact]
    public void No_project_file()
    {
        using ScratchFolder empty = new();
        Answer answer = PortTool.Run(empty.Path, "emit");
        Assert.Equal(3, answer.ExitStatus);
        Assert.Contains("error PORT9020", answer.Errors);
    }

    [Theory]
    [InlineData("{", 1, 2)]
    [InlineData("{\"name\":\"x\"}", 0, 0)]
    public void A_broken_project_file(string text, int line, int column)
    {
        using SmallPort port = new();
        port.Write("port.json", text);
        Refused(port, port.Port("emit"), 1, "PORT9021", line == 0 ? "port.json: error" : $"port.json({line},{column})");
    }

    [Fact]
    public void A_missing_tool()
    {
        using SmallPort port = new();
        Assert.Equal(0, port.Port("emit").ExitStatus);
        port.Write("none.ld", "");
        Refused(port, PortTool.RunWithoutTools(port.Root, "build", "--stale=warn"), 3, "PORT9301", "clang-19");
    }

    [Fact]
    public void An_output_folder_that_cannot_be_written()
    {
        using SmallPort port = new();
        port.Write(
            "port.json",
            port.Read("port.json")
                .Replace("\"generated\":\"generated\"", "\"generated\":\"/proc/generated\"", StringComparison.Ordinal)
        );
        Refused(port, port.Port("emit"), 4, "PORT4010", "/proc/generated");
    }

    [Fact]
    public void A_file_where_the_output_folder_should_be()
    {
        using SmallPort port = new();
        port.Write("generated", "in the way");
        Refused(port, port.Port("emit"), 4, "PORT4011", "generated: error");
        Assert.Equal("in the way", port.Read("generated"));
    }

    [Fact]
    public void A_full_disk_leaves_the_old_tree()
    {
        using SmallPort port = new();
        Assert.Equal(0, port.Port("emit").ExitStatus);
        SortedDictionary<string, string> before = port.Generated();
        port.Write(
            "c/lib.h",
            "extern int twice(int x);\nextern int counter;\n"
                + string.Concat(
                    Enumerable.Range(0, 400).Select(i => $"static inline int f{i}(void) {{ return {i}; }}\n")
                )
        );
        Refused(port, PortTool.RunOnFullDisk(port.Root, 8, "emit"), 4, "PORT4010", "generated/lib.h.g.cs: error");
        Assert.Equal(before, port.Generated());
        Assert.Equal(0, port.Port("emit").ExitStatus);
    }

    [Theory]
    [InlineData("emmit")]
    [InlineData("emit", "--chekc")]
    [InlineData("accept", "--al")]
    [InlineData("accept")]
    [InlineData("boot", "--memory", "many")]
    [InlineData("boot", "--memory", "1")]
    [InlineData("status", "surplus")]
    public void A_wrong_command_line(params string[] arguments)
    {
        using SmallPort port = new();
        Answer answer = port.Port(arguments);
        Assert.True(answer.ExitStatus == 2, answer.All);
        Assert.Contains("error PORT900", answer.Errors);
    }

    [Fact]
    public void A_machine_too_small_to_boot()
    {
        using SmallPort port = new();
        Refused(port, port.Port("boot", "--memory", "1"), 2, "PORT9004", "give 4 to 3072");
    }

    [Fact]
    public void A_program_of_the_project_that_fails()
    {
        using SmallPort port = new();
        port.Write(
            "port.json",
            port.Read("port.json").Replace("\"name\"", "\"prepare\":[\"false\"],\"name\"", StringComparison.Ordinal)
        );
        Refused(port, port.Port("emit"), 1, "PORT9031", "exit status 1");
        Assert.Empty(port.Generated());
    }

    [Fact]
    public void Handwritten_assembler_that_is_none()
    {
        using SmallPort port = new();
        port.Write("hand/boot.S", "\tnonsense\n");
        Refused(port, port.Port("emit"), 1, "PORT6020", "hand/boot.S");
        Assert.Empty(port.Generated());
    }

    [Fact]
    public void A_generated_tree_without_its_lock_file()
    {
        using SmallPort port = new();
        port.Port("emit");
        port.Write("generated/port.lock.json", "{");
        Refused(port, port.Port("build"), 1, "PORT4020", "port.lock.json");
    }

    [Fact]
    public void A_source_in_the_generated_folder_that_was_not_emitted_is_not_built()
    {
        using SmallPort port = new();
        port.Port("emit");
        port.Write("generated/sub/own.cs", "class Own;");
        Refused(port, port.Port("build"), 1, "PORT4014", "generated/sub/own.cs");
    }

    [Fact]
    public void A_reference_kernel_that_is_not_named()
    {
        using SmallPort port = new();
        Refused(port, port.Port("boot", "--reference"), 1, "PORT9024", "port.json");
        Refused(port, port.Port("boot", "--compare"), 1, "PORT9024", "port.json");
        port.Write(
            "port.json",
            port.Read("port.json")
                .Replace("\"name\"", "\"referenceImage\":\"c.elf\",\"name\"", StringComparison.Ordinal)
        );
        Assert.Equal((0, 0), (port.Port("accept", "--all").ExitStatus, port.Port("emit").ExitStatus));
        Refused(port, port.Port("build"), 3, "PORT9020", "c.elf");
    }

    [Fact]
    public void An_image_that_was_not_built()
    {
        using SmallPort port = new();
        Refused(port, port.Port("boot"), 3, "PORT9020", "port.elf");
    }

    [Fact]
    public void A_generated_file_that_was_edited_is_not_built()
    {
        using SmallPort port = new();
        port.Port("emit");
        port.Write("generated/main.g.cs", port.Read("generated/main.g.cs") + "// edited\n");
        Refused(port, port.Port("build"), 1, "PORT4021", "generated/main.g.cs");
    }

    /// <summary>A fresh copy of the tree has no source maps: they are made again, of what the C is now.</summary>
    [Fact]
    public void A_generated_file_that_the_C_does_not_give_is_not_built()
    {
        using SmallPort port = new();
        port.Port("emit");
        Directory.Delete(Path.Combine(port.Root, "artifacts"), recursive: true);
        port.Edit("counter += twice(by);", "counter += twice(by + 1);");
        Refused(port, port.Port("build"), 1, "PORT4030", "run 'port emit'");
    }
}
