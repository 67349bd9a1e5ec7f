using Porting.Clang.Ast;

namespace Porting.Translator.Names;

/// <summary>A type of numbers that C# lacks (<see cref="BuiltinKind.Number"/>): its name in C#, which is C's, reserved
/// there for the compiler; its spelling in C; bytes; bits of an integer, 0 of a floating type.</summary>
public sealed record NumberShape(string Name, string Spelling, int Size, int Bits, bool IsSigned)
{
    private const string Signed = "_BitInt",
        Unsigned = "_UBitInt";

    /// <summary>Whether a C# type is one of them.</summary>
    public static bool IsNumber(string type) =>
        !type.EndsWith('*')
        && (
            type.StartsWith(Signed, StringComparison.Ordinal)
            || type.StartsWith(Unsigned, StringComparison.Ordinal)
            || IsFloating(type)
        );

    public static bool IsFloating(string type) => type is "_Float16" or "__bf16" or "__fp16";

    /// <summary><c>unsigned _BitInt(7)</c> is _UBitInt7.</summary>
    public static NumberShape Of(BuiltinType type)
    {
        int open = type.Spelling.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return new NumberShape(type.Spelling, type.Spelling, (int)type.Size, 0, true);
        }

        int bits = int.Parse(type.Spelling.AsSpan(open + 1).TrimEnd(')'), null);
        bool isSigned = !type.Spelling.StartsWith("unsigned", StringComparison.Ordinal);
        return new NumberShape(
            $"{(isSigned ? Signed : Unsigned)}{bits}",
            type.Spelling,
            (int)type.Size,
            bits,
            isSigned
        );
    }

    public bool IsFloat => Bits == 0;

    /// <summary>C#'s type of one of the parts that it lies in memory as, and its bytes.</summary>
    public (string Type, int Size) Part =>
        Size switch
        {
            1 => ("byte", 1),
            2 => ("ushort", 2),
            _ => ("uint", 4),
        };

    /// <summary>A value by its bits, the lowest word first: C# text.</summary>
    public string Made(IReadOnlyList<ulong> words) =>
        $"{Name}.of({string.Join(", ", Parts(words).Select(p => $"0x{p.Value:x}{p.Suffix}"))})";

    /// <summary>The parts of a value, as C#'s numbers with their suffixes; bits beyond those of the type are copies of
    /// its sign.</summary>
    public IEnumerable<(ulong Value, string Suffix)> Parts(IReadOnlyList<ulong> words)
    {
        (_, int size) = Part;
        IEnumerable<ulong> parts = Enumerable
            .Range(0, Size / size)
            .Select(i => (Word(words, i * size / 8) >> (i * size % 8 * 8)) & (ulong.MaxValue >> (64 - (8 * size))));
        return parts.Select(p => (p, size == 4 ? "u" : ""));
    }

    private ulong Word(IReadOnlyList<ulong> words, int index)
    {
        if (IsFloat)
        {
            return words[index];
        }

        int top = Bits - 1;
        bool isNegative = IsSigned && top / 64 < words.Count && (words[top / 64] >> (top % 64) & 1) != 0;
        ulong sign = isNegative ? ulong.MaxValue : 0;
        ulong word = index < words.Count ? words[index] : sign;
        return index < Bits / 64 ? word
            : index > Bits / 64 || Bits % 64 == 0 ? sign
            : (word & ((1UL << (Bits % 64)) - 1)) | (sign << (Bits % 64));
    }
}
