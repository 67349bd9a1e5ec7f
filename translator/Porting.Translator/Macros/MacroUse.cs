using Porting.Clang.Ast;
using Porting.Translator.Program;

namespace Porting.Translator.Macros;

/// <summary>How a parameter of a macro becomes one of a method.</summary>
internal enum ParameterForm
{
    Value,

    /// <summary>The body only asks whether it is zero.</summary>
    Condition,

    /// <summary>The body needs the variable itself, not its value.</summary>
    Place,
}

/// <summary>A parameter, with the nodes that stand for it in the expansion; all have one type.</summary>
internal sealed record MacroParameter(string Name, ParameterForm Form, CType Type, IReadOnlyList<Expr> Uses)
{
    public Expr Argument => Uses[0];
}

/// <summary>
/// One use of a function-like macro, looked at as if it were a call. Input: the expansion. Output: its parameters;
/// <see cref="Parameters"/> is null when the expansion does something that a call cannot: it leaves its function, it
/// uses locals that are not passed, it depends on the frame, or a parameter stands for something that is no value.
/// </summary>
internal sealed class MacroUse
{
    private readonly MacroExpansion _use;
    private readonly List<(Expr Root, IReadOnlyList<Stmt> Above)> _roots = [];
    private readonly Dictionary<Stmt, string> _names = [];
    private readonly List<Expr> _made = [];
    private readonly HashSet<Decl> _own = [];
    private bool _isRefused;

    public MacroUse(Stmt site, MacroExpansion use, IReadOnlyList<string> order)
    {
        _use = use;
        foreach (VarDecl local in BodyWalker.Decls(site).OfType<VarDecl>())
        {
            _own.Add(local);
        }

        _isRefused = site is DeclStmt; // what it declares is for those behind it
        Walk(site, [], 0, 0);
        Parameters = _isRefused ? null : Collected(order);
    }

    public IReadOnlyList<MacroParameter>? Parameters { get; }

    /// <summary>How many of the parameters stand for literals that the preprocessor makes.</summary>
    public int MadeCount { get; private set; }

    private void Walk(Stmt stmt, List<Stmt> above, int loops, int switches)
    {
        if (_isRefused)
        {
            return;
        }

        if (
            stmt.Expansions.FirstOrDefault(e => e.Kind == MacroExpansionKind.Argument && e.Id == _use.Id) is
            { } argument
        )
        {
            _isRefused |= stmt is not Expr || above.Count == 0 || IsCalled(stmt, above);
            if (stmt is Expr root)
            {
                _roots.Add((root, [.. above]));
                _names[root] = argument.Name;
            }

            return;
        }

        if (stmt is Expr literal && IsMade(literal))
        {
            _made.Add(literal);
            return;
        }

        _isRefused |= IsImpossible(stmt, loops, switches);
        above.Add(stmt);
        bool isLoop = stmt is WhileStmt or DoStmt or ForStmt;
        foreach (Stmt child in stmt is TypeTraitExpr or OffsetOfExpr ? [] : BodyWalker.Children(stmt))
        {
            Walk(child, above, loops + (isLoop ? 1 : 0), switches + (stmt is SwitchStmt ? 1 : 0));
        }

        above.RemoveAt(above.Count - 1);
    }

    /// <summary>The argument is a function that the body calls: as a parameter it would be a pointer.</summary>
    private static bool IsCalled(Stmt argument, List<Stmt> above)
    {
        Stmt at = argument;
        for (int i = above.Count - 1; i >= 0; i--)
        {
            if (above[i] is CallExpr call)
            {
                return call.Target != null && call.Callee == at;
            }

            if (above[i] is not (ParenExpr or CastExpr { Kind: CastKind.FunctionToPointerDecay }))
            {
                return false;
            }

            at = above[i];
        }

        return false;
    }

    /// <summary>A literal that the preprocessor made, a string as the pointer that it decays to.</summary>
    public static bool IsMade(Expr expr) =>
        expr.Expansions.Any(e => e.Kind == MacroExpansionKind.Made) && expr is not StringLiteral
        || (
            expr is CastExpr { Kind: CastKind.ArrayToPointerDecay } decay
            && TreeFacts.Strip(decay.Operand) is StringLiteral text
            && text.Expansions.Any(e => e.Kind == MacroExpansionKind.Made)
        );

    private bool IsImpossible(Stmt stmt, int loops, int switches) =>
        stmt switch
        {
            GotoStmt
            or LabelStmt
            or IndirectGotoStmt
            or AddrLabelExpr
            or ReturnStmt
            or UnknownStmt
            or UnknownExpr
            or BinaryConditionalExpr
            or OpaqueValueExpr
            or CompoundLiteralExpr
            or VaArgExpr => true,
            BreakStmt => loops + switches == 0,
            ContinueStmt => loops == 0,
            CaseStmt or DefaultStmt => switches == 0,
            // not decayed: it initialises an array
            StringLiteral text => text.Expansions.Any(e => e.Kind == MacroExpansionKind.Made),
            TypeTraitExpr trait => trait.Constant == null,
            OffsetOfExpr offset => offset.Constant == null,
            DeclStmt declarations => !declarations.Decls.All(d =>
                d is VarDecl { IsGlobal: false } local
                && local.Type.Canonical.Size >= 0
                && !local.Attributes.Any(a => a.Name == "cleanup")
            ),
            // known inside the function only
            DeclRefExpr { Decl: EnumConstantDecl constant } => constant.Parent != null || constant.Enum?.Parent != null,
            DeclRefExpr reference => IsForeignLocal(reference.Decl),
            CallExpr call => call.Builtin
                is "__builtin_constant_p"
                    or "__builtin_frame_address"
                    or "__builtin_return_address"
                    or "__builtin_object_size"
                || WantsConstant(call)
                || call.Builtin.Contains("alloca", StringComparison.Ordinal)
                || call.Builtin.Contains("va_", StringComparison.Ordinal)
                || call.Target?.Name is { } name
                    && (name.Contains("setjmp", StringComparison.Ordinal) || name == "alloca"),
            _ => false,
        };

    /// <summary>Instructions with a number inside, and questions that clang answers when it compiles: an argument of a
    /// method would not be the constant that they demand.</summary>
    private static bool WantsConstant(CallExpr call) =>
        (
            call.Builtin.StartsWith("__builtin_ia32_", StringComparison.Ordinal)
            || call.Builtin
                is "__builtin_isfpclass"
                    or "__builtin_prefetch"
                    or "__builtin_assume_aligned"
                    or "__builtin_dynamic_object_size"
        ) && call.Arguments.Any(a => a is { Constant.IsFloat: false, Type.Canonical: BuiltinType });

    private bool IsForeignLocal(Decl decl) =>
        !_own.Contains(decl)
        && decl is ParameterDecl or VarDecl { IsGlobal: false } or VarDecl { Linkage: Linkage.None };

    private List<MacroParameter>? Collected(IReadOnlyList<string> order)
    {
        List<MacroParameter> parameters = [];
        foreach (
            IGrouping<string, (Expr Root, IReadOnlyList<Stmt> Above)> group in _roots
                .GroupBy(r => _names[r.Root])
                .OrderBy(g => order.ToList().IndexOf(g.Key))
        )
        {
            if (ParameterOf(group.Key, [.. group]) is not { } parameter)
            {
                return null;
            }

            parameters.Add(parameter);
        }

        foreach (Expr literal in _made)
        {
            MacroParameter made = new(NameOf(literal), ParameterForm.Value, literal.Type, [literal]);
            int known = parameters.FindIndex(p =>
                Literal(p.Argument) is { } value && value == Literal(literal) && IsMade(p.Argument)
            );
            if (known >= 0)
            {
                parameters[known] = parameters[known] with { Uses = [.. parameters[known].Uses, literal] };
                continue;
            }

            string name = made.Name;
            for (int i = 2; parameters.Any(p => p.Name == made.Name) || order.Contains(made.Name); i++)
            {
                made = made with { Name = $"{name}{i}" };
            }

            parameters.Add(made);
            MadeCount++;
        }

        return parameters;
    }

    private static string? Literal(Expr expr) =>
        TreeFacts.Strip(expr is CastExpr cast ? cast.Operand : expr) switch
        {
            IntegerLiteral e => $"{TreeFacts.Key(e.Type)} {e.Value}",
            StringLiteral e => Convert.ToHexString(e.Bytes),
            DeclRefExpr e => e.Decl.Name, // a made literal of the macro around, which is a parameter there
            _ => null,
        };

    private static string NameOf(Expr literal) =>
        TreeFacts.Strip(literal is CastExpr cast ? cast.Operand : literal) switch
        {
            IntegerLiteral { MacroName: "__LINE__" } => "line",
            IntegerLiteral { Value: var line } when line == literal.Span.StartLine => "line",
            StringLiteral text
                when literal.Span.File.AbsolutePath.EndsWith(
                    System.Text.Encoding.Latin1.GetString(text.Bytes).TrimStart('.'),
                    StringComparison.Ordinal
                )
                    && text.Bytes.Length > 0 => "file",
            StringLiteral => "text",
            DeclRefExpr { Decl: ParameterDecl outer } => outer.Name,
            _ => "number",
        };

    private static MacroParameter? ParameterOf(string name, (Expr Root, IReadOnlyList<Stmt> Above)[] uses)
    {
        List<Expr>[] levels = [.. uses.Select(u => Levels(u.Root, u.Above))];
        if (levels.Any(l => l.Count == 0))
        {
            return PlaceOf(name, uses);
        }

        if (uses.Zip(levels).All(u => IsCondition(u.Second[^1], u.First.Above)))
        {
            return new MacroParameter(name, ParameterForm.Condition, Bool, [.. levels.Select(l => l[^1])]);
        }

        for (int i = levels[0].Count - 1; i >= 0; i--)
        {
            string key = TreeFacts.Key(levels[0][i].Type);
            Expr?[] same = [.. levels.Select(l => l.LastOrDefault(e => TreeFacts.Key(e.Type) == key))];
            if (same.All(e => e != null) && IsPassable(levels[0][i].Type))
            {
                return new MacroParameter(name, ParameterForm.Value, levels[0][i].Type, [.. same.Select(e => e!)]);
            }
        }

        return null;
    }

    public static readonly CType Bool = new BuiltinType
    {
        Kind = BuiltinKind.Bool,
        Spelling = "_Bool",
        Size = 1,
        Align = 1,
    };

    /// <summary>The nodes that could be the argument, inmost first: the value, and the conversions around it that lose
    /// nothing. None when the body needs a place.</summary>
    private static List<Expr> Levels(Expr root, IReadOnlyList<Stmt> above)
    {
        List<Expr> levels = [];
        Expr at = root;
        while (
            at
                is CastExpr
                {
                    IsImplicit: true,
                    Kind: not (
                        CastKind.LValueToRValue
                        or CastKind.ArrayToPointerDecay
                        or CastKind.FunctionToPointerDecay
                    )
                } cast
        )
        {
            levels.Insert(0, at);
            at = cast.Operand;
        }

        if (!at.IsLValue && at.Type.Canonical is not FunctionType)
        {
            levels.Insert(0, at);
        }

        for (int i = above.Count - 1; i >= 0 && above[i] is ParenExpr or CastExpr; i--)
        {
            Expr around = (Expr)above[i];
            bool isFirst = levels.Count == 0;
            bool becomesValue =
                around is CastExpr
                {
                    Kind: CastKind.LValueToRValue or CastKind.ArrayToPointerDecay or CastKind.FunctionToPointerDecay
                };
            if (around is CastExpr cast && !becomesValue && (isFirst || !Keeps(cast)))
            {
                break;
            }

            if (becomesValue || (!isFirst && around is CastExpr))
            {
                levels.Add(around);
            }
            else if (!isFirst)
            {
                levels[^1] = around; // parentheses belong to what they are around
            }
        }

        return levels;
    }

    private static bool Keeps(CastExpr cast) =>
        cast.Kind
            is CastKind.IntegralCast
                or CastKind.BitCast
                or CastKind.NoOp
                or CastKind.PointerToIntegral
                or CastKind.IntegralToPointer
                or CastKind.NullToPointer
        && cast.Type.Canonical.Size >= cast.Operand.Type.Canonical.Size;

    internal static bool IsPassable(CType type) =>
        type.Canonical
            is PointerType
                or EnumType
                or BuiltinType
                {
                    Kind: not (
                        BuiltinKind.Void
                        or BuiltinKind.LongDouble
                        or BuiltinKind.Other
                        or BuiltinKind.Number
                        or BuiltinKind.VaList
                    )
                };

    /// <summary>Whether the node above only asks if it is zero.</summary>
    private static bool IsCondition(Expr level, IReadOnlyList<Stmt> above)
    {
        int index = above.Count - 1;
        while (
            index >= 0
            && (
                above[index] is ParenExpr
                || ReferenceEquals(above[index], level)
                || above[index]
                    is CastExpr
                    {
                        IsImplicit: true,
                        Kind: CastKind.IntegralToBoolean or CastKind.PointerToBoolean or CastKind.LValueToRValue
                    }
            )
        )
        {
            index--;
        }

        Stmt inside = index + 1 < above.Count ? above[index + 1] : level;
        return index >= 0
            && IsPassable(level.Type)
            && above[index] switch
            {
                UnaryExpr { Op: UnaryOp.LogicalNot } or BinaryExpr { Op: BinaryOp.LogicalAnd or BinaryOp.LogicalOr } =>
                    true,
                IfStmt s => ReferenceEquals(s.Condition, inside) || ReferenceEquals(s.Condition, level),
                ConditionalExpr e => ReferenceEquals(e.Condition, inside) || ReferenceEquals(e.Condition, level),
                _ => false,
            };
    }

    /// <summary>A parameter that stands for a variable, passed as the variable itself: it is looked at whenever the
    /// body says. Null when it stands for something else.</summary>
    public static MacroParameter? AsPlace(MacroParameter parameter)
    {
        Expr[] places = [.. parameter.Uses.Select(Innermost)];
        return places.All(IsVariable)
            ? new MacroParameter(
                parameter.Name,
                ParameterForm.Place,
                new PointerType
                {
                    Pointee = places[0].Type,
                    Size = 4,
                    Align = 4,
                },
                places
            )
            : null;
    }

    private static Expr Innermost(Expr use)
    {
        while (use is ParenExpr or CastExpr)
        {
            use = use is ParenExpr paren ? paren.Inner : ((CastExpr)use).Operand;
        }

        return use;
    }

    private static bool IsVariable(Expr place) =>
        TreeFacts.Strip(place) is DeclRefExpr { Decl: ParameterDecl or VarDecl, IsLValue: true }
        && !place.IsBitField
        && !place.Type.IsVolatile
        && !place.Type.Canonical.Qualifiers.HasFlag(Qualifiers.Atomic)
        && (IsPassable(place.Type) || place.Type.Canonical is RecordType);

    /// <summary>A variable can be passed as a place; anything else as one would be looked up at another time than C
    /// does.</summary>
    private static MacroParameter? PlaceOf(string name, (Expr Root, IReadOnlyList<Stmt> Above)[] uses)
    {
        Expr[] places =
        [
            .. uses.Select(u => u.Root is CastExpr { Kind: CastKind.LValueToRValue } load ? load.Operand : u.Root),
        ];
        return places.All(IsVariable)
            ? new MacroParameter(
                name,
                ParameterForm.Place,
                new PointerType
                {
                    Pointee = places[0].Type,
                    Size = 4,
                    Align = 4,
                },
                places
            )
            : null;
    }
}
