using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>What is built, booted or shown is what the C gives now, or the verb says that it is not, and fails.</summary>
public sealed class GreenTests : IDisposable
{
    private readonly SmallPort _port = new();

    public GreenTests()
    {
        _port.Port("accept", "--all");
        Answer emit = _port.Port("emit");
        Assert.True(emit.ExitStatus == 0, emit.All);
        _port.Write("artifacts/kernel/port.elf", "an image");
        _port.Write("artifacts/kernel/reference.elf", "an image");
    }

    public void Dispose() => _port.Dispose();

    public static TheoryData<string> Verbs => ["build", "boot", "report"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void C_that_is_refused_is_an_error(string verb)
    {
        _port.Edit("return counter;", "return 3 +;");
        Fails(verb, "c/main.c(9,12): error PORT1001");
        _port.Edit("return 3 +;", "return __builtin_thread_pointer() != 0;");
        Fails(verb, "error PORT3046");
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_tree_that_the_C_does_not_give_is_an_error(string verb)
    {
        SortedDictionary<string, string> before = _port.Generated();
        _port.Edit("counter += twice(by);", "counter -= twice(by);");
        Answer answer = Fails(verb, "error PORT4030");
        Assert.Contains("generated/main.g.cs differs: count\n", answer.Output);
        Assert.Equal(before, _port.Generated());
        _port.Edit("counter -= twice(by);", "counter += twice(by);");
        _port.Write("c/more.c", "int more;\n");
        _port.WriteCommands("main.c", "lib.c", "more.c");
        Assert.Contains("more.g.cs is missing", Fails(verb, "error PORT4030").Output);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_stale_replacement_is_an_error(string verb)
    {
        _port.Edit("return x + 1;", "return x + 2;");
        _port.Port("emit");
        for (int i = 0; i < 2; i++)
        {
            Fails(verb, "hand/Replaced.cs(6,25): error PORT8001: 'replaced' stands in for C of main.c");
        }

        Answer warned = _port.Port(verb, "--stale=warn");
        Assert.Contains("hand/Replaced.cs(6,25): warning PORT8001: 'replaced'", warned.Errors);
        Assert.DoesNotContain("error PORT8001", warned.Errors);
        // There is no kernel to build: the linker script is not there.
        Assert.Equal(
            verb switch
            {
                "report" => 0,
                "build" => 3,
                _ => 1,
            },
            warned.ExitStatus
        );
    }

    /// <summary>Among them files that units include and no pattern of the tool's names, and those of other folders.</summary>
    [Theory]
    [InlineData("c/lib.h", "extern int counter;\n", "extern short counter;\n")]
    [InlineData("c/odd.inc", "2", "3")]
    [InlineData("beside/far.h", "3", "4")]
    [InlineData("hand/Replaced.cs", "replaced", "count")]
    public void Every_input_counts(string file, string from, string to)
    {
        _port.Write("c/odd.inc", "#include \"../beside/far.h\"\n#define ODD 2\n");
        _port.Write("beside/far.h", "#define FAR 3\n");
        _port.Edit("#include \"lib.h\"\n", "#include \"lib.h\"\n#include \"odd.inc\"\n");
        _port.Edit("return counter;", "return counter + ODD + FAR;");
        Done(_port.Port("emit"));
        Done(_port.Port("report"));
        Assert.Contains(from, _port.Read(file));
        _port.Write(file, _port.Read(file).Replace(from, to, StringComparison.Ordinal));
        Assert.Equal(1, _port.Port("report").ExitStatus);
    }

    [Fact]
    public void Without_a_stamp_the_C_is_looked_at()
    {
        Directory.Delete(Path.Combine(_port.Root, "artifacts"), recursive: true);
        Done(_port.Port("report"));
        Assert.True(File.Exists(Path.Combine(_port.Root, "artifacts/cache/emit.stamp")));
        Directory.Delete(Path.Combine(_port.Root, "artifacts"), recursive: true);
        _port.Edit("counter += twice(by);", "counter -= twice(by);");
        Fails("report", "error PORT4030");
        Fails("report", "error PORT4030");
    }

    [Theory]
    [InlineData]
    [InlineData("--reference")]
    [InlineData("--compare")]
    public void An_image_of_other_sources_is_not_booted(params string[] options)
    {
        string project = _port.Read("port.json");
        string withReference = "\"reference\":[\"true\"],\"referenceImage\":\"c.elf\",\"name\"";
        _port.Write("port.json", project.Replace("\"name\"", withReference, StringComparison.Ordinal));
        Answer answer = _port.Port(["boot", .. options]);
        Assert.Equal(1, answer.ExitStatus);
        Assert.Matches("artifacts/kernel/(port|reference).elf: error PORT7020: ", answer.Errors);
    }

    [Fact]
    public void Stale_is_an_error_or_a_warning()
    {
        Answer answer = _port.Port("build", "--stale=never");
        Assert.Equal(2, answer.ExitStatus);
        Assert.Contains("PORT9001: --stale is 'error' or 'warn'", answer.Errors);
        _port.Edit("return x + 1;", "return x + 2;");
        Assert.Equal(1, _port.Port("emit", "--stale=error").ExitStatus);
        Assert.Equal(0, _port.Port("emit").ExitStatus);
        Assert.Equal(1, _port.Port("emit", "--check").ExitStatus);
        Assert.Equal(0, _port.Port("emit", "--check", "--stale=warn").ExitStatus);
    }

    private Answer Fails(string verb, string error)
    {
        Answer answer = _port.Port(verb);
        Assert.True(answer.ExitStatus == 1, answer.All);
        Assert.Contains(error, answer.Errors);
        return answer;
    }

    private static void Done(Answer answer) => Assert.True(answer.ExitStatus == 0, answer.All);
}
