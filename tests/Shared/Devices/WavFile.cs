using System.Buffers.Binary;

namespace Porting.Tests.Devices;

/// <summary>Where a run of samples was found in a recording.</summary>
/// <param name="Start">Its first frame; -1 when it is not there.</param>
/// <param name="Matching">Samples that are right.</param>
/// <param name="Expected">Samples asked for.</param>
internal sealed record Playback(int Start, int Matching, int Expected);

/// <summary>
/// A recording of the emulator: 16 bits, two channels, 44,100 Hz, behind a header of 44 bytes. The card has one
/// channel, so both are the same. The emulator takes 8-bit samples to 16 with a step's error in the zero point (127,
/// not 128) and lets the highest one run over; so samples are compared in the ring of 16-bit numbers, one step being
/// 256.
/// </summary>
internal sealed class WavFile
{
    private const int HeaderBytes = 44;

    /// <summary>Frames that have to agree where a run is looked for.</summary>
    private const int AnchorFrames = 16;

    public WavFile(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderBytes || !file[..4].SequenceEqual("RIFF"u8) || !file[8..16].SequenceEqual("WAVEfmt "u8))
        {
            throw new InvalidDataException("not a wav file");
        }

        Channels = BinaryPrimitives.ReadUInt16LittleEndian(file[22..]);
        Rate = BinaryPrimitives.ReadInt32LittleEndian(file[24..]);
        Bits = BinaryPrimitives.ReadUInt16LittleEndian(file[34..]);
        Left = new short[(file.Length - HeaderBytes) / 4];
        Right = new short[Left.Length];
        for (int i = 0; i < Left.Length; i++)
        {
            Left[i] = BinaryPrimitives.ReadInt16LittleEndian(file[(HeaderBytes + i * 4)..]);
            Right[i] = BinaryPrimitives.ReadInt16LittleEndian(file[(HeaderBytes + i * 4 + 2)..]);
        }
    }

    public int Channels { get; }

    public int Rate { get; }

    public int Bits { get; }

    public short[] Left { get; }

    public short[] Right { get; }

    /// <summary>The best place of a run of samples.</summary>
    public Playback Find(short[] expected, int tolerance)
    {
        Playback best = new(-1, 0, expected.Length);
        for (int start = 0; start + AnchorFrames <= Left.Length; start++)
        {
            if (Matching(expected, start, AnchorFrames, tolerance) < AnchorFrames)
            {
                continue;
            }

            int matching = Matching(expected, start, Math.Min(expected.Length, Left.Length - start), tolerance);
            if (matching > best.Matching)
            {
                best = best with { Start = start, Matching = matching };
            }
        }

        return best;
    }

    private int Matching(short[] expected, int start, int count, int tolerance)
    {
        int matching = 0;
        for (int i = 0; i < count; i++)
        {
            if (IsClose(Left[start + i], expected[i], tolerance) && IsClose(Right[start + i], expected[i], tolerance))
            {
                matching++;
            }
        }

        return matching;
    }

    private static bool IsClose(short a, short b, int tolerance) => Math.Abs((int)(short)(a - b)) <= tolerance;
}
