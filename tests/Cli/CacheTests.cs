using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>An emit with a cache gives what an emit without one gives, whatever happened in between.</summary>
public sealed class CacheTests
{
    private static readonly (string What, string File, string From, string To)[] Edits =
    [
        ("a body", "c/alpha.c", "return hidden(l.v)", "return 1 + hidden(l.v)"),
        ("a header's inline function", "c/shared.h", "return next++ + LIMIT", "return next-- + LIMIT"),
        ("a macro", "c/types.h", "#define LIMIT 0x20", "#define LIMIT 0x40"),
        ("a macro of one unit", "c/alpha.c", "#define TRACE 1", "#define TRACE 2"),
        ("a function more", "c/gamma.c", "int gamma(", "int more(void) { return LOUD; }\nint gamma("),
        ("a static renamed", "c/beta.c", "hidden", "veiled"),
        ("a variadic call of other types", "c/beta.c", "x, \"beta\"", "x, \"beta\", 3.5, 1LL"),
        ("a member more", "c/types.h", "char c[4]; }; };", "char c[4]; }; short behind; };"),
        (
            "a static of another's name",
            "c/sub/alpha.c",
            "int sub_alpha(",
            "static int twice_(void) { return 1; }\nint alpha_(void) { return twice_(); }\nint sub_alpha("
        ),
        ("no address any more", "c/alpha.c", "hook)(int) = twice", "hook)(int)"),
        (
            "the first unit has less of a header",
            "c/alpha.c",
            "#include \"shared.h\"\n",
            "#include \"types.h\"\nint say(const char *f, ...);\nextern int twice(int);\nint ticket(void);\n"
        ),
    ];

    [Fact]
    public void Warm_and_cold_trees_are_equal_after_every_edit()
    {
        using SmallPort port = MixedPort.Create();
        Emit(port);
        foreach ((string what, string file, string from, string to) in Edits)
        {
            string text = port.Read(file);
            Assert.Contains(from, text);
            port.Write(file, text.Replace(from, to, StringComparison.Ordinal));
            CompareWithCold(port, what);
        }

        MixedPort.WriteCommands(port, "beta.c", "gamma.c", "sub/alpha.c");
        File.Delete(Path.Combine(port.Root, "c/alpha.c"));
        port.Write("c/beta.c", port.Read("c/beta.c").Replace("hook = veiled; ", "", StringComparison.Ordinal));
        CompareWithCold(port, "a unit less");
    }

    [Fact]
    public void A_header_that_comes_earlier_in_the_search_is_found()
    {
        using SmallPort port = MixedPort.Create();
        Emit(port);
        port.Write("c/gamma.c", port.Read("c/gamma.c").Replace("\"shared.h\"", "<shared.h>", StringComparison.Ordinal));
        Emit(port);
        port.Write(
            "c/first/shared.h",
            port.Read("c/shared.h").Replace("next++", "next += 2", StringComparison.Ordinal)
        );
        CompareWithCold(port, "a header in an earlier folder");
        Assert.Contains(port.Generated(), f => f.Key.EndsWith("first/shared.h.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void The_tree_does_not_depend_on_the_number_of_threads()
    {
        using SmallPort port = MixedPort.Create();
        Emit(port, "1");
        SortedDictionary<string, string> one = port.Generated();
        foreach (string jobs in (string[])["2", "5"])
        {
            Forget(port);
            Emit(port, jobs);
            Assert.Equal(one, port.Generated());
        }
    }

    [Theory]
    [InlineData("units")]
    [InlineData("bodies")]
    [InlineData("macros")]
    [InlineData("lowered")]
    [InlineData("asked")]
    [InlineData("texts")]
    public void Damaged_entries_are_no_entries(string kind)
    {
        using SmallPort port = MixedPort.Create();
        Emit(port);
        SortedDictionary<string, string> good = port.Generated();
        string[] entries = Directory.GetFiles(Path.Combine(port.Root, "artifacts/cache/emit", kind));
        Assert.NotEmpty(entries);
        for (int i = 0; i < entries.Length; i++)
        {
            Damage(entries[i], i % 4);
        }

        Directory.Delete(Path.Combine(port.Root, "generated"), recursive: true); // so that texts are needed
        port.Write("c/alpha.c", port.Read("c/alpha.c") + "\n");
        Emit(port);
        Assert.Equal(good.Where(IsText), port.Generated().Where(IsText));
    }

    [Fact]
    public void Emits_at_the_same_time_do_each_other_no_harm()
    {
        using SmallPort port = MixedPort.Create();
        Emit(port);
        SortedDictionary<string, string> good = port.Generated();
        Forget(port);
        Answer[] answers =
        [
            .. Enumerable.Range(0, 3).AsParallel().WithDegreeOfParallelism(3).Select(_ => port.Port("emit")),
        ];
        Assert.All(answers, a => Assert.True(a.ExitStatus == 0, a.All));
        Assert.Equal(good, port.Generated());
        Assert.Equal(["artifacts", "c", "compile_commands.json", "generated", "hand", "port.json"], port.TopLevel());
    }

    private static bool IsText(KeyValuePair<string, string> file) =>
        !file.Key.EndsWith("port.lock.json", StringComparison.Ordinal);

    private static void Damage(string entry, int how)
    {
        byte[] bytes = File.ReadAllBytes(entry);
        switch (how)
        {
            case 0:
                File.WriteAllBytes(entry, bytes[..(bytes.Length / 2)]);
                break;
            case 1:
                bytes[^1] ^= 1;
                File.WriteAllBytes(entry, bytes);
                break;
            case 2:
                File.WriteAllBytes(entry, []);
                break;
            default:
                File.Delete(entry);
                break;
        }
    }

    private static void Emit(SmallPort port, string jobs = "2")
    {
        Answer answer = PortTool.RunWith("PORT_JOBS", jobs, port.Root, "emit");
        Assert.True(answer.ExitStatus == 0, answer.All);
    }

    private static void Forget(SmallPort port)
    {
        Directory.Delete(Path.Combine(port.Root, "artifacts"), recursive: true);
        Directory.Delete(Path.Combine(port.Root, "generated"), recursive: true);
    }

    private static void CompareWithCold(SmallPort port, string what)
    {
        Emit(port);
        SortedDictionary<string, string> warm = port.Generated();
        Forget(port);
        Emit(port);
        SortedDictionary<string, string> cold = port.Generated();
        Assert.True(warm.Keys.SequenceEqual(cold.Keys), what);
        Assert.All(
            cold,
            f => Assert.True(warm[f.Key] == f.Value, $"{what}: {f.Key}\n{warm[f.Key]}\n---- cold:\n{f.Value}")
        );
    }
}
