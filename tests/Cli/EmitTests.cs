using Porting.Tests;

namespace Porting.Cli.Tests;

public sealed class EmitTests
{
    /// <summary>Commands of the documents that the tests here run.</summary>
    internal static readonly string[] Ran = ["./port emit --dump-after JoinElseIf"];

    [Fact]
    public void Emit_writes_the_tree_and_then_finds_nothing_to_do()
    {
        using SmallPort port = new();
        Answer first = port.Port("emit");
        Assert.True(first.ExitStatus == 0, first.All);
        Assert.Contains("3 C functions: 2 generated, 1 replaced, 0 dropped", first.Output);
        Assert.Contains("int t1 = twice(by);", port.Read("generated/main.g.cs"));
        Assert.DoesNotContain("int replaced(", port.Read("generated/main.g.cs"));
        Answer second = port.Port("emit");
        Assert.Equal((0, "emit: nothing has changed\n"), (second.ExitStatus, second.Output));
    }

    [Fact]
    public void Check_names_the_function_that_differs_and_writes_nothing()
    {
        using SmallPort port = new();
        port.Port("accept", "--all");
        port.Port("emit");
        Assert.Equal(0, port.Port("emit", "--check").ExitStatus);
        port.Edit("twice(by)", "twice(by + 1)");
        SortedDictionary<string, string> before = port.Generated();
        Answer answer = port.Port("emit", "--check");
        Assert.Equal(1, answer.ExitStatus);
        Assert.Contains("generated/main.g.cs differs: count\n", answer.Output);
        Assert.Contains("error PORT4030", answer.Errors);
        Assert.Equal(before, port.Generated());
        Assert.Equal(0, port.Port("emit").ExitStatus);
        Assert.Equal(0, port.Port("emit", "--check").ExitStatus);
    }

    [Fact]
    public void A_dump_shows_the_functions_as_a_pass_leaves_them_and_writes_nothing()
    {
        using SmallPort port = new();
        port.Port("emit");
        SortedDictionary<string, string> before = port.Generated();
        port.Edit("twice(by)", "!!twice(by)");
        Answer early = port.Port("emit", "--dump-after", "JoinElseIf");
        Answer late = port.Port("emit", "--dump-after=TurnNegations");
        Assert.True(early.ExitStatus == 0, early.All);
        Assert.Contains("// main.c: count, after JoinElseIf\n{\n", early.Output);
        Assert.Contains("!(", early.Output);
        Assert.DoesNotContain("!(", late.Output);
        Assert.Equal(before, port.Generated());
    }

    [Fact]
    public void Only_changed_files_are_touched()
    {
        using SmallPort port = new();
        port.Port("emit");
        DateTime before = File.GetLastWriteTimeUtc(Path.Combine(port.Root, "generated/lib.g.cs"));
        port.Edit("twice(by)", "twice(by + 1)");
        port.Port("emit");
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(port.Root, "generated/lib.g.cs")));
    }

    [Fact]
    public void Files_of_C_that_is_gone_go_too()
    {
        using SmallPort port = new();
        port.Write("c/extra.c", "int extra(void) { return 3; }\n");
        port.WriteCommands("main.c", "lib.c", "extra.c");
        port.Port("emit");
        Assert.True(File.Exists(Path.Combine(port.Root, "generated/extra.g.cs")));
        port.WriteCommands("main.c", "lib.c");
        port.Port("emit");
        Assert.False(File.Exists(Path.Combine(port.Root, "generated/extra.g.cs")));
    }

    [Fact]
    public void An_edited_generated_file_is_found_and_by_force_made_again()
    {
        using SmallPort port = new();
        port.Port("emit");
        string good = port.Read("generated/main.g.cs");
        port.Write("generated/main.g.cs", good + "// edited\n");
        Assert.Equal(1, port.Port("emit", "--check").ExitStatus);
        Assert.Equal(4, port.Port("emit").ExitStatus);
        Assert.Equal(good + "// edited\n", port.Read("generated/main.g.cs"));
        Assert.Equal(0, port.Port("emit", "--force").ExitStatus);
        Assert.Equal(good, port.Read("generated/main.g.cs"));
    }
}
