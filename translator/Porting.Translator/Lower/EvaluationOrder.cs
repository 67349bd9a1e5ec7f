using Porting.Clang.Ast;
using Porting.Translator.Program;

namespace Porting.Translator.Lower;

/// <summary>
/// C leaves open whether an assignment evaluates its place or its value first (C11 6.5.16). clang takes the value first
/// (CodeGen: VisitBinAssign, EmitCompoundAssignLValue; of structs the place), as gcc mostly does; C# takes the place.
/// It makes a difference where the value calls something: <c>l->top->value = f(l)</c>, when f moves what l->top points
/// to, and <c>total += f()</c>, when f changes total. Those get the value in front.
/// </summary>
internal sealed class EvaluationOrder(FunctionDecl function)
{
    private HashSet<Decl>? _shared;

    /// <summary>Whether a call in the value could change where the place is.</summary>
    public bool HasValueFirst(Expr place, Expr value) =>
        (MayCall(value) && !IsFixed(place)) || AreReported(place, value);

    /// <summary>The same of <c>op=</c>, which reads the place as well.</summary>
    public bool HasValueFirstOfCompound(Expr place, Expr value) =>
        (MayCall(value) && !IsOwn(place)) || AreReported(place, value);

    /// <summary>Whether it shows in what a sanitizer reports of the place.</summary>
    private static bool AreReported(Expr place, Expr value) => IsChecked(place) && (IsChecked(value) || MayCall(value));

    private static bool IsChecked(Expr expr) => BodyWalker.All(expr).Any(s => s is Expr { Check: not null });

    /// <summary>Whether evaluating it does anything, so that twice is not once; reading what is volatile
    /// counts.</summary>
    public static bool HasEffect(Expr value) =>
        value.Constant == null
        && BodyWalker
            .All(value)
            .Any(s =>
                s
                    is CallExpr
                        or StmtExpr
                        or AtomicExpr
                        or VaArgExpr
                        or CompoundAssignExpr
                        or BinaryExpr { Op: BinaryOp.Assign }
                        or UnaryExpr { Op: UnaryOp.PostInc or UnaryOp.PostDec or UnaryOp.PreInc or UnaryOp.PreDec }
                || (s is CastExpr { Kind: CastKind.LValueToRValue } load && load.Operand.Type.IsVolatile)
            );

    /// <summary>Whether it calls a function; the method of a macro counts as what the macro expands to.</summary>
    public static bool MayCall(Stmt value) =>
        value is not Expr { Constant: not null }
        && BodyWalker.All(value).Any(s => s is CallExpr { Builtin: "", IsQuiet: false });

    /// <summary>An object that nobody else can reach.</summary>
    public bool IsOwn(Expr place) =>
        Inner(place) switch
        {
            DeclRefExpr { Decl: ParameterDecl or VarDecl { IsGlobal: false } } reference => reference.Type.Canonical
                is not ArrayType
                && !Shared.Contains(reference.Decl),
            MemberExpr { IsArrow: false } member => IsOwn(member.Base),
            _ => false,
        };

    /// <summary>Its address is made of what no call can change.</summary>
    private bool IsFixed(Expr place) =>
        Inner(place) switch
        {
            DeclRefExpr => true,
            MemberExpr { IsArrow: false } member => IsFixed(member.Base),
            MemberExpr member => IsFixedValue(member.Base),
            SubscriptExpr subscript => IsFixedValue(subscript.Base) && IsFixedValue(subscript.Index),
            UnaryExpr { Op: UnaryOp.Deref } deref => IsFixedValue(deref.Operand),
            _ => false,
        };

    private bool IsFixedValue(Expr value)
    {
        if (value.Constant != null)
        {
            return true;
        }

        return Inner(value) switch
        {
            CastExpr { Kind: CastKind.LValueToRValue } load => IsOwn(load.Operand),
            CastExpr { Kind: CastKind.ArrayToPointerDecay } decay => IsFixed(decay.Operand),
            CastExpr cast => IsFixedValue(cast.Operand),
            UnaryExpr { Op: UnaryOp.AddressOf } address => IsFixed(address.Operand),
            UnaryExpr { Op: UnaryOp.PostInc or UnaryOp.PostDec or UnaryOp.PreInc or UnaryOp.PreDec } step => IsOwn(
                step.Operand
            ),
            UnaryExpr { Op: UnaryOp.Plus or UnaryOp.Minus or UnaryOp.BitNot or UnaryOp.LogicalNot } unary =>
                IsFixedValue(unary.Operand),
            BinaryExpr { Op: not (BinaryOp.Assign or BinaryOp.Comma) } binary => IsFixedValue(binary.Left)
                && IsFixedValue(binary.Right),
            DeclRefExpr { Decl: FunctionDecl } or StringLiteral => true,
            _ => false,
        };
    }

    private static Expr Inner(Expr expr)
    {
        while (expr is ParenExpr paren)
        {
            expr = paren.Inner;
        }

        return expr;
    }

    /// <summary>Locals whose address is taken.</summary>
    private HashSet<Decl> Shared =>
        _shared ??= [
            .. BodyWalker
                .All(function.Body!)
                .OfType<UnaryExpr>()
                .Where(u => u.Op == UnaryOp.AddressOf)
                .Select(u => Root(u.Operand))
                .OfType<Decl>(),
        ];

    /// <summary>Whether the address of a local or parameter, or of a part of it, is taken.</summary>
    public bool IsShared(Decl local) => Shared.Contains(local);

    private static Decl? Root(Expr place) =>
        Inner(place) switch
        {
            DeclRefExpr reference => reference.Decl,
            MemberExpr { IsArrow: false } member => Root(member.Base),
            _ => null,
        };
}
