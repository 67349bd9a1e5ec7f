using System.Buffers.Binary;
using System.Text;

namespace Porting.Semantics.Tests;

/// <summary>The variables of an ELF object in words, one a line, whatever order they stand in (System V ABI, chapter 4).
/// Literals without a symbol are described where they are pointed to.</summary>
internal sealed class ObjectData
{
    private sealed record Section(
        string Name,
        int Type,
        int Flags,
        int Offset,
        int Size,
        int Link,
        int Info,
        int Align
    );

    private sealed record Symbol(string Name, int Value, int Size, int Kind, int Binding, int Visibility, int Section);

    private const int Progbits = 1,
        SymbolTable = 2,
        NoBits = 8,
        Relocations = 9;
    private const int KindObject = 1,
        KindFunction = 2,
        KindSection = 3,
        KindCommon = 5,
        KindThread = 6;
    private const int Common = 0xfff2;
    private const int Merged = 0x20;

    private readonly byte[] _file;
    private readonly Section[] _sections;
    private readonly Symbol[] _symbols;
    private readonly Dictionary<(int Section, int Offset), Symbol> _relocations = [];

    private ObjectData(byte[] file)
    {
        _file = file;
        int table = Word(0x20),
            count = Half(0x30);
        int names = Word(table + Half(0x32) * 40 + 16);
        _sections = [.. Enumerable.Range(0, count).Select(i => SectionAt(table + i * 40, names))];
        Section symbols = _sections.Single(s => s.Type == SymbolTable);
        int strings = _sections[symbols.Link].Offset;
        _symbols = [.. Enumerable.Range(0, symbols.Size / 16).Select(i => SymbolAt(symbols.Offset + i * 16, strings))];
        foreach (Section section in _sections.Where(s => s.Type == Relocations))
        {
            for (int at = section.Offset; at < section.Offset + section.Size; at += 8)
            {
                _relocations[(section.Info, Word(at))] = _symbols[(int)((uint)Word(at + 4) >> 8)];
            }
        }
    }

    public static string Describe(byte[] file)
    {
        ObjectData data = new(file);
        IEnumerable<string> lines = data
            ._symbols.Where(s =>
                s.Kind is KindObject or KindCommon or KindThread && s.Section != 0 && !IsPrivate(s.Name)
            )
            .Select(s => data.Of(s))
            .Order(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    /// <summary>Names of the functions that it has, without what tells static ones of one name apart.</summary>
    public static IEnumerable<string> Functions(byte[] file) =>
        new ObjectData(file)
            ._symbols.Where(s => s.Kind == KindFunction && s.Section != 0)
            .Select(s => Numberless(s.Name).Split('.')[^1]);

    private static bool IsPrivate(string name) => name.StartsWith(".L", StringComparison.Ordinal);

    /// <summary>LLVM numbers what has one name; the numbers depend on all that it has named before.</summary>
    private static string Numberless(string name)
    {
        string stem = name.TrimEnd([.. "0123456789"]);
        return stem.Length < name.Length && stem.EndsWith('.') ? stem[..^1] : name;
    }

    private Section SectionAt(int at, int names) =>
        new(
            Text(names + Word(at)),
            Word(at + 4),
            Word(at + 8),
            Word(at + 16),
            Word(at + 20),
            Word(at + 24),
            Word(at + 28),
            Word(at + 32)
        );

    private Symbol SymbolAt(int at, int strings) =>
        new(
            Text(strings + Word(at)),
            Word(at + 4),
            Word(at + 8),
            _file[at + 12] & 15,
            _file[at + 12] >> 4,
            _file[at + 13] & 3,
            Half(at + 14)
        );

    private string Of(Symbol symbol)
    {
        string head =
            $"{Numberless(symbol.Name)}: binding {symbol.Binding}, visibility {symbol.Visibility}, {symbol.Size} bytes";
        if (symbol.Section == Common)
        {
            return $"{head}, common, align {symbol.Value}";
        }

        Section section = _sections[symbol.Section];
        return $"{head}, {Numberless(section.Name)}, flags {section.Flags:x}, align {section.Align}: {Contents(symbol.Section, symbol.Value, symbol.Size)}";
    }

    private string Contents(int section, int offset, int size)
    {
        if (_sections[section].Type == NoBits)
        {
            return "zeros";
        }

        StringBuilder text = new();
        for (int i = offset; i < offset + size; )
        {
            if (_relocations.TryGetValue((section, i), out Symbol? target))
            {
                text.Append($" <{Target(target, Word(_sections[section].Offset + i))}>");
                i += 4;
            }
            else
            {
                text.Append($" {_file[_sections[section].Offset + i]:x2}");
                i++;
            }
        }

        return text.ToString();
    }

    /// <summary>What an address leads to: a name and a distance, or, of what has no name, its contents.</summary>
    private string Target(Symbol target, int addend)
    {
        if (target.Kind != KindSection && !IsPrivate(target.Name))
        {
            return $"{Numberless(target.Name)} + {addend}";
        }

        int at = target.Kind == KindSection ? addend : target.Value + addend;
        Symbol? holder = _symbols.FirstOrDefault(s =>
            s.Kind is not KindSection
            && s.Section == target.Section
            && s.Name.Length > 0
            && s.Value <= at
            && (at < s.Value + s.Size || at == s.Value)
            && !IsPrivate(s.Name)
        );
        if (holder != null)
        {
            return $"{Numberless(holder.Name)} + {at - holder.Value}";
        }

        Section section = _sections[target.Section];
        int end = section.Offset + at;
        while (end < section.Offset + section.Size && _file[end] != 0)
        {
            end++;
        }

        return $"\"{Convert.ToHexString(_file.AsSpan(section.Offset + at, end - section.Offset - at))}\"{((section.Flags & Merged) != 0 ? " merged" : "")}";
    }

    private int Word(int at) => BinaryPrimitives.ReadInt32LittleEndian(_file.AsSpan(at));

    private int Half(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(at));

    private string Text(int at) => Encoding.UTF8.GetString(_file, at, _file.AsSpan(at).IndexOf((byte)0));
}
