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
        CompoundStmt body = visited as CompoundStmt ?? new CompoundStmt { Span = visited.Span, Body = [visited] };
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
            if (place != null && TreeFacts.Strip(place) is DeclRefExpr reference)
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

        Span place = PlaceOf(definition, file);
        CompoundStmt? body = null;
        FunctionDecl? method = methods.Registered(
            Names(definition, site, parameters),
            file,
            isShared,
            name => Method(name, place, site, parameters, ref body),
            out bool isNew
        );
        if (isNew)
        {
            Made.Add(method!);
        }

        return method == null ? null : Call(site, method, parameters);
    }

    /// <summary>Records are not passed by value: in a kernel their copies are calls.</summary>
    private static bool Reads(Stmt site) =>
        site is not Expr expr
        || MacroUse.IsPassable(expr.Type)
        || expr.Type.Canonical is BuiltinType { Kind: BuiltinKind.Void };

    /// <summary>What is no shorter as a call of another name stays as it is: another name for a function with the place
    /// of the call added, and what does nothing.</summary>
    private static bool IsWorthIt(Stmt site, MacroUse use)
    {
        if (site is not Expr expr)
        {
            return site is not CompoundStmt { Body.Count: 0 } and not NullStmt;
        }

        Expr inner = TreeFacts.Strip(expr);
        while (inner is CastExpr cast)
        {
            inner = TreeFacts.Strip(cast.Operand);
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
                Evaluation.KindOf(p.Argument, _isPrivate) == ArgumentKind.Reads ? MacroUse.AsPlace(p) ?? p : p
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

    /// <summary>Names to choose from: the macro's; where it is needed again for other types or fields, with these
    /// behind it.</summary>
    private static IReadOnlyList<string> Names(
        MacroDefinition definition,
        Stmt site,
        IReadOnlyList<MacroParameter> parameters
    )
    {
        string text = site.Span.File.Slice(site.Span.StartOffset, site.Span.EndOffset);
        string[] arguments =
            text.StartsWith(definition.Name, StringComparison.Ordinal)
            && text.IndexOf('(', StringComparison.Ordinal) is > 0 and var open
            && text.EndsWith(')')
                ? text[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries)
                : [];
        if (arguments.Length != definition.Parameters!.Count)
        {
            return [definition.Name];
        }

        string[] others =
        [
            .. definition
                .Parameters.Zip(arguments)
                .Where(p =>
                    parameters.All(q => q.Name != p.First)
                    && p.Second.Length > 0
                    && p.Second.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
                )
                .Select(p => p.Second),
        ];
        return others.Length == 0
            ? [definition.Name]
            : [definition.Name, $"{definition.Name}_{others[^1]}", $"{definition.Name}_{string.Join('_', others)}"];
    }

    private static Span PlaceOf(MacroDefinition definition, SourceFile file)
    {
        int offset = file == definition.File ? definition.StartOffset : file.Text.Length;
        return new Span(
            file,
            offset,
            offset,
            file == definition.File ? definition.StartLine : 1,
            1,
            file == definition.File ? definition.StartLine : 1,
            true
        );
    }

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
            .. parameters.Select(p => new ParameterDecl
            {
                Id = methods.NextId(),
                Name = p.Name,
                Span = place,
                Type = p.Type,
            }),
        ];
        CType type = site is Expr { Type: var valued } ? valued : Void;
        if (body == null)
        {
            Dictionary<Stmt, Expr> substitutes = [];
            for (int i = 0; i < declared.Length; i++)
            {
                foreach (Expr use in parameters[i].Uses)
                {
                    substitutes[use] = Substitute(use, parameters[i].Form, declared[i], place);
                }
            }

            FunctionDecl draft = Function(
                name,
                place,
                type,
                declared,
                BodyOf(new MacroBody(place, substitutes).Visit(site), place)
            );
            body = Rewritten(draft);
        }

        if (body.Body is [ReturnStmt { Value: { } value }] && TreeFacts.IsAnswer(value))
        {
            type = MacroUse.Bool;
            body = new CompoundStmt
            {
                Span = place,
                Body = [new ReturnStmt { Span = place, Value = Converted(value, CastKind.IntegralToBoolean, type) }],
            };
        }
        else if (body.Body is [ReturnStmt { Value.Type.Canonical: BuiltinType { Kind: BuiltinKind.Bool } }])
        {
            type = MacroUse.Bool;
        }

        return Function(name, place, type, declared, body);
    }

    private FunctionDecl Function(string name, Span place, CType type, ParameterDecl[] parameters, CompoundStmt body) =>
        Function(methods.NextId(), name, place, type, parameters, body);

    /// <summary>A method; without a body its outline.</summary>
    public static FunctionDecl Function(
        int id,
        string name,
        Span place,
        CType type,
        ParameterDecl[] parameters,
        CompoundStmt? body
    ) =>
        new()
        {
            Id = id,
            CanonicalId = id,
            Name = name,
            Span = place,
            Type = new FunctionType { Return = type, Parameters = [.. parameters.Select(p => p.Type)] },
            Parameters = parameters,
            Body = body,
            HasBody = true,
            Storage = StorageClass.Static,
            Linkage = Linkage.Internal,
            IsInline = true,
            IsMacro = true,
        };

    public static readonly CType Void = new BuiltinType { Kind = BuiltinKind.Void, Spelling = "void" };

    public static readonly CType Int = new BuiltinType
    {
        Kind = BuiltinKind.Int,
        Spelling = "int",
        Size = 4,
        Align = 4,
    };

    /// <summary>What a node that stands for a parameter is inside the method.</summary>
    private static Expr Substitute(Expr use, ParameterForm form, ParameterDecl parameter, Span place)
    {
        DeclRefExpr reference = new()
        {
            Span = place,
            Type = parameter.Type,
            IsLValue = true,
            Decl = parameter,
        };
        Expr value = Converted(reference, CastKind.LValueToRValue, parameter.Type);
        Expr substitute = form switch
        {
            ParameterForm.Condition => Converted(value, CastKind.IntegralCast, Int),
            ParameterForm.Place => new UnaryExpr
            {
                Span = place,
                Type = use.Type,
                IsLValue = true,
                Op = UnaryOp.Deref,
                Operand = value,
            },
            _ => value,
        };
        substitute.Expansions =
        [
            .. Inside(use).SelectMany(e => e.Expansions).Where(e => e.Kind != MacroExpansionKind.Body),
        ];
        return substitute;
    }

    /// <summary>An argument and what it converts: a macro inside that is passed it knows it by these.</summary>
    private static IEnumerable<Expr> Inside(Expr use)
    {
        yield return use;
        while (use is ParenExpr or CastExpr)
        {
            use = use is ParenExpr paren ? paren.Inner : ((CastExpr)use).Operand;
            yield return use;
        }
    }

    private static CastExpr Converted(Expr value, CastKind kind, CType type) =>
        new()
        {
            Span = value.Span,
            Type = type,
            Kind = kind,
            IsImplicit = true,
            Operand = value,
        };

    /// <summary>The expansion as statements of a method.</summary>
    private static CompoundStmt BodyOf(Stmt expansion, Span place)
    {
        CompoundStmt Block(params Stmt[] body) => new() { Span = place, Body = body };
        switch (expansion)
        {
            case CompoundStmt block:
                return block;
            case DoStmt { Condition.Constant: { IsFloat: false, Bits: 0 }, Body: CompoundStmt once } when !Leaves(once):
                return once;
            case Expr expr when TreeFacts.Strip(expr) is StmtExpr { Body: var block }:
                return
                    expr.Type.Canonical is BuiltinType { Kind: BuiltinKind.Void }
                    || block.Body is []
                    || block.Body[^1] is not Porting.Clang.Ast.Expr last
                    ? block
                    : Block([.. block.Body.SkipLast(1), new ReturnStmt { Span = place, Value = last }]);
            case Expr expr when expr.Type.Canonical is not BuiltinType { Kind: BuiltinKind.Void }:
                return Block(new ReturnStmt { Span = place, Value = TreeFacts.Strip(expr) });
            default:
                return Block(expansion);
        }
    }

    /// <summary>Whether a break or continue leaves the block.</summary>
    private static bool Leaves(Stmt stmt) =>
        stmt switch
        {
            BreakStmt or ContinueStmt => true,
            WhileStmt or DoStmt or ForStmt => false,
            SwitchStmt choice => BodyWalker.All(choice.Body).Any(s => s is ContinueStmt),
            _ => BodyWalker.Children(stmt).Any(Leaves),
        };

    private Expr Call(Stmt site, FunctionDecl method, IReadOnlyList<MacroParameter> parameters)
    {
        Expr callee = new CastExpr
        {
            Span = site.Span,
            Type = new PointerType
            {
                Pointee = method.Type,
                Size = 4,
                Align = 4,
            },
            Kind = CastKind.FunctionToPointerDecay,
            IsImplicit = true,
            Operand = new DeclRefExpr
            {
                Span = site.Span,
                Type = method.Type,
                IsLValue = true,
                Decl = method,
            },
        };
        CallExpr call = new()
        {
            Span = site.Span,
            Type = method.Type.Return,
            Callee = callee,
            Target = method,
            Arguments = [.. parameters.Select(Argument)],
            IsQuiet = !EvaluationOrder.MayCall(site),
        };
        Expr result =
            site is Expr { Type: var wanted }
            && method.Type.Return == MacroUse.Bool
            && wanted.Canonical is not BuiltinType { Kind: BuiltinKind.Bool }
                ? Converted(call, CastKind.IntegralCast, wanted)
                : call;
        result.Expansions = site.Expansions;
        return result;
    }

    private Expr Argument(MacroParameter parameter)
    {
        switch (parameter.Form)
        {
            case ParameterForm.Place:
                return new UnaryExpr
                {
                    Span = parameter.Argument.Span,
                    Type = parameter.Type,
                    Op = UnaryOp.AddressOf,
                    Operand = parameter.Argument,
                };
            case ParameterForm.Condition:
                Expr asked = Child(parameter.Argument);
                return Converted(
                    asked,
                    asked.Type.Canonical is PointerType ? CastKind.PointerToBoolean : CastKind.IntegralToBoolean,
                    MacroUse.Bool
                );
            default:
                Expr value = Child(parameter.Argument);
                return value.MacroName == null ? TreeFacts.Strip(value) : value;
        }
    }
}
