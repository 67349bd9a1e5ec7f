using Porting.Build;
using Porting.Build.Boot;

namespace Porting.Campaigns.Kernels;

/// <summary>QEMU with a clock that follows the instructions, so that two runs of one image say the same, and what two
/// builds of a project said there, compared.</summary>
internal static class Emulator
{
    private const string MemoryMiB = "64";

    /// <param name="build">The build that is run; files are named from its folder.</param>
    /// <param name="options">What the machine starts from, and its devices.</param>
    public static ToolResult Run(BuildFolder build, TimeSpan timeout, IEnumerable<string> options) =>
        ToolRunner.Run(Tool.Qemu.Locate(), [.. QemuRunner.Machine, "-m", MemoryMiB, .. options], build.Path, timeout);

    /// <summary>The first line that differs; null when none does.</summary>
    public static string? Difference(string expected, string actual)
    {
        (string[] theirs, string[] ours) = (expected.Split('\n'), actual.Split('\n'));
        int at = Enumerable
            .Range(0, Math.Max(theirs.Length, ours.Length))
            .FirstOrDefault(i => theirs.ElementAtOrDefault(i) != ours.ElementAtOrDefault(i), -1);
        return at < 0
            ? null
            : $"line {at + 1}: clang's '{theirs.ElementAtOrDefault(at)}', ours '{ours.ElementAtOrDefault(at)}'";
    }
}
