using System.Globalization;
using System.Text.RegularExpressions;
using Porting.Build.Boot;
using Porting.Tests.Devices;

namespace Kernel.Boot;

public sealed partial class KernelTests
{
    public static IEnumerable<TheoryDataRow<string>> AllMachines() =>
        Boots.Machines.Select(m => new TheoryDataRow<string>(m.ToString()));

    public static IEnumerable<TheoryDataRow<string>> MachinesWithDisk() =>
        Boots.Machines.Where(m => m.HasFloppy).Select(m => new TheoryDataRow<string>(m.ToString()));

    /// <summary>A row for each result line; what the kernel skipped is skipped here, with its reason.</summary>
    public static IEnumerable<TheoryDataRow<string, int, string>> AllResults() =>
        Boots
            .Machines.Select(m => m.ToString())
            .SelectMany(m =>
                Boots
                    .Of(m)
                    .Ktap.Results.Select(r => new TheoryDataRow<string, int, string>(m, r.Number, r.Name)
                    {
                        Skip = r.Outcome == TestOutcome.Skipped ? r.Reason : null,
                    })
            );

    [Theory, MemberData(nameof(AllResults))]
    public void Kernel_test(string machine, int number, string name)
    {
        Porting.Build.Boot.TestResult result = Boots
            .Of(machine)
            .Ktap.Results.First(r => r.Number == number && r.Name == name);
        Assert.True(result.Outcome == TestOutcome.Passed, string.Join('\n', result.Comments));
    }

    [Theory, MemberData(nameof(AllMachines))]
    public void Plan_results_end_marker_and_exit_status_agree(string machine)
    {
        QemuResult result = Boots.Of(machine);
        Assert.True(
            result.Ktap.Disagreements(result.ExitStatus, result.HasTimedOut).Count == 0,
            string.Join(
                '\n',
                result.Ktap.Disagreements(result.ExitStatus, result.HasTimedOut).Concat(result.Serial.TakeLast(15))
            )
        );
    }

    /// <summary>The kernel prints the CRC-32 of all that it read from the disk by ISA DMA, and where the buffer
    /// was.</summary>
    [Theory, MemberData(nameof(MachinesWithDisk))]
    public void The_whole_disk_arrives_through_memory_below_16_MiB(string machine)
    {
        Match line =
            Boots.Of(machine).Serial.Select(l => ChecksumLine().Match(l)).FirstOrDefault(m => m.Success) ?? Match.Empty;
        Assert.True(line.Success, "the kernel printed no checksum");
        Assert.Equal(Boots.Disk.Length, int.Parse(line.Groups["bytes"].Value, CultureInfo.InvariantCulture));
        Assert.Equal(
            Crc32.Of(Boots.Disk),
            uint.Parse(line.Groups["crc"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        );
        Assert.InRange(
            uint.Parse(line.Groups["buffer"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            1u,
            (16u << 20) - 1
        );
    }

    /// <summary>Where behaviour is unchanged, the two kernels give the same results: the port has every test of the C
    /// kernel, with the same outcome.</summary>
    [Theory]
    [InlineData("64M-floppy-cards")]
    [InlineData("512M-floppy-cards")]
    [InlineData("16M")]
    [InlineData("64M-floppy-cd-cards")]
    public void The_port_agrees_with_the_C_kernel(string machine)
    {
        string[] Lines(string kernel) =>
            [.. Boots.Of($"{kernel}-{machine}").Ktap.Results.Select(r => $"{r.Name} {r.Outcome}")];
        Assert.Empty(Lines("reference").Except(Lines("port")));
        Assert.NotEmpty(Lines("port").Except(Lines("reference")));
    }

    [GeneratedRegex(@"^# floppy: crc32 (?<crc>[0-9a-f]{8}) of (?<bytes>\d+) bytes, buffer at 0x(?<buffer>[0-9a-f]+)$")]
    private static partial Regex ChecksumLine();
}
