using Porting.Build;
using Porting.Hosted;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>
/// Every variable of every program as clang lays it down: symbol, binding, size, section with its flags and alignment,
/// bytes, and what its addresses lead to.
/// </summary>
public sealed class DataTests
{
    private static readonly string Folder = Repository.At("tests/Semantics/Programs");

    private static readonly string[] Options = ["-O0", "-fdata-sections", "-fno-pie"];

    public static IEnumerable<TheoryDataRow<string>> Names() => ProgramTests.Names();

    /// <summary>Variables that are others, by the program.</summary>
    private static readonly Dictionary<string, string> Different = new()
    {
        ["control"] = "distances of labels depend on the code",
        ["jumps"] = "distances of labels depend on the code",
        ["odd_names"] = "static names with $ are spelled as in C#",
        ["functions"] = "a static local that nobody uses is left out",
        ["linking"] = "an alias' address is written as that of what it stands for",
    };

    /// <summary>clang leaves out more of what nothing refers to, since it looks at constants while it parses.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Variables_are_those_of_clang(string name)
    {
        Assert.SkipWhen(Different.TryGetValue(name, out string? reason), reason ?? "");
        string file = Path.Combine(Folder, name + ".c");
        string[] flags =
        [
            .. ProgramTests
                .Flags(File.ReadLines(file).First())
                .Where(f => !f.StartsWith("-l", StringComparison.Ordinal)),
        ];
        string[] expected = ByClang(file, flags).Split('\n'),
            actual = ByPort(file, flags).Replace($"<{name}.", "<", StringComparison.Ordinal).Split('\n');
        Assert.DoesNotContain(expected.Except(actual), l => l.Length > 0);
        Assert.DoesNotContain(
            actual.Except(expected),
            l => l.Length > 0 && !l.Contains(": binding 0,", StringComparison.Ordinal)
        );
    }

    /// <summary>The comparison is able to fail, in each of its parts.</summary>
    [Theory]
    [InlineData("int x = 1;", "int x = 2;")]
    [InlineData("int x = 1;", "const int x = 1;")]
    [InlineData("int x = 1;", "short x = 1;")]
    [InlineData("int x = 1;", "int x __attribute__((aligned(8))) = 1;")]
    [InlineData("int x = 1;", "int x __attribute__((weak)) = 1;")]
    [InlineData("int x = 1;", "int y = 1;")]
    [InlineData("int x, y, *p = &x;", "int x, y, *p = &y;")]
    [InlineData("int x[2], *p = x;", "int x[2], *p = x + 1;")]
    [InlineData("char *p = \"a\";", "char *p = \"b\";")]
    [InlineData("int x;", "int x __attribute__((section(\"s\")));")]
    [InlineData("int x;", "__thread int x;")]
    public void A_difference_is_seen(string one, string other)
    {
        using ScratchFolder folder = new();
        folder.Write("one.c", one + "\n");
        folder.Write("other.c", other + "\n");
        Assert.NotEqual(ByClang(folder.At("one.c"), []), ByPort(folder.At("other.c"), []));
        Assert.Equal(ByClang(folder.At("one.c"), []), ByPort(folder.At("one.c"), []));
    }

    private static string ByClang(string file, string[] flags)
    {
        using ScratchFolder folder = new();
        string made = folder.At("clang.o");
        ToolResult compiled = ToolRunner.Run(
            Tool.Clang.Locate(),
            ["-w", .. HostedCompiler.TargetArguments, .. Options, .. flags, "-c", file, "-o", made]
        );
        Assert.True(compiled.ExitStatus == 0, compiled.Errors);
        return ObjectData.Describe(File.ReadAllBytes(made));
    }

    private static string ByPort(string file, string[] flags)
    {
        using ScratchFolder folder = new();
        string made = folder.At("port.o");
        HostedCompiler.Compile(new HostedUnit(Folder, file, [.. Options, .. flags]) { Optimize = false }, made);
        return ObjectData.Describe(File.ReadAllBytes(made));
    }
}
