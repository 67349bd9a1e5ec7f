using Porting.Clang.Ast;
using Porting.Translator.Program;

namespace Porting.Translator.Emit;

/// <summary>All that becomes C# of a file: its declarations, with their bodies, and the comments of the first unit that has it.</summary>
internal sealed class FileContents(FileEntity file, IReadOnlyList<Decl> decls, IEnumerable<Comment> comments)
{
    public FileEntity File => file;
    public IReadOnlyList<Decl> Decls => decls;
    public IReadOnlyList<Comment> Comments { get; } = [.. comments.Where(c => c.File.Path == file.Path)];
}
