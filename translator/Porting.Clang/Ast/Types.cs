namespace Porting.Clang.Ast;

/// <summary>C's arithmetic types and void, as the i386 SysV target has them (ILP32, long double 12 bytes of which 10
/// count).</summary>
public enum BuiltinKind
{
    Void,
    Bool,
    Char,
    SChar,
    UChar,
    Short,
    UShort,
    Int,
    UInt,
    Long,
    ULong,
    LongLong,
    ULongLong,
    Float,
    Double,
    LongDouble,
    WChar,
    Char16,
    Char32,
    VaList,
    Other,

    /// <summary>_BitInt of any width, _Float16, __bf16, __fp16: known by its spelling.</summary>
    Number,
}

[Flags]
public enum Qualifiers
{
    None = 0,
    Const = 1,
    Volatile = 2,
    Restrict = 4,
    Atomic = 8,
}

/// <summary>
/// A C type as written (typedefs are kept as nodes; <see cref="Canonical"/> looks through them). Reference-unique per
/// translation unit: the same clang type gives the same object.
/// Size and Align are in bytes as clang says for the target; Size is -1 for incomplete, function and variable-length
/// types.
/// </summary>
public abstract class CType
{
    public Qualifiers Qualifiers { get; init; }
    public long Size { get; set; } = -1;
    public int Align { get; set; }

    /// <summary>The type without typedefs and other sugar, with its qualifiers.</summary>
    public virtual CType Canonical => this;

    public bool IsVolatile =>
        Canonical.Qualifiers.HasFlag(Qualifiers.Volatile) || Qualifiers.HasFlag(Qualifiers.Volatile);
    public bool IsConst => Canonical.Qualifiers.HasFlag(Qualifiers.Const) || Qualifiers.HasFlag(Qualifiers.Const);
}

public sealed class BuiltinType : CType
{
    public required BuiltinKind Kind { get; init; }

    /// <summary>Spelling by clang, e.g. "unsigned int"; of use in messages (and the only name for
    /// <see cref="BuiltinKind.Other"/>).</summary>
    public required string Spelling { get; init; }
}

public sealed class PointerType : CType
{
    public required CType Pointee { get; set; }
}

public enum ArrayKind
{
    Constant,
    Incomplete,
    Variable,
}

public sealed class ArrayType : CType
{
    public required CType Element { get; set; }
    public required ArrayKind Kind { get; init; }

    /// <summary>Number of elements of a constant array (0 for GNU zero-length arrays).</summary>
    public long Count { get; init; }

    /// <summary>The size expression of a variable-length array.</summary>
    public Expr? CountExpr { get; set; }

    /// <summary>Null where no sanitizer looks at it.</summary>
    public CheckedPlace? CountCheck { get; set; }
}

public sealed class FunctionType : CType
{
    public required CType Return { get; set; }
    public required IReadOnlyList<CType> Parameters { get; set; }
    public bool IsVariadic { get; init; }

    /// <summary>False for K&amp;R definitions and declarations with empty parentheses.</summary>
    public bool HasPrototype { get; init; } = true;
    public bool IsNoReturn { get; init; }

    /// <summary>The attribute that asks for another calling convention than the platform's ("regparm(3)", "stdcall");
    /// empty for none.</summary>
    public string Convention { get; init; } = "";
}

public sealed class RecordType : CType
{
    public required RecordDecl Decl { get; set; }

    /// <summary>An atomic object of 3, 5, 6 or 7 bytes, which clang pads to what the processor has instructions
    /// for.</summary>
    public bool IsPadded =>
        Qualifiers.HasFlag(Qualifiers.Atomic) && Decl.IsComplete && Size > Decl.Size && Decl.Size > 0;
}

public sealed class EnumType : CType
{
    public required EnumDecl Decl { get; set; }
}

public sealed class TypedefType : CType
{
    public required TypedefDecl Decl { get; set; }
    public required CType Underlying { get; set; }
    public override CType Canonical => Qualifiers == Qualifiers.None ? Underlying.Canonical : CanonicalQualified!;

    /// <summary>Canonical form when the use of the typedef adds qualifiers of its own.</summary>
    public CType? CanonicalQualified { get; set; }
}

/// <summary>GNU or ext_vector vector type.</summary>
public sealed class VectorType : CType
{
    public required CType Element { get; set; }
    public required int Count { get; init; }
}

/// <summary>_Complex T.</summary>
public sealed class ComplexType : CType
{
    public required CType Element { get; set; }
}
