namespace Porting.Clang.Ast;

/// <summary>A macro that is wholly an integer constant at some use.</summary>
public sealed record MacroUse(string Name, long Value, CType Type);

/// <summary>
/// What a file gives to a unit, by a hash: which declarations it has there and where, with the sizes and values that
/// macros could change. Parts with equal hashes are the same, and a message has them only when <see cref="IsSent"/>.
/// </summary>
public sealed record FilePart(SourceFile File, ulong Hash, bool IsSent);

/// <summary>
/// Everything about one unit. Decls: all declarations in source order, also those of headers and redeclarations, nested
/// records after their owner. In an outline functions have no bodies and variables no initialisers; numbers of
/// declarations and types are those of the whole unit.
/// </summary>
public sealed class TranslationUnit
{
    public required SourceFile MainFile { get; init; }
    public required IReadOnlyList<SourceFile> Files { get; init; }
    public required IReadOnlyList<Decl> Decls { get; init; }
    public required IReadOnlyList<MacroDefinition> Macros { get; init; }
    public required IReadOnlyList<Comment> Comments { get; init; }
    public IReadOnlyList<MacroUse> MacroUses { get; init; } = [];

    /// <summary>The files' parts; empty when the unit was read as a whole.</summary>
    public IReadOnlyList<FilePart> Parts { get; init; } = [];
    public required IReadOnlyList<PortDiagnostic> Diagnostics { get; init; }

    /// <summary>Types by their number in the unit; none any more after <see cref="ForgetTypes"/>.</summary>
    public IReadOnlyList<CType> Types
    {
        get => _types;
        init => _types = value;
    }

    private IReadOnlyList<CType> _types = [];

    /// <summary>The unit without what some files declare. Their macros stay: uses in other files refer to
    /// them.</summary>
    public TranslationUnit Without(IReadOnlySet<string> files) =>
        files.Count == 0 ? this : With([.. Decls.Where(d => !files.Contains(d.File.Path))]);

    /// <summary>Nobody asks for types by their number any more: those that only bodies have go.</summary>
    public void ForgetTypes() => _types = [];

    /// <summary>The same unit with other declarations.</summary>
    public TranslationUnit With(IReadOnlyList<Decl> decls) =>
        new()
        {
            MainFile = MainFile,
            Files = Files,
            Decls = decls,
            Macros = Macros,
            Comments = Comments,
            MacroUses = MacroUses,
            Parts = Parts,
            Diagnostics = Diagnostics,
            Types = Types,
        };
}
