using Porting.Clang.Ast;

namespace Porting.Translator.Program;

/// <summary>Visits every statement and expression of a body once, parents before children, without recursion deeper
/// than the tree.</summary>
public static class BodyWalker
{
    public static IEnumerable<Stmt> All(Stmt root)
    {
        Stack<Stmt> open = new([root]);
        while (open.TryPop(out Stmt? stmt))
        {
            yield return stmt;
            foreach (Stmt child in Children(stmt).Reverse())
            {
                open.Push(child);
            }
        }
    }

    /// <summary>Declarations that stand in the body.</summary>
    public static IEnumerable<Decl> Decls(Stmt root) => All(root).OfType<DeclStmt>().SelectMany(d => d.Decls);

    public static IEnumerable<Stmt> Children(Stmt stmt) => Nullable(stmt).OfType<Stmt>();

    private static IEnumerable<Stmt?> Nullable(Stmt stmt) =>
        stmt switch
        {
            CompoundStmt s => (IEnumerable<Stmt?>)s.Body,
            DeclStmt s => s.Decls.OfType<VarDecl>().Where(v => !v.IsGlobal).Select(v => v.Initializer),
            IfStmt s => [s.Condition, s.Then, s.Else],
            WhileStmt s => [s.Condition, s.Body],
            DoStmt s => [s.Body, s.Condition],
            ForStmt s => [s.Init, s.Condition, s.Increment, s.Body],
            SwitchStmt s => [s.Condition, s.Body],
            CaseStmt s => [s.Low, s.High, s.Body],
            DefaultStmt s => [s.Body],
            LabelStmt s => [s.Body],
            IndirectGotoStmt s => [s.Target],
            ReturnStmt s => [s.Value],
            AttributedStmt s => [s.Body],
            AsmStmt s => s.Outputs.Concat(s.Inputs).Select(o => (Stmt)o.Value).Concat(s.Jumps),
            ParenExpr e => [e.Inner],
            UnaryExpr e => [e.Operand],
            BinaryExpr e => [e.Left, e.Right],
            CompoundAssignExpr e => [e.Left, e.Right],
            ConditionalExpr e => [e.Condition, e.Then, e.Else],
            BinaryConditionalExpr e => [e.Common, e.Then, e.Else],
            CastExpr e => [e.Operand],
            MemberExpr e => [e.Base],
            SubscriptExpr e => [e.Base, e.Index],
            CallExpr e => e.Arguments.Cast<Stmt>().Prepend(e.Callee),
            InitListExpr e => e.Elements.Append(e.ArrayFiller),
            InitUpdateExpr e => [e.Base, e.Update],
            ShuffleVectorExpr e => e.Operands,
            ConvertVectorExpr e => [e.Operand],
            ImaginaryLiteral e => [e.Operand],
            VectorElementExpr e => [e.Base],
            CompoundLiteralExpr e => [e.Initializer],
            TypeTraitExpr e => [e.Argument],
            OffsetOfExpr e => e.Steps.Select(s => s.Index),
            VaArgExpr e => [e.List],
            StmtExpr e => [e.Body],
            SelectionExpr e => [e.Chosen],
            AtomicExpr e => e.Operands,
            _ => [],
        };
}
