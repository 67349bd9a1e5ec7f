using System.Buffers.Binary;
using System.Text;

namespace Porting.Build.Link;

/// <summary>
/// Reads an i386 COFF object. Input: the bytes and the path for messages. Holds after it: every offset, symbol index
/// and section number was inside the file. Anything else is PORT6010, never an exception of another kind.
/// </summary>
public sealed class CoffReader
{
    private const int HeaderSize = 20;
    private const int SectionHeaderSize = 40;
    private const int SymbolSize = 18;
    private const int RelocationSize = 10;
    private const ushort MachineI386 = 0x14c;

    private readonly byte[] _bytes;
    private readonly string _path;
    private int _symbolTable;
    private int _stringTable;

    private CoffReader(byte[] bytes, string path)
    {
        _bytes = bytes;
        _path = path;
    }

    public static CoffFile Read(string path) => Parse(File.ReadAllBytes(path), path);

    public static CoffFile Parse(byte[] bytes, string path) => new CoffReader(bytes, path).ReadFile();

    private CoffFile ReadFile()
    {
        if (_bytes.Length < HeaderSize || U16(0) != MachineI386)
        {
            throw Malformed("it is not a COFF object for i386");
        }

        int sectionCount = U16(2);
        _symbolTable = I32(8);
        int symbolRecords = I32(12);
        _stringTable = _symbolTable + Counted(symbolRecords, SymbolSize);
        int sectionHeaders = HeaderSize + U16(16);
        Dictionary<int, CoffSymbol> symbols = ReadSymbols(symbolRecords, sectionCount);
        List<CoffSection> sections = [];
        for (int i = 0; i < sectionCount; i++)
        {
            sections.Add(ReadSection(i + 1, sectionHeaders + i * SectionHeaderSize, symbols));
        }

        return new CoffFile(sections, [.. symbols.OrderBy(s => s.Key).Select(s => s.Value)]);
    }

    private Dictionary<int, CoffSymbol> ReadSymbols(int records, int sectionCount)
    {
        Dictionary<int, CoffSymbol> symbols = [];
        for (int i = 0; i < records; )
        {
            int at = _symbolTable + i * SymbolSize;
            Span<byte> record = Slice(at, SymbolSize);
            short section = BinaryPrimitives.ReadInt16LittleEndian(record[12..]);
            if (section > sectionCount)
            {
                throw Malformed($"symbol {i} is in section {section} of {sectionCount}");
            }

            bool isFunction = (U16(at + 14) & 0x30) == 0x20;
            symbols.Add(
                i,
                new CoffSymbol(i, Name(at), (uint)I32(at + 8), section, (CoffStorageClass)record[16], isFunction)
            );
            i += 1 + record[17]; // auxiliary records follow
        }

        return symbols;
    }

    private CoffSection ReadSection(int number, int at, Dictionary<int, CoffSymbol> symbols)
    {
        Slice(at, SectionHeaderSize);
        CoffSectionFlags flags = (CoffSectionFlags)I32(at + 36);
        int size = I32(at + 16);
        int data = I32(at + 20);
        bool isUninitialized = (flags & CoffSectionFlags.UninitializedData) != 0;
        byte[] contents = isUninitialized || size == 0 ? [] : Slice(data, size).ToArray();
        int alignField = (int)((uint)flags >> 20) & 15;
        int alignment = alignField == 0 ? 16 : 1 << (alignField - 1);
        return new CoffSection(
            number,
            SectionName(at),
            contents,
            size,
            flags,
            alignment,
            ReadRelocations(I32(at + 24), U16(at + 32), flags, contents.Length, symbols)
        );
    }

    /// <summary>More than 65534 relocations: the real count stands in the first one's address field, and counts that
    /// one.</summary>
    private List<CoffRelocation> ReadRelocations(
        int at,
        int count,
        CoffSectionFlags flags,
        int sectionSize,
        Dictionary<int, CoffSymbol> symbols
    )
    {
        if ((flags & CoffSectionFlags.ExtendedRelocationCount) != 0)
        {
            count = I32(at) - 1;
            at += RelocationSize;
        }

        Slice(at, Counted(count, RelocationSize));
        List<CoffRelocation> relocations = new(count);
        for (int i = 0; i < count; i++, at += RelocationSize)
        {
            int offset = I32(at);
            if (!symbols.TryGetValue(I32(at + 4), out CoffSymbol? symbol) || offset < 0 || offset >= sectionSize)
            {
                throw Malformed(
                    $"relocation {i} at offset 0x{offset:x} is outside its section, or names a symbol that is not there"
                );
            }

            relocations.Add(new CoffRelocation(offset, symbol, (CoffRelocationType)U16(at + 8)));
        }

        return relocations;
    }

    /// <summary>Eight bytes of name, or four of zero and an offset into the string table.</summary>
    private string Name(int at) => I32(at) == 0 ? StringAt(I32(at + 4)) : ShortName(at);

    /// <summary>Section names longer than eight bytes are "/" and a decimal offset.</summary>
    private string SectionName(int at)
    {
        string name = ShortName(at);
        return name.StartsWith('/') && int.TryParse(name[1..], out int offset) ? StringAt(offset) : name;
    }

    private string ShortName(int at) => Encoding.ASCII.GetString(Slice(at, 8)).TrimEnd('\0');

    private string StringAt(int offset)
    {
        Span<byte> rest = Slice(_stringTable + Math.Clamp(offset, 0, _bytes.Length), 0, toEnd: true);
        int length = rest.IndexOf((byte)0);
        return offset >= 4 && length >= 0
            ? Encoding.UTF8.GetString(rest[..length])
            : throw Malformed($"there is no string at offset {offset} of the string table");
    }

    private int Counted(int count, int size) =>
        count >= 0 && (long)count * size <= _bytes.Length
            ? count * size
            : throw Malformed($"a table of {count} entries does not fit");

    private Span<byte> Slice(int at, int size, bool toEnd = false)
    {
        if (at < 0 || at > _bytes.Length || size < 0 || size > _bytes.Length - at)
        {
            throw Malformed($"it ends before offset 0x{(long)at + size:x}");
        }

        return _bytes.AsSpan(at, toEnd ? _bytes.Length - at : size);
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(at, 2));

    private int I32(int at) => BinaryPrimitives.ReadInt32LittleEndian(Slice(at, 4));

    private PortException Malformed(string what) =>
        new(PortDiagnostic.Error("PORT6010", new SourceLocation(_path, 0, 0), $"malformed object file: {what}"));
}
