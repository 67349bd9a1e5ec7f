using System.Globalization;
using System.Text.RegularExpressions;
using Porting.Build.Boot;

namespace Kernel.Proofs;

/// <summary>
/// A machine whose memory map has holes, ranges that begin and end anywhere, overlap, or have next to nothing. The
/// emulator has one map for each size of memory, so the kernel's command line takes away from it (memmap=); the same
/// code reads both. What the kernel says there is, is compared with what is computed here.
/// </summary>
internal sealed partial class BootedMap
{
    // The emulator's map: low memory up to the BIOS's data, and from 1 MiB to 128 KiB below the end.
    private const long LowEnd = 0x9fc00;
    private const long HighStart = 0x100000;
    private const long BelowEnd = 0x20000;

    // The kernel, and enough for it to run its tests.
    private const long LeastEnd = 0xa00000;
    private const long PageBytes = 4096;
    private const long DirectMapEnd = 800L << 20;

    private static readonly string[] Suites =
    [
        "zones",
        "placement",
        "kmem",
        "vm_page",
        "vm_contiguous",
        "linux_kmem",
        "pmap",
        "vm_object",
    ];

    private readonly int _memoryMiB;
    private readonly List<(long Start, long End)> _wanted = [];
    private readonly string _suite;

    public BootedMap(int seed)
    {
        Random random = new(seed);
        _memoryMiB = random.Next(8) switch
        {
            0 => 3583,
            1 => random.Next(790, 1200),
            < 5 => random.Next(12, 40),
            _ => random.Next(20, 600),
        };
        long top = (long)_memoryMiB << 20;
        _wanted.Add((random.Next(0, 0x3000), random.Next(0x60000, 0xa0000)));
        _wanted.Add(
            (
                HighStart - random.Next(2) * 0x1234,
                random.NextInt64(
                    Math.Min(LeastEnd, top - PageBytes),
                    random.Next(3) == 0 ? top : Math.Min(top, 0x2000000)
                )
            )
        );
        for (int i = random.Next(6); i > 0; i--)
        {
            long start = random.NextInt64(top);
            _wanted.Add(
                (
                    start,
                    Math.Min(
                        top,
                        start
                            + random.NextInt64(
                                1,
                                random.Next(3) switch
                                {
                                    0 => 3 * PageBytes,
                                    1 => 4 << 20,
                                    _ => top,
                                }
                            )
                    )
                )
            );
        }

        _suite = random.Next(10) == 0 ? "" : "suite=" + Suites[random.Next(Suites.Length)];
        if (random.Next(2) == 0)
            _wanted.Reverse();
    }

    public string CommandLine =>
        $"memmap={string.Join(',', _wanted.Select(w => $"{w.Start:x}-{w.End:x}"))} {_suite}".TrimEnd();

    public override string ToString() => $"{_memoryMiB} MiB, {CommandLine}";

    /// <summary>Boots twice: for the map, and for a suite. Everything that is wrong, or nothing.</summary>
    public IEnumerable<string> Boot(string image, TimeSpan timeout)
    {
        QemuResult result = QemuRunner.Run(
            image,
            new QemuOptions(
                _memoryMiB,
                Timeout: timeout,
                CommandLine: CommandLine.Replace(
                    _suite.Length == 0 ? "\n" : _suite,
                    "suite=placement",
                    StringComparison.Ordinal
                )
            )
        );
        foreach (string wrong in Wrong(result))
            yield return wrong;
        Match line = result.Serial.Select(l => MapLine().Match(l)).FirstOrDefault(m => m.Success) ?? Match.Empty;
        if (!line.Success)
        {
            yield return "the kernel says nothing about its map";
            yield break;
        }

        long end = long.Parse(line.Groups["end"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (end != EndOfMemory())
            yield return $"memory ends at 0x{end:x} and not at 0x{EndOfMemory():x}";
        if (line.Groups["pages"].Value != $"{PagesBelow(end)}")
            yield return $"{line.Groups["pages"].Value} pages and not {PagesBelow(end)}";
        if (_suite == "suite=placement")
            yield break;
        foreach (
            string wrong in Wrong(
                QemuRunner.Run(image, new QemuOptions(_memoryMiB, Timeout: timeout, CommandLine: CommandLine))
            )
        )
            yield return wrong;
    }

    private static IEnumerable<string> Wrong(QemuResult result) =>
        result
            .Ktap.Disagreements(result.ExitStatus, result.HasTimedOut)
            .Concat(result.Ktap.Results.Where(r => r.Outcome == TestOutcome.Failed).Select(r => r.Name));

    /// <summary>Where the map ends, but no more pages than half of the memory below the direct map's end has room for
    /// 96 bytes each.</summary>
    private long EndOfMemory()
    {
        long end = Stretches().Max(s => s.End) / PageBytes * PageBytes;
        long direct = Stretches().Sum(s => Math.Max(0, Math.Min(s.End, Math.Min(DirectMapEnd, end)) - s.Start));
        return Math.Min(end, direct / 2 / 96 * PageBytes);
    }

    private long PagesBelow(long end) =>
        Stretches()
            .Select(s => (First: (s.Start + PageBytes - 1) / PageBytes, End: Math.Min(s.End, end) / PageBytes))
            .Sum(p => Math.Max(0, p.End - p.First));

    // What is wanted and there, by address, without overlaps.
    private List<(long Start, long End)> Stretches()
    {
        (long Start, long End)[] there = [(0, LowEnd), (HighStart, ((long)_memoryMiB << 20) - BelowEnd)];
        List<(long Start, long End)> merged = [];
        foreach (
            (long start, long end) in _wanted
                .SelectMany(w => there.Select(t => (Math.Max(w.Start, t.Start), Math.Min(w.End, t.End))))
                .Where(p => p.Item1 < p.Item2)
                .Order()
        )
        {
            if (merged.Count != 0 && start <= merged[^1].End)
                merged[^1] = (merged[^1].Start, Math.Max(end, merged[^1].End));
            else
                merged.Add((start, end));
        }

        return merged;
    }

    [GeneratedRegex("^# memory map: (?<pages>[0-9]+) pages below 0x(?<end>[0-9a-f]+)$")]
    private static partial Regex MapLine();
}
