using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Program;

namespace Porting.Translator.Lower;

/// <summary>Questions to a C tree, which no function has to be known for.</summary>
internal static class CForms
{
    public static Expr Strip(Expr expr)
    {
        while (expr is ParenExpr paren)
        {
            expr = paren.Inner;
        }

        return expr;
    }

    /// <summary>Whether a struct expression, conversions apart, is an object in memory and no value that is still to be
    /// made.</summary>
    public static bool IsPlace(Expr value) =>
        RecordPlace(value)
            is DeclRefExpr
                or SubscriptExpr
                or UnaryExpr { Op: UnaryOp.Deref }
                or CompoundLiteralExpr
                or MemberExpr { IsArrow: true }
        || (RecordPlace(value) is MemberExpr member && IsPlace(member.Base));

    /// <summary>The place that a struct value is read from.</summary>
    public static Expr RecordPlace(Expr value)
    {
        Expr inner = Strip(value);
        while (inner is CastExpr { Kind: CastKind.LValueToRValue or CastKind.NoOp } cast)
        {
            inner = Strip(cast.Operand);
        }

        return inner;
    }

    public static bool IsSwizzle(Expr place) => Strip(place) is VectorElementExpr { Elements.Count: > 1 };

    /// <summary>A value that is apart from any object by the rules of C, but one that the compiler may still read from
    /// where it was.</summary>
    public static bool IsOutOfMemory(Expr value)
    {
        Expr place = RecordPlace(value);
        while (place is MemberExpr { IsArrow: false } member)
        {
            place = Strip(member.Base);
        }

        return place switch
        {
            DeclRefExpr { Decl: ParameterDecl or VarDecl { IsGlobal: false } } => true,
            DeclRefExpr or CompoundLiteralExpr => false,
            _ => !IsPlace(value),
        };
    }

    /// <summary><c>a.x = a.y = 0</c>: a constant that every field of the chain holds comes out of it as it went
    /// in.</summary>
    public static bool IsKeptWhole(BinaryExpr assign)
    {
        List<FieldDecl> fields = [];
        Expr right = assign;
        while (right is BinaryExpr { Op: BinaryOp.Assign } step)
        {
            if (step.Left.IsBitField && Strip(step.Left) is MemberExpr member)
            {
                fields.Add(member.Field);
            }

            right = Strip(step.Right);
            while (right is CastExpr { IsImplicit: true, Constant: null } cast)
            {
                right = Strip(cast.Operand);
            }
        }

        return right.Constant is { IsFloat: false, Bits: >= 0 } value
            && fields.All(f => value.Bits < 1L << Math.Min(62, f.BitWidth - 1));
    }

    /// <summary>A call that stands for what a sanitizer looks at (<see cref="Guards"/>).</summary>
    public static bool IsGuard(CallExpr call) =>
        call.Check != null && call.Builtin.StartsWith("__port_", StringComparison.Ordinal);

    public static bool IsAtomic(CType type) =>
        type.Canonical.Qualifiers.HasFlag(Qualifiers.Atomic) || type.Qualifiers.HasFlag(Qualifiers.Atomic);

    public static bool IsPadded(CType type) => type.Canonical is RecordType { IsPadded: true };

    public static bool IsComplex(CType type) => type.Canonical is ComplexType;

    /// <summary>Types that are structs for C# and have operators of their own.</summary>
    public static bool IsStructValue(CType type) => type.Canonical is ComplexType or VectorType;

    public static DeclRefExpr? NamedArray(Expr array) =>
        Strip(array) is DeclRefExpr { Decl: VarDecl { IsGlobal: true, Type.Canonical: ArrayType } } named
            ? named
            : null;

    public static FieldDecl? FieldOf(Expr load) =>
        Strip(load is CastExpr { Kind: CastKind.LValueToRValue } cast ? cast.Operand : load) is MemberExpr member
            ? member.Field
            : null;

    private static bool IsComparison(Expr expr) =>
        Strip(expr) is BinaryExpr { IsAnswer: true } or UnaryExpr { Op: UnaryOp.LogicalNot };

    /// <summary>Also where a macro says it.</summary>
    public static bool IsBoolean(Expr expr) =>
        StripConversions(expr) is var inner
        && (IsComparison(inner) || inner.Type.Canonical is BuiltinType { Kind: BuiltinKind.Bool });

    /// <summary>Parentheses and conversions that keep zero zero and the rest not.</summary>
    public static Expr StripConversions(Expr expr)
    {
        for (; ; )
        {
            switch (expr)
            {
                case ParenExpr paren when expr.MacroName == null || paren.Inner.MacroName == expr.MacroName:
                    expr = paren.Inner;
                    continue;
                case ParenExpr paren when expr.Constant == null:
                    expr = paren.Inner;
                    continue;
                case CastExpr
                {
                    Kind: CastKind.IntegralToBoolean or CastKind.PointerToBoolean or CastKind.FloatingToBoolean
                } cast:
                    expr = cast.Operand;
                    continue;
                case CastExpr { Kind: CastKind.IntegralCast, IsImplicit: true } cast
                    when cast.Operand.Type.Size <= cast.Type.Size || IsComparison(cast.Operand):
                    expr = cast.Operand;
                    continue;
                case UnaryExpr { Op: UnaryOp.Extension } extension:
                    expr = extension.Operand;
                    continue;
                case CallExpr { Builtin: "__builtin_expect" } expect
                    when !EvaluationOrder.HasEffect(expect.Arguments[1]):
                    expr = expect.Arguments[0];
                    continue;
                default:
                    return expr;
            }
        }
    }

    /// <summary>The address as a number, where it is one: <c>&amp;((struct s *)0)->f</c>, offsetof by hand. The
    /// compiler would look whether something is at the pointer.</summary>
    public static long? KnownAddress(Expr place) =>
        Strip(place) switch
        {
            MemberExpr { Field.IsBitField: false } member => (
                member.IsArrow ? KnownPointer(member.Base) : KnownAddress(member.Base)
            )
                + member.Field.BitOffset / 8,
            SubscriptExpr { Index.Constant: { IsFloat: false } index } element
                when element.Base.Type.Canonical is PointerType && element.Type.Canonical.Size > 0 => KnownPointer(
                element.Base
            )
                + index.Bits * element.Type.Canonical.Size,
            UnaryExpr { Op: UnaryOp.Deref } deref => KnownPointer(deref.Operand),
            _ => null,
        };

    private static long? KnownPointer(Expr pointer) =>
        Strip(pointer) switch
        {
            CastExpr { Kind: CastKind.NullToPointer } => 0,
            CastExpr { Kind: CastKind.IntegralToPointer, Operand.Constant: { IsFloat: false } number } => number.Bits,
            CastExpr { Kind: CastKind.BitCast or CastKind.NoOp } cast => KnownPointer(cast.Operand),
            CastExpr { Kind: CastKind.ArrayToPointerDecay } decay => KnownAddress(decay.Operand),
            UnaryExpr { Op: UnaryOp.AddressOf } address => KnownAddress(address.Operand),
            _ => null,
        };

    public static bool IsBytePointer(PointerType type) =>
        type.Pointee.Canonical is BuiltinType { Kind: BuiltinKind.Void } or FunctionType;

    public static long InnermostSize(CType type) =>
        type.Canonical is ArrayType array ? InnermostSize(array.Element) : type.Size;

    public static (string Op, Prec Prec) Operator(BinaryOp op) =>
        op switch
        {
            BinaryOp.Mul => ("*", Prec.Multiplicative),
            BinaryOp.Div => ("/", Prec.Multiplicative),
            BinaryOp.Rem => ("%", Prec.Multiplicative),
            BinaryOp.Add => ("+", Prec.Additive),
            BinaryOp.Sub => ("-", Prec.Additive),
            BinaryOp.Shl => ("<<", Prec.Shift),
            BinaryOp.Shr => (">>", Prec.Shift),
            BinaryOp.Lt => ("<", Prec.Relational),
            BinaryOp.Gt => (">", Prec.Relational),
            BinaryOp.Le => ("<=", Prec.Relational),
            BinaryOp.Ge => (">=", Prec.Relational),
            BinaryOp.Eq => ("==", Prec.Equality),
            BinaryOp.Ne => ("!=", Prec.Equality),
            BinaryOp.And => ("&", Prec.And),
            BinaryOp.Xor => ("^", Prec.Xor),
            BinaryOp.Or => ("|", Prec.Or),
            BinaryOp.LogicalAnd => ("&&", Prec.AndAlso),
            BinaryOp.LogicalOr => ("||", Prec.OrElse),
            _ => throw new InvalidOperationException(op.ToString()),
        };

    public static bool IsShift(BinaryOp op) => op is BinaryOp.Shl or BinaryOp.Shr;

    /// <summary>Whether a break or continue inside means this loop.</summary>
    public static bool LeavesLoop(Stmt stmt) =>
        stmt switch
        {
            BreakStmt or ContinueStmt => true,
            WhileStmt or DoStmt or ForStmt => false,
            SwitchStmt choice => BodyWalker.All(choice.Body).Any(s => s is ContinueStmt),
            _ => BodyWalker.Children(stmt).Any(LeavesLoop),
        };

    public static Expr Unwrapped(Expr callee)
    {
        Expr inner = Strip(callee);
        while (inner is CastExpr { Kind: CastKind.FunctionToPointerDecay } cast)
        {
            inner = Strip(cast.Operand);
        }

        return inner;
    }

    public static bool IsOrPointsToNumber(CType type) =>
        type.Canonical switch
        {
            BuiltinType { Kind: BuiltinKind.Number } => true,
            PointerType pointer => pointer.Pointee.Canonical is BuiltinType { Kind: BuiltinKind.Number },
            _ => false,
        };

    /// <summary>Variable lengths in a type, the outermost first.</summary>
    public static IEnumerable<ArrayType> CountedIn(CType type)
    {
        CType at = type.Canonical;
        while (at is PointerType or ArrayType)
        {
            if (at is ArrayType { Kind: ArrayKind.Variable, CountExpr: not null } array)
            {
                yield return array;
            }

            at = at is PointerType pointer ? pointer.Pointee.Canonical : ((ArrayType)at).Element.Canonical;
        }
    }

    /// <summary>A block in the expansion of a macro, <c>#define PROTECT(x) { { x; } reload(); }</c>, that declares
    /// nothing.</summary>
    public static bool IsMerelyGrouping(CompoundStmt block) =>
        !block.Body.Any(s => s is DeclStmt or LabelStmt)
        && block.Span.File.Text is { } text
        && block.Span.StartOffset < text.Length
        && text[block.Span.StartOffset] != '{';

    public static string LabelName(LabelDecl label) => Porting.Translator.Names.CSharpWords.Escape(label.Name);

    public static bool IsThroughPointer(string op, Expr operand) =>
        op is "__atomic_store" or "__atomic_exchange" && operand.Type.Canonical is PointerType;
}
