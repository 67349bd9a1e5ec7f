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

    /// <summary>Functions that clang's object does not have, by the program.</summary>
    private static readonly Dictionary<string, string[]> MoreFunctions = new()
    {
        ["included_again"] = ["drop_dollar_"], // static names that C# cannot have are spelled as in C#
        ["overloads"] = ["f__Pc", "f__d", "f__i"],
        ["underscore"] = ["_underscore"],
    };

    /// <summary>clang leaves out more of what nothing refers to, since it looks at constants while it parses. Helpers
    /// of C# are nowhere, not even without optimisation.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Variables_and_functions_are_those_of_clang(string name)
    {
        Assert.SkipWhen(Different.TryGetValue(name, out string? reason), reason ?? "");
        string file = Path.Combine(Folder, name + ".c");
        string[] flags =
        [
            .. ProgramTests
                .Flags(File.ReadLines(file).First())
                .Where(f => !f.StartsWith("-l", StringComparison.Ordinal)),
        ];
        byte[] byClang = ByClang(file, flags),
            byPort = ByPort(file, flags);
        string[] expected = ObjectData.Describe(byClang).Split('\n'),
            actual = ObjectData.Describe(byPort).Replace($"<{name}.", "<", StringComparison.Ordinal).Split('\n');
        Assert.DoesNotContain(expected.Except(actual), l => l.Length > 0);
        Assert.DoesNotContain(
            actual.Except(expected),
            l => l.Length > 0 && !l.Contains(": binding 0,", StringComparison.Ordinal)
        );
        Assert.Equal(
            MoreFunctions.GetValueOrDefault(name, []),
            ObjectData.Functions(byPort).Except(ObjectData.Functions(byClang)).Order(StringComparer.Ordinal)
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
        string byClang = ObjectData.Describe(ByClang(folder.At("one.c"), []));
        Assert.NotEqual(byClang, ObjectData.Describe(ByPort(folder.At("other.c"), [])));
        Assert.Equal(byClang, ObjectData.Describe(ByPort(folder.At("one.c"), [])));
    }

    private static byte[] ByClang(string file, string[] flags)
    {
        using ScratchFolder folder = new();
        string made = folder.At("clang.o");
        ToolResult compiled = ToolRunner.Run(
            Tool.Clang.Locate(),
            ["-w", .. HostedCompiler.TargetArguments, .. Options, .. flags, "-c", file, "-o", made]
        );
        Assert.True(compiled.ExitStatus == 0, compiled.Errors);
        return File.ReadAllBytes(made);
    }

    private static byte[] ByPort(string file, string[] flags)
    {
        using ScratchFolder folder = new();
        string made = folder.At("port.o");
        HostedCompiler.Compile(new HostedUnit(Folder, file, [.. Options, .. flags]) { Optimize = false }, made);
        return File.ReadAllBytes(made);
    }
}
