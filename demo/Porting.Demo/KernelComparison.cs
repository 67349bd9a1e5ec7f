namespace Porting.Demo;

/// <summary>The port beside the C kernel on the same machine: what each can give to drivers.</summary>
internal static class KernelComparison
{
    private const int CylinderBytes = 36 * 512;
    private const int BlockBytes = 64 * 1024;

    /// <summary>3 MiB in blocks of 64 KiB.</summary>
    private const int WantedBlocks = 48;

    public static IEnumerable<Check> Checks(Evidence reference, Evidence port)
    {
        string subject = $"both, {port.Machine.MemoryMiB} MiB";
        int cylinders = port.Report.BuffersAtOnce(CylinderBytes),
            cylindersOfC = reference.Report.BuffersAtOnce(CylinderBytes);
        yield return new Check(
            subject,
            "more DMA buffers of a cylinder at once than the C kernel's pool has",
            cylindersOfC > 0 && cylinders > cylindersOfC,
            $"C kernel {cylindersOfC}, C# kernel {cylinders}"
        );

        int blocks = port.Report.BuffersAtOnce(BlockBytes),
            blocksOfC = reference.Report.BuffersAtOnce(BlockBytes);
        yield return new Check(
            subject,
            "3 MiB of DMA blocks at once, where the C kernel returns null",
            blocksOfC is > 0 and < WantedBlocks && blocks >= WantedBlocks,
            $"blocks of 64 KiB: C kernel {blocksOfC}, C# kernel {blocks}"
        );

        int dma = port.Report.Free("boot").Dma,
            dmaOfC = reference.Report.Free("boot").Dma;
        yield return new Check(
            subject,
            "after boot at least as many free pages below 16 MiB as the C kernel",
            dmaOfC > 0 && dma >= dmaOfC,
            $"C kernel {dmaOfC}, C# kernel {dma} (all of memory: {reference.Report.FreePagesAtBoot} and {port.Report.FreePagesAtBoot})"
        );
    }
}
