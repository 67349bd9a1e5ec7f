using Porting.Build;

namespace Porting.Campaigns.Kernels;

/// <summary>QEMU with a clock that follows the instructions, so that two runs of one image say the same, and what two
/// builds of a project said there, compared.</summary>
internal static class Emulator
{
    private const string Machine =
        "-accel tcg -icount shift=2,sleep=off -rtc base=2006-01-01,clock=vm -m 64 -display none -monitor none "
        + "-serial stdio -no-reboot";

    /// <summary>The device by which a kernel of this repository ends its run.</summary>
    public static IReadOnlyList<string> Exit { get; } = ["-device", "isa-debug-exit,iobase=0xf4,iosize=4"];

    /// <param name="build">The build that is run; files are named from its folder.</param>
    /// <param name="options">What the machine starts from, and its devices.</param>
    public static ToolResult Run(BuildFolder build, TimeSpan timeout, IEnumerable<string> options) =>
        ToolRunner.Run(Tool.Qemu.Locate(), [.. Machine.Split(' '), .. options], build.Path, timeout);

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
