using System.Collections.Concurrent;
using Porting.Build.Boot;
using Porting.Tests;
using Porting.Tests.Devices;

namespace Kernel.Boot;

/// <summary>One machine that a kernel is booted on.</summary>
/// <param name="Image">port or reference.</param>
/// <param name="MemoryMiB">Memory.</param>
/// <param name="HasFloppy">Whether a disk is in the drive.</param>
/// <param name="IsCdrom">Booted through GRUB from the CD image.</param>
/// <param name="HasCards">Whether there are a sound card and a network card.</param>
public sealed record Machine(string Image, int MemoryMiB, bool HasFloppy, bool IsCdrom = false, bool HasCards = false)
{
    public override string ToString() =>
        $"{Image}-{MemoryMiB}M{(HasFloppy ? "-floppy" : "")}{(IsCdrom ? "-cd" : "")}{(HasCards ? "-cards" : "")}";
}

/// <summary>What came out of a machine's cards: frames by network card.</summary>
internal sealed record CardOutput(WavFile Sound, IReadOnlyDictionary<string, IReadOnlyList<byte[]>> Frames);

/// <summary>All boots, done once, two at a time, before the first test asks. The disk's contents are a fixed
/// pseudorandom sequence.</summary>
internal static class Boots
{
    private const int DiskBytes = 1440 * 1024;

    /// <summary>The network cards of machines with cards: one for each driver.</summary>
    public static readonly IReadOnlyList<string> NetworkCards = ["pcnet", "ne2k_pci", "rtl8139"];

    public static readonly IReadOnlyList<Machine> Machines =
    [
        new("reference", 64, HasFloppy: true, HasCards: true),
        new("port", 64, HasFloppy: true, HasCards: true),
        new("reference", 512, HasFloppy: true, HasCards: true),
        new("port", 512, HasFloppy: true, HasCards: true),
        new("reference", 16, HasFloppy: false),
        new("port", 16, HasFloppy: false),
        new("reference", 64, HasFloppy: true, IsCdrom: true, HasCards: true),
        new("port", 64, HasFloppy: true, IsCdrom: true, HasCards: true),
    ];

    /// <summary>The hard disks of machines with cards.</summary>
    public static readonly IReadOnlyList<string> HardDisks = ["hda", "sda"];

    private static readonly ConcurrentDictionary<string, CardOutput> CardOutputs = [];

    private static readonly Lazy<IReadOnlyDictionary<string, QemuResult>> Results = new(BootAll);

    public static byte[] Disk { get; } = MakeDisk();

    public static QemuResult Of(string machine) => Results.Value[machine];

    public static CardOutput CardsOf(string machine)
    {
        _ = Results.Value;
        return CardOutputs[machine];
    }

    public static string Image(Machine machine) =>
        Repository.At($"artifacts/kernel/{machine.Image}.{(machine.IsCdrom ? "iso" : "elf")}");

    private static byte[] MakeDisk()
    {
        byte[] bytes = new byte[DiskBytes];
        new Random(20061).NextBytes(bytes);
        return bytes;
    }

    private static Dictionary<string, QemuResult> BootAll()
    {
        foreach (string image in Machines.Select(Image).Where(i => !File.Exists(i)))
        {
            throw new FileNotFoundException($"{image} is not built: ./port build", image);
        }

        using ScratchFolder scratch = new();
        string disk = scratch.At("floppy.img");
        File.WriteAllBytes(disk, Disk);
        foreach (string name in HardDisks)
            File.WriteAllBytes(scratch.At(name), HardDiskImage.Make(name));
        Dictionary<string, QemuResult> results = [];
        Parallel.ForEach(
            Machines,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            machine =>
            {
                QemuOptions options = new(machine.MemoryMiB, machine.HasFloppy ? disk : null)
                {
                    IsCdrom = machine.IsCdrom,
                };
                string wav = scratch.At($"{machine}.wav"),
                    capture = scratch.At($"{machine}.pcap");
                if (machine.HasCards)
                {
                    options = options with
                    {
                        Sound = wav,
                        Network = capture,
                        NetworkCards = NetworkCards,
                        IdeDisk = scratch.At("hda"),
                        ScsiDisk = scratch.At("sda"),
                    };
                }

                QemuResult result = QemuRunner.Run(Image(machine), options);
                if (machine.HasCards)
                {
                    CardOutputs[machine.ToString()] = new CardOutput(
                        new WavFile(File.ReadAllBytes(wav)),
                        NetworkCards.ToDictionary(
                            card => card,
                            card => PcapFile.Frames(File.ReadAllBytes(options.CaptureOf(card)))
                        )
                    );
                }

                lock (results)
                {
                    results.Add(machine.ToString(), result);
                }
            }
        );
        return results;
    }
}
