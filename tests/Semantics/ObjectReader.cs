using Porting.Build;
using Porting.Hosted;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>What binutils say of objects, beside clang's objects of the same C.</summary>
internal static class ObjectReader
{
    private static readonly Tool Nm = new("nm", "binutils");

    /// <summary>An object refers to what clang's refers to, and to no more: null, or both lists.</summary>
    public static string? MissingDifference(string file, IReadOnlyList<string> flags, string made)
    {
        using ScratchFolder folder = new();
        string theirs = folder.At("clang.o");
        ByClang(file, flags, theirs);
        string expected = Missing(theirs),
            actual = Missing(made);
        return expected == actual ? null : $"clang's object refers to {expected}; ours to {actual}";
    }

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
    public static string Missing(string path)
    {
        ToolResult listed = ToolRunner.Run(Nm.Locate(), ["-u", "--format=just-symbols", path]);
        Xunit.Assert.True(listed.ExitStatus == 0, listed.Errors);
        return string.Join(
            ' ',
            listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)
        );
    }
}
