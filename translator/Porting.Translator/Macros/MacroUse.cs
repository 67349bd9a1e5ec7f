using Porting.Clang.Ast;
using Porting.Translator.Lower;
using Porting.Translator.Program;

namespace Porting.Translator.Macros;

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
            && CForms.Strip(decay.Operand) is StringLiteral text
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
            if (MacroParameters.ParameterOf(group.Key, [.. group]) is not { } parameter)
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
        CForms.Strip(expr is CastExpr cast ? cast.Operand : expr) switch
        {
            IntegerLiteral e => $"{TreeFacts.Key(e.Type)} {e.Value}",
            StringLiteral e => Convert.ToHexString(e.Bytes),
            DeclRefExpr e => e.Decl.Name, // a made literal of the macro around, which is a parameter there
            _ => null,
        };

    private static string NameOf(Expr literal) =>
        CForms.Strip(literal is CastExpr cast ? cast.Operand : literal) switch
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
}
