using System.Globalization;
using System.Text.RegularExpressions;

namespace Porting.Demo;

/// <summary>What the kernel says on its console (original-c/test/test_linux_dma.c, _demo.c, _sound.c, _net.c), read
/// from the lines. A line that is not there gives -1, 0 or null, which no check accepts.</summary>
internal sealed partial class KernelReport(IReadOnlyList<string> lines)
{
    public IReadOnlyList<string> Lines => lines;

    public int FreePagesAtBoot => Number(BootLine(), "pages");

    public uint MemoryEnd => Hex(MemoryLine(), "end");

    public (int Dma, int Normal) Free(string when)
    {
        Match? line = All(FreeLine()).FirstOrDefault(m => m.Groups["when"].Value == when);
        return line == null ? (-1, -1) : (Int(line, "dma"), Int(line, "normal"));
    }

    public int BuffersAtOnce(int bytes) =>
        All(BuffersLine()).Where(m => Int(m, "bytes") == bytes).Select(m => Int(m, "count")).FirstOrDefault(-1);

    public (int Used, int All, int Replaced) Churn =>
        (Number(ChurnLine(), "used"), Number(ChurnLine(), "all"), Number(ChurnLine(), "replaced"));

    public uint BufferInUsedMemory => Hex(KmallocLine(), "address");

    public (int Bytes, uint Crc) Read => (Number(ReadLine(), "bytes"), Hex(ReadLine(), "crc"));

    public (uint Address, int Bytes, int Sector, uint Crc) Buffer =>
        (
            Hex(BufferLine(), "address"),
            Number(BufferLine(), "bytes"),
            Number(BufferLine(), "sector"),
            Hex(BufferLine(), "crc")
        );

    public (int Count, int First, int Step) Written =>
        (Number(WroteLine(), "count"), Number(WroteLine(), "first"), Number(WroteLine(), "step"));

    public (int Before, int After) FreeAround => (Number(AroundLine(), "before"), Number(AroundLine(), "after"));

    public uint Refused => Hex(RefusedLine(), "address");

    /// <summary>Where kmalloc without GFP_DMA put a cylinder's buffer, and whether the transfer to it was
    /// refused.</summary>
    public (uint Address, bool IsRefused) Ordinary =>
        (Hex(OrdinaryLine(), "address"), All(OrdinaryLine()).Any(m => m.Groups["what"].Value == "refused"));

    public (uint High, uint HighCrc, uint Alias, uint AliasCrc) Forced =>
        (
            Hex(ForcedLine(), "high"),
            Hex(ForcedLine(), "highcrc"),
            Hex(ForcedLine(), "alias"),
            Hex(ForcedLine(), "aliascrc")
        );

    /// <summary>Bits, bytes, seed and buffer of each piece that was played.</summary>
    public IReadOnlyList<(int Bits, int Bytes, int Seed, uint Buffer)> Played =>
        [.. All(PlayedLine()).Select(m => (Int(m, "bits"), Int(m, "bytes"), Int(m, "seed"), HexOf(m, "buffer")))];

    /// <summary>What a network driver's card and it share; nothing for a card that reaches no memory.</summary>
    public (int Bytes, uint Address) Rings(string driver) =>
        All(RingsLine())
            .Where(m => m.Groups["driver"].Value == driver)
            .Select(m => (Int(m, "bytes"), HexOf(m, "address")))
            .FirstOrDefault((-1, 0u));

    private IEnumerable<Match> All(Regex pattern) => lines.Select(l => pattern.Match(l)).Where(m => m.Success);

    private int Number(Regex pattern, string group) => All(pattern).Select(m => Int(m, group)).FirstOrDefault(-1);

    private uint Hex(Regex pattern, string group) => All(pattern).Select(m => HexOf(m, group)).FirstOrDefault(0u);

    private static int Int(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static uint HexOf(Match match, string group) =>
        uint.Parse(match.Groups[group].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<pages>\d+) pages free, \d+ KiB of memory$")]
    private static partial Regex BootLine();

    [GeneratedRegex(@"^AT386 boot: physical memory from 0x[0-9a-f]+ to 0x(?<end>[0-9a-f]+)$")]
    private static partial Regex MemoryLine();

    [GeneratedRegex(@"^# demo: (?<when>\w+): (?<dma>\d+) pages below 16 MiB, (?<normal>\d+) above$")]
    private static partial Regex FreeLine();

    [GeneratedRegex(@"^# demo: (?<count>\d+) DMA buffers of (?<bytes>\d+) bytes at once$")]
    private static partial Regex BuffersLine();

    [GeneratedRegex(@"^# demo: (?<used>\d+) of (?<all>\d+) pages of DMA memory in use, (?<replaced>\d+) replaced$")]
    private static partial Regex ChurnLine();

    [GeneratedRegex(@"^# demo: kmalloc\(\d+, GFP_DMA\) in used memory: 0x(?<address>[0-9a-f]+)$")]
    private static partial Regex KmallocLine();

    [GeneratedRegex(@"^# demo: read (?<bytes>\d+) bytes, crc32 (?<crc>[0-9a-f]{8})$")]
    private static partial Regex ReadLine();

    [GeneratedRegex(
        @"^# demo: buffer 0x(?<address>[0-9a-f]+), (?<bytes>\d+) bytes of sector (?<sector>\d+), crc32 (?<crc>[0-9a-f]{8})$"
    )]
    private static partial Regex BufferLine();

    [GeneratedRegex(@"^# demo: wrote (?<count>\d+) cylinders from (?<first>\d+), every (?<step>\d+)th$")]
    private static partial Regex WroteLine();

    [GeneratedRegex(@"^# demo: (?<before>\d+) pages free before, (?<after>\d+) after$")]
    private static partial Regex AroundLine();

    [GeneratedRegex(@"^# dma: transfer to 0x(?<address>[0-9a-f]+) refused$")]
    private static partial Regex RefusedLine();

    [GeneratedRegex(@"^# dma: kmalloc\(\d+, GFP_KERNEL\) at 0x(?<address>[0-9a-f]+): (?<what>\w+)$")]
    private static partial Regex OrdinaryLine();

    [GeneratedRegex(
        @"^# dma: forced to 0x(?<high>[0-9a-f]+): success, crc32 (?<highcrc>[0-9a-f]{8}) there, crc32 (?<aliascrc>[0-9a-f]{8}) at 0x(?<alias>[0-9a-f]+)$"
    )]
    private static partial Regex ForcedLine();

    [GeneratedRegex(
        @"^# sound: played (?<bits>\d+) bits, (?<bytes>\d+) bytes, seed (?<seed>\d+), buffer at 0x(?<buffer>[0-9a-f]+)$"
    )]
    private static partial Regex PlayedLine();

    [GeneratedRegex(@"^# net: (?<driver>\w+): (?<bytes>\d+) bytes of rings at 0x(?<address>[0-9a-f]+)$")]
    private static partial Regex RingsLine();
}
