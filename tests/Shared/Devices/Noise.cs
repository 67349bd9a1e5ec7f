namespace Porting.Tests.Devices;

/// <summary>The kernel tests' noise (original-c/test/test_linux_util.c), computed on the host: bits 16 to 23 of a
/// linear congruential sequence.</summary>
internal static class Noise
{
    public static byte[] Bytes(int count, uint seed)
    {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++)
        {
            seed = seed * 1103515245 + 12345;
            bytes[i] = (byte)(seed >> 16);
        }

        return bytes;
    }

    /// <summary>As samples of a sound card: 16 bits with a sign, or 8 bits without one, scaled to 16.</summary>
    public static short[] Samples(int bytes, int bits, uint seed)
    {
        byte[] noise = Bytes(bytes, seed);
        return bits == 16
            ? [.. Enumerable.Range(0, bytes / 2).Select(i => BitConverter.ToInt16(noise, i * 2))]
            : [.. noise.Select(b => (short)((b - 128) * 256))];
    }
}
