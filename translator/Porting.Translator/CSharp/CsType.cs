using Porting.Translator.Names;

namespace Porting.Translator.CSharp;

/// <summary>What a C# type is.</summary>
internal enum TypeKind
{
    /// <summary>No type of its own: null, method groups, calls without a value.</summary>
    None,
    Void,
    Bool,
    Char,
    SByte,
    Byte,
    Short,
    UShort,
    Int,
    UInt,
    Long,
    ULong,
    Float,
    Double,

    /// <summary>A number that C# lacks, by a struct: <c>long_double</c>, <c>_BitInt7</c>, <c>_Float16</c>.</summary>
    LongDouble,
    BitInt,
    SmallFloat,
    Complex,
    Pointer,
    FunctionPointer,

    /// <summary>A struct, or another name of any type.</summary>
    Named,
}

/// <summary>A C# type; equal ones are equal.</summary>
internal sealed class CsType : IEquatable<CsType>
{
    private CsType? _pointer;

    private CsType(string name, TypeKind kind, CsType? element = null)
    {
        Text = name;
        Kind = kind;
        Element = element;
    }

    public static readonly CsType None = new("", TypeKind.None),
        Void = new("void", TypeKind.Void),
        Bool = new("bool", TypeKind.Bool),
        Char = new("char", TypeKind.Char),
        SByte = new("sbyte", TypeKind.SByte),
        Byte = new("byte", TypeKind.Byte),
        Short = new("short", TypeKind.Short),
        UShort = new("ushort", TypeKind.UShort),
        Int = new("int", TypeKind.Int),
        UInt = new("uint", TypeKind.UInt),
        Long = new("long", TypeKind.Long),
        ULong = new("ulong", TypeKind.ULong),
        Float = new("float", TypeKind.Float),
        Double = new("double", TypeKind.Double),
        LongDouble = new("long_double", TypeKind.LongDouble);

    private static readonly Dictionary<string, CsType> Keywords = new CsType[]
    {
        None,
        Void,
        Bool,
        Char,
        SByte,
        Byte,
        Short,
        UShort,
        Int,
        UInt,
        Long,
        ULong,
        Float,
        Double,
        LongDouble,
    }.ToDictionary(t => t.Text, StringComparer.Ordinal);

    /// <summary>The type of a name; <c>T*</c> is a pointer.</summary>
    public static CsType Of(string name) =>
        Keywords.TryGetValue(name, out CsType? known) ? known
        : name.EndsWith('*') ? Of(name[..^1]).Pointer
        : new CsType(name, KindOf(name));

    private static TypeKind KindOf(string name) =>
        name.StartsWith("delegate*", StringComparison.Ordinal) ? TypeKind.FunctionPointer
        : name.StartsWith("complex_", StringComparison.Ordinal) ? TypeKind.Complex
        : NumberShape.IsFloating(name) ? TypeKind.SmallFloat
        : NumberShape.IsNumber(name) ? TypeKind.BitInt
        : TypeKind.Named;

    public static CsType VoidPointer => Void.Pointer;

    public static CsType BytePointer => Byte.Pointer;

    public static CsType UIntPointer => UInt.Pointer;

    /// <summary>As it is written.</summary>
    public string Text { get; }

    public TypeKind Kind { get; }

    /// <summary>What a pointer points to.</summary>
    public CsType? Element { get; }

    /// <summary>The pointer to it.</summary>
    public CsType Pointer => _pointer ??= new CsType(Text + "*", TypeKind.Pointer, this);

    public bool IsNone => Kind == TypeKind.None;

    /// <summary>To data, whatever it is.</summary>
    public bool IsPointer => Kind == TypeKind.Pointer;

    public bool IsAnyPointer => Kind is TypeKind.Pointer or TypeKind.FunctionPointer;

    /// <summary>An integer of C#'s own; not char.</summary>
    public bool IsInteger => Kind is >= TypeKind.SByte and <= TypeKind.ULong;

    /// <summary>An integer that C# computes with as an int.</summary>
    public bool IsNarrow => Kind is >= TypeKind.SByte and <= TypeKind.UShort;

    /// <summary>Of which C# makes an int before it computes (C# specification, 12.4.7 "Numeric promotions").</summary>
    public bool IsPromoted => IsNarrow || Kind == TypeKind.Char;

    /// <summary>An integer that C# computes with as it is.</summary>
    public bool IsWide => Kind is >= TypeKind.Int and <= TypeKind.ULong;

    public bool IsUnsigned => Kind is TypeKind.Byte or TypeKind.UShort or TypeKind.UInt or TypeKind.ULong;

    public bool IsSigned => IsInteger && !IsUnsigned;

    public bool Is64Bits => Kind is TypeKind.Long or TypeKind.ULong;

    public bool IsFloating => Kind is TypeKind.Float or TypeKind.Double or TypeKind.LongDouble or TypeKind.SmallFloat;

    /// <summary>A floating type of C#'s own.</summary>
    public bool IsReal => Kind is TypeKind.Float or TypeKind.Double;

    /// <summary>A number by a struct of the program (<see cref="NumberShape"/>).</summary>
    public bool IsNumber => Kind is TypeKind.BitInt or TypeKind.SmallFloat;

    /// <summary>A simple type (C# specification, 8.3.5), which no name of the program can be.</summary>
    public bool IsKeyword => Kind is >= TypeKind.Bool and <= TypeKind.Double;

    public bool Equals(CsType? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Kind == other.Kind && Kind >= TypeKind.BitInt && Text == other.Text);

    public override bool Equals(object? other) => Equals(other as CsType);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public static bool operator ==(CsType? one, CsType? other) => one is null ? other is null : one.Equals(other);

    public static bool operator !=(CsType? one, CsType? other) => !(one == other);

    public override string ToString() => Text;
}
