using System.Text.RegularExpressions;
using Porting.Build;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>Sanitizers that look at C's operations, and -ftrapv: what a program prints, what the runtime reports of it
/// and how it ends is the same by <c>port cc</c> as by clang of the same C, columns and types included.</summary>
public sealed partial class OperationCheckTests
{
    private const string Arithmetic =
        "-fsanitize=signed-integer-overflow,unsigned-integer-overflow,shift,integer-divide-by-zero,float-divide-by-zero";

    private const string All = "-fsanitize=undefined,unsigned-integer-overflow,float-divide-by-zero";

    private const string Whole = "-fsanitize=undefined";

    private static void Build(ScratchFolder folder, string file, string[] options)
    {
        string[] words = ["-w", .. options, file, "-o"];
        Answer ours = PortTool.Run(folder.Path, ["cc", .. words, "ours"]);
        Assert.True(ours.ExitStatus == 0, ours.Errors);
        ToolResult theirs = ToolRunner.Run(Tool.Clang.Locate(), ["-m32", .. words, "theirs"], folder.Path);
        Assert.True(theirs.ExitStatus == 0, theirs.Errors);
    }

    private static ToolResult[] Run(ScratchFolder folder, params string[] arguments) =>
        [.. new[] { "theirs", "ours" }.Select(p => ToolRunner.Run(folder.At(p), arguments, folder.Path))];

    private static ToolResult Same(string file, string[] options, params string[] arguments)
    {
        using ScratchFolder folder = new();
        folder.Write(file, File.ReadAllText(Repository.At($"tests/Semantics/Checks/{file}")));
        Build(folder, file, options);
        ToolResult[] ran = Run(folder, arguments);
        AssertSame(ran);
        return ran[1];
    }

    private static void AssertSame(ToolResult[] ran)
    {
        Assert.Equal(WithoutAddresses(ran[0].Errors), WithoutAddresses(ran[1].Errors));
        Assert.Equal(ran[0].Output, ran[1].Output);
        Assert.Equal(ran[0].ExitStatus, ran[1].ExitStatus);
    }

    /// <summary>Where code and data lie, and what lies beside them, is another thing in each program and run.</summary>
    private static string WithoutAddresses(string errors) =>
        string.Join('\n', errors.Split('\n').Where(l => !Memory().IsMatch(l)).Select(l => Address().Replace(l, "")));

    [GeneratedRegex("(==[0-9]+==|by )?0x[0-9a-f]+|==[0-9]+==")]
    private static partial Regex Address();

    /// <summary>Bytes and a caret beneath; frames, and registers.</summary>
    [GeneratedRegex("^ +[0-9a-f]{2} |BuildId|^ *\\^|^ *#[0-9]|^ *e[a-z]{2} = |^==[0-9]+==(ERROR|Register)")]
    private static partial Regex Memory();

    [Theory]
    [InlineData("arithmetic.c", 100)]
    [InlineData("accesses.c", 80)]
    [InlineData("forms.c", 20)]
    [InlineData("pointers.c", 200)]
    [InlineData("counted.c", 18)]
    [InlineData("atomics.c", 0)]
    public void Everything_is_reported_as_by_clang(string file, int lines)
    {
        string signed = "-fsanitize=signed-integer-overflow,shift,array-bounds";
        foreach (string level in (string[])["-O0", "-O2"])
        {
            ToolResult ran = Same(file, [level, file == "atomics.c" ? signed : All]);
            Assert.True(ran.Errors.Split('\n').Length > lines, ran.Errors);
        }
    }

    [Theory]
    [InlineData("-O0", "-fno-sanitize-recover=all")]
    [InlineData("-O2", "-fno-sanitize-recover")]
    [InlineData("-O0", "-fsanitize-trap=all")]
    [InlineData("-O2", "-fsanitize-trap")]
    [InlineData("-O0", "-fsanitize-trap=shift", "-fno-sanitize-recover=signed-integer-overflow")]
    [InlineData("-O0", "-fsanitize-undefined-trap-on-error")]
    [InlineData("-O0", "-fsanitize-minimal-runtime")]
    [InlineData("-O2", "-fsanitize-minimal-runtime", "-fno-sanitize-recover=all")]
    [InlineData("-O0", "-fsanitize-undefined-strip-path-components=-1")]
    [InlineData("-O0", "-fno-sanitize=signed-integer-overflow")]
    [InlineData("-O0", "-fwrapv")]
    public void A_report_has_the_consequence_that_the_options_ask_for(params string[] options) =>
        Same("arithmetic.c", [Arithmetic, .. options]);

    /// <summary>Each part of -fsanitize=undefined that looks at pointers, alone, and all without one.</summary>
    [Theory]
    [InlineData("null", 1)]
    [InlineData("alignment", 80)]
    [InlineData("object-size", 0)]
    [InlineData("pointer-overflow", 8)]
    [InlineData("function", 8)]
    [InlineData("nonnull-attribute", 8)]
    [InlineData("returns-nonnull-attribute", 2)]
    [InlineData("undefined", 40, "-fno-sanitize=alignment")]
    [InlineData("undefined", 100, "-fno-sanitize=null,function")]
    [InlineData("undefined", 0, "-fno-sanitize-recover=all")]
    [InlineData("undefined", 0, "-fsanitize-trap=all")]
    [InlineData("undefined", 2, "-fsanitize-minimal-runtime")]
    public void Pointers_are_looked_at_as_by_clang(string part, int lines, params string[] options)
    {
        ToolResult ran = Same("pointers.c", ["-O1", "-fsanitize=" + part, .. options]);
        Assert.True(ran.Errors.Split('\n').Length > lines, ran.Errors);
    }

    [Theory]
    [InlineData("-O0")]
    [InlineData("-O2")]
    [InlineData("-O0", "-fsanitize-trap=unreachable")]
    [InlineData("-O0", "-fno-sanitize-recover=all")]
    [InlineData("-O0", "-fsanitize-minimal-runtime")]
    public void Ends_that_are_reached_are_reported(params string[] options)
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", File.ReadAllText(Repository.At("tests/Semantics/Checks/ends.c")));
        Build(folder, "a.c", [Whole, .. options]);
        foreach (int n in Enumerable.Range(1, 11))
        {
            ToolResult[] ran = Run(folder, $"{n}");
            AssertSame(ran);
            Assert.Equal(n is 4 or 5 or 9, ran[1].Errors.Length == 0 && ran[1].ExitStatus is 4 or 9 or 3);
        }
    }

    [Theory]
    [InlineData("-O0")]
    [InlineData("-O2")]
    [InlineData("-O0", "-ftrapv-handler=caught")]
    public void Overflow_traps(params string[] options)
    {
        using ScratchFolder folder = new();
        folder.Write(
            "a.c",
            """
            #include <stdio.h>
            #include <stdlib.h>
            long long caught(long long a, long long b, char op, char width) { puts("caught"); exit(3); }
            static volatile int most = 0x7fffffff;
            int main(int n, char **v) {
              switch (v[1][0]) {
              case 'a': printf("%d\n", most + n); break;
              case 'n': printf("%d\n", -(most + n - most - n - most - 1)); break;
              case 's': most++; break;
              case 'c': { int x = most; x *= 2; printf("%d\n", x); } break;
              case 'u': printf("%u\n", most + (unsigned)most); break;
              case 'h': printf("%d\n", most << 2); break;
              }
              return 0;
            }
            """
        );
        Build(folder, "a.c", [.. options, "-ftrapv"]);
        foreach (string kind in (string[])["a", "n", "s", "c", "u", "h"])
        {
            ToolResult[] ran = Run(folder, kind);
            Assert.Equal(ran[0].Output, ran[1].Output);
            Assert.Equal(ran[0].ExitStatus, ran[1].ExitStatus);
            Assert.Equal(kind is "u" or "h", ran[1].ExitStatus == 0);
        }
    }

    [Fact]
    public void Divisions_are_looked_at()
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", File.ReadAllText(Repository.At("tests/Semantics/Checks/division.c")));
        Build(folder, "a.c", ["-O0", Arithmetic, "-fno-sanitize-recover=all"]);
        foreach (int n in Enumerable.Range(0, 10))
        {
            ToolResult[] ran = Run(folder, $"{n}");
            Assert.Contains("runtime error: ", ran[1].Errors);
            Assert.Equal(ran[0].Errors, ran[1].Errors);
            Assert.Equal(ran[0].ExitStatus, ran[1].ExitStatus);
        }
    }

    /// <summary>A kernel's handlers are called with the runtime's data: the same names, and as many places.</summary>
    [Theory]
    [InlineData("-O1")]
    [InlineData("-O1", "-fno-sanitize-recover=all")]
    [InlineData("-O1", "-fsanitize-minimal-runtime")]
    [InlineData("-O1", "-fsanitize=address,undefined")]
    [InlineData("-O1", "-fno-sanitize=all")]
    public void Handlers_are_those_that_clang_calls(params string[] options)
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", File.ReadAllText(Repository.At("tests/Semantics/Checks/pointers.c")));
        string[] words = ["-w", All, .. options, "-ffreestanding", "-c", "a.c", "-o"];
        Answer ours = PortTool.Run(folder.Path, ["cc", .. words, "ours.o"]);
        Assert.True(ours.ExitStatus == 0, ours.Errors);
        ToolRunner.Run(Tool.Clang.Locate(), ["-m32", "-fno-pie", .. words, "theirs.o"], folder.Path);
        string[] wanted = Handlers(folder.At("theirs.o"));
        Assert.Equal(options[^1] == "-fno-sanitize=all", wanted.Length == 0);
        Assert.Equal(wanted, Handlers(folder.At("ours.o")));
    }

    private static string[] Handlers(string path) =>
        [
            .. ObjectReader
                .Symbols(path)
                .Split((char[])[' ', '\n'])
                .Where(s => s.StartsWith("__ubsan", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private const string Wholesome = """
        #include <limits.h>
        #include <stdio.h>
        typedef unsigned char byte;
        struct tail { int n; byte data[]; } *t;
        int table[3], *behind = table + 3;
        static volatile int most = INT_MAX, least = INT_MIN, five = 5;
        static int four(void) { return 4; }
        int main(void) {
          unsigned wraps = UINT_MAX; wraps++; wraps += 7; wraps *= 3; wraps <<= 31;
          short narrow = SHRT_MAX; narrow++; byte b = 250; b += 10; b = -b;
          int sum = most + least; sum -= most; sum = -most; sum = least + 1; sum = -1 >> 3; sum = most >> 31;
          sum = least / 1; sum = most % -1; sum = (int)((unsigned)most + 1); sum = 1 << 30; long long wide = 1LL << 62;
          int *end = &table[3]; for (int *p = table; p != end; p++) *p = five; sum = end[-1] + sizeof table[9];
          struct { char c; int n; struct { int x, y; }; } part, *whole = &part; whole->n = 5; whole->y = *&whole->n;
          char *last = (char *)whole + sizeof part, *none = 0; sum = last - (char *)whole + !none; whole = 0;
          int (*call)(void) = main; if (!call) __builtin_unreachable(); sum += __builtin_offsetof(struct tail, data);
          int cells[five][2]; cells[four()][1] = 3; int (*cell)[2] = cells + five; sum += cell[-1][1];
          double d = most; sum = d; sum = -2147483648.9; b = 255.9; b = -0.9; _Bool yes = 7; yes += 3;
          for (int i = INT_MAX; i-- > INT_MAX - 3; ) sum ^= i;
          printf("%u %d %d %d %lld %d\n", wraps, narrow, b, sum, wide, yes);
          return __builtin_ctz(five) + __builtin_clz(1u) - 31; }
        """;

    /// <summary>What C defines is not reported.</summary>
    [Theory]
    [InlineData("-O0")]
    [InlineData("-O2")]
    public void Nothing_is_reported_of_what_is_defined(string level)
    {
        string signed = All.Replace("unsigned-integer-overflow,", "", StringComparison.Ordinal);
        using ScratchFolder folder = new();
        folder.Write("a.c", Wholesome);
        Build(folder, "a.c", [level, signed]);
        ToolResult[] ran = Run(folder);
        Assert.Equal("", ran[1].Errors);
        Assert.Equal(ran[0].Output, ran[1].Output);
    }

    /// <summary>Without the options nothing of them is in the C#.</summary>
    [Fact]
    public void Other_programs_are_without_checks()
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", "int f(int a, int b) { return a + b; }\n");
        Assert.Equal(
            0,
            PortTool.Run(folder.Path, ["cc", "-c", "a.c", "-fsanitize=address", "--keep-csharp", "cs"]).ExitStatus
        );
        Assert.Equal(0, PortTool.Run(folder.Path, ["cc", "-c", "a.c", "-ftrapv", "--keep-csharp", "traps"]).ExitStatus);
        string Text(string of) =>
            string.Concat(
                Directory.GetFiles(folder.At(of), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)
            );
        Assert.DoesNotContain("CExpression", Text("cs"));
        Assert.Contains("CExpression", Text("traps"));
    }
}
