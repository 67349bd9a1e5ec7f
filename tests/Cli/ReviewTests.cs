using Porting.Tests;

namespace Porting.Cli.Tests;

public sealed class ReviewTests
{
    [Fact]
    public void A_replacement_is_stale_until_its_C_is_accepted_and_again_when_the_C_changes()
    {
        using SmallPort port = new();
        Answer never = port.Port("status");
        Assert.Equal(1, never.ExitStatus);
        Assert.Contains("stale: replaced (hand/Replaced.cs:6)", never.Output);

        Answer accepted = port.Port("accept", "replaced");
        Assert.Equal((0, "accepted: replaced of main.c\n"), (accepted.ExitStatus, accepted.Output));
        Assert.Equal(0, port.Port("status").ExitStatus);
        Assert.Matches("Replaces\\(\"main.c\", \"replaced\", \"[0-9a-f]{16}\"\\)", port.Read("hand/Replaced.cs"));

        port.Edit("return x + 1;", "return x + 2;");
        Answer stale = port.Port("status");
        Assert.Equal(1, stale.ExitStatus);
        Assert.Contains("stale: replaced", stale.Output);
        Assert.Contains("-\treturn x + 1;\n+\treturn x + 2;\n", stale.Output);
        Assert.Contains("warning PORT8001: 'replaced'", port.Port("emit").Errors);
        Assert.Equal(0, port.Port("accept", "--all").ExitStatus);
        Assert.Equal(0, port.Port("status").ExitStatus);
    }

    private const string Header =
        "#define STEP 1\n#define ODD 9\nstruct pair { int a, b; };\nextern const int table[2];\n"
        + "static inline int add(struct pair *p) { return p->a + STEP; }\n";

    /// <summary>A port whose replaced function, and a dropped one, depend on more than their own text; all accepted.</summary>
    private static SmallPort Dependent()
    {
        SmallPort port = new();
        port.Write("c/lib.h", "extern int twice(int x);\nextern int counter;\n#include \"parts.h\"\n");
        port.Write("c/parts.h", Header);
        port.Write("c/list.def", "1 + 2\n");
        port.Edit("return x + 1;", "struct pair p = { x };\n\treturn add(&p) + table[1] +\n#include \"list.def\"\n\t;");
        port.Write(
            "c/lib.c",
            "#include \"lib.h\"\nconst int table[2] = { 3, 4 };\nint twice(int x) { return 2 * x; }\nstatic int gone(void) { return ODD; }\n"
        );
        port.Write("hand/Dropped.cs", "using Porting;\n\n[assembly: Drops(\"lib.c\", \"gone\", \"not needed\")]\n");
        Answer accepted = port.Port("accept", "--all");
        Assert.True(accepted.ExitStatus == 0, accepted.All);
        Assert.Equal("accepted: gone of lib.c\naccepted: replaced of main.c\n", accepted.Output);
        Assert.Equal(0, port.Port("status").ExitStatus);
        return port;
    }

    [Theory]
    [InlineData(
        "parts.h",
        "STEP 1",
        "STEP 2",
        "stale: replaced (hand/Replaced.cs:6): macro STEP (parts.h) changed",
        "-#define STEP 1\n+#define STEP 2\n"
    )]
    [InlineData(
        "parts.h",
        "p->a +",
        "p->a -",
        "stale: replaced (hand/Replaced.cs:6): inline function add (parts.h) changed",
        "+static inline int add(struct pair *p) { return p->a - STEP; }\n"
    )]
    [InlineData(
        "parts.h",
        "int a, b;",
        "int b, a;",
        "stale: replaced (hand/Replaced.cs:6): layout of struct pair (parts.h) changed",
        "-    int a; // at 0\n+    int a; // at 4\n"
    )]
    [InlineData(
        "lib.c",
        "{ 3, 4 }",
        "{ 3, 5 }",
        "stale: replaced (hand/Replaced.cs:6): initialiser of table (lib.c) changed",
        "-const int table[2] = { 3, 4 }\n+const int table[2] = { 3, 5 }\n"
    )]
    [InlineData(
        "list.def",
        "1 + 2",
        "1 + 3",
        "stale: replaced (hand/Replaced.cs:6): included file list.def (list.def) changed",
        "-1 + 2\n+1 + 3\n"
    )]
    [InlineData(
        "parts.h",
        "ODD 9",
        "ODD 7",
        "stale: gone (hand/Dropped.cs:3): macro ODD (parts.h) changed",
        "-#define ODD 9\n+#define ODD 7\n"
    )]
    [InlineData(
        "lib.c",
        "return ODD;",
        "return -ODD;",
        "stale: gone (hand/Dropped.cs:3): text of gone (lib.c) changed",
        "+static int gone(void) { return -ODD; }\n"
    )]
    public void What_a_function_depends_on_makes_it_stale(
        string file,
        string from,
        string to,
        string line,
        string difference
    )
    {
        using SmallPort port = Dependent();
        port.Port("emit");
        string text = port.Read("c/" + file);
        Assert.Contains(from, text);
        port.Write("c/" + file, text.Replace(from, to, StringComparison.Ordinal));
        string name = line.Split(' ')[1];

        Answer status = port.Port("status");
        Assert.Equal(1, status.ExitStatus);
        Assert.Contains(line + "\n", status.Output);
        Assert.Contains(difference, status.Output);
        Assert.Contains("; 1 stale", status.Output);
        for (int i = 0; i < 2; i++)
        {
            Answer emit = port.Port("emit");
            Assert.Equal(0, emit.ExitStatus);
            Assert.Contains($"warning PORT8001: '{name}'", emit.Errors);
        }

        Answer check = port.Port("emit", "--check");
        Assert.Equal(1, check.ExitStatus);
        Assert.Contains($"error PORT8001: '{name}'", check.Errors);
        Assert.Equal(
            $"accepted: {name} of {(name == "gone" ? "lib" : "main")}.c\n",
            port.Port("accept", "--all").Output
        );
        Assert.Equal(0, port.Port("emit").ExitStatus);
        check = port.Port("emit", "--check");
        Assert.True(check.ExitStatus == 0, check.All);
    }

    [Fact]
    public void What_it_does_not_depend_on_does_not()
    {
        using SmallPort port = Dependent();
        port.Write(
            "c/parts.h",
            "/* moved */\n#define NEW STEP\n"
                + Header.Replace("b; };", "b; }; struct more { struct pair p; };", StringComparison.Ordinal)
        );
        port.Edit("counter += twice(by);", "counter += 2 * twice(by);");
        Answer status = port.Port("status");
        Assert.True(status.ExitStatus == 0, status.All);
    }

    /// <summary>An accepted text that is not the one that the attribute names has been looked at by nobody.</summary>
    [Fact]
    public void The_attribute_and_the_accepted_C_have_to_agree()
    {
        using SmallPort port = Dependent();
        string attribute = port.Read("hand/Replaced.cs");
        string hash = attribute.Split('"')[5];
        port.Write("hand/Replaced.cs", attribute.Replace(hash, "0123456789abcdef", StringComparison.Ordinal));
        Assert.Contains("its attribute has the hash of another C", port.Port("status").Output);
        Assert.Equal("accepted: replaced of main.c\n", port.Port("accept", "replaced").Output);
        Assert.Equal(attribute, port.Read("hand/Replaced.cs"));
        File.Delete(Path.Combine(port.Root, "hand/Replaced/lib.c/gone.c"));
        Assert.Contains("stale: gone (hand/Dropped.cs:3): its C was never accepted", port.Port("status").Output);
    }

    [Fact]
    public void Comments_and_white_space_do_not_make_a_replacement_stale()
    {
        using SmallPort port = new();
        port.Port("accept", "--all");
        port.Edit("return x + 1;", "/* as ever */ return x+1;");
        Assert.Equal(0, port.Port("status").ExitStatus);
    }

    [Fact]
    public void Accepting_what_nobody_replaces_is_an_error()
    {
        using SmallPort port = new();
        Answer answer = port.Port("accept", "count");
        Assert.Equal(2, answer.ExitStatus);
        Assert.Contains("PORT9003: nothing handwritten replaces or drops 'count'", answer.Errors);
    }

    [Fact]
    public void The_report_has_both_sides_of_every_function()
    {
        using SmallPort port = new();
        port.Port("accept", "--all");
        port.Port("emit");
        Answer answer = port.Port("report", "-o", "pages");
        Assert.True(answer.ExitStatus == 0, answer.All);
        string page = port.Read("pages/main.c.html");
        Assert.Contains("counter += twice(by);", page);
        Assert.Contains("int count(int by)", page);
        Assert.Contains("hand/Replaced.cs:5", page);
        Assert.Contains("replaced", port.Read("pages/index.html"));
        Assert.DoesNotContain("Stale", port.Read("pages/index.html"));

        port.Edit("return x + 1;", "return x + 2;");
        port.Port("emit");
        Assert.Equal(1, port.Port("report", "-o", "pages").ExitStatus);
        Assert.Contains("<ins>+\treturn x + 2;</ins>", port.Read("pages/index.html"));
    }
}
