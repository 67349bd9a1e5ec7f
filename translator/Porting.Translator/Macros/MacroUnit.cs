using Porting.Clang.Ast;
using Porting.Translator.Lower;
using Porting.Translator.Program;

namespace Porting.Translator.Macros;

/// <summary>The uses of one unit. Outer macros come first: what is inside is seen again in the body of the method, and
/// in the arguments.</summary>
internal sealed class MacroUnit(IMacroAnswers methods, TranslationUnit unit) : TreeRewriter
{
    private readonly ILookup<string, MacroDefinition> _definitions = unit
        .Macros.Where(m => m is { Parameters: not null, File: not null, IsVariadic: false })
        .ToLookup(m => m.Name, StringComparer.Ordinal);
    private readonly HashSet<int> _entered = [];
    private Func<Decl, bool> _isPrivate = _ => false;
    private FunctionDecl? _function;

    /// <summary>Methods that this unit was the first to need.</summary>
    public List<FunctionDecl> Made { get; } = [];

    public CompoundStmt Rewritten(FunctionDecl function)
    {
        (Func<Decl, bool> isPrivate, FunctionDecl? outer) = (_isPrivate, _function);
        HashSet<Decl> shared = SharedLocals(function.Body!);
        _isPrivate = d => d is ParameterDecl or VarDecl { IsGlobal: false } && !shared.Contains(d);
        _function = function;
        // A macro may be nothing but another one that is a block.
        Stmt visited = Visit(function.Body!);
        CompoundStmt body = visited as CompoundStmt ?? new CompoundStmt(visited.Span) { Body = [visited] };
        (_isPrivate, _function) = (isPrivate, outer);
        return body;
    }

    /// <summary>Locals whose address is taken, or that are no scalars: others than their own function may change
    /// them.</summary>
    private static HashSet<Decl> SharedLocals(Stmt body)
    {
        HashSet<Decl> shared = [];
        foreach (Stmt stmt in BodyWalker.All(body))
        {
            Expr? place = stmt switch
            {
                UnaryExpr { Op: UnaryOp.AddressOf } address => address.Operand,
                MemberExpr { IsArrow: false } member => member.Base,
                AsmStmt or CastExpr { Kind: CastKind.ArrayToPointerDecay } => null,
                _ => null,
            };
            if (place != null && CForms.Strip(place) is DeclRefExpr reference)
            {
                shared.Add(reference.Decl);
            }

            foreach (VarDecl local in stmt is DeclStmt declarations ? declarations.Decls.OfType<VarDecl>() : [])
            {
                if (local.Attributes.Any(a => a.Name == "cleanup"))
                {
                    shared.Add(local);
                }
            }
        }

        return shared;
    }

    protected override Stmt Declarations(DeclStmt stmt)
    {
        foreach (
            VarDecl local in stmt.Decls.OfType<VarDecl>().Where(v => v is { IsGlobal: false, Initializer: not null })
        )
        {
            local.Initializer = Child(local.Initializer!);
        }

        return stmt;
    }

    /// <summary>A constant macro is written by its name, whatever macros it is made of.</summary>
    protected override bool IsKept(Stmt stmt) => stmt is Expr { MacroName: not null, Constant: { IsFloat: false } };

    protected override Stmt? Replace(Stmt stmt)
    {
        if (stmt.Expansions.Count == 0 || stmt is CastExpr { IsImplicit: true, Kind: not CastKind.LValueToRValue })
        {
            return null;
        }

        foreach (MacroExpansion use in stmt.Expansions.Where(e => e.Kind == MacroExpansionKind.Body).Reverse())
        {
            if (_entered.Add(use.Id) && Called(stmt, use) is { } call)
            {
                return call;
            }
        }

        return null;
    }

    /// <summary>The call that a use of a macro is, or null.</summary>
    private Expr? Called(Stmt site, MacroExpansion use)
    {
        MacroDefinition? definition = _definitions[use.Name]
            .Where(m => m.File == use.File && m.StartOffset <= use.Offset)
            .MaxBy(m => m.StartOffset);
        if (
            definition == null
            || (site is Expr { IsLValue: true })
            || !Reads(site)
            || !Lower.Reachability.EndIsReachable(site)
        )
        {
            return null;
        }

        MacroUse seen = new(site, use, definition.Parameters!);
        if (seen.Parameters is not { } values || !IsWorthIt(site, seen) || Passed(site, values) is not { } parameters)
        {
            return null;
        }

        SourceFile file = definition.File!;
        bool isShared = file != unit.MainFile;
        if (isShared && UsesStaticsOf(site, unit.MainFile, parameters))
        {
            (file, isShared) = (unit.MainFile, false);
        }

        Span place = MacroMethod.PlaceOf(definition, file);
        CompoundStmt? body = null;
        FunctionDecl? method = methods.Registered(
            MacroMethod.Names(definition, site, parameters),
            file,
            isShared,
            name => Method(name, place, site, parameters, ref body),
            out bool isNew
        );
        if (isNew)
        {
            Made.Add(method!);
        }

        return method == null ? null : MacroMethod.Call(site, method, [.. parameters.Select(Argument)]);
    }

    /// <summary>Records are not passed by value: in a kernel their copies are calls.</summary>
    private static bool Reads(Stmt site) =>
        site is not Expr expr
        || MacroParameters.IsPassable(expr.Type)
        || expr.Type.Canonical is BuiltinType { Kind: BuiltinKind.Void };

    /// <summary>What is no shorter as a call of another name stays as it is: another name for a function with the place
    /// of the call added, and what does nothing.</summary>
    private static bool IsWorthIt(Stmt site, MacroUse use)
    {
        if (site is not Expr expr)
        {
            return site is not CompoundStmt { Body.Count: 0 } and not NullStmt;
        }

        Expr inner = CForms.Strip(expr);
        while (inner is CastExpr cast)
        {
            inner = CForms.Strip(cast.Operand);
        }

        return inner switch
        {
            IntegerLiteral or CharacterLiteral or FloatingLiteral or StringLiteral or DeclRefExpr => false,
            CallExpr { Target: not null } => use.MadeCount == 0,
            _ => true,
        };
    }

    /// <summary>The parameters in forms that make the call the same as the expansion: values, or variables that others
    /// may change as places.</summary>
    private IReadOnlyList<MacroParameter>? Passed(Stmt site, IReadOnlyList<MacroParameter> values)
    {
        if (IsSame(site, values))
        {
            return values;
        }

        MacroParameter[] places =
        [
            .. values.Select(p =>
                Evaluation.KindOf(p.Argument, _isPrivate) == ArgumentKind.Reads ? MacroParameters.AsPlace(p) ?? p : p
            ),
        ];
        return IsSame(site, places) ? places : null;
    }

    private bool IsSame(Stmt site, IReadOnlyList<MacroParameter> parameters)
    {
        Dictionary<Stmt, int> uses = [];
        ArgumentKind[] kinds = new ArgumentKind[parameters.Count];
        bool isStepped =
            parameters.Any(p => p.Form == ParameterForm.Place)
            || parameters.Any(p =>
                BodyWalker
                    .All(p.Argument)
                    .Any(s =>
                        s
                            is CompoundAssignExpr
                                or BinaryExpr { Op: BinaryOp.Assign }
                                or UnaryExpr
                                {
                                    Op: UnaryOp.PreInc or UnaryOp.PreDec or UnaryOp.PostInc or UnaryOp.PostDec
                                }
                    )
            );
        for (int i = 0; i < parameters.Count; i++)
        {
            // A local that this very use may change is like memory.
            kinds[i] =
                parameters[i].Form == ParameterForm.Place
                    ? ArgumentKind.Stable
                    : Evaluation.KindOf(parameters[i].Argument, d => _isPrivate(d) && !isStepped);
            foreach (Expr node in parameters[i].Uses)
            {
                uses[node] = i;
            }
        }

        return new Evaluation(uses, kinds).IsSame(site);
    }

    /// <summary>Statics of a unit can be named in its own class only.</summary>
    private static bool UsesStaticsOf(Stmt site, SourceFile main, IReadOnlyList<MacroParameter> parameters)
    {
        HashSet<Stmt> passed = [.. parameters.SelectMany(p => p.Uses)];
        return Outside(site, passed)
            .OfType<DeclRefExpr>()
            .Any(r =>
                r.Decl.File == main
                && r.Decl
                    is FunctionDecl { Linkage: Linkage.Internal }
                        or VarDecl { IsGlobal: true, Linkage: Linkage.Internal }
            );
    }

    private static IEnumerable<Stmt> Outside(Stmt stmt, HashSet<Stmt> passed) =>
        passed.Contains(stmt) ? [] : BodyWalker.Children(stmt).SelectMany(c => Outside(c, passed)).Prepend(stmt);

    private FunctionDecl Method(
        string name,
        Span place,
        Stmt site,
        IReadOnlyList<MacroParameter> parameters,
        ref CompoundStmt? body
    )
    {
        ParameterDecl[] declared =
        [
            .. parameters.Select(p => new ParameterDecl(new DeclHead(methods.NextId(), p.Name, place))
            {
                Type = p.Type,
            }),
        ];
        CType type = site is Expr { Type: var valued } ? valued : MacroMethod.Void;
        if (body == null)
        {
            Dictionary<Stmt, Expr> substitutes = [];
            for (int i = 0; i < declared.Length; i++)
            {
                foreach (Expr use in parameters[i].Uses)
                {
                    substitutes[use] = MacroMethod.Substitute(use, parameters[i].Form, declared[i], place);
                }
            }

            FunctionDecl draft = Function(
                name,
                place,
                type,
                declared,
                MacroMethod.BodyOf(new MacroBody(place, substitutes).Visit(site), place)
            );
            body = Rewritten(draft);
        }

        if (body.Body is [ReturnStmt { Value: { } value }] && TreeFacts.IsAnswer(value))
        {
            type = MacroParameters.Bool;
            body = new CompoundStmt(place)
            {
                Body =
                [
                    new ReturnStmt(place) { Value = MacroMethod.Converted(value, CastKind.IntegralToBoolean, type) },
                ],
            };
        }
        else if (body.Body is [ReturnStmt { Value.Type.Canonical: BuiltinType { Kind: BuiltinKind.Bool } }])
        {
            type = MacroParameters.Bool;
        }

        return Function(name, place, type, declared, body);
    }

    private FunctionDecl Function(string name, Span place, CType type, ParameterDecl[] parameters, CompoundStmt body) =>
        MacroMethod.Function(methods.NextId(), name, place, type, parameters, body);

    private Expr Argument(MacroParameter parameter)
    {
        switch (parameter.Form)
        {
            case ParameterForm.Place:
                return new UnaryExpr(new ExprHead(parameter.Argument.Span, parameter.Type))
                {
                    Op = UnaryOp.AddressOf,
                    Operand = parameter.Argument,
                };
            case ParameterForm.Condition:
                Expr asked = Child(parameter.Argument);
                return MacroMethod.Converted(
                    asked,
                    asked.Type.Canonical is PointerType ? CastKind.PointerToBoolean : CastKind.IntegralToBoolean,
                    MacroParameters.Bool
                );
            default:
                Expr value = Child(parameter.Argument);
                return value.MacroName == null ? CForms.Strip(value) : value;
        }
    }
}
