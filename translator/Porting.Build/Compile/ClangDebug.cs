using Porting.Backend.Debug;
using Porting.Clang.Parse;

namespace Porting.Build.Compile;

/// <summary>A C file and clang's arguments for it, without the stage and the output.</summary>
/// <param name="Directory">clang runs here.</param>
/// <param name="File">As the command names it.</param>
/// <param name="Arguments">Options of debug information among them; -g without any.</param>
public sealed record CSource(string Directory, string File, IReadOnlyList<string> Arguments);

/// <summary>Asks clang what it tells the debugger of a C file.</summary>
internal static class ClangDebug
{
    /// <summary>No pass: variables are all there, and no time is spent.</summary>
    private static readonly string[] Fixed =
    [
        "-w",
        ClangParser.CastOutputs,
        "-Xclang",
        "-disable-llvm-passes",
        "-S",
        "-emit-llvm",
    ];

    /// <summary>-g3 asks for macros, which clang has under a name of its own.</summary>
    private static IEnumerable<string> MacrosOf(CSource source) =>
        source.Arguments.LastOrDefault(a => a.StartsWith("-g", StringComparison.Ordinal)) is "-g3" or "-ggdb3"
            ? ["-fdebug-macro"]
            : [];

    /// <summary>clang's module of the file.</summary>
    /// <param name="output">Where it goes.</param>
    /// <returns>False when clang does not take the file.</returns>
    public static bool Write(CSource source, string output) =>
        ToolRunner
            .Run(
                Tool.Clang.Locate(),
                ["-m32", "-g", .. source.Arguments, .. MacrosOf(source), .. Fixed, "-o", output, source.File],
                source.Directory
            )
            .ExitStatus == 0;

    /// <param name="root">What places of C are relative to.</param>
    /// <returns>null when clang does not take the file, or is told to say nothing.</returns>
    public static CDebug? Read(CSource source, string root, string workDirectory)
    {
        string output = Path.Combine(workDirectory, "c.ll");
        return Write(source, output) ? Parse(source, output, root, isRelative: false) : null;
    }

    /// <summary>A module that has been written.</summary>
    public static CDebug? Parse(CSource source, string module, string root, bool isRelative) =>
        CDebug.Parse(
            File.ReadAllText(module),
            root,
            isRelative,
            new DebugPaths(root, Path.GetFullPath(source.Directory, root), source.Arguments)
        );
}
