namespace Porting.Translator.Names;

/// <summary>What decides on a vector's C# type: the C# type and number of its elements, its size in bytes (more than
/// they need where C pads to a power of two), and the type of its comparisons.</summary>
public sealed record VectorShape(string Element, int Count, long Size)
{
    public string Name => $"{Element}_x{Count}";

    public string MaskElement =>
        Element switch
        {
            "sbyte" or "byte" or "bool" => "sbyte",
            "short" or "ushort" => "short",
            "long" or "ulong" or "double" => "long",
            _ => "int",
        };

    public string Mask => $"{MaskElement}_x{Count}";
}
