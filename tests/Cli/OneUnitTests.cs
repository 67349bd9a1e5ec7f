using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>After a change of one C file an emit looks at that unit alone; where the change concerns others it looks at
/// all. Either way it gives what an emit from nothing gives.</summary>
public sealed class OneUnitTests : IDisposable
{
    private const string Alone = ", one unit looked at";
    private const string Header =
        "#define LIMIT 40\n#define SPARE 7\n#define OTHER 9\n#define LARGER(a, b) ((a) > (b) ? (a) : (b))\nextern int twice(int x);\nextern int thrice(int x);\nextern int (*hook)(int x);\nextern int say(const char *format, ...);\n";
    private const string Main =
        "#include \"lib.h\"\n\nstruct own { int a; };\nint (*hook)(int x) = twice;\n\nstatic int peek(struct own *o)\n{\n\treturn o->a;\n}\n\nint count(int by)\n{\n\tstruct own o = { by };\n\tif (by > LIMIT)\n\t\tby = LARGER(by, OTHER);\n\treturn twice(by) + peek(&o);\n}\n";
    private const string Library =
        "#include \"lib.h\"\nint twice(int x) { return LARGER(2 * x, LIMIT); }\nint thrice(int x) { return x > LIMIT ? 3 * x : LARGER(x, 1); }\nint say(const char *format, ...) { hook = twice; return format[0]; }\n";
    private readonly SmallPort _port = new();

    public OneUnitTests()
    {
        _port.Write("hand/Replaced.cs", "namespace Small;\n");
        _port.Write("c/lib.h", Header);
        _port.Write("c/main.c", Main);
        _port.Write("c/lib.c", Library);
        _port.Emit();
    }

    public void Dispose() => _port.Dispose();

    [Theory]
    [InlineData("return twice(by) + peek(&o);", "/* More. */\n\n\treturn thrice(by) - peek(&o);")]
    [InlineData("int count(int by)\n{", "/* Counts. */\nint count(int by)\n{\n\tstatic int calls;\n\tcalls++;")]
    [InlineData("struct own { int a; };", "/* Mine. */\nstruct own { int a; };")]
    [InlineData("by = LARGER(by, OTHER);", "by = LARGER(by, 3) + OTHER;")]
    [InlineData("= twice;", "= 0;")]
    public void A_unit_is_looked_at_alone(string from, string to) => Changed(from, to, isAlone: true);

    [Theory]
    [InlineData("by > LIMIT", "by > SPARE")] // a constant that nobody else uses
    [InlineData("by = LARGER(by, OTHER);", "by++;")] // was the only one to use OTHER
    [InlineData("= twice;", "= thrice;")] // an address that nobody else takes
    [InlineData("by > LIMIT", "LARGER(say, 0) != 0")] // another method of a macro
    [InlineData("return o->a;", "return o->a + say(\"%d\", 1);")] // another variadic call
    [InlineData("static int peek", "int peek")]
    [InlineData("struct own { int a; };", "struct own { int b, a; };")]
    [InlineData("int count(int by)", "int count(short by)")]
    [InlineData("#include \"lib.h\"", "#include \"lib.h\"\n#define OWN 3")]
    public void All_units_are_looked_at(string from, string to) => Changed(from, to, isAlone: false);

    [Fact]
    public void Edits_follow_each_other()
    {
        Changed("return o->a;", "return o->a + 1;", isAlone: true);
        Changed("by > LIMIT", "by >= LIMIT", isAlone: true);
        Assert.Equal("emit: nothing has changed\n", _port.Emit());
        Changed("by >= LIMIT", "by > SPARE", isAlone: false);
        Changed("by > SPARE", "by >= SPARE", isAlone: true);
    }

    [Fact]
    public void A_generated_file_that_was_edited_is_not_overwritten_without_a_word()
    {
        _port.Edit("return o->a;", "return o->a + 1;");
        _port.Write("generated/lib.g.cs", "// edited\n");
        Assert.Contains("generated/lib.g.cs: error PORT4012", _port.Port("emit").Errors);
        Assert.Equal("// edited\n", _port.Read("generated/lib.g.cs"));
        Answer forced = _port.Port("emit", "--force");
        Assert.True(forced.ExitStatus == 0 && !forced.Output.Contains(Alone, StringComparison.Ordinal), forced.All);
        _port.AssertIsClean();
    }

    /// <summary>What a replaced function did in C decides nothing any more.</summary>
    [Fact]
    public void An_address_that_only_a_replaced_function_took_is_a_new_one()
    {
        _port.Write("c/lib.c", Library + "int (*chosen(void))(int) { return thrice; }\n");
        _port.Write(
            "hand/Replaced.cs",
            "namespace Small;\n\ninternal static unsafe partial class lib_c\n{\n    [Replaces(\"lib.c\", \"chosen\", \"\")]\n    internal static delegate* unmanaged[Cdecl, SuppressGCTransition]<int, int> chosen() => null;\n}\n"
        );
        Answer accepted = _port.Port("accept", "--all");
        Assert.True(accepted.ExitStatus == 0, accepted.All);
        _port.Emit();
        Changed("return o->a;", "return o->a + 1;", isAlone: true);
        Changed("= twice;", "= thrice;", isAlone: false);
    }

    [Fact]
    public void An_error_leaves_all_as_it_was()
    {
        SortedDictionary<string, string> before = _port.Generated();
        _port.Edit("return o->a;", "return o->b;");
        Answer answer = _port.Port("emit", "--strict");
        Assert.Equal((1, true), (answer.ExitStatus, answer.Errors.Contains("main.c(8,", StringComparison.Ordinal)));
        Assert.Equal(before, _port.Generated());
        Changed("return o->b;", "return o->a * 2;", isAlone: true);
    }

    private void Changed(string from, string to, bool isAlone)
    {
        _port.Edit(from, to);
        Assert.Equal(isAlone, _port.Emit().Contains(Alone, StringComparison.Ordinal));
        _port.AssertIsClean();
    }
}
