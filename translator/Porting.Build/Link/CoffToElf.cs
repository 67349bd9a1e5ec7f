using System.Buffers.Binary;

namespace Porting.Build.Link;

/// <summary>
/// The COFF object of ilc as an ELF object for i386. Done here because GNU ld and objcopy misread this COFF's REL32
/// relocations.
/// <para>Input: the COFF file. Output: an ELF object with code, data and symbols; unwind tables and CodeView are left
/// behind (<see cref="Dwarf.DwarfBuilder"/> makes debug information of the latter). Holds after it: every relocation
/// was one of the two kinds whose meaning is known, else PORT6011.</para>
/// </summary>
public sealed class CoffToElf
{
    /// <summary>Unwind tables (nothing unwinds), debug information, and requests to Microsoft's linker.</summary>
    private static readonly string[] Dropped = [".pdata", ".xdata", ".drectve"];

    private readonly CoffFile _coff;
    private readonly SymbolPolicy _policy;
    private readonly Dictionary<int, ElfSection> _sections = [];
    private readonly Dictionary<int, ElfSymbol> _symbols = [];

    private CoffToElf(CoffFile coff, SymbolPolicy policy)
    {
        _coff = coff;
        _policy = policy;
    }

    public ElfObject Elf { get; } = new();

    public static CoffToElf Convert(CoffFile coff, SymbolPolicy policy)
    {
        CoffToElf conversion = new(coff, policy);
        conversion.ConvertSections();
        conversion.ConvertSymbols();
        conversion.ConvertRelocations();
        return conversion;
    }

    /// <summary>The ELF symbol of a COFF symbol; null for symbols of sections that were left behind.</summary>
    public ElfSymbol? SymbolOf(CoffSymbol symbol) => _symbols.GetValueOrDefault(symbol.Index);

    private static bool IsDropped(CoffSection section) =>
        section.Name.StartsWith(".debug", StringComparison.Ordinal) || Dropped.Contains(section.Name);

    private void ConvertSections()
    {
        foreach (CoffSection section in _coff.Sections.Where(s => !IsDropped(s)))
        {
            ElfSectionFlags flags = ElfSectionFlags.Alloc;
            flags |= (section.Flags & CoffSectionFlags.Execute) != 0 ? ElfSectionFlags.Execute : 0;
            flags |= (section.Flags & CoffSectionFlags.Write) != 0 ? ElfSectionFlags.Write : 0;
            bool isUninitialized = (section.Flags & CoffSectionFlags.UninitializedData) != 0;
            _sections.Add(
                section.Number,
                Elf.AddSection(
                    new ElfSection(ElfName(section), [.. section.Data], flags, section.Alignment)
                    {
                        UninitializedSize = isUninitialized ? section.Size : null,
                    }
                )
            );
        }
    }

    /// <summary>Names that every linker script for ELF has a place for.</summary>
    private static string ElfName(CoffSection section) =>
        section.Name switch
        {
            ".managedcode$I" => ".text.managed",
            ".modules$I" => ".data.modules",
            ".rdata" => ".rodata",
            _ => section.Name,
        };

    private void ConvertSymbols()
    {
        foreach (CoffSymbol symbol in _coff.Symbols)
        {
            bool isKept = symbol.IsUndefined || (symbol.IsDefined && _sections.ContainsKey(symbol.Section));
            if (!isKept || symbol.StorageClass == CoffStorageClass.File)
            {
                continue;
            }

            ElfSection? section = symbol.IsUndefined ? null : _sections[symbol.Section];
            _symbols.Add(
                symbol.Index,
                Elf.AddSymbol(
                    new ElfSymbol(_policy.NameOf(symbol), section, symbol.Value)
                    {
                        IsGlobal = _policy.IsGlobal(symbol),
                        Kind =
                            symbol.IsUndefined ? ElfSymbolKind.None
                            : symbol.IsFunction ? ElfSymbolKind.Function
                            : ElfSymbolKind.Data,
                    }
                )
            );
        }
    }

    private void ConvertRelocations()
    {
        foreach (CoffSection section in _coff.Sections.Where(s => _sections.ContainsKey(s.Number)))
        {
            ElfSection target = _sections[section.Number];
            foreach (CoffRelocation relocation in section.Relocations)
            {
                target.Relocations.Add(Convert(relocation, section, target));
            }
        }
    }

    /// <summary>
    /// DIR32 means the same in both. REL32 counts from the byte behind the field, R_386_PC32 from the field itself, so
    /// the addend (which both keep in the field) loses 4.
    /// </summary>
    private ElfRelocation Convert(CoffRelocation relocation, CoffSection from, ElfSection target)
    {
        ElfSymbol symbol =
            SymbolOf(relocation.Symbol)
            ?? throw Unknown(
                $"refers to '{relocation.Symbol.Name}', which is in a section that is left behind",
                relocation,
                from
            );
        switch (relocation.Type)
        {
            case CoffRelocationType.Dir32:
                return new ElfRelocation(relocation.Offset, symbol, ElfRelocationType.Absolute);
            case CoffRelocationType.Rel32:
                Span<byte> field = target.Data.AsSpan(relocation.Offset, 4);
                BinaryPrimitives.WriteInt32LittleEndian(field, BinaryPrimitives.ReadInt32LittleEndian(field) - 4);
                return new ElfRelocation(relocation.Offset, symbol, ElfRelocationType.PcRelative);
            default:
                throw Unknown($"has type {(int)relocation.Type}, which is not known here", relocation, from);
        }
    }

    private static PortException Unknown(string what, CoffRelocation relocation, CoffSection section) =>
        new(
            PortDiagnostic.Error(
                "PORT6011",
                SourceLocation.None,
                $"the relocation at offset 0x{relocation.Offset:x} of section {section.Name} (symbol '{relocation.Symbol.Name}') {what}"
            )
        );
}
