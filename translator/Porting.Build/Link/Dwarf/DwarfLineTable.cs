using Porting.Build.Link.CodeView;

namespace Porting.Build.Link.Dwarf;

/// <summary>
/// The line number program (DWARF 4, section 6.2): one sequence for each function, since nothing promises that the
/// linker keeps their order. Only standard opcodes; the table is for a debugger at the desk, where size does not
/// matter.
/// </summary>
internal sealed class DwarfLineTable
{
    private const int AdvancePc = 2;
    private const int AdvanceLine = 3;
    private const int SetFile = 4;
    private const int Copy = 1;

    private readonly DwarfBuffer _out = new(".debug_line");
    private readonly List<string> _files = [];

    /// <summary>The index of a file in the table, from 1.</summary>
    public int FileNumber(string file)
    {
        int index = _files.IndexOf(file);
        if (index < 0)
        {
            index = _files.Count;
            _files.Add(file);
        }

        return index + 1;
    }

    public ElfSection Write(IReadOnlyList<(ElfSymbol Symbol, CvProcedure Procedure)> functions)
    {
        foreach (CvLine line in functions.SelectMany(f => f.Procedure.Lines))
        {
            FileNumber(line.File);
        }

        int length = _out.Reserve();
        WriteHeader();
        foreach ((ElfSymbol symbol, CvProcedure procedure) in functions.Where(f => f.Procedure.Lines.Count > 0))
        {
            WriteSequence(symbol, procedure);
        }

        _out.FillLength(length);
        return _out.ToSection();
    }

    private void WriteHeader()
    {
        _out.U16(4); // version
        int length = _out.Reserve();
        _out.Bytes(1, 1, 1); // smallest instruction, one operation in each, statements by default
        _out.Bytes(unchecked((byte)-5), 14, 13); // special opcodes, none of which is used
        _out.Bytes(0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1); // operands of the standard opcodes
        _out.Byte(0); // no directories: names are relative to the compilation directory
        foreach (string file in _files)
        {
            _out.Text(file);
            _out.Bytes(0, 0, 0); // directory, time, size
        }

        _out.Byte(0);
        _out.FillLength(length);
    }

    private void WriteSequence(ElfSymbol symbol, CvProcedure procedure)
    {
        _out.Bytes(0, 5, 2); // DW_LNE_set_address
        _out.Address(symbol);
        uint offset = 0;
        int line = 1;
        int file = 1;
        foreach (CvLine entry in procedure.Lines.OrderBy(l => l.Offset))
        {
            if (FileNumber(entry.File) != file)
            {
                file = FileNumber(entry.File);
                _out.Byte(SetFile);
                _out.Uleb((uint)file);
            }

            Advance(entry.Offset - offset);
            _out.Byte(AdvanceLine);
            _out.Sleb(entry.Line - line);
            _out.Byte(Copy);
            (offset, line) = (entry.Offset, entry.Line);
        }

        Advance(procedure.Length - offset);
        _out.Bytes(0, 1, 1); // DW_LNE_end_sequence
    }

    private void Advance(uint bytes)
    {
        _out.Byte(AdvancePc);
        _out.Uleb(bytes);
    }
}
