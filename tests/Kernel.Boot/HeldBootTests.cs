using Porting;
using Porting.Build.Boot;
using Porting.Tests;

namespace Kernel.Boot;

/// <summary>A kernel that stands still is looked at from outside, and what is written to the disk can be
/// kept.</summary>
public sealed class HeldBootTests
{
    private const int PageBytes = 4096;
    private const uint SixteenMiB = 16 << 20;

    /// <summary>The transfer above 16 MiB that was forced: memory as the emulator sees it, not as the kernel
    /// says.</summary>
    [Theory]
    [InlineData("reference")]
    [InlineData("port")]
    public void A_forced_transfer_hits_another_page(string kernel)
    {
        using ScratchFolder scratch = new();
        File.WriteAllBytes(scratch.At("floppy.img"), Boots.Disk);
        List<string> places = [];
        byte[] asked = [],
            hit = [];
        QemuResult result = HeldBoot.Run(
            Repository.At($"artifacts/kernel/{kernel}.elf"),
            new QemuOptions(64, scratch.At("floppy.img"), CommandLine: "demo suite=linux_dma"),
            (place, lines, emulator) =>
            {
                places.Add(place);
                uint address = Convert.ToUInt32(
                    lines.Last(l => l.StartsWith("# dma: forced to 0x", StringComparison.Ordinal)).Split("0x")[1][..8],
                    16
                );
                Assert.True(address >= SixteenMiB);
                asked = emulator.ReadPhysical(address, PageBytes);
                hit = emulator.ReadPhysical(address % SixteenMiB, PageBytes);
            }
        );
        Assert.Equal(["forced"], places);
        Assert.All(asked, b => Assert.Equal(0x5a, b));
        Assert.Equal(Boots.Disk[..PageBytes], hit);
        Assert.Equal(Ktap.ExitPassed, result.ExitStatus);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Writes_to_the_disk_stay_only_when_asked_for(bool keepsWrites)
    {
        using ScratchFolder scratch = new();
        File.WriteAllBytes(scratch.At("floppy.img"), Boots.Disk);
        QemuOptions options = new(64, scratch.At("floppy.img"), CommandLine: "demo suite=linux_demo")
        {
            KeepsWrites = keepsWrites,
        };
        QemuResult result = HeldBoot.Run(Repository.At("artifacts/kernel/port.elf"), options, (_, _, _) => { });
        Assert.Equal(Ktap.ExitPassed, result.ExitStatus);
        Assert.NotEqual(keepsWrites, Boots.Disk.SequenceEqual(File.ReadAllBytes(scratch.At("floppy.img"))));
    }

    [Fact]
    public void A_command_that_the_emulator_does_not_know_is_an_error()
    {
        using ScratchFolder scratch = new();
        File.WriteAllBytes(scratch.At("floppy.img"), Boots.Disk);
        PortException? error = null;
        HeldBoot.Run(
            Repository.At("artifacts/kernel/port.elf"),
            new QemuOptions(64, scratch.At("floppy.img"), CommandLine: "demo suite=linux_dma"),
            (_, _, emulator) => error = Assert.Throws<PortException>(() => emulator.Execute("no-such-command"))
        );
        Assert.Contains("no-such-command", error!.Message);
    }
}
