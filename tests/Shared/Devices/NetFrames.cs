using System.Buffers.Binary;

namespace Porting.Tests.Devices;

/// <summary>What the kernel's network tests (original-c/test/test_linux_net.c) put on the wire, recognised by the
/// host.</summary>
internal static class NetFrames
{
    public const int PayloadBytes = 1400;

    /// <summary>Echo requests that are sent, numbered from 1.</summary>
    public const int Echoes = 400;

    private const int EthernetHeader = 14;
    private const int ArpFrame = 42;
    private const int EchoFrame = EthernetHeader + 20 + 8 + PayloadBytes;
    private const int IcmpAt = EthernetHeader + 20;
    private const ushort ArpType = 0x0806;
    private const ushort IpType = 0x0800;

    /// <summary>10.0.2.15 asks for 10.0.2.2.</summary>
    public static bool IsArpRequest(byte[] frame) => IsArp(frame, 1, [10, 0, 2, 15], [10, 0, 2, 2]);

    /// <summary>10.0.2.2 answers 10.0.2.15.</summary>
    public static bool IsArpReply(byte[] frame) => IsArp(frame, 2, [10, 0, 2, 2], [10, 0, 2, 15]);

    /// <summary>The sequence number of an echo request (or of the answer to one) whose payload is that number's noise;
    /// 0 for any other frame.</summary>
    public static int EchoOf(byte[] frame, bool isAnswer)
    {
        if (
            frame.Length < EchoFrame
            || TypeOf(frame) != IpType
            || frame[23] != 1
            || frame[IcmpAt] != (isAnswer ? 0 : 8)
        )
        {
            return 0;
        }

        int sequence = BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(IcmpAt + 6));
        return frame.AsSpan(IcmpAt + 8, PayloadBytes).SequenceEqual(Noise.Bytes(PayloadBytes, (uint)sequence))
            ? sequence
            : 0;
    }

    private static ushort TypeOf(byte[] frame) => BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(12));

    private static bool IsArp(byte[] frame, int operation, ReadOnlySpan<byte> sender, ReadOnlySpan<byte> target) =>
        frame.Length >= ArpFrame
        && TypeOf(frame) == ArpType
        && BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(20)) == operation
        && frame.AsSpan(28, 4).SequenceEqual(sender)
        && frame.AsSpan(38, 4).SequenceEqual(target);
}
