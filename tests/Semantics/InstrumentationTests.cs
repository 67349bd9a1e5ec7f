using System.Text.RegularExpressions;
using Porting.Build;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>What clang's passes add to a program, and what is made at link time: the same by <c>port cc</c> as by clang
/// of the same C.</summary>
public sealed partial class InstrumentationTests
{
    private static readonly Tool Coverage = new("llvm-cov-19", "llvm-19");
    private static readonly Tool ProfileData = new("llvm-profdata-19", "llvm-19");

    private const string Faults = """
        #include <stdio.h>
        #include <stdlib.h>
        int table[4];
        __attribute__((noinline)) static int read_at(int *p, int i) { return p[i]; }
        __attribute__((noinline, no_sanitize("address"))) static int unseen(int *p, int i) { return p[i]; }
        int main(int n, char **v) {
          int local[4] = { n, 2, 3, 4 };
          int *heap = malloc(16);
          int at = n + 3;
          switch (v[1][0]) {
          case 'g': return read_at(table, at - 1);
          case 's': return read_at(local, at - 1);
          case 'h': return read_at(heap, at - 1);
          case 'u': return unseen(heap, at - 1) & 0;
          case 'd': free(heap); free(heap); return 0;
          case 'f': free(heap); return read_at(heap, 0); }
          puts("fine");
          free(heap);
          return 0; }
        """;

    private static void Cc(ScratchFolder folder, params string[] arguments)
    {
        Answer made = PortTool.Run(folder.Path, ["cc", .. arguments]);
        Assert.True(made.ExitStatus == 0, made.Errors);
    }

    private static ToolResult Run(ScratchFolder folder, Tool tool, params string[] arguments)
    {
        ToolResult ran = ToolRunner.Run(tool.Locate(), arguments, folder.Path);
        Assert.True(ran.ExitStatus == 0, ran.Errors);
        return ran;
    }

    private static void Clang(ScratchFolder folder, params string[] arguments) =>
        Run(folder, Tool.Clang, ["-m32", "-w", .. arguments]);

    /// <summary>Each kind of fault is the same kind to both; what the attribute leaves out is not looked at.</summary>
    [Fact]
    public void Addresses_are_checked_as_by_clang()
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", Faults);
        string[] options = ["-g", "-O1", "-fsanitize=address", "a.c", "-o"];
        Cc(folder, [.. options, "ours"]);
        Clang(folder, [.. options, "theirs"]);
        string[] wanted =
        [
            "",
            "global-buffer-overflow a.c:4",
            "stack-buffer-overflow a.c:4",
            "heap-buffer-overflow a.c:4",
            "heap-use-after-free a.c:4",
            "double-free",
            "",
        ];
        string[] faults = ["x", "g", "s", "h", "f", "d", "u"];
        Assert.Equal(wanted, faults.Select(f => Fault(folder, "ours", f)));
        Assert.Equal(wanted.Skip(2), faults.Skip(2).Select(f => Fault(folder, "theirs", f)));
    }

    private static string Fault(ScratchFolder folder, string program, string fault)
    {
        string errors = ToolRunner
            .Run("/usr/bin/env", ["ASAN_OPTIONS=detect_leaks=0", folder.At(program), fault])
            .Errors;
        string kind = Kind().Match(errors).Groups[1].Value;
        string place = Place().Match(errors).Groups[1].Value;
        return $"{kind} {(kind == "double-free" ? "" : place)}".TrimEnd();
    }

    [GeneratedRegex("ERROR: AddressSanitizer: (?:attempting )?([a-z-]+)")]
    private static partial Regex Kind();

    [GeneratedRegex(@"#0 [^\n]* in read_at \S*/(a\.c:\d+)")]
    private static partial Regex Place();

    /// <summary>Kernels bring their own runtime: the object asks for what clang's asks for.</summary>
    [Theory]
    [InlineData("-fsanitize=kernel-address")]
    [InlineData("-fsanitize-coverage=trace-pc")]
    [InlineData("-fsanitize-coverage=trace-pc-guard,trace-cmp")]
    [InlineData("-fprofile-generate")]
    [InlineData("-fprofile-generate", "-fno-profile-generate")]
    [InlineData("-fsanitize=address", "-fno-sanitize=all")]
    public void The_runtime_is_asked_for_what_clang_asks_for(params string[] options)
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", Faults);
        Cc(folder, ["-O1", .. options, "-c", "a.c", "-o", "ours.o"]);
        Clang(folder, ["-O1", "-fno-pie", .. options, "-c", "a.c", "-o", "theirs.o"]);
        string[] wanted = Runtime(folder.At("theirs.o"));
        Assert.Equal(options.Length == 2, wanted.Length == 0);
        Assert.Equal(wanted, Runtime(folder.At("ours.o")));
    }

    private static string[] Runtime(string path) =>
        [
            .. RuntimeName()
                .Matches(ObjectReader.Symbols(path))
                .Select(m => m.Value)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    [GeneratedRegex(@"\b__(asan_\w*load|asan_\w*store|asan_handle|sanitizer|safestack|llvm_profile_raw|profc_)\w*")]
    private static partial Regex RuntimeName();

    private const string Counted = """
        #include <stdio.h>
        static int sum(int x)
        {
            int s = 0;
            for (int i = 0; i < x; i++) {
                if (i % 3 == 0)
                    s += i;
                else if (i == 7)
                    s--;
            }
            while (s > 10)
                s -= 3;
            do
                s++;
            while (s < 12);
            return s;
        }
        int never(void)
        {
            return 3;
        }
        int main(int n, char **v)
        {
            switch (n) {
            case 1:
                printf("%d\n", sum(20));
                break;
            default:
                return 4;
            }
            return n > 1 && sum(3) ? 1 : 0;
        }
        """;

    /// <summary>Each statement has run as often as by clang; the lines of braces are no statements in C#.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Lines_are_counted_as_by_clang(bool isOneCommand)
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", Counted);
        if (isOneCommand)
        {
            Cc(folder, "--coverage", "a.c", "-o", "ours");
            Clang(folder, "--coverage", "a.c", "-o", "theirs");
        }
        else
        {
            Cc(folder, "-c", "--coverage", "a.c", "-o", "ours-a.o");
            Cc(folder, "--coverage", "ours-a.o", "-o", "ours");
            Clang(folder, "--coverage", "a.c", "-o", "theirs");
        }

        Assert.DoesNotContain(".debug", ObjectReader.Whole(folder.At("ours")));
        Dictionary<int, string> ours = Counts(folder, "ours");
        Dictionary<int, string> theirs = Counts(folder, "theirs");
        string[] lines = Counted.Split('\n');
        string[] wrong =
        [
            .. theirs
                .Where(t => !IsOfFewer(lines[t.Key - 1].Trim()))
                .Where(t => ours.GetValueOrDefault(t.Key) is var count && count != t.Value)
                .Select(t =>
                    $"line {t.Key} '{lines[t.Key - 1].Trim()}': {ours.GetValueOrDefault(t.Key)}, not {t.Value}"
                ),
        ];
        Assert.Equal([], wrong);
        Assert.Equal(["#####", "#####"], new[] { 19, 29 }.Select(line => ours[line]));
    }

    /// <summary>What clang makes code for and we do not, or the other way round: leaving a function is one more run of
    /// its return for clang.</summary>
    private static bool IsOfFewer(string line) =>
        line.Trim('{', '}').Length == 0
        || line == "do"
        || line.StartsWith("switch", StringComparison.Ordinal)
        || line == "return s;";

    private static Dictionary<int, string> Counts(ScratchFolder folder, string program)
    {
        Assert.Equal(0, ToolRunner.Run(folder.At(program), []).ExitStatus);
        Run(folder, Coverage, "gcov", "-o", $"{program}-a.gcno", "a.c");
        return CountLine()
            .Matches(File.ReadAllText(folder.At("a.c.gcov")))
            .ToDictionary(m => int.Parse(m.Groups[2].ValueSpan, null), m => m.Groups[1].Value);
    }

    [GeneratedRegex(@"^ *(\d+|#####): *(\d+):", RegexOptions.Multiline)]
    private static partial Regex CountLine();

    /// <summary>A profile is written, and what is compiled with it is other code.</summary>
    [Fact]
    public void A_profile_is_made_and_used()
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", Counted);
        Cc(folder, "-O2", "-fprofile-generate=raw", "a.c", "-o", "counting");
        Assert.Equal(0, ToolRunner.Run(folder.At("counting"), [], folder.Path).ExitStatus);
        Run(folder, ProfileData, "merge", "-o", "all.profdata", "raw");
        Cc(folder, "-O2", "-c", "a.c", "-o", "without.o");
        Cc(folder, "-O2", "-fprofile-use=all.profdata", "-c", "a.c", "-o", "with.o");
        Assert.Contains("main", Run(folder, ProfileData, "show", "--all-functions", "all.profdata").Output);
        Assert.NotEqual(ObjectReader.Code(folder.At("without.o")), ObjectReader.Code(folder.At("with.o")));
    }

    /// <summary>Objects are bitcode, and the call into the other file is gone; objects of clang may be among
    /// them.</summary>
    [Theory]
    [InlineData("-flto", false)]
    [InlineData("-flto=thin", false)]
    [InlineData("-flto", true)]
    public void The_whole_program_is_optimized_when_it_is_linked(string option, bool isClangs)
    {
        using ScratchFolder folder = new();
        folder.Write("a.c", "extern int square(int);\nint main(void) { return square(3) - 9; }\n");
        folder.Write("b.c", "int square(int x) { return x * x; }\n");
        Cc(folder, "-O2", option, "-c", "a.c");
        if (isClangs)
        {
            Clang(folder, "-O2", "-fno-pie", option, "-c", "b.c");
        }
        else
        {
            Cc(folder, "-O2", option, "-c", "b.c");
        }

        Assert.Equal("BC"u8, File.ReadAllBytes(folder.At("a.o")).AsSpan(0, 2));
        Cc(folder, "-O2", option, "a.o", "b.o", "-o", "program");
        Assert.Equal(0, ToolRunner.Run(folder.At("program"), []).ExitStatus);
        Assert.DoesNotMatch("call.*<square>", ObjectReader.Code(folder.At("program")));
        Cc(folder, "-O2", option, "-ffat-lto-objects", "-c", "b.c", "-o", "fat.o");
        Assert.Contains("square", ObjectReader.Code(folder.At("fat.o")));
    }
}
