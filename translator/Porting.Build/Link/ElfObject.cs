namespace Porting.Build.Link;

/// <summary>A relocatable ELF object for i386 while it is being made (System V ABI, chapter 4 and its i386
/// supplement).</summary>
public sealed class ElfObject
{
    public List<ElfSection> Sections { get; } = [];

    public List<ElfSymbol> Symbols { get; } = [];

    public ElfSection AddSection(ElfSection section)
    {
        Sections.Add(section);
        return section;
    }

    public ElfSymbol AddSymbol(ElfSymbol symbol)
    {
        Symbols.Add(symbol);
        return symbol;
    }
}

/// <summary>A section with its contents. Debug sections are neither allocated nor writable.</summary>
public sealed class ElfSection(string name, byte[] data, ElfSectionFlags flags, int alignment)
{
    public string Name => name;

    public byte[] Data => data;

    public ElfSectionFlags Flags => flags;

    public int Alignment => alignment;

    /// <summary>Set for sections without contents in the file (.bss).</summary>
    public int? UninitializedSize { get; init; }

    public int Size => UninitializedSize ?? data.Length;

    public List<ElfRelocation> Relocations { get; } = [];

    /// <summary>The section's own symbol, which relocations against a place in it use.</summary>
    public ElfSymbol Symbol => _symbol ??= new ElfSymbol("", this, 0) { Kind = ElfSymbolKind.Section };

    private ElfSymbol? _symbol;
}

/// <param name="Offset">Of the field within the section. The addend is in the field.</param>
public readonly record struct ElfRelocation(int Offset, ElfSymbol Symbol, ElfRelocationType Type);

/// <summary>A symbol; undefined when it has no section.</summary>
public sealed class ElfSymbol(string name, ElfSection? section, uint value)
{
    public string Name => name;

    public ElfSection? Section => section;

    public uint Value => value;

    public uint Size { get; set; }

    public bool IsGlobal { get; init; }

    public ElfSymbolKind Kind { get; init; }
}

[Flags]
public enum ElfSectionFlags
{
    None = 0,
    Write = 1,
    Alloc = 2,
    Execute = 4,
}

public enum ElfSymbolKind
{
    None = 0,
    Data = 1,
    Function = 2,
    Section = 3,
}

public enum ElfRelocationType
{
    /// <summary>R_386_32: symbol + addend.</summary>
    Absolute = 1,

    /// <summary>R_386_PC32: symbol + addend - place.</summary>
    PcRelative = 2,
}
