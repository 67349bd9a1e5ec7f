using Porting.Clang.Ast;
using Porting.Translator.Lower;
using Porting.Translator.Program;

namespace Porting.Translator.Macros;

/// <summary>What evaluating an argument earlier, or another number of times, would change.</summary>
internal enum ArgumentKind
{
    /// <summary>Nothing: constants, addresses, locals that nobody else can change.</summary>
    Stable,

    /// <summary>It reads memory.</summary>
    Reads,

    /// <summary>It does something.</summary>
    Acts,
}

/// <summary>
/// Decides whether arguments may be evaluated before the body of a macro instead of where the body has them. Input: the
/// expansion and the nodes that stand for parameters. Walks in the order in which the lowering evaluates; knows for
/// each use what was done and read before, and whether it is reached at all. Says no when in doubt.
/// </summary>
internal sealed class Evaluation(IReadOnlyDictionary<Stmt, int> uses, ArgumentKind[] kinds)
{
    private sealed class Seen
    {
        public int Count;
        public int First;
        public bool IsConditional;
        public bool IsRepeated;
        public bool AfterAction;
        public bool AfterRead;
        public HashSet<int> AfterArguments = [];
    }

    private readonly Seen[] _seen = [.. kinds.Select(_ => new Seen())];
    private readonly HashSet<int> _actedArguments = [];
    private bool _acted;
    private bool _read;
    private bool _leaves;
    private int _clock;

    /// <summary>Whether calling a method with the arguments' values is the same as the expansion.</summary>
    public bool IsSame(Stmt body)
    {
        Walk(body, false, false);
        for (int i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] != ArgumentKind.Stable && _seen[i].Count > 0 && !IsSame(i))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsSame(int index)
    {
        Seen use = _seen[index];
        if (
            use.IsConditional
            || use.IsRepeated
            || use.AfterAction
            || (kinds[index] == ArgumentKind.Acts && (use.Count > 1 || use.AfterRead))
        )
        {
            return false;
        }

        // In a call the arguments are evaluated from left to right.
        for (int other = 0; other < kinds.Length; other++)
        {
            bool matters =
                other != index
                && _seen[other].Count > 0
                && kinds[other] != ArgumentKind.Stable
                && (kinds[other] == ArgumentKind.Acts || kinds[index] == ArgumentKind.Acts);
            if (matters && (other < index) != (_seen[other].First < use.First))
            {
                return false;
            }
        }

        return use.AfterArguments.All(a => a < index) || use.AfterArguments.Count == 0;
    }

    private void Use(int index, bool isConditional, bool isRepeated)
    {
        Seen use = _seen[index];
        if (use.Count++ == 0)
        {
            use.First = _clock++;
            use.IsConditional = isConditional || _leaves;
            use.AfterRead = _read;
        }
        else if (_actedArguments.Any(a => !use.AfterArguments.Contains(a)))
        {
            use.AfterAction = true; // something was done between two uses
        }

        use.IsRepeated |= isRepeated;
        use.AfterAction |= _acted;
        use.AfterArguments.UnionWith(_actedArguments.Where(a => a != index));
        if (kinds[index] == ArgumentKind.Acts)
        {
            _actedArguments.Add(index);
        }
    }

    private void Walk(Stmt? stmt, bool isConditional, bool isRepeated)
    {
        if (stmt == null)
        {
            return;
        }

        if (uses.TryGetValue(stmt, out int index))
        {
            Use(index, isConditional, isRepeated);
            return;
        }

        switch (stmt)
        {
            case TypeTraitExpr or OffsetOfExpr:
                return;
            case BinaryExpr { Op: BinaryOp.Assign } e:
                // clang takes the value first, of structs the place.
                bool isRecord = e.Type.Canonical is RecordType;
                Walk(isRecord ? e.Left : e.Right, isConditional, isRepeated);
                Walk(isRecord ? e.Right : e.Left, isConditional, isRepeated);
                _acted = true;
                return;
            case CompoundAssignExpr e:
                Walk(e.Right, isConditional, isRepeated);
                Walk(e.Left, isConditional, isRepeated);
                _acted = true;
                return;
            case BinaryExpr { Op: BinaryOp.LogicalAnd or BinaryOp.LogicalOr } e:
                Choice((isConditional, isRepeated), e.Left, e.Right);
                return;
            case ConditionalExpr e:
                Choice((isConditional, isRepeated), e.Condition, e.Then, e.Else);
                return;
            case IfStmt s:
                Choice((isConditional, isRepeated), s.Condition, s.Then, s.Else);
                return;
            case SwitchStmt s:
                Choice((isConditional, isRepeated), s.Condition, s.Body);
                return;
            case DoStmt { Condition.Constant: { IsFloat: false, Bits: 0 } } s:
                bool left = _leaves;
                Walk(s.Body, isConditional, isRepeated);
                _leaves = left;
                return;
            case WhileStmt or DoStmt or ForStmt:
                Loop(stmt);
                return;
            case BreakStmt or ContinueStmt:
                _leaves = true;
                return;
        }

        foreach (Stmt child in BodyWalker.Children(stmt))
        {
            Walk(child, isConditional, isRepeated);
        }

        _acted |= Acts(stmt);
        _read |= Reads(stmt);
    }

    private void Choice((bool IsConditional, bool IsRepeated) at, Stmt condition, Stmt then, Stmt? otherwise = null)
    {
        Walk(condition, at.IsConditional, at.IsRepeated);
        Walk(then, true, at.IsRepeated);
        Walk(otherwise, true, at.IsRepeated);
    }

    private void Loop(Stmt loop)
    {
        foreach (Stmt child in BodyWalker.Children(loop))
        {
            Walk(child, true, true);
        }
    }

    private static bool Acts(Stmt stmt) =>
        stmt
            is CallExpr
                or AtomicExpr
                or VaArgExpr
                or AsmStmt
                or UnaryExpr { Op: UnaryOp.PreInc or UnaryOp.PreDec or UnaryOp.PostInc or UnaryOp.PostDec }
                or BinaryExpr { Op: BinaryOp.Assign }
                or CompoundAssignExpr
        || stmt is CastExpr { Kind: CastKind.LValueToRValue } load && load.Operand.Type.IsVolatile;

    private static bool Reads(Stmt stmt) => stmt is CastExpr { Kind: CastKind.LValueToRValue };

    /// <summary>What an argument is, in a function of which some locals may be changed through pointers.</summary>
    public static ArgumentKind KindOf(Expr argument, Func<Decl, bool> isPrivate)
    {
        ArgumentKind kind = ArgumentKind.Stable;
        foreach (Stmt stmt in BodyWalker.All(argument))
        {
            if (Acts(stmt) || stmt is StmtExpr or CompoundLiteralExpr or UnknownExpr or BinaryConditionalExpr)
            {
                return ArgumentKind.Acts;
            }

            // A division may trap: it has to be reached.
            bool matters =
                stmt is BinaryExpr { Op: BinaryOp.Div or BinaryOp.Rem, Constant: null }
                || (
                    Reads(stmt)
                    && !(CForms.Strip(((CastExpr)stmt).Operand) is DeclRefExpr local && isPrivate(local.Decl))
                );
            kind = matters ? ArgumentKind.Reads : kind;
        }

        return kind;
    }
}
