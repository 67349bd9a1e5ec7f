using System.Text.RegularExpressions;
using Porting.Build;
using Porting.Hosted;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>What binutils say of objects, beside clang's objects of the same C.</summary>
internal static class ObjectReader
{
    private static readonly Tool Nm = new("nm", "binutils");

    private static readonly Tool Objdump = new("objdump", "binutils");
    private static readonly Tool Readelf = new("readelf", "binutils");

    /// <summary>What every C compiler asks for, wherever it sees fit, or puts in printf's place.</summary>
    private static readonly string[] Everyones =
    [
        "memcpy",
        "memmove",
        "memset",
        "memcmp",
        "puts",
        "putchar",
        "__divdi3",
        "__moddi3",
        "__udivdi3",
        "__umoddi3",
    ];

    /// <summary>An object refers to what the C names or clang puts in its place, and to no more; its symbols are seen
    /// as those of clang's are. Null, or what is too much or seen otherwise.</summary>
    public static string? Difference(string file, IReadOnlyList<string> flags, string made)
    {
        using ScratchFolder folder = new();
        IEnumerable<string> expected = ((string[])["-O0", "-O2"])
            .SelectMany(level =>
            {
                string theirs = folder.At($"clang{level}.o");
                ByClang(file, [.. flags, level, "-U__OPTIMIZE__"], theirs);
                return Missing(theirs);
            })
            .ToArray();
        IEnumerable<string> named = Regex.Matches(File.ReadAllText(file), @"\w+").Select(m => m.Value);
        string[] more = [.. Missing(made).Except(expected).Except(Everyones).Except(named)];
        Dictionary<string, string> seen = Visibilities(folder.At("clang-O2.o"));
        string[] otherwise =
        [
            .. Visibilities(made)
                .Where(s => seen.TryGetValue(s.Key, out string? theirs) && theirs != s.Value)
                .Select(s => $"{s.Key} {s.Value}"),
        ];
        return more.Length > 0 ? $"our object refers to {string.Join(' ', more)}, clang's do not"
            : otherwise.Length > 0 ? $"our object has {string.Join(", ", otherwise)}, clang's has it otherwise"
            : null;
    }

    /// <summary>How the linker sees each symbol that is not the object's own: DEFAULT, HIDDEN, ...</summary>
    private static Dictionary<string, string> Visibilities(string path) =>
        Symbols(path)
            .Split('\n')
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w is [_, _, _, _, "GLOBAL" or "WEAK", _, _, _])
            .ToDictionary(w => w[7], w => w[5]);

    /// <summary>clang's object, as <c>port cc</c> compiles when it is told nothing else.</summary>
    public static void ByClang(string file, IReadOnlyList<string> flags, string output)
    {
        ToolResult compiled = ToolRunner.Run(
            Tool.Clang.Locate(),
            [
                .. HostedCompiler.TargetArgumentsFor(flags),
                "-w",
                "-O2",
                "-fno-pie",
                .. flags.Where(f => !f.StartsWith("-l", StringComparison.Ordinal)),
                "-c",
                file,
                "-o",
                output,
            ],
            Path.GetDirectoryName(file)!
        );
        Xunit.Assert.True(compiled.ExitStatus == 0, compiled.Errors);
    }

    /// <summary>The symbols that an object asks for, in order.</summary>
    public static string[] Missing(string path) =>
        [
            .. Output(Nm, "-u", "--format=just-symbols", path)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Section headers, and instructions with their relocations.</summary>
    public static string Code(string path) => Output(Objdump, "-hdr", "--no-show-raw-insn", path);

    /// <summary>The bytes of its sections, too, and its symbols.</summary>
    public static string Whole(string path) => Output(Objdump, "-hdrs", "--no-show-raw-insn", path) + Symbols(path);

    public static string Symbols(string path) => Output(Readelf, "-sW", path);

    private static string Output(Tool tool, params string[] arguments)
    {
        ToolResult shown = ToolRunner.Run(tool.Locate(), arguments);
        Xunit.Assert.True(shown.ExitStatus == 0, shown.Errors);
        return shown.Output;
    }
}
