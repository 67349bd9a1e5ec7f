using Porting.Clang.Ast;
using Porting.Translator.Program;

namespace Porting.Translator.Emit;

/// <summary>All that becomes C# of a file: its declarations, and the comments of the first unit that has it.</summary>
internal sealed class FileContents(FileEntity file, TranslationUnit first)
{
    public FileEntity File => file;
    public IReadOnlyList<Decl> Decls => file.Decls;
    public IReadOnlyList<Comment> Comments { get; } = [.. first.Comments.Where(c => c.File.Path == file.Path)];
}
