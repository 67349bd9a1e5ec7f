using System.Text.RegularExpressions;

namespace Porting.Clang.Ast;

/// <summary>Where a node stands. Start/End are offsets into the file as written (expansion location for macros);
/// IsMacro tells that the node came out of a macro expansion.</summary>
public readonly record struct Span(
    SourceFile File,
    int StartOffset,
    int EndOffset,
    int StartLine,
    int StartColumn,
    int EndLine,
    bool IsMacro
)
{
    public SourceLocation Location => new(File.Path, StartLine, StartColumn);
}

/// <summary>A file that took part in a unit. Path is relative to the source root when below it (with '/'), else
/// absolute.</summary>
public sealed class SourceFile
{
    public required string Path { get; init; }
    public required string AbsolutePath { get; init; }
    public bool IsBelowRoot { get; init; }

    /// <summary>A unit of the program, also where another one includes it.</summary>
    public bool IsUnit { get; init; }
    public bool IsSystemHeader { get; init; }

    /// <summary>The bytes as Latin-1, so that clang's byte offsets index it directly; <see cref="Slice"/> decodes. Read
    /// when first asked for, and of files below the root only.</summary>
    public string Text =>
        _text ??=
            IsBelowRoot && System.IO.File.Exists(AbsolutePath)
                ? System.IO.File.ReadAllText(AbsolutePath, System.Text.Encoding.Latin1)
                : "";

    private string? _text;

    /// <summary>The text between two byte offsets, decoded as UTF-8.</summary>
    public string Slice(int start, int end)
    {
        string raw = Text[Math.Min(start, Text.Length)..Math.Min(end, Text.Length)];
        return System.Text.Ascii.IsValid(raw)
            ? raw
            : System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(raw));
    }

    /// <summary>Whether only white space precedes the offset on its line.</summary>
    public bool IsFirstOnLine(int offset)
    {
        for (int i = offset - 1; i >= 0 && Text[i] != '\n'; i--)
        {
            if (!char.IsWhiteSpace(Text[i]))
            {
                return false;
            }
        }

        return true;
    }
}

public enum CommentPlacement
{
    Own,
    Trailing,
}

/// <summary>A comment, delimiters included. Own: nothing but white space before it on its line.</summary>
public sealed partial record Comment(SourceFile File, int StartOffset, int EndOffset, int StartLine, int EndLine)
{
    /// <summary>As C# may have it: a line comment that goes on behind a backslash (C11 5.1.1.2, phase 2), or that has a
    /// character which ends a line for C# alone (specification, 6.3.2), would let its rest be code.</summary>
    public string Text
    {
        get
        {
            string text = File.Slice(StartOffset, EndOffset);
            if (!IsDelimited(text))
            {
                text = Splice().Replace(text, "");
            }

            if (!text.StartsWith("//", StringComparison.Ordinal) || text.AsSpan().IndexOfAny(LineEnds) < 0)
            {
                return text;
            }

            IEnumerable<string> lines = text.Replace("\r\n", "\n", StringComparison.Ordinal)
                .Split(['\n', '\r', '\u0085', '\u2028', '\u2029']);
            return string.Join("\n// ", lines.Select(l => WithoutContinuation(l).Trim()));
        }
    }

    private static readonly System.Buffers.SearchValues<char> LineEnds = System.Buffers.SearchValues.Create(
        "\n\r\u0085\u2028\u2029"
    );

    /// <summary>No line ends inside of a delimiter, as C lets it behind a backslash.</summary>
    private static bool IsDelimited(string text) =>
        text.StartsWith("//", StringComparison.Ordinal)
        || (text.StartsWith("/*", StringComparison.Ordinal) && text.EndsWith("*/", StringComparison.Ordinal));

    [GeneratedRegex(@"(\\|\?\?/)[ \t\v\f]*\r?\n")]
    private static partial Regex Splice();

    /// <summary>Without the backslash, or its trigraph, that ends a line.</summary>
    private static string WithoutContinuation(string line)
    {
        string end = line.TrimEnd();
        return end.EndsWith('\\') ? end[..^1]
            : end.EndsWith("??/", StringComparison.Ordinal) ? end[..^3]
            : line;
    }

    public CommentPlacement Placement =>
        File.IsFirstOnLine(StartOffset) ? CommentPlacement.Own : CommentPlacement.Trailing;
}

/// <summary>A #define that stands in a file (built-ins and command-line ones have no file). Parameters is null for
/// object-like macros.</summary>
public sealed record MacroDefinition(
    string Name,
    SourceFile? File,
    int StartOffset,
    int StartLine,
    IReadOnlyList<string>? Parameters,
    bool IsVariadic,
    string Body
)
{
    /// <summary>Value, if the body is an integer constant expression where the unit ends (object-like macros only), and
    /// its C type.</summary>
    public ConstantValue? Value { get; init; }
    public CType? ValueType { get; init; }

    /// <summary>The macro is defined differently later, or #undef'ed: not fit to become a constant.</summary>
    public bool IsRedefined { get; init; }
}

/// <summary>An integer (Bits as 64-bit two's complement) or floating value.</summary>
public readonly record struct ConstantValue(bool IsFloat, long Bits, double Double)
{
    /// <summary>All 80 bits of a long double; Double is the nearest then.</summary>
    public ExtendedFloat? Extended { get; init; }
}

/// <summary>x87's 80-bit format: sign and exponent, and the mantissa with its leading 1 (Intel SDM volume 1,
/// 4.2.2).</summary>
public readonly record struct ExtendedFloat(ushort SignExponent, ulong Mantissa);

/// <summary>An attribute that matters: Name without underscores (packed, aligned, section, weak, alias, used, noreturn,
/// constructor, regparm, cleanup, always_inline, noinline, ...), arguments as text.</summary>
public sealed record AttributeInfo(string Name, IReadOnlyList<string> Arguments)
{
    /// <summary>clang's name of it (clang/Basic/AttrList.inc), whatever spelling the C chose.</summary>
    public string Kind { get; init; } = "";
}

public abstract class Decl
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required Span Span { get; init; }
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

public sealed class ParameterDecl : Decl
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
public sealed class FunctionDecl : Decl
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

public sealed class VarDecl : Decl
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

public sealed class FieldDecl : Decl
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

public sealed class RecordDecl : Decl
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

public sealed class EnumDecl : Decl
{
    public required CType IntegerType { get; set; }
    public IReadOnlyList<EnumConstantDecl> Constants { get; set; } = [];
    public int CanonicalId { get; init; }
    public string? TypedefName { get; set; }
    public bool IsComplete { get; set; }
}

public sealed class EnumConstantDecl : Decl
{
    public long Value { get; init; }

    /// <summary>Type of the constant in expressions (int, mostly).</summary>
    public required CType Type { get; set; }
    public Expr? ValueExpr { get; set; }
    public EnumDecl? Enum { get; set; }
}

public sealed class TypedefDecl : Decl
{
    public required CType Underlying { get; set; }
    public int CanonicalId { get; init; }
}

public sealed class LabelDecl : Decl
{
    public bool IsAddressTaken { get; set; }
}

/// <summary>File-scope asm("...").</summary>
public sealed class FileAsmDecl : Decl
{
    public required string Text { get; init; }
}

/// <summary>_Static_assert that holds (a failed one is a parse error); kept so that nothing is dropped
/// silently.</summary>
public sealed class StaticAssertDecl : Decl
{
    public required string Message { get; init; }
}

/// <summary>Any declaration the exporter does not know: becomes a PORT2xxx error.</summary>
public sealed class UnknownDecl : Decl
{
    public required string ClangKind { get; init; }
}

/// <summary>A macro that is wholly an integer constant at some use.</summary>
public sealed record MacroUse(string Name, long Value, CType Type);

/// <summary>
/// What a file gives to a unit, by a hash: which declarations it has there and where, with the sizes and values that
/// macros could change. Parts with equal hashes are the same, and a message has them only when <see cref="IsSent"/>.
/// </summary>
public sealed record FilePart(SourceFile File, ulong Hash, bool IsSent);

/// <summary>
/// Everything about one unit. Decls: all declarations in source order, also those of headers and redeclarations, nested
/// records after their owner. In an outline functions have no bodies and variables no initialisers; numbers of
/// declarations and types are those of the whole unit.
/// </summary>
public sealed class TranslationUnit
{
    public required SourceFile MainFile { get; init; }
    public required IReadOnlyList<SourceFile> Files { get; init; }
    public required IReadOnlyList<Decl> Decls { get; init; }
    public required IReadOnlyList<MacroDefinition> Macros { get; init; }
    public required IReadOnlyList<Comment> Comments { get; init; }
    public IReadOnlyList<MacroUse> MacroUses { get; init; } = [];

    /// <summary>The files' parts; empty when the unit was read as a whole.</summary>
    public IReadOnlyList<FilePart> Parts { get; init; } = [];
    public required IReadOnlyList<PortDiagnostic> Diagnostics { get; init; }

    /// <summary>Types by their number in the unit; none any more after <see cref="ForgetTypes"/>.</summary>
    public IReadOnlyList<CType> Types
    {
        get => _types;
        init => _types = value;
    }

    private IReadOnlyList<CType> _types = [];

    /// <summary>The unit without what some files declare. Their macros stay: uses in other files refer to
    /// them.</summary>
    public TranslationUnit Without(IReadOnlySet<string> files) =>
        files.Count == 0 ? this : With([.. Decls.Where(d => !files.Contains(d.File.Path))]);

    /// <summary>Nobody asks for types by their number any more: those that only bodies have go.</summary>
    public void ForgetTypes() => _types = [];

    /// <summary>The same unit with other declarations.</summary>
    public TranslationUnit With(IReadOnlyList<Decl> decls) =>
        new()
        {
            MainFile = MainFile,
            Files = Files,
            Decls = decls,
            Macros = Macros,
            Comments = Comments,
            MacroUses = MacroUses,
            Parts = Parts,
            Diagnostics = Diagnostics,
            Types = Types,
        };
}
