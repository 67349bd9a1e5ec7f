using Porting.Translator.CSharp;

namespace Porting.Translator.Lower;

/// <summary>A builtin that is a method: its C# name, the types of its parameters (the last one repeats) and of its
/// result.</summary>
internal sealed record Builtin(string Method, CsType[] Parameters, CsType Result);

/// <summary>GCC's builtins that are methods of the core library or of rt (GCC manual, "Other Built-in
/// Functions").</summary>
internal static class Builtins
{
    private static readonly Dictionary<string, Builtin> Table = Make();

    /// <summary>A name stands for its family: int without a suffix, long with l, long long with ll.</summary>
    private static Dictionary<string, Builtin> Make()
    {
        Dictionary<string, Builtin> table = new(StringComparer.Ordinal);
        void Add(string name, string method, string result, params string[] parameters) =>
            table["__builtin_" + name] = new Builtin(method, [.. parameters.Select(CsType.Of)], CsType.Of(result));
        foreach (
            (string name, string method) in (ReadOnlySpan<(string, string)>)
                [
                    ("clz", "BitOperations.LeadingZeroCount"),
                    ("ctz", "BitOperations.TrailingZeroCount"),
                    ("popcount", "BitOperations.PopCount"),
                    ("parity", "rt.parity"),
                ]
        )
        {
            Add(name, method, "int", "uint");
            Add(name + "l", method, "int", "uint");
            Add(name + "ll", method, "int", "ulong");
        }

        Add("clzs", "rt.clzs", "int", "ushort");
        Add("ctzs", "BitOperations.TrailingZeroCount", "int", "uint");
        foreach (string name in (ReadOnlySpan<string>)["ffs", "clrsb"])
        {
            Add(name, "rt." + name, "int", "int");
            Add(name + "l", "rt." + name, "int", "int");
            Add(name + "ll", "rt." + name, "int", "long");
        }

        Add("abs", "rt.abs", "int", "int");
        Add("labs", "rt.abs", "int", "int");
        Add("llabs", "rt.abs", "long", "long");
        foreach (
            (string bits, string type) in (ReadOnlySpan<(string, string)>)
                [("8", "byte"), ("16", "ushort"), ("32", "uint"), ("64", "ulong")]
        )
        {
            Add("bswap" + bits, "BinaryPrimitives.ReverseEndianness", type, type);
            Add("bitreverse" + bits, "rt.bitreverse", type, type);
            Add("rotateleft" + bits, "rt.rotate_left", type, type, type);
            Add("rotateright" + bits, "rt.rotate_right", type, type, type);
        }

        foreach (
            (string suffix, string type) in (ReadOnlySpan<(string, string)>)
                [("b", "byte"), ("s", "ushort"), ("", "uint"), ("l", "uint"), ("ll", "ulong")]
        )
        {
            Add("addc" + suffix, "rt.addc", type, type, type, type, type + "*");
            Add("subc" + suffix, "rt.subc", type, type, type, type, type + "*");
        }

        Add("ia32_crc32qi", "rt.crc32c", "uint", "uint", "byte");
        Add("ia32_crc32hi", "rt.crc32c", "uint", "uint", "ushort");
        Add("ia32_crc32si", "rt.crc32c", "uint", "uint", "uint");
        Add("ia32_pause", "System.Runtime.Intrinsics.X86.X86Base.Pause", "");
        Add("ia32_rdtsc", "rt.rdtsc", "ulong");
        Add("readcyclecounter", "rt.rdtsc", "ulong");
        Add("flt_rounds", "rt.flt_rounds", "int");
        AddReal(Add);
        return table;
    }

    /// <summary>Type of a parameter whose argument decides whether the builtin works on float, double or long
    /// double.</summary>
    public static readonly CsType RealParameter = CsType.Of(Real);

    private const string Real = "real";

    /// <summary>GCC manual, "Floating-Point Classification" and the builtins behind math.h's comparison
    /// macros.</summary>
    private static void AddReal(Action<string, string, string, string[]> add)
    {
        foreach (
            string name in (ReadOnlySpan<string>)
                ["isnan", "isinf", "isinf_sign", "isfinite", "isnormal", "issubnormal", "iszero", "signbit"]
        )
        {
            add(name, "rt." + name, "int", [Real]);
        }

        add("finite", "rt.isfinite", "int", ["double"]);
        add("finitef", "rt.isfinite", "int", ["double"]);
        add("finitel", "rt.isfinite", "int", ["long_double"]);
        add("fpclassify", "rt.fpclassify", "int", ["int", "int", "int", "int", "int", Real]);
        foreach (
            string name in (ReadOnlySpan<string>)
                ["isgreater", "isgreaterequal", "isless", "islessequal", "islessgreater", "isunordered"]
        )
        {
            add(name, "rt." + name, "int", [Real, Real]);
        }

        foreach (
            (string suffix, string type) in (ReadOnlySpan<(string, string)>)
                [("f", "float"), ("", "double"), ("l", "long_double")]
        )
        {
            add("fabs" + suffix, "rt.fabs", type, [type]);
            add("copysign" + suffix, "rt.copysign", type, [type, type]);
            add("signbit" + suffix, "rt.signbit", "int", [type]);
            add("isnan" + suffix, "rt.isnan", "int", [type]);
            add("isinf" + suffix, "rt.isinf", "int", [type]);
        }
    }

    /// <summary>The function of libgcc that a builtin is a call of (GCC internals, "Routines for floating point
    /// emulation").</summary>
    public static string? Helper(string name) =>
        name switch
        {
            "__builtin_powif" => "__powisf2",
            "__builtin_powi" => "__powidf2",
            "__builtin_powil" => "__powixf2",
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
            "fetch_and_add" => ("add", false),
            "fetch_and_sub" => ("sub", false),
            "fetch_and_or" => ("or", false),
            "fetch_and_and" => ("and", false),
            "fetch_and_xor" => ("xor", false),
            "fetch_and_nand" => ("nand", false),
            "add_and_fetch" => ("add", true),
            "sub_and_fetch" => ("sub", true),
            "or_and_fetch" => ("or", true),
            "and_and_fetch" => ("and", true),
            "xor_and_fetch" => ("xor", true),
            "nand_and_fetch" => ("nand", true),
            "lock_test_and_set" or "swap" => ("exchange", false),
            "lock_release" => ("release", false),
            "bool_compare_and_swap" => ("compare_bool", false),
            "val_compare_and_swap" => ("compare_value", false),
            _ => null,
        };
    }

    public static Builtin? Find(string name) => Table.GetValueOrDefault(name);
}
