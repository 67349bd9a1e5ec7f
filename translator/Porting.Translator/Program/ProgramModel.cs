using Porting.Clang.Ast;
using Porting.Translator.Names;

namespace Porting.Translator.Program;

/// <summary>
/// The units as one program, as a linker sees it. Input: parsed units in command order. Output: one entity per
/// function, variable, type and file. Holds after: each declaration of a header stands once, in the first unit's
/// version; external names have one definition. Diagnostics: PORT2001 two definitions, PORT2002 a type that differs
/// between units, PORT2003 unknown declarations.
/// </summary>
public sealed partial class ProgramModel
{
    private readonly ProgramTables _tables;
    private ILookup<FileEntity, FunctionEntity>? _functionsOf;
    private ILookup<FileEntity, VariableEntity>? _variablesOf;
    private Lookups? _lookups;
    private readonly HashSet<Decl>? _used;
    private readonly IReadOnlySet<Decl>? _wanted;

    public ProgramModel(
        IReadOnlyList<TranslationUnit> units,
        List<PortDiagnostic> diagnostics,
        TargetMode mode = TargetMode.WholeProgram
    )
        : this(units, diagnostics, mode, mode == TargetMode.WholeProgram ? Versions.Of(units) : new Versions()) { }

    /// <param name="versions">Of the whole program, of which these may be a few units.</param>
    internal ProgramModel(
        IReadOnlyList<TranslationUnit> units,
        List<PortDiagnostic> diagnostics,
        TargetMode mode,
        Versions versions
    )
    {
        Versions = versions;
        _tables = new ProgramTables(mode, versions);
        Units = units;
        Mode = mode;
        if (mode == TargetMode.HostedObject)
        {
            _used = [.. units.SelectMany(UsedDecls.Of)];
            // Assembler may name anything.
            _wanted = units.Any(u => u.Decls.Any(d => d is FileAsmDecl))
                ? null
                : units.SelectMany(UsedDecls.OfOutside).ToHashSet();
        }

        HashSet<string> mains = [.. units.Select(u => u.MainFile.Path)];
        ProgramCollector collector = new(_tables, mode, versions, IsUsed, diagnostics);
        for (int i = 0; i < units.Count; i++)
        {
            collector.AddUnit(units[i], i, mains);
        }

        ClassNames.Settle(_tables.Files.Values);
        foreach (FunctionEntity function in _tables.Functions.Values)
        {
            function.ClassName = function.File?.ClassName ?? "Foreign";
        }

        foreach (VariableEntity variable in _tables.Variables.Values.Concat(_tables.StaticLocals.Values))
        {
            variable.ClassName = variable.File?.ClassName ?? "Foreign";
        }

        MemberNames members = new(_tables.Functions.Values, _tables.Variables.Values);
        members.Settle(_tables.Variables.Values);
        members.Settle(_tables.StaticLocals.Values);
    }

    public IReadOnlyList<TranslationUnit> Units { get; }

    public TargetMode Mode { get; }

    /// <summary>Declarations that units see differently.</summary>
    internal Versions Versions { get; }

    /// <summary>Whether a declaration takes part: in a hosted object, those that the unit reaches.</summary>
    public bool IsUsed(Decl decl) => _used == null || _used.Contains(decl);

    /// <summary>Whether somebody may get at a definition when the program runs: not at a static that nothing reaches,
    /// which is written down and has no data.</summary>
    public bool IsWanted(Decl decl) => _wanted == null || _wanted.Contains(decl);

    /// <summary>Whether a function can be called by its C symbol, or has to be made in a way of its own: not one that
    /// only statics use which nothing reaches.</summary>
    public bool HasEntry(FunctionEntity function) =>
        (
            function.NeedsEntry
            || !function.IsStatic
            || function.IsVariadic
            || function.Decl.Attributes.Any(Emit.FunctionFacts.IsOfCode)
        ) && IsWanted(function.Decl);

    /// <summary>A view of the same program that notes what it is asked.</summary>
    internal ProgramModel Watched(Lookups lookups)
    {
        ProgramModel view = (ProgramModel)MemberwiseClone();
        view._lookups = lookups;
        return view;
    }

    /// <summary>Ends the collecting: from here on the program is only read, by several threads at once.</summary>
    internal void Close()
    {
        _functionsOf = _tables.Functions.Values.Where(f => f.File != null).ToLookup(f => f.File!);
        _variablesOf = _tables
            .Variables.Values.Concat(_tables.StaticLocals.Values)
            .Where(v => v.File != null)
            .ToLookup(v => v.File!);
    }

    /// <summary>Functions that a file defines.</summary>
    internal IEnumerable<FunctionEntity> FunctionsOf(FileEntity file)
    {
        FunctionEntity[] functions = [.. _functionsOf![file].OrderBy(f => f.Decl.Span.StartOffset)];
        _lookups?.Note(LookupKind.FunctionsOf, file.Path, () => string.Join(' ', functions.Select(f => f.Symbol)));
        Array.ForEach(functions, Note);
        return functions;
    }

    /// <summary>Variables that a file defines, those inside of functions too.</summary>
    internal IEnumerable<VariableEntity> VariablesOf(FileEntity file)
    {
        VariableEntity[] variables = [.. _variablesOf![file].OrderBy(v => v.Decl.Span.StartOffset)];
        _lookups?.Note(LookupKind.VariablesOf, file.Path, () => string.Join(' ', variables.Select(v => v.Symbol)));
        Array.ForEach(variables, Note);
        return variables;
    }

    /// <summary>Files that yield C#, sorted by path.</summary>
    public IEnumerable<FileEntity> Files => _tables.Files.Values.OrderBy(f => f.Path, StringComparer.Ordinal);

    public IEnumerable<FunctionEntity> Functions => _tables.Functions.Values;
    public IEnumerable<VariableEntity> Variables => _tables.Variables.Values;
    public IEnumerable<VariableEntity> StaticLocals => _tables.StaticLocals.Values;
    public IEnumerable<RecordDecl> Records => _tables.Records.Values;

    /// <summary>The file entity for a source file, null when it is not below the source root.</summary>
    public FileEntity? FileOf(SourceFile source)
    {
        FileEntity? file = _tables.Files.GetValueOrDefault(source.Path);
        _lookups?.Note(LookupKind.File, source.Path, () => file?.ClassName ?? "");
        return file;
    }

    public FunctionEntity Function(FunctionDecl decl)
    {
        string key = _tables.Key(decl, decl.Linkage == Linkage.Internal);
        FunctionEntity? entity;
        lock (_tables.Functions)
        {
            if (!_tables.Functions.TryGetValue(key, out entity))
            {
                // Declared by its call only, as C89 lets a program do: no place of the file has it.
                _tables.Functions[key] = entity = new FunctionEntity
                {
                    Name = decl.Name,
                    Key = key,
                    Decl = decl,
                    IsStatic = false,
                    Symbol = FileEntity.Ascii(decl.AsmLabel ?? decl.Name),
                    Origin = FunctionOrigin.Foreign,
                    ClassName = "Foreign",
                };
            }
        }

        Note(entity);
        return entity;
    }

    public FunctionEntity? FindFunction(string file, string name) =>
        Noted($"{file}:{name}", _tables.Functions.GetValueOrDefault($"{file}:{name}"))
        ?? Noted($"static:{name}", _tables.Functions.GetValueOrDefault($"static:{name}"))
        ?? (FindExternal(name) is { } found && found.File?.Path == file ? found : null);

    /// <summary>The function or variable that an attribute names by its symbol: alias, ifunc.</summary>
    public string SymbolOf(string name, SourceFile file) =>
        Noted(_tables.Key(name, true, file), _tables.Functions.GetValueOrDefault(_tables.Key(name, true, file)))?.Symbol
        ?? NotedVariable(_tables.Key(name, true, file))?.ObjectSymbol
        ?? FileEntity.Ascii(name);

    private VariableEntity? NotedVariable(string key)
    {
        VariableEntity? entity = _tables.Variables.GetValueOrDefault(key);
        _lookups?.Note(LookupKind.Variable, key, () => entity == null ? "" : Answers.Of(entity));
        return entity;
    }

    public FunctionEntity? FindExternal(string name) => Noted(name, _tables.Functions.GetValueOrDefault(name));

    /// <summary>Any function of this name; the first in the order of the program if there are several.</summary>
    public FunctionEntity? FindByName(string name)
    {
        FunctionEntity? found;
        lock (_tables.Functions)
        {
            found = _tables.Functions.Values.FirstOrDefault(f => f.Name == name);
        }

        _lookups?.Note(LookupKind.FunctionByName, name, () => found?.Symbol ?? "");
        return found;
    }

    public VariableEntity? FindVariable(string file, string name) =>
        _tables.Variables.GetValueOrDefault($"{file}:{name}")
        ?? (_tables.Variables.TryGetValue(name, out VariableEntity? found) && found.File?.Path == file ? found : null);

    public VariableEntity Variable(VarDecl decl)
    {
        VariableEntity entity = decl.IsStaticLocal
            ? _tables.StaticLocals[_tables.LocalKey(decl.Parent!, decl)]
            : _tables.Variables[_tables.Key(decl, decl.Linkage == Linkage.Internal)];
        Note(entity);
        return entity;
    }

    private FunctionEntity? Noted(string key, FunctionEntity? entity)
    {
        _lookups?.Note(LookupKind.Function, key, () => entity == null ? "" : Answers.Of(entity));
        return entity;
    }

    private void Note(FunctionEntity entity) =>
        _lookups?.Note(LookupKind.Function, entity.Key, () => Answers.Of(entity));

    private void Note(VariableEntity entity) =>
        _lookups?.Note(LookupKind.Variable, entity.Key, () => Answers.Of(entity));

    /// <summary>The one record node that stands for this record in all units.</summary>
    public RecordDecl Record(RecordDecl decl) => _tables.Records.GetValueOrDefault(DeclPlace.Of(decl)) ?? decl;
}
