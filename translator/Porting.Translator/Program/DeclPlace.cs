using Porting.Clang.Ast;

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
)
{
    /// <summary>Tells a declaration from any other of the program; equal in all units that have it. A macro may declare
    /// and define at one place.</summary>
    public static DeclPlace Of(Decl decl) =>
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
}
