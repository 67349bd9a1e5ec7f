namespace Porting;

/// <summary>The CRC32 instruction (Intel SDM volume 2A): the polynomial 0x11EDC6F41, bits reflected, one bit after the
/// other.</summary>
internal static unsafe partial class rt
{
    private static uint crc32c(uint crc, uint value, int bits)
    {
        crc ^= value;
        for (int i = 0; i < bits; i++)
            crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82f63b78 : crc >> 1;
        return crc;
    }

    public static uint crc32c(uint crc, byte value) => crc32c(crc, value, 8);

    public static uint crc32c(uint crc, ushort value) => crc32c(crc, value, 16);

    public static uint crc32c(uint crc, uint value) => crc32c(crc, value, 32);
}
