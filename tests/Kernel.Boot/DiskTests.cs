using Porting.Build.Boot;
using Porting.Tests;
using Porting.Tests.Devices;

namespace Kernel.Boot;

/// <summary>Hard disks, seen from outside: what the kernels read of them is what the host has put there.</summary>
public sealed class DiskTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Disks() =>
        Boots
            .Machines.Where(m => m.HasCards)
            .SelectMany(m => Boots.HardDisks.Select(disk => new TheoryDataRow<string, string>(m.ToString(), disk)));

    [Theory, MemberData(nameof(Disks))]
    public void Disk_and_partitions_arrive(string machine, string disk) =>
        Assert.Empty(HardDiskImage.Wrong(HardDiskImage.Make(disk), Boots.Of(machine).Serial, disk));

    /// <summary>A sector that the emulator refuses to read is an error of the requests for it, and of no other.</summary>
    [Theory]
    [InlineData("port", "linux_ide")]
    [InlineData("port", "linux_scsi")]
    [InlineData("reference", "linux_ide")]
    [InlineData("reference", "linux_scsi")]
    public void A_bad_sector_is_an_error_of_its_requests(string kernel, string suite)
    {
        const int BadSector = 300;
        using ScratchFolder scratch = new();
        File.WriteAllBytes(scratch.At("disk"), HardDiskImage.Make("hda"));
        File.WriteAllText(
            scratch.At("errors"),
            $"[inject-error]\nevent = \"read_aio\"\nerrno = \"5\"\nsector = \"{BadSector}\"\nonce = \"off\"\n"
        );
        string disk = $"blkdebug:{scratch.At("errors")}:{scratch.At("disk")}";
        QemuOptions options = new(64, CommandLine: $"suite={suite} badsector={BadSector}");
        QemuResult result = QemuRunner.Run(
            Repository.At($"artifacts/kernel/{kernel}.elf"),
            suite == "linux_ide" ? options with { IdeDisk = disk } : options with { ScsiDisk = disk }
        );
        Assert.Equal(
            TestOutcome.Passed,
            Assert.Single(result.Ktap.Results, r => r.Name == suite + ".bad_sector").Outcome
        );
        Assert.Equal(
            TestOutcome.Failed,
            Assert.Single(result.Ktap.Results, r => r.Name == suite + ".whole_disk").Outcome
        );
    }

    /// <summary>The comparison finds a byte, a partition, a line that is missing.</summary>
    [Fact]
    public void What_is_wrong_is_found()
    {
        IReadOnlyList<string> serial = Boots.Of("port-64M-floppy-cards").Serial;
        byte[] disk = HardDiskImage.Make("hda");
        disk[^1] ^= 1;
        Assert.Equal(["the whole disk", "the disk in used memory"], HardDiskImage.Wrong(disk, serial, "hda"));
        disk[^1] ^= 1;
        string[] some = [.. serial.Where(l => !l.StartsWith("# disk: hda6", StringComparison.Ordinal))];
        Assert.Single(HardDiskImage.Wrong(disk, some, "hda"));
        Assert.Equal(3, HardDiskImage.Wrong(disk, serial, "hdz").Count);
    }
}
