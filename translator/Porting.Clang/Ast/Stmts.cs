namespace Porting.Clang.Ast;

/// <summary>Statements, as clang's tree has them. Expressions are statements too.</summary>
public abstract class Stmt(Span span)
{
    public Span Span { get; } = span;

    /// <summary>The uses of function-like macros, and of their parameters, that this node is exactly; outermost
    /// last.</summary>
    public IReadOnlyList<MacroExpansion> Expansions { get; set; } = [];
}

/// <summary>
/// What a node has to do with a function-like macro. Body: it is all that the use expands to. Argument: it is all that
/// stands for a parameter. Made: a literal that the preprocessor made (__LINE__, __FILE__, #x, a##b).
/// </summary>
/// <param name="Id">One number per use of a macro in a unit.</param>
/// <param name="Name">Name of the macro, or of its parameter.</param>
/// <param name="File">File of the definition.</param>
/// <param name="Offset">Place of the macro's name in its definition.</param>
public sealed record MacroExpansion(MacroExpansionKind Kind, int Id, string Name, SourceFile File, int Offset);

public enum MacroExpansionKind
{
    Body,
    Argument,
    Made,
}

public sealed class CompoundStmt(Span span) : Stmt(span)
{
    public required IReadOnlyList<Stmt> Body { get; init; }
}

/// <summary>Declarations at one place of a block: variables, records, typedefs, prototypes.</summary>
public sealed class DeclStmt(Span span) : Stmt(span)
{
    public required IReadOnlyList<Decl> Decls { get; init; }
}

public sealed class NullStmt(Span span) : Stmt(span);

public sealed class IfStmt(Span span) : Stmt(span)
{
    public required Expr Condition { get; init; }
    public required Stmt Then { get; init; }
    public Stmt? Else { get; init; }
}

public sealed class WhileStmt(Span span) : Stmt(span)
{
    public required Expr Condition { get; init; }
    public required Stmt Body { get; init; }
}

public sealed class DoStmt(Span span) : Stmt(span)
{
    public required Stmt Body { get; init; }
    public required Expr Condition { get; init; }
}

public sealed class ForStmt(Span span) : Stmt(span)
{
    public Stmt? Init { get; init; }
    public Expr? Condition { get; init; }
    public Expr? Increment { get; init; }
    public required Stmt Body { get; init; }
}

public sealed class SwitchStmt(Span span) : Stmt(span)
{
    public required Expr Condition { get; init; }
    public required Stmt Body { get; init; }
}

/// <summary>case Low: or GNU case Low ... High:, with the values converted to the type of the switch.</summary>
public sealed class CaseStmt(Span span) : Stmt(span)
{
    public required Expr Low { get; init; }
    public Expr? High { get; init; }
    public required long LowValue { get; init; }
    public long HighValue { get; init; }
    public required Stmt Body { get; init; }
}

public sealed class DefaultStmt(Span span) : Stmt(span)
{
    public required Stmt Body { get; init; }
}

public sealed class LabelStmt(Span span) : Stmt(span)
{
    public required LabelDecl Label { get; init; }
    public required Stmt Body { get; init; }
}

public sealed class GotoStmt(Span span) : Stmt(span)
{
    public required LabelDecl Label { get; init; }
}

public sealed class IndirectGotoStmt(Span span) : Stmt(span)
{
    public required Expr Target { get; init; }
}

public sealed class BreakStmt(Span span) : Stmt(span);

public sealed class ContinueStmt(Span span) : Stmt(span);

public sealed class ReturnStmt(Span span) : Stmt(span)
{
    public Expr? Value { get; init; }
}

public sealed class AttributedStmt(Span span) : Stmt(span)
{
    public required IReadOnlyList<AttributeInfo> Attributes { get; init; }
    public required Stmt Body { get; init; }
}

/// <summary>An operand of an inline assembly statement. Constraint as written ("=a", "+m", "r", "0", "Nd"), Name is the
/// symbolic one or empty.</summary>
public sealed record AsmOperand(string Name, string Constraint, Expr Value)
{
    /// <summary>Of an input that is an address and known when the program is linked.</summary>
    public AsmAddress? Address { get; init; }
}

/// <summary>An address that the linker knows.</summary>
/// <param name="Base">The object or function; null for a number made a pointer.</param>
/// <param name="Offset">In bytes.</param>
public sealed record AsmAddress(Decl? Base, long Offset);

/// <summary>GNU inline assembly. Template is the string after C's escapes, with %0, %[name], %%, {att|intel} as
/// written.</summary>
public sealed class AsmStmt(Span span) : Stmt(span)
{
    public required string Template { get; init; }
    public required IReadOnlyList<AsmOperand> Outputs { get; init; }
    public required IReadOnlyList<AsmOperand> Inputs { get; init; }
    public required IReadOnlyList<string> Clobbers { get; init; }

    /// <summary>Where <c>asm goto</c> may go instead of on, in the order of its labels.</summary>
    public IReadOnlyList<GotoStmt> Jumps { get; init; } = [];
    public bool IsVolatile { get; init; }

    /// <summary>False for asm("...") without operands: there % is not special.</summary>
    public bool HasOperands { get; init; }
}

/// <summary>Any statement the exporter does not know: becomes a PORT3xxx error.</summary>
public sealed class UnknownStmt(Span span) : Stmt(span)
{
    public required string ClangKind { get; init; }
}
