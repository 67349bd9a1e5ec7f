namespace Porting.Translator.Names;

/// <summary>How a field is stored in C#, which decides what an access yields.</summary>
public enum FieldShape
{
    /// <summary>An ordinary field: assignable, addressable.</summary>
    Plain,

    /// <summary>A property: assignable, not addressable.</summary>
    BitField,

    /// <summary>A <c>fixed</c> buffer: yields a pointer to the first element.</summary>
    FixedBuffer,

    /// <summary>A pointer-valued property over inline storage.</summary>
    ArrayProperty,
}
