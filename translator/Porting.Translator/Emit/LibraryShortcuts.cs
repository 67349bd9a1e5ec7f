using Porting.Translator.Lower;
using Porting.Translator.Program;

namespace Porting.Translator.Emit;

/// <summary>
/// Functions of the C library on types of C# that stand for C's (the back end knows those on plain types): clang computes
/// them in place (it takes their names for the library's, C11 7.1.3, unless <c>-fno-builtin</c> says otherwise), and so
/// does the C# member. Call sites do not change.
/// </summary>
internal static class LibraryShortcuts
{
    /// <summary>The body of the member, over parameters a0, a1, ...; null for a plain call.</summary>
    public static string? Find(FunctionEntity function) =>
        !function.Decl.IsBuiltin
            ? null
            : function.Name switch
            {
                "creal" or "crealf" or "creall" => "a0.real",
                "cimag" or "cimagf" or "cimagl" => "a0.imag",
                "conj" or "conjf" or "conjl" => "~a0",
                _ => null,
            };
}
