namespace Porting.Clang.Ast;

/// <summary>An integer (Bits as 64-bit two's complement) or floating value.</summary>
public readonly record struct ConstantValue(bool IsFloat, long Bits, double Double)
{
    /// <summary>All 80 bits of a long double; Double is the nearest then.</summary>
    public ExtendedFloat? Extended { get; init; }
}

/// <summary>x87's 80-bit format: sign and exponent, and the mantissa with its leading 1 (Intel SDM volume 1,
/// 4.2.2).</summary>
public readonly record struct ExtendedFloat(ushort SignExponent, ulong Mantissa);

/// <summary>Bytes of an initialised object and the addresses inside it.</summary>
public sealed record DataImage(byte[] Bytes, IReadOnlyList<DataRelocation> Relocations)
{
    /// <summary>One entry per initialised scalar, in offset order, so that the data file can be written readably
    /// (value, size, the field path as C would spell it).</summary>
    public IReadOnlyList<DataScalar> Scalars { get; init; } = [];
}

public sealed record DataScalar(int Offset, int Size, string Path, bool IsFloat);

/// <summary>A 4-byte address at Offset: of a declaration (function or variable), of a string/compound literal, or of a
/// label (&amp;&amp;label), plus Addend.</summary>
public sealed record DataRelocation(int Offset, Decl? Target, Expr? Literal, LabelDecl? Label, long Addend)
{
    /// <summary>For a difference of labels (&amp;&amp;a - &amp;&amp;b): the subtracted one.</summary>
    public LabelDecl? MinusLabel { get; init; }
}
