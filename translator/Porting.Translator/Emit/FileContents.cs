using Porting.Clang.Ast;
using Porting.Translator.Program;

namespace Porting.Translator.Emit;

/// <summary>All that becomes C# of a file: its declarations, with their bodies, and the comments of the first unit that
/// has it.</summary>
internal sealed class FileContents(FileEntity file, IReadOnlyList<Decl> decls, IEnumerable<Comment> comments)
{
    public FileEntity File => file;
    public IReadOnlyList<Decl> Decls => decls;

    /// <summary>In the order of the file, each once: one that is included several times shows them as often, and at each
    /// time those of other lines.</summary>
    public IReadOnlyList<Comment> Comments { get; } =
    [.. comments.Where(c => c.File.Path == file.Path).DistinctBy(c => c.StartOffset).OrderBy(c => c.StartOffset)];

    private Dictionary<DeclPlace, Decl>? _places;

    /// <summary>What a variable of the file is initialised with; its declaration may be of an outline, which has no
    /// images.</summary>
    public DataImage ImageOf(VarDecl variable) => WholeOf(variable).Image!;

    /// <summary>The variable with its initialiser.</summary>
    public VarDecl WholeOf(VarDecl variable) =>
        (VarDecl)(
            variable.IsStaticLocal
                ? ((FunctionDecl)Whole(variable.Parent!)).Locals[variable.LocalNumber]
                : Whole(variable)
        );

    private Decl Whole(Decl decl) => (_places ??= decls.ToDictionary(DeclPlace.Of))[DeclPlace.Of(decl)];
}
