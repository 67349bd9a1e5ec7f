namespace Porting.Clang.Options;

/// <summary>Sanitizers that look at C's operations while clang makes code of them (clang/Basic/Sanitizers.def), and
/// -ftrapv: which are made, and whether a command asks for any.</summary>
public static class OperationChecks
{
    /// <summary>Values of -fsanitize= that are made: passes over LLVM's code, and the runtime alone.</summary>
    private static readonly string[] ByPass =
    [
        "address",
        "kernel-address",
        "leak",
        "safe-stack",
        "fuzzer",
        "fuzzer-no-link",
    ];

    private static readonly string[] ByOperation =
    [
        "signed-integer-overflow",
        "unsigned-integer-overflow",
        "shift",
        "shift-base",
        "shift-exponent",
        "unsigned-shift-base",
        "integer-divide-by-zero",
        "float-divide-by-zero",
        "float-cast-overflow",
        "array-bounds",
        "bool",
        "builtin",
        "vla-bound",
        "null",
        "alignment",
        "object-size",
        "pointer-overflow",
        "unreachable",
        "function",
        "nonnull-attribute",
        "returns-nonnull-attribute",
        "undefined",
    ];

    /// <summary>Parts of -fsanitize=undefined that look at C++ alone.</summary>
    private static readonly string[] OfOtherLanguages = ["enum", "return", "vptr"];

    /// <returns>The first of the values of -fsanitize= that is not made; null for none.</returns>
    public static string? Missing(IEnumerable<string> values) =>
        values.FirstOrDefault(v => !ByPass.Contains(v) && !ByOperation.Contains(v) && !OfOtherLanguages.Contains(v));

    /// <summary>Whether arithmetic is another one than without these options.</summary>
    public static bool AreAskedFor(IEnumerable<string> arguments) =>
        arguments.Any(a =>
            a.StartsWith("-ftrapv", StringComparison.Ordinal)
            || (
                a.StartsWith("-fsanitize=", StringComparison.Ordinal)
                && a["-fsanitize=".Length..].Split(',').Any(v => !ByPass.Contains(v))
            )
        );
}
