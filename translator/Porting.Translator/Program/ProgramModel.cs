using Porting.Clang.Ast;
using Porting.Translator.Names;

namespace Porting.Translator.Program;

/// <summary>Where a declaration stands: its file, its offsets there, its kind and name, and its number among the
/// records of one macro.</summary>
/// <param name="Version">Told apart by what units see there (<see cref="Versions"/>).</param>
internal readonly record struct DeclPlace(
    string Path,
    int Start,
    int End,
    string Kind,
    string Name,
    int Ordinal,
    ulong Version
);

/// <summary>
/// The units as one program, as a linker sees it. Input: parsed units in command order. Output: one entity per
/// function, variable, type and file. Holds after: each declaration of a header stands once, in the first unit's
/// version; external names have one definition. Diagnostics: PORT2001 two definitions, PORT2002 a type that differs
/// between units, PORT2003 unknown declarations.
/// </summary>
public sealed partial class ProgramModel
{
    private readonly Dictionary<string, FileEntity> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FunctionEntity> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VariableEntity> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VariableEntity> _staticLocals = new(StringComparer.Ordinal);
    private readonly HashSet<DeclPlace> _seen = [];
    private readonly Dictionary<DeclPlace, RecordDecl> _records = [];
    private readonly HashSet<(string, int)> _macros = [];
    private ILookup<FileEntity, FunctionEntity>? _functionsOf;
    private ILookup<FileEntity, VariableEntity>? _variablesOf;
    private Lookups? _lookups;
    private readonly List<PortDiagnostic> _diagnostics;
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
        _diagnostics = diagnostics;
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
        for (int i = 0; i < units.Count; i++)
        {
            AddUnit(units[i], i, mains);
        }

        (_seen, _macros) = ([], []);
        NameClasses();
        foreach (FunctionEntity function in _functions.Values)
        {
            function.ClassName = function.File?.ClassName ?? "Foreign";
        }

        foreach (VariableEntity variable in _variables.Values.Concat(_staticLocals.Values))
        {
            variable.ClassName = variable.File?.ClassName ?? "Foreign";
        }

        MemberNames members = new(_functions.Values, _variables.Values);
        members.Settle(_variables.Values);
        members.Settle(_staticLocals.Values);
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
        _functionsOf = _functions.Values.Where(f => f.File != null).ToLookup(f => f.File!);
        _variablesOf = _variables.Values.Concat(_staticLocals.Values).Where(v => v.File != null).ToLookup(v => v.File!);
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
    public IEnumerable<FileEntity> Files => _files.Values.OrderBy(f => f.Path, StringComparer.Ordinal);

    public IEnumerable<FunctionEntity> Functions => _functions.Values;
    public IEnumerable<VariableEntity> Variables => _variables.Values;
    public IEnumerable<VariableEntity> StaticLocals => _staticLocals.Values;
    public IEnumerable<RecordDecl> Records => _records.Values;

    /// <summary>The file entity for a source file, null when it is not below the source root.</summary>
    public FileEntity? FileOf(SourceFile source)
    {
        FileEntity? file = _files.GetValueOrDefault(source.Path);
        _lookups?.Note(LookupKind.File, source.Path, () => file?.ClassName ?? "");
        return file;
    }

    public FunctionEntity Function(FunctionDecl decl)
    {
        string key = Key(decl, decl.Linkage == Linkage.Internal);
        FunctionEntity? entity;
        lock (_functions)
        {
            if (!_functions.TryGetValue(key, out entity))
            {
                // Declared by its call only, as C89 lets a program do: no place of the file has it.
                _functions[key] = entity = new FunctionEntity
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
        Noted($"{file}:{name}", _functions.GetValueOrDefault($"{file}:{name}"))
        ?? Noted($"static:{name}", _functions.GetValueOrDefault($"static:{name}"))
        ?? (FindExternal(name) is { } found && found.File?.Path == file ? found : null);

    /// <summary>The function or variable that an attribute names by its symbol: alias, ifunc.</summary>
    public string SymbolOf(string name, SourceFile file) =>
        Noted(Key(name, true, file), _functions.GetValueOrDefault(Key(name, true, file)))?.Symbol
        ?? NotedVariable(Key(name, true, file))?.ObjectSymbol
        ?? FileEntity.Ascii(name);

    private VariableEntity? NotedVariable(string key)
    {
        VariableEntity? entity = _variables.GetValueOrDefault(key);
        _lookups?.Note(LookupKind.Variable, key, () => entity == null ? "" : Answers.Of(entity));
        return entity;
    }

    public FunctionEntity? FindExternal(string name) => Noted(name, _functions.GetValueOrDefault(name));

    /// <summary>Any function of this name; the first in the order of the program if there are several.</summary>
    public FunctionEntity? FindByName(string name)
    {
        FunctionEntity? found;
        lock (_functions)
        {
            found = _functions.Values.FirstOrDefault(f => f.Name == name);
        }

        _lookups?.Note(LookupKind.FunctionByName, name, () => found?.Symbol ?? "");
        return found;
    }

    public VariableEntity? FindVariable(string file, string name) =>
        _variables.GetValueOrDefault($"{file}:{name}")
        ?? (_variables.TryGetValue(name, out VariableEntity? found) && found.File?.Path == file ? found : null);

    public VariableEntity Variable(VarDecl decl)
    {
        VariableEntity entity = decl.IsStaticLocal
            ? _staticLocals[LocalKey(decl.Parent!, decl)]
            : _variables[Key(decl, decl.Linkage == Linkage.Internal)];
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

    /// <summary>Static locals of one function may share name and place, when a macro declares them: their number among
    /// what the function declares tells them apart.</summary>
    private string LocalKey(FunctionDecl function, VarDecl local) =>
        $"{function.File.Path}:{function.Name}{Versions.SuffixOf(function)}:{function.Span.StartOffset}:{local.LocalNumber}";

    /// <summary>The one record node that stands for this record in all units.</summary>
    public RecordDecl Record(RecordDecl decl) => _records.GetValueOrDefault(Place(decl)) ?? decl;

    /// <summary>In a whole program a static of a header is one for all units; in a single unit a name with internal
    /// linkage is one wherever it is declared (C11 6.2.2).</summary>
    private string Key(string name, bool isStatic, SourceFile file) =>
        Mode == TargetMode.HostedObject && isStatic ? $"static:{name}" : WholeKey(name, isStatic, file);

    private static string WholeKey(string name, bool isStatic, SourceFile file) =>
        isStatic ? $"{file.Path}:{name}" : name;

    private string Key(Decl decl, bool isStatic) =>
        Mode == TargetMode.HostedObject ? Key(decl.Name, isStatic, decl.File) : Versions.KeyOf(decl, isStatic);

    /// <summary>Tells a declaration from any other of the program; equal in all units that have it. A macro may declare
    /// and define at one place.</summary>
    internal static DeclPlace Place(Decl decl) =>
        new(
            decl.File.Path,
            decl.Span.StartOffset,
            decl.Span.EndOffset,
            decl.GetType().Name,
            decl.Name,
            decl switch
            {
                RecordDecl record => record.IsComplete ? record.Ordinal + 1 : 0,
                FunctionDecl function => function.HasBody ? 1 : 0,
                VarDecl { DefinedIn: not null } => (int)VarDefinition.Declaration,
                VarDecl variable => (int)variable.Definition,
                _ => 0,
            },
            decl is FunctionDecl { HasBody: false } or VarDecl { Definition: VarDefinition.Declaration }
                ? 0
                : decl.Version
        );

    private void AddUnit(TranslationUnit unit, int number, HashSet<string> mains)
    {
        HashSet<string> sent = [.. unit.Parts.Where(p => p.IsSent).Select(p => p.File.Path)];
        IEnumerable<SourceFile> sources =
            _used == null
                ? unit.Files.Where(f => f.IsBelowRoot)
                : unit
                    .Decls.Where(IsUsed)
                    .Select(d => d.File)
                    .Append(unit.MainFile)
                    .Distinct()
                    .Where(f => f.Path.Length > 0);
        foreach (SourceFile source in sources)
        {
            _files.TryAdd(
                source.Path,
                new FileEntity
                {
                    Path = source.Path,
                    Source = source,
                    IsUnit = mains.Contains(source.Path),
                    FirstUnit = number,
                }
            );
        }

        foreach (Decl decl in unit.Decls.Where(IsUsed))
        {
            AddDecl(decl, number);
        }

        OpenToIncluded(unit);
        foreach (
            MacroDefinition macro in unit.Macros.Where(m =>
                m.File != null
                && _files.ContainsKey(m.File.Path)
                && (unit.Parts.Count == 0 || sent.Contains(m.File.Path))
            )
        )
        {
            if (_macros.Add((macro.File!.Path, macro.StartOffset)))
            {
                _files[macro.File.Path].Macros.Add(macro);
            }
        }
    }

    /// <summary>Statics that stand in front of an #include of a file with definitions: they may use them, and have a
    /// class of their own.</summary>
    private void OpenToIncluded(TranslationUnit unit)
    {
        bool isFollowed = false;
        foreach (Decl decl in unit.Decls.Where(IsUsed).Reverse())
        {
            if (decl.File != unit.MainFile)
            {
                isFollowed |=
                    !decl.File.IsSystemHeader
                    && decl
                        is FunctionDecl { HasBody: true, IsMacro: false }
                            or VarDecl { IsGlobal: true, Definition: not VarDefinition.Declaration };
            }
            else if (
                isFollowed
                && decl is FunctionDecl { Linkage: Linkage.Internal }
                && _functions.TryGetValue(Key(decl, true), out FunctionEntity? function)
            )
            {
                function.IsDeclaredElsewhere = true;
            }
            else if (
                isFollowed
                && decl is VarDecl { Linkage: Linkage.Internal }
                && _variables.TryGetValue(Key(decl, true), out VariableEntity? variable)
            )
            {
                variable.IsDeclaredElsewhere = true;
            }
        }
    }

    private void AddDecl(Decl decl, int unit)
    {
        switch (decl)
        {
            case FunctionDecl function:
                AddFunction(function);
                break;
            case VarDecl { IsGlobal: true } variable:
                AddVariable(variable);
                break;
            case RecordDecl record:
                AddRecord(record);
                break;
            case UnknownDecl unknown:
                _diagnostics.Add(
                    PortDiagnostic.Error(
                        "PORT2003",
                        unknown.Span.Location,
                        $"declarations of kind {unknown.ClangKind} are not supported"
                    )
                );
                break;
        }

        // A declaration of a header arrives once per unit; it is kept once.
        if (_files.TryGetValue(decl.File.Path, out FileEntity? file) && _seen.Add(Place(decl)))
        {
            AttributeTable.Check(decl, _diagnostics);
            file.Decls.Add(decl);
            file.Units.Add(unit);
        }
    }

    private void AddFunction(FunctionDecl decl)
    {
        if (
            decl.IsImplicit
            && decl.IsBuiltin
            && (Mode == TargetMode.WholeProgram || decl.Name.StartsWith("__", StringComparison.Ordinal))
        )
        {
            return;
        }

        string suffix = Versions.SuffixOf(decl);
        // One of several is nobody else's: the linker sees the unit's own at most.
        bool isStatic = decl.Linkage == Linkage.Internal || suffix.Length > 0;
        string key = Key(decl, isStatic);
        // What the C library checks with the compiler's help (_FORTIFY_SOURCE) is called as the library has it.
        bool isLibraryInline =
            Mode == TargetMode.HostedObject
            && decl is { IsInlineDefinitionOnly: true, File.IsSystemHeader: true }
            && decl.Attributes.Any(a => a.Name == "always_inline");
        FileEntity? file = !decl.HasBody || isLibraryInline ? null : _files.GetValueOrDefault(decl.File.Path);
        if (!_functions.TryGetValue(key, out FunctionEntity? entity))
        {
            string symbol = FileEntity.Ascii(
                decl.AsmLabel ?? (isStatic ? $"{FileEntity.IdOf(decl.Home.Path)}.{decl.Name}{suffix}" : decl.Name)
            );
            _functions[key] = entity = new FunctionEntity
            {
                Name = decl.Name,
                Key = key,
                Suffix = suffix,
                Decl = decl,
                IsStatic = isStatic,
                Symbol = symbol,
                Origin = FunctionOrigin.Foreign,
            };
        }

        entity.IsDeclaredElsewhere |= decl.File.Path != entity.Decl.File.Path;
        entity.Symbol = Labelled(entity.Symbol, decl.AsmLabel);

        if (
            file != null
            && entity.File != null
            && Place(decl) != Place(entity.Decl)
            && !isStatic
            && !decl.IsInline
            && !entity.Decl.IsInlineDefinitionOnly
        )
        {
            _diagnostics.Add(
                PortDiagnostic.Error(
                    "PORT2001",
                    decl.Span.Location,
                    $"'{decl.Name}' is defined here and in {entity.Decl.Span.Location.File}({entity.Decl.Span.StartLine})"
                )
            );
        }
        else if (file != null && (entity.File == null || entity.Decl.IsInlineDefinitionOnly))
        {
            entity.Decl = decl;
            entity.File = file;
            entity.Origin = FunctionOrigin.Generated;
        }
        else if (
            file == null
            && entity.File == null
            && (
                (decl.Type.HasPrototype && !entity.Decl.Type.HasPrototype)
                || decl.Attributes.Count > entity.Decl.Attributes.Count
            )
        )
        {
            entity.Decl = decl;
        }

        if (decl.HasBody)
        {
            AddStaticLocals(decl, entity);
            foreach (FunctionDecl inside in decl.Locals.OfType<FunctionDecl>())
            {
                AddFunction(inside); // declared inside a function
            }
        }
    }

    /// <summary>A later declaration may give the name in assembler, as it may add attributes: the last one has them
    /// all.</summary>
    private static string Labelled(string symbol, string? label) => label == null ? symbol : FileEntity.Ascii(label);

    private void AddStaticLocals(FunctionDecl function, FunctionEntity entity)
    {
        if (entity.Decl != function)
        {
            return;
        }

        Dictionary<string, int> count = [];
        foreach (VarDecl local in function.Locals.OfType<VarDecl>())
        {
            if (!local.IsStaticLocal)
            {
                AddVariable(local); // extern inside a function
                continue;
            }

            int number = count[local.Name] = count.GetValueOrDefault(local.Name) + 1;
            string suffix = number == 1 ? "" : $".{number}";
            string key = LocalKey(function, local);
            _staticLocals[key] = new VariableEntity
            {
                Name = local.Name,
                Key = key,
                CSharpName = $"{function.Name}{entity.Suffix}_{local.Name}{(number == 1 ? "" : "_" + number)}",
                Decl = local,
                File = _files.GetValueOrDefault(function.File.Path),
                IsStatic = true,
                Symbol = FileEntity.Ascii(
                    $"{FileEntity.IdOf(function.File.Path)}.{function.Name}{entity.Suffix}.{local.Name}{suffix}"
                ),
            };
        }
    }

    private void AddVariable(VarDecl decl)
    {
        bool isStatic = decl.Linkage == Linkage.Internal;
        string key = Key(decl, isStatic);
        string suffix = Versions.SuffixOf(decl);
        if (!_variables.TryGetValue(key, out VariableEntity? entity))
        {
            string symbol = FileEntity.Ascii(
                decl.AsmLabel ?? (isStatic ? $"{FileEntity.IdOf(decl.Home.Path)}.{decl.Name}{suffix}" : decl.Name)
            );
            _variables[key] = entity = new VariableEntity
            {
                Name = decl.Name,
                Key = key,
                CSharpName = Names.CSharpWords.Escape(decl.Name + suffix),
                Decl = decl,
                IsStatic = isStatic,
                Symbol = symbol,
            };
        }

        entity.IsDeclaredElsewhere |= decl.File.Path != entity.Decl.File.Path;
        entity.Symbol = Labelled(entity.Symbol, decl.AsmLabel);
        if (decl.Definition == VarDefinition.Declaration)
        {
            if (entity.File == null && decl.Attributes.Count > entity.Decl.Attributes.Count)
            {
                entity.Decl = decl;
            }

            return;
        }

        bool isSame = Place(decl) == Place(entity.Decl);
        if (
            decl.Definition == VarDefinition.Definition
            && entity.File != null
            && entity.Decl.Definition == VarDefinition.Definition
            && !isSame
            && !isStatic
        )
        {
            _diagnostics.Add(
                PortDiagnostic.Error(
                    "PORT2001",
                    decl.Span.Location,
                    $"'{decl.Name}' is defined here and in {entity.Decl.Span.Location.File}({entity.Decl.Span.StartLine})"
                )
            );
        }
        else if (
            entity.File == null
            || decl.Definition > entity.Decl.Definition
            || (decl.Definition == entity.Decl.Definition && decl.Type.Size > entity.Decl.Type.Size)
        )
        {
            entity.Decl = decl;
            entity.File = _files.GetValueOrDefault(decl.File.Path);
        }
    }

    private void AddRecord(RecordDecl decl)
    {
        if (!decl.IsComplete)
        {
            return;
        }

        if (!_records.TryAdd(Place(decl), decl))
        {
            RecordDecl first = _records[Place(decl)];
            if (
                first.Size != decl.Size
                || !first
                    .Fields.Select(f => (f.Name, f.BitOffset))
                    .SequenceEqual(decl.Fields.Select(f => (f.Name, f.BitOffset)))
            )
            {
                _diagnostics.Add(
                    PortDiagnostic.Error(
                        "PORT2002",
                        decl.Span.Location,
                        $"'{decl.Name}' has different layouts in two units ({first.Size} and {decl.Size} bytes)"
                    )
                );
            }
        }
    }

    /// <summary>vm/vm_page.h is vm_page_h; equal base names get folders in front until they differ, from each other and
    /// from a file that is called so (ipc/port.h beside ipc_port.h). Paths that only punctuation tells apart are
    /// numbered.</summary>
    private void NameClasses()
    {
        HashSet<string> taken = [];
        foreach (
            IGrouping<string, FileEntity> group in _files
                .Values.OrderBy(f => f.Path, StringComparer.Ordinal)
                .GroupBy(f => Identifier(Path.GetFileName(f.Path)))
                .OrderBy(g => g.Skip(1).Any())
        )
        {
            int deepest = group.Max(f => f.Path.Count(c => c == '/'));
            int folders = 0;
            HashSet<string> names = [];
            while (folders < deepest && !group.All(f => !taken.Contains(Name(f)) && names.Add(Name(f))))
            {
                folders++;
                names.Clear();
            }

            string Name(FileEntity file) => Prefixed(file.Path, folders);

            foreach (FileEntity file in group)
            {
                file.ClassName = Name(file);
                for (int number = 2; !taken.Add(file.ClassName); number++)
                {
                    file.ClassName = $"{Name(file)}_{number}";
                }
            }
        }
    }

    private static string Prefixed(string path, int folders) =>
        Identifier(string.Join('_', path.Split('/')[Math.Max(0, path.Split('/').Length - 1 - folders)..]));

    private static string Identifier(string text)
    {
        string name = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        // A file may be called null, or rt.
        return char.IsAsciiDigit(name[0]) || !CSharpWords.CanNameType(name) ? "_" + name : name;
    }
}
