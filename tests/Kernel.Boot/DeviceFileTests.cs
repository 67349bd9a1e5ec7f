using System.Buffers.Binary;
using Porting.Tests.Devices;

namespace Kernel.Boot;

/// <summary>The comparisons that the boots rest on find what is wrong: a sample, a byte of a frame, a piece that is
/// missing.</summary>
public sealed class DeviceFileTests
{
    private static readonly short[] Samples = Noise.Samples(2000, 16, 7);

    [Fact]
    public void A_recording_is_found_where_it_is()
    {
        Assert.Equal(
            new Playback(100, Samples.Length, Samples.Length),
            new WavFile(Recording(100, Samples)).Find(Samples, 0)
        );
    }

    [Fact]
    public void One_wrong_sample_is_one_less()
    {
        short[] wrong = [.. Samples];
        wrong[500] += 1;
        Assert.Equal(Samples.Length - 1, new WavFile(Recording(100, wrong)).Find(Samples, 0).Matching);
        Assert.Equal(Samples.Length, new WavFile(Recording(100, wrong)).Find(Samples, 1).Matching);
    }

    [Fact]
    public void What_is_cut_off_is_missed() =>
        Assert.Equal(900, new WavFile(Recording(100, Samples[..900])).Find(Samples, 0).Matching);

    [Fact]
    public void Another_sequence_is_not_found() =>
        Assert.Equal(0, new WavFile(Recording(100, Samples)).Find(Noise.Samples(2000, 16, 8), 0).Matching);

    /// <summary>The emulator's 8-bit samples are one step off, and the highest runs over.</summary>
    [Fact]
    public void Eight_bits_are_compared_in_the_ring()
    {
        short[] played = [.. Noise.Bytes(1000, 7).Select(b => (short)((b - 127) * 256))];
        Assert.Equal(1000, new WavFile(Recording(0, played)).Find(Noise.Samples(1000, 8, 7), 256).Matching);
        Assert.Equal(0, new WavFile(Recording(0, played)).Find(Noise.Samples(1000, 8, 7), 255).Matching);
    }

    [Fact]
    public void A_file_of_something_else_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => new WavFile(new byte[100]));
        Assert.Throws<InvalidDataException>(() => PcapFile.Frames(new byte[100]));
    }

    [Fact]
    public void An_echo_is_known_by_every_byte()
    {
        byte[] frame = Echo(9);
        Assert.Equal(9, NetFrames.EchoOf(frame, isAnswer: false));
        Assert.Equal(0, NetFrames.EchoOf(frame, isAnswer: true));
        frame[^1] ^= 1;
        Assert.Equal(0, NetFrames.EchoOf(frame, isAnswer: false));
    }

    private static byte[] Recording(int silence, short[] samples)
    {
        byte[] file = new byte[44 + (silence + samples.Length) * 4];
        "RIFF"u8.CopyTo(file);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        for (int i = 0; i < samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(44 + (silence + i) * 4), samples[i]);
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(46 + (silence + i) * 4), samples[i]);
        }

        return file;
    }

    private static byte[] Echo(int sequence)
    {
        byte[] frame = new byte[14 + 20 + 8 + NetFrames.PayloadBytes];
        frame[12] = 0x08;
        frame[23] = 1;
        frame[34] = 8;
        frame[41] = (byte)sequence;
        Noise.Bytes(NetFrames.PayloadBytes, (uint)sequence).CopyTo(frame, 42);
        return frame;
    }
}
