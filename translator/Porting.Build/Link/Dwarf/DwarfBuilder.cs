using Porting.Build.Compile;
using Porting.Build.Link.CodeView;

namespace Porting.Build.Link.Dwarf;

/// <summary>What the debugger should see.</summary>
/// <param name="CompileDirectory">Where relative file names start.</param>
/// <param name="SourceMaps">By C# file: where there is one, its lines are shown as the C lines they came from.</param>
/// <param name="CRoot">Put in front of the maps' C files.</param>
/// <param name="Names">Simple names by ilc's names.</param>
public sealed record DwarfOptions(
    string CompileDirectory,
    IReadOnlyDictionary<string, SourceMap> SourceMaps,
    string CRoot,
    AssemblyNames Names
);

/// <summary>
/// Debug information for gdb out of the COFF object's CodeView: function names (the methods' simple names, which are
/// the C names), lines, parameters and locals with their places, and types.
/// <para>Input: the COFF file and its conversion to ELF. Output: .debug_* sections in the ELF object, DWARF 4, one
/// compilation unit.</para>
/// </summary>
public sealed class DwarfBuilder
{
    private const int FirstRegister = 17;
    private const int LanguageC99 = 0x0c; // gdb's C expressions and types fit C# pointers and structs

    private readonly CoffToElf _code;
    private readonly DwarfOptions _options;
    private readonly CvTypeTable _types;
    private readonly List<(ElfSymbol Symbol, CvProcedure Procedure)> _functions = [];
    private readonly DwarfBuffer _info = new(".debug_info");
    private readonly Dictionary<CvVariable, int> _listOf = new(ReferenceEqualityComparer.Instance);
    private readonly DwarfTypes _typeWriter;
    private readonly DwarfLineTable _lines = new();

    private DwarfBuilder(CoffFile coff, CoffToElf code, DwarfOptions options)
    {
        _code = code;
        _options = options;
        _types = coff.Find(".debug$T") is { } section ? CodeViewTypeReader.Read(section) : new CvTypeTable([]);
        _typeWriter = new DwarfTypes(_types, _info, DisplayName);
    }

    public static void AddTo(CoffToElf code, CoffFile coff, DwarfOptions options)
    {
        if (coff.Find(".debug$S") is not { } symbols)
        {
            return;
        }

        DwarfBuilder builder = new(coff, code, options);
        builder.Collect(CodeViewReader.Read(symbols));
        if (builder._functions.Count > 0)
        {
            builder.Write();
        }
    }

    private void Collect(IEnumerable<CvProcedure> procedures)
    {
        foreach (CvProcedure procedure in procedures)
        {
            if (_code.SymbolOf(procedure.Symbol) is { Section: not null } symbol)
            {
                symbol.Size = procedure.Length;
                _functions.Add((symbol, procedure with { Lines = [.. procedure.Lines.Select(MapLine)] }));
            }
        }
    }

    /// <summary>A line of a generated file becomes the C line it came from.</summary>
    private CvLine MapLine(CvLine line) =>
        _options.SourceMaps.TryGetValue(line.File, out SourceMap? map) && map.Find(line.Line) is { } place
            ? line with
            {
                File = _options.CRoot + place.CFile,
                Line = place.CLine,
            }
            : line;

    private void Write()
    {
        ElfSection lineSection = _lines.Write(_functions);
        ElfSection abbreviations = DwarfAbbreviations.Write();
        ElfSection locations = WriteLocations();
        WriteInfo(lineSection, abbreviations, locations);
        _code.Elf.Sections.AddRange([_info.ToSection(), abbreviations, lineSection, locations]);
    }

    /// <summary>A type or function by its simple name, as the sources have it.</summary>
    private string DisplayName(string name) => _options.Names.SimpleName(name);

    /// <summary>For each variable a list of address ranges, counted from the unit's base (which is the start of the
    /// code section), and the place of the value there (DWARF 4, section 2.6.2).</summary>
    private ElfSection WriteLocations()
    {
        DwarfBuffer lists = new(".debug_loc");
        foreach ((ElfSymbol symbol, CvProcedure procedure) in _functions)
        {
            foreach (CvVariable variable in procedure.Variables)
            {
                _listOf[variable] = lists.Position;
                foreach (
                    CvRange range in variable.Ranges.Where(r => r.Register is >= FirstRegister and < FirstRegister + 8)
                )
                {
                    lists.U32(symbol.Value + range.Start);
                    lists.U32(symbol.Value + range.Start + range.Length);
                    WritePlace(lists, range);
                }

                lists.U32(0);
                lists.U32(0);
            }
        }

        return lists.ToSection();
    }

    /// <summary>CodeView numbers EAX ECX EDX EBX ESP EBP ESI EDI from 17 (cvconst.h, CV_REG_EAX), DWARF from 0, in the
    /// same order.</summary>
    private static void WritePlace(DwarfBuffer lists, CvRange range)
    {
        const int opRegister0 = 0x50;
        const int opBaseRegister0 = 0x70;
        DwarfBuffer expression = new("");
        if (range.Offset is { } offset)
        {
            expression.Byte(opBaseRegister0 + range.Register - FirstRegister);
            expression.Sleb(offset);
        }
        else
        {
            expression.Byte(opRegister0 + range.Register - FirstRegister);
        }

        byte[] bytes = expression.ToSection().Data;
        lists.U16(bytes.Length);
        lists.Bytes(bytes);
    }

    private void WriteInfo(ElfSection lines, ElfSection abbreviations, ElfSection locations)
    {
        int length = _info.Reserve();
        _info.U16(4); // version
        _info.Address(abbreviations.Symbol);
        _info.Byte(4); // address size
        _info.Uleb(DwarfAbbreviations.CompileUnit);
        _info.Text("port");
        _info.Byte(LanguageC99);
        _info.Text("kernel");
        _info.Text(_options.CompileDirectory);
        _info.Address(lines.Symbol);
        ElfSection text = _functions[0].Symbol.Section!;
        _info.Address(text.Symbol);
        _info.U32((uint)text.Size);
        foreach ((ElfSymbol symbol, CvProcedure procedure) in _functions)
        {
            WriteFunction(symbol, procedure, locations.Symbol);
        }

        _typeWriter.WriteAll();
        _info.Byte(0);
        _info.FillLength(length);
    }

    private void WriteFunction(ElfSymbol symbol, CvProcedure procedure, ElfSymbol locations)
    {
        CvFunctionId? id = _types[procedure.FunctionId] as CvFunctionId;
        uint result = _types[id?.Function ?? 0] is CvFunction function ? function.Result : 0;
        bool isVoid = result is 0 or 3;
        _info.Uleb(isVoid ? DwarfAbbreviations.VoidFunction : DwarfAbbreviations.Function);
        _info.Text(DisplayName(symbol.Name));
        _info.Address(symbol);
        _info.U32(procedure.Length);
        _info.Uleb(1);
        _info.Byte(0x50 + 5); // DW_OP_reg5, EBP: locations do not depend on it
        if (!isVoid)
        {
            _typeWriter.Reference(result);
        }

        foreach (CvVariable variable in procedure.Variables)
        {
            _info.Uleb(variable.IsParameter ? DwarfAbbreviations.Parameter : DwarfAbbreviations.Local);
            _info.Text(variable.Name);
            _typeWriter.Reference(variable.Type);
            _info.Address(locations, (uint)_listOf[variable]);
        }

        _info.Byte(0);
    }
}
