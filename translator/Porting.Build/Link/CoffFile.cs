namespace Porting.Build.Link;

/// <summary>A COFF object as read from disk (Microsoft PE and COFF Specification, sections 3 to 5). Only what i386
/// objects of ilc have.</summary>
public sealed record CoffFile(IReadOnlyList<CoffSection> Sections, IReadOnlyList<CoffSymbol> Symbols)
{
    public CoffSection? Find(string name) => Sections.FirstOrDefault(s => s.Name == name);
}

/// <param name="Number">From 1, as symbols refer to it.</param>
/// <param name="Name">Long names already looked up.</param>
/// <param name="Data">Empty for uninitialised data.</param>
/// <param name="Size">In bytes; equals Data's length except for uninitialised data.</param>
public sealed record CoffSection(
    int Number,
    string Name,
    byte[] Data,
    int Size,
    CoffSectionFlags Flags,
    int Alignment,
    IReadOnlyList<CoffRelocation> Relocations
);

/// <param name="Offset">From the start of the section.</param>
public readonly record struct CoffRelocation(int Offset, CoffSymbol Symbol, CoffRelocationType Type);

/// <param name="Index">Its place in the symbol table, auxiliary records counted.</param>
/// <param name="Section">Section number, 0 undefined, -1 absolute, -2 debugging.</param>
public sealed record CoffSymbol(
    int Index,
    string Name,
    uint Value,
    int Section,
    CoffStorageClass StorageClass,
    bool IsFunction
)
{
    public bool IsDefined => Section > 0;

    public bool IsUndefined => Section == 0;
}

[Flags]
public enum CoffSectionFlags : uint
{
    None = 0,
    UninitializedData = 0x80,
    ExtendedRelocationCount = 0x01000000,
    Execute = 0x20000000,
    Write = 0x80000000,
}

public enum CoffRelocationType : ushort
{
    /// <summary>IMAGE_REL_I386_DIR32: the symbol's address.</summary>
    Dir32 = 6,

    /// <summary>IMAGE_REL_I386_DIR32NB: the address less the image base; in unwind data only.</summary>
    Dir32Nb = 7,

    /// <summary>IMAGE_REL_I386_SECTION: the section's number; in debug information only.</summary>
    Section = 10,

    /// <summary>IMAGE_REL_I386_SECREL: offset from the start of the section; in debug information only.</summary>
    SecRel = 11,

    /// <summary>IMAGE_REL_I386_REL32: distance from the byte behind the field.</summary>
    Rel32 = 20,
}

public enum CoffStorageClass : byte
{
    External = 2,
    Static = 3,
    Label = 6,
    File = 103,
    WeakExternal = 105,
}
