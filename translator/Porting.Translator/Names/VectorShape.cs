using System.Numerics;

namespace Porting.Translator.Names;

/// <summary>What decides on a vector's C# type: the C# type and number of its elements, its size in bytes (more than
/// they need where C pads to a power of two), and the type of its comparisons.</summary>
public sealed record VectorShape(string Element, int Count, long Size)
{
    public string Name => $"{Element}_x{Count}";

    public string MaskElement =>
        (Size / BitOperations.RoundUpToPowerOf2((uint)Count)) switch
        {
            0 or 1 => "sbyte", // 0: bits
            2 => "short",
            8 => "long",
            _ => "int",
        };

    public string Mask => $"{MaskElement}_x{Count}";
}
