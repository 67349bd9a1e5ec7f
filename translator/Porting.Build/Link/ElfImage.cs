using System.Buffers.Binary;
using System.Text;

namespace Porting.Build.Link;

/// <summary>A section of a linked image.</summary>
public readonly record struct ImageSection(
    string Name,
    uint Address,
    uint Offset,
    uint Size,
    bool IsExecutable,
    bool HasContents
);

/// <summary>A symbol of a linked image.</summary>
public readonly record struct ImageSymbol(string Name, uint Address, uint Size, int Section);

/// <summary>Reads a linked ELF32 image for i386: what the gates look at. PORT6014 for anything else.</summary>
public sealed class ElfImage
{
    private const int HeaderSize = 52;
    private const int SectionHeaderSize = 40;
    private const int SymbolSize = 16;
    private const int SymbolTableType = 2;
    private const int NoBitsType = 8;

    private readonly byte[] _bytes;

    public IReadOnlyList<ImageSection> Sections { get; }

    public IReadOnlyList<ImageSymbol> Symbols { get; }

    public uint Entry => U32(24);

    private ElfImage(byte[] bytes)
    {
        _bytes = bytes;
        int table = (int)U32(32);
        int count = U16(48);
        int[] headers = [.. Enumerable.Range(0, count).Select(i => table + i * SectionHeaderSize)];
        int names = headers[U16(50)];
        Sections =
        [
            .. headers.Select(h => new ImageSection(
                Text((int)U32(names + 16) + (int)U32(h)),
                U32(h + 12),
                U32(h + 16),
                U32(h + 20),
                (U32(h + 8) & 4) != 0,
                U32(h + 4) != NoBitsType
            )),
        ];
        Symbols =
        [
            .. headers
                .Where(h => U32(h + 4) == SymbolTableType)
                .SelectMany(h => ReadSymbols(h, headers[(int)U32(h + 24)])),
        ];
    }

    public static ElfImage Read(string path) => Parse(File.ReadAllBytes(path), path);

    public static ElfImage Parse(byte[] bytes, string path)
    {
        bool isElf =
            bytes.Length > HeaderSize
            && bytes[0] == 0x7f
            && bytes[1] == 'E'
            && bytes[2] == 'L'
            && bytes[3] == 'F'
            && bytes[4] == 1
            && bytes[18] == 3;
        try
        {
            return isElf
                ? new ElfImage(bytes)
                : throw new ArgumentOutOfRangeException(nameof(bytes), "no ELF32 header for i386");
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT6014",
                    new SourceLocation(path, 0, 0),
                    $"not a kernel image: {exception.Message.Split('\n')[0]}"
                )
            );
        }
    }

    public ReadOnlySpan<byte> Contents(ImageSection section) =>
        section.HasContents ? _bytes.AsSpan((int)section.Offset, (int)section.Size) : [];

    private IEnumerable<ImageSymbol> ReadSymbols(int header, int stringHeader)
    {
        int strings = (int)U32(stringHeader + 16);
        int start = (int)U32(header + 16);
        for (int at = start; at < start + (int)U32(header + 20); at += SymbolSize)
        {
            yield return new ImageSymbol(Text(strings + (int)U32(at)), U32(at + 4), U32(at + 8), U16(at + 14));
        }
    }

    private string Text(int at) => Encoding.UTF8.GetString(_bytes.AsSpan(at, _bytes.AsSpan(at).IndexOf((byte)0)));

    private int U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at));
}
