using System.Buffers.Binary;

namespace Porting.Tests.Devices;

/// <summary>The frames of a capture (libpcap's format, little endian), as the emulator writes it.</summary>
internal static class PcapFile
{
    private const uint Magic = 0xa1b2c3d4;
    private const int HeaderBytes = 24;
    private const int RecordHeaderBytes = 16;

    public static IReadOnlyList<byte[]> Frames(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic)
        {
            throw new InvalidDataException("not a capture");
        }

        List<byte[]> frames = [];
        for (int at = HeaderBytes; at + RecordHeaderBytes <= file.Length; )
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(file[(at + 8)..]);
            frames.Add(file.Slice(at + RecordHeaderBytes, length).ToArray());
            at += RecordHeaderBytes + length;
        }

        return frames;
    }
}
