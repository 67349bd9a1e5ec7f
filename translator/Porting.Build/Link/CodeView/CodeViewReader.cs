using System.Buffers.Binary;
using System.Text;

namespace Porting.Build.Link.CodeView;

/// <summary>
/// Reads the functions, variables and lines out of a .debug$S section (Microsoft's cvinfo.h and LLVM's "PDB File
/// Format" describe the records). Records of other kinds are skipped by their length. Input: the section with its
/// relocations, which say which function a record is about. Malformed contents are PORT6013.
/// </summary>
public sealed class CodeViewReader
{
    private const uint SymbolsSubsection = 0xf1;
    private const uint LinesSubsection = 0xf2;
    private const uint StringsSubsection = 0xf3;
    private const uint ChecksumsSubsection = 0xf4;

    private const int LocalRecord = 0x113e; // S_LOCAL
    private const int RegisterRange = 0x1141; // S_DEFRANGE_REGISTER
    private const int RegisterRelativeRange = 0x1145; // S_DEFRANGE_REGISTER_REL
    private const int ProcedureRecord = 0x1147; // S_GPROC32_ID
    private const int ProcedureEnd = 0x114f; // S_PROC_ID_END

    /// <summary>Line numbers that mean "do not step here": compiler-generated code.</summary>
    private const int HiddenLine1 = 0xfeefee;
    private const int HiddenLine2 = 0xf00f00;

    private readonly byte[] _data;
    private readonly Dictionary<int, CoffSymbol> _symbolAt;
    private readonly List<PendingProcedure> _procedures = [];
    private readonly Dictionary<CoffSymbol, List<CvLine>> _lines = [];
    private int _strings = -1;
    private int _checksums = -1;

    private CodeViewReader(CoffSection section)
    {
        _data = section.Data;
        _symbolAt = section
            .Relocations.Where(r => r.Type == CoffRelocationType.SecRel)
            .ToDictionary(r => r.Offset, r => r.Symbol);
    }

    private sealed record PendingProcedure(CoffSymbol Symbol, uint Length, uint FunctionId, List<CvVariable> Variables);

    public static IReadOnlyList<CvProcedure> Read(CoffSection section)
    {
        CodeViewReader reader = new(section);
        try
        {
            return reader.ReadAll();
        }
        catch (Exception exception)
            when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException or KeyNotFoundException)
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT6013",
                    SourceLocation.None,
                    $"malformed debug information in section {section.Name}: {exception.Message.Split('\n')[0]}"
                )
            );
        }
    }

    private List<CvProcedure> ReadAll()
    {
        // Lines name files through the two tables, which may come later.
        foreach ((uint kind, int at, _) in Subsections())
        {
            _strings = kind == StringsSubsection ? at : _strings;
            _checksums = kind == ChecksumsSubsection ? at : _checksums;
        }

        foreach ((uint kind, int at, int length) in Subsections())
        {
            switch (kind)
            {
                case SymbolsSubsection:
                    ReadSymbols(at, at + length);
                    break;
                case LinesSubsection:
                    ReadLines(at, at + length);
                    break;
            }
        }

        return
        [
            .. _procedures.Select(p => new CvProcedure(
                p.Symbol,
                p.Length,
                p.FunctionId,
                p.Variables,
                _lines.GetValueOrDefault(p.Symbol) ?? []
            )),
        ];
    }

    private IEnumerable<(uint Kind, int At, int Length)> Subsections()
    {
        const int signatureSize = 4;
        for (int at = signatureSize; at + 8 <= _data.Length; )
        {
            int length = I32(at + 4);
            ArgumentOutOfRangeException.ThrowIfNegative(length);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, _data.Length - at - 8);
            yield return (U32(at), at + 8, length);
            at = (at + 8 + length + 3) & ~3;
        }
    }

    private void ReadSymbols(int at, int end)
    {
        PendingProcedure? current = null;
        List<CvRange>? ranges = null;
        while (at < end)
        {
            int body = at + 4;
            switch (U16(at + 2))
            {
                case ProcedureRecord:
                    current = new PendingProcedure(_symbolAt[body + 28], U32(body + 12), U32(body + 24), []);
                    _procedures.Add(current);
                    break;
                case ProcedureEnd:
                    current = null;
                    break;
                case LocalRecord:
                    ranges = [];
                    current?.Variables.Add(new CvVariable(Text(body + 6), U32(body), (U16(body + 4) & 1) != 0, ranges));
                    break;
                case RegisterRange:
                    ranges?.Add(new CvRange(U32(body + 4), (uint)U16(body + 10), (ushort)U16(body), null));
                    break;
                case RegisterRelativeRange:
                    ranges?.Add(new CvRange(U32(body + 8), (uint)U16(body + 14), (ushort)U16(body), I32(body + 4)));
                    break;
            }

            at += 2 + U16(at);
        }
    }

    /// <summary>A header that names the function, then blocks of (offset, line) pairs, each block of one
    /// file.</summary>
    private void ReadLines(int at, int end)
    {
        const int headerSize = 12;
        List<CvLine> lines = _lines[_symbolAt[at]] = [];
        for (int block = at + headerSize; block < end; block += I32(block + 8))
        {
            string file = Text(_strings + I32(_checksums + I32(block)));
            int count = I32(block + 4);
            for (int i = 0, entry = block + headerSize; i < count; i++, entry += 8)
            {
                int line = I32(entry + 4) & 0xffffff;
                if (line is not (0 or HiddenLine1 or HiddenLine2))
                {
                    lines.Add(new CvLine(U32(entry), file, line));
                }
            }
        }
    }

    private string Text(int at) => Encoding.UTF8.GetString(_data.AsSpan(at, _data.AsSpan(at).IndexOf((byte)0)));

    private int U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_data.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_data.AsSpan(at));

    private int I32(int at) => BinaryPrimitives.ReadInt32LittleEndian(_data.AsSpan(at));
}
