using Porting.Clang.Ast;
using Porting.Translator.Program;

namespace Porting.Translator.Lower;

/// <summary>
/// Which locals C# would find unassigned at some use (C# specification, 9.4 "Definite assignment"): they get <c>=
/// default</c>, all others are declared as in C. Says "unassigned" when in doubt, and knows less than C# on purpose:
/// what an operand of &amp;&amp; or || assigns is not counted. Jumps are followed until nothing changes.
/// </summary>
internal sealed class DefiniteAssignment
{
    private readonly Dictionary<VarDecl, int> _numbers = [];
    private readonly HashSet<VarDecl> _unassigned = [];
    private readonly Dictionary<LabelDecl, ulong[]> _atLabels = [];
    private readonly Stack<List<ulong[]>> _breaks = new();
    private readonly Stack<List<ulong[]>> _continues = new();
    private readonly Stack<ulong[]> _choices = new();
    private bool _labelsChanged;

    /// <summary>Assigned variables as bits; null where nothing gets to.</summary>
    private ulong[]? _state;

    public DefiniteAssignment(CompoundStmt body, bool isPlain)
    {
        foreach (Stmt stmt in BodyWalker.All(body))
        {
            isPlain &=
                stmt is not (IndirectGotoStmt or AddrLabelExpr or UnknownStmt or UnknownExpr)
                && stmt is not Expr { Type.Canonical: ArrayType { Size: < 0, Kind: not ArrayKind.Incomplete } };
            foreach (VarDecl local in stmt is DeclStmt declarations ? declarations.Decls.OfType<VarDecl>() : [])
            {
                isPlain &=
                    !local.Attributes.Any(a => a.Name == "cleanup")
                    && local.Type.Canonical is not ArrayType { Size: < 0 };
                if (
                    local is { IsGlobal: false, Initializer: null }
                    && local.Type.Canonical is BuiltinType or PointerType or EnumType
                    && !local.Type.IsVolatile
                    && !local.Type.Canonical.Qualifiers.HasFlag(Qualifiers.Atomic)
                )
                {
                    _numbers[local] = _numbers.Count;
                }
            }
        }

        if (!isPlain)
        {
            _numbers.Clear();
            return;
        }

        do
        {
            _labelsChanged = false;
            _state = new ulong[(_numbers.Count + 63) / 64];
            Flow(body);
        } while (_labelsChanged && _numbers.Count > 0);
    }

    /// <summary>Whether C# accepts the declaration without a value.</summary>
    public bool IsAssigned(VarDecl variable) => _numbers.ContainsKey(variable) && !_unassigned.Contains(variable);

    private ulong[]? Copied() => (ulong[]?)_state?.Clone();

    private static ulong[]? Common(ulong[]? left, ulong[]? right) =>
        left == null ? right
        : right == null ? left
        : [.. left.Zip(right, (a, b) => a & b)];

    private void Set(Decl decl, bool isAssigned)
    {
        if (_state != null && decl is VarDecl local && _numbers.TryGetValue(local, out int number))
        {
            _state[number / 64] = isAssigned
                ? _state[number / 64] | (1ul << number)
                : _state[number / 64] & ~(1ul << number);
        }
    }

    private void Use(Decl decl)
    {
        if (
            _state != null
            && decl is VarDecl local
            && _numbers.TryGetValue(local, out int number)
            && (_state[number / 64] & (1ul << number)) == 0
        )
        {
            _unassigned.Add(local);
        }
    }

    private void Flow(Stmt? stmt)
    {
        switch (stmt)
        {
            case null or NullStmt:
                break;
            case Expr expr:
                Evaluate(expr);
                break;
            case CompoundStmt block:
                foreach (Stmt inner in block.Body)
                {
                    Flow(inner);
                }

                break;
            case DeclStmt declarations:
                foreach (VarDecl local in declarations.Decls.OfType<VarDecl>().Where(v => !v.IsGlobal))
                {
                    Evaluate(local.Initializer);
                    Set(local, local.Initializer != null);
                }

                break;
            case IfStmt branch:
                Evaluate(branch.Condition);
                ulong[]? before = Copied();
                Flow(branch.Then);
                ulong[]? then = _state;
                _state = before;
                Flow(branch.Else);
                _state = Common(then, _state);
                break;
            case WhileStmt or DoStmt or ForStmt:
                FlowLoop(stmt);
                break;
            case SwitchStmt choice:
                FlowSwitch(choice);
                break;
            case CaseStmt label:
                FlowCase(label.Body);
                break;
            case DefaultStmt label:
                FlowCase(label.Body);
                break;
            case LabelStmt label:
                _state = Common(_state, _atLabels.GetValueOrDefault(label.Label));
                _state = Copied();
                Flow(label.Body);
                break;
            case AttributedStmt attributed:
                Flow(attributed.Body);
                break;
            case AsmStmt assembly:
                FlowAssembly(assembly);
                break;
            default:
                FlowJump(stmt);
                break;
        }
    }

    private void FlowJump(Stmt stmt)
    {
        switch (stmt)
        {
            case GotoStmt jump when _state != null:
                ulong[] known = _atLabels.GetValueOrDefault(jump.Label) ?? _state;
                ulong[] merged = Common(known, _state)!;
                _labelsChanged |= !_atLabels.ContainsKey(jump.Label) || !merged.SequenceEqual(known);
                _atLabels[jump.Label] = merged;
                break;
            case BreakStmt when _state != null && _breaks.Count > 0:
                _breaks.Peek().Add(_state);
                break;
            case ContinueStmt when _state != null && _continues.Count > 0:
                _continues.Peek().Add(_state);
                break;
            case ReturnStmt result:
                Evaluate(result.Value);
                break;
        }

        _state = null;
    }

    private void FlowLoop(Stmt loop)
    {
        (Expr? condition, Stmt body, Expr? step) = loop switch
        {
            WhileStmt s => (s.Condition, s.Body, null),
            DoStmt s => (s.Condition, s.Body, null),
            ForStmt s => (s.Condition, s.Body, s.Increment),
            _ => throw new InvalidOperationException(loop.GetType().Name),
        };
        Flow((loop as ForStmt)?.Init);
        if (loop is not DoStmt)
        {
            Evaluate(condition);
        }

        ulong[]? entered = Copied();
        _breaks.Push([]);
        _continues.Push([]);
        Flow(body);
        _state = Merged(_continues.Pop(), _state);
        Evaluate(step);
        if (loop is DoStmt)
        {
            Evaluate(condition);
            entered = _state;
        }

        bool isEndless =
            loop is not DoStmt && (condition == null || condition is IntegerLiteral { MacroName: null, Value: not 0 });
        _state = Merged(_breaks.Pop(), isEndless ? null : entered);
    }

    private ulong[]? Merged(List<ulong[]> states, ulong[]? last)
    {
        ulong[]? merged = states.Aggregate(last, Common);
        return (ulong[]?)merged?.Clone();
    }

    private void FlowSwitch(SwitchStmt choice)
    {
        Evaluate(choice.Condition);
        ulong[]? entered = Copied();
        _choices.Push(entered ?? []);
        _breaks.Push([]);
        Flow(choice.Body);
        bool hasDefault = choice.Body is CompoundStmt block && block.Body.Any(HasDefault);
        _state = Merged(_breaks.Pop(), hasDefault ? _state : Common(_state, entered));
        _choices.Pop();
    }

    private static bool HasDefault(Stmt stmt) =>
        stmt is DefaultStmt || (stmt is CaseStmt label && HasDefault(label.Body));

    private void FlowCase(Stmt body)
    {
        ulong[] entered = _choices.Peek();
        _state = entered.Length == 0 && _numbers.Count > 0 ? _state : Common(_state, entered);
        _state = Copied();
        Flow(body);
    }

    private void FlowAssembly(AsmStmt assembly)
    {
        foreach (AsmOperand operand in assembly.Inputs)
        {
            Evaluate(operand.Value);
        }

        foreach (AsmOperand operand in assembly.Outputs)
        {
            if (operand.Constraint.StartsWith('=') && Variable(operand.Value) is { } local)
            {
                Set(local, true);
            }
            else
            {
                Evaluate(operand.Value);
            }
        }

        foreach (GotoStmt jump in assembly.Jumps)
        {
            ulong[]? goesOn = Copied();
            FlowJump(jump);
            _state = goesOn;
        }
    }

    private static VarDecl? Variable(Expr place)
    {
        while (place is ParenExpr paren)
        {
            place = paren.Inner;
        }

        return (place as DeclRefExpr)?.Decl as VarDecl;
    }

    private void Evaluate(Stmt? stmt)
    {
        switch (stmt)
        {
            case null or OffsetOfExpr or TypeTraitExpr:
                return;
            case DeclRefExpr reference:
                Use(reference.Decl);
                return;
            case BinaryExpr { Op: BinaryOp.Assign } assign:
                Evaluate(assign.Right);
                if (Variable(assign.Left) is { } target)
                {
                    Set(target, true);
                }
                else
                {
                    Evaluate(assign.Left);
                }

                return;
            case UnaryExpr { Op: UnaryOp.AddressOf } address when Variable(address.Operand) is { } addressed:
                Set(addressed, true);
                return;
            case CallExpr { Builtin: "__builtin_va_start" } start when Variable(start.Arguments[0]) is { } list:
                Set(list, true);
                return;
            case BinaryExpr { Op: BinaryOp.LogicalAnd or BinaryOp.LogicalOr } logical:
                Evaluate(logical.Left);
                ulong[]? decided = Copied();
                Evaluate(logical.Right);
                _state = decided;
                return;
            case ConditionalExpr conditional:
                Evaluate(conditional.Condition);
                ulong[]? before = Copied();
                Evaluate(conditional.Then);
                ulong[]? then = _state;
                _state = before;
                Evaluate(conditional.Else);
                _state = Common(then, _state);
                return;
            case BinaryConditionalExpr conditional:
                Evaluate(conditional.Common);
                ulong[]? common = Copied();
                Evaluate(conditional.Else);
                _state = common;
                return;
            case CompoundAssignExpr assign:
                Evaluate(assign.Right);
                Evaluate(assign.Left);
                return;
            case not Expr:
                Flow(stmt);
                return;
        }

        foreach (Stmt child in BodyWalker.Children(stmt))
        {
            Evaluate(child);
        }
    }
}
