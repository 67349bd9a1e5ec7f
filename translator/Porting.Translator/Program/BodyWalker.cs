using Porting.Clang.Ast;

namespace Porting.Translator.Program;

/// <summary>Visits every statement and expression of a body once, parents before children, without recursion deeper
/// than the tree.</summary>
public static class BodyWalker
{
    public static IEnumerable<Stmt> All(Stmt root)
    {
        List<Stmt> open = [root];
        while (open.Count > 0)
        {
            Stmt stmt = open[^1];
            open.RemoveAt(open.Count - 1);
            yield return stmt;
            int first = open.Count;
            _ = WithChildren(open, stmt);
            open.Reverse(first, open.Count - first);
        }
    }

    /// <summary>Declarations that stand in the body.</summary>
    public static IEnumerable<Decl> Decls(Stmt root) => All(root).OfType<DeclStmt>().SelectMany(d => d.Decls);

    public static IReadOnlyList<Stmt> Children(Stmt stmt) => WithChildren([], stmt);

    // A list that grows: half of all lowering is walks, and an iterator for each node would be most of a walk.
    private static List<Stmt> WithChildren(List<Stmt> to, Stmt stmt) =>
        stmt switch
        {
            CompoundStmt s => WithAll(to, s.Body),
            DeclStmt s => WithInitializers(to, s),
            IfStmt s => With(to, s.Condition, s.Then, s.Else),
            WhileStmt s => With(to, s.Condition, s.Body),
            DoStmt s => With(to, s.Body, s.Condition),
            ForStmt s => With(to, s.Init, s.Condition, s.Increment, s.Body),
            SwitchStmt s => With(to, s.Condition, s.Body),
            CaseStmt s => With(to, s.Low, s.High, s.Body),
            DefaultStmt s => With(to, s.Body),
            LabelStmt s => With(to, s.Body),
            IndirectGotoStmt s => With(to, s.Target),
            ReturnStmt s => With(to, s.Value),
            AttributedStmt s => With(to, s.Body),
            AsmStmt s => WithAll(to, [.. s.Outputs.Concat(s.Inputs).Select(o => (Stmt)o.Value), .. s.Jumps]),
            ParenExpr e => With(to, e.Inner),
            UnaryExpr e => With(to, e.Operand),
            BinaryExpr e => With(to, e.Left, e.Right),
            CompoundAssignExpr e => With(to, e.Left, e.Right),
            ConditionalExpr e => With(to, e.Condition, e.Then, e.Else),
            BinaryConditionalExpr e => With(to, e.Common, e.Then, e.Else),
            CastExpr e => With(to, e.Operand),
            MemberExpr e => With(to, e.Base),
            SubscriptExpr e => With(to, e.Base, e.Index),
            CallExpr e => WithAll(With(to, e.Callee), e.Arguments),
            InitListExpr e => With(WithAll(to, e.Elements), e.ArrayFiller),
            InitUpdateExpr e => With(to, e.Base, e.Update),
            ShuffleVectorExpr e => WithAll(to, e.Operands),
            ConvertVectorExpr e => With(to, e.Operand),
            ImaginaryLiteral e => With(to, e.Operand),
            VectorElementExpr e => With(to, e.Base),
            CompoundLiteralExpr e => With(to, e.Initializer),
            TypeTraitExpr e => With(to, e.Argument),
            OffsetOfExpr e => WithAll(to, [.. e.Steps.Select(s => s.Index)]),
            VaArgExpr e => With(to, e.List),
            StmtExpr e => With(to, e.Body),
            SelectionExpr e => With(to, e.Chosen),
            AtomicExpr e => WithAll(to, e.Operands),
            _ => to,
        };

    private static List<Stmt> With(List<Stmt> to, params ReadOnlySpan<Stmt?> nodes)
    {
        foreach (Stmt? node in nodes)
        {
            if (node != null)
            {
                to.Add(node);
            }
        }

        return to;
    }

    private static List<Stmt> WithAll(List<Stmt> to, IReadOnlyList<Stmt?> nodes)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is { } node)
            {
                to.Add(node);
            }
        }

        return to;
    }

    private static List<Stmt> WithInitializers(List<Stmt> to, DeclStmt stmt)
    {
        foreach (Decl decl in stmt.Decls)
        {
            if (decl is VarDecl { IsGlobal: false, Initializer: { } initializer })
            {
                to.Add(initializer);
            }
        }

        return to;
    }
}
