using Porting.Clang.Ast;

namespace Porting.Translator.Macros;

/// <summary>
/// Copies a tree with some nodes replaced. A node none of whose children changed is kept as the same object, unless
/// <see cref="CopiesAll"/>. The one place that knows how every kind of node is put together.
/// </summary>
internal abstract partial class TreeRewriter
{
    /// <summary>What stands in for a node; null to go on with its children.</summary>
    protected abstract Stmt? Replace(Stmt stmt);

    /// <summary>Nothing in this node is looked at.</summary>
    protected virtual bool IsKept(Stmt stmt) => false;

    protected virtual bool CopiesAll => false;

    protected virtual Span SpanOf(Stmt stmt) => stmt.Span;

    /// <summary>Value of a node one of whose children changed.</summary>
    protected virtual ConstantValue? ConstantOf(Expr changed) => changed.Constant;

    protected virtual Decl DeclOf(Decl decl) => decl;

    /// <summary>A statement that declares something, its initialisers rewritten.</summary>
    protected abstract Stmt Declarations(DeclStmt stmt);

    /// <summary>Whether a child of the node at hand changed.</summary>
    private bool _changed;

    public Stmt Visit(Stmt stmt)
    {
        if (IsKept(stmt))
        {
            return stmt;
        }

        bool outer = _changed;
        Stmt? other = Replace(stmt);
        _changed = outer || other != null;
        if (other != null)
        {
            return other;
        }

        _changed = false;
        Stmt built = stmt is Expr expr ? BuiltExpr(expr) : BuiltStmt(stmt);
        bool isSame = !_changed && !CopiesAll;
        _changed |= outer;
        if (isSame || ReferenceEquals(built, stmt))
        {
            return stmt;
        }

        built.Expansions = stmt.Expansions;
        if (built is Expr made && stmt is Expr before)
        {
            made.Words ??= before.Words;
        }

        return built;
    }

    protected Expr Child(Expr expr) => (Expr)Visit(expr);

    private Expr? OptionalChild(Expr? expr) => expr == null ? null : Child(expr);

    private Stmt? Optional(Stmt? stmt) => stmt == null ? null : Visit(stmt);

    private Expr[] All(IReadOnlyList<Expr> exprs) => [.. exprs.Select(Child)];

    private Stmt BuiltStmt(Stmt stmt)
    {
        switch (stmt)
        {
            case CompoundStmt s:
                Stmt[] body = [.. s.Body.Select(Visit)];
                return new CompoundStmt(SpanOf(s)) { Body = body };
            case DeclStmt s:
                Stmt declared = Declarations(s);
                _changed |= !ReferenceEquals(declared, s);
                return declared;
            case IfStmt s:
                return new IfStmt(SpanOf(s))
                {
                    Condition = Child(s.Condition),
                    Then = Visit(s.Then),
                    Else = Optional(s.Else),
                };
            case WhileStmt s:
                return new WhileStmt(SpanOf(s)) { Condition = Child(s.Condition), Body = Visit(s.Body) };
            case DoStmt s:
                return new DoStmt(SpanOf(s)) { Body = Visit(s.Body), Condition = Child(s.Condition) };
            case ForStmt s:
                return new ForStmt(SpanOf(s))
                {
                    Init = Optional(s.Init),
                    Condition = OptionalChild(s.Condition),
                    Increment = OptionalChild(s.Increment),
                    Body = Visit(s.Body),
                };
            case SwitchStmt s:
                return new SwitchStmt(SpanOf(s)) { Condition = Child(s.Condition), Body = Visit(s.Body) };
            case NullStmt s:
                return CopiesAll ? new NullStmt(SpanOf(s)) : s;
            case BreakStmt s:
                return CopiesAll ? new BreakStmt(SpanOf(s)) : s;
            case ContinueStmt s:
                return CopiesAll ? new ContinueStmt(SpanOf(s)) : s;
            default:
                return BuiltCompound(stmt);
        }
    }

    private Stmt BuiltCompound(Stmt stmt)
    {
        switch (stmt)
        {
            case CaseStmt s:
                return new CaseStmt(SpanOf(s))
                {
                    Low = s.Low,
                    High = s.High,
                    LowValue = s.LowValue,
                    HighValue = s.HighValue,
                    Body = Visit(s.Body),
                };
            case DefaultStmt s:
                return new DefaultStmt(SpanOf(s)) { Body = Visit(s.Body) };
            case LabelStmt s:
                return new LabelStmt(SpanOf(s)) { Label = s.Label, Body = Visit(s.Body) };
            case IndirectGotoStmt s:
                return new IndirectGotoStmt(SpanOf(s)) { Target = Child(s.Target) };
            case ReturnStmt s:
                return new ReturnStmt(SpanOf(s)) { Value = OptionalChild(s.Value) };
            case AttributedStmt s:
                return new AttributedStmt(SpanOf(s)) { Attributes = s.Attributes, Body = Visit(s.Body) };
            case AsmStmt s:
                AsmOperand Operand(AsmOperand o) => o with { Value = Child(o.Value) };
                return new AsmStmt(SpanOf(s))
                {
                    Template = s.Template,
                    IsVolatile = s.IsVolatile,
                    HasOperands = s.HasOperands,
                    Outputs = [.. s.Outputs.Select(Operand)],
                    Inputs = [.. s.Inputs.Select(Operand)],
                    Clobbers = s.Clobbers,
                    Jumps = s.Jumps,
                };
            default:
                return stmt; // gotos, and what the lowering will refuse
        }
    }
}
