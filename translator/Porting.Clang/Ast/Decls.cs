namespace Porting.Clang.Ast;

/// <summary>An attribute that matters: Name without underscores (packed, aligned, section, weak, alias, used, noreturn,
/// constructor, regparm, cleanup, always_inline, noinline, ...), arguments as text.</summary>
public sealed record AttributeInfo(string Name, IReadOnlyList<string> Arguments)
{
    /// <summary>clang's name of it (clang/Basic/AttrList.inc), whatever spelling the C chose.</summary>
    public string Kind { get; init; } = "";
}

/// <summary>What every declaration has.</summary>
/// <param name="Id">Tells it from the unit's others.</param>
/// <param name="Name">Empty for what C does not name.</param>
public readonly record struct DeclHead(int Id, string Name, Span Span);

public abstract class Decl(DeclHead head)
{
    public int Id { get; } = head.Id;
    public string Name { get; } = head.Name;
    public Span Span { get; } = head.Span;
    public IReadOnlyList<AttributeInfo> Attributes { get; set; } = [];

    /// <summary>The function this stands in, null at file scope.</summary>
    public FunctionDecl? Parent { get; set; }
    public SourceFile File => Span.File;

    /// <summary>
    /// Of what a header declares: equal in two units where it means the same there (Porting.Clang.Native/Versions.h).
    /// 0 for what has no versions: declarations of the units' own files, and of all other kinds.
    /// </summary>
    public ulong Version { get; init; }

    /// <summary>Where a static that is declared here is defined, which may be another file of the unit.</summary>
    public SourceFile Home => DefinedIn ?? File;

    /// <summary>Null for its own file.</summary>
    public SourceFile? DefinedIn { get; set; }
}

public enum StorageClass
{
    None,
    Extern,
    Static,
    Auto,
    Register,
}

public enum Linkage
{
    None,
    Internal,
    External,
}

public sealed class ParameterDecl(DeclHead head) : Decl(head)
{
    public required CType Type { get; set; }

    /// <summary>The array type that was written, where its sizes are to be evaluated; else Type.</summary>
    public CType? WrittenType { get; set; }

    /// <summary>A pointer that C says restrict of.</summary>
    public bool IsRestricted =>
        Type.Canonical is PointerType { Qualifiers: var qualifiers } && qualifiers.HasFlag(Qualifiers.Restrict);

    /// <summary>True when a K&amp;R definition declares this parameter with a type that is narrower than what callers
    /// pass (char, short, float): arrives promoted.</summary>
    public bool IsKnrPromoted { get; init; }

    /// <summary>What callers pass: a double where a K&amp;R definition says float. Narrow integers are words either
    /// way.</summary>
    public CType PassedType =>
        IsKnrPromoted && Type.Canonical is BuiltinType { Kind: BuiltinKind.Float } ? Double : Type;

    private static readonly BuiltinType Double = new()
    {
        Kind = BuiltinKind.Double,
        Spelling = "double",
        Size = 8,
        Align = 4,
    };
}

/// <summary>A function: one node per declaration; <see cref="Canonical"/> ties redeclarations together by Id of the
/// first one.</summary>
public sealed class FunctionDecl(DeclHead head) : Decl(head)
{
    public required FunctionType Type { get; set; }
    public required IReadOnlyList<ParameterDecl> Parameters { get; set; }

    /// <summary>The body; null for a declaration, for a function of a part that is not sent, and in an
    /// outline.</summary>
    public CompoundStmt? Body { get; set; }

    /// <summary>This is the definition, whether the body is here or not.</summary>
    public bool HasBody { get; init; }

    /// <summary>Functions whose address the body uses, other than to call them.</summary>
    public IReadOnlyList<FunctionDecl> AddressUses { get; set; } = [];

    /// <summary>Records, objects with static storage and functions that are declared in the body.</summary>
    public IReadOnlyList<Decl> Locals { get; set; } = [];
    public StorageClass Storage { get; init; }
    public Linkage Linkage { get; init; }
    public bool IsInline { get; init; }

    /// <summary>The definition emits no external symbol (C99 inline without extern, gnu89 extern inline).</summary>
    public bool IsInlineDefinitionOnly { get; init; }
    public bool IsKnr { get; init; }
    public bool IsImplicit { get; init; }
    public bool IsBuiltin { get; init; }

    /// <summary>Id of the first declaration; equal for all redeclarations of one function.</summary>
    public int CanonicalId { get; init; }

    /// <summary>asm("name") label, else null.</summary>
    public string? AsmLabel { get; init; }

    /// <summary>The body has expansions of function-like macros; not known in an outline.</summary>
    public bool UsesMacros { get; set; }

    /// <summary>The methods of macros that the body calls, each once.</summary>
    public IReadOnlyList<FunctionDecl> MacroCalls { get; set; } = [];

    /// <summary>No function of the C: a function-like macro that became one.</summary>
    public bool IsMacro { get; init; }
}

public sealed class VarDecl(DeclHead head) : Decl(head)
{
    public required CType Type { get; set; }
    public StorageClass Storage { get; init; }
    public Linkage Linkage { get; init; }

    /// <summary>Static storage duration (file scope, or static/extern local).</summary>
    public bool IsGlobal { get; init; }
    public bool IsStaticLocal => IsGlobal && Parent != null && Linkage == Linkage.None;
    public bool IsThreadLocal { get; init; }
    public VarDefinition Definition { get; init; }

    /// <summary>Functions whose address the initialiser of an object with static storage has.</summary>
    public IReadOnlyList<FunctionDecl> AddressUses { get; set; } = [];

    /// <summary>Place among the <see cref="FunctionDecl.Locals"/> of the function around; -1 if it is none of
    /// them.</summary>
    public int LocalNumber { get; set; } = -1;
    public int CanonicalId { get; init; }
    public string? AsmLabel { get; init; }

    /// <summary>It is the stack pointer (GCC manual, "Defining Global Register Variables"); clang has no other on
    /// i386.</summary>
    public bool IsStackPointer => IsGlobal && Storage == StorageClass.Register;

    /// <summary>Explicit alignment in bytes by attribute or _Alignas, 0 if none.</summary>
    public int AlignedTo { get; init; }
    public Expr? Initializer { get; set; }

    /// <summary>&amp; is applied to it somewhere.</summary>
    public bool IsAddressTaken { get; set; }

    /// <summary>There is an image, here or, in an outline, in the whole unit.</summary>
    public bool HasImage { get; set; }

    /// <summary>Static initialiser evaluated by clang: a flat image of Size bytes plus address relocations. Null if
    /// none, not evaluable (then a diagnostic exists), or in an outline.</summary>
    public DataImage? Image { get; set; }
}

/// <summary>Common: tentative, under -fcommon.</summary>
public enum VarDefinition
{
    Declaration,
    Tentative,
    Common,
    Definition,
}

public sealed class FieldDecl(DeclHead head) : Decl(head)
{
    public required CType Type { get; set; }

    /// <summary>Offset from the start of the record, in bits.</summary>
    public long BitOffset { get; init; }

    /// <summary>Width of a bit-field in bits, -1 for ordinary members. Zero-width ones are not listed.</summary>
    public int BitWidth { get; init; } = -1;
    public int Index { get; init; }
    public RecordDecl? Owner { get; set; }
    public bool IsBitField => BitWidth >= 0;
    public bool IsAnonymous => Name.Length == 0;
}

public sealed class RecordDecl(DeclHead head) : Decl(head)
{
    public bool IsUnion { get; init; }
    public bool IsComplete { get; set; }
    public long Size { get; set; }
    public int Align { get; set; }
    public bool IsPacked { get; init; }
    public IReadOnlyList<FieldDecl> Fields { get; set; } = [];
    public int CanonicalId { get; init; }

    /// <summary>Name of the typedef that names an untagged record (typedef struct {...} foo_t), else null.</summary>
    public string? TypedefName { get; set; }

    /// <summary>The record this one is declared in, if any (nested and anonymous records).</summary>
    public RecordDecl? Outer { get; set; }
    public bool IsAnonymousMember { get; init; }

    /// <summary>Counts the records that stand at one place of a file, as those of one macro do.</summary>
    public int Ordinal { get; init; }
}

public sealed class EnumDecl(DeclHead head) : Decl(head)
{
    public required CType IntegerType { get; set; }
    public IReadOnlyList<EnumConstantDecl> Constants { get; set; } = [];
    public int CanonicalId { get; init; }
    public string? TypedefName { get; set; }
    public bool IsComplete { get; set; }
}

public sealed class EnumConstantDecl(DeclHead head) : Decl(head)
{
    public long Value { get; init; }

    /// <summary>Type of the constant in expressions (int, mostly).</summary>
    public required CType Type { get; set; }
    public Expr? ValueExpr { get; set; }
    public EnumDecl? Enum { get; set; }
}

public sealed class TypedefDecl(DeclHead head) : Decl(head)
{
    public required CType Underlying { get; set; }
    public int CanonicalId { get; init; }
}

public sealed class LabelDecl(DeclHead head) : Decl(head)
{
    public bool IsAddressTaken { get; set; }
}

/// <summary>File-scope asm("...").</summary>
public sealed class FileAsmDecl(DeclHead head) : Decl(head)
{
    public required string Text { get; init; }
}

/// <summary>_Static_assert that holds (a failed one is a parse error); kept so that nothing is dropped
/// silently.</summary>
public sealed class StaticAssertDecl(DeclHead head) : Decl(head)
{
    public required string Message { get; init; }
}

/// <summary>Any declaration the exporter does not know: becomes a PORT2xxx error.</summary>
public sealed class UnknownDecl(DeclHead head) : Decl(head)
{
    public required string ClangKind { get; init; }
}
