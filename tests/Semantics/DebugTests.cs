using System.Text.RegularExpressions;
using Porting.Build;
using Porting.Hosted;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>What gdb knows of an object by <c>port cc -g</c> is what it knows of clang's: each variable, function and
/// type of each program, without optimization, which leaves out here what it keeps there. Where they
/// differ, <c>Programs/debugger.txt</c> says so, with the reason.</summary>
public sealed partial class DebugTests
{
    private static readonly string Folder = Repository.At("tests/Semantics/Programs");

    /// <summary>One in so many programs; all with PORT_DEBUGGER=full.</summary>
    private static readonly int Step = Environment.GetEnvironmentVariable("PORT_DEBUGGER") == "full" ? 1 : 6;

    /// <summary>Lines that may differ: program, <c>+</c> for ours alone or <c>-</c> for clang's alone, line,
    /// reason.</summary>
    private static readonly ILookup<string, string> Allowed = File.ReadLines(Path.Combine(Folder, "debugger.txt"))
        .Where(l => l.Length > 0 && l[0] != '#')
        .Select(l => l.Split(" | "))
        .ToLookup(p => p[0].Trim(), p => p[1].Trim());

    public static IEnumerable<TheoryDataRow<string>> Names() =>
        ProgramTests.Names().Where((n, i) => i % Step == 0 || Allowed.Contains(n.Data));

    [Theory, MemberData(nameof(Names))]
    public void Gdb_knows_what_it_knows_of_clangs_object(string name)
    {
        using ScratchFolder folder = new();
        string file = Path.Combine(Folder, name + ".c");
        string[] flags = ProgramTests.Flags(File.ReadLines(file).First());
        Assert.Equal(
            Allowed[name].Order(StringComparer.Ordinal),
            Differences(folder, Folder, file, [.. flags, "-g", "-O0", "-U__OPTIMIZE__"])
        );
    }

    /// <summary>-g0 to -g3, and the version of DWARF, do what they do to clang.</summary>
    [Theory]
    [InlineData("-g0")]
    [InlineData("-g1")]
    [InlineData("-gline-tables-only")]
    [InlineData("-g2")]
    [InlineData("-g3")]
    [InlineData("-ggdb3")]
    [InlineData("-gdwarf-4")]
    [InlineData("-g", "-O0")]
    public void The_level_is_clangs(params string[] options)
    {
        using ScratchFolder folder = new();
        folder.Write("p.c", Program);
        Assert.Empty(Differences(folder, folder.Path, folder.At("p.c"), options));
        Assert.Equal(Version(folder.At("clang.o")), Version(folder.At("ours.o")));
        bool hasMacros = options[0].EndsWith('3');
        Assert.Equal(
            hasMacros,
            Ask(folder.At("ours.o"), ["list double_of", "info macro TWICE"]).Contains("#define TWICE(x) ((x) * 2)")
        );
    }

    /// <summary>Builds that are the same wherever they are made name files otherwise: the debugger hears of the folder
    /// and the names that it hears of from clang, and all the rest is there.</summary>
    [Theory]
    [InlineData("/elsewhere", "-fdebug-compilation-dir=/elsewhere")]
    [InlineData("/elsewhere", "-fdebug-compilation-dir", "/elsewhere")]
    [InlineData("/src", "-ffile-prefix-map=HERE=/src")]
    [InlineData("/src/b", "-fdebug-prefix-map=HERE=/src", "-fdebug-compilation-dir=/src/b")]
    [InlineData(".", "-fdebug-prefix-map=HERE=.")]
    public void Files_have_the_names_that_they_are_given(string shown, params string[] options)
    {
        using ScratchFolder folder = new();
        folder.Write("p.c", Program);
        string[] flags = ["-g", .. options.Select(o => o.Replace("HERE", folder.Path))];
        Assert.Empty(Differences(folder, folder.Path, folder.At("p.c"), flags));
        string[] asked = ["list double_of", "info line double_of", "info source"];
        string[] said = [.. new[] { "ours.o", "clang.o" }.Select(o => Ask(folder.At(o), asked))];
        Assert.Contains($"Compilation directory is {shown}\n", said[0]);
        Assert.Equal(FileOfLine().Match(said[1]).Value, FileOfLine().Match(said[0]).Value);
    }

    [GeneratedRegex("Line [0-9]+ of \"[^\"]*\"")]
    private static partial Regex FileOfLine();

    /// <summary>The comparison is able to fail.</summary>
    [Fact]
    public void A_difference_is_seen()
    {
        using ScratchFolder folder = new();
        folder.Write("p.c", Program);
        Build(folder, folder.Path, folder.At("p.c"), ["-g"]);
        folder.Write("p.c", Program.Replace("BLUE = 7", "BLUE = 8"));
        ByClang(folder, folder.At("p.c"), ["-g"]);
        Assert.NotEmpty(Compared(folder));
    }

    private const string Program = """
        #define TWICE(x) ((x) * 2)
        typedef unsigned u32;
        enum color { RED, GREEN, BLUE = 7 };
        struct part { unsigned low : 3; int high : 5; enum color color : 4; union { u32 word; struct { short a, b; }; };
          int (*call)(const volatile char *, u32); char text[2][3]; };
        struct part part; enum color shade = GREEN; const char *const word = "text"; static _Bool flag;
        static int count(int n) { static enum color last; static int calls; last = n; flag = !flag; return ++calls + last; }
        int double_of(int n) { int twice = TWICE(n); for (int i = 0; i < n; i++) { int twice = count(i); part.low += twice; }
          return twice; }
        """;

    // ---- asking

    private static void Build(ScratchFolder folder, string directory, string file, string[] flags)
    {
        CcOptions options = CcOptions.Parse(["-c", "-w", .. flags, file, "-o", folder.At("ours.o")], directory);
        ProcessHost host = new() { Directory = directory };
        int status = new CcDriver(options, host, d => Assert.NotEqual(PortSeverity.Error, d.Severity)).Run();
        Assert.Equal(0, status);
    }

    private static void ByClang(ScratchFolder folder, string file, string[] flags) =>
        ObjectReader.ByClang(
            file,
            [.. flags, .. flags.Contains("-g3") || flags.Contains("-ggdb3") ? (string[])["-fdebug-macro"] : []],
            folder.At("clang.o")
        );

    private static IEnumerable<string> Differences(ScratchFolder folder, string directory, string file, string[] flags)
    {
        Build(folder, directory, file, [.. flags.Where(f => !f.StartsWith("-l", StringComparison.Ordinal))]);
        ByClang(folder, file, flags);
        return Compared(folder);
    }

    private static IEnumerable<string> Compared(ScratchFolder folder)
    {
        string[] ours = Known(folder.At("ours.o")),
            theirs = Known(folder.At("clang.o"));
        return theirs
            .Except(ours)
            .Select(l => "-" + l)
            .Concat(ours.Except(theirs).Select(l => "+" + l))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>All that gdb lists, and each type of it spelled out; a line each.</summary>
    private static string[] Known(string path)
    {
        string listed = Ask(path, ["info variables -n -q .", "info functions -n -q .", "info types -q ."]);
        string[] types =
        [
            .. TypeLine().Matches(listed).Select(m => m.Groups["type"].Value).Distinct().Order(StringComparer.Ordinal),
        ];
        string spelled = Ask(
            path,
            [.. types.SelectMany(t => new[] { $"echo {t}:\\n", $"ptype {t}", $"print sizeof({t})" })]
        );
        return
        [
            .. listed
                .Split('\n')
                .Concat(Joined(spelled))
                .Select(l => l.Trim())
                .Where(l => l.Length > 0 && !Internal().IsMatch(l)),
        ];
    }

    /// <summary>What belongs to a type is one line.</summary>
    private static IEnumerable<string> Joined(string spelled) =>
        Regex.Split(spelled, @"\n(?=[^\n]*:\n)").Select(t => Regex.Replace(t, @"\s+", " "));

    private static string Ask(string path, IEnumerable<string> commands)
    {
        ToolResult said = ToolRunner.Run(
            Tool.Gdb.Locate(),
            ["-q", "-nx", "-batch", .. commands.SelectMany(c => new[] { "-ex", c }), path],
            Path.GetDirectoryName(path)!
        );
        return Regex.Replace(said.Output, @"\$\d+ = ", "");
    }

    private static string Version(string path) =>
        Regex.Match(ToolRunner.Run("/usr/bin/readelf", ["--debug-dump=info", path]).Output, @"Version: +\d").Value;

    [GeneratedRegex(
        @"^(?:\d+:)?\s+(?<type>(?:struct|union|enum) \w+);|^(?:\d+:)?\s+typedef .*?(?<type>\w+);",
        RegexOptions.Multiline
    )]
    private static partial Regex TypeLine();

    /// <summary>C's own types, listed where a literal or a conversion in the machine code has them.</summary>
    [GeneratedRegex("^(DW_ATE_|[A-Za-z_ ]+$)")]
    private static partial Regex Internal();
}
