using Porting.Build.Boot;
using Porting.Tests;
using Porting.Tests.Devices;

namespace Porting.Demo;

/// <summary>One boot with a floppy that may be written, a sound card and network cards; at each stop of the kernel its
/// memory is read from outside.</summary>
internal static class DemoBoot
{
    /// <summary>The emulator's names of the network cards, and the drivers'.</summary>
    public static readonly IReadOnlyList<(string Card, string Driver)> NetworkCards =
    [
        ("pcnet", "pcnet32"),
        ("ne2k_pci", "ne2k_pci"),
        ("rtl8139", "rtl8139"),
    ];

    /// <summary>The kernels' names of the hard disks, and the drivers'.</summary>
    public static readonly IReadOnlyList<(string Disk, string Driver)> HardDisks =
    [
        ("hda", "ide"),
        ("sda", "am53c974"),
    ];

    private const int PageBytes = 4096;
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(20); // seconds, but for a busy host

    /// <summary>Runs all of the kernel's suites. <paramref name="disk"/> is copied first.</summary>
    public static Evidence Run(DemoMachine machine, byte[] disk, string folder)
    {
        string name = $"{machine.Kernel}-{machine.MemoryMiB}";
        string image = Path.Combine(folder, name + ".img"),
            wav = Path.Combine(folder, name + ".wav"),
            capture = Path.Combine(folder, name + ".pcap");
        File.WriteAllBytes(image, disk);
        string DiskFile(string hardDisk) => Path.Combine(folder, $"{name}-{hardDisk}.img");
        foreach ((string hardDisk, _) in HardDisks)
            File.WriteAllBytes(DiskFile(hardDisk), HardDiskImage.Make(hardDisk));
        QemuOptions options = new(machine.MemoryMiB, image, Timeout, "demo")
        {
            KeepsWrites = true,
            IdeDisk = DiskFile("hda"),
            ScsiDisk = DiskFile("sda"),
            Sound = wav,
            Network = capture,
            NetworkCards = [.. NetworkCards.Select(n => n.Card)],
        };
        Witness witness = new(null, null, null);
        QemuResult result = HeldBoot.Run(
            Repository.At($"artifacts/kernel/{machine.Kernel}.elf"),
            options,
            (place, lines, emulator) => witness = Look(witness, place, new KernelReport(lines), emulator)
        );
        File.WriteAllLines(Path.Combine(folder, name + ".txt"), result.Serial);
        return new Evidence(
            machine,
            result,
            new KernelReport(result.Serial),
            witness,
            File.ReadAllBytes(image),
            HardDisks.ToDictionary(d => d.Disk, d => File.ReadAllBytes(DiskFile(d.Disk))),
            new WavFile(File.ReadAllBytes(wav)),
            NetworkCards.ToDictionary(n => n.Driver, n => PcapFile.Frames(File.ReadAllBytes(options.CaptureOf(n.Card))))
        );
    }

    private static Witness Look(Witness witness, string place, KernelReport report, QmpClient emulator) =>
        place switch
        {
            "read" => witness with { Buffer = emulator.ReadPhysical(report.Buffer.Address, report.Buffer.Bytes) },
            "forced" => witness with
            {
                HighPage = emulator.ReadPhysical(report.Forced.High, PageBytes),
                AliasPage = emulator.ReadPhysical(report.Forced.Alias, PageBytes),
            },
            _ => witness,
        };
}
