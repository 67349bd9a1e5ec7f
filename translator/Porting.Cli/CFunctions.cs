using Porting.Clang.Ast;
using Porting.Translator.Handwritten;
using Porting.Translator.Program;

namespace Porting.Cli;

/// <summary>The C text behind functions, and the accepted copies of it beside the handwritten code.</summary>
internal sealed class CFunctions(Workspace workspace)
{
    /// <summary>The definition as written, from the first token of its declaration to its closing brace.</summary>
    public static string TextOf(FunctionEntity function)
    {
        Span span = function.Decl.Span;
        return span.File.Slice(span.StartOffset, span.EndOffset) + "\n";
    }

    /// <summary>Where the C that a replacement was ported from is kept:
    /// <c>kernel-handwritten/Replaced/vm/vm_resident.c/vm_page_grab.c</c>.</summary>
    public string AcceptedPath(Replacement replacement) =>
        Path.Combine(workspace.Project.HandwrittenPath, "Replaced", replacement.CFile, replacement.Name + ".c");

    /// <summary>The accepted text; empty when the replacement was never accepted.</summary>
    public string AcceptedText(Replacement replacement) =>
        File.Exists(AcceptedPath(replacement)) ? File.ReadAllText(AcceptedPath(replacement)) : "";
}
