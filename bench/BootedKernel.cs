using System.Globalization;
using System.Text.RegularExpressions;
using Porting.Build.Boot;
using Porting.Tests;

namespace Bench;

/// <summary>Figures that the kernel itself prints when it has booted (<c>zones</c> on its command line).</summary>
internal static partial class BootedKernel
{
    /// <summary>Free pages of a zone at the end of boot.</summary>
    public static double FreeIn(string zone, int memoryMiB) =>
        Number(memoryMiB, Zone(), match => match.Groups["name"].Value == zone, "free");

    /// <summary>Pages that kmalloc has at the end of boot without a block in them: what is set aside.</summary>
    public static double PagesOfGlue(int memoryMiB) => Number(memoryMiB, Glue(), _ => true, "idle");

    private static double Number(int memoryMiB, Regex line, Func<Match, bool> wanted, string group)
    {
        QemuResult result = QemuRunner.Run(
            Repository.At("artifacts/kernel/port.elf"),
            new QemuOptions(memoryMiB, CommandLine: "zones suite=layout")
        );
        Match match =
            result.Serial.Select(text => line.Match(text)).FirstOrDefault(m => m.Success && wanted(m))
            ?? throw new InvalidOperationException(
                $"no such line at {memoryMiB} MiB: {string.Join('\n', result.Serial.TakeLast(5))}"
            );
        return double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^# zone (?<name>\w+): .* = free (?<free>\d+) ")]
    private static partial Regex Zone();

    [GeneratedRegex(@"^# kmalloc: .* (?<idle>\d+) pages without a block$")]
    private static partial Regex Glue();
}
