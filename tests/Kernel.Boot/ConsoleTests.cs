using System.Globalization;
using System.Text.RegularExpressions;
using Porting.Build.Boot;
using Porting.Tests;

namespace Kernel.Boot;

/// <summary>Commands typed on the serial line of a kernel that runs.</summary>
public sealed partial class ConsoleTests
{
    private static QemuResult Type(string commandLine, params string[] lines) =>
        TypedBoot.Run(
            Repository.At("artifacts/kernel/port.elf"),
            new QemuOptions(64, CommandLine: commandLine),
            "# console: zones",
            lines
        );

    [Fact]
    public void Zones_prints_statistics_that_add_up()
    {
        QemuResult result = Type("notest console", "zones", "check", "zones", "halt");
        Assert.Equal(Ktap.ExitPassed, result.ExitStatus);
        Match[] zones = [.. result.Serial.Select(l => ZoneLine().Match(l)).Where(m => m.Success)];
        Assert.Equal(["DMA", "normal", "high", "DMA", "normal", "high"], zones.Select(m => m.Groups["name"].Value));
        Assert.All(zones, m => Assert.Equal(Number(m, "managed"), Number(m, "free") + Number(m, "held")));
        Assert.All(zones, m => Assert.Equal(Number(m, "free"), Number(m, "released") - Number(m, "grabbed")));
        Match[] refusals = [.. result.Serial.Select(l => RefusalLine().Match(l)).Where(m => m.Success)];
        Assert.Equal(zones.Length, refusals.Length);
        Assert.All(
            refusals,
            m =>
                Assert.Equal(
                    Number(m, "all"),
                    new[] { "empty", "kept", "broken", "limit", "test" }.Sum(column => Number(m, column))
                )
        );
        Assert.Contains("# check: all invariants of memory hold", result.Serial);
        Assert.DoesNotContain(result.Serial, l => l.Contains("is not known", StringComparison.Ordinal));
    }

    [Fact]
    public void Holders_names_the_callers_in_a_debug_boot()
    {
        QemuResult result = Type("notest console memdebug", "holders", "halt");
        Assert.Equal(Ktap.ExitPassed, result.ExitStatus);
        Assert.Contains(result.Serial, l => HolderLine().IsMatch(l));
        Assert.Contains(
            Type("notest console", "holders", "halt").Serial,
            l => l.Contains("booted with memdebug", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Other_words_are_no_commands() =>
        Assert.Equal(
            2,
            Type("notest console", "zone", "a word that is longer than any command is", "halt")
                .Serial.Count(l => l == "# console: no such command")
        );

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^# zone (?<name>\w+): .*managed (?<managed>\d+) = free (?<free>\d+) \+ held (?<held>\d+), .*grabbed (?<grabbed>\d+), released (?<released>\d+)$"
    )]
    private static partial Regex ZoneLine();

    [GeneratedRegex(
        @"^# refusals \w+: (?<all>\d+) = empty (?<empty>\d+) \+ kept (?<kept>\d+) \+ broken (?<broken>\d+) \+ limit (?<limit>\d+) \+ test (?<test>\d+); "
    )]
    private static partial Regex RefusalLine();

    [GeneratedRegex(@"^# holder 0x[0-9a-f]+: [1-9]\d* blocks, [1-9]\d* bytes$")]
    private static partial Regex HolderLine();
}
