using System.Text;

namespace Porting.Build.Link;

/// <summary>Writes an <see cref="ElfObject"/> as ELF32 with REL relocations. The order in the file: header, contents,
/// relocations, symbols, strings, section headers.</summary>
public sealed class ElfWriter
{
    private const int HeaderSize = 52;
    private const int SectionHeaderSize = 40;
    private const int SymbolSize = 16;

    private readonly ElfObject _object;
    private readonly MemoryStream _file = new();
    private readonly StringTable _sectionNames = new();
    private readonly StringTable _symbolNames = new();
    private readonly List<Header> _headers = [default];
    private readonly Dictionary<ElfSection, int> _sectionIndex = [];
    private readonly Dictionary<ElfSymbol, int> _symbolIndex = [];

    private ElfWriter(ElfObject elf) => _object = elf;

    public static byte[] Write(ElfObject elf) => new ElfWriter(elf).WriteFile();

    private readonly record struct Header(
        int Name,
        SectionType Type,
        int Flags,
        int Offset,
        int Size,
        int Link,
        int Info,
        int Alignment,
        int EntrySize
    );

    private enum SectionType
    {
        ProgramBits = 1,
        SymbolTable = 2,
        StringTable = 3,
        NoBits = 8,
        Relocations = 9,
    }

    private byte[] WriteFile()
    {
        _file.Write(new byte[HeaderSize]);
        foreach (ElfSection section in _object.Sections)
        {
            WriteContents(section);
        }

        byte[] symbols = Symbols(out int firstGlobal);
        ElfSection[] relocated = [.. _object.Sections.Where(s => s.Relocations.Count > 0)];
        int symbolTable = _headers.Count + relocated.Length;
        foreach (ElfSection section in relocated)
        {
            WriteRelocations(section, symbolTable);
        }

        Append(
            ".symtab",
            SectionType.SymbolTable,
            0,
            symbols,
            link: symbolTable + 1,
            info: firstGlobal,
            alignment: 4,
            entrySize: SymbolSize
        );
        Append(".strtab", SectionType.StringTable, 0, _symbolNames.ToArray());
        Append(".note.GNU-stack", SectionType.ProgramBits, 0, []); // the stack need not be executable
        int name = _sectionNames.Add(".shstrtab");
        byte[] names = _sectionNames.ToArray();
        int offset = Place(names, 1);
        _headers.Add(new Header(name, SectionType.StringTable, 0, offset, names.Length, 0, 0, 1, 0));
        WriteHeaders();
        return _file.ToArray();
    }

    private void WriteContents(ElfSection section)
    {
        _sectionIndex.Add(section, _headers.Count);
        SectionType type = section.UninitializedSize == null ? SectionType.ProgramBits : SectionType.NoBits;
        int offset = Place(section.Data, section.Alignment);
        _headers.Add(
            new Header(
                _sectionNames.Add(section.Name),
                type,
                (int)section.Flags,
                offset,
                section.Size,
                0,
                0,
                section.Alignment,
                0
            )
        );
    }

    private void WriteRelocations(ElfSection section, int symbolTable)
    {
        using MemoryStream table = new();
        BinaryWriter writer = new(table);
        foreach (ElfRelocation relocation in section.Relocations)
        {
            writer.Write(relocation.Offset);
            writer.Write((_symbolIndex[relocation.Symbol] << 8) | (int)relocation.Type);
        }

        const int infoIsSection = 0x40;
        Append(
            ".rel" + section.Name,
            SectionType.Relocations,
            infoIsSection,
            table.ToArray(),
            symbolTable,
            _sectionIndex[section],
            4,
            8
        );
    }

    /// <summary>Locals come first (ELF wants it), the sections' own symbols before all.</summary>
    private byte[] Symbols(out int firstGlobal)
    {
        ElfSymbol[] locals = [.. _object.Sections.Select(s => s.Symbol), .. _object.Symbols.Where(s => !s.IsGlobal)];
        firstGlobal = locals.Length + 1;
        using MemoryStream table = new();
        BinaryWriter writer = new(table);
        writer.Write(new byte[SymbolSize]);
        int index = 1;
        foreach (ElfSymbol symbol in locals.Concat(_object.Symbols.Where(s => s.IsGlobal)))
        {
            _symbolIndex.Add(symbol, index++);
            writer.Write(_symbolNames.Add(symbol.Name));
            writer.Write(symbol.Value);
            writer.Write(symbol.Size);
            writer.Write((byte)((symbol.IsGlobal ? 1 << 4 : 0) | (int)symbol.Kind));
            writer.Write((byte)0);
            writer.Write((ushort)(symbol.Section == null ? 0 : _sectionIndex[symbol.Section]));
        }

        return table.ToArray();
    }

    private void Append(
        string name,
        SectionType type,
        int flags,
        byte[] data,
        int link = 0,
        int info = 0,
        int alignment = 1,
        int entrySize = 0
    )
    {
        int offset = Place(data, alignment);
        _headers.Add(
            new Header(_sectionNames.Add(name), type, flags, offset, data.Length, link, info, alignment, entrySize)
        );
    }

    private int Place(byte[] data, int alignment)
    {
        while (_file.Length % alignment != 0)
        {
            _file.WriteByte(0);
        }

        int offset = (int)_file.Length;
        _file.Write(data);
        return offset;
    }

    private void WriteHeaders()
    {
        int table = Place([], 4);
        BinaryWriter writer = new(_file);
        foreach (Header h in _headers)
        {
            foreach (
                int field in (ReadOnlySpan<int>)
                    [h.Name, (int)h.Type, h.Flags, 0, h.Offset, h.Size, h.Link, h.Info, h.Alignment, h.EntrySize]
            )
            {
                writer.Write(field);
            }
        }

        _file.Position = 0;
        // 32 bits, little endian, version 1
        writer.Write([0x7f, (byte)'E', (byte)'L', (byte)'F', 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        writer.Write((ushort)1); // ET_REL
        writer.Write((ushort)3); // EM_386
        writer.Write(1);
        writer.Write(0); // entry
        writer.Write(0); // program headers
        writer.Write(table);
        writer.Write(0); // flags
        foreach (
            int field in (ReadOnlySpan<int>)[HeaderSize, 0, 0, SectionHeaderSize, _headers.Count, _headers.Count - 1]
        )
        {
            writer.Write((ushort)field);
        }
    }

    private sealed class StringTable
    {
        private readonly MemoryStream _bytes = new();
        private readonly Dictionary<string, int> _offsets = new() { [""] = 0 };

        public StringTable() => _bytes.WriteByte(0);

        public int Add(string text)
        {
            if (!_offsets.TryGetValue(text, out int offset))
            {
                offset = (int)_bytes.Length;
                _offsets.Add(text, offset);
                _bytes.Write(Encoding.UTF8.GetBytes(text));
                _bytes.WriteByte(0);
            }

            return offset;
        }

        public byte[] ToArray() => _bytes.ToArray();
    }
}
