using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Porting.Tests.Devices;

/// <summary>A hard disk of noise with partitions, and what the kernel's disk tests (original-c/test/test_linux_disk.c)
/// say and do about it.</summary>
internal static partial class HardDiskImage
{
    public const int SectorBytes = 512;
    private const int Sectors = 8192;
    private const byte LinuxType = 0x83;
    private const byte ExtendedType = 0x05;

    /// <summary>First sector and sectors of each partition: two of the disk's table, the second of which has two
    /// more.</summary>
    private static readonly (int Number, int Start, int Count)[] Partitions =
    [
        (1, 63, 1000),
        (2, 2048, 4096),
        (5, 2048 + 63, 1000),
        (6, 4096 + 63, 500),
    ];

    /// <summary>The disk of a name: no two have the same bytes.</summary>
    public static byte[] Make(string name)
    {
        byte[] disk = Noise.Bytes(Sectors * SectorBytes, Crc32.Of(System.Text.Encoding.ASCII.GetBytes(name)));
        WriteTable(disk, 0, (LinuxType, 63, 1000), (ExtendedType, 2048, 4096));
        WriteTable(disk, 2048, (LinuxType, 63, 1000), (ExtendedType, 2048, 2048));
        WriteTable(disk, 4096, (LinuxType, 63, 500));
        return disk;
    }

    private static void WriteTable(byte[] disk, int sector, params (byte Type, int Start, int Count)[] entries)
    {
        Span<byte> table = disk.AsSpan(sector * SectorBytes + 446, 66);
        table.Clear();
        for (int i = 0; i < entries.Length; i++)
        {
            Span<byte> entry = table[(i * 16)..];
            entry[4] = entries[i].Type;
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], entries[i].Start);
            BinaryPrimitives.WriteInt32LittleEndian(entry[12..], entries[i].Count);
        }

        BinaryPrimitives.WriteUInt16LittleEndian(table[64..], 0xaa55);
    }

    /// <summary>The disk with what the kernel says that it has written, noise seeded with the sector.</summary>
    public static byte[] Written(byte[] disk, IEnumerable<string> serial, string name)
    {
        byte[] written = [.. disk];
        foreach (Match line in Lines(serial, name, WroteLine()))
            for (int n = 0; n < Int(line, "count"); n++)
            {
                int sector = Int(line, "first") + n * Int(line, "step");
                Noise.Bytes(Int(line, "bytes"), (uint)sector).CopyTo(written, sector * SectorBytes);
            }

        return written;
    }

    /// <summary>What is not as it should be of what the kernel has read: the whole disk, twice, and each
    /// partition.</summary>
    public static IReadOnlyList<string> Wrong(byte[] disk, IReadOnlyList<string> serial, string name)
    {
        List<string> wrong = [];
        Match[] whole = [.. Lines(serial, name, ReadLine())];
        if (whole.Length != 1 || Int(whole[0], "bytes") != disk.Length || HexOf(whole[0]) != Crc32.Of(disk))
            wrong.Add("the whole disk");
        Match[] used = [.. Lines(serial, name, UsedLine())];
        if (used.Length != 1 || HexOf(used[0]) != Crc32.Of(disk))
            wrong.Add("the disk in used memory");
        (int, int, uint)[] expected =
        [
            .. Partitions.Select(p =>
                (p.Number, p.Count, Crc32.Of(disk.AsSpan(p.Start * SectorBytes, p.Count * SectorBytes)))
            ),
        ];
        (int, int, uint)[] read =
        [
            .. Lines(serial, name, PartitionLine()).Select(m => (Int(m, "number"), Int(m, "sectors"), HexOf(m))),
        ];
        if (!expected.SequenceEqual(read))
            wrong.Add($"partitions: {string.Join(", ", read)}");
        return wrong;
    }

    /// <summary>Transfers by DMA of the whole disk, and the buffer's address.</summary>
    public static (int Transfers, string Buffer) Reading(IEnumerable<string> serial, string name) =>
        Lines(serial, name, ReadLine())
            .Select(m => (Int(m, "transfers"), m.Groups["buffer"].Value))
            .FirstOrDefault((0, "none"));

    private static IEnumerable<Match> Lines(IEnumerable<string> serial, string name, Regex pattern) =>
        serial.Select(l => pattern.Match(l)).Where(m => m.Success && m.Groups["disk"].Value == name);

    private static int Int(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static uint HexOf(Match match) =>
        uint.Parse(match.Groups["crc"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^# disk: (?<disk>\w+): read (?<bytes>\d+) bytes, crc32 (?<crc>[0-9a-f]{8}), (?<transfers>\d+) transfers, buffer at (?<buffer>0x[0-9a-f]+)$"
    )]
    private static partial Regex ReadLine();

    [GeneratedRegex(@"^# disk: (?<disk>\w+): in used memory crc32 (?<crc>[0-9a-f]{8}), buffer at 0x[0-9a-f]+$")]
    private static partial Regex UsedLine();

    [GeneratedRegex(@"^# disk: (?<disk>[a-z]+)(?<number>\d+): (?<sectors>\d+) sectors, crc32 (?<crc>[0-9a-f]{8})$")]
    private static partial Regex PartitionLine();

    [GeneratedRegex(
        @"^# disk: (?<disk>\w+): wrote (?<count>\d+) times (?<bytes>\d+) bytes from sector (?<first>\d+), every (?<step>\d+)th$"
    )]
    private static partial Regex WroteLine();
}
