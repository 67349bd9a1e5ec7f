namespace Porting.Cli.Tests;

/// <summary>Static locals in blocks of one function, under one name, in a kernel of several units.</summary>
public sealed class StaticLocalTests
{
    private const string Counters = """
        static int count(int which)
        {
        	if (which == 0) {
        		static int n = 40;
        		return ++n;
        	} else if (which == 1) {
        		static short n[2] = { 1, 2 };
        		return n[1] + ++n[0];
        	} else {
        		static const char n[] = { 7, 8, 9 };
        		return n[which - 2];
        	}
        }
        """;

    [Fact]
    public void Those_of_one_name_are_told_apart()
    {
        using TinyPort tiny = new();
        tiny.Edit(
            "tiny/kern/ring.c",
            "#include \"tiny.h\"\n",
            $"#include \"tiny.h\"\n{Counters}\nint of_ring(int which) {{ return count(which) + 100; }}\n"
        );
        tiny.Edit(
            "tiny/kern/main.c",
            "#include \"tiny.h\"\n",
            $"#include \"tiny.h\"\n{Counters}\nextern int of_ring(int which);\n"
        );
        tiny.Edit(
            "tiny/kern/main.c",
            "\tprintf(\"tiny: done\\n\");",
            "\tfor (int i = 0; i < 10; i++)\n\t\tprintf(\"%u %u \", count(i % 5), of_ring(i % 4));\n"
                + "\tprintf(\"tiny: done\\n\");"
        );
        tiny.Done("init", "--", "make", "-s", "-C", "../tiny");
        tiny.Done("emit");
        tiny.Done("build");
        string port = tiny.Done("boot", "--until", "tiny: done").Output;
        Assert.Contains("41 141 4 104 7 107 8 108 9 142 ", port);
        Assert.Contains(Counted(port), tiny.Done("boot", "--reference", "--until", "tiny: done").Output);
    }

    private static string Counted(string output) =>
        output.Split('\n').First(l => l.StartsWith("41 ", StringComparison.Ordinal));
}
