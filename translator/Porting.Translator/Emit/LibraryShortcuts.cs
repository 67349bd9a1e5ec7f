using Porting.Translator.Lower;
using Porting.Translator.Program;

namespace Porting.Translator.Emit;

/// <summary>
/// Functions of the C library that clang computes in place where it can (it takes their names for the library's, C11
/// 7.1.3, unless <c>-fno-builtin</c> says otherwise): the C# member that stands for such a function does so, too, and
/// calls the library for the rest. Call sites do not change.
/// </summary>
internal static class LibraryShortcuts
{
    /// <summary>The body of the member, over parameters a0, a1, ...; null for a plain call.</summary>
    public static string? Find(FunctionEntity function, ForeignCall call)
    {
        string slow = Slow(call.Method);
        return !function.Decl.IsBuiltin
            ? null
            : $"{function.Name}({string.Join(",", call.Parameters)}){call.Result}" switch
            {
                "sqrt(double)double" => $"rt.sqrt(a0, out double root) ? root : {slow}(a0)", // errno is the library's
                "sqrtf(float)float" => $"rt.sqrt(a0, out double root) ? (float)root : {slow}(a0)", // a double has enough bits that rounding twice is rounding once
                "fabs(double)double" or "fabsf(float)float" => "rt.fabs(a0)",
                "abs(int)int" or "labs(int)int" or "llabs(long)long" => "rt.abs(a0)",
                "memcpy(void*,void*,uint)void*" => $"rt.copy_small(a0, a1, a2) ? a0 : {slow}(a0, a1, a2)",
                "memset(void*,int,uint)void*" => $"rt.fill_small(a0, a1, a2) ? a0 : {slow}(a0, a1, a2)",
                _ => null,
            };
    }

    /// <summary>As <see cref="Find"/>, where the back end itself knows the library's functions: what is left are those on
    /// types of C#.</summary>
    public static string? FindNative(FunctionEntity function) =>
        !function.Decl.IsBuiltin
            ? null
            : function.Name switch
            {
                "creal" or "crealf" or "creall" => "a0.real",
                "cimag" or "cimagf" or "cimagl" => "a0.imag",
                "conj" or "conjf" or "conjl" => "~a0",
                _ => null,
            };

    /// <summary>The library's function under another name.</summary>
    public static string Slow(string method) => method.TrimStart('@') + "__library";
}
