namespace Porting.Clang.Ast;

/// <summary>
/// An expression with its C type. Implicit conversions are explicit nodes (<see cref="CastExpr"/> with IsImplicit), so
/// a consumer never has to apply C's conversion rules itself.
/// </summary>
public abstract class Expr(ExprHead head) : Stmt(head.Span)
{
    public CType Type { get; } = head.Type;
    public bool IsLValue { get; } = head.IsLValue;

    /// <inheritdoc cref="ExprHead.IsBitField"/>
    public bool IsBitField { get; } = head.IsBitField;

    /// <inheritdoc cref="ExprHead.Constant"/>
    public ConstantValue? Constant { get; } = head.Constant;

    /// <summary>The same of a <see cref="BuiltinKind.Number"/>, which has no <see cref="Constant"/>: its bits, the
    /// lowest word first; of an integer with its sign in front.</summary>
    public IReadOnlyList<ulong>? Words { get; set; }

    /// <inheritdoc cref="ExprHead.MacroName"/>
    public string? MacroName { get; } = head.MacroName;

    public CheckedPlace? Check { get; } = head.Check;
}

public sealed class IntegerLiteral(ExprHead head) : Expr(head)
{
    public required long Value { get; init; }

    /** <summary>Text as written (0x10, 'a', 10UL), empty when pasted together by a macro.</summary> */public string Text { get; init; } = "";
}

public sealed class CharacterLiteral(ExprHead head) : Expr(head)
{
    public required long Value { get; init; }
    public string Text { get; init; } = "";
}

public sealed class FloatingLiteral(ExprHead head) : Expr(head)
{
    public required double Value { get; init; }
    public string Text { get; init; } = "";
}

/// <summary>Bytes without the terminating zero, in the target's encoding; CharWidth 1, 2 or 4. Predefined names
/// (__func__) arrive as string literals too.</summary>
public sealed class StringLiteral(ExprHead head) : Expr(head)
{
    public required byte[] Bytes { get; init; }
    public int CharWidth { get; init; } = 1;
    public int Id { get; init; }
}

/// <summary>Use of a variable, parameter, function or enum constant.</summary>
public sealed class DeclRefExpr(ExprHead head) : Expr(head)
{
    public required Decl Decl { get; init; }
}

public sealed class ParenExpr(ExprHead head) : Expr(head)
{
    public required Expr Inner { get; init; }
}

public enum UnaryOp
{
    PostInc,
    PostDec,
    PreInc,
    PreDec,
    AddressOf,
    Deref,
    Plus,
    Minus,
    BitNot,
    LogicalNot,
    Real,
    Imag,
    Extension,
}

public sealed class UnaryExpr(ExprHead head) : Expr(head)
{
    public required UnaryOp Op { get; init; }
    public required Expr Operand { get; init; }
}

public enum BinaryOp
{
    Mul,
    Div,
    Rem,
    Add,
    Sub,
    Shl,
    Shr,
    Lt,
    Gt,
    Le,
    Ge,
    Eq,
    Ne,
    And,
    Xor,
    Or,
    LogicalAnd,
    LogicalOr,
    Assign,
    Comma,
}

public sealed class BinaryExpr(ExprHead head) : Expr(head)
{
    public required BinaryOp Op { get; init; }
    public required Expr Left { get; init; }
    public required Expr Right { get; init; }

    /// <summary>A comparison: of scalars, its value is 0 or 1.</summary>
    public bool IsComparison =>
        Op is BinaryOp.Lt or BinaryOp.Gt or BinaryOp.Le or BinaryOp.Ge or BinaryOp.Eq or BinaryOp.Ne;

    /// <summary>A comparison, or two conditions joined.</summary>
    public bool IsAnswer => IsComparison || Op is BinaryOp.LogicalAnd or BinaryOp.LogicalOr;
}

/// <summary>Left Op= Right: Left is converted to ComputationLeftType, the result of type ComputationResultType is
/// converted to Left's type.</summary>
public sealed class CompoundAssignExpr(ExprHead head) : Expr(head)
{
    public required BinaryOp Op { get; init; }
    public required Expr Left { get; init; }
    public required Expr Right { get; init; }
    public required CType ComputationLeftType { get; init; }
    public required CType ComputationResultType { get; init; }
}

public sealed class ConditionalExpr(ExprHead head) : Expr(head)
{
    public required Expr Condition { get; init; }
    public required Expr Then { get; init; }
    public required Expr Else { get; init; }
}

/// <summary>GNU a ?: b. Common is evaluated once; the value is Common converted to Type when Common is true.
/// ThenConversion holds the conversions around an <see cref="OpaqueValueExpr"/>.</summary>
public sealed class BinaryConditionalExpr(ExprHead head) : Expr(head)
{
    public required Expr Common { get; init; }
    public required Expr Condition { get; init; }
    public required Expr Then { get; init; }
    public required Expr Else { get; init; }
}

public sealed class OpaqueValueExpr(ExprHead head) : Expr(head)
{
    public required int SourceId { get; init; }
    public Expr? Source { get; init; }
}

/// <summary>clang's cast kinds, as far as C has them.</summary>
public enum CastKind
{
    NoOp,
    LValueToRValue,
    BitCast,
    LValueBitCast,
    ArrayToPointerDecay,
    FunctionToPointerDecay,
    NullToPointer,
    IntegralToPointer,
    PointerToIntegral,
    PointerToBoolean,
    ToVoid,
    IntegralCast,
    IntegralToBoolean,
    IntegralToFloating,
    FloatingToIntegral,
    FloatingToBoolean,
    FloatingCast,
    BooleanToSignedIntegral,
    BuiltinFnToFnPtr,
    ToUnion,
    AtomicToNonAtomic,
    NonAtomicToAtomic,
    VectorSplat,
    Complex,

    /// <summary>The same bytes as another type: __builtin_bit_cast.</summary>
    Bytes,
    Other,
}

public sealed class CastExpr(ExprHead head) : Expr(head)
{
    public required CastKind Kind { get; init; }
    public required bool IsImplicit { get; init; }
    public required Expr Operand { get; init; }
    public string ClangKind { get; init; } = "";
}

/// <summary>Base.Field, or Base->Field. Members of anonymous members appear as chains of MemberExpr through the
/// anonymous field, as in clang.</summary>
public sealed class MemberExpr(ExprHead head) : Expr(head)
{
    public required Expr Base { get; init; }
    public required bool IsArrow { get; init; }
    public required FieldDecl Field { get; init; }
}

/// <summary>Base[Index], Base being the pointer side whichever way it was written.</summary>
public sealed class SubscriptExpr(ExprHead head) : Expr(head)
{
    public required Expr Base { get; init; }
    public required Expr Index { get; init; }
}

/// <summary>A call. Arguments are converted already. Builtin: name of the __builtin_ called (also library builtins
/// called under their own name have it empty), else empty.</summary>
public sealed class CallExpr(ExprHead head) : Expr(head)
{
    public required Expr Callee { get; init; }
    public required IReadOnlyList<Expr> Arguments { get; init; }
    public string Builtin { get; init; } = "";

    /** <summary>The builtin is a function of the C library with __builtin_ in front.</summary> */public bool IsLibraryBuiltin { get; init; }

    /** <summary>The function called directly, if so.</summary> */public FunctionDecl? Target { get; init; }

    /** <summary>The target is the method of a macro that calls nothing of the C.</summary> */public bool IsQuiet { get; init; }
}

/// <summary>An initialiser list in semantic form: one entry per element or field in order (for a union: the one of
/// UnionField), nulls filled with ImplicitValueInitExpr; elements past the end repeat ArrayFiller.</summary>
public sealed class InitListExpr(ExprHead head) : Expr(head)
{
    public required IReadOnlyList<Expr> Elements { get; init; }
    public Expr? ArrayFiller { get; init; }
    public FieldDecl? UnionField { get; init; }

    /** <summary>Fields that Elements stand for, when Type is a struct.</summary> */public IReadOnlyList<FieldDecl> Fields { get; init; } = [];
}

/// <summary>An object initialised by Base, of which Update says some parts anew: <c>{ [0] = a, [0].x = 1 }</c>. What it
/// leaves alone is a <see cref="NoInitExpr"/> there.</summary>
public sealed class InitUpdateExpr(ExprHead head) : Expr(head)
{
    public required Expr Base { get; init; }
    public required Expr Update { get; init; }
}

public sealed class NoInitExpr(ExprHead head) : Expr(head);

public sealed class ImplicitValueInitExpr(ExprHead head) : Expr(head);

public sealed class CompoundLiteralExpr(ExprHead head) : Expr(head)
{
    public required Expr Initializer { get; init; }
    public bool IsFileScope { get; init; }
    public DataImage? Image { get; set; }
    public int Id { get; init; }
}

public enum TypeTraitKind
{
    SizeOf,
    AlignOf,
}

/// <summary>sizeof/_Alignof. ArgumentType is the type measured; Argument the expression if one was written. Constant is
/// null only for variable-length arrays.</summary>
public sealed class TypeTraitExpr(ExprHead head) : Expr(head)
{
    public required TypeTraitKind Kind { get; init; }
    public required CType ArgumentType { get; init; }
    public Expr? Argument { get; init; }
    public bool IsTypeWritten { get; init; }
}

/// <summary>One step of an offsetof path: a field, or an index.</summary>
public sealed record OffsetOfStep(FieldDecl? Field, Expr? Index);

public sealed class OffsetOfExpr(ExprHead head) : Expr(head)
{
    public required CType RecordType { get; init; }
    public required IReadOnlyList<OffsetOfStep> Steps { get; init; }
}

public sealed class VaArgExpr(ExprHead head) : Expr(head)
{
    public required Expr List { get; init; }
}

/// <summary>GNU ({ ... }): the value is that of the last expression statement.</summary>
public sealed class StmtExpr(ExprHead head) : Expr(head)
{
    public required CompoundStmt Body { get; init; }
}

public sealed class AddrLabelExpr(ExprHead head) : Expr(head)
{
    public required LabelDecl Label { get; init; }
}

/// <summary>_Generic or __builtin_choose_expr, with the chosen operand.</summary>
public sealed class SelectionExpr(ExprHead head) : Expr(head)
{
    public required Expr Chosen { get; init; }
}

/// <summary>C11 and GNU atomics, __atomic_* and __c11_atomic_*: Op is clang's name; operands in clang's order (pointer,
/// order, value, ...).</summary>
public sealed class AtomicExpr(ExprHead head) : Expr(head)
{
    public required string Op { get; init; }
    public required IReadOnlyList<Expr> Operands { get; init; }
}

/// <summary>GNU 1.0i: the literal is the imaginary part.</summary>
public sealed class ImaginaryLiteral(ExprHead head) : Expr(head)
{
    public required Expr Operand { get; init; }
}

/// <summary>__builtin_shufflevector: two vectors and constant indices, or a vector and one of indices.</summary>
public sealed class ShuffleVectorExpr(ExprHead head) : Expr(head)
{
    public required IReadOnlyList<Expr> Operands { get; init; }
}

/// <summary>__builtin_convertvector: element by element.</summary>
public sealed class ConvertVectorExpr(ExprHead head) : Expr(head)
{
    public required Expr Operand { get; init; }
}

/// <summary>Elements of an ext_vector_type by name: v.x, v.lo, v.s31.</summary>
public sealed class VectorElementExpr(ExprHead head) : Expr(head)
{
    public required Expr Base { get; init; }
    public required bool IsArrow { get; init; }
    public required IReadOnlyList<int> Elements { get; init; }
}

/// <summary>Any expression the exporter does not know: becomes a PORT3xxx error.</summary>
public sealed class UnknownExpr(ExprHead head) : Expr(head)
{
    public required string ClangKind { get; init; }
}
