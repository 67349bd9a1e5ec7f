using System.Globalization;
using System.Text.RegularExpressions;
using Porting.Build.Boot;
using Porting.Tests;

namespace Kernel.Boot;

/// <summary>A machine with memory beyond the direct map: what is freed, what moves, and who is woken there.</summary>
public sealed partial class HighMemoryTests
{
    private static readonly Lazy<QemuResult> Reclaim = new(() =>
        QemuRunner.Run(
            Repository.At("artifacts/kernel/port.elf"),
            new QemuOptions(1200, CommandLine: "suite=reclaim", Timeout: TimeSpan.FromMinutes(3))
        )
    );

    [Fact]
    public void Every_case_passes_and_none_is_skipped()
    {
        Ktap ktap = Reclaim.Value.Ktap;
        Assert.Empty(ktap.Disagreements(Reclaim.Value.ExitStatus, Reclaim.Value.HasTimedOut));
        Assert.NotEmpty(ktap.Results);
        Assert.All(ktap.Results, r => Assert.Equal(TestOutcome.Passed, r.Outcome));
    }

    /// <summary>The kernel's own figures: what was evicted against what was short, and blocks out of a full DMA
    /// zone.</summary>
    [Fact]
    public void No_more_is_evicted_than_is_short_and_blocks_come_out_of_a_full_zone()
    {
        Match shortage = Line(ShortLine());
        Assert.InRange(Number(shortage, "evicted") + Number(shortage, "moved"), 1, Number(shortage, "short") * 1.1);
        Match blocks = Line(BlockLine());
        Assert.Equal(Number(blocks, "of"), Number(blocks, "got"));
        Assert.InRange(Number(blocks, "full"), 98, 100);
    }

    private static Match Line(Regex line) =>
        Reclaim.Value.Serial.Select(l => line.Match(l)).FirstOrDefault(m => m.Success)
        ?? throw new InvalidOperationException($"no line {line}");

    private static double Number(Match match, string group) =>
        double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^# reclaim: (?<short>\d+) pages short, (?<evicted>\d+) evicted, (?<moved>\d+) moved, of \d+$")]
    private static partial Regex ShortLine();

    [GeneratedRegex(@"^# dma blocks: (?<got>\d+) of (?<of>\d+) from a zone (?<full>\d+) % full, \d+ pages moved$")]
    private static partial Regex BlockLine();
}
