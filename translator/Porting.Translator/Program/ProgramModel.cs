using Porting.Clang.Ast;

namespace Porting.Translator.Program;

/// <summary>
/// The units as one program, as a linker sees it. Input: parsed units in command order. Output: one entity per function, variable, type and file. Holds after: each declaration of a header stands once, in the first
/// unit's version; external names have one definition. Diagnostics: PORT2001 two definitions, PORT2002 a type that differs between units, PORT2003 unknown declarations.
/// </summary>
public sealed class ProgramModel
{
    private readonly Dictionary<string, FileEntity> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FunctionEntity> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VariableEntity> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<Decl, VariableEntity> _staticLocals = [];
    private readonly Dictionary<(string, int, string), Decl> _seen = [];
    private readonly Dictionary<(string, int, string), RecordDecl> _records = [];
    private readonly List<PortDiagnostic> _diagnostics;
    private readonly HashSet<Decl>? _used;

    public ProgramModel(IReadOnlyList<TranslationUnit> units, List<PortDiagnostic> diagnostics, TargetMode mode = TargetMode.WholeProgram)
    {
        _diagnostics = diagnostics;
        Units = units;
        Mode = mode;
        if (mode == TargetMode.HostedObject)
        {
            _used = [.. units.SelectMany(UsedDecls.Of)];
        }

        HashSet<string> mains = [.. units.Select(u => u.MainFile.Path)];
        foreach (TranslationUnit unit in units)
        {
            AddUnit(unit, mains);
        }

        NameClasses();
        foreach (FunctionEntity function in _functions.Values)
        {
            function.ClassName = function.File?.ClassName ?? "Foreign";
        }

        foreach (VariableEntity variable in _variables.Values.Concat(_staticLocals.Values))
        {
            variable.ClassName = variable.File?.ClassName ?? "Foreign";
        }
    }

    public IReadOnlyList<TranslationUnit> Units { get; }

    public TargetMode Mode { get; }

    /// <summary>Whether a declaration takes part: in a hosted object, those that the unit reaches.</summary>
    public bool IsUsed(Decl decl) => _used == null || _used.Contains(decl);

    /// <summary>Files that yield C#, sorted by path.</summary>
    public IEnumerable<FileEntity> Files => _files.Values.OrderBy(f => f.Path, StringComparer.Ordinal);

    public IEnumerable<FunctionEntity> Functions => _functions.Values;
    public IEnumerable<VariableEntity> Variables => _variables.Values;
    public IEnumerable<VariableEntity> StaticLocals => _staticLocals.Values;
    public IEnumerable<RecordDecl> Records => _records.Values;

    /// <summary>The file entity for a source file, null when it is not below the source root.</summary>
    public FileEntity? FileOf(SourceFile source) => _files.GetValueOrDefault(source.Path);

    public FunctionEntity Function(FunctionDecl decl)
    {
        string key = Key(decl.Name, decl.Linkage == Linkage.Internal, decl.File);
        if (!_functions.TryGetValue(key, out FunctionEntity? entity))
        {
            // Declared by its call only, as C89 lets a program do: no place of the file has it.
            _functions[key] = entity = new FunctionEntity { Name = decl.Name, Decl = decl, IsStatic = false, Symbol = FileEntity.Ascii(decl.AsmLabel ?? decl.Name), Origin = FunctionOrigin.Foreign, ClassName = "Foreign" };
        }

        return entity;
    }

    public FunctionEntity? FindFunction(string file, string name) => _functions.GetValueOrDefault($"{file}:{name}") ?? _functions.GetValueOrDefault($"static:{name}") ?? (_functions.TryGetValue(name, out FunctionEntity? found) && found.File?.Path == file ? found : null);

    /// <summary>The function or variable that an attribute names by its symbol: alias, ifunc.</summary>
    public string SymbolOf(string name, SourceFile file) =>
        _functions.GetValueOrDefault(Key(name, true, file))?.Symbol ?? _variables.GetValueOrDefault(Key(name, true, file))?.Symbol ?? FileEntity.Ascii(name);

    public FunctionEntity? FindExternal(string name) => _functions.GetValueOrDefault(name);

    public VariableEntity? FindVariable(string file, string name) => _variables.GetValueOrDefault($"{file}:{name}") ?? (_variables.TryGetValue(name, out VariableEntity? found) && found.File?.Path == file ? found : null);

    public VariableEntity Variable(VarDecl decl) => decl.IsStaticLocal ? _staticLocals[decl] : _variables[Key(decl.Name, decl.Linkage == Linkage.Internal, decl.File)];

    /// <summary>The one record node that stands for this record in all units.</summary>
    public RecordDecl Record(RecordDecl decl) => _records.GetValueOrDefault(Place(decl, "record")) ?? decl;

    /// <summary>In a whole program a static of a header is one for all units; in a single unit a name with internal linkage is one wherever it is declared (C11 6.2.2).</summary>
    private string Key(string name, bool isStatic, SourceFile file) => !isStatic ? name : Mode == TargetMode.HostedObject ? $"static:{name}" : $"{file.Path}:{name}";

    internal static (string, int, string) Place(Decl decl, string kind) => (decl.File.Path, decl.Span.StartOffset, $"{kind}{decl.Name}:{decl.Span.EndOffset}{(decl is RecordDecl { Ordinal: > 0 and var ordinal } ? $"#{ordinal}" : "")}");

    private void AddUnit(TranslationUnit unit, HashSet<string> mains)
    {
        HashSet<FileEntity> fresh = [];
        IEnumerable<SourceFile> sources = _used == null ? unit.Files.Where(f => f.IsBelowRoot) : unit.Decls.Where(IsUsed).Select(d => d.File).Append(unit.MainFile).Distinct().Where(f => f.Path.Length > 0);
        foreach (SourceFile source in sources)
        {
            if (!_files.ContainsKey(source.Path))
            {
                _files[source.Path] = new FileEntity { Path = source.Path, Source = source, IsUnit = mains.Contains(source.Path) };
                fresh.Add(_files[source.Path]);
            }
        }

        foreach (Decl decl in unit.Decls.Where(IsUsed))
        {
            AddDecl(decl);
        }

        foreach (MacroDefinition macro in unit.Macros.Where(m => m.File != null && _files.ContainsKey(m.File.Path)))
        {
            FileEntity file = _files[macro.File!.Path];
            if (!file.Macros.Any(m => m.StartOffset == macro.StartOffset))
            {
                file.Macros.Add(macro);
            }
        }

        foreach (Comment comment in unit.Comments.Where(c => _files.ContainsKey(c.File.Path)))
        {
            FileEntity file = _files[comment.File.Path];
            if (fresh.Contains(file))
            {
                file.Comments.Add(comment);
            }
        }
    }

    private void AddDecl(Decl decl)
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
                _diagnostics.Add(PortDiagnostic.Error("PORT2003", unknown.Span.Location, $"declarations of kind {unknown.ClangKind} are not supported"));
                break;
        }

        // A declaration of a header arrives once per unit; it is kept once.
        if (_files.TryGetValue(decl.File.Path, out FileEntity? file) && _seen.TryAdd(Place(decl, decl.GetType().Name), decl))
        {
            file.Decls.Add(decl);
        }
    }

    private void AddFunction(FunctionDecl decl)
    {
        if (decl.IsImplicit && decl.IsBuiltin && (Mode == TargetMode.WholeProgram || decl.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            return;
        }

        bool isStatic = decl.Linkage == Linkage.Internal;
        string key = Key(decl.Name, isStatic, decl.File);
        // The body of "extern inline" in a system header is for the optimiser; the library has the function.
        bool isLibraryInline = Mode == TargetMode.HostedObject && decl is { IsInlineDefinitionOnly: true, File.IsSystemHeader: true };
        FileEntity? file = decl.Body == null || isLibraryInline ? null : _files.GetValueOrDefault(decl.File.Path);
        if (!_functions.TryGetValue(key, out FunctionEntity? entity))
        {
            string symbol = FileEntity.Ascii(decl.AsmLabel ?? (isStatic ? $"{FileEntity.IdOf(decl.File.Path)}.{decl.Name}" : decl.Name));
            _functions[key] = entity = new FunctionEntity { Name = decl.Name, Decl = decl, IsStatic = isStatic, Symbol = symbol, Origin = FunctionOrigin.Foreign };
        }

        entity.IsDeclaredElsewhere |= decl.File != entity.Decl.File;

        if (file != null && entity.File != null && Place(decl, "") != Place(entity.Decl, "") && !isStatic && !decl.IsInline && !entity.Decl.IsInlineDefinitionOnly)
        {
            _diagnostics.Add(PortDiagnostic.Error("PORT2001", decl.Span.Location, $"'{decl.Name}' is defined here and in {entity.Decl.Span.Location.File}({entity.Decl.Span.StartLine})"));
        }
        else if (file != null && (entity.File == null || entity.Decl.IsInlineDefinitionOnly))
        {
            entity.Decl = decl;
            entity.File = file;
            entity.Origin = FunctionOrigin.Generated;
        }
        else if (file == null && entity.File == null && decl.Type.HasPrototype && !entity.Decl.Type.HasPrototype)
        {
            entity.Decl = decl;
        }

        if (decl.Body != null)
        {
            AddStaticLocals(decl, entity);
            foreach (FunctionDecl inside in BodyWalker.Decls(decl.Body).OfType<FunctionDecl>())
            {
                AddFunction(inside); // declared inside a function
            }
        }
    }

    private void AddStaticLocals(FunctionDecl function, FunctionEntity entity)
    {
        if (entity.Decl != function)
        {
            return;
        }

        Dictionary<string, int> count = [];
        foreach (VarDecl local in BodyWalker.Decls(function.Body!).OfType<VarDecl>().Where(v => v.IsGlobal))
        {
            if (!local.IsStaticLocal)
            {
                AddVariable(local); // extern inside a function
                continue;
            }

            int number = count[local.Name] = count.GetValueOrDefault(local.Name) + 1;
            string suffix = number == 1 ? "" : $".{number}";
            _staticLocals[local] = new VariableEntity
            {
                Name = local.Name, CSharpName = $"{function.Name}_{local.Name}{(number == 1 ? "" : "_" + number)}", Decl = local, File = _files.GetValueOrDefault(function.File.Path), IsStatic = true,
                Symbol = FileEntity.Ascii($"{FileEntity.IdOf(function.File.Path)}.{function.Name}.{local.Name}{suffix}"),
            };
        }
    }

    private void AddVariable(VarDecl decl)
    {
        bool isStatic = decl.Linkage == Linkage.Internal;
        string key = Key(decl.Name, isStatic, decl.File);
        if (!_variables.TryGetValue(key, out VariableEntity? entity))
        {
            string symbol = FileEntity.Ascii(decl.AsmLabel ?? (isStatic ? $"{FileEntity.IdOf(decl.File.Path)}.{decl.Name}" : decl.Name));
            _variables[key] = entity = new VariableEntity { Name = decl.Name, CSharpName = Names.CSharpWords.Escape(decl.Name), Decl = decl, IsStatic = isStatic, Symbol = symbol };
        }

        entity.IsDeclaredElsewhere |= decl.File != entity.Decl.File;
        if (decl.Definition == VarDefinition.Declaration)
        {
            return;
        }

        bool isSame = Place(decl, "") == Place(entity.Decl, "");
        if (decl.Definition == VarDefinition.Definition && entity.File != null && entity.Decl.Definition == VarDefinition.Definition && !isSame && !isStatic)
        {
            _diagnostics.Add(PortDiagnostic.Error("PORT2001", decl.Span.Location, $"'{decl.Name}' is defined here and in {entity.Decl.Span.Location.File}({entity.Decl.Span.StartLine})"));
        }
        else if (entity.File == null || decl.Definition > entity.Decl.Definition || (decl.Definition == entity.Decl.Definition && decl.Type.Size > entity.Decl.Type.Size))
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

        if (!_records.TryAdd(Place(decl, "record"), decl))
        {
            RecordDecl first = _records[Place(decl, "record")];
            if (first.Size != decl.Size || !first.Fields.Select(f => (f.Name, f.BitOffset)).SequenceEqual(decl.Fields.Select(f => (f.Name, f.BitOffset))))
            {
                _diagnostics.Add(PortDiagnostic.Error("PORT2002", decl.Span.Location, $"'{decl.Name}' has different layouts in two units ({first.Size} and {decl.Size} bytes)"));
            }
        }
    }

    /// <summary>vm/vm_page.h is vm_page_h; equal base names get folders in front until they differ.</summary>
    private void NameClasses()
    {
        foreach (IGrouping<string, FileEntity> group in _files.Values.GroupBy(f => Identifier(Path.GetFileName(f.Path))))
        {
            int folders = 0;
            FileEntity[] files = [.. group];
            while (folders < 8 && files.Select(f => Prefixed(f.Path, folders)).Distinct().Count() < files.Length)
            {
                folders++;
            }

            foreach (FileEntity file in files)
            {
                file.ClassName = Prefixed(file.Path, folders);
            }
        }
    }

    private static string Prefixed(string path, int folders) => Identifier(string.Join('_', path.Split('/')[Math.Max(0, path.Split('/').Length - 1 - folders)..]));

    private static string Identifier(string text)
    {
        string name = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return char.IsAsciiDigit(name[0]) ? "_" + name : name;
    }
}
