using Porting.Clang.Ast;
using Porting.Translator.Emit;

namespace Porting.Translator.Program;

/// <summary>
/// Units into one program, as a linker does it: each declaration of a header once, in the first unit's version; external
/// names with one definition.
/// </summary>
/// <param name="isUsed">Whether a declaration takes part.</param>
internal sealed class ProgramCollector(
    ProgramTables tables,
    TargetMode mode,
    Versions versions,
    Func<Decl, bool> isUsed,
    List<PortDiagnostic> diagnostics
)
{
    private readonly HashSet<DeclPlace> _seen = [];
    private readonly HashSet<(string, int)> _macros = [];

    public void AddUnit(TranslationUnit unit, int number, HashSet<string> mains)
    {
        HashSet<string> sent = [.. unit.Parts.Where(p => p.IsSent).Select(p => p.File.Path)];
        IEnumerable<SourceFile> sources =
            mode == TargetMode.WholeProgram
                ? unit.Files.Where(f => f.IsBelowRoot)
                : unit
                    .Decls.Where(isUsed)
                    .Select(d => d.File)
                    .Append(unit.MainFile)
                    .Distinct()
                    .Where(f => f.Path.Length > 0);
        foreach (SourceFile source in sources)
        {
            tables.Files.TryAdd(
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

        foreach (Decl decl in unit.Decls.Where(isUsed))
        {
            AddDecl(decl, number);
        }

        OpenToIncluded(unit);
        foreach (
            MacroDefinition macro in unit.Macros.Where(m =>
                m.File != null
                && tables.Files.ContainsKey(m.File.Path)
                && (unit.Parts.Count == 0 || sent.Contains(m.File.Path))
            )
        )
        {
            if (_macros.Add((macro.File!.Path, macro.StartOffset)))
            {
                tables.Files[macro.File.Path].Macros.Add(macro);
            }
        }
    }

    /// <summary>Statics that stand in front of an #include of a file with definitions: they may use them, and have a
    /// class of their own.</summary>
    private void OpenToIncluded(TranslationUnit unit)
    {
        bool isFollowed = false;
        foreach (Decl decl in unit.Decls.Where(isUsed).Reverse())
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
                && tables.Functions.TryGetValue(tables.Key(decl, true), out FunctionEntity? function)
            )
            {
                function.IsDeclaredElsewhere = true;
            }
            else if (
                isFollowed
                && decl is VarDecl { Linkage: Linkage.Internal }
                && tables.Variables.TryGetValue(tables.Key(decl, true), out VariableEntity? variable)
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
                diagnostics.Add(
                    PortDiagnostic.Error(
                        "PORT2003",
                        unknown.Span.Location,
                        $"declarations of kind {unknown.ClangKind} are not supported"
                    )
                );
                break;
        }

        // A declaration of a header arrives once per unit; it is kept once.
        if (tables.Files.TryGetValue(decl.File.Path, out FileEntity? file) && _seen.Add(DeclPlace.Of(decl)))
        {
            AttributeTable.Check(decl, diagnostics);
            file.Decls.Add(decl);
            file.Units.Add(unit);
        }
    }

    private void AddFunction(FunctionDecl decl)
    {
        if (
            decl.IsImplicit
            && decl.IsBuiltin
            && (mode == TargetMode.WholeProgram || decl.Name.StartsWith("__", StringComparison.Ordinal))
        )
        {
            return;
        }

        FunctionEntity entity = EntityOf(decl);
        entity.IsDeclaredElsewhere |= decl.File.Path != entity.Decl.File.Path;
        entity.Symbol = Labelled(entity.Symbol, decl.AsmLabel);
        if (decl.HasBody && !IsOfLibrary(decl) && tables.Files.GetValueOrDefault(decl.File.Path) is { } file)
        {
            Define(entity, decl, file);
        }
        else if (entity.File == null && SaysMore(decl, entity.Decl))
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

    private FunctionEntity EntityOf(FunctionDecl decl)
    {
        string suffix = versions.SuffixOf(decl);
        // One of several is nobody else's: the linker sees the unit's own at most.
        bool isStatic = decl.Linkage == Linkage.Internal || suffix.Length > 0;
        string key = tables.Key(decl, isStatic);
        if (!tables.Functions.TryGetValue(key, out FunctionEntity? entity))
        {
            tables.Functions[key] = entity = new FunctionEntity
            {
                Name = decl.Name,
                Key = key,
                Suffix = suffix,
                Decl = decl,
                IsStatic = isStatic,
                Symbol = SymbolOf(decl, decl.AsmLabel, isStatic, suffix),
                Origin = FunctionOrigin.Foreign,
            };
        }

        return entity;
    }

    /// <summary>What the C library checks with the compiler's help (_FORTIFY_SOURCE) is called as the library has
    /// it.</summary>
    private bool IsOfLibrary(FunctionDecl decl) =>
        mode == TargetMode.HostedObject
        && decl is { IsInlineDefinitionOnly: true, File.IsSystemHeader: true }
        && FunctionFacts.IsAlwaysInlined(decl);

    private void Define(FunctionEntity entity, FunctionDecl decl, FileEntity file)
    {
        if (entity.File == null || entity.Decl.IsInlineDefinitionOnly)
        {
            entity.Decl = decl;
            entity.File = file;
            entity.Origin = FunctionOrigin.Generated;
        }
        else if (!entity.IsStatic && !decl.IsInline && DeclPlace.Of(decl) != DeclPlace.Of(entity.Decl))
        {
            AddSecond(decl, entity.Decl);
        }
    }

    private void AddSecond(Decl decl, Decl first) =>
        diagnostics.Add(
            PortDiagnostic.Error(
                "PORT2001",
                decl.Span.Location,
                $"'{decl.Name}' is defined here and in {first.Span.Location.File}({first.Span.StartLine})"
            )
        );

    private static bool SaysMore(FunctionDecl decl, FunctionDecl known) =>
        (decl.Type.HasPrototype && !known.Type.HasPrototype) || decl.Attributes.Count > known.Attributes.Count;

    private static string SymbolOf(Decl decl, string? label, bool isStatic, string suffix) =>
        FileEntity.Ascii(label ?? (isStatic ? $"{FileEntity.IdOf(decl.Home.Path)}.{decl.Name}{suffix}" : decl.Name));

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
            string key = tables.LocalKey(function, local);
            tables.StaticLocals[key] = new VariableEntity
            {
                Name = local.Name,
                Key = key,
                CSharpName = $"{function.Name}{entity.Suffix}_{local.Name}{(number == 1 ? "" : "_" + number)}",
                Decl = local,
                File = tables.Files.GetValueOrDefault(function.File.Path),
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
        string key = tables.Key(decl, isStatic);
        string suffix = versions.SuffixOf(decl);
        if (!tables.Variables.TryGetValue(key, out VariableEntity? entity))
        {
            tables.Variables[key] = entity = new VariableEntity
            {
                Name = decl.Name,
                Key = key,
                CSharpName = Names.CSharpWords.Escape(decl.Name + suffix),
                Decl = decl,
                IsStatic = isStatic,
                Symbol = SymbolOf(decl, decl.AsmLabel, isStatic, suffix),
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

        bool isSame = DeclPlace.Of(decl) == DeclPlace.Of(entity.Decl);
        if (
            decl.Definition == VarDefinition.Definition
            && entity.File != null
            && entity.Decl.Definition == VarDefinition.Definition
            && !isSame
            && !isStatic
        )
        {
            AddSecond(decl, entity.Decl);
        }
        else if (
            entity.File == null
            || decl.Definition > entity.Decl.Definition
            || (decl.Definition == entity.Decl.Definition && decl.Type.Size > entity.Decl.Type.Size)
        )
        {
            entity.Decl = decl;
            entity.File = tables.Files.GetValueOrDefault(decl.File.Path);
        }
    }

    private void AddRecord(RecordDecl decl)
    {
        if (!decl.IsComplete)
        {
            return;
        }

        if (!tables.Records.TryAdd(DeclPlace.Of(decl), decl))
        {
            RecordDecl first = tables.Records[DeclPlace.Of(decl)];
            if (
                first.Size != decl.Size
                || !first
                    .Fields.Select(f => (f.Name, f.BitOffset))
                    .SequenceEqual(decl.Fields.Select(f => (f.Name, f.BitOffset)))
            )
            {
                diagnostics.Add(
                    PortDiagnostic.Error(
                        "PORT2002",
                        decl.Span.Location,
                        $"'{decl.Name}' has different layouts in two units ({first.Size} and {decl.Size} bytes)"
                    )
                );
            }
        }
    }
}
