using Porting.Build;
using Porting.Hosted;
using Porting.Tests;

namespace ProgramBench;

/// <summary>A C program twice: by clang, and by way of C#.</summary>
/// <param name="Name">Of the C file.</param>
/// <param name="Clang">Executable.</param>
/// <param name="Port">Executable.</param>
internal sealed record Pair(string Name, string Clang, string Port);

/// <summary>Compiles the programs of this folder into artifacts/bench-programs and compares what they print.</summary>
internal static class Builds
{
    /// <summary>clang's command line: the machine and the promises of translated code, and no position-independent
    /// code, which translated code is not either.</summary>
    public static readonly IReadOnlyList<string> ClangArguments =
    [
        .. HostedCompiler.TargetArguments,
        "-fno-pie",
        "-no-pie",
        "-O2",
    ];

    /// <summary>For both, where time is measured: on processors with the erratum of jumps (Intel, "Mitigations for Jump
    /// Conditional Code Erratum") one that ends at a multiple of 32 bytes doubles the time of a small loop, by chance of
    /// its place. The padding counts as instructions, so those are counted without it.</summary>
    private const string Aligned = "-mbranches-within-32B-boundaries";

    private static string Folder => Repository.At("artifacts/bench-programs");

    public static IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(Repository.At("bench/programs"), "*.c")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Order(StringComparer.Ordinal);

    public static Pair Build(string name, bool isForTime)
    {
        string[] more = isForTime ? [Aligned] : [];
        string stem = Path.Combine(Folder, isForTime ? name + ".timed" : name);
        Directory.CreateDirectory(Folder);
        string source = Repository.At($"bench/programs/{name}.c");
        Pair pair = new(name, stem + ".clang", stem + ".ours");
        Check(ToolRunner.Run(Tool.Clang.Locate(), [.. ClangArguments, .. more, source, "-o", pair.Clang, "-lm"]));
        string made = stem + ".o";
        HostedCompiler.Compile(
            new HostedUnit(Repository.At("bench/programs"), source, ["-O2", .. more]) { KeepFolder = Folder },
            made
        );
        Check(HostedLinker.Link(Folder, [made, "-o", pair.Port, "-lm"]));
        return pair;
    }

    private static void Check(ToolResult result)
    {
        if (result.ExitStatus != 0)
        {
            throw new InvalidOperationException(result.FirstComplaint);
        }
    }

    /// <summary>What a program prints for so many rounds of its work.</summary>
    public static string Output(string program, int rounds)
    {
        ToolResult result = ToolRunner.Run(program, [$"{rounds}"]);
        Check(result);
        return result.Output;
    }
}
