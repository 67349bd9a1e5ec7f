using Porting.Clang.Ast;

namespace Porting.Translator.Assembly;

/// <summary>How an argument or a result travels in the i386 C convention.</summary>
public enum CPassing
{
    Void,

    /// <summary>Integers of at most 4 bytes and pointers: one word, EAX.</summary>
    Word,

    /// <summary>64-bit integers: two words, EDX:EAX.</summary>
    Long,

    /// <summary>One word, ST0.</summary>
    Float,

    /// <summary>Two words, ST0.</summary>
    Double,

    /// <summary>x87's 80 bits: three words, ST0.</summary>
    LongDouble,

    /// <summary>Structs and unions: copied to the stack; as a result, to where the caller's hidden first argument
    /// points, which the callee takes off.</summary>
    Record,

    /// <summary>A struct without members: takes no room as an argument; as a result it is like others.</summary>
    Empty,

    /// <summary>Complex numbers of at most 8 bytes: as structs on the stack; as a result in EAX or EDX:EAX.</summary>
    Pair,

    /// <summary>Vectors of 16 bytes: the first three in XMM0 to XMM2, others on the stack, aligned; as a result in
    /// XMM0.</summary>
    Vector,

    /// <summary>A struct around one float or double where the difference matters: never in general registers; as a
    /// result under -freg-struct-return in ST0.</summary>
    Single,

    /// <summary>_BitInt of at most 64 bits: one or two words, the upper bits open from 32 bits on.</summary>
    Bits,

    /// <summary>_BitInt of more bits: the address of a copy that is the callee's; as a result like a
    /// struct.</summary>
    ManyBits,

    /// <summary>_Float16, __bf16: as LLVM passes them.</summary>
    Number,

    /// <summary>Vectors of other sizes, structs around vectors, complex numbers of half precision, about which compilers
    /// do not agree.</summary>
    Unknown,
}

/// <summary>One argument or result. Bits and IsSigned say how a narrow integer fills its word.</summary>
public readonly record struct CValue(CPassing Passing, int Size, int Bits, bool IsSigned)
{
    /// <summary>What managed code hands over: the value, or the address of one that it does not pass as C
    /// does.</summary>
    public bool IsByAddress =>
        Passing
            is CPassing.Record
                or CPassing.LongDouble
                or CPassing.Empty
                or CPassing.Pair
                or CPassing.Single
                or CPassing.Vector
                or CPassing.Bits
                or CPassing.ManyBits
                or CPassing.Number
                or CPassing.Unknown;

    /// <summary>Structs around vectors of 16 bytes: compilers align them differently on the stack.</summary>
    private static bool HoldsVector(CType type) =>
        type.Canonical switch
        {
            VectorType vector => vector.Size >= 16,
            ArrayType array => HoldsVector(array.Element),
            RecordType { Align: >= 16 } record => record.Decl.Fields.Any(f => HoldsVector(f.Type)),
            _ => false,
        };

    public static CValue Of(CType type)
    {
        CType canonical = type.Canonical;
        return canonical switch
        {
            BuiltinType { Kind: BuiltinKind.Void } => new CValue(CPassing.Void, 0, 0, false),
            BuiltinType { Kind: BuiltinKind.Float } => new CValue(CPassing.Float, 4, 32, true),
            BuiltinType { Kind: BuiltinKind.Double } => new CValue(CPassing.Double, 8, 64, true),
            BuiltinType { Kind: BuiltinKind.LongDouble } => new CValue(CPassing.LongDouble, 12, 80, true),
            BuiltinType { Kind: BuiltinKind.Number } number => OfNumber(Names.NumberShape.Of(number)),
            BuiltinType { Size: 8 } => new CValue(CPassing.Long, 8, 64, false),
            BuiltinType builtin => new CValue(
                CPassing.Word,
                4,
                (int)builtin.Size * 8,
                builtin.Kind
                    is BuiltinKind.Char
                        or BuiltinKind.SChar
                        or BuiltinKind.Short
                        or BuiltinKind.Int
                        or BuiltinKind.Long
                        or BuiltinKind.WChar
            ),
            EnumType enumeration => Of(enumeration.Decl.IntegerType),
            RecordType { Size: 0 } => new CValue(CPassing.Empty, 0, 0, false),
            ComplexType { Element.Canonical: BuiltinType { Kind: BuiltinKind.Number } } => new CValue(
                CPassing.Unknown,
                (int)canonical.Size,
                0,
                false
            ),
            ComplexType { Size: <= 8 } => new CValue(CPassing.Pair, (int)canonical.Size, 0, false),
            VectorType => new CValue(
                canonical.Size == 16 ? CPassing.Vector : CPassing.Unknown,
                (int)canonical.Size,
                0,
                false
            ),
            RecordType when HoldsVector(canonical) => new CValue(CPassing.Unknown, (int)canonical.Size, 0, false),
            RecordType or ComplexType => new CValue(CPassing.Record, (int)canonical.Size, 0, false),
            _ => new CValue(CPassing.Word, 4, 32, false),
        };
    }

    private static CValue OfNumber(Names.NumberShape shape) =>
        shape.IsFloat ? new CValue(CPassing.Number, shape.Size, shape.Name == "__bf16" ? 1 : 0, true)
        : shape.Bits <= 64 ? new CValue(CPassing.Bits, shape.Bits, shape.Bits, shape.IsSigned)
        : new CValue(CPassing.ManyBits, shape.Size, 0, false);

    /// <summary>A letter, and bytes for what has a size of its own; narrow integers say how they fill a word.</summary>
    public string ExactCode =>
        (Passing, Bits, IsSigned) switch
        {
            (CPassing.Void, _, _) => "v",
            (CPassing.Word, 8, true) => "b",
            (CPassing.Word, 8, false) => "B",
            (CPassing.Word, 16, true) => "h",
            (CPassing.Word, 16, false) => "H",
            (CPassing.Word, _, _) => "i",
            (CPassing.Long, _, _) => "l",
            (CPassing.Float, _, _) => "f",
            (CPassing.Double, _, _) => "d",
            (CPassing.LongDouble, _, _) => "x",
            (CPassing.Pair, _, _) => $"c{Size}",
            (CPassing.Single, _, _) => $"e{Size}",
            (CPassing.Vector, _, _) => $"m{Size}",
            (CPassing.Bits, _, true) => $"n{Size}",
            (CPassing.Bits, _, false) => $"u{Size}",
            (CPassing.ManyBits, _, _) => $"w{Size}",
            (CPassing.Number, 1, _) => $"z{Size}",
            (CPassing.Number, _, _) => $"y{Size}",
            _ => $"s{Size}",
        };

    /// <summary>From the letter and the number of <see cref="ExactCode"/>.</summary>
    public static CValue Parse(char letter, int size) =>
        letter switch
        {
            'v' => new CValue(CPassing.Void, 0, 0, false),
            'b' => new CValue(CPassing.Word, 4, 8, true),
            'B' => new CValue(CPassing.Word, 4, 8, false),
            'h' => new CValue(CPassing.Word, 4, 16, true),
            'H' => new CValue(CPassing.Word, 4, 16, false),
            'i' => new CValue(CPassing.Word, 4, 32, false),
            'l' => new CValue(CPassing.Long, 8, 64, false),
            'f' => new CValue(CPassing.Float, 4, 32, true),
            'd' => new CValue(CPassing.Double, 8, 64, true),
            'x' => new CValue(CPassing.LongDouble, 12, 80, true),
            'c' => new CValue(CPassing.Pair, size, 0, false),
            'e' => new CValue(CPassing.Single, size, 0, false),
            'm' => new CValue(CPassing.Vector, size, 0, false),
            'n' => new CValue(CPassing.Bits, size, size, true),
            'u' => new CValue(CPassing.Bits, size, size, false),
            'w' => new CValue(CPassing.ManyBits, size, 0, false),
            'z' => new CValue(CPassing.Number, size, 1, true),
            'y' => new CValue(CPassing.Number, size, 0, true),
            's' => new CValue(size == 0 ? CPassing.Empty : CPassing.Record, size, 0, false),
            _ => throw new FormatException($"'{letter}' is no way to pass a value"),
        };
}

/// <summary>What both sides of a call across the C boundary have to agree on.</summary>
/// <param name="Parameters">Of a call of a variadic function all that it passes.</param>
/// <param name="Result">Where there is none, <see cref="CPassing.Void"/>.</param>
/// <param name="Convention">null: one that is not known.</param>
public sealed record CSignature(IReadOnlyList<CValue> Parameters, CValue Result, CConvention? Convention)
{
    /// <summary>One in the platform's convention.</summary>
    public CSignature(IReadOnlyList<CValue> parameters, CValue result)
        : this(parameters, result, CConvention.Platform) { }

    /// <param name="convention">The attribute.</param>
    public static CSignature Of(
        IEnumerable<CType> parameters,
        CType result,
        bool isVariadic = false,
        string convention = ""
    )
    {
        CConvention? known = CConvention.Of(convention, isVariadic);
        return new(
            [.. parameters.Select(p => known is { Registers: > 0 } ? SmallStructs.Argument(p) : CValue.Of(p))],
            CConvention.ReturnsStructs(convention) ? SmallStructs.Result(result) : CValue.Of(result),
            known
        );
    }

    /// <summary>A C# call of an unmanaged pointer or import does what C does.</summary>
    public bool IsPlain => !HasAddresses && Convention is { IsPlatform: true };

    /// <summary>Something is handed over by address on the managed side.</summary>
    public bool HasAddresses => Result.IsByAddress || Parameters.Any(p => p.IsByAddress);

    /// <summary>Something travels in a way about which compilers do not agree.</summary>
    public bool HasUnknown => Result.Passing == CPassing.Unknown || Parameters.Any(p => p.Passing == CPassing.Unknown);

    /// <summary>Why it cannot cross the boundary: a code and what stands behind the function's name in the message;
    /// null when compilers agree on all of it.</summary>
    public (string Code, string Reason)? Refusal
    {
        get
        {
            if (HasUnknown)
            {
                return (
                    "PORT3210",
                    "passes a vector of another size than 16 bytes, a struct around one or a complex number of half "
                        + "precision by value, and compilers do not agree on how"
                );
            }

            if (Convention == null)
            {
                return (
                    "PORT3211",
                    "has a calling convention of another platform, which is only known among functions that are called by name"
                );
            }

            if (Convention.Registers > 0 && (Parameters.Any(IsDisputed) || IsDisputedResult))
            {
                return (
                    "PORT3211",
                    Convention.TakesHiddenAddress
                        ? "passes a complex number, vector or long double and takes arguments in registers, and compilers do not agree on how"
                        : "passes a struct, complex number, vector or long double and takes arguments in registers, and compilers do not agree on how"
                );
            }

            return !Convention.TakesLongs && HasLongBeforeEnd()
                ? (
                    "PORT3211",
                    "has a 64-bit argument before the registers of fastcall are used up, and compilers do not agree on what that does"
                )
                : null;
        }
    }

    private bool IsDisputed(CValue value) =>
        value.IsByAddress
        && !(value.Passing is CPassing.Record or CPassing.Empty or CPassing.Single && Convention!.TakesHiddenAddress);

    /// <summary>Of a complex number, too, there is no doubt as a result.</summary>
    private bool IsDisputedResult =>
        IsDisputed(Result) && !(Result.Passing == CPassing.Pair && Convention!.TakesHiddenAddress);

    private bool HasLongBeforeEnd()
    {
        int words = 0;
        foreach (CValue parameter in Parameters.TakeWhile(_ => words < Convention!.Registers))
        {
            if (parameter.Passing == CPassing.Long)
            {
                return true;
            }

            words += parameter.Passing == CPassing.Word ? 1 : 0;
        }

        return false;
    }

    /// <summary>How a call travels, for the back end: a code of each argument, the result's, the convention's.</summary>
    public string ExactCode => $"{string.Concat(Parameters.Select(p => p.ExactCode))}_{Result.ExactCode}{Suffix}";

    private string Suffix => Convention is { IsPlatform: false } other ? "_" + other.Code : "";

    /// <summary>The signature that <see cref="ExactCode"/> stands for.</summary>
    public static CSignature Parse(string exactCode)
    {
        string[] parts = exactCode.Split('_');
        return new CSignature(
            [.. Values(parts[0])],
            Values(parts[1]).Single(),
            parts.Length > 2 ? CConvention.Parse(parts[2]) : CConvention.Platform
        );
    }

    private static IEnumerable<CValue> Values(string codes)
    {
        for (int at = 0; at < codes.Length; )
        {
            char letter = codes[at++];
            int size = 0;
            while (at < codes.Length && char.IsAsciiDigit(codes[at]))
            {
                size = (size * 10) + (codes[at++] - '0');
            }

            yield return CValue.Parse(letter, size);
        }
    }
}
