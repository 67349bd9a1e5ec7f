using Porting.Clang.Ast;
using Porting.Translator.Program;

namespace Porting.Translator.Emit;

/// <summary>All that becomes C# of a file: its declarations, with their bodies, and the comments of the first unit that has it.</summary>
internal sealed class FileContents(FileEntity file, IReadOnlyList<Decl> decls, IEnumerable<Comment> comments)
{
    public FileEntity File => file;
    public IReadOnlyList<Decl> Decls => decls;
    public IReadOnlyList<Comment> Comments { get; } = [.. comments.Where(c => c.File.Path == file.Path)];

    private Dictionary<DeclPlace, VarDecl>? _variables;

    /// <summary>What a variable of the file is initialised with; its declaration may be of an outline, which has no images.</summary>
    public DataImage ImageOf(VarDecl variable)
    {
        _variables ??= decls.OfType<VarDecl>().Where(v => v.Image != null).ToDictionary(ProgramModel.Place);
        VarDecl whole = variable.IsStaticLocal ? LocalOf(variable) : _variables[ProgramModel.Place(variable)];
        return whole.Image!;
    }

    private VarDecl LocalOf(VarDecl local)
    {
        DeclPlace function = ProgramModel.Place(local.Parent!);
        return (VarDecl)decls.OfType<FunctionDecl>().First(f => ProgramModel.Place(f) == function).Locals[local.LocalNumber];
    }
}
