using Porting.Build.Boot;
using Porting.Tests.Devices;

namespace Porting.Demo;

/// <summary>A kernel on a machine.</summary>
/// <param name="Kernel">port or reference.</param>
/// <param name="MemoryMiB">The emulator's memory.</param>
internal sealed record DemoMachine(string Kernel, int MemoryMiB)
{
    public bool IsPort => Kernel == "port";

    public override string ToString() => $"{(IsPort ? "C# kernel" : "C kernel")}, {MemoryMiB} MiB";
}

/// <summary>Memory that was read from outside while the kernel stood still.</summary>
/// <param name="Buffer">The DMA buffer after the last cylinder of the disk.</param>
/// <param name="HighPage">The page above 16 MiB that a forced transfer was for.</param>
/// <param name="AliasPage">The page 16 MiB (or a multiple) below it.</param>
internal sealed record Witness(byte[]? Buffer, byte[]? HighPage, byte[]? AliasPage);

/// <summary>All that one boot left behind.</summary>
/// <param name="Result">Serial line and verdict.</param>
/// <param name="DiskAfter">The floppy's image when the machine was off.</param>
/// <param name="HardDisksAfter">The hard disks' images.</param>
/// <param name="Frames">What was on the wire of each network driver's card.</param>
internal sealed record Evidence(
    DemoMachine Machine,
    QemuResult Result,
    KernelReport Report,
    Witness Witness,
    byte[] DiskAfter,
    IReadOnlyDictionary<string, byte[]> HardDisksAfter,
    WavFile Sound,
    IReadOnlyDictionary<string, IReadOnlyList<byte[]>> Frames
);

/// <summary>One statement about a boot: whether it holds, and the figures that say so.</summary>
internal sealed record Check(string Subject, string Statement, bool Holds, string Figures);
