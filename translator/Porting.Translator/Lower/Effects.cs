using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>Expressions that nobody wants the value of: <c>a, b</c> -> <c>a;</c> in front of the statement; <c>({
/// ...; v; })</c> -> <c>{ ...; t = v; }</c>.</summary>
internal sealed class Effects(FunctionScope scope) : Construct(scope)
{
    /// <summary><c>a, b</c>: a in front of the statement.</summary>
    public Ex Comma(BinaryExpr comma)
    {
        HoistForNothing(comma.Left);
        return Value(comma.Right);
    }

    private void HoistForNothing(Expr value)
    {
        Scope.Statement = Strip(value);
        HoistEffect(Value(value));
    }

    public void HoistEffect(Ex value)
    {
        if (Effect(value) is { } effect)
        {
            Hoist(new ExpressionStatement(effect));
        }
    }

    /// <summary>What nobody wants the value of is evaluated where that does anything.</summary>
    public void HoistEffects(IEnumerable<Expr> values)
    {
        foreach (Expr value in values.Where(EvaluationOrder.HasEffect))
        {
            HoistForNothing(value);
        }
    }

    /// <summary>An expression as a statement: C# allows only assignments, calls and steps; others are evaluated for
    /// nothing and dropped when that is safe, else assigned to a discard.</summary>
    public static Node? Effect(Ex value)
    {
        if (value.Node is NothingNode || value.IsStable || value.Const != null)
        {
            return null;
        }

        if (value.IsStatement)
        {
            return value.Node;
        }

        bool isRead =
            (value.Type.IsPointer || value.Type.IsFloating || IsReadAtOnce(value.Type))
            && value.Node.Has(n => n is CallNode call && call.IsOf(Cs.VolatileRead));
        return value.Type.IsNone ? null
            : isRead ? Cs.Call("rt.read", [value], CsType.None).Node
            : Cs.Assign(Cs.Name("_", value.Type), "=", value).Node;
    }

    /// <summary>GNU <c>({ ...; v; })</c>: the statements in front, in a block of their own, the value in a
    /// temporary.</summary>
    public Ex StatementExpression(StmtExpr block)
    {
        IReadOnlyList<Stmt> body = block.Body.Body;
        bool isVoid = block.Type.Canonical is BuiltinType { Kind: BuiltinKind.Void };
        if (body.Count == 1 && body[0] is Expr only)
        {
            return Value(only);
        }

        CsType type = isVoid ? CsType.None : Canonical(block.Type);
        string name = isVoid ? "" : NewTemporary();
        if (!isVoid)
        {
            Hoist(Cs.Declare(type, name));
        }

        Hoist(new Block(Moved(() => WriteStatements(body, name, type))));
        return isVoid ? Ex.Nothing : Cs.Name(name, type) with { IsStable = true };
    }

    private void WriteStatements(IReadOnlyList<Stmt> body, string result, CsType type)
    {
        Stack<Ex> cleanups = [];
        for (int i = 0; i < body.Count; i++)
        {
            Stmt stmt = body[i];
            bool isValue = i == body.Count - 1 && !type.IsNone;
            while (isValue && stmt is LabelStmt label)
            {
                Statements.WriteLabelAlone(label);
                stmt = label.Body;
            }

            if (isValue && stmt is Expr last)
            {
                Ex value = To(Value(last), type);
                FlushHoisted(last);
                Out.Add(Cs.Do(Cs.Assign(Cs.Name(result, type), "=", value)));
            }
            else
            {
                Statements.WriteStmt(stmt);
                Cleanups.OpenCleanups(stmt, cleanups);
            }
        }

        Cleanups.CloseCleanups(cleanups);
    }

    /// <summary>Statements that stand in front of the one under way, where C's comments and blank lines are not.</summary>
    private NodeList<Statement> Moved(Action lower)
    {
        (CommentFeed comments, bool isMoved) = (Scope.Comments, Scope.IsMoved);
        (Expr? statement, bool isTailCall, int temporaries) = (Scope.Statement, Scope.IsTailCall, Scope.Temporaries);
        (Scope.Comments, Scope.IsMoved, Scope.Statement, Scope.IsTailCall) = (new CommentFeed([]), true, null, false);
        NodeList<Statement> moved = Out.Collected(lower);
        (Scope.Comments, Scope.IsMoved) = (comments, isMoved);
        (Scope.Statement, Scope.IsTailCall, Scope.Temporaries) = (statement, isTailCall, temporaries);
        return moved;
    }
}
