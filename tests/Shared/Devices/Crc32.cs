namespace Porting.Tests.Devices;

/// <summary>CRC-32 as Ethernet and ZIP have it (reflected polynomial 0xEDB88320); the host's own, so that the kernel's
/// is checked by another.</summary>
internal static class Crc32
{
    public static uint Of(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1)));
            }
        }

        return ~crc;
    }
}
