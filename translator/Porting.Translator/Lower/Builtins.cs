namespace Porting.Translator.Lower;

/// <summary>A builtin that is a method: its C# name, the types of its parameters (the last one repeats) and of its result.</summary>
internal sealed record Builtin(string Method, string[] Parameters, string Result);

/// <summary>GCC's builtins that are methods of the core library or of rt (GCC manual, "Other Built-in Functions").</summary>
internal static class Builtins
{
    private static readonly Dictionary<string, Builtin> Table = new(StringComparer.Ordinal)
    {
        ["__builtin_clz"] = new("BitOperations.LeadingZeroCount", ["uint"], "int"),
        ["__builtin_clzl"] = new("BitOperations.LeadingZeroCount", ["uint"], "int"),
        ["__builtin_clzll"] = new("BitOperations.LeadingZeroCount", ["ulong"], "int"),
        ["__builtin_ctz"] = new("BitOperations.TrailingZeroCount", ["uint"], "int"),
        ["__builtin_ctzl"] = new("BitOperations.TrailingZeroCount", ["uint"], "int"),
        ["__builtin_ctzll"] = new("BitOperations.TrailingZeroCount", ["ulong"], "int"),
        ["__builtin_popcount"] = new("BitOperations.PopCount", ["uint"], "int"),
        ["__builtin_popcountl"] = new("BitOperations.PopCount", ["uint"], "int"),
        ["__builtin_popcountll"] = new("BitOperations.PopCount", ["ulong"], "int"),
        ["__builtin_parity"] = new("rt.parity", ["uint"], "int"),
        ["__builtin_parityl"] = new("rt.parity", ["uint"], "int"),
        ["__builtin_parityll"] = new("rt.parity", ["ulong"], "int"),
        ["__builtin_ffs"] = new("rt.ffs", ["int"], "int"),
        ["__builtin_ffsl"] = new("rt.ffs", ["int"], "int"),
        ["__builtin_ffsll"] = new("rt.ffs", ["long"], "int"),
        ["__builtin_clrsb"] = new("rt.clrsb", ["int"], "int"),
        ["__builtin_clrsbl"] = new("rt.clrsb", ["int"], "int"),
        ["__builtin_clrsbll"] = new("rt.clrsb", ["long"], "int"),
        ["__builtin_bswap16"] = new("BinaryPrimitives.ReverseEndianness", ["ushort"], "ushort"),
        ["__builtin_bswap32"] = new("BinaryPrimitives.ReverseEndianness", ["uint"], "uint"),
        ["__builtin_bswap64"] = new("BinaryPrimitives.ReverseEndianness", ["ulong"], "ulong"),
        ["__builtin_ia32_crc32qi"] = new("rt.crc32c", ["uint", "byte"], "uint"),
        ["__builtin_ia32_crc32hi"] = new("rt.crc32c", ["uint", "ushort"], "uint"),
        ["__builtin_ia32_crc32si"] = new("rt.crc32c", ["uint", "uint"], "uint"),
        ["__builtin_fabs"] = new("rt.fabs", ["double"], "double"),
        ["__builtin_fabsf"] = new("rt.fabs", ["float"], "float"),
        ["__builtin_isnan"] = new("rt.isnan", ["double"], "int"),
        ["__builtin_isinf"] = new("rt.isinf", ["double"], "int"),
        ["__builtin_isinf_sign"] = new("rt.isinf_sign", ["double"], "int"),
        ["__builtin_isfinite"] = new("rt.isfinite", ["double"], "int"),
        ["__builtin_finite"] = new("rt.isfinite", ["double"], "int"),
        ["__builtin_isnormal"] = new("rt.isnormal", ["double"], "int"),
        ["__builtin_signbit"] = new("rt.signbit", ["double"], "int"),
        ["__builtin_signbitf"] = new("rt.signbit", ["double"], "int"),
        ["__builtin_copysign"] = new("rt.copysign", ["double"], "double"),
        ["__builtin_isgreater"] = new("rt.isgreater", ["double"], "int"),
        ["__builtin_isgreaterequal"] = new("rt.isgreaterequal", ["double"], "int"),
        ["__builtin_isless"] = new("rt.isless", ["double"], "int"),
        ["__builtin_islessequal"] = new("rt.islessequal", ["double"], "int"),
        ["__builtin_islessgreater"] = new("rt.islessgreater", ["double"], "int"),
        ["__builtin_isunordered"] = new("rt.isunordered", ["double"], "int"),
        ["__builtin_abs"] = new("rt.abs", ["int"], "int"),
        ["__builtin_labs"] = new("rt.abs", ["int"], "int"),
        ["__builtin_llabs"] = new("rt.abs", ["long"], "long"),
    };

    private static readonly HashSet<string> Library = new(
        """
        abort exit _Exit malloc calloc realloc free printf fprintf sprintf snprintf vprintf vfprintf vsprintf vsnprintf puts putchar fputs fputc fwrite sscanf scanf strlen strcpy strncpy strcat strncat strcmp strncmp strchr
        strrchr strstr strpbrk strspn strcspn strdup strndup strcasecmp strncasecmp stpcpy memchr mempcpy bcmp bcopy bzero index rindex toupper tolower isalpha isdigit isspace isupper islower isalnum isprint ispunct isxdigit iscntrl isgraph
        sqrt sqrtf sin sinf cos cosf tan tanf asin acos atan atan2 exp expf exp2 log logf log2 log10 pow powf floor floorf ceil ceilf round roundf trunc truncf rint nearbyint fmod fmodf ldexp frexp modf hypot fmin fmax fminf fmaxf
        cbrt sinh cosh tanh lrint llrint lround llround scalbn remainder fma fdim
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static bool IsLibrary(string name) => Library.Contains(name);

    /// <summary>setjmp and longjmp under all of the C library's names.</summary>
    public static string? Jump(string symbol) => symbol switch
    {
        "setjmp" or "_setjmp" or "__sigsetjmp" or "sigsetjmp" => "rt.setjmp",
        "longjmp" or "_longjmp" or "siglongjmp" => "rt.longjmp",
        _ => null,
    };

    /// <summary>__sync_* builtins: the runtime's function, and whether the new value is asked for.</summary>
    public static (string Op, bool IsNew)? Atomic(string name)
    {
        const string Prefix = "__sync_";
        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        string op = name[Prefix.Length..];
        int size = op.LastIndexOf('_');
        op = size > 0 && int.TryParse(op[(size + 1)..], out _) ? op[..size] : op;
        return op switch
        {
            "fetch_and_add" => ("add", false), "fetch_and_sub" => ("sub", false), "fetch_and_or" => ("or", false), "fetch_and_and" => ("and", false), "fetch_and_xor" => ("xor", false), "fetch_and_nand" => ("nand", false),
            "add_and_fetch" => ("add", true), "sub_and_fetch" => ("sub", true), "or_and_fetch" => ("or", true), "and_and_fetch" => ("and", true), "xor_and_fetch" => ("xor", true), "nand_and_fetch" => ("nand", true),
            "lock_test_and_set" or "swap" => ("exchange", false), "lock_release" => ("release", false), "bool_compare_and_swap" => ("compare_bool", false), "val_compare_and_swap" => ("compare_value", false),
            _ => null,
        };
    }

    public static Builtin? Find(string name) => Table.GetValueOrDefault(name);
}
