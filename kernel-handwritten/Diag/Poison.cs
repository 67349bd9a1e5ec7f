using Porting;

namespace Mach;

/// <summary>
/// What debug boots write into memory that nobody may read: a different byte for each reason. As an address each is
/// beyond all memory, so a pointer that was read from there faults.
/// </summary>
internal static unsafe class Poison
{
    /// <summary>In memory that is free.</summary>
    public const byte Freed = 0xe5;

    /// <summary>In a block that has not been written yet.</summary>
    public const byte Fresh = 0xf5;

    /// <summary>Around a block.</summary>
    public const byte RedZone = 0xec;

    public static void Fill(void* start, uint sizeBytes, byte value) => rt.fill(start, value, sizeBytes);

    /// <summary>The first byte in [start, start + size) that is not what it was filled with, or null.</summary>
    public static byte* FirstOther(void* start, uint sizeBytes, byte value)
    {
        byte* bytes = (byte*)start;
        uint i = 0;
        for (
            uint word = value * 0x01010101u;
            i + sizeof(uint) <= sizeBytes && *(uint*)(bytes + i) == word;
            i += sizeof(uint)
        ) { }
        for (; i < sizeBytes; i++)
            if (bytes[i] != value)
                return bytes + i;
        return null;
    }
}
