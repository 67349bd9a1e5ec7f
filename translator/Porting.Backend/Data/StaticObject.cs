using Porting.Backend.Il;

namespace Porting.Backend.Data;

/// <summary>What becomes one symbol: a static field, or an object that C leaves without a name.</summary>
internal sealed class StaticObject
{
    /// <summary>The linker's name, or LLVM's for what nobody else sees.</summary>
    public required string Symbol { get; init; }

    /// <summary>Null for an object without a name.</summary>
    public IlField? Field { get; init; }

    /// <summary>What the field says of itself; null where C# says it all.</summary>
    public IlVariable? Facts => Field?.Variable;

    /// <summary>The field stands for the array, as a pointer to its first element.</summary>
    public bool IsArray { get; init; }

    /// <summary>Another module, or somebody else, defines it.</summary>
    public bool IsExtern => Facts?.IsExtern == true;
    public bool IsThreadLocal => Field?.IsThreadStatic == true;

    /// <summary>Other objects see it.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>No memory of its own tells it from another with the same contents.</summary>
    public bool IsUnnamed { get; init; }

    /// <summary>Contents; null until they are known, and for what is elsewhere.</summary>
    public DataMemory? Memory { get; set; }

    /// <summary>Of the C type.</summary>
    public int Align { get; set; } = 1;

    /// <summary>LLVM's type of a variable that is one value; null for bytes.</summary>
    public string? Scalar { get; init; }
}
