using Porting.Clang.Ast;

namespace Porting.Translator.Program;

/// <summary>What a program has, by the keys that tell it apart.</summary>
internal sealed class ProgramTables(TargetMode mode, Versions versions)
{
    /// <summary>By path.</summary>
    public Dictionary<string, FileEntity> Files { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FunctionEntity> Functions { get; } = new(StringComparer.Ordinal);

    /// <summary>Those of files.</summary>
    public Dictionary<string, VariableEntity> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Those of functions that live as long as the program.</summary>
    public Dictionary<string, VariableEntity> StaticLocals { get; } = new(StringComparer.Ordinal);

    public Dictionary<DeclPlace, RecordDecl> Records { get; } = [];

    /// <summary>Static locals of one function may share name and place, when a macro declares them: their number among
    /// what the function declares tells them apart.</summary>
    public string LocalKey(FunctionDecl function, VarDecl local) =>
        $"{function.File.Path}:{function.Name}{versions.SuffixOf(function)}:{function.Span.StartOffset}:{local.LocalNumber}";

    /// <summary>In a whole program a static of a header is one for all units; in a single unit a name with internal
    /// linkage is one wherever it is declared (C11 6.2.2).</summary>
    public string Key(string name, bool isStatic, SourceFile file) =>
        mode == TargetMode.HostedObject && isStatic ? $"static:{name}" : WholeKey(name, isStatic, file);

    private static string WholeKey(string name, bool isStatic, SourceFile file) =>
        isStatic ? $"{file.Path}:{name}" : name;

    public string Key(Decl decl, bool isStatic) =>
        mode == TargetMode.HostedObject ? Key(decl.Name, isStatic, decl.File) : versions.KeyOf(decl, isStatic);
}
